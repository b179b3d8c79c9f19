import Manuscript
import Testing

@testable import Conversion
@testable import Desk

/// What an editor decided holds when the converter's thresholds change and the paper is converted anew.
@Suite struct NewConversionTests {
  private static let pages = [
    """
    על הבארות במדבר

    המים נספרו בכל באר ובאר, ומה שנספר נרשם בספר אחד גדול
    שנשמר בבית הוועד ונקרא מדי שנה בפני כל התושבים
    ובפני האורחים שבאו מן הדרום לראות את הבארות.
    בכל באר היה שומר. השומר ידע את שמות כל הבאים אליה
    ורשם אותם ביומן שנפתח בכל שנה מחדש בראש חודש.
    """,
    """
    הספר עצמו נכתב ביד אחת לאורך ארבעים שנה, ואיש לא ידע
    מי היה הסופר. רק בסוף ימיו גילה אחד הזקנים
    שהסופר היה אחיו הצעיר. מאז נקרא הספר על שמו.
    בשנים שאחר כך נספרו המים פעמיים בכל שנה
    והספר הלך ותפח עד שנכרך בשני כרכים.
    """,
  ]

  private static func draft(seam: Double) -> Draft {
    var lines: [Int: String] = [:]
    let source = pages.map { page in
      Page(
        lines: page.split(separator: "\n", omittingEmptySubsequences: false).map { text in
          lines[lines.count + 1] = String(text)
          return Line(text: String(text), number: lines.count)
        })
    }
    let conversion = Thresholds.$seam.withValue(seam) {
      Converter().convert(source, language: "he")
    }
    return Draft(
      conversion, markdown: ManuscriptWriter.write(conversion.article), lines: lines)
  }

  @Test func whatWasDecidedHoldsUnderAnotherThreshold() throws {
    let first = Self.draft(seam: 0)
    var session = DeskSession(first.base, draft: first)
    let guarded = try #require(session.sheet.pieces.first { $0.words.contains("בכל באר היה שומר") })
    var words = Action("text", piece: guarded.id)
    words.text = guarded.words.replacing("השומר ידע", with: "הוא ידע")
    _ = try session.perform(words)
    let last = try #require(session.sheet.pieces.last { !$0.isPageBreak })
    var quotation = Action("kind", piece: last.id)
    quotation.kind = "quotation"
    _ = try session.perform(quotation)
    var title = Action("front")
    (title.field, title.text) = ("title", "בארות")
    _ = try session.perform(title)
    let choices = Choices(session)

    var differing = 0
    for seam in [-3.0, -1.5, 1.5, 3.0] {
      let second = Self.draft(seam: seam)
      if second.base.text != first.base.text { differing += 1 }
      let replay = ChoiceReplay(choices, on: second)
      let text = replay.session.sheet.text
      let asked = replay.session.draft.matters.flatMap(\.alternatives).map(\.now)
      #expect(text.contains("title: בארות"))
      // It holds, or the editor is asked with what was chosen as the first reading.
      #expect(
        text.contains("הוא ידע") || asked.contains { $0.contains("הוא ידע") }, "\(seam): \(text)")
      #expect(
        text.contains("\n> ") || replay.asked > 0, "\(seam): \(text)")
      #expect(!text.contains("השומר ידע") || replay.asked > 0)
    }
    #expect(differing >= 2, "the thresholds change nothing: \(first.base.text)")
    #expect(ChoiceReplay(choices, on: first).asked == 0)
    #expect(ChoiceReplay(choices, on: first).session.sheet.text == session.sheet.text)
  }
}
