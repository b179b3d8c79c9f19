import Manuscript
import Testing

@testable import Conversion

/// Notes by plans other than one row of numbers at the feet of pages.
@Suite struct NotePlanTests {
  private func article(_ pages: [String], language: String = "he") -> Article {
    var number = 0
    let pages = pages.map { page in
      Page(
        lines: page.split(separator: "\n", omittingEmptySubsequences: false).map {
          number += 1
          return Line(text: String($0), number: number)
        })
    }
    return Converter().convert(pages, language: language).article
  }

  private func notes(_ article: Article) -> [String] {
    article.notes.map { note in
      var text = ""
      for case .paragraph(let inlines) in note.blocks.map(\.content) { text += inlines.plainText }
      return "\(note.label): \(text)"
    }
  }

  private func references(_ article: Article) -> [String] {
    article.blocks.flatMap { block -> [String] in
      guard case .paragraph(let inlines) = block.content else { return [] }
      return inlines.compactMap {
        if case .noteReference(let label) = $0 { return label }
        return nil
      }
    }
  }

  /// A page of text about a place; the first has a title, an author and a heading.
  private func page(_ place: String, _ marks: [String], _ feet: [String], isFirst: Bool = false)
    -> String
  {
    (isFirst ? "הנמל והעיר\nרות כהן\n\nמבוא\n\n" : "") + """
      \(place) נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר הגדולה
      ונשארו סביב \(place) עם בני משפחותיהם גם אחרי שהעבודה הסתיימה והם התפזרו.\(marks[0])
      מפת \(place) השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות.\(marks[1])
      אחרי הישיבה על \(place) נסגר העניין לשנים רבות, ואיש לא שב לדבר בו בפומבי.
      \(feet[0])
      \(feet[1])
      """
  }

  @Test func `Notes that begin anew on each page are counted through the article`() {
    let found = article([
      page("השוק", ["1", "2"], ["1 מפת הנמל.", "2 יומן הבנייה."], isFirst: true),
      page("המגדל", ["1", "2"], ["1 שיחה עם דייג.", "2 פרוטוקול הישיבה."]),
      page("הגשר", ["1", "2"], ["1 מכתב לעורך.", "2 תמונה ישנה."]),
    ])
    #expect(
      notes(found) == [
        "1: מפת הנמל.", "2: יומן הבנייה.", "3: שיחה עם דייג.", "4: פרוטוקול הישיבה.",
        "5: מכתב לעורך.", "6: תמונה ישנה.",
      ])
    #expect(references(found) == ["1", "2", "3", "4", "5", "6"])
  }

  @Test func `Notes by signs keep their signs`() {
    let found = article([
      page("השוק", ["*", "†"], ["* מפת הנמל.", "† יומן הבנייה."], isFirst: true),
      page("המגדל", ["‡", "§"], ["‡ שיחה עם דייג.", "§ פרוטוקול הישיבה."]),
    ])
    #expect(
      notes(found) == [
        "*: מפת הנמל.", "†: יומן הבנייה.", "‡: שיחה עם דייג.", "§: פרוטוקול הישיבה.",
      ])
    #expect(references(found) == ["*", "†", "‡", "§"])
  }

  @Test(arguments: ["(1)", "1-", "1)", "1."])
  func `Notes at the end are found by whatever stands round their numbers`(first: String) {
    func label(_ number: Int) -> String {
      first.split(separator: "1", omittingEmptySubsequences: false).joined(separator: "\(number)")
    }
    let found = article([
      page(
        "השוק", ["1", "2"],
        [
          "בשנים הבאות נבנו בעיר עוד שני רציפים, ושניהם קטנים מן הראשון.", "הם נהרסו.",
        ], isFirst: true),
      page(
        "המגדל", ["3", "4"],
        ["המועצה לא שבה לעסוק בעניין אלא לאחר המלחמה, וגם אז רק פעם אחת.", "זה הסוף."])
          + """

          הערות
          \(label(1)) מפת הנמל.
          \(label(2)) יומן הבנייה.
          \(label(3)) שיחה עם דייג.
          \(label(4)) פרוטוקול הישיבה.
          """,
    ])
    #expect(
      notes(found) == [
        "1: מפת הנמל.", "2: יומן הבנייה.", "3: שיחה עם דייג.", "4: פרוטוקול הישיבה.",
      ])
  }

  @Test func `Numbered headings are no notes, though numbers stand in the text`() {
    let text = """
      הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר הגדולה
      ונשארו בה 1 או 2 או 3 שנים, גם אחרי שהעבודה הסתיימה והמעסיק עזב אותם.
      מפת העיר השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות.
      """
    let found = article([
      "1. מבוא\n\(text)\n2. הנמל\n\(text)\n\(text)", "3. העיר\n\(text)\n4. סיכום\n\(text)\n\(text)",
    ])
    #expect(found.notes.isEmpty)
  }

  @Test func `Notes on the last page without a heading are those of the whole paper`() {
    let found = article([
      page("השוק", ["1", "2"], ["", ""], isFirst: true), page("המגדל", ["3", "4"], ["", ""]),
      page("הגשר", ["", ""], ["", ""])
        + "\n1. מפת הנמל.\n2. יומן הבנייה.\n3. שיחה עם דייג.\n4. פרוטוקול הישיבה.",
    ])
    #expect(notes(found).count == 4)
    #expect(references(found) == ["1", "2", "3", "4"])
  }

  @Test(arguments: [
    ("נבנה בשנת 19461.", "נבנה בשנת 1946.[1]"),
    ("נבנה על החולות .1 אחר כך נבנה השוק.", "נבנה על החולות.[1] אחר כך נבנה השוק."),
    ("כפי שטוענת 1.Lindqvist (1999: 61)", "כפי שטוענת Lindqvist (1999: 61).[1]"),
    ("בשנת 1946.1 אחר כך", "בשנת 1946.[1] אחר כך"),
  ])
  func `Marks behind years, spaces and Latin`(text: String, expected: String) {
    var passages = [
      Passage(kind: .paragraph, text: Array(text.unicodeScalars), sourceLines: [1])
    ]
    _ = NoteMarks(in: &passages, known: [NoteKey(label: 1, printed: 1)])
    let marked = passages[0].text.map { scalar in
      scalar == Marker.note ? "[" : scalar == Marker.end ? "]" : String(Character(scalar))
    }
    #expect(marked.joined() == expected)
  }

  @Test func `A mark that was put before the end of a range stands behind it`() {
    var passages = [
      Passage(
        kind: .paragraph, text: Array("תוספת של 16%–2.22% בשנה. ועוד כך.1".unicodeScalars),
        sourceLines: [1])
    ]
    let keys = [1, 2].map { NoteKey(label: $0, printed: $0) }
    _ = NoteMarks(in: &passages, known: [keys[1]])
    #expect(Marker.removed(from: passages[0].text).string.contains("16%–22%."))
  }
}
