/// The cells that a line of a table holds, by what extraction leaves of their borders: wide gaps, or
/// the change from words to numbers.
enum TableCells {
  struct Cell: Equatable {
    var text: Scalars
    /// Whether it holds numbers and signs alone; a dash stands for a number that is missing.
    var isNumber: Bool

    init(_ text: Scalars) {
      self.text = TableCells.withSignAhead(text)
      isNumber = TableCells.isNumber(text)
    }
  }

  /// The parts of a line between gaps of two spaces or more; one part where there is none.
  static func byGaps(_ raw: Scalars) -> [Cell] {
    var parts: [Scalars] = []
    var part: Scalars = []
    var gap = 0
    for scalar in raw.trimmed {
      if scalar.isSpacing {
        gap += scalar == "\t" ? 2 : 1
        continue
      }
      if gap > 1 {
        parts.append(part)
        part = []
      } else if gap == 1 {
        part.append(" ")
      }
      gap = 0
      part.append(scalar)
    }
    return (parts + [part]).map(Cell.init)
  }

  /// The numbers of a line, and the words between them.
  ///
  /// - Parameter cutsWords: whether a number that touches a Hebrew or Arabic word is one of its own:
  ///   some programs write the cells of a row without anything between them.
  static func byNumbers(_ text: Scalars, cutsWords: Bool = false) -> [Cell] {
    var cells: [Cell] = []
    var words: [Scalars] = []
    func close() {
      if !words.isEmpty { cells.append(Cell(Array(words.joined(separator: [" "])))) }
      words = []
    }
    for word in cutsWords ? text.words.flatMap(cut) : text.words {
      if isNumber(word) {
        close()
        cells.append(Cell(word))
      } else {
        words.append(word)
      }
    }
    close()
    return cells
  }

  /// A word parted from the number that touches it.
  private static func cut(_ word: Scalars) -> [Scalars] {
    var index = 1
    while index < word.count {
      let (before, after) = (word[index - 1], word[index])
      let isSeam =
        (before.isRightToLeftLetter || before.isQuotationMark) && after.isDigit
        || after.isRightToLeftLetter && !before.isLetter && !before.isQuotationMark
      if isSeam, before.value != 0x05BE {
        let parts = [Array(word[..<index]), Array(word[index...])]
        if parts.contains(where: isNumber) { return [parts[0]] + cut(parts[1]) }
      }
      index += 1
    }
    return [word]
  }

  private static func isNumber(_ text: Scalars) -> Bool {
    if text.count == 1, text[0].isDash || text[0].value == 0x2212 { return true }
    return text.contains(where: \.isDigit)
      && text.allSatisfy {
        $0.isDigit || $0.isDash || $0.isSpacing || "+±%.,/<>=*−٪٫٬".unicodeScalars.contains($0)
      } && text.last.map { $0 != "." && $0 != "," } ?? false
  }

  /// A number with its sign ahead: `22.9%+` is what extraction makes of `+22.9%`, for no table
  /// writes a sign behind its number.
  private static func withSignAhead(_ text: Scalars) -> Scalars {
    guard isNumber(text), text.count > 1, let sign = text.last,
      sign == "+" || sign == "-" || sign == "±" || sign.value == 0x2212
    else { return text }
    return [sign] + text.dropLast()
  }
}
