/// What a conversion was not sure of: a fact without words.
public enum Doubt: String, Sendable, CaseIterable {
  case wordOrder = "word-order"
  case movedRun = "moved-run"
  case lostSpaces = "lost-spaces"
  case citationOrder = "citation-order"
  case unpairedBrackets = "unpaired-brackets"
  case displacedSign = "displaced-sign"
  case strayNumber = "stray-number"
  case itemOrParagraph = "item-or-paragraph"
  case paragraphEnd = "paragraph-end"
  case abstractOrText = "abstract-or-text"
  case partedWord = "parted-word"
  case orphanNote = "orphan-note"
  case repeatedNumber = "repeated-number"
  case tableCells = "table-cells"
  case headingOrText = "heading-or-text"
  case uncertain = "uncertain"
  case unplaced = "unplaced"
  case uncorrected = "uncorrected"
  case scanned = "scanned"
  case otherReading = "other-reading"

  /// Whether it tells of a fault nearly always, whatever else is known.
  var isSure: Bool {
    switch self {
    case .orphanNote, .repeatedNumber, .unplaced, .uncorrected, .unpairedBrackets, .displacedSign,
      .strayNumber, .wordOrder, .partedWord, .citationOrder, .tableCells:
      true
    default: false
    }
  }

  /// The doubt in words, for an editor who reads the article's language.
  public func sentence(language: String) -> String {
    let sentences = Self.sentences[self] ?? [:]
    return sentences[language] ?? sentences["en"] ?? rawValue
  }

  private static let sentences: [Doubt: [String: String]] = [
    .wordOrder: [
      "en": "the order of words in a line",
      "he": "סדר המילים בשורה",
      "ar": "ترتيب الكلمات في سطر",
    ],
    .partedWord: [
      "en": "whether the hyphen belongs to the word, or stood at a line's end alone",
      "he": "האם המקף שייך למילה, או שעמד רק בסוף שורה",
      "ar": "هل الشرطة من الكلمة، أم كانت في آخر السطر وحسب",
    ],
    .movedRun: [
      "en": "the place of a word or number that was moved",
      "he": "מקומם של מילה או מספר שהוזזו",
      "ar": "موضع كلمة أو رقم نُقل",
    ],
    .lostSpaces: [
      "en": "where words end: the spaces were lost",
      "he": "היכן נגמרות המילים: הרווחים אבדו",
      "ar": "أين تنتهي الكلمات: ضاعت المسافات",
    ],
    .citationOrder: [
      "en": "the order of a citation",
      "he": "סדר החלקים בהפניה",
      "ar": "ترتيب أجزاء الإحالة",
    ],
    .unpairedBrackets: [
      "en": "brackets do not pair",
      "he": "סוגריים בלי בן זוג",
      "ar": "أقواس غير متطابقة",
    ],
    .displacedSign: [
      "en": "a punctuation mark stands where none should",
      "he": "סימן פיסוק במקום שאינו שלו",
      "ar": "علامة ترقيم في غير موضعها",
    ],
    .strayNumber: [
      "en": "a number is glued to a word: a note mark?",
      "he": "מספר צמוד למילה: סימן הערה?",
      "ar": "رقم ملتصق بكلمة: أهو رقم حاشية؟",
    ],
    .itemOrParagraph: [
      "en": "paragraph, or the list's last item",
      "he": "פסקה או הסעיף האחרון ברשימה",
      "ar": "فقرة أم آخر بند في القائمة",
    ],
    .paragraphEnd: [
      "en": "where the paragraph ends",
      "he": "היכן נגמרת הפסקה",
      "ar": "أين تنتهي الفقرة",
    ],
    .abstractOrText: [
      "en": "whether the first paragraph is the abstract",
      "he": "האם הפסקה הראשונה היא התקציר",
      "ar": "هل الفقرة الأولى هي الملخص",
    ],
    .orphanNote: [
      "en": "the note's beginning is lost; this end may belong to another note",
      "he": "תחילת ההערה אבדה; ייתכן שהסוף שייך להערה אחרת",
      "ar": "أول الحاشية مفقود؛ وقد يكون هذا آخر حاشية أخرى",
    ],
    .repeatedNumber: [
      "en": "two notes have this number",
      "he": "לשתי הערות המספר הזה",
      "ar": "حاشيتان بهذا الرقم",
    ],
    .tableCells: [
      "en": "which words belong to which cell of the table",
      "he": "אילו מילים שייכות לאיזה תא בטבלה",
      "ar": "أي الكلمات لأي خلية في الجدول",
    ],
    .headingOrText: [
      "en": "heading, or a piece of the text",
      "he": "כותרת או חלק מן הטקסט",
      "ar": "عنوان أم جزء من النص",
    ],
    .uncertain: [
      "en": "something may be amiss here: compare with the print",
      "he": "ייתכן שמשהו כאן אינו כשורה: כדאי להשוות עם הדפוס",
      "ar": "قد يكون هنا خلل: يحسن أن يُقابل بالمطبوع",
    ],
    .unplaced: [
      "en": "this text found no place",
      "he": "לטקסט זה לא נמצא מקום",
      "ar": "لم يُعرف موضع هذا النص",
    ],
    .otherReading: [
      "en": "another file of the paper reads otherwise",
      "he": "בקובץ אחר של המאמר כתוב אחרת",
      "ar": "في ملف آخر للبحث نص مختلف",
    ],
    .scanned: [
      "en": "read from a scan by a machine",
      "he": "נקרא מסריקה במכונה",
      "ar": "قُرئ آليًا من صورة ممسوحة",
    ],
    .uncorrected: [
      "en": "converted by machine and not yet corrected",
      "he": "הומר במכונה וטרם הוגה",
      "ar": "حُوِّل آليًا ولم يُراجع بعد",
    ],
  ]
}
