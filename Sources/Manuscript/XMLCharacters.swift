/// The characters that an XML document may hold (XML 1.0, fifth edition, section 2.2, `Char`).
public enum XMLCharacters {
  /// Whether no XML document may hold a character: controls but tab and line ends, U+FFFE, U+FFFF.
  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The text without those characters.
  public static func allowed(of text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var allowed = String.UnicodeScalarView()
    allowed.append(contentsOf: text.unicodeScalars.lazy.filter { !isForbidden($0) })
    return String(allowed)
  }
}
