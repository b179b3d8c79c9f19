/// Where in a paper numbers or signs stand as note marks may.
struct MarkPlaces {
  /// By number, the indices of the lines, rising.
  private var places: [Int: [Int]] = [:]

  init(lines: [TextLine], kind: NotePlan.Labels = .numbers) {
    for (index, line) in lines.enumerated() {
      for number in Self.numbers(in: line.raw, kind) where places[number]?.last != index {
        places[number, default: []].append(index)
      }
    }
  }

  /// Whether a mark of the number stands above a line, and at or below another.
  func stands(_ number: Int, before line: Int, from start: Int = 0) -> Bool {
    places[number]?.contains { $0 >= start && $0 < line } ?? false
  }

  /// The first line with a mark of the number, at or below another.
  func first(_ number: Int, from start: Int) -> Int? {
    places[number]?.first { $0 >= start }
  }

  /// The numbers that touch a letter, a bracket or a full stop, or begin or end a line, without a
  /// full stop behind them: such a one begins an item.
  private static func numbers(in text: Scalars, _ kind: NotePlan.Labels) -> [Int] {
    var numbers: [Int] = []
    for (range, number) in text.noteTokens(kind) {
      let (start, index) = (range.lowerBound, range.upperBound)
      let before = text[..<start].last
      let after = index < text.count ? text[index] : nil
      let isStart = text[..<start].allSatisfy(\.isSpacing)
      let isEnd = text[index...].allSatisfy(\.isSpacing)
      let touches =
        before.map { $0.isLetter || ".,:;!?)]״\"”»،؛؟".unicodeScalars.contains($0) } ?? false
      let isOpen = after.map { $0 != "%" && $0 != "/" && !$0.isDash } ?? true
      guard touches || isStart || isEnd || before?.isSpacing == true, isOpen,
        !(isStart && after == ".")
      else { continue }
      numbers.append(number)
    }
    return numbers
  }
}
