import Foundation
import Testing

@testable import Search

@Suite struct SearchIndexTests {
  let articles = [
    article("one", "הנהרות של הגליל זורמים אל הים. סחר בין־לאומי וסחר בינלאומי."),
    article("two", "نهر الفرات ودجلة، والأنهار كثيرة.", language: "ar"),
    article("three", "ארה״ב ומדינות אחרות."),
  ]

  func files(_ articles: [SearchableArticle], _ readings: WordReadings = .none) -> [IndexFile] {
    indexFiles(articles.map(SearchSegment.init), readings: readings)
  }

  /// What a file's path says that it is.
  static func name(of file: IndexFile) -> (IndexFile.Kind, IndexFile.Name?)? {
    guard let kind = IndexFile.Kind(rawValue: file.bytes[3]) else { return nil }
    let parts = file.path.split { "-.".contains($0) }
    guard kind != .manifest else { return (kind, nil) }
    guard let owner = UInt64(parts[1], radix: 16), let number = Int(parts[2]) else { return nil }
    return (kind, .init(owner, number))
  }

  @Test func theSameArticlesGiveTheSameBytes() {
    let first = files(articles)
    for _ in 0..<5 { #expect(files(articles) == first) }
  }

  @Test func namesCarryTheContent() {
    let before = Dictionary(uniqueKeysWithValues: files(articles).map { ($0.path, $0.bytes) })
    var changed = articles
    changed[2].passages[0].text += " ועוד מילה."
    for file in files(changed) where file.path != "search/index.bin" {
      if let old = before[file.path] { #expect(old == file.bytes, "\(file.path)") }
    }
  }

  @Test(arguments: [
    "", "plain ASCII", "עברית, עם ״גרשיים״ ו־מקף", "عربية ١٢٣ وفارسی گ", "עברית ثم عربية ושוב",
    "en – dash, “quotes”, 😀, \u{0}\u{7F}\u{80}\u{10FFFF}", "שָׁלוֹם",
  ])
  func aCompactTextIsReadAsItWas(text: String) throws {
    let bytes = CompactText.bytes(of: text)
    #expect(try CompactText.text(of: bytes[...], path: "a").utf8.elementsEqual(text.utf8))
  }

  @Test func aCompactTextOfAScriptHasAByteForALetter() {
    #expect(CompactText.bytes(of: "מים, מים").count == 8)
    #expect(CompactText.bytes(of: "نهر").count == 4)
  }

  @Test(arguments: [[0xF2], [0xF2, 0x80, 0xB0, 0x03]] as [[UInt8]])
  func aDamagedCompactTextIsTold(bytes: [UInt8]) {
    #expect(throws: IndexFault.self) { try CompactText.text(of: bytes[...], path: "a") }
  }

  @Test func theManifestTellsOfEveryFile() throws {
    let all = files(articles)
    let bytes = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.bytes) })
    let told = try SearchIndexFiles.paths { try #require(bytes[$0]) }
    #expect(Set(told) == Set(all.map(\.path)).subtracting(["search/index.bin"]))
  }

  @Test func noWordOfADictionaryEntersTheIndex() throws {
    let foreign = WordReading(prefix: "ה", lemma: "זרזיפ", part: .nominal)
    let readings = WordReadings(source: "test", readings: ["הנהרות": [foreign]])
    for file in files(articles, readings) {
      let (kind, name) = try #require(Self.name(of: file))
      let content = try IndexFile.content(of: file.bytes, kind, name)
      #expect(!String(decoding: content, as: UTF8.self).contains("זרזיפ"))
    }
  }

