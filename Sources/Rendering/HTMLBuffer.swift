/// HTML that is being written, as UTF-8.
///
/// What is written is well-formed XML too: every attribute is quoted, every element closed.
struct HTMLBuffer {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Appends finished markup.
  mutating func markup(_ string: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount))
  }

  /// Appends finished markup.
  mutating func markup(_ finished: [UInt8]) { bytes.append(contentsOf: finished) }

  /// Whether what is written so far ends with a piece of markup.
  func ends(with string: StaticString) -> Bool {
    bytes.count >= string.utf8CodeUnitCount
      && string.withUTF8Buffer { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Appends text, escaped.
  mutating func text(_ string: String) {
    var string = string
    string.withUTF8 { appendEscaped($0) }
  }

  /// Appends a range of UTF-8 text, escaped.
  mutating func text(_ utf8: [UInt8], _ range: Range<Int>) {
    utf8.withUnsafeBufferPointer { appendEscaped(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Appends ` name="value"`, the value escaped.
  mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    markup(name)
    markup("=\"")
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends ` name="number"`.
  mutating func attribute(_ name: StaticString, _ value: Int) {
    attribute(name, String(value))
  }

  /// Escapes what HTML and XML read as markup; leaves out what XML 1.0 has no place for (C0
  /// controls, U+FFFE, U+FFFF) and the embeddings, overrides and isolates of UAX #9, for the
  /// page's elements isolate, and an override left open would turn all that follows.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    func byte(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }
    while index < text.count {
      var replacement: StaticString = ""
      var width = 1
      switch text[index] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: break
      case 0xE2
      where (byte(index + 1) == 0x80 && (0xAA...0xAE).contains(byte(index + 2)))
        || (byte(index + 1) == 0x81 && (0xA6...0xA9).contains(byte(index + 2))):
        width = 3
      case 0xEF where byte(index + 1) == 0xBF && byte(index + 2) >= 0xBE:
        width = 3
      default:
        index += 1
        continue
      }
      bytes.append(contentsOf: text[start..<index])
      markup(replacement)
      index += width
      start = index
    }
    bytes.append(contentsOf: text[start..<text.count])
  }
}
