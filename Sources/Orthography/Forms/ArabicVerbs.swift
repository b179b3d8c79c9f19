/// Arabic's verbs, as far as their forms are told by letters.
public enum ArabicVerbs {
  /// What the perfect is without its ending, by an imperfect with ya or its stem: the letters after ya
  /// (يشارك شارك), or alif before them in the derived stems that have it (يستعمل استعمل). Of shorter
  /// words nothing is told: they may be nouns.
  public static func perfects(ofImperfect word: String) -> [String] {
    let letters = word.unicodeScalars
    guard letters.first == "ي", letters.count > shortest else { return [] }
    let rest = String(String.UnicodeScalarView(letters.dropFirst()))
    return [rest, "ا" + rest]
  }

  /// Letters without the ya.
  private static let shortest = 4
}
