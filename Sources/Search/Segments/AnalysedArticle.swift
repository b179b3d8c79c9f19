import Orthography

/// An article cut into words: what its segment is made of.
struct AnalysedArticle {
  /// The distinct folded words; after those of the text what hyphens join.
  private(set) var words = WordTable()
  /// Each distinct word's script.
  private(set) var kinds: [LetterTable.Kind] = []
  /// Each distinct word as it is written where it first stands.
  private(set) var spellings: [String] = []
  /// Whether each distinct word stands among the authors.
  private(set) var areAuthors: [Bool] = []
  /// The words of the text in order, by their numbers in `words`.
  private(set) var tokens: [Int] = []
  /// Whether a space and nothing else parts each token from the one before it.
  private(set) var areSpaced: [Bool] = []
  /// For each passage the number of its tokens.
  private(set) var passageLengths: [Int] = []
  /// What hyphens join: the word that both are together, and the place of the first.
  private(set) var joined: [(word: Int, place: Int)] = []

  /// The articles' words may stand this far apart at least when a passage's end is between them, so
  /// that no phrase and no nearness reaches across it.
  static let passageGap = 32

  /// Of a longer word only so many bytes are known to the search: no word of a language has them, and
  /// a text without spaces would cost the square of its length.
  static let longestWord = 128

  /// Cuts an article into words.
  init(_ article: SearchableArticle) {
    var scanner = WordScanner(joinsSigns: true)
    var hyphens: [(token: Int, place: Int)] = []
    for (passage, own) in article.passages.enumerated() {
      let text = Array(own.text.utf8)
      scanner.scan(text)
      for (place, word) in scanner.words.enumerated() {
        let folded = Self.beginning(of: scanner.folded[word.folded])
        let number = add(
          folded, word.kind,
          spelling: String(
            decoding: Self.beginning(of: text[word.source]), as: UTF8.self))
        if own.field == .authors { areAuthors[number] = true }
        areSpaced.append(place > 0 && word.joint == .space)
        if place > 0, word.joint == .hyphen {
          hyphens.append((tokens.count, tokens.count - 1 + passage * Self.passageGap))
        }
        tokens.append(number)
      }
      passageLengths.append(scanner.words.count)
    }
    for (token, place) in hyphens {
      let (one, two) = (tokens[token - 1], tokens[token])
      guard
        Self.mayJoin(kinds[one], words.range(of: one).count, kinds[two], words.range(of: two).count)
      else { continue }
      let both = words.bytes[words.range(of: one)] + words.bytes[words.range(of: two)]
      joined.append(
        (add(both, kinds[two], spelling: String(decoding: both, as: UTF8.self)), place))
    }
  }

  /// A word's first bytes, up to the end of a letter.
  private static func beginning(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > longestWord else { return word }
    var end = word.startIndex + longestWord
    while end > word.startIndex, word[end] & 0xC0 == 0x80 { end -= 1 }
    return word[..<end]
  }

  private mutating func add(
    _ folded: ArraySlice<UInt8>, _ kind: LetterTable.Kind, spelling: @autoclosure () -> String
  ) -> Int {
    let number = folded.withUnsafeBufferPointer { words.insert($0) }
    if number == kinds.count {
      kinds.append(kind)
      spellings.append(spelling())
      areAuthors.append(false)
    }
    return number
  }

  /// Whether two neighbours may be written as one word: both of one script, with two letters at
  /// least.
  ///
  /// - Parameters:
  ///   - length: the folded word's bytes.
  static func mayJoin(
    _ kind: LetterTable.Kind, _ length: Int, _ other: LetterTable.Kind, _ otherLength: Int
  ) -> Bool {
    guard kind == other, kind != .digit else { return false }
    let least = kind == .letter ? 2 : 4
    return length >= least && otherLength >= least
  }
}
