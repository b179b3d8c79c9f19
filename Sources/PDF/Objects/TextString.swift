/// Text strings outside content streams (ISO 32000-2, 7.9.2.2): UTF-16, UTF-8 or PDFDocEncoding.
enum TextString {
  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2)) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return utf16(
        stride(from: 2, to: bytes.count - 1, by: 2).flatMap { [bytes[$0 + 1], bytes[$0]] })
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(document(byte)) }
    return String(text)
  }

  /// Big-endian UTF-16.
  static func utf16(_ bytes: some Sequence<UInt8>) -> String {
    var units: [UInt16] = []
    var high: UInt8?
    for byte in bytes {
      if let first = high {
        units.append(UInt16(first) << 8 | UInt16(byte))
        high = nil
      } else {
        high = byte
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// PDFDocEncoding (annex D.3).
  private static func document(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x18...0x1F: accents[Int(byte) - 0x18]
    case 0x80...0x9E: signs[Int(byte) - 0x80]
    case 0xA0: "\u{20AC}"
    default: Unicode.Scalar(byte)
    }
  }

  private static let accents = Array(
    "\u{2D8}\u{2C7}\u{2C6}\u{2D9}\u{2DD}\u{2DB}\u{2DA}\u{2DC}".unicodeScalars)
  private static let signs = Array("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž".unicodeScalars)
}
