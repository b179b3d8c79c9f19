import Testing

@testable import Orthography

@Suite struct LanguagesTests {
  @Test func everyRecordIsWhole() {
    #expect(Set(Languages.all.map(\.tag)).count == Languages.all.count)
    for language in Languages.all {
      #expect(language.months.count >= 12, "\(language.tag)")
      let words = language.reference
      for list in [
        words.pages, words.volumes, words.ibidem, words.others, words.inPress, words.undated,
        language.names.honorifics,
      ] {
        #expect(!list.isEmpty && !list.contains(""), "\(language.tag)")
      }
      #expect(language.digits.count == 10 && !language.comma.isEmpty, "\(language.tag)")
      #expect(!language.quotation.open.isEmpty && !language.quotation.close.isEmpty)
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

  /// Adding a language is adding its record: everything that is known of languages knows it then.
  @Test func aRecordAddsALanguage() throws {
    let turkish = Language(
      tag: "tr", script: .latin, quotation: .init("“", "”", inner: ("‘", "’")),
      plurals: .oneAndOther, alphabet: "abcçdefgğhıijklmnoöprsştuüvyz",
      months: [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
        "Kasım", "Aralık",
      ],
      reference: .init(
        pages: ["s", "sayfa"], volumes: ["cilt"], ibidem: ["aynı eser"], others: ["ve diğerleri"]),
      names: .init(honorifics: ["Sayın"]))
    let languages = Languages(Languages.records + [turkish])
    #expect(languages.language("tr-TR")?.reference.pages == ["s", "sayfa"])
    #expect(languages.language("tr")?.direction == .leftToRight)
    #expect(languages.script(of: "tr") == .latin)
    #expect(PersonName.withoutHonorifics("Sayın Ayşe Demir", in: languages) == "Ayşe Demir")
    #expect(PersonName.withoutHonorifics("Sayın Ayşe Demir") == "Sayın Ayşe Demir")
    // Turkish has ç behind c, where folding would make them one letter.
    let names = ["Deniz Çelik", "Deniz Cuma", "Deniz Dağ"].sorted {
      PersonName.sortKey(of: $0, language: "tr", in: languages)
        < PersonName.sortKey(of: $1, language: "tr", in: languages)
    }
    #expect(names == ["Deniz Cuma", "Deniz Çelik", "Deniz Dağ"])
  }

  @Test func lettersAreSortedAsTheLanguageSortsThem() {
    let names = ["پارسا", "بهار", "گلی", "کاوه", "ژاله", "زهرا", "یاس", "هما", "وحید"].sorted {
      PersonName.sortKey(of: $0, language: "fa") < PersonName.sortKey(of: $1, language: "fa")
    }
    #expect(names == ["بهار", "پارسا", "زهرا", "ژاله", "کاوه", "گلی", "وحید", "هما", "یاس"])
  }
}
