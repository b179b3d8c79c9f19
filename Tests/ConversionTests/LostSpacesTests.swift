import Orthography
import Testing

@testable import Conversion

/// Lines that came without spaces.
@Suite struct LostSpacesTests {
  private static let hebrew = WordList([
    "המים", "היקרים", "זורמים", "בתעלה", "הישנה", "ואיש", "לא", "זוכר", "מתי", "נבנתה", "בשנת",
    "של",
    "העיר", "מן", "השפכים", "ראו", "משרד", "החקלאות",
  ])

  private func restored(_ lines: [String], _ lexicon: any Lexicon) -> [String] {
    let lines = lines.map { [Unicode.Scalar]($0) }
    let spaces = LostSpaces(lines: lines, lexicon: lexicon)
    return lines.map { (spaces.restored($0) ?? $0).text }
  }

  @Test func `Words are found by the dictionary, spaces put round numbers and brackets`() {
    #expect(
      restored(
        [
          "המיםהיקריםזורמיםבתעלההישנה,ואישלאזוכרמתינבנתה.",
          "בתעלהשלהעירבשנת1985זורמים85%מןהשפכים(ראומשרדהחקלאות).",
        ], Self.hebrew) == [
          "המים היקרים זורמים בתעלה הישנה, ואיש לא זוכר מתי נבנתה.",
          "בתעלה של העיר בשנת 1985 זורמים 85% מן השפכים (ראו משרד החקלאות).",
        ])
  }

  @Test func `A word that is not known is kept whole between words that are`() {
    #expect(
      restored(["המיםהיקריםזורמיםבגוגנברההישנה"], Self.hebrew) == [
        "המים היקרים זורמים בגוגנברה הישנה"
      ])
  }

  @Test func `Arabic vowel signs stay with their letters`() {
    let arabic = WordList(["كانت", "الواحة", "القديمة", "هبة", "من", "الطبيعة", "الخالصة"])
    #expect(
      restored(["كانتالواحةالقديمةهبةًمنالطبيعةالخالصة"], arabic) == [
        "كانت الواحة القديمة هبةً من الطبيعة الخالصة"
      ])
  }

  @Test func `Lines with their spaces stay, and all without a dictionary`() {
    let sound = ["המים היקרים זורמים בתעלה הישנה", "בשנת 1985 (ראו משרד)"]
    #expect(restored(sound, Self.hebrew) == sound)
    let lost = ["המיםהיקריםזורמיםבתעלההישנה,ואישלאזוכרמתינבנתה."]
    #expect(restored(lost, EmptyLexicon()) == lost)
  }
}
