import Testing

@testable import Search

@Suite struct SearchSegmentTests {
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
    let made = SearchSegment(one)
    let kept = try #require(SearchSegment(one, bytes: made.bytes))
    #expect(kept.article == made.article && kept.files == made.files)
    #expect(indexFiles([kept]) == indexFiles([made]))
    let empty = SearchableArticle(slug: "e", url: "e", language: "he", title: "")
    #expect(SearchSegment(empty, bytes: SearchSegment(empty).bytes) != nil)
    #expect(indexFiles([SearchSegment(empty)]).count > 4)
  }

  @Test func theOrderOfSegmentsDoesNotMatter() {
    let texts = [
      "בין לאומי Rivers", "סחר בינלאומי", "סחר בין-לאומי rivers", "U.S. וגם ארה״ב", "نهر وأنهار",
    ]
    let segments = texts.enumerated().map { SearchSegment(article("a\($0)", $1)) }
    let files = { (segments: [SearchSegment]) in
      Set(indexFiles(segments).map { $0.path + String(decoding: $0.bytes, as: UTF8.self) })
    }
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
      #expect(files(order.map { segments[$0] }) == files(segments))
    }
  }

  @Test func familiesThatWereKeptGiveTheSameIndex() throws {
    let texts = ["הנהרות מושכים סוחרים", "נהר ונהרות, מסחר", "مسؤولون عن الأنهار", "Rivers of old"]
    let segments = texts.enumerated().map { SearchSegment(article("a\($0)", $1)) }
    let merge = merged(segments)
    let kept = merge.kept(merge.families(readings: .none), dictionary: "d 1")
    // The same words, numbered otherwise: the articles come in another order.
    let others = texts.enumerated().map { SearchSegment(article("b\(9 - $0)", $1)) }
    let again = merged(others)
    let families = try #require(again.families(kept: kept, dictionary: "d 1"))
    var files: [IndexFile] = []
    again.write(families, read: { others[$0] }) { files.append($0) }
    #expect(files + others.flatMap(\.files) == indexFiles(others))

    #expect(merge.families(kept: kept, dictionary: "d 2") == nil)
    #expect(merged(segments.dropLast()).families(kept: kept, dictionary: "d 1") == nil)
    let changed = Array(segments.dropLast()) + [SearchSegment(article("a3", "rivers of old"))]
    #expect(merged(changed).families(kept: kept, dictionary: "d 1") == nil)
    for place in kept.indices {
      var damaged = kept
      damaged[place] ^= 1
      #expect(merge.families(kept: damaged, dictionary: "d 1") == nil, "byte \(place)")
    }
  }

  @Test func anArticleThatChangedIsAnother() {
    let kept = SearchSegment(one).bytes
    let changes: [(inout SearchableArticle) -> Void] = [
      { $0.passages[1].text += "." }, { $0.passages[1].anchor = "p9" },
      { $0.passages[1].field = .heading }, { $0.title = "נהרות" }, { $0.authors = [] },
      { $0.year = 2021 }, { $0.volume = "3" }, { $0.url = "articles/two/" },
    ]
    for change in changes {
      var other = one
      change(&other)
      #expect(SearchSegment(other, bytes: kept) == nil)
      #expect(SearchSegment.key(of: other) != SearchSegment.key(of: one))
    }
  }

  @Test func damagedBytesAreAsGoodAsNone() {
    let kept = SearchSegment(one).bytes
    for length in 0..<kept.count {
      #expect(SearchSegment(one, bytes: Array(kept[..<length])) == nil)
    }
    for place in kept.indices {
      var damaged = kept
      damaged[place] ^= 0x41
      #expect(SearchSegment(one, bytes: damaged) == nil, "byte \(place)")
    }
    #expect(SearchSegment(one, bytes: kept + [0]) == nil)
  }

  /// A cache must not outlive the code that made it: if this fails, the analysis gives something
  /// else than before. Then raise `KeptFile.version`, and write what is told here.
  @Test func theVersionTellsOfEveryChangeOfTheAnalysis() {
    let segment = SearchSegment(one)
    let all = segment.bytes[segment.bodyStart...] + ArticleFile.Passages(one).content()
    #expect(KeptFile.version == 4)
    #expect(IndexFile.hash(Array(all)) == 8_247_386_276_728_995_115)
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
