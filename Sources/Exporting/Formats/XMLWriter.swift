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
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"" where quotes: raw("&quot;")
      case "\t", "\n", "\r": bytes.append(quotes ? 0x20 : UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }
}
