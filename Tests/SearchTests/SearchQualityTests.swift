import Foundation
import Manuscript
import Publishing
import Search
import Testing

/// Searches of many kinds over damaged texts with known answers (../shared), with a dictionary and
/// by rules alone.
@Suite struct SearchQualityTests {
  struct Query: Decodable {
    var query: String
    var kind: String
    var expected: [String]
    var allowed: [String]

    enum CodingKeys: String, CodingKey {
      case query
      case kind
      case expected = "expected_sections"
      case allowed = "may_find_sections"
    }
  }

  static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared").standardizedFileURL

  static var isHere: Bool {
    FileManager.default.fileExists(atPath: shared.appendingPathComponent("queries.json").path)
  }

  static func articles() throws -> [SearchableArticle] {
    let folder = shared.appendingPathComponent("sections")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    return try names.map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let slug = String(name.dropLast(4))
      // As search_site.py: a block is a paragraph of one line.
      let blocks = text.components(separatedBy: "\n\n").map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }.filter { !$0.isEmpty }
      let passages =
        [SearchableArticle.Passage(anchor: "title", field: .title, text: slug)]
        + blocks.enumerated().map {
          SearchableArticle.Passage(anchor: "p\($0 + 1)", field: .text, text: $1)
        }
      return SearchableArticle(
        slug: slug, url: slug, language: slug.hasPrefix("defence") ? "ar" : "he", title: slug,
        passages: passages)
    }
  }

  @Test(.enabled(if: isHere, "the queries of ../shared are not here"), arguments: [true, false])
  func findsWhatIsMeant(withDictionary: Bool) throws {
    let articles = try Self.articles().map(SearchSegment.init)
    let words = merged(articles).wordsForDictionary
    let readings: WordReadings =
      withDictionary ? HspellProgram.readings(of: words) : .none
    print("words known:", readings.readings.count, "of", words.count)
    if withDictionary, readings.source == nil {
      print("hspell is not installed: only the rules are tested")
      return
    }
    let files = Dictionary(
      indexFiles(articles, readings: readings).map { ($0.path, $0.bytes) }
    ) { first, _ in first }
    let engine = try SearchEngine { path in
      guard let bytes = files[path] else { throw IndexFault.missing(path) }
      return bytes
    }
    let queries = try JSONDecoder().decode(
      [Query].self, from: Data(contentsOf: Self.shared.appendingPathComponent("queries.json")))
    var recalls: [String: [Double]] = [:]
    var precisions: [Double] = []
    for query in queries {
      let answer = try engine.answer(query.query, limit: 1000)
      let found = Set(answer.results.map(\.article.slug))
      let right = found.intersection(query.expected)
      let wrong = found.subtracting(query.expected).subtracting(query.allowed)
      if query.expected.isEmpty {
        #expect(found.isEmpty, "\(query.query) is nowhere")
        continue
      }
      let recall = Double(right.count) / Double(query.expected.count)
      recalls[query.kind, default: []].append(recall)
      if !right.isEmpty || !wrong.isEmpty {
        precisions.append(Double(right.count) / Double(right.count + wrong.count))
      }
      if recall < 1 || !wrong.isEmpty {
        print(
          query.query, query.kind, "recall", recall, "missed",
          Set(query.expected).subtracting(found).sorted().prefix(9), "wrong",
          answer.results.filter { wrong.contains($0.article.slug) }.map { result in
            result.article.slug + ": "
              + result.passages.prefix(1).map { excerpt in
                excerpt.marks.map {
                  String(decoding: Array(excerpt.text.utf8)[$0], as: UTF8.self)
                }.joined(separator: " ")
              }.joined()
          }, answer.corrections)
      }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
    let recall = mean(recalls.values.flatMap { $0 })
    print("dictionary", withDictionary, "recall", recall, "precision", mean(precisions))
    #expect(recall >= 0.92)
    #expect(mean(precisions) >= 0.88)
    for (kind, values) in recalls { #expect(mean(values) >= 0.75, "\(kind)") }
  }
}
