/// The script that a code point belongs to, as far as Daf tells scripts apart.
public enum Script: Sendable {
  case hebrew
  case arabic
  case latin
  /// A letter of any other script.
  case other

  /// The script of a letter or of a mark that belongs to one; `nil` for digits, punctuation, spaces
  /// and signs, which every script shares.
  public init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7, 0x05D0...0x05F2,
      0xFB1D...0xFB28, 0xFB2A...0xFB4F:
      self = .hebrew
    case 0x0610...0x061A, 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06DC, 0x06DF...0x06E8,
      0x06EA...0x06EF, 0x06FA...0x06FF, 0x0750...0x077F, 0x0870...0x0887, 0x08A0...0x08FF,
      0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDC7, 0xFDF0...0xFDFB, 0xFE70...0xFEFC:
      self = .arabic
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x02B8,
      0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = .latin
    // Signs, digits and spaces of the commonest blocks, none of which is alphabetic.
    case 0..<0xAA, 0x05BE, 0x05C0, 0x05C3, 0x05F3, 0x05F4, 0x060C, 0x061B, 0x061F,
      0x0660...0x066D, 0x2000...0x206F:
      return nil
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .other
    }
  }

  /// The direction in which the script is written; other scripts are taken as left to right.
  public var direction: Direction {
    switch self {
    case .hebrew, .arabic: .rightToLeft
    case .latin, .other: .leftToRight
    }
  }
}
