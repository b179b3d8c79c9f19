import Orthography

/// Joins the pieces into which a program broke a printed line, at numbers, Latin words and brackets.
///
/// A line is broken where the direction changes, and nowhere else: what follows a bracket that opens,
/// begins with one that closes, or is a number or Latin after a word in mid-sentence, is a piece. The
/// pieces of a line are no wider together than the column. A number of one to three digits alone may
/// be a note mark and stays by itself.
struct LinePieces {
  /// The width of a full line in signs.
  private let fullWidth: Int

  /// Whether lines were broken so at all: pieces that begin with a closing sign, or end with an
  /// opening one, are no rarity.
  private let hasPieces: Bool

  init(pages: [Page]) {
    let widths = pages.lazy.flatMap(\.lines).map { $0.text.unicodeScalars.count }
      .filter { $0 > 20 }.sorted()
    fullWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    let lines = pages.lazy.flatMap(\.lines).filter { !$0.text.isEmpty }
    let torn = lines.count { line in
      guard let start = line.text.unicodeScalars.first, let end = line.text.unicodeScalars.last
      else { return false }
      return Self.closes(start) || Brackets.closing[end] != nil || end.value == 0x5BE
    }
    hasPieces = torn > 3 && torn * 18 > lines.count
  }

  private static func closes(_ sign: Unicode.Scalar) -> Bool {
    Brackets.opening[sign] != nil || Spacing.isCloser(sign) || sign.value == 0x2013
  }

  /// The lines of a page with pieces joined.
  func joined(_ page: Page) -> Page {
    guard fullWidth > 30, hasPieces else { return page }
    var lines: [Line] = []
    for (index, line) in page.lines.enumerated() {
      // The first line may be the running head.
      if let last = lines.last, index > 1, belongs(line, to: last) {
        lines[lines.count - 1] = Self.join(last, line)
      } else {
        lines.append(line)
      }
    }
    return Page(lines: lines)
  }

  private func belongs(_ next: Line, to last: Line) -> Bool {
    let (left, right) = ([Unicode.Scalar](last.text), [Unicode.Scalar](next.text))
    guard let end = left.last, let start = right.first,
      left.count + right.count <= fullWidth * 11 / 10, !Self.isShortNumber(left),
      !Self.isShortNumber(right) || Self.bindsNumber(left)
    else { return false }
    if Brackets.closing[end] != nil || end.value == 0x5BE { return true }
    if Self.closes(start) { return true }
    let (endKind, startKind) = (Kind(end), Kind(start))
    if end.value == 0x2013 { return startKind.isLeftToRight }
    guard !".!?؟:".unicodeScalars.contains(end) else { return false }
    let isLatin = !right.contains { Kind($0) == .right }
    if endKind == .right || end == "," || end == "،" {
      // A number before words may be a note's, if it is short.
      let digits = right.prefix { Kind($0) == .digit }.count
      return startKind.isLeftToRight && right.count < fullWidth * 6 / 10
        && (isLatin || digits > 3
          || (digits > 0 && digits < right.count && isJoined(right, digits)))
    }
    let wasLatin = !left.contains { Kind($0) == .right }
    if endKind.isLeftToRight || endKind == .terminator {
      return startKind == .right
        && (left.count < fullWidth * (wasLatin ? 6 : 8) / 10) && (wasLatin || endKind != .left)
        && !Self.isListNumber(left) && !Self.endsWithMark(left)
    }
    return false
  }

  /// Whether a sign that joins numbers follows the digits: `12/85`, `9,874`, `31.5%`.
  private func isJoined(_ line: [Unicode.Scalar], _ digits: Int) -> Bool {
    let after = line[digits]
    guard Kind(after) != .terminator else { return true }
    return digits + 1 < line.count && Kind(after) == .separator && Kind(line[digits + 1]) == .digit
  }

  private static func isShortNumber(_ line: [Unicode.Scalar]) -> Bool {
    line.count < 4 && line.allSatisfy { Kind($0) == .digit || Kind($0) == .arabicDigit }
  }

  private static func isListNumber(_ line: [Unicode.Scalar]) -> Bool {
    line.count < 6 && line.contains { $0 == "." || $0 == ")" }
  }

  /// Whether a line ends with a raised number behind a full stop.
  private static func endsWithMark(_ line: [Unicode.Scalar]) -> Bool {
    let digits = line.reversed().prefix { Kind($0) == .digit }.count
    guard (1...3).contains(digits), line.count > digits + 1 else { return false }
    let before = line[line.count - digits - 1]
    return Spacing.isCloser(before) && Kind(line[line.count - digits - 2]) != .digit
      || Spacing.isQuote(before) || Brackets.opening[before] != nil
  }

  /// Whether a number must follow: a maqaf, an open bracket.
  private static func bindsNumber(_ line: [Unicode.Scalar]) -> Bool {
    guard let end = line.last else { return false }
    return end.value == 0x5BE || Brackets.closing[end] != nil
  }

  private static func join(_ last: Line, _ next: Line) -> Line {
    var line = last
    let (left, right) = ([Unicode.Scalar](last.text), [Unicode.Scalar](next.text))
    line.text = Respacing.joined(left, right).text
    line.furtherNumbers += [next.number] + next.furtherNumbers
    return line
  }
}
