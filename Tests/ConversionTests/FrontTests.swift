import Manuscript
import Testing

@testable import Conversion

/// A paper's front: names, dates, and lines of which no word says what they are.
@Suite struct FrontTests {
  private func names(_ text: String, marks: Set<String> = []) -> [String] {
    NameList(Array(text.unicodeScalars), marks: marks).names.map {
      ([$0.text] + $0.marks).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("תמר גולן, דוד בן־ארצי", ["תמר גולן", "דוד בן־ארצי"]),
    ("ארנון ויסברג, ליאור בן דוד ומיכל אוחיון", ["ארנון ויסברג", "ליאור בן דוד", "מיכל אוחיון"]),
    ("רבקה אלמוג, ואדים לנדאו", ["רבקה אלמוג", "ואדים לנדאו"]),
    ("יעל ורד ודן כהן", ["יעל ורד", "דן כהן"]),
    ("سامر الخطيب ومنى أبو زيد", ["سامر الخطيب", "منى أبو زيد"]),
    ("נועה ברק · איל כהן־מלכה", ["נועה ברק", "איל כהן־מלכה"]),
    ("Gideon Meirson and Lilach Assi", ["Gideon Meirson", "Lilach Assi"]),
  ])
  func `A line of names is parted at signs and conjunctions, and no name loses a letter`(
    line: String, expected: [String]
  ) {
    #expect(names(line) == expected)
  }

  @Test func `Signs and raised letters behind names are their marks`() {
    #expect(names("רות כהן*, יואב לוי†") == ["רות כהן *", "יואב לוי †"])
    #expect(names("רות כהןa, יואב לויb", marks: ["a", "b"]) == ["רות כהן a", "יואב לוי b"])
  }

  @Test(arguments: [
    ("كانون الثاني 2019", PartialDate(year: 2019, month: 1)),
    ("2 تشرين الأول 2017", PartialDate(year: 2017, month: 10, day: 2)),
    ("17 במרץ 2020", PartialDate(year: 2020, month: 3, day: 17)),
    ("09.2023", PartialDate(year: 2023, month: 9)),
    ("אדר תש״ף", PartialDate(year: 2020)),
    ("כסלו תשע״ח", PartialDate(year: 2017)),
  ])
  func `Dates are read in words, with Levantine months and Hebrew years`(
    text: String, expected: PartialDate
  ) {
    #expect(PrintedDate.read(Array(text.unicodeScalars)) == expected)
  }

  private func article(_ pages: [[String]]) -> Article {
    var number = 0
    let pages = pages.map { page in
      Page(
        lines: page.map {
          number += 1
          return Line(text: $0, number: number)
        })
    }
    return Converter().convert(pages, language: "he").article
  }

  @Test func `Authors on the line below the title, and an abstract that nothing names`() {
    let front = article([
      [
        "הנמל שעל החולות: עבודה, מקום וזיכרון בעיר חוף קטנה",
        "רות כהן, דוד בן־ארצי",
        "המאמר בוחן את בניית הנמל ואת מה שנותר ממנה בזיכרונם של בני העיר ובמסמכים.",
        "הוא מבוסס על שישים ראיונות שנערכו בעיר ובכפרים הסמוכים לה במשך שנתיים, ועל",
        "תיקי העירייה.",
        "",
        "מבוא",
        "הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר הגדולה.",
        "מפת העיר השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות הריקים.",
      ],
      ["אחרי הבנייה נשארו הפועלים בעיר, ובניהם היו לספנים ולסוחרים בשוק הישן שלה."],
    ]).frontMatter
    #expect(front.title == "הנמל שעל החולות: עבודה, מקום וזיכרון בעיר חוף קטנה")
    #expect(front.authors.map(\.name) == ["רות כהן", "דוד בן־ארצי"])
    #expect(front.abstract?.hasPrefix("המאמר בוחן") == true)
    #expect(front.abstract?.hasSuffix("תיקי העירייה.") == true)
  }

  /// The abstract is known by its place, though its lines fill the column down to the heading below
  /// it, its label stands glued to a line's end, or its first line ends before a long word.
  @Test(arguments: [
    [
      "המאמר בוחן את בניית הנמל ואת מה שנותר ממנה בזיכרונם של בני העיר ובמסמכים.",
      "הוא מבוסס על שישים ראיונות שנערכו בעיר ובכפרים הסמוכים לה במשך שנתיים, ועל",
      "תיקי העירייה שנמצאו בארכיון הגדול, וכולל מבחר של מפות ושל תצלומים מן הזמן.",
      "מבוא",
    ],
    [
      "המאמר בוחן את בניית הנמל ואת מה שנותר ממנה בזיכרונם של בני העיר ובמסמכים",
      "אחרים. הוא מבוסס על שישים ראיונות שנערכו בעיר ובכפרים הסמוכים לה במשך שנתייםתקציר:",
      "תיקי העירייה שנמצאו בארכיון הגדול, וכולל מבחר של מפות ושל תצלומים מן הזמן.",
      "נמל, עיר, זיכרוןמילות מפתח:",
      "מבוא",
    ],
  ])
  func `An abstract right above the first heading`(lines: [String]) {
    let front = article([
      ["הנמל שעל החולות: עבודה, מקום וזיכרון בעיר חוף קטנה", "רות כהן, דוד בן־ארצי"] + lines + [
        "הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר הגדולה.",
        "מפת העיר השתנתה אז בתוך שנים אחדות, והשכונות החדשות קמו על החולות הריקים.",
      ],
      ["אחרי הבנייה נשארו הפועלים בעיר, ובניהם היו לספנים ולסוחרים בשוק הישן שלה."],
    ]).frontMatter
    #expect(front.abstract?.hasPrefix("המאמר בוחן") == true)
    #expect(front.abstract?.hasSuffix("תצלומים מן הזמן.") == true)
    #expect(front.abstract?.contains("תקציר") == false)
  }

