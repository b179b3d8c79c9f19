import Citations
import Manuscript
import Testing

@testable import Exporting

@Suite struct PlainTextTests {
  private func exported(_ body: String) throws -> String {
    let source = Array(
      "---\ntitle: כותרת\nlang: he\nauthor: [נגה ים, דן אור]\n---\n\n\(body)\n".utf8)
    let article = ManuscriptReader.read(source, file: "a.md").article
    let files = try PlainTextExporter().files(
      of: ExportedArticle(
        linked: LinkedArticle(article, file: "a.md"), source: source,
        facts: ArticleFacts(frontMatter: article.frontMatter, slug: "a", path: "articles/a/"),
        publication: PublicationFacts()))
    #expect(files.map(\.path) == ["article.txt"])
    return String(decoding: files.first?.bytes ?? [], as: UTF8.self)
  }

  @Test func everyWordIsInIt() throws {
    let text = try exported(
      """
      ## פרק

      פסקה *נטויה*[^1] [קישור](https://example.org).

      1. אחד
      2. שניים

      - נקודה

      | א | ב |
      |---|---|
      | ג | ד |

      > ציטוט

      [^1]: הערה ראשונה.
      """)
    #expect(
      text == """
        כותרת

        נגה ים, דן אור

        פרק

        פסקה נטויה[1] קישור.

        1. אחד

        2. שניים

        – נקודה

        א\tב

        ג\tד

        ציטוט

        [1] הערה ראשונה.

        """)
  }

  @Test func everyExporterHasItsOwnName() {
    #expect(Set(Exporters.all.map(\.name)).count == Exporters.all.count)
  }
}
