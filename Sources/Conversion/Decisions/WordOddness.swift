import Orthography

/// Words of a text that the languages do not have, as named features: that a word is unknown says
/// little, for names and terms are; that it falls into two common words, or makes one with its
/// neighbour, says that a space was lost or came in.
struct WordOddness {
  /// From this share of all words on, a word is common.
  private static let common = 2e-5
  /// Below this share a word may be a slip of the texts that were counted.
  private static let slip = 1e-7

  private let lexicon: any Lexicon

  init(_ lexicon: any Lexicon) { self.lexicon = lexicon }

  /// The features that hold for a text without markers.
  func names(of text: Scalars) -> Set<String> {
    let words = Self.words(of: text)
    guard !words.isEmpty else { return [] }
    let unknown = words.map { $0.count > 1 && !isKnown($0) }
    var found: Set<String> = []
    switch unknown.count(where: { $0 }) {
    case 0: break
    case 1: found.insert("unknown-word")
    default: found.insert("unknown-words")
    }
    if unknown.count(where: { $0 }) * 20 > words.count * 3 { found.insert("many-unknown-words") }
    for index in words.indices {
      if unknown[index], fallsApart(words[index]) { found.insert("glued-words") }
      guard index + 1 < words.count else { break }
      if unknown[index] || unknown[index + 1]
        || min(words[index].count, words[index + 1].count) < 2,
        frequency(words[index] + words[index + 1]) > Self.slip
      {
        found.insert("split-word")
      }
    }
    return found
  }

  private func isKnown(_ word: Scalars) -> Bool {
    frequency(word) > 0 || lexicon.knows(word.string) ?? true
  }

  private func fallsApart(_ word: Scalars) -> Bool {
    guard word.count > 3 else { return false }
    return (2...(word.count - 2)).contains { cut in
      frequency(Array(word[..<cut])) > Self.common && frequency(Array(word[cut...])) > Self.common
    }
  }

  private func frequency(_ word: Scalars) -> Double { lexicon.frequency(of: word.string) ?? 0 }

  /// The words in Hebrew and Arabic letters, without marks; gershayim stand inside some.
  private static func words(of text: Scalars) -> [Scalars] {
    var words: [Scalars] = []
    var word: Scalars = []
    for (index, scalar) in text.enumerated() {
      if scalar.isRightToLeftLetter, scalar.value != 0x05BE {
        if !isMark(scalar) { word.append(scalar) }
      } else if !word.isEmpty, scalar.isQuotationMark, index + 1 < text.count,
        text[index + 1].isRightToLeftLetter
      {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The points, accents and vowel signs of the two scripts, and the tatweel.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x0591...0x05C7).contains(scalar.value) || (0x064B...0x065F).contains(scalar.value)
      || scalar.value == 0x0640
  }
}
