import Manuscript
import Testing

@testable import Conversion

/// Notes that begin with their numbers, on pages that are known.
@Suite struct FootNoteTests {
  /// Converts pages given as their lines.
  private func article(_ pages: [String]) -> Article {
    var number = 0
    let pages = pages.map { page in
      Page(
        lines: page.split(separator: "\n", omittingEmptySubsequences: false).map {
          number += 1
          return Line(text: String($0), number: number)
        })
    }
    return Converter().convert(pages, language: "he").article
  }

  private func notes(_ article: Article) -> [String] {
    article.notes.map { note in
      var text = ""
      for case .paragraph(let inlines) in note.blocks.map(\.content) { text += inlines.plainText }
      return "\(note.label): \(text)"
    }
  }

  private func references(_ article: Article) -> [String] {
    var found: [String] = []
    for case .paragraph(let inlines) in article.blocks.map(\.content) {
      for (before, inline) in zip(inlines, inlines.dropFirst()) {
        if case .noteReference(let label) = inline {
          found.append("\(label) after \([before].plainText.split(separator: " ").last ?? "")")
        }
      }
    }
    return found
  }

  private let first = """
    הנמל והעיר
    רות כהן

    מבוא

    הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר
    ונשארו בה עם בני משפחותיהם גם אחרי שהעבודה הסתיימה והמעסיק עזב.1
    מפת העיר השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות.2
    """
  private let second = """
    שלושה דברים נאמרו על כך בישיבת המועצה שהתקיימה באביב של אותה שנה:
    1. המים יקרים.
    2. הדרך ארוכה.
    3. איש אינו יודע מתי תגיע הרכבת.
    אחרי הישיבה נסגר העניין לשנים רבות, ואיש לא שב לדבר בו בפומבי כלל.3
    """

