/// What readings of a shuffled line have finished: stretches of the line one after another, where
/// several ways lead to one place.
struct ShuffledPaths {
  /// Nothing is finished.
  static let start = -1

  private let signs: Scalars
  private var nodes: [Node] = []

  private enum Node {
    case run([ShuffledWords.Stretch], hasSpace: Bool, behind: Int)
    /// A worse way to the same place, and how much worse it is.
    case either(Int, Int, worse: Double)
  }

  init(signs: Scalars) { self.signs = signs }

  /// A path with a run more.
  mutating func add(_ run: [ShuffledWords.Stretch], hasSpace: Bool, to path: Int) -> Int {
    nodes.append(.run(run, hasSpace: hasSpace, behind: path))
    return nodes.count - 1
  }

  /// A path that may be one or another, which is worse by a score.
  mutating func join(_ path: Int, _ other: Int, worse: Double) -> Int {
    guard path != Self.start, other != path else { return path }
    nodes.append(.either(path, other, worse: worse))
    return nodes.count - 1
  }

  /// The texts of the paths that end somewhere, with their scores, the best first.
  func best(_ count: Int, _ ends: [(path: Int, score: Double)]) -> [(text: Scalars, score: Double)]
  {
    var known: [Int: [(text: Scalars, score: Double)]] = [:]
    var places: [Scalars: Int] = [:]
    var found: [(text: Scalars, score: Double)] = []
    for end in ends.sorted(by: { $0.score > $1.score }) {
      for (text, score) in texts(end.path, count, &known) {
        if let place = places[text] {
          found[place].score = max(found[place].score, end.score + score)
        } else {
          places[text] = found.count
          found.append((text, end.score + score))
        }
      }
    }
    // In order of their finding where they are equal.
    let order = found.indices.sorted {
      (found[$1].score, $0) < (found[$0].score, $1)
    }
    return order.prefix(count).map { found[$0] }
  }

  private func texts(
    _ path: Int, _ count: Int, _ known: inout [Int: [(text: Scalars, score: Double)]]
  ) -> [(text: Scalars, score: Double)] {
    guard path != Self.start else { return [([], 0)] }
    if let found = known[path] { return found }
    var found: [(text: Scalars, score: Double)]
    switch nodes[path] {
    case .run(let run, let hasSpace, let behind):
      let parts = run.map { Array(signs[ShuffledWords.range($0)]) }
      let text = Array(parts.joined(separator: [" "]))
      found = texts(behind, count, &known).map { earlier, score in
        (hasSpace && !earlier.isEmpty ? earlier + [" "] + text : earlier + text, score)
      }
    case .either(let path, let other, let worse):
      found = texts(path, count, &known)
      let others = texts(other, count, &known).map { ($0.text, $0.score - worse) }
      found = (found + others).sorted { $0.score > $1.score }.prefix(count).map { $0 }
    }
    known[path] = found
    return found
  }
}
