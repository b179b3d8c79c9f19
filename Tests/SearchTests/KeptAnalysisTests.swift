import Testing

@testable import Search

@Suite struct KeptAnalysisTests {
  let one = SearchableArticle(
    slug: "one", url: "articles/one/", language: "he", title: "הנהרות",
    authors: ["תמר לוי"], keywords: ["מים"], year: 2020,
    passages: [
      .init(anchor: "", field: .title, text: "הַנְּהָרוֹת"),
      .init(anchor: "p1", field: .text, text: "סחר בין־לאומי, ארה״ב וגם ארה\"ב; Cafe\u{301} 12ג."),
      .init(anchor: "p2", field: .text, text: ""),
      .init(anchor: "p3", field: .note, text: "والأنهار كثيرة؛ the River's bank."),
      .init(anchor: "p4", field: .note, text: " — "),
    ])

  @Test func whatWasKeptGivesTheSameIndex() throws {
    let made = AnalysedArticle(one)
    let kept = try #require(AnalysedArticle(one, kept: made.kept))
    #expect(kept.spellings.map { Array($0.utf8) } == made.spellings.map { Array($0.utf8) })
    #expect(kept.kinds == made.kinds && kept.tokens == made.tokens && kept.joints == made.joints)
    #expect(kept.passageStarts == made.passageStarts && kept.words.bytes == made.words.bytes)
    #expect(indexFiles([kept]) == indexFiles([made]))
    let empty = SearchableArticle(slug: "e", url: "e", language: "he", title: "")
    #expect(AnalysedArticle(empty, kept: AnalysedArticle(empty).kept) != nil)
  }

  @Test func anArticleThatChangedIsAnother() {
    let kept = AnalysedArticle(one).kept
    let changes: [(inout SearchableArticle) -> Void] = [
      { $0.passages[1].text += "." }, { $0.passages[1].anchor = "p9" },
      { $0.passages[1].field = .heading }, { $0.title = "נהרות" }, { $0.authors = [] },
      { $0.year = 2021 }, { $0.volume = "3" }, { $0.url = "articles/two/" },
    ]
    for change in changes {
      var other = one
      change(&other)
      #expect(AnalysedArticle(other, kept: kept) == nil)
      #expect(AnalysedArticle.keptName(of: other) != AnalysedArticle.keptName(of: one))
    }
  }

  @Test func damagedBytesAreAsGoodAsNone() {
    let kept = AnalysedArticle(one).kept
    for length in 0..<kept.count {
      #expect(AnalysedArticle(one, kept: Array(kept[..<length])) == nil)
    }
    for place in kept.indices {
      var damaged = kept
      damaged[place] ^= 0x41
      #expect(AnalysedArticle(one, kept: damaged) == nil, "byte \(place)")
    }
    #expect(AnalysedArticle(one, kept: kept + [0]) == nil)
  }

  /// A cache must not outlive the code that made it: if this fails, the analysis gives something
  /// else than before. Then raise `KeptFile.version`, and write what is told here.
  @Test func theVersionTellsOfEveryChangeOfTheAnalysis() {
    let made = AnalysedArticle(one)
    var all = made.words.bytes + made.spellings.flatMap { Array($0.utf8) }
    all += made.kinds.map(\.rawValue) + made.joints.map(\.rawValue)
    all += made.tokens.map { UInt8($0) } + made.passageStarts.map { UInt8($0) }
    all += ArticleFile.content(of: one)
    #expect(KeptFile.version == 2)
    #expect(IndexFile.hash(all) == 12_981_449_109_968_015_704)
  }

  @Test func aDictionaryIsAskedForEachWordOnce() {
    let words = ["נהרות": "נהרות", "סחר": "סַחַר", "זזזז": "זזזז"]
    let nominal = WordReading(prefix: "", lemma: "נהר", part: .nominal)
    let rare = WordReading(prefix: "ה", lemma: "סחר", part: .verb, isRare: true)
    let told = ["נהרות": [nominal, rare], "סחר": [rare]]
    var known = KeptReadings(dictionary: "d 1")
    #expect(known.unasked(of: words) == words)
    known.add(WordReadings(source: "d", readings: told), of: words)
    let kept = known.kept(of: words)

    let again = KeptReadings(dictionary: "d 1", kept: kept)
    #expect(again.unasked(of: words).isEmpty)
    #expect(again.readings(of: words) == told)
    #expect(again.kept(of: words) == kept)
    #expect(again.unasked(of: ["סחר": "סחר", "סַחַר": "סַחַר"]) == ["סחר": "סחר"])
    #expect(again.kept(of: ["סחר": "סַחַר"]).count < kept.count)

    #expect(KeptReadings(dictionary: "d 2", kept: kept).unasked(of: words) == words)
    for place in kept.indices {
      var damaged = kept
      damaged[place] ^= 1
      #expect(KeptReadings(dictionary: "d 1", kept: damaged).unasked(of: words) == words)
    }
  }

  @Test func aWordWithALetterThatTheDictionaryLacksIsNotAsked() {
    #expect(HspellReadings.canAsk("ארה״ב", folded: "ארהב"))
    #expect(HspellReadings.canAsk("הַנְּהָרוֹת", folded: "הנהרות"))
    #expect(!HspellReadings.canAsk("נװה", folded: "נווה"))
  }
}
