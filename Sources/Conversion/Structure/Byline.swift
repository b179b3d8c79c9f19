import Manuscript

/// The line under a title: the authors, and where the paper gives it, the date beside a bar.
enum Byline {
  struct Reading {
    var names: [String] = []
    var conjunctions: [String] = []
    var date: PartialDate?
    /// The date as it is printed.
    var dateText: String?
  }

  static func read(_ words: Scalars) -> Reading {
    var reading = Reading()
    for part in words.split(separator: "|").map({ Array($0).trimmed }) where !part.isEmpty {
      if reading.date == nil, let found = date(part) {
        reading.date = found
        reading.dateText = part.string
      } else {
        let (names, conjunctions) = FrontReader.splitNames(part)
        reading.names += names
        reading.conjunctions += conjunctions
      }
    }
    return reading
  }

  /// A date in words or numbers: a day, a month by name or number, a year of four digits.
  static func date(_ words: Scalars) -> PartialDate? {
    guard words.count < 40 else { return nil }
    let pieces = words.split { $0.isSpacing || $0.isClausePunctuation || $0 == "/" || $0.isDash }
      .map(Array.init)
    var numbers: [Int] = []
    var month: Int?
    var year: Int?
    for piece in pieces {
      if piece.allSatisfy(\.isDigit) {
        let value = piece.prefix(6).reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
        if piece.count == 4, (1000...2999).contains(value) {
          year = year ?? value
        } else if piece.count <= 2 {
          numbers.append(value)
        }
      } else if let found = self.month(piece) {
        month = month ?? found
      }
    }
    guard let year else { return nil }
    if month == nil, numbers.count == 2, (1...12).contains(numbers[1]) {
      return PartialDate(year: year, month: numbers[1], day: numbers[0])
    }
    guard let month else { return pieces.count == 1 ? PartialDate(year: year) : nil }
    let day = numbers.first.flatMap { (1...31).contains($0) ? $0 : nil }
    return PartialDate(year: year, month: month, day: day)
  }

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
    ["ינואר", "january", "jan", "يناير", "كانون الثاني"],
    ["פברואר", "february", "feb", "فبراير", "شباط"],
    ["מרץ", "מרס", "מארס", "march", "mar", "مارس", "آذار"],
    ["אפריל", "april", "apr", "أبريل", "ابريل", "نيسان"],
    ["מאי", "may", "مايو", "أيار", "ايار"],
    ["יוני", "june", "jun", "يونيو", "حزيران"],
    ["יולי", "july", "jul", "يوليو", "تموز"],
    ["אוגוסט", "august", "aug", "أغسطس", "اغسطس", "آب"],
    ["ספטמבר", "september", "sep", "sept", "سبتمبر", "أيلول", "ايلول"],
    ["אוקטובר", "october", "oct", "أكتوبر", "اكتوبر"],
    ["נובמבר", "november", "nov", "نوفمبر"],
    ["דצמבר", "december", "dec", "ديسمبر"],
  ]
}
