/// The five Hebrew letters that have a form of their own at the end of a word.
public enum FinalLetters {
  private static let forms: [Unicode.Scalar: Unicode.Scalar] = [
    "כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ",
  ]

  /// Folded words, parted by spaces, as one writes them: a letter at a word's end has its final
  /// form. Of loan words that keep the other form there (קליפ) folding knows nothing more.
  public static func written(_ folded: String) -> String {
    folded.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.unicodeScalars.count > 1, let last = word.unicodeScalars.last,
        let final = forms[last]
      else { return String(word) }
      return String(String.UnicodeScalarView(word.unicodeScalars.dropLast())) + String(final)
    }.joined(separator: " ")
  }
}
