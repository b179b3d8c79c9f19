import Orthography
import Search
import Testing

/// A publication in memory.
func engine(
  _ articles: [SearchableArticle], readings: WordReadings = .none
) throws -> SearchEngine {
  let files = Dictionary(
    indexFiles(articles.map(SearchSegment.init), readings: readings).map { ($0.path, $0.bytes) }
  ) { first, _ in first }
  return try SearchEngine { path in
    guard let bytes = files[path] else { throw IndexFault.missing(path) }
    return bytes
  }
}

/// An article of one paragraph.
func article(_ slug: String, _ text: String, language: String = "he") -> SearchableArticle {
  SearchableArticle(
    slug: slug, url: "articles/\(slug)/", language: language, title: slug,
    passages: [.init(anchor: "p1", field: .text, text: text)])
}

@Suite struct SearchEngineTests {
  func found(_ query: String, in texts: [String]) throws -> [String] {
    let articles = texts.enumerated().map { article("a\($0)", $1) }
    return try engine(articles).answer(query).results.map(\.article.slug)
  }

  @Test(arguments: [
    ("נהר", "הנהר זורם אל הים"), ("ובנהר", "הנהר זורם אל הים"), ("ארה״ב", "שגריר ארהב הגיע"),
    ("ארהב", "שגריר ארה\"ב הגיע"), ("שָׁלוֹם", "אמרו שלום והלכו"), ("גשר", "שני גשרים נבנו"),
    ("בינלאומי", "סחר בין־לאומי גדל"), ("בין לאומי", "סחר בינלאומי גדל"),
    ("בין-לאומי", "סחר בין לאומי גדל"), ("كتاب", "قرأت الكتاب"), ("بالكتاب", "هذا كتاب"),
    ("إدارة", "الادارة العامة"), ("٢٠٢٣", "في عام 2023"), ("2023", "في عام ٢٠٢٣"),
    ("مدرسه", "المدرسة كبيرة"), ("Élan", "L’elan vital"), ("אוניברסיתה", "האוניברסיטה נפתחה"),
    ("תכנית", "התוכנית אושרה"), ("جيش", "جيوش كثيرة"),
  ])
  func finds(query: String, text: String) throws {
    #expect(try found(query, in: [text, "שורה אחרת לגמרי", "سطر آخر تماما"]) == ["a0"])
  }

  @Test(arguments: ["זברה", "\"נהר הים\"", "נהר -הים", "קנגורו", "", "\"", "-", "*", "author:"])
  func doesNotFind(query: String) throws {
    #expect(try found(query, in: ["הנהר זורם אל הים"]).isEmpty)
  }
}
