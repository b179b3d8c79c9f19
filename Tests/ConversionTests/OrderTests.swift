import Orthography
import Testing

@testable import Conversion

/// Small pages in the order of each family, written from one text.
@Suite struct OrderTests {
  static let text = [
    "באביב 1985 חתמו שלוש מועצות אזוריות בצפון הנגב על מסמך בן ארבעה עמודים, שבו הסכימו",
    "להזרים לשדותיהן את שפכיה של העיר (Harlan & Weiss, 2014). בין שתי נקודות הציון האלה",
    "מסתתר סיפור אחר, ובשנים 2008–2012 ירדו המשקעים בשיעור של 31.5% לעומת הממוצע.4 כך",
    "כתב המהנדס (Marchetti, 2009: 112–118; ברנע, 2011), ושני ההסברים נכונים בחלקם בלבד.",
  ]

  static func page(_ lines: [String]) -> Page {
    Page(lines: lines.enumerated().map { Line(text: $1, number: $0 + 1) })
  }

  static func restored(_ lines: [String], lexicon: any Lexicon = EmptyLexicon()) -> [String] {
    LineOrder(lexicon: lexicon).restore([page(lines)]).pages.flatMap(\.lines).map(\.text)
  }

  @Test func `A text in order stays as it is`() {
    let result = LineOrder().restore([Self.page(Self.text)])
    #expect(result.pages == [Self.page(Self.text)])
    #expect(result.repairs.isEmpty)
  }

  @Test(arguments: [true, false])
  func `Letters in visual order, with brackets of either shape`(mirrored: Bool) {
    let visual = Self.text.map {
      Bidi.visual($0, direction: .rightToLeft, mirrored: mirrored).text
    }
    #expect(visual[0].hasPrefix("ומיכסה"))
    #expect(Self.restored(visual) == Self.text)
  }

