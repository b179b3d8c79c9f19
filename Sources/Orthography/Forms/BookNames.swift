/// The books of the Bible as they are cited: a name and its abbreviations in Hebrew and English, and
/// the Arabic name. By one of them a reference is found that is written with another.
public enum BookNames {
  /// The other names of a book by one of them, folded; empty for what is no book's name of one word.
  public static func others(of word: String) -> [String] { others[word] ?? [] }

  private static let books: [[String]] = [
    ["בראשית", "genesis", "gen", "gn", "التكوين"],
    ["שמות", "exodus", "exod", "ex", "الخروج"],
    ["ויקרא", "leviticus", "lev", "lv", "اللاويين"],
    ["במדבר", "numbers", "num", "nm", "العدد"],
    ["דברים", "deuteronomy", "deut", "dt", "التثنية"],
    ["יהושע", "joshua", "josh", "يشوع"], ["שופטים", "judges", "judg", "القضاة"],
    ["שמואל", "samuel", "sam", "صموئيل"], ["מלכים", "kings", "kgs", "الملوك"],
    ["ישעיהו", "ישעיה", "isaiah", "isa", "إشعياء"],
    ["ירמיהו", "ירמיה", "jeremiah", "jer", "إرميا"],
    ["יחזקאל", "ezekiel", "ezek", "حزقيال"], ["הושע", "hosea", "hos", "هوشع"],
    ["עמוס", "amos", "عاموس"], ["מיכה", "micah", "mic", "ميخا"],
    ["זכריה", "zechariah", "zech", "زكريا"],
    ["תהלים", "תהילים", "psalms", "psalm", "ps", "المزامير"],
    ["משלי", "proverbs", "prov", "الأمثال"], ["איוב", "job", "أيوب"],
    ["רות", "ruth", "راعوث"], ["איכה", "lamentations", "lam", "المراثي"],
    ["קהלת", "ecclesiastes", "eccl", "qoh", "الجامعة"], ["אסתר", "esther", "esth", "أستير"],
    ["דניאל", "daniel", "dan", "دانيال"], ["עזרא", "ezra", "عزرا"],
    ["נחמיה", "nehemiah", "neh", "نحميا"], ["chronicles", "chron", "chr"],
    ["matthew", "matt", "mt", "متى"], ["mark", "mk", "مرقس"], ["luke", "lk", "لوقا"],
    ["john", "jn", "يوحنا"], ["romans", "rom", "رومية"], ["corinthians", "cor", "كورنثوس"],
    ["revelation", "rev", "الرؤيا"],
  ].map { $0.map { WordScanner.words(in: $0).joined() } }

  /// Every name of a book, folded.
  public static var all: some Collection<String> { others.keys }

  private static let others: [String: [String]] = {
    var others: [String: [String]] = [:]
    for book in books {
      for name in book { others[name] = book.filter { $0 != name } }
    }
    return others
  }()
}
