import Manuscript
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    "he", "ar", "grc", "zh-Hant", "en-GB", "es-419", "sl-rozaj-biske", "de-1996", "ar-u-nu-latn",
    "en-x-klingon", "he-Hebr-IL",
  ])
  func formsThatBrowsersTake(tag: String) {
    #expect(LanguageTag.isWellFormed(tag))
  }

  @Test(arguments: [
    "", "h", "hebrew", "he-", "-he", "he--il", "he_IL", "../../../escaped", "he/il", "he.il",
    "he il",
    "en-a", "en-u", "en-x", "de-1996-1996", "en-u-nu-latn-u-nu",
    "en-" + "aaaaaaaa-aaaaaaaa-aaaaaaaa-a1a1",
    "עב", "he\0", "12",
  ])
  func formsThatAreRefused(tag: String) {
    #expect(!LanguageTag.isWellFormed(tag))
  }
}
