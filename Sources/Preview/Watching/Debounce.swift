/// Waits until a change has come to rest: a program saves a file in several steps, and a hundred
/// files that arrive at once shall be one change.
///
/// Times are milliseconds of any steady clock.
struct Debounce: Equatable {
  private var first: Int?
  private var last = 0
  private var paths: Set<String> = []
  private var isHeap: Bool { paths.count >= Self.heap || mustWaitLonger }
  private var mustWaitLonger = false

  /// How long nothing may have happened: a file that was saved is shown at once, a heap of files
  /// has a moment to grow.
  static let rest = (file: 10, heap: 80)
  /// From how many files on it is a heap: a save with its temporary file and its backup is none.
  static let heap = 4
  /// After how long a change that does not come to rest is shown nevertheless.
  static let patience = 1_000

  /// Whether anything has happened.
  var isPending: Bool { first != nil }

  mutating func note(_ path: String, at now: Int) {
    if first == nil { first = now }
    last = now
    if paths.count < Self.heap { paths.insert(path) }
  }

  /// Waits as for a heap from now on, because files are gone that may come again.
  mutating func hold(at now: Int) {
    mustWaitLonger = true
    first = now
    last = now
  }

  /// How long to wait still; 0 once the change is at rest, `nil` where nothing has happened.
  func remaining(at now: Int) -> Int? {
    guard let first else { return nil }
    let rest = isHeap ? Self.rest.heap : Self.rest.file
    return max(0, min(last + rest, first + Self.patience) - now)
  }
}
