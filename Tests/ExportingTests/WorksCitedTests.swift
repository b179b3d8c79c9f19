import Citations
import Manuscript
import Testing

@testable import Exporting

/// What articles cite, each work once.
@Suite struct WorksCitedTests {
  private func sources(_ body: String, language: String = "en") -> [CitedSource] {
    let article = Records.article("---\ntitle: T\nlang: \(language)\n---\n\n" + body)
    return CitedSource.all(in: LinkedArticle(article, file: "article.md"))
  }

  private func works(_ bodies: String...) -> [CitedWork] {
    WorksCited(bodies.map { sources($0) }, language: "en").works
  }

  @Test func anEntryAndNotesOfSeveralArticlesAreOneWork() throws {
    let works = works(
      """
      As (Field, 1992) says.[^1]

      ## References

      <!-- references -->

      - Field, A. (1992). *Shared Waters, Local Rules*. Lyon: Canal.

      [^1]: A. Field, *Shared Waters, Local Rules* (Lyon: Canal, 1992), pp. 12–15.
      """,
      """
      One.[^1] Two.[^2] Three.[^3]

      [^1]: See A. Field, *Shared Waters* (Lyon, 1992), p. 3; B. Lund, "Another One", *Journal* 4 (2001).
      [^2]: B. Lund, "Yet Another", *Journal* 5 (2002).
      [^3]: Ibid., p. 7.
      """)
    #expect(works.map(\.source.year) == [1992, 2001, 2002])
    let first = try #require(works.first)
    #expect(first.source.text == "Field, A. (1992). Shared Waters, Local Rules. Lyon: Canal.")
    #expect(first.citing.map(\.article) == [0, 1])
    #expect(first.citing[0].places.map(\.kind) == [.text(page: nil), .note("1")])
    #expect(first.citing[1].places == [.init(kind: .note("1"), anchor: "fn-1")])
    #expect(works[2].citing[0].places.map(\.kind) == [.note("2"), .note("3")])
  }

  @Test func worksStandByScriptAndInTheOrderOfItsLetters() {
    let body = """
      ## References

      <!-- references -->

      - Zur, A. (2001). *Canals*. Lyon: Canal.
      - شوقي، أ. (1990). *الماء*. بيروت: الدار.
      - תמיר, ע׳ (2003). *נהרות*. ירושלים: גיליון.
      - Ábel, B. (2002). *Rivers*. Lyon: Canal.
      - الجابري، م. (1984). *تكوين العقل*. بيروت: الدار.
      - אלון, ב׳ (2010). *מעיינות*. ירושלים: גיליון.
      - Орлов, И. (1999). *Реки*. Москва: Наука.
      """
    func years(_ language: String) -> [Int?] {
      WorksCited([sources(body, language: "he")], language: language).works.map(\.source.year)
    }
    #expect(years("he") == [2010, 2003, 1984, 1990, 1999, 2002, 2001])
    #expect(years("ar") == [1984, 1990, 2010, 2003, 1999, 2002, 2001])
    #expect(years("en") == [2002, 2001, 2010, 2003, 1984, 1990, 1999])
  }

  @Test func worksOfOneAuthorAndYearStayApart() {
    let works = works(
      """
      ## References

      <!-- references -->

      - Field, A. (1992a). *Shared Waters*. Lyon: Canal.
      - Field, A. (1992b). *Local Rules*. Lyon: Canal.
      - Field, A. (1998). *Shared Waters*. Lyon: Canal.
      """)
    #expect(works.count == 3)
  }

  @Test(arguments: [
    "This is a remark of 1992 about the town (1905) and its people.",
    "Ibid., p. 4.", "Register 1, fol. 9r.", "Interview 11, 3 May 2012.",
    "With the exception of book 2 (1911), which was lent and has not come back.",
    "He said: \"We shall not go there again, whatever comes of it\".",
  ])
  func aRemarkIsNoWork(note: String) {
    #expect(sources("Text.[^1]\n\n[^1]: \(note)").isEmpty)
  }

  @Test(arguments: [
    ("ראו א׳ אורן, ״משאבי שרשרת ותלות״, _מרחב_ 12 (2006), עמ׳ 35.", "משאבי שרשרת ותלות", 2006),
    (
      "ينظر: خالد منصور، «الجمعيات المائية بين العرف والقانون»، مجلة العمران، 2013، ص 40.",
      "الجمعيات المائية بين العرف والقانون", 2013
    ),
    (
      "Shea, T. C. (2005, Spring). Transforming Diplomacy. Quarterly, 49-52.",
      "Transforming Diplomacy", 2005
    ),
    (
      "A. Field, Shared Waters and Rules (Lyon: Canal, 1992), p. 4.", "Shared Waters and Rules",
      1992
    ),
    ("Report of the Comptroller 41 (1991), pp. 5–9.", "Report of the Comptroller 41", 1991),
  ])
  func aNoteNamesAWork(note: String, title: String, year: Int) throws {
    let found = sources("Text.[^1]\n\n[^1]: \(note)")
    #expect(found.count == 1)
    #expect(found.first?.title == title)
    #expect(found.first?.year == year)
  }

  @Test func whatANoteAddsIsNoPartOfTheWork() throws {
    let found = sources(
      "Text.[^1]\n\n[^1]: For a like proposal see B. Lund, \"Who Waits in the Port?\", *Port* 14 (2014), p. 9."
    )
    #expect(found.first?.text == "B. Lund, \"Who Waits in the Port?\", Port 14 (2014)")
    #expect(found.first?.content.contains(.emphasis([.text("Port")])) == true)
  }

  @Test func oneAddressIsOneWork() {
    let works = works(
      "Text.[^1]\n\n[^1]: See <https://www.example.org/data/>.",
      "Text.[^1]\n\n[^1]: The tables are at <http://example.org/data>; <https://example.net/>.")
    #expect(works.map { $0.citing.count }.sorted() == [1, 2])
  }
}
