import Testing

@testable import Orthography

@Suite struct FinalLettersTests {
  @Test(arguments: [
    ("הרציפ", "הרציף"), ("השלישי הרציפ", "השלישי הרציף"), ("מימ", "מים"), ("נ", "נ"), ("", ""),
    ("כתב", "כתב"), ("صحف", "صحف"), ("pier 1985", "pier 1985"),
  ])
  func foldedWordsAreWrittenAsOneWritesThem(folded: String, written: String) {
    #expect(FinalLetters.written(folded) == written)
  }
}
