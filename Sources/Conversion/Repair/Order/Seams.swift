/// The seams between right-to-left words and the Latin or numbers beside them.
///
/// A typesetter that moves the pen instead of setting spaces leaves them to be seen by their width;
/// where the direction changes no width can be seen, and a program that reads such a page puts out
/// no space at any seam, while the words of a run have theirs.
struct Seams {
  /// Whether the text has no spaces at its seams.
  var areLost: Bool

  /// What the spacing of a line costs, the lost spaces forgiven.
  func cost(_ line: [Unicode.Scalar], edges: Bool = true) -> Double {
    Spacing.cost(areLost ? Self.spaced(line) : line, edges: edges)
  }

  /// A line as it is read with the spaces that its seams lost.
  static func spaced(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var spaced: [Unicode.Scalar] = []
    spaced.reserveCapacity(line.count + 8)
    let kinds = line.map(Kind.init)
    for index in line.indices {
      if index > 0, isSeam(line, kinds, index) { spaced.append(" ") }
      spaced.append(line[index])
    }
    return spaced
  }

  private static func isSeam(_ line: [Unicode.Scalar], _ kinds: [Kind], _ index: Int) -> Bool {
    let last = line[index - 1]
    switch (kinds[index - 1], kinds[index]) {
    case (.right, .left), (.right, .digit), (.right, .arabicDigit), (.mark, .left), (.mark, .digit):
      // A maqaf binds a prefix to its number.
      return last.value != 0x5BE
    case (.left, .right), (.terminator, .right): return true
    case (.digit, .right), (.arabicDigit, .right):
      // But for the one letter of `2019ב`.
      return line[index].value != 0x5BE && index + 1 < line.count && kinds[index + 1] == .right
    case (.right, .neutral), (.mark, .neutral), (.neutral, .neutral), (.terminator, .neutral),
      (.digit, .neutral):
      return line[index].isBracket && opens(kinds, index)
        && (kinds[index - 1] != .neutral || Spacing.isQuote(last))
    default: return false
    }
  }

  /// Whether a bracket opens a run of the other direction, more than the one letter of `9(ב)`.
  private static func opens(_ kinds: [Kind], _ index: Int) -> Bool {
    guard index + 1 < kinds.count else { return false }
    let isAfterLeft = kinds[index - 1].isLeftToRight || kinds[index - 1] == .terminator
    if kinds[index + 1].isLeftToRight { return !isAfterLeft }
    return isAfterLeft && kinds[index + 1] == .right && index + 2 < kinds.count
      && kinds[index + 2] == .right
  }

  /// Whether lines that were read lack nearly all the spaces of their seams.
  static func areLost(in readings: some Sequence<[Unicode.Scalar]>) -> Bool {
    var (glued, spaced) = (0, 0)
    for line in readings {
      let kinds = line.map(Kind.init)
      for index in line.indices.dropFirst() {
        if kinds[index] == .space {
          guard index + 1 < line.count else { continue }
          let (before, after) = (kinds[index - 1], kinds[index + 1])
          if before == .right && after.isLeftToRight || before.isLeftToRight && after == .right {
            spaced += 1
          }
        } else if isSeam(line, kinds, index) {
          glued += 1
        }
      }
    }
    return glued > 10 && glued > 4 * spaced
  }
}
