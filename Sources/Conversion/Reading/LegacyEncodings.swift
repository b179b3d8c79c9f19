/// The single-byte encodings of Hebrew and Arabic text from before Unicode.
///
/// The tables are those of windows-1255 and windows-1256 in the Encoding Standard's index files
/// (encoding.spec.whatwg.org); ISO 8859-8 has its letters in the same places as windows-1255.
enum LegacyEncoding: String, CaseIterable {
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"

  /// The encoding whose letters the bytes above 127 are; `nil` if they are neither's.
  ///
  /// Hebrew letters fill 0xE0-0xFA, while Arabic text is full of alef, lam, waw and yeh (0xC7, 0xE1,
  /// 0xE6, 0xED), of which the first is a vowel sign in Hebrew that hardly any text has.
  static func recognise(_ bytes: [UInt8]) -> LegacyEncoding? {
    var high = 0
    var hebrew = 0
    var arabic = 0
    for byte in bytes where byte >= 0x80 {
      high += 1
      if (0xE0...0xFA).contains(byte) { hebrew += 1 }
      if (0xC1...0xDB).contains(byte) || (0xDD...0xDF).contains(byte)
        || [0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xEC, 0xED].contains(byte)
      {
        arabic += 1
      }
    }
    guard high > 0 else { return nil }
    let alefs = bytes.lazy.filter { $0 == 0xC7 }.count
    if hebrew * 100 >= high * 85, alefs * 50 < high { return .windows1255 }
    if arabic * 100 >= high * 75, alefs * 50 >= high { return .windows1256 }
    return nil
  }

  /// The text; bytes that the encoding leaves free become U+FFFD.
  func decode(_ bytes: [UInt8]) -> String {
    let table = self == .windows1255 ? Self.table1255 : Self.table1256
    var view = String.UnicodeScalarView()
    for byte in bytes {
      let value = byte < 0x80 ? UInt32(byte) : table[Int(byte) - 0x80]
      view.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(view)
  }

  private static let table1255: [UInt32] = {
    var table = (0x80...0xFF).map { UInt32($0) }
    let first: [UInt32] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0xFFFD,
      0x2039, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0xFFFD, 0x203A, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD,
    ]
    table.replaceSubrange(0..<32, with: first)
    table[0x24] = 0x20AA
    table[0x2A] = 0xD7
    table[0x3A] = 0xF7
    for offset in 0..<20 { table[0x40 + offset] = 0x05B0 + UInt32(offset) }
    for offset in 0..<5 { table[0x54 + offset] = 0x05F0 + UInt32(offset) }
    for offset in 0x59...0x5F { table[offset] = 0xFFFD }
    for offset in 0..<27 { table[0x60 + offset] = 0x05D0 + UInt32(offset) }
    table[0x7B] = 0xFFFD
    table[0x7C] = 0xFFFD
    table[0x7D] = 0x200E
    table[0x7E] = 0x200F
    table[0x7F] = 0xFFFD
    return table
  }()

  private static let table1256: [UInt32] = {
    var table = (0x80...0xFF).map { UInt32($0) }
    let first: [UInt32] = [
      0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679,
      0x2039, 0x0152, 0x0686, 0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x06A9, 0x2122, 0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA,
    ]
    table.replaceSubrange(0..<32, with: first)
    table[0x21] = 0x060C
    table[0x2A] = 0x06BE
    table[0x3A] = 0x061B
    table[0x3F] = 0x061F
    let letters: [UInt32] = [
      0x06C1, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0628, 0x0629, 0x062A,
      0x062B, 0x062C, 0x062D, 0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635,
      0x0636, 0xD7, 0x0637, 0x0638, 0x0639, 0x063A, 0x0640, 0x0641, 0x0642, 0x0643, 0xE0, 0x0644,
      0xE2, 0x0645, 0x0646, 0x0647, 0x0648, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0x0649, 0x064A, 0xEE,
      0xEF, 0x064B, 0x064C, 0x064D, 0x064E, 0xF4, 0x064F, 0x0650, 0xF7, 0x0651, 0xF9, 0x0652, 0xFB,
      0xFC, 0x200E, 0x200F, 0x06D2,
    ]
    table.replaceSubrange(0x40..<0x80, with: letters)
    return table
  }()
}
