/// What Daf knows of a language, in one record: its script, its numbers and its words of reference.
///
/// To add a language, add its record here; to speak it on the pages, add a file of strings to
/// `Templates/strings`.
public struct Language: Sendable, Equatable {
  /// BCP 47 tag of the language alone.
  public var tag: String
  /// The script in which it is usually written.
  public var script: Script
  /// How its nouns change after numbers.
  public var plurals: PluralRule
  /// The names of the months as dates in the text have them, January first; some have several sets.
  public var months: [String]
  /// Words that mean the work named just before.
  public var ibidem: [String]
  /// Words that stand for further authors.
  public var others: [String]
  /// Small words that tell it from other languages of its script.
  public var smallWords: [String]

  /// The direction in which it is written.
  public var direction: Direction { script.direction }
}

/// The languages that Daf knows.
public enum Languages {
  public static let all: [Language] = [
    hebrew, arabic, english, persian, yiddish, russian, french, german, spanish, italian,
  ]

  /// The record of a language, by a BCP 47 tag with or without subtags; `nil` for one that has none.
  public static func language(_ tag: String) -> Language? {
    let primary = tag.lowercased().prefix { $0 != "-" }
    return byTag[older[String(primary)] ?? String(primary)]
  }

  private static let byTag = Dictionary(uniqueKeysWithValues: all.map { ($0.tag, $0) })
  /// Tags that ISO 639 has replaced.
  private static let older = ["iw": "he", "ji": "yi"]

  /// The script of a language: that of its script subtag, else the one in which it is usually
  /// written.
  public static func script(of tag: String) -> Script {
    let subtags = tag.lowercased().split(separator: "-")
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      switch script {
      case "hebr": return .hebrew
      case "arab": return .arabic
      case "latn": return .latin
      default: return .other
      }
    }
    if let language = language(tag) { return language.script }
    switch subtags.first ?? "" {
    case "lad": return .hebrew
    case "ur", "ps", "sd", "ug", "ckb": return .arabic
    case "uk", "bg", "sr", "mk", "be", "el", "hy", "ka", "am", "zh", "ja", "ko", "hi", "th", "syr",
      "dv", "arc":
      return .other
    default: return .latin
    }
  }

  // MARK: - Records

  static let hebrew = Language(
    tag: "he", script: .hebrew, plurals: .hebrew,
    months: words(
      "ינואר פברואר מרץ מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    ibidem: ["שם", "שם שם", "שם לעיל"], others: ["ואחרים", "ואח", "ועמיתים", "ועמיתיו", "ועמיתיה"],
    smallWords: words("של את על לא גם כי אם זה היא הוא בין"))

  static let arabic = Language(
    tag: "ar", script: .arabic, plurals: .arabic,
    months: words(
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار"
        + " نيسان أيار حزيران تموز آب أيلول تشرين"),
    ibidem: [
      "المرجع نفسه", "المصدر نفسه", "نفس المرجع", "نفس المصدر", "المرجع ذاته", "المصدر ذاته",
      "نفسه",
      "المرجع السابق نفسه", "المصدر السابق نفسه", "المرجع السابق", "المصدر السابق",
    ], others: ["وآخرون", "وآخرين", "آخرون", "وزملاؤه"],
    smallWords: words("في من على إلى عن أن التي الذي هذا هذه كان"))

  public static let english = Language(
    tag: "en", script: .latin, plurals: .oneAndOther,
    months: words(
      "January February March April May June July August September October November December Spring"
        + " Summer Autumn Winter"),
    ibidem: ["ibid", "ibidem", "id", "idem"], others: ["et al", "others", "colleagues"],
    smallWords: [])

  static let persian = Language(
    tag: "fa", script: .arabic, plurals: .oneOrLess,
    months: words(
      "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه آوریل ژوئن"
        + " ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    ibidem: ["همان", "همانجا", "همان‌جا"], others: ["و دیگران", "و همکاران", "دیگران"],
    smallWords: words("و در به از که را این است با برای آن بود"))

  static let yiddish = Language(
    tag: "yi", script: .hebrew, plurals: .oneAndOther,
    months: words(
      "יאַנואַר פֿעברואַר מערץ אַפּריל מײַ יוני יולי אויגוסט סעפּטעמבער אָקטאָבער נאָוועמבער דעצעמבער"),
    ibidem: ["דאָרטן", "דארטן"], others: ["און אַנדערע", "און אנדערע"],
    smallWords: words("און דער די דאָס דאס איז פֿון פון מיט נישט ניט אַז אז האָט האט וואָס וואס צו"))

  static let russian = Language(
    tag: "ru", script: .other, plurals: .russian,
    months: words(
      "январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август"
        + " августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря"),
    ibidem: ["там же"], others: ["и др", "и другие"], smallWords: [])

  static let french = Language(
    tag: "fr", script: .latin, plurals: .oneOrLess,
    months: words(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    ibidem: ["ibid", "ibidem", "idem"], others: ["et al", "et autres"],
    smallWords: words("le les du et des dans sur une aux pour"))

  static let german = Language(
    tag: "de", script: .latin, plurals: .oneAndOther,
    months: words(
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    ibidem: ["ebd", "ebenda"], others: ["u a", "et al", "und andere"],
    smallWords: words("der das und für von dem zur zum über eine auf"))

  static let spanish = Language(
    tag: "es", script: .latin, plurals: .oneAndOther,
    months: words(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    ibidem: ["ibid", "ibídem"], others: ["et al", "y otros"],
    smallWords: words("el los las y una por para"))

  static let italian = Language(
    tag: "it", script: .latin, plurals: .oneAndOther,
    months: words(
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
    ),
    ibidem: ["ibid", "ibidem", "ivi"], others: ["et al", "e altri"],
    smallWords: words("il gli della nel di per delle e"))

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
