import Foundation
import Publishing
import Search
import Testing

/// The cases of Tests/Conformance/search.json, which the browser is asked as well
/// (Tests/Browser/test_search.py): one file says what both must find.
@Suite struct SearchConformanceTests {
  struct Cases: Decodable {
    struct Case: Decodable {
      var kind: String
      var query: String
      var finds: [String]
      var findsNot: [String]?

      enum CodingKeys: String, CodingKey {
        case kind, query, finds
        case findsNot = "finds_not"
      }
    }
    var articles: [String: String]
    var cases: [Case]
  }

  @Test func findsWhatTheCasesSay() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Conformance/search.json").standardizedFileURL
    let cases = try JSONDecoder().decode(Cases.self, from: Data(contentsOf: file))
    let articles = cases.articles.sorted { $0.key < $1.key }.map {
      SearchSegment(article($0.key, $0.value))
    }
    let readings = HspellProgram.readings(of: merged(articles).wordsForDictionary)
    guard readings.source != nil else {
      print("hspell is not installed: the cases are not asked")
      return
    }
    let files = Dictionary(
      indexFiles(articles, readings: readings).map { ($0.path, $0.bytes) }
    ) { first, _ in first }
    let engine = try SearchEngine { path in
      guard let bytes = files[path] else { throw IndexFault.missing(path) }
      return bytes
    }
    for one in cases.cases {
      let found = try engine.answer(one.query, limit: 200).results.map(\.article.slug)
      #expect(Set(one.finds).subtracting(found).isEmpty, "\(one.kind): \(one.query)")
      #expect(Set(one.findsNot ?? []).isDisjoint(with: found), "\(one.kind): \(one.query)")
    }
  }
}
