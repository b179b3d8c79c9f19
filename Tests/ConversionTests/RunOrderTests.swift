import Orthography
import Testing

@testable import Conversion

/// Lines as MuPDF and pypdf put them out: the signs of each box from left to right, every stretch of
/// right-to-left letters, with the signs behind it, turned.
@Suite struct RunOrderTests {
  /// What the program makes of a line that a typesetter drew in boxes.
  fileprivate func putOut(
    _ boxes: [String], leftSigns: Set<Unicode.Scalar> = [], losesSeams: Bool = false
  ) -> String {
    let seen = boxes.flatMap {
      [Unicode.Scalar](Bidi.visual($0, direction: .rightToLeft, mirrored: false).text)
    }
    var text: [Unicode.Scalar] = []
    var stretch: [Unicode.Scalar] = []
    var turns = false
    func close() {
      text += turns ? stretch.reversed() : stretch
      stretch = []
    }
    for sign in seen {
      let isLeft = Kind(sign) == .left || Kind(sign) == .digit || leftSigns.contains(sign)
      if isLeft == turns, isLeft || Kind(sign) == .right {
        if losesSeams {
          while stretch.last == " " { stretch.removeLast() }
        }
        close()
        turns = !isLeft
      }
      if losesSeams, stretch.isEmpty, sign == " " { continue }
      stretch.append(sign)
    }
    close()
    return text.text
  }

  private func restored(_ line: String, nextMark: Int = 1) -> String {
    let reader = OrderReader(isArabic: false, lines: [], lexicon: EmptyLexicon())
    return OrderDetector.trimmed(
      reader.restored([Unicode.Scalar](line), as: .turnedRuns, nextMark: nextMark)
    ).text
  }

  @Test(arguments: [
    ["שאיש לא ראה בו תקדים.", "1", " כעבור שלושים שנה סיפקו 48% מן המים"],
    ["הוקמו 57 מאגרים בנפח של כ־38 מיליון מ״ק.", "2", " רובם נבנו בלא היתר"],
    ["מקובל דווקא treated wastewater.", "1", " ההבדל אינו של מונח"],
    ["היבול עלה (Petrov et al., 1999).", "3", " הנתונים עוררו מחלוקת"],
    ["ראו בן־ארי (2019ב, עמ׳ 28–30).", "1"],
    ["בשנים 1996–2004 (כך בדוח 12/85).", "2"],
  ])
  func `Boxes are read one after another, note marks among them`(boxes: [String]) {
    #expect(restored(putOut(boxes)) == boxes.joined())
  }

  @Test func `A mark that rises by one is told from the number that it touches`() {
    #expect(
      restored(putOut(["השטח גדל (ראו 1996).", "12"]), nextMark: 12) == "השטח גדל (ראו 1996).12")
    #expect(
      restored(putOut(["האיחור היה של 14 חודשים בממוצע.", "18", " בדיקה אחרת מצאה"]), nextMark: 18)
        == "האיחור היה של 14 חודשים בממוצע.18 בדיקה אחרת מצאה")
  }

  @Test func `The label at a line's front is no part of the number behind it`() {
    #expect(
      restored(" .7.4/88 , שם, תיק1988 מכתב אל הנציב, ") == "7. מכתב אל הנציב, 1988, שם, תיק 4/88.")
    #expect(restored(".61 שם, עמ׳") == "שם, עמ׳ 61.")
  }

  @Test func `Spaces that are lost at every seam are found again`() {
    let text = [
      "באביב 1985 חתמו שלוש מועצות על מסמך בן 4 עמודים, ובו",
      "הסכימו (Harlan & Weiss, 2014). בין שתי הנקודות, ב־1988",
      "התברר שרק 31.5% מהן, כלומר 12 מועצות, שילמו. בשנים",
      "2008–2012 ירדו המשקעים, והמונח effluent נעלם. עד 2016",
      "נבנו 57 מאגרים, וכל אחד (ראו Novak, 2018) עלה 42 מיליון",
      "כך נמצא ב־17 מתוך 24 הראיונות, ואין דומה לו בעולם.",
    ]
    let lines = text.map { putOut([$0], losesSeams: true) }
    #expect(lines[0].contains("1985באביב"))
    #expect(OrderTests.restored(lines) == text)
  }

  @Test func `Quotation marks that a program takes for Latin part the runs beside them`() {
    let text = [
      "يصف المؤلف واحة «عين الورد» قبل عام 1984 وصفا دقيقا",
      "وكان نظام «الدور» يحدد نصيب كل بستان، وبقي حتى 2019",
      "ثم صار «أمين الماء» موظفا في 12 قرية، ولم يبق إلا اسمه",
      "وفي واحة «تل الرمل» حفرت 31 بئرا بين 1990 وبين 1995",
    ]
    let lines = text.map { putOut([$0], leftSigns: ["«", "»"]) }
    #expect(OrderTests.restored(lines) == text)
  }
}

extension RunOrderTests {
  @Test func `Stops of another font part the runs of a whole line`() {
    let text = [
      "באביב 1985 חתמו שלוש מועצות על מסמך, שבו הסכימו להזרים",
      "מים לשדות. בין שתי הנקודות, ובעיקר ב־1988 וגם אחר כך, הלך",
      "ונוצר הסדר: העיר שילמה 42 מיליון, האגודה שילמה 12 מיליון",
      "והחקלאי לא שילם. כל עוד היו 57 מאגרים מלאים, איש לא דיבר",
      "על 24 הסעיפים. אחר כך, בשנת 2016, פנה כל צד להגן על עצמו",
      "ומחירו, כך אמרו, עלה פי 3 בתוך שנה. המודלים, מכל מקום,",
      "נשארו: האחד קבע מחיר, השני קבע 17 תנאים, והשלישי לא קבע",
    ]
    let lines = text.map { putOut([$0], leftSigns: [",", ".", ":"]) }
    #expect(OrderTests.restored(lines) == text)
  }
}
