import Orthography
import Testing

@Suite struct DirectionTests {
  @Test(arguments: ["he", "ar", "fa-IR", "az-Arab", "HE"])
  func readsFromTheRight(language: String) {
    #expect(Direction(language: language) == .rightToLeft)
  }

  @Test(arguments: ["en", "ar-Latn", "", "az"])
  func readsFromTheLeft(language: String) {
    #expect(Direction(language: language) == .leftToRight)
  }
}
