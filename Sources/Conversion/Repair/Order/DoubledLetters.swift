import Orthography

/// Arabic letters that a font's ligature put out twice: `للكن` for `لكن`, `تحووّل` for `تحوّل`.
///
/// The glyph of lam and kaf, or of a letter and its shadda, is mapped to one letter too many. A doubled
/// letter may also be right, as in `للكتاب`: a word is changed where it is far more usual without it,
/// and only in a text whose words show the fault.
///
/// Where a mark is a glyph of its own, some programs give it the letter of the first word that it was
/// set in: each fathatan of such a text comes out as `لً`, `نهارلًا` for `نهارًا`.
struct DoubledLetters {
  private let lexicon: any Lexicon
  /// Whether the paper's ligatures came out with letters doubled.
  let areDoubled: Bool
  /// By mark, the letter that came out before it each time.
  let strays: [Unicode.Scalar: Unicode.Scalar]

  /// Whether the paper has anything to restore.
  var isNeeded: Bool { areDoubled || !strays.isEmpty }

  private static let shadda: Unicode.Scalar = "\u{651}"

  init(lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    self.lexicon = lexicon
    var (doubled, sound) = (0, 0)
    for line in lines {
      for word in line.split(whereSeparator: { Script($0) != .arabic && Kind($0) != .mark }) {
        let word = Array(word)
        guard let reading = Self.reading(word) else { continue }
        if Self.isMoreUsual(reading, than: word, lexicon) { doubled += 1 } else { sound += 1 }
      }
    }
    areDoubled = doubled > 2 && doubled > 2 * sound
    strays = Self.strays(lines, lexicon)
  }

  // MARK: - Letters of marks

  private struct Votes {
    var letters: [Unicode.Scalar: Int] = [:]
    /// Words that are more usual without the letter, and others.
    var doubled = 0
    var sound = 0
  }

  private static func strays(
    _ lines: [[Unicode.Scalar]], _ lexicon: any Lexicon
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    var votes: [Unicode.Scalar: Votes] = [:]
    for line in lines where line.contains(where: { Kind($0) == .mark }) {
      for word in line.split(whereSeparator: { Script($0) != .arabic && Kind($0) != .mark }) {
        let word = Array(word)
        for index in word.indices.dropFirst() where Kind(word[index]) == .mark {
          guard Kind(word[index - 1]) == .right else { continue }
          var reading = word
          reading.remove(at: index - 1)
          let isDoubled = isMoreUsual(reading, than: word, lexicon)
          votes[word[index], default: Votes()].letters[word[index - 1], default: 0] += 1
          if isDoubled {
            votes[word[index]]?.doubled += 1
          } else {
            votes[word[index]]?.sound += 1
          }
        }
      }
    }
    let single = votes.filter { $0.value.letters.count == 1 && $0.value.doubled > $0.value.sound }
    // One mark may always stand on one letter by chance, but not those of many words.
    guard single.values.contains(where: { $0.doubled > 2 && $0.doubled > 2 * $0.sound }) else {
      return [:]
    }
    return single.compactMapValues { $0.letters.keys.first }
  }

  /// The word without the letters of its marks, and what was taken out.
  private func withoutStrays(
    _ word: [Unicode.Scalar]
  ) -> (word: [Unicode.Scalar], removed: [Unicode.Scalar]) {
    let places = word.indices.dropLast().filter { strays[word[$0 + 1]] == word[$0] }
    guard !places.isEmpty, places.count < word.count else { return (word, []) }
    return (
      word.indices.filter { !places.contains($0) }.map { word[$0] }, places.map { word[$0] }
    )
  }

  // MARK: - Words

  /// A line with each such letter once, and the letters that were taken out.
  func restored(_ line: [Unicode.Scalar]) -> (text: [Unicode.Scalar], removed: [Unicode.Scalar]) {
    guard isNeeded else { return (line, []) }
    var (text, removed): ([Unicode.Scalar], [Unicode.Scalar]) = ([], [])
    var index = 0
    while index < line.count {
      var end = index
      while end < line.count, Script(line[end]) == .arabic || Kind(line[end]) == .mark { end += 1 }
      guard end > index else {
        text.append(line[index])
        index += 1
        continue
      }
      let (word, letters) = withoutStrays(Array(line[index..<end]))
      removed += letters
      if areDoubled, let reading = Self.reading(word),
        Self.isMoreUsual(reading, than: word, lexicon)
      {
        text += reading
        removed += Self.places(word).map { word[$0] }
      } else {
        text += word
      }
      index = end
    }
    return (text, removed)
  }

  /// The places of letters that a ligature can have doubled: the first lam of `للك`, and a letter
  /// before the same with a shadda.
  private static func places(_ word: [Unicode.Scalar]) -> [Int] {
    word.indices.dropLast(2).filter { index in
      guard word[index] == word[index + 1], Script(word[index]) == .arabic else { return false }
      return word[index + 2] == shadda || word[index] == "ل" && word[index + 2] == "ك"
    }
  }

  private static func reading(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let places = Set(places(word))
    guard !places.isEmpty else { return nil }
    return word.indices.filter { !places.contains($0) }.map { word[$0] }
  }

  private static func isMoreUsual(
    _ reading: [Unicode.Scalar], than word: [Unicode.Scalar], _ lexicon: any Lexicon
  ) -> Bool {
    let letters = (SplitWords.letters(reading).text, SplitWords.letters(word).text)
    guard let frequency = lexicon.frequency(of: letters.0),
      let doubled = lexicon.frequency(of: letters.1)
    else { return lexicon.knows(letters.0) == true && lexicon.knows(letters.1) == false }
    return frequency > 10 * doubled
  }
}
