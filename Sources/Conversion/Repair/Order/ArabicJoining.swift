/// Which Arabic letters join one another in print.
enum ArabicJoining {
  /// Whether a letter joins the one after it.
  static func joinsOn(_ letter: Unicode.Scalar) -> Bool { !neverJoinOn.contains(letter) }

  /// The letters that do not join the letter after them (Joining_Type R and U in the Unicode Character
  /// Database's ArabicShaping.txt), and alef maksura, which ends words.
  private static let neverJoinOn: Set<Unicode.Scalar> = [
    "ا", "أ", "إ", "آ", "ٱ", "د", "ذ", "ر", "ز", "ژ", "و", "ؤ", "ة", "ى", "ء",
  ]
}
