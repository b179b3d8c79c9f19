import Manuscript

/// Reads a date in words or numbers: a day, a month by name or number, a year of four digits, or a
/// Hebrew year in letters.
enum PrintedDate {
  /// The date that a text is, and nothing else but a place or a weekday's name; `nil` if it is none.
  static func read(_ words: Scalars) -> PartialDate? {
    guard words.count < 40 else { return nil }
    let pieces = words.split { $0.isSpacing || $0.isClausePunctuation || $0 == "/" || $0.isDash }
      .map(Array.init)
    var numbers: [Int] = []
    var month: Int?
    var year: Int?
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      if piece.allSatisfy(\.isDigit) {
        let value = piece.prefix(6).reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
        if piece.count == 4, (1000...2999).contains(value) {
          year = year ?? value
        } else if piece.count <= 2 {
          numbers.append(value)
        }
      } else if index + 1 < pieces.count, let found = self.month(piece + [" "] + pieces[index + 1])
      {
        month = month ?? found
        index += 1
      } else if let found = self.month(piece) {
        month = month ?? found
      } else if year == nil, let found = hebrewYear(piece) {
        // The months of the Hebrew year are not those of the common one: the year alone is sure.
        let isEarly = pieces.contains { earlyMonths.contains(withoutPrefix($0)) }
        return PartialDate(year: found - (isEarly ? 3_761 : 3_760))
      }
      index += 1
    }
    guard let year else { return nil }
    if month == nil, numbers.count == 2, (1...12).contains(numbers[1]) {
      return PartialDate(year: year, month: numbers[1], day: numbers[0])
    }
    if month == nil, numbers.count == 1, (1...12).contains(numbers[0]), pieces.count == 2 {
      return PartialDate(year: year, month: numbers[0])
    }
    guard let month else { return pieces.count == 1 ? PartialDate(year: year) : nil }
    let day = numbers.first.flatMap { (1...31).contains($0) ? $0 : nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// Whether a text is the name of a month and nothing else.
  static func isMonth(_ text: Scalars) -> Bool { month(text) != nil }

  /// `תש״ף`, `התשע"ח`: a year of the sixth thousand in letters.
  static func hebrewYear(_ word: Scalars) -> Int? {
    var letters = word.filter { !$0.isQuotationMark }
    guard letters.count < word.count, letters.count >= 3 else { return nil }
    if letters.first == "ה", letters.count > 3 { letters.removeFirst() }
    guard letters.first == "ת" else { return nil }
    var year = 0
    for letter in letters {
      guard let place = values.firstIndex(where: { $0.letters.contains(letter) }) else {
        return nil
      }
      year += values[place].value
    }
    return (600...799).contains(year) ? 5_000 + year : nil
  }

  private static let values: [(letters: Scalars, value: Int)] = [
    (["א"], 1), (["ב"], 2), (["ג"], 3), (["ד"], 4), (["ה"], 5), (["ו"], 6), (["ז"], 7), (["ח"], 8),
    (["ט"], 9), (["י"], 10), (["כ", "ך"], 20), (["ל"], 30), (["מ", "ם"], 40), (["נ", "ן"], 50),
    (["ס"], 60), (["ע"], 70), (["פ", "ף"], 80), (["צ", "ץ"], 90), (["ק"], 100), (["ר"], 200),
    (["ש"], 300), (["ת"], 400),
  ]

  private static func withoutPrefix(_ word: Scalars) -> String {
    word.count > 3 && word.first == "ב" ? Array(word.dropFirst()).string : word.string
  }

  /// The months of the Hebrew year that fall in the common year before.
  private static let earlyMonths: Set<String> = ["תשרי", "חשוון", "חשון", "מרחשוון", "כסלו"]

  private static func month(_ word: Scalars) -> Int? {
    let name = word.string.lowercased()
    for (index, names) in months.enumerated() {
      if names.contains(name) || (name.hasPrefix("ב") && names.contains(String(name.dropFirst()))) {
        return index + 1
      }
    }
    return nil
  }

  private static let months: [Set<String>] = [
    ["ינואר", "january", "jan", "يناير", "كانون الثاني", "جانفي"],
    ["פברואר", "february", "feb", "فبراير", "شباط", "فيفري"],
    ["מרץ", "מרס", "מארס", "march", "mar", "مارس", "آذار", "اذار"],
    ["אפריל", "april", "apr", "أبريل", "ابريل", "إبريل", "نيسان", "أفريل"],
    ["מאי", "may", "مايو", "أيار", "ايار", "ماي"],
    ["יוני", "june", "jun", "يونيو", "يونيه", "حزيران", "جوان"],
    ["יולי", "july", "jul", "يوليو", "يوليه", "تموز", "جويلية"],
    ["אוגוסט", "august", "aug", "أغسطس", "اغسطس", "آب", "أوت"],
    ["ספטמבר", "september", "sep", "sept", "سبتمبر", "أيلول", "ايلول"],
    ["אוקטובר", "october", "oct", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"],
    ["נובמבר", "november", "nov", "نوفمبر", "تشرين الثاني"],
    ["דצמבר", "december", "dec", "ديسمبر", "كانون الأول", "كانون الاول"],
  ]
}
