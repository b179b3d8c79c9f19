import Dispatch
import Testing

@testable import Manuscript

/// The traps of cmark-gfm that Daf steps round.
@Suite struct LibraryTrapTests {
  private func blocks(_ body: String) -> [Block.Content] {
    read(body).article.blocks.map(\.content)
  }

  private func read(_ body: String) -> (article: Article, findings: [Finding]) {
    ManuscriptReader.read("---\ntitle: א\nlang: he\n---\n\n" + body, file: "a.md")
  }

  @Test func threadsReadTheSame() {
    let sources = (0..<40).map { number in
      "---\ntitle: \(number)\nlang: he\n---\n\n"
        + String(repeating: "~~מחוק \(number)~~ *ב* [^1] | a\n\n", count: 30) + "[^1]: ~~א~~"
    }
    let expected = sources.map { ManuscriptReader.read($0, file: "").article }
    let results = Results(count: sources.count * 8)
    DispatchQueue.concurrentPerform(iterations: results.count) { index in
      let article = ManuscriptReader.read(sources[index % sources.count], file: "").article
      results.set(index, article == expected[index % sources.count])
    }
    #expect(results.areAllTrue)
  }

  @Test func wideTablesStayText() {
    let header = String(repeating: "| a ", count: 2000) + "|\n"
    let rule = String(repeating: "| - ", count: 2000) + "|\n"
    let (article, findings) = read(header + rule + "| אחרון |\n")
    #expect(findings.map(\.kind) == [.tableTooWide])
    #expect(article.blocks.count == 1)
    #expect(article.passages.last?.text.contains("אחרון") == true)
  }

  @Test func manyShortRowsDoNotExplode() {
    let header = String(repeating: "| a ", count: 150) + "|\n"
    let rule = String(repeating: "| - ", count: 150) + "|\n"
    let (article, findings) = read(header + rule + String(repeating: "| b |\n", count: 5000))
    #expect(findings.map(\.kind) == [.tableTooWide])
    guard case .paragraph = article.blocks[0].content else {
      Issue.record("a table of 750,000 cells was made")
      return
    }
  }

  @Test func surplusCellsAreNotLost() {
    let (article, findings) = read("| א | ב |\n| --- | --- |\n| 1 | 2 | שלוש | ארבע |\n| 5 |\n")
    guard case .table(let table) = article.blocks[0].content else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows == [
        [[.text("1")], [.text("2 | שלוש | ארבע")]], [[.text("5")], []],
      ])
    #expect(findings.map(\.kind) == [.tableRowTooLong])
    #expect(findings.map(\.position.line) == [8])
  }

  @Test func quotationMarksStayAsWritten() {
    let text = "צה\"ל ו\"אבא\" -- 'כך' ... אמר"
    #expect(blocks(text) == [.paragraph([.text(text)])])
  }

  @Test func oneTildeIsATilde() {
    #expect(blocks("2~3 עד 4~5") == [.paragraph([.text("2~3 עד 4~5")])])
    #expect(blocks("~~מחוק~~") == [.paragraph([.strikethrough([.text("מחוק")])])])
  }

  @Test(arguments: [
    ("https://example.org/xלהרחבה", "https://example.org/x", "להרחבה"),
    ("https://example.org/wiki/צבא, וכו'", "https://example.org/wiki/צבא", ", וכו'"),
    ("https://example.org/a).", "https://example.org/a", ")."),
    ("https://example.org/a_(b).", "https://example.org/a_(b)", "."),
    ("https://example.org/?q=1&x=2، ثم", "https://example.org/?q=1&x=2", "، ثم"),
  ])
  func bareAddressesEndWhereTheyEnd(source: String, address: String, rest: String) {
    let link = Link(destination: address, content: [.text(address)], isAutolink: true)
    #expect(blocks(source) == [.paragraph([.link(link), .text(rest)])])
  }

  @Test func bareAddressesLeaveNotesAlone() {
    let link = Link(
      destination: "https://example.org/a", content: [.text("https://example.org/a")],
      isAutolink: true)
    #expect(
      blocks("ראו https://example.org/a[^1]\n\n[^1]: א")
        == [.paragraph([.text("ראו "), .link(link), .noteReference("1")])])
  }

  @Test func directionMarksDoNotHideMarkup() {
    let (article, findings) = read("\u{200F}## כותרת\n\n\u{200F}- פריט\n\n\u{200F}מילה\n")
    #expect(article.blocks[0].content == .heading(level: 2, [.text("כותרת")]))
    guard case .list = article.blocks[1].content else {
      Issue.record("no list")
      return
    }
    #expect(article.blocks[2].content == .paragraph([.text("\u{200F}מילה")]))
    #expect(findings.map(\.kind) == [.hiddenMark, .hiddenMark])
    #expect(findings.map(\.position) == [.init(line: 6, column: 1), .init(line: 8, column: 1)])
  }

  @Test(arguments: [
    String(repeating: ">", count: 50_000) + "א",
    String(repeating: "- ", count: 50_000) + "א",
    String(repeating: "> - ", count: 20_000) + "א",
    String(repeating: "*_", count: 20_000) + "א" + String(repeating: "_*", count: 20_000),
    String(repeating: "**א ", count: 20_000) + String(repeating: "ב** ", count: 20_000),
    String(repeating: "[", count: 50_000) + "א" + String(repeating: "](b)", count: 50_000),
    String(repeating: "<span lang=\"en\">", count: 20_000) + "א"
      + String(repeating: "</span>", count: 20_000),
    (0..<200).map { String(repeating: "  ", count: $0) + "- א" }.joined(separator: "\n"),
  ])
  func deepNestingKeepsTheStack(body: String) {
    let (article, _) = read(body)
    #expect(article.passages.contains { $0.text.contains("א") && $0.field != .title })
    let again = ManuscriptReader.read(ManuscriptWriter.write(article), file: "").article
    #expect(again.passages.contains { $0.text.contains("א") && $0.field != .title })
  }

  @Test func signsInTheTextCannotForgeNotes() {
    let text = "\u{12470}0\u{12470} ועוד \\\u{12470}0\u{12470}"
    let (article, _) = read("א[^1]\n\n" + text + "\n\n[^1]: ב")
    #expect(article.blocks[1].content == .paragraph([.text(text)]))
  }

  private final class Results: @unchecked Sendable {
    let count: Int
    private let lock = DispatchSemaphore(value: 1)
    private var wrong = 0

    init(count: Int) { self.count = count }

    func set(_ index: Int, _ isRight: Bool) {
      lock.wait()
      if !isRight { wrong += 1 }
      lock.signal()
    }

    var areAllTrue: Bool { wrong == 0 }
  }
}
