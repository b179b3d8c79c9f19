/// Writes XML in UTF-8, element by element.
///
/// Text and attribute values are escaped, and characters that XML 1.0 does not allow are left out.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes the declaration.
  init(declared: Bool = true) {
    if declared { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  /// Markup as it stands.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  mutating func raw(_ markup: [UInt8]) { bytes += markup }

  mutating func text(_ text: String) { escape(text, quotes: false) }

  mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
    start(name, attributes)
    raw(">")
  }

  mutating func close(_ name: String) { raw("</\(name)>") }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) {
    start(name, attributes)
    raw("/>")
  }

  /// An element with what `content` writes inside it.
  mutating func element(
    _ name: String, _ attributes: [(String, String?)] = [], _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element of text alone; nothing where there is no text.
  mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text: String?) {
    guard let text, !text.isEmpty else { return }
    open(name, attributes)
    self.text(text)
    close(name)
  }

  mutating func newline() { raw("\n") }

  private mutating func start(_ name: String, _ attributes: [(String, String?)]) {
    raw("<")
    raw(name)
    for case (let name, let value?) in attributes {
      raw(" ")
      raw(name)
      raw("=\"")
      escape(value, quotes: true)
      raw("\"")
    }
  }

  private mutating func escape(_ text: String, quotes: Bool) {
    var text = text
    text.withUTF8 { escape($0, quotes: quotes) }
  }

  /// Appends what needs no escape in runs.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, quotes: Bool) {
    var start = 0
    var index = 0
    while index < text.count {
      var (length, escape) = (1, "")
      switch text[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\"") where quotes: escape = "&quot;"
      case 0x09, 0x0A, 0x0D:
        guard quotes else {
          index += 1
          continue
        }
        escape = " "
      case 0...0x1F: break
      // U+FFFE and U+FFFF.
      case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
        length = 3
      default:
        index += 1
        continue
      }
      bytes += text[start..<index]
      bytes += escape.utf8
      index += length
      start = index
    }
    bytes += text[start...]
  }
}
