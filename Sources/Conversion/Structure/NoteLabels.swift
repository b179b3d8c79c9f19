/// The numbers in a line that can be the number of a note that begins there.
///
/// Typesetters print a note's number at the head of its first line. Extractors leave it there, put
/// it alone on a line, or put it at the line's far end, and it takes its full stop along or not.
struct NoteLabel {
  /// The index of the line.
  var line: Int
  var number: Int
  /// What of the line is the number with its full stop.
  var range: Range<Int>
  /// How surely the number is a note's, by its place alone; from 0 to 1.
  var weight: Double

  /// The candidates of a line, leading ones first.
  static func candidates(in text: Scalars, line: Int) -> [NoteLabel] {
    var found: [NoteLabel] = []
    for (digits, number) in text.shortNumbers where text[digits.lowerBound].digitValue != 0 {
      if let label = candidate(in: text, digits: digits) {
        found.append(
          NoteLabel(line: line, number: number, range: label.range, weight: label.weight))
      }
    }
    return found
  }

  private static func candidate(
    in text: Scalars, digits: Range<Int>
  ) -> (range: Range<Int>, weight: Double)? {
    let before = text[..<digits.lowerBound]
    let after = text[digits.upperBound...]
    let isLeading = before.allSatisfy { $0.isSpacing || $0 == "." }
    let isTrailing = after.allSatisfy { $0.isSpacing || $0 == "." }
    if isLeading, isTrailing { return (0..<text.count, 0.9) }
    if isLeading { return leading(text, digits) }
    let next = after.first
    if isTrailing {
      // An English line: `… pp. 12–19. .3`, `… Narratives of 3`.
      let gap = before.reversed().prefix { $0.isSpacing || $0 == "." }
      if gap.contains(where: \.isSpacing),
        text.first(where: \.isLetter)?.isLeftToRightLetter == true
      {
        let start = digits.lowerBound - (gap.first == "." ? 1 : 0)
        return (start..<text.count, next == "." ? 0.5 : 0.7)
      }
      // A number put behind the line's full stop: `1985.1. `.
      if next == ".", before.last == ".", before.dropLast().last?.isSpacing == false {
        return (digits.lowerBound..<(digits.upperBound + 1), 0.4)
      }
      return nil
    }
    // A number put before the line's last one: `5.35. ` for `5` and `35.`, `7.4/88.`.
    if next == ".", after.dropFirst().first?.isDigit == true {
      let rest = after.dropFirst().drop { $0.isDigit || $0 == "/" }
      if rest.allSatisfy({ $0.isSpacing || $0 == "." }), rest.first == "." {
        return (digits.lowerBound..<(digits.upperBound + 1), 0.4)
      }
    }
    // `4. ` inside the line, where a displaced number left it there.
    if before.last?.isSpacing == true, next == ".", after.dropFirst().first?.isSpacing == true {
      return (digits.lowerBound..<(digits.upperBound + 1), 0.1)
    }
    return nil
  }

  private static func leading(
    _ text: Scalars, _ digits: Range<Int>
  ) -> (range: Range<Int>, weight: Double)? {
    var end = digits.upperBound
    var weight = 0.7
    let hasStopBefore = text[..<digits.lowerBound].contains(".")
    if text[end] == "." || text[end] == ")" {
      end += 1
      weight = 1
      // `5.3` is a number, but `5.2008` may be a note that begins with a year.
      if end < text.count, text[end].isDigit {
        guard text[end...].prefix(while: \.isDigit).count == 4 else { return nil }
        weight = 0.5
      }
    } else if hasStopBefore {
      weight = 0.9
    } else if text[end].isDash || text[end] == "," || text[end] == "%" || text[end] == "/"
      || text[end] == ":"
    {
      // A comma that jumped may stand between the number and its note.
      guard text[end] == ",", end + 1 < text.count, text[end + 1].isSpacing else { return nil }
      return (0..<digits.upperBound, 0.5)
    }
    while end < text.count, text[end].isSpacing { end += 1 }
    return (0..<end, weight)
  }
}

extension TextLine {
  /// The line with other letters, in the same place.
  func replacing(raw: Scalars) -> TextLine {
    var line = TextLine(number: number, raw: raw)
    line.blanksBefore = blanksBefore
    line.blanksAfter = blanksAfter
    line.startsPage = startsPage
    line.family = family
    line.isOrdered = isOrdered
    line.box = box
    line.fontSize = fontSize
    line.labels = labels
    line.isPiece = isPiece
    line.isTail = isTail
    line.doubt = doubt
    line.absorbed = absorbed
    line.marks = marks
    line.beginsItem = beginsItem
    line.continuesItem = continuesItem
    return line
  }
}
