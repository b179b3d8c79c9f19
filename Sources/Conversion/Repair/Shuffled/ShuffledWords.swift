import Orthography

/// The words of a shuffled line's stretches, as tokens of the language, each stretch cut once.
final class ShuffledWords {
  /// A stretch of the line's signs.
  typealias Stretch = UInt32
  /// What stands between two spaces, made of one stretch, or of several where runs meet in a word.
  typealias Word = [Stretch]

  let signs: Scalars
  let language: LanguageScore
  private let normal: [Scalars]
  private var ofAtoms: [Stretch: [Word]] = [:]
  private var single: [Stretch: [LanguageScore.Token]] = [:]
  private var tokens: [Word: [LanguageScore.Token]] = [:]
  private var atoms: [Stretch: Double] = [:]
  private var joints: [UInt64: Double] = [:]

  init(_ line: ShuffledLine, language: LanguageScore) {
    signs = line.signs
    self.language = language
    normal = signs.map { LanguageTokens.normal([$0]) }
  }

  static func stretch(_ range: Range<Int>) -> Stretch {
    Stretch(range.lowerBound) << 16 | Stretch(range.upperBound)
  }

  static func range(_ stretch: Stretch) -> Range<Int> { Int(stretch >> 16)..<Int(stretch & 0xFFFF) }

  /// The words of a run, whose stretches have spaces between them.
  func words(of run: [Stretch]) -> [Word] {
    if run.count == 1, let found = ofAtoms[run[0]] { return found }
    var found: [Word] = []
    for stretch in run {
      let range = Self.range(stretch)
      for part in signs[range].split(separator: " ") {
        found.append([Self.stretch(part.startIndex..<part.endIndex)])
      }
    }
    if run.count == 1 { ofAtoms[run[0]] = found }
    return found
  }

  /// The tokens of a word.
  func tokens(of word: Word) -> [LanguageScore.Token] {
    if word.count == 1, let found = single[word[0]] { return found }
    if word.count > 1, let found = tokens[word] { return found }
    let text = word.flatMap { Self.range($0).flatMap { normal[$0] } }
    let found = LanguageTokens.tokens(ofWord: text).map { language.token($0) }
    if word.count == 1 { single[word[0]] = found } else { tokens[word] = found }
    return found
  }

  func letters(in word: Word) -> Int { word.reduce(0) { $0 + Self.range($1).count } }

  /// Adds a word's log-probability to a sum and goes on behind it.
  func add(_ word: Word, to sum: inout Double, _ context: inout LanguageScore.Token) {
    for token in tokens(of: word) {
      sum += language.score(token, after: context)
      context = token
    }
  }

  /// How much a log-probability of the language counts beside one of the line's form.
  static let weight = 0.4

  /// How likely a run is by itself. Its first and last word may be parts of words: they cost no more
  /// than so many letters.
  func estimate(_ run: [Stretch]) -> Double {
    if run.count == 1, let found = atoms[run[0]] { return found }
    let words = words(of: run)
    var sum = 0.0
    var context = LanguageScore.unknown
    for (index, word) in words.enumerated() {
      var score = 0.0
      add(word, to: &score, &context)
      sum +=
        index == 0 || index == words.count - 1 ? max(score, Self.part(letters(in: word))) : score
    }
    if run.count == 1 { atoms[run[0]] = sum }
    return sum
  }

  /// What the part of a word costs at most.
  private static func part(_ letters: Int) -> Double { -7 - 1.3 * Double(letters) }

  /// How likely the last word is, to which more may come.
  func estimate(open word: Word, after context: LanguageScore.Token) -> Double {
    var (sum, context) = (0.0, context)
    add(word, to: &sum, &context)
    return max(sum, -7 - 1.5 * Double(letters(in: word)))
  }

  /// How much more likely two atoms are one behind the other than each by itself, as a part of a
  /// reading's score.
  ///
  /// - Parameter spaces: the log-probabilities of a space between them and of none.
  func joint(
    _ first: Stretch, _ second: Stretch, _ spaces: (Int, Stretch) -> (Double, Double)
  ) -> Double {
    let key = UInt64(first) << 32 | UInt64(second)
    if let found = joints[key] { return found }
    var found = 0.0
    if let last = words(of: [first]).last, let next = words(of: [second]).first {
      let (spaced, glued) = spaces(Self.range(first).upperBound, second)
      func alone(_ word: Word) -> Double {
        var (sum, context) = (0.0, LanguageScore.unknown)
        add(word, to: &sum, &context)
        return max(sum, Self.part(letters(in: word)))
      }
      var (apart, context) = (0.0, tokens(of: last).last ?? LanguageScore.unknown)
      add(next, to: &apart, &context)
      let (left, right) = (alone(last), alone(next))
      found = spaced + Self.weight * (max(apart, Self.part(letters(in: next))) - right)
      if glued > -6 {
        found = max(found, glued + Self.weight * (alone(last + next) - left - right))
      }
    }
    joints[key] = found
    return found
  }
}
