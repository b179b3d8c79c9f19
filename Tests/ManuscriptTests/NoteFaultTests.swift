import Testing

@testable import Manuscript

/// Every note survives whatever is wrong with it, and what is wrong is reported with its place.
@Suite struct NoteFaultTests {
  private func read(_ body: String) -> (article: Article, findings: [Finding]) {
    ManuscriptReader.read("---\ntitle: א\nlang: he\n---\n\n" + body, file: "a.md")
  }

  private func told(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      let place = "\(finding.position.line):\(finding.position.column)"
      return "\(place) \(finding.kind.rawValue) \(finding.facts["label"] ?? "")"
    }
  }

  @Test func referenceWithoutDefinition() {
    let (article, findings) = read("מילה[^7] ועוד.\n\nא[^7]")
    #expect(
      article.blocks[0].content
        == .paragraph([.text("מילה"), .noteReference("7"), .text(" ועוד.")]))
    #expect(told(findings) == ["6:5 note-without-text 7", "8:2 note-without-text 7"])
  }

  @Test func definitionWithoutReference() {
    let (article, findings) = read("מילה.\n\n[^7]: טקסט שאיש לא מפנה אליו")
    #expect(article.notes.map(\.label) == ["7"])
    #expect(article.notes[0].blocks[0].content == .paragraph([.text("טקסט שאיש לא מפנה אליו")]))
    #expect(told(findings) == ["8:1 note-without-mark 7"])
  }

  @Test func labelTwice() {
    let (article, findings) = read("א[^1]\n\n[^1]: ראשון\n[^1]: שני")
    #expect(
      article.notes.map { $0.blocks[0].content } == [
        .paragraph([.text("ראשון")]), .paragraph([.text("שני")]),
      ])
    #expect(told(findings) == ["9:1 note-twice 1"])
  }

  @Test func noteInsideANote() {
    let (article, findings) = read("א[^1]\n\n[^1]: ראו[^2]\n[^2]: שני")
    #expect(article.notes.count == 2)
    #expect(article.notes[0].blocks[0].content == .paragraph([.text("ראו"), .noteReference("2")]))
    #expect(told(findings) == ["8:1 note-in-note 1"])
  }

  @Test func noteInsideALink() {
    let (article, findings) = read("[קישור[^1]](https://example.org)\n\n[^1]: א")
    let link = Link(
      destination: "https://example.org", content: [.text("קישור"), .noteReference("1")])
    #expect(article.blocks[0].content == .paragraph([.link(link)]))
    #expect(told(findings) == ["6:0 note-in-link 1"])
  }

  @Test func noteInsideACaption() {
    let (article, findings) = read("![ציור[^1]](a.png)\n\n[^1]: א")
    let figure = Figure(caption: [.text("ציור"), .noteReference("1")], source: "a.png")
    #expect(article.blocks[0].content == .figure(figure))
    #expect(findings.isEmpty)
  }

  @Test func noteWithParagraphsAndList() {
    let (article, findings) = read("א[^1]ב[^2]\n\n[^1]: אחת\n\n    שתיים\n\n    - פריט\n[^2]: קצר")
    #expect(article.notes[0].blocks.count == 3)
    #expect(article.notes[1].blocks.count == 1)
    #expect(findings.isEmpty)
  }

  @Test(arguments: ["*", "†", "**", "א", "12", "1a", "_", "٣"])
  func labelsAsPrinted(label: String) {
    let (article, findings) = read("א[^\(label)] ב[^\(label)]\n\n[^\(label)]: טקסט")
    #expect(
      article.blocks[0].content
        == .paragraph([
          .text("א"), .noteReference(label), .text(" ב"), .noteReference(label),
        ]))
    #expect(article.notes.map(\.label) == [label])
    #expect(findings.isEmpty)
  }

  @Test func missingTextIsAWarning() {
    let (article, findings) = read("א[^1]\n\n[^1]: <!-- missing -->")
    #expect(article.notes[0].isMissing)
    #expect(findings.map(\.severity) == [.warning])
    #expect(told(findings) == ["8:1 missing-note 1"])
  }

  @Test func definitionsInQuotationsAndLists() {
    let (article, findings) = read("> א[^1]\n>\n> [^1]: מן הציטוט\n\n- ב[^2]\n  [^2]: מן הרשימה")
    #expect(article.notes.map(\.label) == ["1", "2"])
    #expect(findings.isEmpty)
  }

  @Test func oneWordIsNoLinkDefinition() {
    let (article, _) = read("א[^1]\n\n[^1]: שם")
    #expect(article.notes[0].blocks[0].content == .paragraph([.text("שם")]))
  }

  @Test func bracketsAfterAMarkAreNoLink() {
    let (article, _) = read("א[^1](ב)\n\n[^1]: ג")
    #expect(
      article.blocks[0].content
        == .paragraph([.text("א"), .noteReference("1"), .text("(ב)")]))
  }

  @Test func marksInCodeStayCode() {
    let (article, findings) = read("`[^1]`\n\n```\n[^2]: x\n[^3]\n```\n\n\\[^4]")
    #expect(
      article.blocks.map(\.content) == [
        .paragraph([.code("[^1]")]), .code(language: nil, "[^2]: x\n[^3]\n"),
        .paragraph([.text("[^4]")]),
      ])
    #expect(findings.isEmpty)
  }

  @Test func unclosedCodeDoesNotSwallowEarlierNotes() {
    let (article, _) = read("א[^1]\n\n[^1]: ראשון\n\n```\nקוד")
    #expect(article.notes.map(\.label) == ["1"])
    #expect(article.blocks.last?.content == .code(language: nil, "קוד\n"))
  }
}
