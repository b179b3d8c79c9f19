import Orthography

/// A stretch of text of one kind, as the search for runs of the other direction sees it.
struct Token {
  var kind: Kind
  var range: Range<Int>

  enum Kind: UInt8 {
    case hebrew
    case arabic
    case latin
    /// Letters of other scripts, taken as left to right.
    case otherLetters
    /// Digits 0-9.
    case digits
    /// Arabic-Indic and Eastern Arabic-Indic digits.
    case arabicDigits
    case space
    case lineBreak
    case opening
    case closing
    case quote
    /// A hyphen, dash or sign that may stand before a number or between two.
    case dash
    /// What stands beside a number: currency, percent, degree.
    case unit
    /// Digits and signs above or below the line.
    case superscript
    case punctuation
    /// Punctuation of Hebrew and Arabic: maqaf, geresh, the Arabic comma.
    case rightToLeftSign
    /// A web or mail address or a DOI.
    case address
    /// Something that isolates itself: a note mark, code, a picture.
    case object

    /// Whether it is letters.
    var isLetters: Bool { rawValue <= Kind.otherLetters.rawValue }

    /// The direction of letters and addresses; `nil` for what has none of its own.
    var direction: Direction? {
      switch self {
      case .hebrew, .arabic: .rightToLeft
      case .latin, .otherLetters, .address: .leftToRight
      default: nil
      }
    }
  }
}

/// Cuts text into tokens.
enum Tokens {
  /// The tokens of the text in order, without gaps.
  static func cut(_ flat: FlatText) -> [Token] {
    let bytes = flat.bytes
    let ascii = ascii
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 4)
    var autolinks = flat.addresses[...]
    var index = 0
    while index < bytes.count {
      if let link = autolinks.first, link.lowerBound <= index {
        autolinks.removeFirst()
        if link.upperBound > index {
          tokens.append(Token(kind: .address, range: index..<link.upperBound))
          index = link.upperBound
        }
        continue
      }
      if let end = addressEnd(bytes, index, previous: tokens.last?.kind) {
        tokens.append(Token(kind: .address, range: index..<end))
        index = end
        continue
      }
      let previous = tokens.last
      let (kind, width) =
        bytes[index] < 0x80
        ? (ascii[Int(bytes[index])], 1) : classify(bytes, index, previous: previous?.kind)
      var end = min(index + width, bytes.count)
      if joins(kind) { end = runEnd(bytes, end, of: kind) }
      if let previous, previous.kind == kind, joins(kind) {
        tokens[tokens.count - 1].range = previous.range.lowerBound..<end
      } else {
        tokens.append(Token(kind: kind, range: index..<end))
      }
      index = end
    }
    return tokens
  }

  private static func joins(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .hebrew, .arabic, .latin, .otherLetters, .digits, .arabicDigits, .space, .superscript: true
    default: false
    }
  }

  /// Where the commonest letters of a kind end: what is told by its bytes alone.
  private static func runEnd(_ bytes: [UInt8], _ start: Int, of kind: Token.Kind) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      switch kind {
      case .hebrew:
        while index + 1 < bytes.count, bytes[index] == 0xD7, bytes[index + 1] >= 0x90,
          bytes[index + 1] <= 0xAA
        {
          index += 2
        }
      case .arabic:
        // U+0621-U+063A and U+0641-U+0652.
        while index + 1 < bytes.count,
          (bytes[index] == 0xD8 && bytes[index + 1] >= 0xA1 && bytes[index + 1] <= 0xBA)
            || (bytes[index] == 0xD9 && bytes[index + 1] >= 0x81 && bytes[index + 1] <= 0x92)
        {
          index += 2
        }
      case .latin:
        while index < bytes.count, bytes[index] | 0x20 >= 97, bytes[index] | 0x20 <= 122 {
          index += 1
        }
      default: break
      }
      return index
    }
  }

  private static func classify(
    _ bytes: [UInt8], _ index: Int, previous: Token.Kind?
  ) -> (Token.Kind, Int) {
    if bytes[index] == 0xD7, index + 1 < bytes.count, (0x90...0xAA).contains(bytes[index + 1]) {
      return (.hebrew, 2)
    }
    let (scalar, width) = decode(bytes, index)
    return (kind(of: scalar, previous: previous), width)
  }

  private static let ascii: [Token.Kind] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .latin
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digits
    case UInt8(ascii: "\n"): .lineBreak
    case 0x00...0x20: .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "-"), UInt8(ascii: "+"): .dash
    case UInt8(ascii: "%"), UInt8(ascii: "$"): .unit
    default: .punctuation
    }
  }

  private static func kind(of scalar: Unicode.Scalar, previous: Token.Kind?) -> Token.Kind {
    switch scalar.value {
    case 0x0660...0x0669, 0x06F0...0x06F9, 0x066B, 0x066C: return .arabicDigits
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return .space
    case 0x2028, 0x2029: return .lineBreak
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x05F4: return .quote
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209C: return .superscript
    case 0x2010...0x2015, 0x2212, 0xB1: return .dash
    case 0x20A0...0x20CF, 0xA2...0xA5, 0xB0, 0x2030, 0x2032, 0x2033: return .unit
    case 0xFFFC: return .object
    case 0x0300...0x036F, 0x200B...0x200F, 0x2060: return previous ?? .punctuation
    case 0x05BE, 0x05C0, 0x05C3, 0x05F3, 0x060C, 0x061B, 0x061F, 0x066A, 0x06D4:
      return .rightToLeftSign
    case 0x2016...0x2027: return .punctuation
    default: break
    }
    switch Script(scalar) {
    case .hebrew: return .hebrew
    case .arabic: return .arabic
    case .latin: return .latin
    case .other: return .otherLetters
    case nil: return .punctuation
    }
  }

  /// The scalar that begins at a byte, and its width; the bytes come from a `String`, so they are
  /// valid UTF-8.
  static func decode(_ bytes: [UInt8], _ index: Int) -> (Unicode.Scalar, Int) {
    func tail(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    let lead = UInt32(bytes[index])
    let value: UInt32
    let width: Int
    switch lead {
    case 0..<0x80: (value, width) = (lead, 1)
    case 0xC0..<0xE0: (value, width) = ((lead & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0: (value, width) = ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default:
      (value, width) = ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
