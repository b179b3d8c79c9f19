import Testing

@testable import Manuscript

/// What a body may ask of a reader (docs/limits.md): beyond it the signs are text, and it is said.
@Suite struct LimitTests {
  private func read(_ body: String) -> (text: String, kinds: [Finding.Kind]) {
    let (article, findings) = ManuscriptReader.read(
      "---\ntitle: א\nlang: he\n---\n\n\(body)\n", file: "a.md")
    return (article.passages.map(\.text).joined(separator: "\n"), findings.map(\.kind))
  }

  @Test func quotationsInOneLineHaveALimit() {
    let deep = read(String(repeating: "> ", count: 5_000) + "עומק")
    #expect(deep.kinds.contains(.nestedTooDeep))
    #expect(deep.text.contains("עומק"))
    let shallow = read(String(repeating: "> ", count: 10) + "עומק")
    #expect(!shallow.kinds.contains(.nestedTooDeep))
  }

  @Test func picturesOfAParagraphHaveALimit() {
    let many = read(String(repeating: "![[]()", count: 5_000) + " סוף")
    #expect(many.kinds.count { $0 == .tooManyPictures } == 1)
    #expect(many.text.contains("סוף"))
    let parted = read(String(repeating: "![א](a.png)\n\n", count: 600))
    #expect(!parted.kinds.contains(.tooManyPictures))
  }

  @Test func aDefinitionMayNotStandForMoreThanItsShare() {
    let address = String(repeating: "x", count: 40_000)
    let bomb = read("[a]: http://e.co/\(address)\n\n" + String(repeating: "[a] ", count: 4_000))
    #expect(bomb.kinds.contains(.referenceTooLong))
    #expect(bomb.text.utf8.count < 200_000)
    #expect(bomb.text.contains("[a]"))
    let sound = read(
      "[a]: https://example.org/some/long/address \"כותרת\"\n\n"
        + String(repeating: "ראו [כאן][a] ועוד. ", count: 2_000))
    #expect(!sound.kinds.contains(.referenceTooLong))
    #expect(!sound.text.contains("[a]"))
  }

  @Test func wideRulesMakeNoTable() {
    for body in [
      String(repeating: "|", count: 3_000) + "\n" + String(repeating: "|-", count: 3_000),
      String(repeating: "|", count: 3_000) + "\n|-|",
    ] {
      let wide = read(body)
      #expect(wide.kinds.contains(.tableTooWide))
      #expect(wide.text.contains("||||"))
    }
    #expect(read("|א|ב|\n|-|-|\n|ג|ד|").text.contains("ג"))
  }

  @Test func runsOfMarksArePartedAndSaid() {
    let marks = String(repeating: "\u{05B0}\u{0301}", count: 5_000)
    let body = read("א\(marks)ב")
    #expect(body.kinds.contains(.tooManyMarks))
    #expect(body.text.unicodeScalars.count { $0 == "\u{05B0}" } == 5_000)
    let name = ManuscriptReader.readFrontMatter(
      Array("---\ntitle: \"א\(marks)\"\nlang: he\n---\n".utf8), file: "a.md"
    ).frontMatter.title
    #expect(name.unicodeScalars.count { $0 == "\u{0301}" } == 5_000)
    #expect(name.unicodeScalars.contains("\u{034F}"))
    #expect(!read("בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים").kinds.contains(.tooManyMarks))
    #expect(!read(String(repeating: "文", count: 500)).kinds.contains(.tooManyMarks))
  }

  @Test func bracketsBehindAnAddressAreCountedOnce() {
    let text = read("(ראו http://e.co/a(b)) סוף").text
    #expect(text.contains("http://e.co/a(b)"))
  }
}
