/// What the bytes of a text show at once, so that the closer look is taken at few texts only.
struct QuickLook {
  private(set) var hasBracket = false
  /// A presentation form or an invisible mark may be there.
  private(set) var hasRareSign = false
  /// A letter that ends words stands before another of its script.
  private(set) var hasFinalLetterInside = false
  private(set) var hasQuotationMark = false
  /// Two stars in a row.
  private(set) var hasStars = false
  private(set) var hasASCIIDigit = false
  private(set) var hasArabicDigit = false
  /// The first byte; 0 where there is none.
  private(set) var first: UInt8 = 0

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { QuickLook($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    first = bytes.first ?? 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        switch byte {
        case 0x28, 0x29, 0x5B, 0x5D: hasBracket = true
        case 0x22: hasQuotationMark = true
        case 0x2A where index + 1 < bytes.count && bytes[index + 1] == 0x2A: hasStars = true
        case 0x30...0x39: hasASCIIDigit = true
        default: break
        }
        index += 1
        continue
      }
      if byte & 0xC0 == 0x80 || index + 1 >= bytes.count {
        index += 1
        continue
      }
      look(at: byte, bytes[index + 1], bytes, index)
      index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
  }

  private mutating func look(
    at byte: UInt8, _ next: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) {
    switch (byte, next) {
    case (0xEF, _), (0xE2, 0x80), (0xE2, 0x81), (0xD8, 0x9C), (0xC2, 0xAD):
      // Dashes and typographic quotation marks share their first bytes with the marks.
      if byte != 0xE2 || index + 2 >= bytes.count {
        hasRareSign = true
      } else if next == 0x81 || bytes[index + 2] < 0x90 || bytes[index + 2] > 0xA9 {
        hasRareSign = true
      }
    case (0xD7, 0xB4): hasQuotationMark = true
    case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): hasArabicDigit = true
    case (0xD7, 0x9A), (0xD7, 0x9D), (0xD7, 0x9F), (0xD7, 0xA3), (0xD7, 0xA5), (0xD8, 0xA9):
      if index + 2 < bytes.count, (0xD6...0xDB).contains(bytes[index + 2]) {
        hasFinalLetterInside = true
      }
    default: break
    }
  }
}
