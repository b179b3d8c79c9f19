import Orthography
import Testing

@testable import Conversion

/// What the passes that make blocks do to small pages.
@Suite struct BlockTests {
  private func dump(_ text: String, after pass: String) throws -> [String] {
    Converter().dump(Document(pages: try Papers.pages(text)), after: pass)
      .split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
  }

  @Test func `Bullets behind their lines come before them`() throws {
    let lines = try dump(
      "הקידוחים יבוצעו כך:\nאיש קשר לתיאום - מנהל •\nיש לעדכן את המשרד. •\nמדידה תיעשה. •\n",
      after: PlaceListLabels.name)
    #expect(lines.contains("line 2: • איש קשר לתיאום - מנהל"), "\(lines)")
    #expect(lines.contains("line 4: • מדידה תיעשה."), "\(lines)")
  }

  @Test func `A bullet behind one line stays`() throws {
    let lines = try dump("שורה ראשונה ועוד\nשורה אחת • \nסוף דבר.\n", after: PlaceListLabels.name)
    #expect(lines.contains { $0.hasPrefix("line 2: שורה אחת •") }, "\(lines)")
  }

  @Test func `An address in angle brackets alone makes no Markdown`() throws {
    let text = "ראו <https://a.example/b>. הכוכבית *כאן* נשארת\\.\n"
    var document = Document(pages: try Papers.pages("ראו <https://a.example/b> בלבד.\n"))
    _ = Pipeline.run(&document, Knowledge(lexicon: EmptyLexicon()), after: TellMarkdown.name)
    #expect(!document.isMarkdown)
    document = Document(pages: try Papers.pages(text))
    _ = Pipeline.run(&document, Knowledge(lexicon: EmptyLexicon()), after: TellMarkdown.name)
    #expect(document.isMarkdown)
  }

  @Test func `Persian is told from Arabic by its letters`() throws {
    let persian = "بررسی یک پژوهش\nکار را با پرسشی ساده آغاز می کنیم که چنین است.\n"
    #expect(try Papers.convert(persian).article.frontMatter.language == "fa")
    let arabic = "دراسة في تاريخ المدينة\nكان الناس يسكنون على ضفة النهر.\n"
    #expect(try Papers.convert(arabic).article.frontMatter.language == "ar")
  }

  // MARK: - Levels

  private func levels(_ blocks: [(Passage.Kind, String)]) -> [Int] {
    var document = Document(pages: [Page(lines: []), Page(lines: [])])
    document.passages = blocks.map {
      Passage(kind: $0.0, text: Array($0.1.unicodeScalars), sourceLines: [])
    }
    var decisions = Decisions()
    LevelHeadings().run(&document, &decisions, Knowledge(lexicon: EmptyLexicon()))
    return document.passages.compactMap {
      if case .heading(let level) = $0.kind { level } else { nil }
    }
  }

  @Test func `A heading below a heading begins a part of its section`() {
    let heading = Passage.Kind.heading(level: 2)
    #expect(
      levels([
        (heading, "הרקע להסכם"), (heading, "המשא ומתן"), (.paragraph, "כך היה."),
        (heading, "החתימה"), (.paragraph, "כך נחתם."), (heading, "סיכום"), (.paragraph, "זהו."),
      ]) == [2, 3, 3, 2])
  }

  @Test func `Headings with text between them stand on one level`() {
    let heading = Passage.Kind.heading(level: 2)
    #expect(
      levels([
        (heading, "הרקע"), (.paragraph, "כך היה."), (heading, "ההסכם"), (.paragraph, "כך."),
      ]) == [2, 2])
  }

  // MARK: - Decisions

  @Test func `A decision keeps its other readings and its name`() throws {
    var decisions = Decisions()
    let best = decisions.decide(
      .paragraphEnd, at: SourceRange(4, 3), words: "אחת שתיים",
      [Scored(.joined, score: -1), Scored(.parted, score: 1)])
    decisions.decide(
      .paragraphEnd, at: SourceRange(8, 9), words: "אחת שתיים", [Scored(.joined, score: 0)])
    #expect(best.reading == .parted)
    let first = try #require(decisions.all.first)
    #expect(first.range == SourceRange(3, 4) && first.others.map(\.reading) == [.joined])
    #expect(abs(first.probability - 0.88) < 0.01)
    #expect(decisions.all[1].id.description == first.id.description + "-2")
  }
}