  @Test func `A line of a left-to-right paragraph reads from its last run, its stop last`() {
    let marked = [
      "\u{202B}הנמל נפתח אתמול לאחר שנים של בנייה\u{202A} ,\u{202C}כך פורסם בידיעות של\u{202C}",
      "\u{202B}\u{202A}.\u{202C}ובעיתוני הערב \u{202A}BBC\u{202C}רשת השידור הציבורית \u{202A}4\u{202C}\u{202C}",
      "\u{202B}\u{202A}.\u{202C}חונכים אותו ביום ראשון\u{202C}",
    ]
    #expect(
      Self.restored(marked).dropFirst() == [
        "רשת השידור הציבורית BBC 4 ובעיתוני הערב.", "חונכים אותו ביום ראשון.",
      ])
  }

  @Test(arguments: [
    ("מחקרים, 12(2), 58.–31", "מחקרים, 12(2), 31–58."),
    ("עמ׳ 33.–9", "עמ׳ 9–33."),
    ("בשנים 2008–2012. 12–14", "בשנים 2008–2012. 12–14"),
    ("סעיף 3.–7", "סעיף 3.–7"),
  ])
  func `A range whose stop parts its numbers was put out from its end`(line: String, read: String) {
    #expect(TurnedRanges.restored(Array(line.unicodeScalars)).text == read)
  }

  @Test func `Direction marks carry the order`() {
    let marked = [
      "\u{202B}של החקלאות\u{202A} ,\u{202C}והמדינה (\u{202A} .)Harlan & Weiss, 2014\u{202C}בין שתי\u{202C}",
      "\u{202B}בשנים \u{202A} 2020–1985\u{202C}ואת\u{202C}",
      "\u{202B}\u{202A}naama@example.org\u{202C}\u{202C}",
    ]
    #expect(
      Self.restored(marked) == [
        "של החקלאות, והמדינה (Harlan & Weiss, 2014). בין שתי", "בשנים 1985–2020 ואת",
        "naama@example.org",
      ])
  }

  @Test func `Every word in its own marks`() {
    let marked =
      "\u{202B}הסכימו\u{202C} \u{202B}שבו\u{202C} ,\u{202B}עמודים\u{202C} 1985 \u{202B}באביב\u{202C}"
    #expect(Self.restored([marked]) == ["באביב 1985 עמודים, שבו הסכימו"])
  }

  @Test func `Runs as they are seen, each turned by itself`() {
    let turned = [
      " חתמו שלוש מועצות אזוריות בצפון הנגב על מסמך בן ארבעה עמודים, שבו הסכימו1985 באביב",
      "). בין שתי נקודות הציון האלהHarlan & Weiss, 2014( להזרים לשדותיהן את שפכיה של העיר",
      " לעומת הממוצע31.5%  ירדו המשקעים בשיעור של2012–2008 מסתתר סיפור אחר, ובשנים",
      "), ושני ההסברים נכונים בחלקם בלבד2011 ,; ברנעMarchetti, 2009: 112–118( כתב המהנדס",
    ]
    #expect(
      Self.restored(turned) == [
        Self.text[0], Self.text[1],
        "מסתתר סיפור אחר, ובשנים 2008–2012 ירדו המשקעים בשיעור של 31.5% לעומת הממוצע",
        "כתב המהנדס (Marchetti, 2009: 112–118; ברנע, 2011), ושני ההסברים נכונים בחלקם בלבד",
      ])
  }

  @Test func `Signs at the edge of a run jump before it`() {
    let displaced = [
      ".להזרים לשדותיהן את שפכיה של העיר, ואיש לא ראה בו תקדים1 כעבור שלושים",
      "האירופי (EU ) מקובל דווקאtreated wastewater במקום המונח",
      "זמינה ומחסור (Marchetti, 2009: 112–118 ,; ברנע2011). שני ההסברים",
    ]
    #expect(
      Self.restored(displaced) == [
        "להזרים לשדותיהן את שפכיה של העיר, ואיש לא ראה בו תקדים.1 כעבור שלושים",
        "האירופי (EU) מקובל דווקא treated wastewater במקום המונח",
        "זמינה ומחסור (Marchetti, 2009: 112–118; ברנע, 2011). שני ההסברים",
      ])
  }

  @Test func `Segments turned, so that Latin words change places`() {
    let segments = [
      "כ״מעצמת השבה״ )2014 ,Weiss & Harlan). בין שתי",
      "ומחסור חריף )118–112 2009: ,Marchetti ;ברנע, 2011(. שני ההסברים",
      "המונח water reclaimed, ואילו במסמכי האיחוד האירופי )EU )מקובל",
    ]
    #expect(
      Self.restored(segments) == [
        "כ״מעצמת השבה״ (Harlan & Weiss, 2014). בין שתי",
        "ומחסור חריף (Marchetti, 2009: 112–118; ברנע, 2011). שני ההסברים",
        "המונח reclaimed water, ואילו במסמכי האיחוד האירופי (EU) מקובל",
      ])
  }

  @Test func `Brackets that stay while the signs beside them are turned`() {
    let segments = [
      "נוהלו הנמלים בידי רשויות) ראו 2010 ,Castellan).",
      "לפי גרינשטיין) 2014(, אובדן הכוח מתורגם לפריון; לפי",
      "שביתה איטית) slow-go), שבה העובדים ממלאים) כלשונם( אחר הנהלים",
      "המאגר כולל פקידות אנייה) calls vessel )בשישה נמלים",
    ].map { [Unicode.Scalar]($0) }
    let reader = OrderReader(isArabic: false, lines: segments, lexicon: EmptyLexicon())
    var shapes = BracketShapes()
    #expect(
      segments.map { shapes.restore(reader.restored($0, as: .segments)).text } == [
        "נוהלו הנמלים בידי רשויות (ראו Castellan, 2010).",
        "לפי גרינשטיין (2014), אובדן הכוח מתורגם לפריון; לפי",
        "שביתה איטית (go-slow), שבה העובדים ממלאים (כלשונם) אחר הנהלים",
        "המאגר כולל פקידות אנייה (vessel calls) בשישה נמלים",
      ])
  }

  @Test func `Arabic presentation forms become letters after the line is turned`() {
    let visual = ["ﺔﻗﻼﻌﻟا ﻲﻓ ﺚﺤﺒﺗو ،2019و 1984 ﻲﻣﺎﻋ ﻦﻴﺑ تﺎﺣاو ثﻼﺛ ﻲﻓ %46 ﺔﺒﺴﻨﺑ"]
    #expect(
      Self.restored(visual) == ["بنسبة 46% في ثلاث واحات بين عامي 1984 و2019، وتبحث في العلاقة"])
  }
}
