import Manuscript
import Testing

@testable import Publishing

@Suite struct CatalogueTests {
  private func entry(
    _ slug: String, date: String? = nil, _ change: (inout FrontMatter) -> Void = { _ in }
  ) -> ArticleEntry {
    var front = FrontMatter(title: slug, language: "he")
    front.date = date.flatMap { PartialDate($0) }
    change(&front)
    return ArticleEntry(folder: slug, file: slug, frontMatter: front, slug: slug)
  }

  private func inVolume(
    _ slug: String, _ volume: String, page: String? = nil, order: Int? = nil,
    container: String? = nil
  ) -> ArticleEntry {
    entry(slug, date: "2020") { front in
      var citation = FrontMatter.Citation()
      citation.volume = volume
      citation.page = page
      citation.containerTitle = container
      front.citation = citation
      front.order = order
    }
  }

  @Test func theNewestComesFirstAndTheUndatedLast() {
    let catalogue = Catalogue(
      [
        entry("a"), entry("b", date: "2020"), entry("c", date: "2021-05"), entry("d", date: "2021"),
      ],
      ownNames: [])
    #expect(catalogue.articles.map(\.slug) == ["c", "d", "b", "a"])
  }

  @Test func aVolumeStandsInPrintOrder() {
    let catalogue = Catalogue(
      [
        inVolume("late", "1", page: "101-120"), inVolume("early", "1", page: "7-9"),
        inVolume("first", "1", page: "300", order: 1),
      ], ownNames: [])
    let slugs = catalogue.volumes.map { $0.articles.map { catalogue.articles[$0].slug } }
    #expect(slugs == [["first", "early", "late"]])
    let early = catalogue.bySlug["early"] ?? -1
    #expect(catalogue.neighbours[early].previous == catalogue.bySlug["first"])
    #expect(catalogue.neighbours[early].next == catalogue.bySlug["late"])
  }

  @Test func thePublicationsOwnNamesInAnyLanguageAreOneVolume() {
    let catalogue = Catalogue(
      [
        inVolume("a", "2", container: "דפים"), inVolume("b", "2", container: "أوراق"),
        inVolume("c", "2", container: "Another Journal"),
      ], ownNames: ["דפים", "أوراق"])
    #expect(catalogue.volumes.map(\.articles.count).sorted() == [1, 2])
    #expect(Set(catalogue.volumes.map(\.slug)) == ["2", "another-journal-2"])
  }

  @Test func translationsKnowOneAnotherHoweverTheyAreChained() {
    let catalogue = Catalogue(
      [
        entry("he"), entry("ar") { $0.translationOf = "he" },
        entry("en") { $0.translationOf = "ar" },
        entry("alone"), entry("lost") { $0.translationOf = "nothing" },
      ], ownNames: [])
    func others(_ slug: String) -> Set<String> {
      Set(catalogue.translations[catalogue.bySlug[slug] ?? 0].map { catalogue.articles[$0].slug })
    }
    #expect(others("he") == ["ar", "en"])
    #expect(others("en") == ["he", "ar"])
    #expect(others("alone") == [])
    #expect(others("lost") == [])
  }

  @Test func articlesOutsideVolumesFollowOneAnotherByDate() {
    let catalogue = Catalogue(
      [entry("new", date: "2022"), inVolume("printed", "1"), entry("old", date: "2019")],
      ownNames: [])
    let old = catalogue.bySlug["old"] ?? -1
    #expect(catalogue.neighbours[old].previous == nil)
    #expect(catalogue.neighbours[old].next == catalogue.bySlug["new"])
  }

  @Test func translationsAreOnePlaceInTheOrderAndReadersStayInTheirLanguage() {
    func article(_ slug: String, _ language: String, _ order: Int, of original: String? = nil)
      -> ArticleEntry
    {
      entry(slug) { front in
        (front.language, front.order, front.translationOf) = (language, order, original)
        front.series = "s"
      }
    }
    let catalogue = Catalogue(
      [
        article("a", "en", 1), article("a-ar", "ar", 1, of: "a"), article("a-he", "he", 1, of: "a"),
        article("b", "en", 2), article("b-he", "he", 2, of: "b"), article("c", "en", 3),
        article("c-ar", "ar", 3, of: "c"),
      ], ownNames: [])
    func neighbours(_ slug: String) -> [String?] {
      let found = catalogue.neighbours[catalogue.bySlug[slug] ?? 0]
      return [found.previous, found.next].map { $0.map { catalogue.articles[$0].slug } }
    }
    #expect(neighbours("a") == [nil, "b"])
    #expect(neighbours("a-he") == [nil, "b-he"])
    #expect(neighbours("a-ar") == [nil, "b"], "where there is none in the language, the original")
    #expect(neighbours("b-he") == ["a-he", "c"])
    #expect(neighbours("c-ar") == ["b", nil])
  }

  @Test func oneAuthorIsOnePersonHoweverPunctuated() {
    let catalogue = Catalogue(
      [
        entry("a") { $0.authors = [.init(name: "J. Smith")] },
        entry("b") { $0.authors = [.init(name: "J Smith")] },
      ], ownNames: [])
    #expect(catalogue.authors.map(\.articles.count) == [2])
  }

  @Test func aSummaryEndsWithAWord() {
    #expect(Summary.of(nil) == nil)
    #expect(Summary.of(" מעט\n\nמילים ") == "מעט מילים")
    let long = String(repeating: "מילה, ", count: 100)
    let summary = Summary.of(long) ?? ""
    #expect(summary.hasSuffix("מילה…"))
    #expect((230...241).contains(summary.unicodeScalars.count))
    #expect(Summary.of(String(repeating: "א", count: 300))?.hasSuffix("א…") == true)
    let exact = String(repeating: "א", count: 240)
    #expect(Summary.of(exact) == exact)
  }
}
