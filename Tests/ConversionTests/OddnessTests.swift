import Orthography
import Testing

@testable import Conversion

/// What shows in a block's text, in its words and beside it that something is wrong.
@Suite struct OddnessTests {
  private func signs(_ text: String) -> [String] {
    TextOddness.names(of: Array(text.unicodeScalars)).sorted()
  }

  @Test(arguments: [
    ("המועצה התכנסה ,ודנה בבקשות.", ["sign-before-letter", "space-before-sign"]),
    ("המחיר ירד ב־.9%", ["maqaf-at-end", "sign-before-digit"]),
    ("ראו ( שם) בהמשך.", ["space-in-brackets"]),
    ("נאמר כי» כך« הוא.", ["space-in-guillemets", "turned-guillemet"]),
    (
      "הקו פועל עד חצות. .2",
      ["ends-with-number-at-stop", "sign-before-digit", "space-before-sign"]
    ),
    ("בשנה 2012 1990 נבנה.", ["two-numbers"]),
    ("השוק נסגר נסגר אז.", ["word-twice"]),
    ("הדרך אל. המועצה.", ["bound-sign"]),
    ("ואין שער ואין דמי כניסה של", ["ends-bound"]),
    ("1. מבוא", ["begins-with-label"]),
    ("3 ריאיון", ["begins-with-bare-number"]),
  ])
  func signsOutOfPlace(text: String, names: [String]) {
    #expect(signs(text) == names)
  }

  @Test(arguments: [
    "המועצה התכנסה (בבוקר), ודנה ב־120 בקשות; שתיים נדחו.", "قال: «الكتابة ثبّتت ما كان»، ثم كتب.",
    "The council met (twice), in 1994.",
  ])
  func soundText(text: String) { #expect(signs(text).isEmpty) }

  /// A lexicon that says how common words are.
  private struct Frequencies: Lexicon {
    let words: [String: Double]

    func knows(_ word: String) -> Bool? { words[word] != nil }
    func frequency(of word: String) -> Double? { words[word] ?? 0 }
  }

  private func words(_ text: String) -> [String] {
    let lexicon = Frequencies(words: ["שוק": 1e-3, "פתוח": 1e-3, "מועצה": 1e-3])
    return WordOddness(lexicon).names(of: Array(text.unicodeScalars)).sorted()
  }

  @Test func wordsThatTheLanguageHasNot() {
    #expect(words("שוק פתוח, מועצה.").isEmpty)
    #expect(words("שוק פתוח מועצה שוק פתוח מועצה שוק גלמבי") == ["unknown-word"])
    #expect(words("שוק פתוח מועצה שוק פתוח מועצה שוקפתוח") == ["glued-words", "unknown-word"])
    #expect(words("שוק פתוח מועצה שוק פתוח מוע צה שוק פתוח").contains("split-word"))
  }

  @Test func withoutALexiconNothingIsSaid() {
    #expect(WordOddness(EmptyLexicon()).names(of: Array("גלמבי קטנרוס".unicodeScalars)).isEmpty)
  }

  @Test func whatStandsBesideABlock() {
    let texts: [(Passage.Kind, String)] = [
      (.heading(level: 2), "מבוא"), (.paragraph, "המועצה התכנסה בבוקר ודנה בבקשות ,רבות מן"),
      (.paragraph, "התושבים."),
    ]
    let passages = texts.map {
      Passage(kind: $0.0, text: Array($0.1.unicodeScalars), sourceLines: [])
    }
    let setting = DoubtSetting(
      passages, kinds: ["heading", "paragraph", "paragraph"], WordOddness(EmptyLexicon()))
    #expect(
      setting.names(2) == [
        "odd-paper-2", "paragraph-ended", "place-2", "above-paragraph",
        "paragraph-above-paragraph-open", "above-odd", "below-nothing",
      ])
    #expect(setting.names(0).contains("below-odd"))
  }
}
