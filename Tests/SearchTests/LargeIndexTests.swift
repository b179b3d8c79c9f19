import Testing

@testable import Search

/// What a search fetches of a large publication: files of a size that does not grow with it.
@Suite struct LargeIndexTests {
  /// Articles in each of which a word stands in several forms, more often in some.
  func articles(_ count: Int) -> [SearchableArticle] {
    (0..<count).map { number in
      let forms = "גשר הגשר בגשר גשרים "
      let text = String(repeating: forms, count: 1 + number * 7919 % 13) + "מספר\(number)"
      return article("a\(10_000 + number)", text + (number % 50 == 3 ? " ברזל" : ""))
    }
  }

  /// The size of the largest file of a kind.
  func largest(_ kind: String, _ files: [IndexFile]) -> Int {
    files.filter { $0.path.hasPrefix("search/\(kind)-") }.map(\.bytes.count).max() ?? 0
  }

  @Test func aCommonWordsFileHardlyGrows() {
    let few = indexFiles(articles(400).map(SearchSegment.init))
    let many = indexFiles(articles(3_200).map(SearchSegment.init))
    // Eight times the articles: what is more says which articles there are.
    #expect(largest("p", many) < 2 * largest("p", few))
    #expect(largest("p", many) < 6_000)
    #expect(largest("q", many) < 6_000)
  }

  /// Whether a common word's articles are heavy or not, they are found, counted and left out alike.
  @Test func lightArticlesAreFoundAsWell() throws {
    let all = articles(450)
    let engine = try engine(all)
    let found = try engine.answer("גשר", limit: 450)
    #expect(found.total == 450)
    #expect(Set(found.results.map(\.article.slug)) == Set(all.map(\.slug)))
    // The heaviest come first, those of which no weight is known last, by their numbers.
    let scores = found.results.map(\.score)
    #expect(scores == scores.sorted(by: >))
    #expect(scores[0] > scores[449])
    let light = found.results.filter { $0.score == scores[449] }.map(\.article.slug)
    #expect(light.count > 100)
    #expect(light == light.sorted())
    #expect(found.results.allSatisfy { !$0.passages.isEmpty })
    #expect(try engine.answer("ברזל -גשר").total == 0)
    #expect(try engine.answer("מספר7 -גשרים").total == 0)
    #expect(try engine.answer("גשר ברזל", limit: 100).total == 9)
    #expect(try engine.answer("\"הגשר בגשר\"", limit: 1).total == 450)
    #expect(try engine.answer("\"ברזל הגשר\"").total == 0)
  }

  /// Words of which each is like the next are no word with 81 spellings.
  @Test func likenessesAreNotFollowedFarther() throws {
    let matres = ["", "ו", "י"]
    let words = matres.flatMap { one in
      matres.flatMap { other in
        matres.flatMap { third in matres.map { "ג\(one)ד\(other)ל\(third)ש\($0)נט" } }
      }
    }
    let articles = words.enumerated().map { article("a\($0)", $1) }
    let segments = articles.map(SearchSegment.init)
    let engine = try engine(articles)
    for word in words {
      let found = try engine.answer(word, limit: 81)
      #expect(found.results.first?.passages.first?.text == word)
      #expect((1...30).contains(found.total), "\(word)")
    }
    let families = merged(segments).families(readings: .none).families
    #expect(families.map(\.members.count).max() ?? 0 <= 30)
  }

  /// With more blocks than the manifest names, each is found by its branch.
  @Test func branchesLeadToEveryBlock() throws {
    let keys = (0..<1_300).map { "מ\(10_000 + 3 * $0)" }
    let blocks = (0..<2_500).map {
      Manifest.PostingsBlock(firstFamily: 3 * $0, hasFurtherPlaces: $0 % 7 == 0)
    }
    let contents = Manifest.contents(
      index: 1, source: "", articleCount: 1, letters: 2, translations: [[3, 4], [7, 9, 12]],
      terms: keys, reversed: ["א"], postings: blocks, familyCount: 7_500)
    #expect(contents.branches.count == 11 + 10)
    #expect(contents.manifest.count < 250)
    var files = [IndexFile(.manifest, contents.manifest, nil)]
    for (number, branch) in contents.branches.enumerated() {
      files.append(IndexFile(.branch, branch, .init(1, number)))
    }
    for (number, key) in keys.enumerated() {
      var block: [UInt8] = [0]
      block.appendText(key)
      block.appendRising([number << 2])
      files.append(IndexFile(.terms, block, .init(1, number)))
    }
    for number in blocks.indices {
      var block: [UInt8] = []
      for family in 0..<3 {
        var content: [UInt8] = []
        content.appendList(["\(3 * number + family)"]) { $1.appendCompact($0) }
        content.appendVarint(0)
        block.appendData(content)
      }
      files.append(IndexFile(.postings, block, .init(1, number)))
    }
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let reader = try IndexReader { try #require(bytes[$0]) }
    #expect(reader.manifest.translations == [[3, 4], [7, 9, 12]])
    for (number, key) in keys.enumerated() {
      #expect(try reader.leads(of: key).map(\.family) == [number], "\(key)")
    }
    #expect(try reader.leads(of: "א").isEmpty)
    #expect(try reader.leads(of: "מ10001").isEmpty)
    #expect(try reader.keys(beginning: "מ11") == keys.filter { $0.hasPrefix("מ11") })
    for family in stride(from: 0, to: 7_500, by: 11) {
      #expect(try reader.family(family).bases == ["\(family)"])
    }
    let all = try reader.postingsBlocks()
    #expect(all.map(\.firstFamily) == blocks.map(\.firstFamily))
    #expect(all.map(\.hasFurtherPlaces) == blocks.map(\.hasFurtherPlaces))
  }
}
