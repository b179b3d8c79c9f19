/// A text whose letters are not those that are printed: a file whose own table of letters is broken
/// gives a letter of some script or other for each glyph.
enum BrokenText {
  /// Whether the words of a text are of letters that no one writes together.
  ///
  /// A word of a sound text has letters of one script, or of one with Latin where a prefix touches a
  /// name; so words of two scripts that are not Latin, or of three, are few.
  static func isBroken(_ pages: [Page]) -> Bool {
    var words = 0
    var mixed = 0
    for line in pages.lazy.flatMap(\.lines).prefix(400) {
      for word in line.text.unicodeScalars.prefix(600).split(whereSeparator: { $0.isSpacing }) {
        let scripts = Set(word.lazy.filter(\.properties.isAlphabetic).map(script))
        guard !scripts.isEmpty else { continue }
        words += 1
        if scripts.count > 2 || (scripts.count == 2 && !scripts.contains(0)) { mixed += 1 }
      }
    }
    return mixed > 2 && mixed * 5 > words
  }

  /// A number for the script of a letter: its block of Unicode, the blocks of one script together.
  private static func script(_ letter: Unicode.Scalar) -> UInt32 {
    switch letter.value {
    case ..<0x250, 0x1E00..<0x1F00, 0xFB00..<0xFB07: 0
    case 0x370..<0x400, 0x1F00..<0x2000: 1
    case 0x400..<0x530: 2
    case 0x590..<0x600, 0xFB1D..<0xFB50: 3
    case 0x600..<0x700, 0x750..<0x780, 0x8A0..<0x900, 0xFB50..<0xFE00, 0xFE70..<0xFF00: 4
    default: 16 + letter.value >> 7
    }
  }
}
