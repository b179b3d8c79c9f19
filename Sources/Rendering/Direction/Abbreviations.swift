/// Full stops that belong to a Latin word rather than to the sentence round it.
enum Abbreviations {
  /// Whether the full stop after the letters at an index is an abbreviation's: after a single
  /// letter (initials, `U.S.`, `Ph.D.`), and after the short forms of scholarly references.
  static func end(_ bytes: [UInt8], _ tokens: [Token], at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .latin else { return false }
    let letters = bytes[token.range]
    if letters.count == 1 {
      // An initial follows another full stop or a comma (U.S., Smith, J.); the letter of
      // "vitamin C." follows a word and ends the sentence.
      let before = index > 1 && tokens[index - 1].kind == .space ? index - 2 : index - 1
      return before >= 0 && tokens[before].kind == .punctuation
    }
    return letters.count <= 6 && known.contains(Array(letters.map { $0 | 0x20 }))
  }

  /// Whether a word is one that a number follows in a reference.
  static func isLocator(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count <= 4 && locators.contains(Array(letters.map { $0 | 0x20 }))
  }

  private static let locators: Set<[UInt8]> = Set(
    [
      "p", "pp", "vol", "no", "nos", "ch", "fig", "fol", "fols", "art", "sec", "par", "n", "nn",
      "ed",
    ]
    .map { Array($0.utf8) })

  private static let known: Set<[UInt8]> = Set(
    [
      "al", "ibid", "cit", "ed", "eds", "vol", "vols", "no", "nos", "pp", "ch", "fig", "trans",
      "etc", "vs", "cf", "dr", "mr", "mrs", "ms", "st", "inc", "ltd", "co", "corp", "jr", "sr",
      "prof", "dept", "univ", "rev", "seq", "ff", "esp", "viz", "approx",
    ].map { Array($0.utf8) })
}
