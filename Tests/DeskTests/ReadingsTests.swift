import Testing

@testable import Desk

@Suite struct ReadingsTests {
  private func readings(_ text: String) -> [String] {
    SignPlacing(text, around: Spots.all(in: text))?.readings(3) ?? []
  }

  @Test func bracketsComeBackToTheirWordsAndKeepAnEnumeration() {
    let text = "three tasks: 1) control of arms 2) openness; outreach( (3) further help to others"
    #expect(readings(text).contains { $0.contains("2) openness (outreach); 3) further help") })
  }

  @Test func aBracketThatWasTurnedIsTurnedBack() {
    #expect(
      readings("the wells )of the south( were counted").first
        == "the wells (of the south) were counted")
  }

  @Test func aLabelsStopStandsBehindItsNumber() {
    let text = "Figure. 1<https://example.org/a>."
    #expect(readings(text).first == "Figure 1. <https://example.org/a>.")
  }

  @Test func soundTextHasNoSpots() {
    for text in [
      "One (two) three.", "1) one 2) two", "a) one; b) two", "See <https://example.org/(a)>.",
    ] {
      #expect(Spots.all(in: text).isEmpty, "\(text)")
    }
  }
}
