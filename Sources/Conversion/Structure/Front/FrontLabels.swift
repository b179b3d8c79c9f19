/// The labels of an abstract and of keywords, at a text's start or at its end.
extension FrontReading {
  /// Where in a text the label of keywords stands, with its colon: at its start, or at its end, where
  /// an extractor may have put it; `nil` if none stands there.
  static func keywordsLabel(_ text: Scalars) -> Range<Int>? {
    if let rest = FrontMatterWords.after(FrontMatterWords.keywords, in: text) {
      return 0..<(text.count - rest.count)
    }
    return label(FrontMatterWords.keywords, in: text)
  }

  /// Where the label of an abstract stands at a text's end, as an extractor may have put it.
  static func abstractLabel(endOf text: Scalars) -> Range<Int>? {
    guard text.last == ":" || text.words.last?.first == ":" else { return nil }
    return label(FrontMatterWords.abstract, in: text).flatMap { $0.lowerBound > 0 ? $0 : nil }
  }

  private static func label(_ labels: Set<String>, in text: Scalars) -> Range<Int>? {
    let words = text.words
    for count in [2, 1] where words.count > count {
      let first = Array(words.prefix(count).joined(separator: [" "]))
      if labels.contains(FrontMatterWords.key(first)) { return 0..<first.count }
      let last = Array(words.suffix(count).joined(separator: [" "]))
      if labels.contains(FrontMatterWords.key(last)) {
        return (text.count - last.count)..<text.count
      }
    }
    return gluedLabel(labels, in: text)
  }

  /// A label with its colon that an extractor put behind a line's last word without a space.
  private static func gluedLabel(_ labels: Set<String>, in text: Scalars) -> Range<Int>? {
    guard text.last == ":" else { return nil }
    let rest = text.dropLast()
    for label in labels.sorted(by: { $0.count > $1.count }) {
      let start = rest.count - label.unicodeScalars.count
      // What is shorter than a word may be a prefix.
      guard start > 2, Array(rest[start...]).string.lowercased() == label,
        rest[(start - 3)..<start].allSatisfy(\.isLetter)
      else { continue }
      return start..<text.count
    }
    return nil
  }
}
