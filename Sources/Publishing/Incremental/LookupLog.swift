import Synchronization

/// Keeps what was looked for in an article's folder while the article was made, so that the next
/// build knows whether it would find the same.
final class LookupLog: Sendable {
  private let state = Mutex<(lookups: [BuildRecord.Lookup], places: [String: Int])>(([], [:]))

  /// In the order in which they were first looked for.
  var lookups: [BuildRecord.Lookup] { state.withLock { $0.lookups } }

  /// Enters a lookup, in the place of an earlier one of the same path.
  func add(_ lookup: BuildRecord.Lookup) {
    state.withLock { state in
      if let place = state.places[lookup.path] {
        if lookup.content != nil { state.lookups[place] = lookup }
      } else {
        state.places[lookup.path] = state.lookups.count
        state.lookups.append(lookup)
      }
    }
  }
}
