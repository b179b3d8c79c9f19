/// The predefined encodings of simple fonts (ISO 32000-2, annex D.2): a letter for each byte.
enum SimpleEncoding: String {
  case standard = "StandardEncoding"
  case windows = "WinAnsiEncoding"
  case macintosh = "MacRomanEncoding"

  /// The letter of a code; `nil` where the encoding has none.
  subscript(code: Int) -> Unicode.Scalar? {
    guard (0x20...0xFF).contains(code), code != 0x7F else { return nil }
    if code < 0x7F {
      if self == .standard, code == 0x27 { return "’" }
      if self == .standard, code == 0x60 { return "‘" }
      return Unicode.Scalar(UInt8(code))
    }
    switch self {
    case .standard:
      guard code >= 0xA1 else { return nil }
      return Self.known(Self.upperStandard[code - 0xA1])
    case .windows:
      guard code < 0xA0 else { return Unicode.Scalar(UInt8(code)) }
      return Self.known(Self.upperWindows[code - 0x80])
    case .macintosh: return Self.known(Self.upperMacintosh[code - 0x80])
    }
  }

  private static func known(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar == "\u{FFFD}" ? nil : scalar
  }

  /// U+FFFD stands where there is no letter.
  private static let upperStandard = Array(
    ("¡¢£⁄¥ƒ§¤'“«‹›���–†‡·�¶•‚„”»…‰�¿�`´ˆ˜¯˘˙¨�˚¸�˝˛ˇ—"
      + "����������������Æ�ª����ŁØŒº�����æ���ı��łøœß����").unicodeScalars
  )
  private static let upperWindows = Array(
    "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars)
  private static let upperMacintosh = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ"
      + "∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ�ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars
  )
}
