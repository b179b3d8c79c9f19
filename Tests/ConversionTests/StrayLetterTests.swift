import Orthography
import Testing

@testable import Conversion

/// Arabic letters and signs that a font's ligatures doubled, or that were put out beside their words.
@Suite struct StrayLetterTests {
  /// How usual a few words are.
  private struct Frequencies: Lexicon {
    var words: [String: Double]

    func knows(_ word: String) -> Bool? { words[word] != nil }
    func frequency(of word: String) -> Double? { words[word] ?? 0 }
  }

  private static let lexicon = Frequencies(words: [
    "لكن": 1e-3, "لكنها": 1e-4, "ملكية": 1e-5, "تحول": 1e-5, "للكتاب": 1e-5, "لكتاب": 1e-7,
    "عاما": 1e-4, "جمعت": 1e-5, "نسلم": 1e-6, "وقد": 1e-3, "ونحن": 1e-4,
  ])

  private func single(_ lines: [String]) -> [String] {
    let lines = lines.map { Array($0.unicodeScalars) }
    let letters = DoubledLetters(lines: lines, lexicon: Self.lexicon)
    return lines.map { letters.restored($0).text.text }
  }

  @Test func `Letters that a ligature doubled come once`() {
    #expect(
      single(["للكن المدينة تحووّل", "مللكية للكنها", "للكتاب"]) == [
        "لكن المدينة تحوّل", "ملكية لكنها", "للكتاب",
      ])
  }

  @Test func `A text with a few doubled letters of its own stays`() {
    #expect(single(["للكتاب للكتاب للكن"]) == ["للكتاب للكتاب للكن"])
  }

  @Test func `What a ligature doubled is named among what was left out`() {
    let page = Page(
      lines: ["للكن المدينة", "للكنها مللكية", "تحووّل"].enumerated().map {
        Line(text: $1, number: $0 + 1)
      })
    var document = Document(pages: [page], language: "ar")
    var decisions = Decisions()
    RestoreLigatures().run(&document, &decisions, Knowledge(lexicon: Self.lexicon))
    #expect(document.removals.map(\.text) == ["ل", "لل", "و"])
    #expect(document.removals.allSatisfy { $0.reason == .doubling })
  }

  private func placed(_ lines: [String]) -> [String] {
    let page = Page(lines: lines.enumerated().map { Line(text: $1, number: $0 + 1) })
    return StrayLetters(lexicon: Self.lexicon).restored(page).lines.map(\.text)
  }

  @Test func `A letter on a line above goes into the gap that it fills`() {
    #expect(placed(["جُ", "وقد معت البيانات"]) == ["وقد جُمعت البيانات"])
    #expect(placed(["مً 15", "خمسة وثلاثين عا ا."]) == ["15", "خمسة وثلاثين عامًا."])
    #expect(placed(["لّ", "ونحن نس م بأهمية"]) == ["ونحن نسلّم بأهمية"])
  }

  @Test func `A letter that fits nowhere stays`() {
    #expect(placed(["جُ", "وقد ونحن"]) == ["جُ", "وقد ونحن"])
  }

  @Test func `A line that a sign broke goes on with the letter that carries it`() {
    func mended(_ lines: [String]) -> [String] {
      let page = Page(lines: lines.enumerated().map { Line(text: $1, number: $0 + 1) })
      return TornLines.mended(page).lines.map(\.text)
    }
    #expect(mended(["في الأدبيات بمعا ٍ", "ن متعددة."]) == ["في الأدبيات بمعانٍ متعددة."])
    #expect(mended(["في هذه الواحة لم َّ", "يتعد 4 أمتار"]) == ["في هذه الواحة لم يتعدَّ 4 أمتار"])
    #expect(mended(["ماءً", "نظيفا"]) == ["ماءً", "نظيفا"])
  }

  @Test func `Letters that marks brought along are taken out`() {
    let lexicon = WordList(["أولا", "نهارا", "نظاما", "نصا", "ليلا", "البئر", "ثمان", "يحسب"])
    let lines = ["أوللًا نهارلًا ثماننٍ", "نظاملًا نصلًا ليللًا", "ييُحسب البئر"].map {
      [Unicode.Scalar]($0)
    }
    let letters = DoubledLetters(lines: lines, lexicon: lexicon)
    #expect(
      lines.map { letters.restored($0).text.text } == [
        "أولًا نهارًا ثمانٍ", "نظامًا نصًا ليلًا", "يُحسب البئر",
      ])
    #expect(letters.restored(lines[2]).removed.text == "ي")
    let sound = ["أولًا نهارًا", "نظامًا نصًا ليلًا"].map { [Unicode.Scalar]($0) }
    #expect(!DoubledLetters(lines: sound, lexicon: lexicon).isNeeded)
  }

  @Test func `A tanwin stands at the end of its word`() {
    let lexicon = WordList(["أولا", "ثمان", "مكتبة"])
    func placed(_ line: String) -> String {
      VowelSigns(lines: [], lexicon: lexicon).placed([Unicode.Scalar](line)).text
    }
    #expect(placed("أوًلا، ثماٍن مكتًبة") == "أولًا، ثمانٍ مكتبةً")
    #expect(placed("عطش أوً لا»") == "عطش أولًا»")
    #expect(placed("أولًا أولاً هدىً") == "أولًا أولاً هدىً")
  }

  @Test func `Numbers in Arabic digits that came out turned`() {
    let lines = ["سنة ٨٨٩١ في ٣٢", "القضية ٦٤٩١/٢٠٣ سنة ٥", "عام ٤.٦٤٩١"].map {
      [Unicode.Scalar]($0)
    }
    let numbers = TurnedNumbers(lines: lines)
    #expect(
      lines.map { numbers.restored($0).text } == [
        "سنة ١٩٨٨ في ٢٣", "القضية ٣٠٢/١٩٤٦ سنة ٥", "عام ١٩٤٦.٤",
      ])
    let sound = [[Unicode.Scalar]("١٩٨٨ ١٩٤٦ ٦٤٩١")]
    #expect(!TurnedNumbers(lines: sound).areTurned)
  }
}
