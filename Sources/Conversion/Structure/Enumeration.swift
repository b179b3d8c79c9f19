/// Paragraphs that an ordinal and a colon begin: `ثالثاً: … رابعاً: …`, two of which were glued.
enum Enumeration {
  /// Where the next ordinal stands inside a text that begins with one; `nil` if it does not.
  static func seam(in text: Scalars) -> Int? {
    let words = text.words
    guard let first = words.first, let ordinal = number(of: first), hasColon(words, 0) else {
      return nil
    }
    var position = 0
    for (index, word) in words.enumerated() {
      if index > 0, number(of: word) == ordinal + 1, hasColon(words, index) { return position }
      position += word.count + 1
    }
    return nil
  }

  /// Whether an ordinal and a colon begin a text.
  static func begins(_ text: Scalars) -> Bool {
    let words = Array(text.prefix(40)).words
    return words.first.flatMap { number(of: $0) } != nil && hasColon(words, 0)
  }

  private static func hasColon(_ words: [Scalars], _ index: Int) -> Bool {
    words[index].last == ":" || (index + 1 < words.count && words[index + 1].first == ":")
  }

  private static func number(of word: Scalars) -> Int? {
    let key = word.filter { $0.isRightToLeftLetter && !(0x064B...0x0652).contains($0.value) }.string
      .replacing("أ", with: "ا")
    return ordinals.firstIndex(of: key)
  }

  private static let ordinals = [
    "اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
  ]
}