  @Test func aDamagedFileIsTold() throws {
    for file in files(articles) {
      let (kind, name) = try #require(Self.name(of: file))
      for place in [4, file.bytes.count / 2, file.bytes.count - 1] {
        var damaged = file.bytes
        damaged[place] ^= 0x55
        let content = try? IndexFile.content(of: damaged, kind, name)
        let whole = try IndexFile.content(of: file.bytes, kind, name)
        #expect(content == nil || content == whole, "\(file.path)")
      }
      let short = Array(file.bytes.dropLast(3))
      #expect(throws: IndexFault.self) {
        try IndexFile.content(of: short, kind, name)
      }
    }
  }

  @Test func noFileIsTakenForAnother() throws {
    let others = (1...400).map { article("a\($0)", "מילה\($0) נהר\($0)ים, גשר") }
    let made = files(others)
    let blocks = made.filter { $0.path.hasPrefix("search/a-") }
    let (one, other) = (blocks[0], blocks[1])
    let swapped = Dictionary(made.map { ($0.path, $0.path == one.path ? other.bytes : $0.bytes) }) {
      first, _ in first
    }
    let engine = try SearchEngine { path in try #require(swapped[path]) }
    #expect(throws: IndexFault.self) { _ = try engine.answer("גשר", limit: 400) }
  }

  @Test(arguments: 0...2000)
  func aWeightIsKeptWithinASixteenth(weight: Int) {
    let kept = WeightCode.weight(of: WeightCode.code(of: weight))
    #expect(abs(kept - weight) * 16 <= weight)
    #expect(weight == 0 || WeightCode.code(of: weight) >= WeightCode.code(of: weight - 1))
  }

  /// A common word's places stand in two files, of which nearness reads the first and phrases both.
  @Test func aPhraseIsFoundInEveryArticle() throws {
    let texts = (0..<1500).map { number in
      let further = number % 3 == 0 ? "גשר ברזל" : "ברזל על גשר"
      return article(
        "a\(number)", "\(further) " + String(repeating: "גשר וברזל ", count: number % 7))
    }
    let made = files(texts)
    #expect(made.contains { $0.path.hasPrefix("search/x-") })
    let engine = try engine(texts)
    #expect(try engine.answer("\"גשר ברזל\"").total >= 500)
    let first = try engine.answer("גשר ברזל", limit: 3)
    #expect(first.total == 1500)
  }

  /// Of a long article that piece is shown in which the query's words stand.
  @Test func passagesComeFromThePieceThatAnswers() throws {
    var long = article("long", "פתיחה")
    for number in 0..<120 {
      let text =
        number == 77 ? "כאן עומד הגשר הישן" : String(repeating: "מילים אחרות \(number) ", count: 20)
      long.passages.append(.init(anchor: "p\(number + 2)", field: .text, text: text))
    }
    #expect(ArticleFile.pieces(of: long).count > 4)
    let result = try #require(
      try engine([long, article("b", "נהר")]).answer("גשרים ישנים").results.first)
    #expect(result.passages.map(\.anchor) == ["p79"])
    let phrase = try engine([long]).answer("\"הגשר הישן\"").results.first
    #expect(phrase?.passages.map(\.anchor) == ["p79"])
  }

  @Test func translationsOfOneArticleAreOneAnswer() throws {
    var translated = article("rivers-ar", "نهر נהר", language: "ar")
    translated.original = "rivers"
    let found = try engine([article("rivers", "נהר רחב"), translated, article("b", "נהר")])
      .answer("נהר")
    #expect(found.total == 2)
    let answer = try #require(found.results.first { !$0.translations.isEmpty })
    #expect(
      Set([answer.article.slug] + answer.translations.map(\.slug)) == ["rivers", "rivers-ar"])
  }

  @Test func suggestionsHaveALimit() throws {
    let many = (0..<5000).map { number in
      SearchableArticle(
        slug: "a\(number)", url: "articles/a\(number)/", language: "he",
        title: "כותרת \(number * 7919 % 5000) של מאמר", authors: ["מחבר \(number)"])
    }
    let file = SuggestionsFile.make(many, .init(1))
    #expect((20_000...SuggestionsFile.limit).contains(file.bytes.count))
  }

  @Test func aDictionaryTellsClitics() throws {
    let texts = [
      article("a", "המדינה גדולה"), article("b", "מדינות רבות במדינה"), article("c", "דינה שרה"),
    ]
    let readings = WordReadings(
      source: "test",
      readings: [
        "המדינה": [.init(prefix: "ה", lemma: "מדינה", part: .nominal)],
        "במדינה": [.init(prefix: "ב", lemma: "מדינה", part: .nominal)],
        "מדינות": [
          .init(prefix: "", lemma: "מדינה", part: .nominal),
          .init(prefix: "מ", lemma: "דין", part: .nominal),
        ],
      ])
    let made = try engine(texts, readings: readings)
    #expect(Set(try made.answer("מדינה").results.map(\.article.slug)) == ["a", "b"])
    #expect(try made.answer("דינה").results.map(\.article.slug) == ["c"])
  }

  @Test func hspellIsUnderstood() throws {
    let text = "מילה חוקית: מקרים\n\tמקרה(ע,ז,רבים)\nצירוף חוקי: מ+קרים\n\tקר(ת,ז,רבים)\n"
    let output = text.unicodeScalars.map { scalar in
      scalar.value >= 0x05D0 ? UInt8(scalar.value - 0x05D0 + 0xE0) : UInt8(scalar.value)
    }
    let readings = try #require(HspellReadings.readings(output: output)["מקרימ"])
    #expect(readings.map(\.lemma) == ["מקרה", "קר"])
    #expect(readings.map(\.prefix) == ["", "מ"])
    #expect(HspellReadings.input(words: ["צה״ל"]) == [0xF6, 0xE4, 0x22, 0xEC, 0x0A])
  }
}

