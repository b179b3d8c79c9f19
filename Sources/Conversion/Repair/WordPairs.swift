/// The pairs of neighbouring words that a paper has in its sound lines: evidence for the order of
/// words elsewhere in it.
struct WordPairs {
  private var counts: [Pair: Int] = [:]

  private struct Pair: Hashable {
    var first: String
    var second: String
  }

  /// Gathers the pairs inside the given stretches, each of which is in order inside itself.
  init(stretches: [Scalars]) {
    for stretch in stretches {
      let words = stretch.words
      for index in words.indices.dropFirst() {
        guard let first = Self.key(words[index - 1], isFirst: true),
          let second = Self.key(words[index], isFirst: false)
        else { continue }
        counts[Pair(first: first, second: second), default: 0] += 1
      }
    }
  }

  /// How likely one stretch is to be followed by another, by the words at the seam: above 0 for a
  /// pair that is known, below 0 for one that no sentence has.
  func likelihood(endOf left: Scalars, startOf right: Scalars) -> Double {
    guard
      let last = left.lastIndex(where: { $0.isSpacing }).map({ Array(left[($0 + 1)...]) })
        ?? Optional(left),
      let end = right.firstIndex(where: \.isSpacing).map({ Array(right[..<$0]) }) ?? Optional(right)
    else { return 0 }
    var likelihood = 0.0
    if let first = Self.key(last, isFirst: true), let second = Self.key(end, isFirst: false) {
      if counts[Pair(first: first, second: second)] != nil { likelihood += 1.5 }
      let isBound = Self.bound.contains(first)
      if isBound, Self.bound.contains(second) { likelihood -= 0.7 }
      if isBound, !Self.bound.contains(second) { likelihood += 0.3 }
    }
    // What begins with a sign that ends a clause follows nothing.
    if let sign = end.first, sign.isClausePunctuation, end.count > 1 { likelihood -= 1 }
    return likelihood
  }

  /// Whether no clause ends with a word.
  static func isBound(_ word: Scalars) -> Bool {
    bound.contains(word.filter(\.isLetterOrDigit).string)
  }

  /// The letters of a word; `nil` where a clause ends behind the first word of a pair, or where a
  /// word has no letters.
  private static func key(_ word: Scalars, isFirst: Bool) -> String? {
    if isFirst, let last = word.last, last.isClausePunctuation { return nil }
    let letters = word.filter(\.isLetterOrDigit)
    return letters.isEmpty ? nil : letters.string
  }

  /// Words that no clause ends with: prepositions, conjunctions, particles.
  private static let bound: Set<String> = [
    "של", "את", "על", "אל", "בין", "לבין", "ובין", "עם", "כי", "אשר", "או", "כדי", "לפי", "מן",
    "אך", "אלא", "ואת", "ועל", "ושל", "ועם", "אצל", "בעוד", "כאשר", "תוך", "בתוך", "לאור", "נגד",
    "עד", "כמו", "מול", "בשל", "אף", "לשם",
    "في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "التي", "الذي", "مع", "بين", "أو", "او",
    "وفي", "ومن", "وعلى", "ما", "لا", "لم", "قد", "كل", "بعد", "قبل", "عند", "حول", "ضمن",
  ]
}
