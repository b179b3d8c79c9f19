import Manuscript

/// A block's inlines as one run of UTF-8, so that what crosses markup (a Latin phrase with an
/// emphasised title in it, a citation) can be found as a whole and marked in one piece.
///
/// What isolates itself on the page (note marks, code, pictures, passages with a language of their
/// own) is one object character, as UAX #9 sees it.
struct FlatText {
  var bytes: [UInt8] = []
  /// Where elements with content lie, in the order of their beginnings, an outer one before those
  /// in it; what is marked may not cross their edges.
  var containers: [Range<Int>] = []
  /// Links, autolinks among them: no other link may be put into or round them.
  var links: [Range<Int>] = []
  /// The outermost stretches set off by emphasis.
  var emphasised: [Range<Int>] = []
  /// Addresses written as autolinks.
  var addresses: [Range<Int>] = []

  /// U+FFFC, the object replacement character.
  static let object: [UInt8] = [0xEF, 0xBF, 0xBC]

  init(_ inlines: [Inline]) { append(inlines) }

  init(_ text: String) { bytes = Array(text.utf8) }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines { append(inline) }
  }

  private mutating func append(_ inline: Inline) {
    let start = bytes.count
    switch inline {
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      append(container: content)
      while let inner = emphasised.last, inner.lowerBound >= start { emphasised.removeLast() }
      emphasised.append(start..<bytes.count)
    case .link(let link) where link.isAutolink:
      bytes.append(contentsOf: link.content.plainText.utf8)
      addresses.append(start..<bytes.count)
      links.append(start..<bytes.count)
    case .link(let link):
      append(container: link.content)
      links.append(start..<bytes.count)
    case .crossReference(let reference):
      append(container: reference.content)
      links.append(start..<bytes.count)
    case .code, .image, .noteReference, .span, .math, .numberedReference:
      bytes.append(contentsOf: Self.object)
    case .softBreak: bytes.append(UInt8(ascii: " "))
    case .lineBreak: bytes.append(UInt8(ascii: "\n"))
    case .pageBreak: break
    }
  }

  private mutating func append(container content: [Inline]) {
    let place = containers.count
    let start = bytes.count
    containers.append(start..<start)
    append(content)
    containers[place] = start..<bytes.count
  }
}
