import Manuscript
import Testing

@testable import Exporting

@Suite struct CitationTests {
  @Test(arguments: [
    ("נעמה ברק־שדה", "ברק־שדה, נעמה"), ("פרופ׳ גדעון מאירסון", "מאירסון, גדעון"),
    ("م. يوسف بن عمارة", "بن عمارة, يوسف"), ("أ.د. سلمى الهاشمي", "الهاشمي, سلمى"),
    ("Ludwig van Beethoven", "van Beethoven, Ludwig"), ("Orme, Jane", "Orme, Jane"),
    ("OECD", "OECD"),
  ])
  func aNameIsParted(written: String, inverted: String) {
    #expect(PersonName(written: written).inverted == inverted)
  }

  private func reference(_ entry: String) -> PrintedReference {
    let work = Records.work(
      type: "article-journal", body: "א.\n\n## מקורות\n\n<!-- references -->\n\n- \(entry)")
    return PrintedReference(work.references[0])
  }

  @Test func aBookIsReadByItsParts() {
    let book = reference(
      "Delacroix, P. (1992). *Shared Waters, Local Rules*. Lyon: Éditions du Canal.")
    #expect(book.form == .book && book.year == 1992)
    #expect(book.title == "Shared Waters, Local Rules")
    #expect(book.place == "Lyon" && book.publisher == "Éditions du Canal")
    #expect(book.names.map(\.inverted) == ["Delacroix, P."])
  }

  @Test func anArticleIsReadByItsParts() {
    let article = reference(
      "לביא, ט׳ וסגל, מ׳ (2015). התנגדות החקלאים. *ניהול משאבים*, 8(2), 101–127.")
    #expect(article.form == .article)
    #expect(article.names.map(\.inverted) == ["לביא, ט׳", "סגל, מ׳"])
    #expect(article.title == "התנגדות החקלאים" && article.container == "ניהול משאבים")
    #expect(article.volume == "8" && article.issue == "2" && article.pages == "101–127")
  }

  @Test func aChapterIsReadByItsParts() {
    let chapter = reference(
      "Novak, S. (2018). Who carries the risk? Contracts in reuse. In A. Field & B. Lund (Eds.), *Governing the Flow* (pp. 55–79). Oslo: Fjordlight."
    )
    #expect(chapter.form == .chapter)
    #expect(chapter.container == "Governing the Flow" && chapter.pages == "55–79")
    #expect(chapter.editors.map(\.inverted) == ["Field, A.", "Lund, B."])
    #expect(chapter.publisher == "Fjordlight")
  }

  @Test func whatCannotBeToldIsKeptWhole() {
    let law = reference("قانون المياه، المادة (٥).")
    #expect(law.title == nil && law.year == nil && law.text.hasSuffix("(٥)."))
    let work = Records.work(
      type: "article-journal", body: "א.\n\n## מ\n\n<!-- references -->\n\n- חוק המים, סעיף 5.")
    let record = BibTeX.bytes(
      work.references.map { CitedItem(PrintedReference($0), anchor: $0.anchor, of: work) })
    #expect(String(decoding: record, as: UTF8.self).contains("note = {חוק המים, סעיף 5.}"))
  }

  @Test func signsThatTeXReadsAreEscaped() {
    #expect(
      BibTeX.escaped("A & B_{1} 50% #2")
        == "A \\& B\\_\\textbraceleft{}1\\textbraceright{} 50\\% \\#2")
  }

  @Test func worksOfOneAuthorAreCitedApart() {
    let works = (0..<4).map { number -> Work in
      Records.work(
        "---\ntitle: \(number)\nlang: he\nauthor: [{name: א \(number % 2)}]\n---\n\nא.\n",
        id: "\(number)")
    }
    #expect(CitationStyle.batches(works).map { $0.map(\.id) } == [["0", "1"], ["2", "3"]])
  }

  @Test func checksumsAreThoseOfTheStandard() {
    #expect(
      SHA256.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexadecimal(of: Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func controlsAndMarkupNeverBreakXML() {
    var xml = XMLWriter(declared: false)
    xml.element("a", [("b", "\"<&\u{1}"), ("c", nil)], text: "x < y & \u{0}z")
    #expect(
      String(decoding: xml.bytes, as: UTF8.self) == "<a b=\"&quot;&lt;&amp;\">x &lt; y &amp; z</a>")
  }
}
