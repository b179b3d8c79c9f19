import Testing

@testable import Manuscript

@Suite struct QuotedEmphasisTests {
  @Test(arguments: ["ב*״הארץ״* ביום", "ו*״על המלחמה״*, שם.", "ב*\"הארץ\"* נכתב"])
  func emphasisOfAQuotationBehindAPrefix(_ text: String) {
    let article = ManuscriptReader.read("---\ntitle: א\nlang: he\n---\n\n" + text, file: "").article
    guard case .paragraph(let inlines)? = article.blocks.first?.content else { return }
    #expect(inlines.contains { if case .emphasis = $0 { true } else { false } }, "\(inlines)")
  }

  @Test func aLoneStarStaysAMark() {
    let article = ManuscriptReader.read("---\ntitle: א\n---\n\nמילה* ועוד״* כאן", file: "").article
    #expect(article.blocks.first?.content == .paragraph([.text("מילה* ועוד״* כאן")]))
  }
}

@Suite struct EmphasisTests {
  private func inlines(_ body: String) -> [Inline] {
    let source = "---\ntitle: א\nlang: he\n---\n\n" + body
    let article = ManuscriptReader.read(source, file: "").article
    let again = ManuscriptReader.read(ManuscriptWriter.write(article), file: "").article
    #expect(again.ignoringLayout == article.ignoringLayout)
    guard case .paragraph(let inlines) = article.blocks.first?.content else { return [] }
    return inlines
  }

  @Test func prefixesAreGluedToEmphasis() {
    #expect(inlines("ה**\"צבא\"**") == [.text("ה"), .strong([.text("\"צבא\"")])])
    #expect(inlines("**(א)**ב") == [.strong([.text("(א)")]), .text("ב")])
    #expect(
      inlines("**מילה.**המשך ועוד") == [.strong([.text("מילה.")]), .text("המשך ועוד")])
    #expect(inlines("ב**־1948**") == [.text("ב"), .strong([.text("־1948")])])
    #expect(inlines("ו**«النص»** ثم") == [.text("ו"), .strong([.text("«النص»")]), .text(" ثم")])
    #expect(
      inlines("ה**צבא** **ב**") == [
        .text("ה"), .strong([.text("צבא")]), .text(" "), .strong([.text("ב")]),
      ])
  }

  @Test(arguments: [
    "מילה**, ועוד מילה**.", "א** ב", "2**3", "a**\"b\"**", "\\*\\*א\\*\\*", "`ה**\"צבא\"**`",
    "מילה*, ועוד מילה*.", "א **\"ב", "** א **",
  ])
  func otherStarsAreRead(source: String) {
    for inline in inlines(source) {
      if case .strong = inline { Issue.record("\(source)") }
    }
  }

  @Test func sayingsOfThePrintStayInOrder() {
    #expect(
      inlines("א <span lang=\"en\">see *b*</span> ג")
        == [
          .text("א "), .span(language: "en", [.text("see "), .emphasis([.text("b")])]),
          .text(" ג"),
        ])
  }
}
