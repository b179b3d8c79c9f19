/// The numbers and signs in a line that can be the label of a note that begins there.
///
/// Typesetters print a note's number at the head of its first line: `1.`, `1`, `1)`, `(1)`, `[1]`,
/// `1-`. Extractors leave it there, put it alone on a line, or put it at the line's far end, and it
/// takes its full stop along or not.
struct NoteLabel {
  /// The index of the line.
  var line: Int
  /// The number; a sign's is `NoteSign.first` and above.
  var number: Int
  /// What of the line is the label with its full stop or brackets.
  var range: Range<Int>
  /// How surely it is a note's, by its place alone; from 0 to 1.
  var weight: Double
  var style = Style.bare

  enum Style: Hashable {
    case bare, stop, bracket, brackets, dash, sign
  }

  /// The candidates of a line, leading ones first.
  static func candidates(in text: Scalars, line: Int, kind: NotePlan.Labels = .numbers)
    -> [NoteLabel]
  {
    switch kind {
    case .numbers:
      text.shortNumbers.filter { text[$0.digits.lowerBound].digitValue != 0 }.compactMap {
        digits, number in
        bracketed(in: text, digits: digits).map {
          NoteLabel(line: line, number: number, range: $0.range, weight: $0.weight, style: $0.style)
        }
          ?? candidate(in: text, digits: digits).map {
            NoteLabel(
              line: line, number: number, range: $0.range, weight: $0.weight,
              style: style(of: text[$0.range]))
          }
      }
    case .signs: signs(in: text, line: line)
    }
  }

  // MARK: - Signs

  /// A sign leads its note, or stands alone or at the end of its line.
  private static func signs(in text: Scalars, line: Int) -> [NoteLabel] {
    NoteSign.runs(in: text).compactMap { run, value in
      let isLeading = text[..<run.lowerBound].allSatisfy(\.isSpacing)
      let isTrailing = text[run.upperBound...].allSatisfy { $0.isSpacing || $0 == "." }
      guard isLeading || isTrailing else { return nil }
      var weight = isLeading ? (isTrailing ? 0.7 : 1) : 0.5
      // A trailing sign that touches its word is a mark.
      if !isLeading, !text[run.lowerBound - 1].isSpacing { weight = 0.1 }
      var range = run
      if isLeading {
        var end = run.upperBound
        while end < text.count, text[end].isSpacing { end += 1 }
        range = (isTrailing ? 0 : run.lowerBound)..<end
      }
      return NoteLabel(line: line, number: value, range: range, weight: weight, style: .sign)
    }
  }

  // MARK: - Numbers

  /// `(1)`, `[1]` and their turned forms, `1-`: at the head of the line, or at its far end.
  private static func bracketed(
    in text: Scalars, digits: Range<Int>
  ) -> (range: Range<Int>, weight: Double, style: Style)? {
    var (start, end) = (digits.lowerBound, digits.upperBound)
    let before = start > 0 ? text[start - 1] : " "
    let after = end < text.count ? text[end] : " "
    var style = Style.brackets
    if before.isPairedBracket, after.isPairedBracket {
      (start, end) = (start - 1, end + 1)
    } else if after.isDash, !before.isDigit, end + 1 < text.count ? !text[end + 1].isDigit : true {
      end += 1
      style = .dash
    } else if before.isDash, start > 1 ? text[start - 2].isSpacing : true, after.isSpacing {
      start -= 1
      style = .dash
    } else {
      return nil
    }
    let isLeading = text[..<start].allSatisfy { $0.isSpacing || $0 == "." }
    let isTrailing = text[end...].allSatisfy { $0.isSpacing || $0 == "." }
    if isLeading {
      while end < text.count, text[end].isSpacing { end += 1 }
      return (0..<end, isTrailing ? 0.9 : style == .dash ? 0.8 : 1, style)
    }
    guard isTrailing, text[..<start].last?.isSpacing ?? false,
      text.first(where: \.isLetter)?.isLeftToRightLetter == true
    else { return nil }
    return (start..<end, 0.6, style)
  }

  private static func style(of label: ArraySlice<Unicode.Scalar>) -> Style {
    if label.contains(".") { return .stop }
    return label.contains(")") ? .bracket : .bare
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
