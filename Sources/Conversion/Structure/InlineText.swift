import Manuscript

/// Turns a passage's text with its markers into inlines: page breaks, note references, links,
/// emphasis where the source is Markdown.
struct InlineText {
  /// The printed numbers of the pages, by index.
  let pageNumbers: [Int: Int]
  /// Whether the source is Markdown already: its emphasis and escapes are taken as such.
  let isMarkdown: Bool
  /// The signs of the notes that have one, by label.
  var noteSigns: [Int: String] = [:]

  func inlines(_ text: Scalars) -> [Inline] {
    var inlines: [Inline] = []
    var plain: Scalars = []
    func flush() {
      if !plain.isEmpty { inlines.append(.text(plain.string)) }
      plain = []
    }
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar == Marker.page, index + 1 < text.count {
        flush()
        let page = Marker.pageIndex(text[index + 1]) ?? 0
        inlines.append(.pageBreak(pageNumbers[page].map(String.init)))
        index += 2
      } else if scalar == Marker.note {
        flush()
        var label: Scalars = []
        index += 1
        while index < text.count, text[index] != Marker.end {
          label.append(text[index])
          index += 1
        }
        inlines.append(.noteReference(Marker.label(label).map(noteLabel) ?? label.string))
        index += 1
      } else if let (address, length) = Self.address(text, at: index) {
        flush()
        inlines.append(
          .link(Link(destination: address, content: [.text(address)], isAutolink: true)))
        index += length
      } else if isMarkdown, scalar == "*", let end = Self.emphasisEnd(text, from: index) {
        flush()
        inlines.append(.emphasis(self.inlines(Array(text[(index + 1)..<end]))))
        index = end + 1
      } else if isMarkdown, scalar == "\\", index + 1 < text.count,
        Self.isEscapable(text[index + 1])
      {
        plain.append(text[index + 1])
        index += 2
      } else {
        plain.append(scalar)
        index += 1
      }
    }
    flush()
    return inlines
  }

  /// A note's label as the article writes it.
  func noteLabel(_ number: Int) -> String { noteSigns[number] ?? String(number) }

  private static func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value)
      || (0x5B...0x60).contains(scalar.value) || (0x7B...0x7E).contains(scalar.value)
  }

  private static func emphasisEnd(_ text: Scalars, from start: Int) -> Int? {
    guard start + 1 < text.count, !text[start + 1].isSpacing, text[start + 1] != "*" else {
      return nil
    }
    var index = start + 2
    while index < text.count, index - start < 400 {
      if text[index] == "*", !text[index - 1].isSpacing { return index }
      index += 1
    }
    return nil
  }

  /// The address that begins at an index, with the number of scalars that it takes.
  static func address(_ text: Scalars, at index: Int) -> (String, Int)? {
    var start = index
    let isBracketed = text[index] == "<"
    if isBracketed { start += 1 }
    guard start + 8 < text.count, text[start] == "h" || text[start] == "H",
      text[start + 1] == "t" || text[start + 1] == "T"
    else { return nil }
    let head = text[start..<min(text.count, start + 8)].string.lowercased()
    guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
    if index > 0, !isBracketed, text[index - 1].isLeftToRightLetter { return nil }
    var end = start
    while end < text.count, !text[end].isSpacing, text[end] != "<", text[end] != ">",
      !Marker.isMarker(text[end]), !text[end].isRightToLeftLetter
    { end += 1 }
    if isBracketed {
      guard end < text.count, text[end] == ">" else { return nil }
      return (text[start..<end].string, end + 1 - index)
    }
    while end > start {
      let last = text[end - 1]
      let isSign = last.isClausePunctuation || last.isQuotationMark
      let isLooseBracket =
        last.isClosingBracket
        && text[start..<end].lazy.filter(\.isOpeningBracket).count
          < text[start..<end].lazy.filter(\.isClosingBracket).count
      guard isSign || isLooseBracket || last.isOpeningBracket else { break }
      end -= 1
    }
    guard end - start > 8 else { return nil }
    return (text[start..<end].string, end - index)
  }
}
