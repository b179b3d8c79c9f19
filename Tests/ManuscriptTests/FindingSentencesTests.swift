import Testing

@testable import Manuscript

@Suite struct FindingSentencesTests {
  @Test(arguments: Finding.Kind.allCases)
  func everyKindIsToldInThreeLanguages(kind: Finding.Kind) {
    let wording = FindingSentences.wordings[kind] ?? [:]
    #expect(Set(wording.keys) == ["en", "he", "ar"])
    #expect(wording.values.allSatisfy { !$0.isEmpty })
  }
}
