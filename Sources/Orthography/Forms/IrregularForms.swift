/// Forms of one word that no ending explains: the common nouns of Hebrew and Arabic whose plural has
/// another stem, and Arabic's five nouns whose last letter shows the case (grammars list them as
/// closed classes).
public enum IrregularForms {
  /// The other forms of a folded word without clitics; empty where it is regular.
  public static func others(of word: String) -> [String] { others[word] ?? [] }

  private static let groups: [[String]] = [
    ["אישה", "אשה", "נשימ", "אשת", "נשות", "נשי"],
    ["איש", "אנשימ", "אנשי"],
    ["בת", "בנות"],
    ["בנ", "בנימ", "בני"],
    ["אב", "אבות", "אבי"],
    ["אח", "אחימ", "אחי", "אחות", "אחיות"],
    ["עיר", "ערימ", "ערי"],
    ["בית", "בתימ", "בתי"],
    ["יומ", "ימימ", "ימי", "ימות"],
    ["ראש", "ראשימ", "ראשי"],
    ["שנה", "שנימ", "שנות", "שנת"],
    ["כלי", "כלימ"],
    ["פרי", "פירות", "פרות"],
    ["אמ", "אימהות", "אמהות"],
    ["צד", "צדדימ"],
    ["לב", "לבבות"],
    ["شيخ", "شيوخ", "مشايخ"],
    ["امراه", "مراه", "نساء", "نسوه"],
    ["انسان", "ناس", "اناس"],
    ["ابو", "ابي", "ابا", "اب", "اباء"],
    ["اخو", "اخي", "اخا", "اخ", "اخوه", "اخوان"],
    ["اخت", "اخوات"],
    ["ذو", "ذي", "ذا"],
    ["ابن", "بن", "بني", "بنو", "ابناء"],
    ["بنت", "بنات", "ابنه"],
    ["يوم", "ايام"],
    ["ماء", "مياه"],
    ["سنه", "سنوات", "سنين", "سنون"],
    ["دوله", "دول"],
    ["امر", "اوامر", "امور"],
    ["ارض", "اراض", "اراضي"],
    ["قاض", "قاضي", "قضاه"],
  ]

  private static let others: [String: [String]] = {
    var others: [String: [String]] = [:]
    for group in groups {
      for word in group { others[word] = group.filter { $0 != word } }
    }
    return others
  }()
}
