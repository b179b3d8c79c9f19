/// The label that a line begins with as a note does.
struct NoteHead {
  enum Style {
    case raised
    /// `1.`, `1)`, `1-`
    case stopped
    /// `(1)`, `[1]`
    case enclosed
    /// A number and a space.
    case bare
  }

  /// In ASCII figures, as in the text's marks.
  var label: String
  var style: Style
  /// The line's text behind it.
  var rest: Scalars

  var number: Int? { Int(label) }

  /// - Parameter isBareTaken: whether a number without a stop may be a label.
  init?(_ line: PrintedLine, reader: LineReader, isBareTaken: Bool) {
    let text = line.text
    if text.first == Marker.note, let end = text.firstIndex(of: Marker.end) {
      label = PrintedNoteLabel.ascii(Array(text[1..<end]))
      style = .raised
      rest = Self.behindStop(Array(text[(end + 1)...]))
      guard !label.contains(",") else { return nil }
      return
    }
    if let (own, length) = Self.printed(text, isBareTaken: isBareTaken) {
      (label, style) = own
      rest = Array(text[length...]).trimmed
      return
    }
    // Latin in a right-to-left paper: the number may stand at the other end.
    let inked = line.clusters.reversed().drop(while: \.isSpace)
    let own = inked.prefix {
      $0.isRaised
        || isBareTaken && line.base == 1 && line.hasRight && $0.isDigit
          && $0.isRaised == inked.first?.isRaised
    }
    let behind = inked.dropFirst(own.count).first
    guard let last = own.first, let behind, last.isRaised || behind.isSpace && own.count <= 3,
      let found = PrintedNoteLabel.label(
        own.reversed().flatMap { Array($0.text.unicodeScalars) })
    else { return nil }
    label = PrintedNoteLabel.ascii(found)
    style = last.isRaised ? .raised : .bare
    rest = reader.text(
      Array(inked.dropFirst(own.count).reversed()), base: last.isRaised ? line.base : 1,
      size: line.size)
  }

  private static func behindStop(_ text: Scalars) -> Scalars {
    var rest = text.trimmed[...]
    if let first = rest.first, first == "." || first == ")" || first == ":" || first == "-" {
      rest = rest.dropFirst()
    }
    return Array(rest).trimmed
  }

  private static func printed(
    _ text: Scalars, isBareTaken: Bool
  ) -> (label: (String, Style), length: Int)? {
    var index = 0
    let isEnclosed = text.first == "(" || text.first == "["
    if isEnclosed { index = 1 }
    let start = index
    while index < text.count, PrintedNoteLabel.signs.contains(text[index]), index - start < 4 {
      index += 1
    }
    if index > start {
      let sign = text[start..<index].string
      if index < text.count, text[index] == ")" { index += 1 }
      while index < text.count, text[index].isSpacing { index += 1 }
      return index < text.count ? ((sign, .raised), index) : nil
    }
    while index < text.count, text[index].isDigit, index - start < 4 { index += 1 }
    guard (1...3).contains(index - start), index < text.count else { return nil }
    let label = PrintedNoteLabel.ascii(Array(text[start..<index]))
    guard label.first != "0" else { return nil }
    let sign = text[index]
    let after = index + 1 < text.count ? text[index + 1] : " "
    if isEnclosed {
      guard sign == ")" || sign == "]" else { return nil }
      return ((label, .enclosed), skippingSpace(text, index + 1))
    }
    if sign == "." || sign == ")" || sign == "-" || sign == "–" || sign == "ـ" {
      guard !after.isDigit, sign == "." || sign == ")" || after.isSpacing else { return nil }
      return ((label, .stopped), skippingSpace(text, index + 1))
    }
    if isBareTaken, sign.isSpacing || sign.isRightToLeftLetter {
      return ((label, .bare), skippingSpace(text, index))
    }
    return nil
  }

  private static func skippingSpace(_ text: Scalars, _ index: Int) -> Int {
    var index = index
    while index < text.count, text[index].isSpacing { index += 1 }
    return index
  }
}
