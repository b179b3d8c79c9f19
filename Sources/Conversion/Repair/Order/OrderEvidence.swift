import Orthography

/// What speaks for and against a text being in the order in which it is read.
struct OrderEvidence {
  var lexicon: any Lexicon

  // MARK: Letters

  /// Words whose letters are turned: a final letter at the beginning, a dictionary that knows the
  /// word only when it is turned.
  func letterCost(_ line: [Unicode.Scalar]) -> Double {
    var cost = 0.0
    for word in Self.words(line) where word.count > 2 {
      if Self.isFinal(word[0]) { cost += 2 }
      if Self.isMedial(word[word.count - 1]) { cost += 1 }
      if word.starts(with: ["ا", "ل"]) { cost -= 0.3 }
      if word[word.count - 1] == "ا", word[word.count - 2] == "ل", word.count > 4 { cost += 0.3 }
      if let known = lexicon.knows(word.text), !known { cost += 0.5 }
    }
    return cost
  }

  /// The right-to-left words of a line.
  static func words(_ line: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    line.split { scalar in
      let kind = Kind(scalar)
      return (kind != .right && kind != .mark) || scalar.value == 0x5BE
    }.map(Array.init)
  }

  static func isFinal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "ך", "ם", "ן", "ף", "ץ", "ة", "ى": true
    default: false
    }
  }

  private static func isMedial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "כ", "מ", "נ", "צ": true
    default: false
    }
  }

  // MARK: Clauses

  /// Words that lead to what follows them stand at the beginning of a clause, never right before a
  /// full stop or comma: where they do, the words are turned.
  func clauseCost(_ line: [Unicode.Scalar]) -> Double {
    var cost = 0.0
    for (index, sign) in line.enumerated() where Self.endsClause(sign) {
      let before = line[..<index].split { Kind($0) == .space }.last.map(Array.init) ?? []
      if index > 0, Kind(line[index - 1]) == .right, Self.leading.contains(before.text) {
        cost += 1.5
      }
      let rest = line[(index + 1)...].prefix(24)
      guard let first = rest.first, Kind(first) == .space,
        let after = rest.split(whereSeparator: { Kind($0) == .space }).first.map(Array.init)
      else { continue }
      if Self.leading.contains(after.text) { cost -= 0.5 }
    }
    return cost
  }

  private static func endsClause(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case ",", ".", ";", ":", "،", "؛": true
    default: false
    }
  }

  /// Prepositions, conjunctions and the like of Hebrew and Arabic, which govern the word after them.
  private static let leading: Set<String> = [
    "של", "את", "על", "אל", "עם", "בין", "כי", "או", "אם", "אך", "אבל", "אולם", "גם", "רק", "כל",
    "מן", "לפי", "כדי", "אלא", "אף", "בידי", "בלי", "לא", "ולא", "זה", "הוא", "היא", "אשר", "תוך",
    "לפני", "אחרי", "בתוך", "מתוך", "ידי", "עד", "כמו", "אין", "יש",
    "في", "من", "على", "إلى", "عن", "مع", "بين", "أن", "إن", "التي", "الذي", "ثم", "أو", "بل", "لم",
    "لا", "قد", "كل", "هذا", "هذه", "حتى", "عند", "بعد", "قبل", "منذ", "لكن", "كما", "وقد", "أما",
  ]
}
