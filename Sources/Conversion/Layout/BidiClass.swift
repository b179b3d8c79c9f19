/// The bidirectional class of what stands at one place of a line (UAX #9, table 4), as far as the
/// inverse of a line needs it.
enum BidiClass: UInt8 {
  case left
  case right
  case arabicLetter
  case europeanNumber
  case arabicNumber
  case europeanSeparator
  case terminator
  case commonSeparator
  case mark
  case space
  case neutral

  var isStrongRight: Bool { self == .right || self == .arabicLetter }
  var isNumber: Bool { self == .europeanNumber || self == .arabicNumber }
  /// The classes by which direction is told.
  var isTelling: Bool { self == .left || isStrongRight || isNumber }

  /// The class of a cluster: of its first letter or number, else of its first sign.
  init(_ text: String) {
    var first: BidiClass?
    for scalar in text.unicodeScalars {
      let kind = BidiClass(scalar)
      if kind.isTelling {
        self = kind
        return
      }
      first = first ?? kind
    }
    self = first ?? .neutral
  }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x06F0...0x06F9, 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089:
      self = .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C, 0x600...0x605: self = .arabicNumber
    case 0x2B, 0x2D, 0x207A, 0x207B, 0x2212: self = .europeanSeparator
    case 0x23, 0x24, 0x25, 0xA2...0xA5, 0xB0, 0xB1, 0x66A, 0x2030, 0x2031, 0x20A0...0x20CF:
      self = .terminator
    case 0x2C, 0x2E, 0x2F, 0x3A, 0xA0, 0x60C, 0x202F, 0x2044: self = .commonSeparator
    case 0x20, 0x09, 0x2000...0x200A, 0x205F, 0x3000: self = .space
    case 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x610...0x61A,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED,
      0x8D3...0x8FF,
      0xFB1E:
      self = .mark
    case 0x5BE, 0x5C0, 0x5C3, 0x5C6, 0x5D0...0x5FF, 0x7C0...0x85F, 0xFB1D, 0xFB1F...0xFB4F:
      self = .right
    case 0x606...0x6FF, 0x700...0x7BF, 0x860...0x8D2, 0xFB50...0xFD3D, 0xFD50...0xFDFC,
      0xFE70...0xFEFE:
      self =
        scalar.value == 0x606 || scalar.value == 0x607 || scalar.value == 0x60E
          || scalar.value == 0x60F ? .neutral : .arabicLetter
    default: self = scalar.isLeftToRightLetter || Self.isOther(scalar) ? .left : .neutral
    }
  }

  /// A letter of a script that Daf has no table for, or a letter-like sign.
  private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xA9 && scalar.properties.isAlphabetic
  }
}

/// Signs that have a twin which faces the other way.
enum MirroredSigns {
  static func twin(_ text: String) -> String? { twins[text] }

  static func opens(_ text: String) -> Bool { "([{«‹".contains(text) && text.count == 1 }
  static func closes(_ text: String) -> Bool { ")]}»›".contains(text) && text.count == 1 }
  static func isBracket(_ text: String) -> Bool { twins[text] != nil }

  /// The closing bracket of an opening one that rule N0 pairs.
  static func pairedClosing(_ text: String) -> String? { ["(": ")", "[": "]", "{": "}"][text] }

  private static let twins: [String: String] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»",
    "»": "«", "‹": "›", "›": "‹",
  ]
}
