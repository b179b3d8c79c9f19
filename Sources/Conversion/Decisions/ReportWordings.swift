import Manuscript

/// What the report on a conversion says, in the language of its reader.
enum ReportWordings {
  static let letters = Wording(
    en: "{number:letter or digit|letters and digits}", he: "אותיות וספרות: {number}",
    ar: "حروف وأرقام: {number}")
  static let mendedLines = Wording(
    en: "{number:line|lines} mended", he: "שורות שתוקנו: {number}", ar: "أسطر أُصلحت: {number}")
  static let places = Wording(
    en: "{number:place|places} to check", he: "מקומות לבדיקה: {number}",
    ar: "مواضع للمراجعة: {number}")
  static let lostNotes = Wording(
    en: "{number:note|notes} lost in the source", he: "הערות שאבדו במקור: {number}",
    ar: "هوامش مفقودة في الأصل: {number}")
  static let unmarkedNotes = Wording(
    en: "{number:note|notes} without a mark", he: "הערות שאין להן סימן: {number}",
    ar: "هوامش بلا إشارة: {number}")
  static let nothingLost = Wording(
    en: "nothing lost", he: "דבר לא אבד", ar: "لم يُفقد شيء")
  static let nothingElseLost = Wording(
    en: "nothing else lost", he: "דבר מלבדן לא אבד", ar: "ولم يُفقد شيء سواها")
  static let leftOutInAll = Wording(
    en: "{number} left out ({what})", he: "אותיות וספרות שהושמטו: {number} ({what})",
    ar: "حروف وأرقام حُذفت: {number} ({what})")
  static let unplaced = Wording(
    en: "{number} found no place (at the article's end)",
    he: "אותיות שלא נמצא להן מקום (בסוף המאמר): {number}",
    ar: "حروف لم يوجد لها موضع (في آخر المقال): {number}")
  static let separator = Wording(en: ", ", he: "; ", ar: "؛ ")
  static let comma = Wording(en: ", ", he: ", ", ar: "، ")

  static let accountHeading = Wording(
    en: "What became of every letter and digit", he: "מה עלה בגורל כל אות וספרה",
    ar: "ما آل إليه كل حرف ورقم")
  static let inSource = Wording(en: "in the source", he: "במקור", ar: "في الأصل")
  static let inArticle = Wording(en: "in the article", he: "במאמר", ar: "في المقال")
  static let leftOut = Wording(en: "left out: {what}", he: "הושמט: {what}", ar: "حُذف: {what}")
  static let leftOutHeading = Wording(
    en: "What was left out", he: "מה הושמט", ar: "ما حُذف")
  static let withoutPlace = Wording(en: "without a place", he: "בלי מקום", ar: "بلا موضع")
  static let line = Wording(
    en: "line {line}: {what}", he: "שורה {line}: {what}", ar: "سطر {line}: {what}")
  static let mendedHeading = Wording(en: "What was mended", he: "מה תוקן", ar: "ما أُصلح")
  static let became = Wording(
    en: "{before} became {after}", he: "{before} היה ל־{after}", ar: "{before} صار {after}")
  static let doubtsHeading = Wording(en: "What to check", he: "מה לבדוק", ar: "ما ينبغي مراجعته")
  static let notesHeading = Wording(en: "Notes", he: "הערות", ar: "الهوامش")
  static let lostLabels = Wording(
    en: "marked in the text, their own text lost: {labels}",
    he: "מסומנות בטקסט, והנוסח שלהן אבד: {labels}", ar: "لها إشارة في المتن ونصها مفقود: {labels}")
  static let unmarkedLabels = Wording(
    en: "without a mark in the text: {labels}", he: "בלי סימן בטקסט: {labels}",
    ar: "بلا إشارة في المتن: {labels}")
  static let empty = Wording(en: "(empty)", he: "(ריק)", ar: "(فارغ)")
}

extension Removal.Reason {
  /// The reason in words.
  var wording: Wording {
    switch self {
    case .runningHead: Wording(en: "running heads", he: "כותרות רצות", ar: "ترويسات الصفحات")
    case .pageNumber: Wording(en: "page numbers", he: "מספרי עמודים", ar: "أرقام الصفحات")
    case .listNumber: Wording(en: "numbers of lists", he: "מספרי רשימות", ar: "أرقام القوائم")
    case .noteNumber: Wording(en: "numbers of notes", he: "מספרי הערות", ar: "أرقام الهوامش")
    case .cover: Wording(en: "the cover", he: "השער", ar: "الغلاف")
    case .label: Wording(en: "labels", he: "תוויות", ar: "العناوين الفرعية للحقول")
    case .date: Wording(en: "dates", he: "תאריכים", ar: "التواريخ")
    case .conjunction:
      Wording(en: "words that join names", he: "מילים שמחברות שמות", ar: "كلمات تعطف الأسماء")
    case .stretching: Wording(en: "stretched letters", he: "אותיות מתוחות", ar: "تطويل الحروف")
    case .doubling: Wording(en: "doubled letters", he: "אותיות כפולות", ar: "حروف مكررة")
    case .contents: Wording(en: "the table of contents", he: "תוכן העניינים", ar: "الفهرس")
    case .deleted:
      Wording(
        en: "what was struck out (tracked changes)", he: "מה שנמחק (מעקב שינויים)",
        ar: "ما شُطب (تعقّب التغييرات)")
    case .hidden: Wording(en: "hidden text", he: "טקסט מוסתר", ar: "نص مخفي")
    case .surroundings:
      Wording(en: "what stands round the article", he: "מה שמסביב למאמר", ar: "ما يحيط بالمقال")
    }
  }
}
