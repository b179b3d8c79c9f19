import Orthography

/// A paper whose lines were edited after they were set and came out of the extractor in pieces.
///
/// The paper is gated before its lines, so that sound papers never pass through. Then each line that shows wide gaps or broken words is read twice, the second time with
/// the words that the first reading of the other lines gave.
struct ShuffledPaper {
  private let lines: [ShuffledLine?]
  private let texts: [Scalars]
  private let language: LanguageScore

  /// How many readings are kept.
  private static let mostReadings = 20
  private static let firstWidth = 40
  private static let width = 120

  /// Whether a paper's lines are of this kind: a third of them have a gap of three spaces or more, or
  /// a wide gap and a broken word. Of 588 texts of other kinds none has so many as a quarter.
  static func isShuffled(_ lines: [Scalars]) -> Bool {
    let lines = lines.filter { $0.hasRightToLeftLetter && !$0.contains("\t") }
    let shuffled = lines.count { line in
      let widest = gaps(of: line.trimmed).max() ?? 0
      return widest > 2 || widest > 1 && hasBrokenWord(line)
    }
    return lines.count >= 12 && shuffled * 3 > lines.count
  }

  init(_ lines: [Scalars], _ knowledge: Knowledge) {
    let letters = lines.lazy.flatMap { $0 }.compactMap { Script($0) }
    let isArabic = letters.count { $0 == .arabic } > letters.count { $0 == .hebrew }
    language = LanguageScore(
      script: isArabic ? .arabic : .hebrew, lexicon: knowledge.lexicon, data: knowledge.language)
    let features = ShuffledFeatures(lexicon: knowledge.lexicon)
    texts = lines.map { Array($0.words.joined(separator: [" "])) }
    self.lines = lines.map { line in
      guard Self.isDamaged(line.trimmed), line.count < 600 else { return nil }
      let parsed = ShuffledLine(line, features: features)
      return parsed.tokens.count > 1 ? parsed : nil
    }
  }

  /// The readings of each line, the likelier first; none for a line that is as it was printed.
  func readings() -> [[ShuffledSearch.Found]] {
    let first = lines.indices.map { index in
      lines[index].flatMap {
        ShuffledSearch($0, language: language, width: Self.firstWidth).best(1).first?.text
      } ?? texts[index]
    }
    let tokens = first.map { LanguageTokens.tokens(of: $0).map(language.token) }
    for line in tokens { language.learn(line, 1) }
    // A book must not take an hour.
    let width = max(Self.firstWidth / 2, min(Self.width, 30_000 / max(1, lines.count)))
    return lines.indices.map { index in
      guard let line = lines[index] else { return [] }
      // A line says nothing for itself.
      language.learn(tokens[index], -1)
      defer { language.learn(tokens[index], 1) }
      let before = index > 0 ? tokens[index - 1].last : nil
      let after = index + 1 < lines.count ? tokens[index + 1].first : nil
      let search = ShuffledSearch(
        line, language: language, width: width, before: before ?? LanguageScore.unknown,
        after: after ?? LanguageScore.unknown)
      return search.best(Self.mostReadings)
    }
  }

  // MARK: - Gates

  private static func gaps(of line: Scalars) -> [Int] {
    var gaps: [Int] = []
    var count = 0
    for scalar in line {
      if scalar.isSpacing {
        count += 1
      } else {
        if count > 0 { gaps.append(count) }
        count = 0
      }
    }
    return gaps
  }

  /// Whether a letter that only ends words stands inside one, or a sign of a clause's end.
  private static func hasBrokenWord(_ line: Scalars) -> Bool {
    zip(line, line.dropFirst()).contains { sign, next in
      LanguageTokens.isLetter(next)
        && (ShuffledFeatures.finals.contains(sign) || sign.isClausePunctuation && sign != ".")
    }
  }

  /// Whether a line shows a wide gap, a sign before what it must follow, a letter that only ends words
  /// inside one, or a letter by itself.
  private static func isDamaged(_ line: Scalars) -> Bool {
    guard line.hasRightToLeftLetter, !line.contains("\t") else { return false }
    if gaps(of: line).contains(where: { $0 > 1 }) { return true }
    return line.words.contains { word in
      if let first = word.first, first.isClausePunctuation { return true }
      let letters = word.filter { LanguageTokens.isLetter($0) }
      if letters.count == 1, word.count == 1 { return true }
      return hasBrokenWord(word)
        || zip(word, word.dropFirst()).contains {
          LanguageTokens.isLetter($0) && ($1.isLeftToRightLetter || $1.isDigit)
        }
    }
  }
}