@Suite struct SearchQueryTests {
  @Test func takesAQueryApart() {
    let query = SearchQuery(
      "שלום \"מים רבים\" -מלחמה הידרו* author:לוי year:2019-2021 בין-לאומי צה\"ל")
    #expect(query.units.map(\.form) == [.word, .phrase, .word, .prefix, .compound, .word])
    #expect(query.units.map(\.isExcluded) == [false, false, true, false, false, false])
    #expect(query.units.last?.words.map(\.text) == ["צהל"])
    #expect(query.filters.map(\.facet) == [.author, .year])
    #expect(query.filters[1].admits("2020"))
    #expect(!query.filters[1].admits("2022"))
  }

  @Test(arguments: ["מחבר:לוי", "مؤلف:لوي", "Author: Levi", "מאת:\"רות לוי\""])
  func filtersHaveNamesInEachLanguage(text: String) {
    #expect(SearchQuery(text).filters.map(\.facet) == [.author])
    #expect(SearchQuery(text).units.isEmpty)
  }

  @Test(arguments: [
    "\"", "\"\"", "-", "--", "*", ":", "author:", "-\"", "\"א", "« »", "a:b:c", "\u{202E}",
  ])
  func nothingIsAnError(text: String) throws {
    _ = try engine([article("a", "טקסט")]).answer(text)
  }

  @Test func nearerFormsComeFirst() throws {
    let texts = [
      article("form", "גשרים נבנו כאן אתמול"), article("clitic", "הגשר נבנה כאן אתמול"),
      article("exact", "גשר נבנה כאן אתמול"), article("none", "דבר אחר לגמרי כאן"),
    ]
    #expect(
      try engine(texts).answer("גשר").results.map(\.article.slug) == ["exact", "clitic", "form"])
  }

  @Test func titlesComeBeforeTextAndTextBeforeNotes() throws {
    func with(_ slug: String, _ field: SearchableArticle.Field) -> SearchableArticle {
      var made = article(slug, "מילים אחרות לגמרי")
      made.passages.append(.init(anchor: "x", field: field, text: "גשר ועוד"))
      return made
    }
    let texts = [with("note", .note), with("text", .text), with("title", .title)]
    #expect(
      try engine(texts).answer("גשר").results.map(\.article.slug) == ["title", "text", "note"])
  }

  @Test func nearWordsComeBeforeScatteredOnes() throws {
    let filler = Array(repeating: "ועוד מילים רבות כאלה", count: 12).joined(separator: " ")
    let texts = [
      article("scattered", "גשר \(filler) ברזל"), article("near", "גשר ברזל \(filler)"),
    ]
    #expect(try engine(texts).answer("גשר ברזל").results.first?.article.slug == "near")
  }

  @Test func rarityIsALogarithm() {
    for (count, all) in [(1, 1), (1, 7), (3, 1000), (999, 1000), (1, 100_000)] {
      let exact = log2(1 + Double(all) / Double(count)) * 64
      #expect(abs(Double(SearchEngine.rarity(of: count, among: all)) - exact) < 2)
    }
  }
}