  @Test func `An affiliation or an address above the first author is that author's`() throws {
    func reading(_ texts: [String]) -> FrontReading {
      FrontReading(
        lines: texts.enumerated().map { index, text in
          var line = TextLine(number: index + 1, raw: Array(text.unicodeScalars))
          line.text = line.raw
          return line
        }, heads: [], language: "he")
    }
    let front = reading([
      "מחיר המים בדרום", "החוג לגאוגרפיה, אוניברסיטת הנגב", "דוא״ל: gal@example.org", "נועה גל",
      "תקציר",
      "המאמר בוחן את מחיר המים.", "מבוא",
    ])
    #expect(front.labelling.lines.map(\.part).contains(.affiliation))
    let author = try #require(front.frontMatter.authors.first)
    #expect(author.name == "נועה גל")
    #expect(author.affiliations == ["החוג לגאוגרפיה, אוניברסיטת הנגב"])
    #expect(author.email == "gal@example.org")
  }

  @Test func `No line of a front is left without a place`() throws {
    // A line that begins with a number and stands between title and author was an affiliation of nobody.
    let text = """
      מחיר המים
      2 בדרום (שהוקמה זה עתה) התכנסה בבוקר

      נועה גל

      המאמר בוחן את מחיר המים.

      מבוא
      המועצה התכנסה בבוקר ודנה בבקשות.\u{C}ארכיון המועצה, תיק 12.
      """
    #expect(try Papers.convert(text).account.unplaced == [])
  }

  @Test func `The head of one numbered page names the journal where other pages have other heads`()
  {
    let paper = FrontMatter(title: "אור על קו החוף", language: "he")
    let heads = ["עיונים בים ובחוף 41", "42 אור על קו החוף"].enumerated().map {
      Removal(line: $0 + 1, text: $1, reason: .runningHead)
    }
    #expect(RunningHeads.journal(in: heads, of: paper) == "עיונים בים ובחוף")
    let unnumbered = [Removal(line: 1, text: "עיונים בים ובחוף", reason: .runningHead)]
    #expect(RunningHeads.journal(in: unnumbered, of: paper) == nil)
  }

  @Test func `A cover names institution, author, date and seminar, and none of it is the title`() {
    let front = article([
      [
        "אוניברסיטת המישור",
        "החוג להיסטוריה חברתית",
        "",
        "לחם ומלח: שווקים בעיירות הספר (1880-1914)",
        "",
        "עבודה במסגרת הסמינר: כלכלה ויום־יום",
        "מוגש לידי: ד\"ר דנה רוזן",
        "מגישה: תמר אלון",
        "מרץ 2022",
        "",
        "מבוא",
        "בשווקים של עיירות הספר נפגשו איכרים, רוכלים ופקידים, ובעבודה זו אבקש לשאול מה",
        "קנו ומה מכרו שם, ומי קבע את המחירים.",
      ]
    ]).frontMatter
    #expect(front.title == "לחם ומלח: שווקים בעיירות הספר (1880-1914)")
    #expect(front.authors.map(\.name) == ["תמר אלון"])
    #expect(front.authors.first?.affiliations == ["אוניברסיטת המישור", "החוג להיסטוריה חברתית"])
    #expect(front.date == PartialDate(year: 2022, month: 3))
    #expect(front.acknowledgements?.contains("דנה רוזן") == true)
  }

  @Test func `A title of several lines above the text takes no line of it for an author`() {
    let front = article([
      [
        "אור בקצה הרציף: מגדלור",
        "ישן נדלק שוב - הלילה של",
        "בני העיר הקטנה",
        "",
        "המגדלור שעל הרציף הישן נדלק אתמול לראשונה זה ארבעים שנה. מאות מבני העיר באו לראות.",
        "ראש המועצה אמר כי האור ידלק מעתה בכל ליל שבת ובימי חג.",
      ]
    ]).frontMatter
    #expect(front.title == "אור בקצה הרציף: מגדלור ישן נדלק שוב - הלילה של בני העיר הקטנה")
    #expect(front.authors.isEmpty)
  }
}
