import Manuscript
import Testing

@testable import Exporting

/// A record of an article that a test writes as Markdown.
enum Records {
  static let periodical = Periodical(
    name: "דפים", names: ["דפים", "Leaves"], publisher: "המכללה", issn: "2958-0013",
    address: "https://example.org/", languages: ["he", "en"], licence: "CC-BY-4.0",
    retractionMark: "נמשך: ")

  static func article(_ source: String) -> Article {
    ManuscriptReader.read(Array(source.utf8), file: "article.md").article
  }

  static func work(_ source: String, id: String = "one") -> Work {
    let article = article(source)
    var work = Work(article.frontMatter, id: id, path: "articles/\(id)/", in: periodical)
    work.take(article)
    return work
  }

  static func work(type: String, _ more: String = "", body: String = "פסקה.") -> Work {
    work(
      """
      ---
      title: כותרת
      lang: he
      type: \(type)
      citation:
        container-title: ספר ובו פרקים
        editor: [צבי מגן, Daniel Rakov]
        publisher: הוצאה
        publisher-place: תל אביב
        volume: "3"
        issue: "14"
        page: 10-22
        isbn: 978-965-00-0000-1
      \(more)
      ---

      \(body)

      """)
  }
}

@Suite struct WorkTests {
  @Test func aChapterHasABookAndNoJournal() {
    let chapter = Records.work(type: "chapter")
    #expect(chapter.issn == nil)
    #expect(chapter.container == "ספר ובו פרקים")
    let names = Set(HighwireTags.tags(chapter).map(\.name))
    #expect(names.isSuperset(of: ["citation_inbook_title", "citation_isbn", "citation_editor"]))
    #expect(names.isDisjoint(with: ["citation_journal_title", "citation_issn"]))
  }

  @Test func aReportHasAnInstitutionAndANumber() {
    let report = Records.work(type: "report")
    #expect(report.number == "14")
    let tags = HighwireTags.tags(report)
    #expect(tags.contains(MetaTag("citation_technical_report_institution", "הוצאה")))
    #expect(tags.contains(MetaTag("citation_technical_report_number", "14")))
    #expect(!tags.contains { $0.name == "citation_journal_title" })
  }

  @Test func anArticleOfThePublicationHasItsNumberAndOneOfAnotherDoesNot() {
    let own = Records.work(
      "---\ntitle: א\nlang: he\ncitation:\n  container-title: Leaves\n---\n\nא.\n")
    #expect(own.issn == "2958-0013" && own.isInPublication)
    let other = Records.work(type: "article-journal")
    #expect(other.issn == nil && !other.isInPublication)
  }

  @Test func aReviewKnowsWhatItReviews() {
    let review = Records.work(
      type: "review", body: "**תמר עברון, *ספר השוליים*. ירושלים: גיליון, 2022.**")
    #expect(review.reviewed?.title == "ספר השוליים")
    #expect(review.reviewed?.author == "תמר עברון")
    #expect(Records.work(type: "review").reviewed == nil)
    let article = Records.work(type: "article-journal", body: "**תמר, *ספר*.**")
    #expect(article.reviewed == nil)
  }

  @Test func aRetractedWorkSaysSoInItsTitleAndEveryNoticeIsKept() {
    let work = Records.work(
      type: "report",
      """
      subtitle: משנה
      date: 2020-01-01
      retracted: {date: 2024-05-01, text: הנתונים שגויים}
      corrections:
        - {date: 2021-01-01, text: תוקן}
      """)
    #expect(work.fullTitle == "נמשך: כותרת: משנה")
    #expect(work.notices.map(\.text) == ["תוקן", "הנתונים שגויים"])
    #expect(work.lastChange?.iso8601 == "2024-05-01")
    let data = String(
      decoding: StructuredData.of(work, in: Records.periodical), as: UTF8.self)
    #expect(data.contains("Retracted") && data.contains("CorrectionComment"))
    let provenance = DublinCoreTags.tags(work).filter { $0.name == "DCTERMS.provenance" }
    #expect(provenance.count == 2)
  }

  @Test func entriesOfTheBibliographyAreKept() {
    let work = Records.work(
      type: "article-journal",
      body:
        "א.\n\n## מקורות\n\n<!-- references -->\n\n- Orme, D. (2011). *Pages*. <https://x.org/a>\n- ב."
    )
    #expect(work.references.map(\.text) == ["Orme, D. (2011). Pages. https://x.org/a", "ב."])
  }
}
