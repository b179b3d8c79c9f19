extension FrontMatterWords {
  /// What stands behind a label of two words for keywords that has no colon: `Key words one, two`.
  static func keywordsAfter(_ text: Scalars) -> Scalars? {
    let words = text.words
    guard words.count > 2, keywords.contains(key(Array(words[..<2].joined(separator: [" "]))))
    else {
      return nil
    }
    return Array(words[2...].joined(separator: [" "]))
  }
}
