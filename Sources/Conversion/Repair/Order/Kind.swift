import Orthography

/// What a sign is to the order of a line: the classes of UAX #9 as far as the inverse needs them.
enum Kind: Equatable {
  /// A letter written from right to left (R, AL).
  case right
  /// A letter written from left to right (L).
  case left
  /// A European digit (EN).
  case digit
  /// An Arabic-Indic digit or its separators (AN).
  case arabicDigit
  /// A vowel sign or other mark, which stays with its letter (NSM).
  case mark
  /// A separator that joins two numbers when alone between them: comma, full stop, colon, slash
  /// (CS).
  case separator
  /// Plus and minus, hyphen (ES).
  case sign
  /// Percent, currency, degree (ET).
  case terminator
  case space
  /// All else: brackets, quotation marks, dashes (ON).
  case neutral

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9, 0xB2, 0xB3, 0xB9, 0x2070...0x2079: self = .digit
    case 0x660...0x669, 0x66B, 0x66C: self = .arabicDigit
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x60C: self = .separator
    case 0x2B, 0x2D, 0x2212: self = .sign
    case 0x23...0x25, 0xA2...0xA5, 0xB0, 0x66A, 0x20A0...0x20CF, 0x2030...0x2034: self = .terminator
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A, 0x64B...0x65F,
      0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0x300...0x36F:
      self = .mark
    // A maqaf, a paseq, a geresh and gershayim are R in Unicode: they turn with their word.
    case 0x5BE, 0x5C0, 0x5C3, 0x5C6, 0x5F3, 0x5F4, 0x640: self = .right
    default:
      switch Script(scalar) {
      case .hebrew, .arabic: self = .right
      case .latin, .other: self = .left
      case nil: self = .neutral
      }
    }
  }

  /// Whether a sign of this kind is printed from left to right of itself.
  var isLeftToRight: Bool { self == .left || self == .digit || self == .arabicDigit }

  /// The end of the left-to-right run that begins at an index, with the signs inside it and those
  /// that end its last number.
  static func endOfLeftToRightRun(_ kinds: [Kind], from start: Int) -> Int {
    var (end, last) = (start, start)
    while end < kinds.count, kinds[end].isLeftToRight || kinds[end].isWeak {
      if !kinds[end].isWeak || kinds[end] == .terminator { last = end }
      end += 1
    }
    return last + 1
  }

  /// Whether a sign of this kind has no direction of its own.
  var isWeak: Bool { !isLeftToRight && self != .right && self != .mark }
}

extension [Unicode.Scalar] {
  init(_ text: some StringProtocol) { self = Array(text.unicodeScalars) }

  /// The scalars as a text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

extension Unicode.Scalar {
  /// Whether this is a bracket of a pair, or a guillemet.
  var isBracket: Bool { Brackets.closing[self] != nil || Brackets.opening[self] != nil }
}

/// Brackets that come in pairs, and guillemets, which print mirrored like them.
enum Brackets {
  /// The closing bracket of each opening one.
  static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "«": "»", "‹": "›",
  ]
  /// The opening bracket of each closing one.
  static let opening: [Unicode.Scalar: Unicode.Scalar] = [
    ")": "(", "]": "[", "}": "{", "»": "«", "›": "‹",
  ]
}
