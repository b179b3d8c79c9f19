import Testing

@testable import Conversion

/// Every kind of damage to a line, each beside the case that a naive rule gets wrong.
@Suite struct LineRepairTests {
  /// Lines from which the habits of a paper are learned: turned brackets, stretched lines.
  static let habits = [
    "המועצה )שהוקמה זה עתה( דנה בבקשה של האיכרים ודחתה את ההצעה ",
    "של האיכרים  בבקשה  דנה  המועצה ",
    "את ההצעה  ודחתה  הבקשה  לאחר  זמן ",
    "הוועדה )לשעבר ועד( דנה בהצעה ",
    "דנה בבקשה של התושבים ודחתה את הערעור ",
  ]

  static func repaired(_ line: String, _ place: LineRepair.Place = .init()) -> String {
    let lines = (habits + [line]).map { Array($0.unicodeScalars) }
    return LineRepair(lines: lines).repair(Array(line.unicodeScalars), place).text.string
  }

  @Test(arguments: [
    // A whole line in reversed segments; inside a segment the order is right.
    ("האיכרים  של  בבקשה דנה  המועצה ", "המועצה בבקשה דנה של האיכרים"),
    // A dash on the wrong side of its segment.
    ("חקירה   - המועצה  של  תפקידה ", "תפקידה של המועצה - חקירה"),
    // Latin in brackets jumped past its word inside a segment.
    ("הוועדה  החליטה   )committee( ועדה  להקים ", "להקים ועדה (committee) החליטה הוועדה"),
    // A maqaf can only have ended the line.
    ("הארצית־ הרמה  ועד  המקומית  מהרמה ", "מהרמה המקומית ועד הרמה הארצית־"),
  ])
  func `Segments in turned order`(damaged: String, printed: String) {
    #expect(Self.repaired(damaged) == printed)
  }

  @Test func `A double space in a paragraph's last line was typed`() {
    let place = LineRepair.Place(isJustified: false)
    #expect(
      Self.repaired("הבקשות הללו,  בהסכמת כל התושבים.", place) == "הבקשות הללו, בהסכמת כל התושבים.")
  }

  @Test(arguments: [
    // A citation with its full stop, or with a colon, moved from the line's end.
    (".)Gale, 1994( בנושא הזה", "בנושא הזה (Gale, 1994)."),
    (":)Gale, 1994( כפי שנכתב", "כפי שנכתב (Gale, 1994):"),
    // Two brackets in one run.
    (".)Gale, 2017; p. 12( )16%( מן התושבים", "מן התושבים (16%) (Gale, 2017; p. 12)."),
    // A number from the line's end.
    (" 1987 הבקשות הוגשו למועצה בחודש ינואר ", "הבקשות הוגשו למועצה בחודש ינואר 1987"),
    // A run that goes on in the next line.
    (" Gale,( ZX — Zero Exchange לפי השיטה ", "לפי השיטה ZX — Zero Exchange (Gale,"),
    (" Union of River( ועם האגודה )Water Hub(", "(Water Hub) ועם האגודה (Union of River"),
    // A closing quotation mark or comma carried along.
    (" ,)enhance( \"לאומיים של \"הגברת יכולת", "לאומיים של \"הגברת יכולת\" (enhance),"),
    // Mixed runs, all turned.
    (" .)QRS( בגבול הדרומי TUV ,בגבול הצפוני XYZ", "XYZ בגבול הצפוני, TUV בגבול הדרומי (QRS)."),
    // An address and what introduces it.
    ("https://example.org/ :מדינה. להרחבה ראו", "מדינה. להרחבה ראו: https://example.org/"),
    (
      "https:// :להרחבה ראו .\"River Talks\" נודע בשם",
      "נודע בשם \"River Talks\". להרחבה ראו: https://"
    ),
    // The full stop of a Latin line.
    (".Ibid", "Ibid."),
    (".)Regions", "Regions)."),
  ])
  func `Runs moved to the line's start`(damaged: String, printed: String) {
    #expect(Self.repaired(damaged) == printed)
  }

  @Test(arguments: [
    // A citation that begins its line by right has its full stop behind it.
    (")Gale et al., 2021(. בעניין אחר נאמר", "(Gale et al., 2021). בעניין אחר נאמר"),
    // Numbers that begin their line by right.
    ("1999 איגרת נשלחה אל המועצה", "1999 איגרת נשלחה אל המועצה"),
    ("2000. היה זה צעד ראשון", "2000. היה זה צעד ראשון"),
    // Latin in the middle of a line.
    ("ערוץ של track-2 )כלומר, בתיווך( בין הצדדים", "ערוץ של track-2 (כלומר, בתיווך) בין הצדדים"),
    ("- בקשה ראשונה של התושבים", "- בקשה ראשונה של התושבים"),
  ])
  func `Lines that are in order stay`(line: String, printed: String) {
    #expect(Self.repaired(line) == printed)
  }

  @Test(arguments: [
    ("הארגון )איגוד( נוסד", "הארגון (איגוד) נוסד"),
    ("הדברים ]...[ נאמרו", "הדברים [...] נאמרו"),
    ("המשימות הן 1( בקרה; 2( קידום", "המשימות הן 1) בקרה; 2) קידום"),
  ])
  func `Mirrored brackets are turned`(damaged: String, printed: String) {
    #expect(Self.repaired(damaged) == printed)
  }

  @Test func `Sound brackets stay, in a note of another language too`() {
    let line = "Gale, E. (1996). Wells of the South. River Studies, 11(2), 79-86."
    #expect(Self.repaired(line) == line)
  }

  @Test func `The last line of a tab-separated quotation is turned word by word`() {
    #expect(
      Self.repaired(".)Gale,\t2020(\tבהסכמה\tהתושבים\tשל\tנוכחותם")
        == "נוכחותם של התושבים בהסכמה (Gale, 2020).")
  }

  @Test func `A tab-separated line in order keeps its order`() {
    #expect(
      Self.repaired("בשמה\tשל\tהמועצה\t)איגוד(\tאני\tמודה") == "בשמה של המועצה (איגוד) אני מודה")
  }
}
