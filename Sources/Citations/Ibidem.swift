import Manuscript
import Orthography

/// What a note's short reference means: `Ibid.`, `שם`, `المرجع نفسه`, `Weiss, op. cit.`,
/// `לעיל הערה 5`.
struct Ibidem {
  /// A short reference at the head of a note.
  struct Reference {
    /// Where its words stand in the UTF-8 of the note's first paragraph.
    var range: Range<Int>
    var kind: Kind
  }

  /// What a short reference says of the work it means.
  enum Kind: Equatable {
    /// The work of the note before.
    case same
    /// The work by this author that was named before; the folded words of the name.
    case earlier(name: [String])
    /// The work of the note with this label.
    case note(String)
  }

  private static let same = Phrases(Languages.all.flatMap(\.reference.ibidem))
  private static let earlier = Phrases([
    "op cit", "loc cit", "opcit", "שם", "המקור הנזכר", "مرجع سابق", "مصدر سابق", "المرجع السابق",
    "المصدر السابق", "مرجع سبق ذكره", "مصدر سبق ذكره",
  ])
  private static let note = Phrases([
    "לעיל הערה", "לעיל הש", "ראו הערה", "ראה הערה", "supra note", "above note", "see note",
    "انظر الهامش", "انظر الحاشية", "الهامش رقم", "الحاشية رقم",
  ])
  /// Words that may lead to a short reference without being part of it.
  private static let signals = NameMatch.folded([
    "see", "also", "cf", "ראו", "ראה", "גם", "השוו", "וראו", "انظر", "ينظر", "أيضا", "راجع", "but",
  ])
  /// A name before "op. cit." is at most this many words long.
  private static let longestName = 6

  /// The short reference that a note begins with, if it does.
  ///
  /// It counts only where the note begins, after "see" or a name: `שם` and `id` are common words.
  static func read(_ text: CitationText) -> Reference? {
    let tokens = text.tokens
    var start = 0
    while start < tokens.count, signals.contains(tokens[start].folded) { start += 1 }
    guard start < tokens.count else { return nil }

    if let end = same.end(at: start, in: tokens), endsClause(end, in: text) {
      return Reference(range: range(start, end, tokens), kind: .same)
    }
    for index in 0..<min(start + longestName, tokens.count) {
      if tokens[index].isNumber { break }
      if let end = note.end(at: index, in: tokens), end < tokens.count, tokens[end].isNumber,
        Int(tokens[end].folded) != nil, text.gap(before: end).count <= 3
      {
        return Reference(range: range(index, end + 1, tokens), kind: .note(tokens[end].folded))
      }
      if index > start, let end = earlier.end(at: index, in: tokens), endsClause(end, in: text),
        text.gap(before: index).contains(where: { ",،".contains($0) })
          || !tokens[index].isHebrewOrArabic
      {
        let name = tokens[start..<index].filter { !$0.isNumber && $0.folded.count > 1 }.map(
          \.folded)
        guard !name.isEmpty else { return nil }
        return Reference(range: range(index, end, tokens), kind: .earlier(name: name))
      }
    }
    return nil
  }

  /// Whether the words end there: the text ends, or punctuation or a page number follows.
  private static func endsClause(_ end: Int, in text: CitationText) -> Bool {
    guard end < text.tokens.count else { return true }
    let gap = text.gap(before: end)
    if text.tokens[end].isNumber || gap.contains(where: { ".,;:،؛()".contains($0) }) { return true }
    return pageWords.contains(text.tokens[end].folded)
  }

  /// Words before the number of a page; folded.
  static let pageWords = NameMatch.folded(["at"] + Languages.all.flatMap(\.reference.pages))

  private static func range(_ start: Int, _ end: Int, _ tokens: [CitationText.Token]) -> Range<Int>
  {
    tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
  }
}
