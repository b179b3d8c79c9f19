import Testing

@testable import Manuscript

@Suite struct ReaderTests {
  @Test func readsAnArticle() {
    let source = """
      ---
      title: דוגמה
      lang: he
      ---

      ## מבוא

      פסקה ראשונה[^1] ושנייה[^*].

      > ציטוט

      1. אחד
      2. שניים <!-- page 12 -->

      <!-- page 13 -->

      ![תמונה[^2]]()

      <!-- references -->

      - לוי, 2020

      [^1]: הערה <https://example.org/a>
      [^2]: <!-- missing -->
      [^*]: תודה

      <!-- links page 3 -->

      - <https://example.org/b>
      """
    let (article, findings) = ManuscriptReader.read(source, file: "a.md")
    #expect(article.frontMatter.title == "דוגמה")
    #expect(article.blocks.map(\.anchor) == ["מבוא", "p1", "p2", "", "", "p5", ""])
    #expect(article.notes.map(\.label) == ["1", "2", "*"])
    #expect(article.notes.map(\.position.line) == [23, 24, 25])
    #expect(article.linkLists.map(\.addresses) == [["https://example.org/b"]])
    #expect(findings.map(\.kind) == [.missingNote])
    guard case .paragraph(let inlines) = article.blocks[1].content else {
      Issue.record("no paragraph")
      return
    }
    #expect(
      inlines == [
        .text("פסקה ראשונה"), .noteReference("1"), .text(" ושנייה"), .noteReference("*"),
        .text("."),
      ])
    guard case .list(let list) = article.blocks[6].content else {
      Issue.record("no list")
      return
    }
    #expect(list.isBibliography)
  }
}
