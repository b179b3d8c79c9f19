import Orthography

/// Arabic letters that a font's ligature put out twice: `للكن` for `لكن`, `تحووّل` for `تحوّل`.
///
/// The glyph of lam and kaf, or of a letter and its shadda, is mapped to one letter too many. A doubled
/// letter may also be right, as in `للكتاب`: a word is changed where it is far more usual without it,
/// and only in a text whose words show the fault.
struct DoubledLetters {
  private let lexicon: any Lexicon
  /// Whether the paper's ligatures came out with letters doubled.
  let areDoubled: Bool

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
  }

  /// A line with each such letter once, and the letters that were taken out.
  func restored(_ line: [Unicode.Scalar]) -> (text: [Unicode.Scalar], removed: [Unicode.Scalar]) {
    guard areDoubled else { return (line, []) }
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
      let word = Array(line[index..<end])
      if let reading = Self.reading(word), Self.isMoreUsual(reading, than: word, lexicon) {
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
