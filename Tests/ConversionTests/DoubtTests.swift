import Testing

@testable import Conversion

/// What a passage's own text tells of what is amiss in it.
@Suite struct DoubtTests {
  private func doubts(_ texts: [(Passage.Kind, String)]) -> [[Doubt]] {
    var passages = texts.map {
      Passage(kind: $0.0, text: Array($0.1.unicodeScalars), sourceLines: [])
    }
    Doubts(passages).note(&passages)
    return passages.map(\.doubts)
  }

  @Test(arguments: [
    "نصيب كل بستان من ُتحفر الماء.", "هذا أيًضا من الماء.", "هو تُِنظف من الماء.", "لÏكنه من الماء.",
    "هو ف الماء الكثير.",
  ])
  func brokenWords(text: String) {
    #expect(doubts([(.paragraph, text)]) == [[.wordOrder]])
  }

  @Test(arguments: ["الدفتر22 هنا.", "71من المزارع."])
  func numbersGluedToWords(text: String) {
    #expect(doubts([(.paragraph, text)]) == [[.strayNumber]])
  }

  @Test(arguments: [
    "وLandsat 8 للأعوام 1984 و1999، أيضًا.", "ראו תירוש 2019ב, ב־1988 ובעמ׳ 30–28 — ולא עוד.",
    "كان عودًا يُنظَّف و هو هنا.", "סעיף 14(ג) של תמ״א 34/ב.",
  ])
  func soundText(text: String) {
    #expect(doubts([(.paragraph, text)]) == [[]])
  }

  @Test func aDashOnOneSide() {
    #expect(doubts([(.paragraph, "ביולי 2018— הגיע המועד.")]) == [[.displacedSign]])
  }

  @Test func aHeadingThatIsNone() {
    let prose = "המועצה התכנסה בבוקר ודנה בבקשות שהוגשו לה בידי"
    let found = doubts([
      (.paragraph, prose), (.heading(level: 2), "התושבים בשנה"), (.paragraph, "שעברה."),
      (.heading(level: 2), "סיכום"), (.paragraph, "המועצה התכנסה."),
    ])
    #expect(found == [[.paragraphEnd], [.paragraphEnd], [], [], []])
    #expect(
      doubts((1...3).map { (.heading(level: 2), "כותרת \($0)") }).allSatisfy {
        $0 == [.paragraphEnd]
      })
  }
}
