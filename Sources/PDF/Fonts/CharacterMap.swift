/// A CMap (ISO 32000-2, 9.7.5 and 9.10.3): codes of one to four bytes to CIDs or to Unicode.
struct CharacterMap {
  /// The letters of codes (ToUnicode).
  private(set) var letters: [UInt32: String] = [:]
  /// The CIDs of codes.
  private(set) var cids: [UInt32: UInt32] = [:]
  /// How long codes are, by the range in which they lie.
  private(set) var spaces: [(length: Int, low: UInt32, high: UInt32)] = []

  /// The most codes that one map names: the codes of two bytes.
  private static let most = 1 << 16

  init(_ bytes: [UInt8]) {
    var scanner = ContentScanner(bytes)
    var operands: [PDFObject] = []
    while let token = scanner.next() {
      switch token {
      case .operand(let operand): operands.append(operand)
      case .keyword(let word):
        switch word {
        case "endcodespacerange": readSpaces(operands)
        case "endbfchar": readCharacters(operands)
        case "endbfrange": readRanges(operands)
        case "endcidchar": readCIDs(operands)
        case "endcidrange": readCIDRanges(operands)
        default: break
        }
        operands = []
      }
      if operands.count > 4 * Self.most { break }
    }
  }

  private static func code(_ bytes: [UInt8]) -> UInt32 {
    bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func readSpaces(_ operands: [PDFObject]) {
    for index in stride(from: 0, to: operands.count - 1, by: 2) {
      guard let low = operands[index].bytes, let high = operands[index + 1].bytes,
        (1...4).contains(low.count), spaces.count < 256
      else { continue }
      spaces.append((low.count, Self.code(low), Self.code(high)))
    }
  }

  private mutating func readCharacters(_ operands: [PDFObject]) {
    for index in stride(from: 0, to: operands.count - 1, by: 2) {
      guard let code = operands[index].bytes else { continue }
      if let text = operands[index + 1].bytes {
        letters[Self.code(code)] = TextString.utf16(text)
      } else if let name = operands[index + 1].name {
        letters[Self.code(code)] = GlyphNames.text(of: name)
      }
    }
  }

  private mutating func readRanges(_ operands: [PDFObject]) {
    for index in stride(from: 0, to: operands.count - 2, by: 3) {
      guard let first = operands[index].bytes, let last = operands[index + 1].bytes else {
        continue
      }
      let (low, high) = (Self.code(first), Self.code(last))
      guard low <= high else { continue }
      if case .array(let texts) = operands[index + 2] {
        for (place, text) in texts.prefix(Int(min(high - low, 0xFFFF)) + 1).enumerated() {
          if let bytes = text.bytes { letters[low + UInt32(place)] = TextString.utf16(bytes) }
        }
      } else if let bytes = operands[index + 2].bytes {
        let text = Array(TextString.utf16(bytes).unicodeScalars)
        guard let end = text.last else { continue }
        for step in 0...min(high - low, 0xFFFF) where letters.count < Self.most {
          guard let scalar = Unicode.Scalar(end.value &+ step) else { break }
          var view = String.UnicodeScalarView(text.dropLast())
          view.append(scalar)
          letters[low + step] = String(view)
        }
      }
    }
  }

  private mutating func readCIDs(_ operands: [PDFObject]) {
    for index in stride(from: 0, to: operands.count - 1, by: 2) {
      guard let code = operands[index].bytes, let cid = operands[index + 1].integer, cid >= 0 else {
        continue
      }
      cids[Self.code(code)] = UInt32(cid)
    }
  }

  private mutating func readCIDRanges(_ operands: [PDFObject]) {
    for index in stride(from: 0, to: operands.count - 2, by: 3) {
      guard let first = operands[index].bytes, let last = operands[index + 1].bytes,
        let cid = operands[index + 2].integer, cid >= 0
      else { continue }
      let (low, high) = (Self.code(first), Self.code(last))
      guard low <= high else { continue }
      for step in 0...min(high - low, 0xFFFF) where cids.count < Self.most {
        cids[low + step] = UInt32(cid) + step
      }
    }
  }

  /// The length of the code that begins at a place.
  func length(of bytes: [UInt8], at index: Int) -> Int? {
    for length in 1...4 where index + length <= bytes.count {
      let code = Self.code(Array(bytes[index..<(index + length)]))
      if spaces.contains(where: { $0.length == length && $0.low <= code && code <= $0.high }) {
        return length
      }
    }
    return nil
  }
}
