import Testing

@testable import Orthography

@Suite struct LanguagesTests {
  @Test func everyRecordIsWhole() {
    #expect(Set(Languages.all.map(\.tag)).count == Languages.all.count)
    for language in Languages.all {
      #expect(language.months.count >= 12, "\(language.tag)")
      #expect(!language.ibidem.isEmpty && !language.others.isEmpty, "\(language.tag)")
      #expect(Languages.language(language.tag + "-XX") == language)
    }
  }

  @Test func persianAndYiddishAreLanguagesOfTheirOwn() {
    #expect(Languages.language("fa")?.script == .arabic)
    #expect(Languages.language("fa")?.plurals != Languages.language("ar")?.plurals)
    #expect(Languages.language("yi")?.script == .hebrew)
    #expect(Languages.language("ji-Hebr") == Languages.language("yi"))
    #expect(Direction(language: "yi") == .rightToLeft)
    #expect(Direction(language: "ru") == .leftToRight)
    #expect(Languages.script(of: "yi-Latn") == .latin)
  }

  @Test func pluralsAreThoseOfCLDR() {
    func categories(_ tag: String, _ numbers: [Int]) -> [PluralCategory] {
      numbers.map { (Languages.language(tag)?.plurals ?? .oneAndOther).category(of: $0) }
    }
    #expect(categories("ar", [0, 1, 2, 3, 11, 100]) == [.zero, .one, .two, .few, .many, .other])
    #expect(categories("ru", [1, 2, 5, 11, 21, 22]) == [.one, .few, .many, .many, .one, .few])
    #expect(categories("fr", [0, 1, 2]) == [.one, .one, .other])
    #expect(categories("he", [1, 2, 3]) == [.one, .two, .other])
    #expect(categories("fa", [0, 1, 2]) == [.one, .one, .other])
  }
}
