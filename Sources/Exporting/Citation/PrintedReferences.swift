import Synchronization

/// The entries of an article's bibliography by their parts, told when the first exporter asks.
final class PrintedReferences: Sendable {
  private let known = Mutex<[PrintedReference]?>(nil)

  /// - Parameter work: the article's record, always the same.
  func references(of work: Work) -> [PrintedReference] {
    known.withLock { known in
      if let known { return known }
      let references = work.references.map { PrintedReference($0) }
      known = references
      return references
    }
  }
}