  @Test("Notes after the text are found where no page is marked: text of a word processor")
  func notesAtTheEndOfOnePage() {
    let article = article([
      """
      \(first)
      אחרי הישיבה נסגר העניין לשנים רבות, ואיש לא שב לדבר בו בפומבי כלל.3
      הערות
      1. ארכיון העיר, תיק 12.
      2. שם, תיק 14.
      3. ראו גם מפת המחוז.
      """
    ])
    #expect(
      notes(article) == ["1: ארכיון העיר, תיק 12.", "2: שם, תיק 14.", "3: ראו גם מפת המחוז."])
    #expect(references(article).count == 3)
  }

  @Test("A numbered list at the end of one page whose numbers stand nowhere above is a list")
  func listAtTheEndOfOnePage() {
    let article = article([
      """
      הנמל והעיר

      הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר
      ונשארו בה עם בני משפחותיהם גם אחרי שהעבודה הסתיימה והמעסיק עזב.
      שלושה דברים נאמרו על כך בישיבת המועצה:
      1. המים יקרים.
      2. הדרך ארוכה.
      3. איש אינו יודע מתי תגיע הרכבת.
      """
    ])
    #expect(article.notes.isEmpty)
  }

  @Test func numbersAtTheHeadOfTheLine() {
    let article = article([
      first + "\n1. ארכיון העיר, תיק 12.\n2. שם, עמ' 4, וכן ההערות\nשל מזכיר המועצה.",
      second + "\n3. J. Harlan, Wells and Ports (Turin, 2009).",
    ])
    #expect(
      notes(article) == [
        "1: ארכיון העיר, תיק 12.", "2: שם, עמ' 4, וכן ההערות של מזכיר המועצה.",
        "3: J. Harlan, Wells and Ports (Turin, 2009).",
      ])
    #expect(references(article) == ["1 after עזב.", "2 after החולות.", "3 after כלל."])
    #expect(article.blocks.contains { if case .list = $0.content { true } else { false } })
  }

  @Test func numbersAloneOnALine() {
    let article = article([
      first + "\n1\nארכיון העיר, תיק 12.\n. 2\nשם, עמ' 4.",
      second + "\n3\nJ. Harlan, Wells and Ports (Turin, 2009).",
    ])
    #expect(
      notes(article) == [
        "1: ארכיון העיר, תיק 12.", "2: שם, עמ' 4.", "3: J. Harlan, Wells and Ports (Turin, 2009).",
      ])
  }

  @Test func numberAtTheFarEndOfAnEnglishLine() {
    let article = article([
      first + "\n1. ארכיון העיר, תיק 12.\n2. שם, עמ' 4.",
      second + "\nJ. Harlan, Wells and Ports, pp. 3–4, with a further 3\nline (Turin, 2009).",
    ])
    #expect(
      notes(article).last
        == "3: J. Harlan, Wells and Ports, pp. 3–4, with a further line (Turin, 2009).")
  }

  @Test func allNotesAfterTheText() {
    let article = article([
      first, second,
      "הערות\n1. ארכיון העיר, תיק 12.\n2. שם, עמ' 4.\n3. שם, עמ' 9.",
      "4. דוח המועצה, עמ' 7.",
    ])
    #expect(
      notes(article).prefix(3) == ["1: ארכיון העיר, תיק 12.", "2: שם, עמ' 4.", "3: שם, עמ' 9."])
    #expect(references(article).count == 3)
  }

  @Test func marksAloneBeforeTheirLineGoToTheSentencesEnd() {
    let page = """
      הנמל והעיר
      רות כהן

      מבוא

      הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר
      1
      ונשארו בה עם בני משפחותיהם גם אחרי שהעבודה הסתיימה והמעסיק עזב.
      2 מפת העיר השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות.
      """
    let article = article([
      page + "\n1. ארכיון העיר, תיק 12.\n2. שם, עמ' 4.", second + "\n3. שם, עמ' 9.",
    ])
    #expect(references(article) == ["1 after עזב.", "2 after החולות.", "3 after כלל."])
  }

  @Test func aNumberedListIsNoNote() {
    let article = article([
      second.replacing("כלל.3", with: "כלל."),
      first.replacing("עזב.1", with: "עזב.").replacing("החולות.2", with: "החולות."),
    ])
    #expect(article.notes.isEmpty)
  }

  @Test func thanksUnderAnAsterisk() {
    let article = article([
      first + "\n* המחקר נערך בתמיכת קרן הנמלים.\n1. ארכיון העיר, תיק 12.\n2. שם, עמ' 4.",
      second + "\n3. שם, עמ' 9.",
    ])
    #expect(article.frontMatter.acknowledgements == "המחקר נערך בתמיכת קרן הנמלים.")
    #expect(notes(article).count == 3)
  }

  @Test func `Notes at the end that share a page with the last marks`() {
    let article = article([
      first,
      """
      על החולות נבנו בתי מלאכה קטנים, ובעליהם שילמו למועצה דמי שימוש במים.
      3
      כך נמשך הדבר עד סוף אותו עשור.

      הערות
      1. מפת הנמל.
      2. ארכיון העיר, תיק 9.
      3. שם, תיק 10.
      4. שם.
      """,
    ])
    #expect(
      notes(article).prefix(3) == ["1: מפת הנמל.", "2: ארכיון העיר, תיק 9.", "3: שם, תיק 10."])
    #expect(references(article) == ["1 after עזב.", "2 after החולות.", "3 after עשור."])
  }

  @Test func `A paper of one page`() {
    let article = article([
      first + "\nבשנה ההיא נמנו בה 1,148.3 כך נמשך הדבר.\n1. מפת הנמל.\n2. ארכיון.\n3. שם."
    ])
    #expect(notes(article) == ["1: מפת הנמל.", "2: ארכיון.", "3: שם."])
    #expect(references(article).last == "3 after 1,148.")
  }

  @Test func `Halves of a line that a mark alone parted`() {
    let article = article([
      first,
      """
      על החולות נבנו בתי מלאכה קטנים, ובעליהם שילמו למועצה דמי שימוש במים.
      כך נמשך הדבר עד סוף העשור.
      3
      אחר כך נסגרו בתי המלאכה, בעליהם ובניהם
      עזבו את העיר אל הכפרים הסמוכים ואל החוף הצפוני, ורק אחדים מהם שבו.
      1. מפת הנמל.
      2. ארכיון העיר, תיק 9.
      3. שם, תיק 10.
      """,
    ])
    let text = Papers.outline(article.blocks).last { $0.hasPrefix("p") } ?? ""
    #expect(text.contains("העשור.[^3] אחר כך נסגרו בתי המלאכה, בעליהם ובניהם עזבו את העיר"))
  }

  private let sources = """
    קאסם, לילה. 1978. מפת המחוז. חיפה: הוצאת הנמל.
    לוי, משה. 1980. החולות. תל אביב: הוצאת החוף.
    מזרחי, שרה. 1984. דרכים. ירושלים: הוצאת הגבעה.
    """

  private func numbered(from first: Int) -> String {
    sources.split(separator: "\n").enumerated().map { "\($0 + first). \($1)" }
      .joined(separator: "\n")
  }

  @Test func `Numbered sources that go on over pages are a list`() {
    let article = article([
      """
      הנמל והעיר

      מבוא

      ב 1 במאי נבנו 2 מזחים, ואחריהם 3 מחסנים ועוד 4 בתים קטנים לפועלים שבאו
      מן הכפרים, ובסוף הקיץ כבר עמדו שם 5 בתים ו 6 חנויות אל החוף.
      """,
      "רשימת מקורות\n" + numbered(from: 1), numbered(from: 4),
    ])
    #expect(notes(article) == [])
    #expect(Papers.outline(article.blocks).filter { $0.contains("קאסם") }.count == 2)
  }

  @Test func `Notes under the heading of the sources are notes where the text has marks`() {
    let article = article([first, second, "מקורות\n" + numbered(from: 1)])
    #expect(notes(article).map { $0.prefix(6) } == ["1: קאס", "2: לוי", "3: מזר"])
    #expect(references(article) == ["1 after עזב.", "2 after החולות.", "3 after כלל."])
  }

  private let ends = """
    העבודה נמשכה עד הקיץ, ואז עזבו רוב הפועלים את העיר ושבו אל כפריהם.3
    מקצתם נשארו בה ופתחו בה חנויות קטנות ובתי מלאכה שעמדו שנים רבות.4
    """

  @Test("Numbers that stand behind their notes, some of them together, go back to their heads")
  func numbersBehindTheirNotes() {
    let article = article([
      first, ends,
      """
      הערות

      ארכיון העיר, תיק 12.

       .1

      מפת הנמל, לוח 4.
      על החולות ועל השכונות שקמו עליהם ראו את ספרו של מודד העיר, שיצא לאור אחרי מותו

       .2
       .3

      בידי תלמידיו.
      יומן המועצה, עמ׳ 9.

       .4
      """,
    ])
    #expect(
      notes(article) == [
        "1: ארכיון העיר, תיק 12.", "2: מפת הנמל, לוח 4.",
        "3: על החולות ועל השכונות שקמו עליהם ראו את ספרו של מודד העיר, שיצא לאור אחרי מותו בידי תלמידיו.",
        "4: יומן המועצה, עמ׳ 9.",
      ])
  }

  @Test("The items of a list are no notes where the notes stand below their heading")
  func listAboveTheHeadingOfNotes() {
    let article = article([
      first + "\nשלושה דברים נאמרו על כך:\n1. המים יקרים.\n2. הדרך ארוכה.\n3. איש אינו יודע.",
      ends,
      """
      הערות
      1. ארכיון העיר, תיק 12.
      2. מפת הנמל, לוח 4.
      3. ספר המודד.
      4. יומן המועצה, עמ׳ 9.
      """,
    ])
    #expect(
      notes(article) == [
        "1: ארכיון העיר, תיק 12.", "2: מפת הנמל, לוח 4.", "3: ספר המודד.", "4: יומן המועצה, עמ׳ 9.",
      ])
  }
}
