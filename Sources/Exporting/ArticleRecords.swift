import Synchronization

/// What several exporters want to know of an article, worked out when the first of them asks.
final class ArticleRecords: Sendable {
  private let work = Mutex<Work?>(nil)
  private let references = Mutex<[PrintedReference]?>(nil)

  /// The article's record.
  ///
  /// - Parameter make: makes it; always the same.
  func work(_ make: () -> Work) -> Work { Self.known(work, make) }

  /// The entries of its bibliography by their parts.
  func references(of work: Work) -> [PrintedReference] {
    Self.known(references) { work.references.map { PrintedReference($0) } }
  }

  private static func known<Value: Sendable>(
    _ state: borrowing Mutex<Value?>, _ make: () -> Value
  ) -> Value {
    if let known = state.withLock({ $0 }) { return known }
    let made = make()
    state.withLock { $0 = made }
    return made
  }
}
