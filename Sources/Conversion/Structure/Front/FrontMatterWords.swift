/// The words by which the parts of a paper's front are known, in the languages of its readers.
enum FrontMatterWords {
  static let abstract: Set<String> = [
    "תקציר", "תמצית", "abstract", "summary", "ملخص", "الملخص", "المخلص", "المستخلص", "مستخلص",
    "خلاصة", "ملخص البحث", "ملخص الدراسة", "مستخلص البحث",
  ]
  static let keywords: Set<String> = [
    "מילות מפתח", "מילות המפתח", "מושגי מפתח", "keywords", "key words", "الكلمات المفتاحية",
    "كلمات مفتاحية", "الكلمات المفتاحيه", "الكلمات الدالة", "الكلمات الرئيسة",
  ]
  static let introduction: Set<String> = [
    "מבוא", "הקדמה", "פתיחה", "introduction", "مقدمة", "المقدمة", "تمهيد", "مدخل",
  ]
  static let bibliography: [String] = [
    "רשימת מקורות", "ביבליוגרפיה", "רשימה ביבליוגרפית", "רשימת המקורות", "references",
    "bibliography", "works cited", "قائمة المصادر", "المصادر", "المراجع", "قائمة المراجع",
    "المصادر والمراجع", "ثبت المصادر", "الهوامش والمصادر",
  ]
  static let institution: [String] = [
    "אוניברסיטה", "אוניברסיטת", "המכון ל", "מכון", "מכללת", "הפקולטה", "החוג ל", "המחלקה ל",
    "בית הספר ל", "מרכז", "מכללה", "האקדמיה", "עמית מחקר", "עמיתת מחקר", "חוקר ב", "חוקרת ב",
    "university", "institute", "college", "faculty", "department", "school of", "center for",
    "centre for", "academy", "ministry", "جامعة", "الجامعة", "كلية", "معهد", "مركز", "قسم", "وزارة",
    "أكاديمية",
  ]
  static let editors: [String] = [
    "עורכים", "עורכות", "עורך", "עורכת", "editors", "edited by", "تحرير",
  ]

  /// The label at a text's start, if one of the given words with a colon or alone is: gives the rest.
  static func after(_ labels: Set<String>, in text: Scalars) -> Scalars? {
    let colon = text.prefix(40).firstIndex { $0 == ":" || $0 == "：" }
    if let colon {
      let head = key(Array(text[..<colon]))
      return labels.contains(head) ? Array(text[(colon + 1)...]).trimmed : nil
    }
    return text.count < 40 && labels.contains(key(text)) ? [] : nil
  }

  /// Whether a line is the label of a part of the front and nothing else.
  static func isLabel(_ line: Scalars) -> Bool {
    introduction.contains(key(line)) || after(abstract, in: line)?.isEmpty == true
  }

  /// Whether a part of the front begins with a line.
  static func beginsPart(_ line: Scalars) -> Bool {
    isLabel(line) || after(keywords, in: line) != nil || after(abstract, in: line) != nil
  }

  static func key(_ text: Scalars) -> String {
    text.filter { $0.isLetter || $0.isSpacing }.trimmed.string.lowercased()
  }

  /// Whether a heading announces the list of sources.
  static func isBibliography(_ heading: Scalars) -> Bool {
    let key = key(heading)
    guard heading.count < 60 else { return false }
    if key == "מקורות" || key == "הפניות" { return true }
    return bibliography.contains { key == $0 || key.hasPrefix($0 + " ") }
  }

  /// Whether a heading is one that papers have for a section of the first level: introduction, method,
  /// discussion, conclusion, sources.
  static func isSection(_ heading: Scalars) -> Bool {
    let words = Array(heading.drop { $0.isDigit || $0 == "." || $0.isSpacing }).words
    // `Findings: three towns`
    if let first = words.first, first.last == ":" { return sectionHeads.contains(Self.key(first)) }
    guard words.count <= 4 else { return false }
    let key = key(heading).trimmingPrefix { $0 == " " }
    return isBibliography(heading) || introduction.contains(String(key))
      || sections.contains(String(key))
      || words.first.map { sectionHeads.contains(Self.key($0)) } ?? false
  }

  private static let sections: Set<String> = [
    "סיכום", "סיכום ומסקנות", "סיכום והמלצות", "מסקנות", "מסקנות והמלצות", "דיון", "דיון ומסקנות",
    "דיון וסיכום", "ממצאים", "תוצאות", "שיטה", "שיטת המחקר", "מתודולוגיה", "רקע", "רקע תאורטי",
    "רקע תיאורטי", "סקירת ספרות", "המלצות", "אחרית דבר", "נספח", "נספחים", "הערות", "תודות",
    "conclusion", "conclusions", "summary", "discussion", "findings", "results", "method",
    "methods",
    "methodology", "background", "literature review", "recommendations", "epilogue", "appendix",
    "notes", "acknowledgements", "خاتمة", "الخاتمة", "خلاصة", "الخلاصة", "النتائج", "نتائج",
    "المناقشة", "مناقشة", "المنهج", "المنهجية", "منهجية البحث", "منهج البحث", "خلفية", "التوصيات",
    "توصيات", "استنتاجات", "الاستنتاجات", "ملحق", "ملاحق", "الهوامش",
  ]
  /// Words that begin the heading of such a section, whatever follows.
  private static let sectionHeads: Set<String> = [
    "סיכום", "מסקנות", "דיון", "ממצאים", "תוצאות", "שיטה", "רקע", "מבוא", "conclusion",
    "conclusions", "discussion", "findings", "results", "method", "background", "introduction",
    "خاتمة", "الخاتمة", "خلاصة", "النتائج", "نتائج", "مقدمة", "خلفية",
  ]

  static func namesInstitution(_ text: Scalars) -> Bool {
    guard text.count < 160 else { return false }
    let lower = text.string.lowercased()
    return institution.contains { lower.contains($0) }
  }
}
