import Foundation
import Manuscript
import Orthography
import Testing

@testable import Conversion

/// The passes, each by itself: what it makes of a small page, as a tree; and what must hold after
/// each.
@Suite struct PassTests {
  private static let page = """
    דרכי הים

    מבוא
    הים רחב ועמוק ואין לו סוף, וכל מי שיצא אליו חזר אחר ממה שהיה לפני שיצא.1
    הסירות עוגנות בנמל.

    ראו כהן, דרכי הים, עמ' 7.\t1
    """

  private func dump(_ text: String, after pass: String) throws -> String {
    Converter().dump(Document(pages: try Papers.pages(text)), after: pass)
  }

  @Test func `Names are words joined by hyphens, and none stands twice`() {
    let names = Converter.passNames
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
  }

  @Test func `A document shows its lines after they are taken`() throws {
    let tree = try dump("אחת שתיים\n\nשלוש\n", after: TellLanguage.name)
    #expect(
      tree == """
        document language=he order=inferred notes=absent structure=absent
          page 1 order=logical
            line 1: אחת שתיים
            line 3: שלוש

        """)
  }

  @Test func `Notes leave the text with their numbers`() throws {
    let tree = try dump(Self.page, after: PartNotes.name)
    #expect(tree.contains("\n  note 1 page 1\n    line 7: ראו כהן, דרכי הים, עמ' 7.\n"), "\(tree)")
    #expect(tree.contains("\n  removed note-number 7: 1"), "\(tree)")
  }

  @Test func `A heading and its paragraph are told apart`() throws {
    let tree = try dump(Self.page, after: LevelHeadings.name)
    #expect(tree.contains("\n  heading level=2 line=3: מבוא\n"), "\(tree)")
    #expect(tree.contains("\n  paragraph line=4: הים רחב"), "\(tree)")
  }

  @Test func `A source that says what its parts are keeps them`() {
    let passages = [
      Passage(
        Block(.heading(level: 2, [.text("מבוא")])), kind: .heading(level: 2), sourceLines: [1]),
      Passage(
        Block(.paragraph([.text("הים רחב ועמוק.")])), kind: .paragraph, sourceLines: [2]),
    ]
    let pages = [
      Page(lines: [Line(text: "מבוא", number: 1), Line(text: "הים רחב ועמוק.", number: 2)])
    ]
    let front = FrontMatter(title: "דרכי הים", language: "he")
    let conversion = Converter().convert(
      Document(pages: pages, passages: passages, notes: [], frontMatter: front))
    #expect(Papers.outline(conversion.article.blocks) == ["h מבוא", "p הים רחב ועמוק."])
    #expect(conversion.account.unplacedCount == 0)
  }

  static let outside = Papers.outside("papers") + Papers.outside("round-trip/extracted").prefix(6)

  @Test(.enabled(if: !outside.isEmpty, "the papers at hand are not beside the repository"))
  func `The account holds after every pass`() throws {
    for file in Self.outside {
      let pages = try TextReader.read(Array(try Data(contentsOf: file))).pages
      var document = Document(pages: pages)
      var decisions = Decisions()
      let knowledge = Knowledge(lexicon: EmptyLexicon())
      for pass in Pipeline.passes where pass.applies(to: document.profile) {
        pass.run(&document, &decisions, knowledge)
        let account = document.account
        #expect(
          account.unplacedCount * 500 <= account.total,
          "\(file.lastPathComponent) after \(type(of: pass).name): \(account.unplaced.prefix(3))")
      }
    }
  }
}
