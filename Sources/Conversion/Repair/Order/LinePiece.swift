import Orthography

/// A line as a program put it out, which may be only a piece of a printed line, with what its edges
/// tell of its neighbours.
///
/// A program cuts a printed line where the direction or the size of its letters changes. The spaces
/// at the cut stay with one of the pieces, so a piece tells whether it goes on.
struct LinePiece {
  /// The line of the source.
  let line: Line
  /// The letters as they are read, and without the spaces at the ends.
  let reading: [Unicode.Scalar]
  let text: [Unicode.Scalar]
  /// Whether a space stood before the first letter, and behind the last.
  let leadsWithSpace: Bool
  let endsWithSpace: Bool
  /// Whether the program keeps such spaces, so that their lack tells something.
  let isSpaced: Bool
  /// How much of a printed line the piece fills, in widths of a usual letter.
  let width: Double
  /// Whether the piece is read from left to right at its start, and at its end.
  let startsLeft: Bool
  let endsLeft: Bool
  /// The number, where the piece is nothing but one of up to three digits, with or without a full
  /// stop: it may be a note mark or a label.
  let number: Int?
  /// Whether the number has the full stop of a label.
  let isStopped: Bool
  /// Brackets that the piece opens and leaves open, less those that it closes and did not open.
  let opens: Int
  let closes: Int

  /// - Parameter edges: the spaces before the first letter and behind the last; `nil` where the
  ///   program does not keep them, or that before the first letter is not sure.
  init(line: Line, reading: [Unicode.Scalar], edges: (leading: Bool?, trailing: Bool)?) {
    self.line = line
    let reading = reading.filter { !(0x202A...0x202E).contains($0.value) }
    self.reading = reading
    isSpaced = edges.map { $0.leading != nil } ?? false
    let kinds = reading.map(Kind.init)
    let first = kinds.firstIndex { $0 != .space } ?? 0
    let last = (kinds.lastIndex { $0 != .space } ?? -1) + 1
    let text = first < last ? Array(reading[first..<last]) : []
    let inner = first < last ? Array(kinds[first..<last]) : []
    self.text = text
    let digits = text.drop { $0 == "." }.prefix { Kind($0) == .digit || Kind($0) == .arabicDigit }
    isStopped = digits.count < text.count
    let isNumber =
      (1...3).contains(digits.count) && text.count <= digits.count + 1
      && (digits.count == text.count || text.first == "." || text.last == ".")
    number =
      isNumber ? digits.reduce(0) { $0 * 10 + Int($1.properties.numericValue ?? 0) } : nil
    // A label stands at the head of its line: its space is behind it, wherever it was put out.
    let isLabel = number != nil && isStopped
    let (leads, ends) = (edges?.leading ?? false, edges?.trailing ?? false)
    leadsWithSpace = leads && !isLabel
    endsWithSpace = ends || (isLabel && leads)
    width = text.reduce(0) { $0 + Self.width($1) }
    let isLatin = !inner.contains(.right) && inner.contains(.left)
    startsLeft = isLatin || inner.first?.isLeftToRight == true
    endsLeft = Self.endsLeft(inner, isLatin: isLatin)
    (opens, closes) = Self.balance(text)
  }

  /// Whether the last letter or number reaches to the end, but for the sign of a percentage, or there
  /// is nothing but Latin.
  private static func endsLeft(_ kinds: [Kind], isLatin: Bool) -> Bool {
    if isLatin { return true }
    var kinds = kinds[...]
    while kinds.last == .terminator { kinds = kinds.dropLast() }
    return kinds.last?.isLeftToRight == true
  }

  /// The width of a sign as typefaces have it, in widths of a usual letter.
  private static func width(_ sign: Unicode.Scalar) -> Double {
    switch Kind(sign) {
    case .mark: return 0
    case .space: return 0.55
    case .separator: return 0.5
    case .right: return "וזין׳'־ךاأإآلر".unicodeScalars.contains(sign) ? 0.65 : 1.05
    case .left: return "iljtfrI".unicodeScalars.contains(sign) ? 0.6 : 1
    default: return sign.isBracket ? 0.6 : 1
    }
  }

  /// The brackets that are left open and that are closed too often, by the side that touches a word:
  /// their shapes tell nothing yet.
  private static func balance(_ text: [Unicode.Scalar]) -> (opens: Int, closes: Int) {
    var (opens, closes) = (0, 0)
    for index in text.indices where text[index] == "(" || text[index] == ")" {
      if isOpening(text, index) {
        opens += 1
      } else if opens > 0 {
        opens -= 1
      } else {
        closes += 1
      }
    }
    return (opens, closes)
  }

  private static func isOpening(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = index > 0 ? text[index - 1] : nil
    let after = index + 1 < text.count ? text[index + 1] : nil
    guard let after else { return before.map { Kind($0) == .space } ?? false }
    if Kind(after) == .space || Spacing.isCloser(after) { return false }
    return before.map { Kind($0) == .space || Kind($0) == .neutral } ?? true
  }
}

extension LinePiece {
  /// Whether the piece opens a bracket at its very end, so that something must follow.
  var endsOpen: Bool {
    guard let last = text.last else { return false }
    return last.value == 0x5BE || (last.isBracket && opens > 0)
      || (text.count == 1 && last.isBracket && !startsClosing)
  }

  /// Whether the piece begins with what can only follow something: closing punctuation.
  var startsClosing: Bool {
    guard let first = text.first else { return false }
    // `.5`: a full stop and a mark. A label that was put out so has a space.
    if Spacing.isCloser(first) { return number == nil || (!endsWithSpace && !leadsWithSpace) }
    guard number == nil else { return false }
    if Spacing.isQuote(first), text.count > 1, Spacing.isCloser(text[1]) { return true }
    guard first.isBracket || first.value == 0x2013 else { return false }
    // A bracket by itself opens if a space stands before it.
    if first.isBracket, text.count == 1 { return isSpaced && !leadsWithSpace }
    return text.count == 1 || Kind(text[1]) == .space || Spacing.isCloser(text[1])
  }

  /// Whether the piece is an address of electronic mail.
  var isMail: Bool { text.contains("@") && !text.contains(" ") }

  var endsSentence: Bool { Ending.endsSentence(text) }

  /// Pieces of one printed line as one line.
  ///
  /// - Parameter marks: whether each piece is a note mark, as far as the others tell.
  static func joined(_ pieces: [LinePiece], marks: [Bool]) -> Line {
    guard let first = pieces.first else { return Line(text: "", number: 0) }
    var line = first.line
    var text = first.text
    for index in pieces.indices.dropFirst() {
      let (last, next) = (pieces[index - 1], pieces[index])
      line.furtherNumbers += [next.line.number] + next.line.furtherNumbers
      let touches =
        marks[index] || next.startsClosing
        || (next.isSpaced && PieceSeams.isMark(next, behind: last))
      let isParted = !next.startsClosing && (last.endsWithSpace || next.leadsWithSpace)
      if isParted {
        text += [" "] + next.text
      } else {
        text = touches ? text + next.text : Respacing.joined(text, next.text)
      }
    }
    line.text = text.text
    return line
  }
}
