/// Headings that a paper numbers: `1.`, `2.`, `2.1`, `2.2`, `3.` …
///
/// The numbers make a chain through the paper in which each is the next on its level or the first
/// below the one before, with text between. An enumeration has its numbers in neighbouring blocks,
/// and its items end as sentences do.
struct NumberedHeadings {
  struct Candidate {
    /// The index of the passage.
    var passage: Int
    /// The numbers from the highest level down.
    var path: [Int]
    /// What of the passage's text is the label.
    var length: Int
  }

  /// The headings, in order.
  private(set) var headings: [Candidate] = []

  private static let deepest = 4

  /// - Parameter candidates: short blocks that begin with a number, in order.
  /// - Parameter hasText: whether text stands between two passages.
  init(_ candidates: [Candidate], hasText: (Int, Int) -> Bool) {
    // By path: the best chain that ends with it, and the best that ends with it or below it.
    var exact: [[Int]: (score: Int, index: Int)] = [:]
    var below: [[Int]: (score: Int, index: Int)] = [:]
    var candidates = candidates
    var previous = [Int](repeating: -1, count: candidates.count)
    var scores = [Int](repeating: 0, count: candidates.count)
    for index in candidates.indices {
      for path in Self.readings(candidates[index].path) {
        var before: (score: Int, index: Int)?
        if path.last == 1 {
          before = path.count == 1 ? (0, -1) : exact[path.dropLast()]
        } else if let last = path.last {
          before = below[path.dropLast() + [last - 1]]
        }
        guard let before, before.score + 1 > scores[index],
          before.index < 0 || path.last == 1
            || hasText(candidates[before.index].passage, candidates[index].passage)
        else { continue }
        scores[index] = before.score + 1
        previous[index] = before.index
        candidates[index].path = path
      }
      guard scores[index] > 0 else { continue }
      let path = candidates[index].path
      exact[path] = (scores[index], index)
      for depth in path.indices {
        let prefix = Array(path[...depth])
        if scores[index] >= below[prefix]?.score ?? 0 { below[prefix] = (scores[index], index) }
      }
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 2 else {
      return
    }
    var index = best
    while index >= 0 {
      headings.append(candidates[index])
      index = previous[index]
    }
    headings.reverse()
  }

  /// The path, and where its numbers were turned by the direction of the text the path as printed.
  private static func readings(_ path: [Int]) -> [[Int]] {
    path.count > 1 ? [path, path.reversed()] : [path]
  }

  /// The numbers that a text begins with, and how much of it they take.
  static func label(_ text: Scalars) -> (path: [Int], length: Int)? {
    var path: [Int] = []
    var index = 0
    while path.count < deepest {
      let digits = text[index...].prefix(while: \.isDigit)
      guard (1...2).contains(digits.count) else { break }
      path.append(digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) })
      index += digits.count
      guard index < text.count, text[index] == "." else { break }
      index += 1
    }
    guard !path.isEmpty, path.allSatisfy({ $0 > 0 }), index < text.count, text[index].isSpacing,
      path.count > 1 || text[index - 1] == "."
    else { return nil }
    while index < text.count, text[index].isSpacing { index += 1 }
    guard index < text.count, text[index].isLetter || text[index].isQuotationMark else {
      return nil
    }
    return (path, index)
  }
}
