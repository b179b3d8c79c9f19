/// Words that speak for a line of a paper's front being one thing or another.
enum FrontWords {
  /// Titles and ranks before a name.
  static let honorifics: Set<String> = [
    "ד״ר", "ד\"ר", "דר׳", "פרופ׳", "פרופ'", "פרופסור", "עו״ד", "עו\"ד", "הרב", "גב׳", "מר", "סא״ל",
    "סא\"ל", "אל״ם", "רס״ן", "רס\"ן", "תא״ל", "תא\"ל", "د.", "أ.د.", "أ.", "م.د.", "أ.م.د.",
    "الدكتور",
    "الدكتورة", "دكتور", "الأستاذ", "أستاذ", "م.", "dr.", "dr", "prof.", "prof", "professor",
  ]
  /// Words before the author's name on a title page.
  static let authorLabels: Set<String> = [
    "מאת", "מגיש", "מגישה", "מגישים", "כתב", "כתבה", "بقلم", "إعداد", "الباحث", "الباحثة", "تأليف",
    "by",
    "author", "authors", "اسم الكاتب", "المؤلف",
  ]
  /// Words that begin a line saying for what a paper was written, or to whom it was handed.
  static let occasions: [String] = [
    "עבודה במסגרת", "עבודת סמינר", "עבודה סמינריונית", "עבודת גמר", "עבודת דוקטור", "עבודת תזה",
    "חיבור לשם קבלת", "חיבור לקבלת", "במסגרת הקורס", "במסגרת הסמינר", "מוגש ל", "מוגשת ל",
    "הוגש ל", "הוגשה ל", "בהנחיית", "בהדרכת", "שם המרצה", "מרצה", "מנחה", "submitted to",
    "submitted in", "seminar paper", "supervised by", "supervisor", "a thesis submitted",
    "thesis for",
    "مقدم إلى", "مقدمة إلى", "بحث مقدم", "رسالة مقدمة", "رسالة ماجستير", "أطروحة دكتوراه", "بإشراف",
    "إشراف",
  ]

  /// Whether a line says for what a paper was written.
  static func isOccasion(_ text: Scalars) -> Bool {
    let key = FrontMatterWords.key(text)
    return occasions.contains { key.hasPrefix($0) }
  }

  /// Words that lead a line to where a paper appeared.
  static let series: Set<String> = [
    "כרך", "גיליון", "חוברת", "סדרה", "תקציר", "תקצירי", "נייר", "ניירות", "רבעון", "כתב", "עיונים",
    "אסופת",
    "מחברת", "מזכר", "גליון", "مجلة", "المجلة", "دفاتر", "العدد", "المجلد", "سلسلة", "أوراق",
    "ورقة",
    "journal", "vol.", "volume", "no.", "issue", "series", "paper", "papers", "brief", "quarterly",
    "review", "bulletin", "proceedings",
  ]
  /// Names that begin with the letter of the conjunction.
  static let namesLikeConjunctions: Set<String> = [
    "ורד", "ורדה", "ורדית", "ורדי", "ורון", "ויולט", "ויקטור", "ויקטוריה", "ויויאן", "ולדימיר",
    "ואדים", "ולרי",
    "ולריה", "ולנטין", "ולנטינה", "ויטלי", "וסילי", "ונסה", "וילי", "ורנר", "ויליאם", "ולטר",
    "ועקנין",
    "וקנין", "ויסברג", "וייס", "וולף", "ויינברג", "ולך", "وليد", "وائل", "وسيم", "وفاء", "وسام",
    "وجدي",
    "وداد", "وجيه", "وهيب", "ورد", "وردة", "وصفي", "وديع", "وحيد",
  ]

  /// A word's letters and the signs of abbreviation, for the sets above.
  static func key(_ word: Scalars) -> String {
    var word = word
    while let last = word.last, last == "," || last == "،" || last == ":" { word.removeLast() }
    return word.string.lowercased()
  }

  /// The language that most right-to-left letters of a text speak for: `he`, `yi`, `ar`, `fa`, or `en`
  /// where there are none.
  static func language(of text: Scalars) -> String {
    var (hebrew, yiddish, arabic, persian) = (0, 0, 0, 0)
    for scalar in text where scalar.isRightToLeftLetter {
      if scalar.value < 0x600 || (0xFB1D...0xFB4F).contains(scalar.value) {
        hebrew += 1
        if (0x5F0...0x5F2).contains(scalar.value) { yiddish += 1 }
      } else {
        arabic += 1
        if persianLetters.contains(scalar) { persian += 1 }
      }
    }
    if hebrew == 0, arabic == 0 { return "en" }
    if hebrew >= arabic { return Double(yiddish) > ownLetters * Double(hebrew) ? "yi" : "he" }
    return Double(persian) > ownLetters * Double(arabic) ? "fa" : "ar"
  }

  /// The letters that Persian has beside those of Arabic. Its own forms of kaf and yeh are not among
  /// them: fonts give them to Arabic too.
  private static let persianLetters: Set<Unicode.Scalar> = ["پ", "چ", "ژ", "گ"]
  /// The share of a language's own letters from which a text is taken to be in it. Persian papers have
  /// them in 23 of 1,000 letters or more, Arabic ones in none, or in a foreign name.
  private static let ownLetters = 0.008
}
