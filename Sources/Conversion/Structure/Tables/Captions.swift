/// Captions of tables and figures: a word for one, its number, and what it shows.
enum Captions {
  private static let tables: Set<String> = [
    "לוח", "טבלה", "table", "جدول", "الجدول",
  ]
  private static let figures: Set<String> = [
    "איור", "תרשים", "תמונה", "גרף", "מפה", "figure", "fig", "map", "شكل", "الشكل", "صورة",
    "خريطة", "رسم",
  ]

  static func isOfTable(_ text: Scalars) -> Bool { begins(text, with: tables) }

  /// Whether a text begins as a caption does: `Table 2: …`.
  static func begins(_ text: Scalars) -> Bool { isOfTable(text) || begins(text, with: figures) }

  /// Whether a passage is the caption of a figure. A sentence may begin with the figure that it
  /// speaks of, but it has no sign behind the number.
  static func isOfFigure(_ text: Scalars) -> Bool {
    guard begins(text, with: figures) else { return false }
    let words = Array(text.prefix(40)).words
    let isParted =
      words[1].contains { $0.isClausePunctuation || $0.isDash }
      || words.dropFirst(2).first.map { $0.allSatisfy { $0.isDash || $0.isClausePunctuation } }
        ?? false
    return isParted || !Ending.endsSentence(text)
  }

  private static func begins(_ text: Scalars, with names: Set<String>) -> Bool {
    let words = Array(text.prefix(40)).words
    guard words.count > 1, names.contains(FrontMatterWords.key(words[0])) else { return false }
    let number = words[1].drop { $0.isPairedBracket || $0.isClausePunctuation }
    return number.first?.isDigit ?? false
  }
}
