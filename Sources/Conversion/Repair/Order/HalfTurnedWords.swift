import Orthography

/// Words whose letters were turned singly, while others on the same line were not: what PDFium makes
/// of a page on which most Arabic glyphs carry the letter that they stand for (`ActualText`), as
/// Chromium's do.
///
/// PDFium goes through a line from left to right and turns each stretch of right-to-left letters,
/// unless the glyph on its left, the last one that is read, carries its letter (`CloseTempLine` in
/// cpdf_textpage.cpp). An isolated letter's glyph needs to carry none: it is that letter. So a word is
/// left turned if its last letter is joined to the one before it, and is sound if that letter stands
/// isolated. The other reading of a word mostly contradicts this; where it does not, a dictionary,
/// the places that letters take in words, and the words that are decided tell.
struct HalfTurnedWords {
  private let lexicon: any Lexicon
  private let letters: LetterSequences

  /// - Parameter lines: the lines of the paper, from which the letters of sound words are learned.
  init(lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    self.lexicon = lexicon
    var decided: [[Unicode.Scalar]] = []
    for line in lines.prefix(4000) {
      for stretch in Self.stretches(line.prefix(600).map { $0 }) where stretch.word.count > 1 {
        guard let isTurned = Self.joiningDecides(stretch) else { continue }
        decided.append(isTurned ? stretch.word.reversed() : stretch.word)
      }
    }
    letters = LetterSequences(words: decided)
  }

  /// The line with its words turned back.
  func restored(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var restored = line
    for stretch in Self.stretches(line) where isTurned(stretch) {
      restored.replaceSubrange(stretch.range, with: stretch.word.reversed())
    }
    return restored
  }

  // MARK: - Stretches

  /// A stretch of letters that was turned or not as one.
  private struct Stretch {
    var range: Range<Int>
    var word: [Unicode.Scalar]
    /// Whether a vowel sign follows, or a sign that belongs to the stretch.
    var mark = false
    var sign = false
  }

  private static func stretches(_ line: [Unicode.Scalar]) -> [Stretch] {
    var stretches: [Stretch] = []
    var index = 0
    while index < line.count {
      guard Kind(line[index]) == .right else {
        index += 1
        continue
      }
      var end = index
      while end < line.count, Kind(line[end]) == .right { end += 1 }
      var stretch = Stretch(range: index..<end, word: Array(line[index..<end]))
      if end < line.count {
        stretch.mark = Kind(line[end]) == .mark
        stretch.sign = line[end] == "؟" || line[end] == "؛"
      }
      stretches.append(stretch)
      index = end
    }
    return stretches
  }

  // MARK: - Decision

  private func isTurned(_ stretch: Stretch) -> Bool {
    let word = stretch.word
    guard word.count > 1 else { return false }
    if let isTurned = Self.joiningDecides(stretch) { return isTurned }
    let back = Array(word.reversed())
    let (known, knownBack) = (lexicon.knows(word.text), lexicon.knows(back.text))
    if let known, let knownBack, known != knownBack { return knownBack }
    // Letters that only end words, and the article.
    if Self.endsWords(word[0]) != Self.endsWords(back[0]) { return Self.endsWords(word[0]) }
    let hasArticle = word.count > 3 && word.starts(with: ["ا", "ل"])
    let backHasArticle = word.count > 3 && back.starts(with: ["ا", "ل"])
    if hasArticle != backHasArticle { return backHasArticle }
    return letters.likelihood(back) > letters.likelihood(word)
  }

  /// Whether a stretch must have been turned, by how its letters join; `nil` where both readings
  /// agree with it.
  private static func joiningDecides(_ stretch: Stretch) -> Bool? {
    // Signs of Arabic punctuation have the direction of letters: the stretch began with one.
    if stretch.sign { return false }
    // A letter and its vowel sign are set as one, and carry what they stand for.
    if stretch.mark { return true }
    let canStay = !endsJoined(stretch.word)
    let canTurn = endsJoined(stretch.word.reversed())
    // A ligature of lam and alef may carry its letters or not.
    if !canStay, endsWithLamAlef(stretch.word) { return canTurn ? nil : false }
    return canStay == canTurn ? nil : canTurn
  }

  /// Whether the last letter of a word joins the one before it.
  private static func endsJoined(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count > 1, let last = word.last, last != "ء" else { return false }
    return ArabicJoining.joinsOn(word[word.count - 2])
  }

  private static func endsWithLamAlef(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count > 1, word[word.count - 2] == "ل", let last = word.last else { return false }
    return ["ا", "أ", "إ", "آ"].contains(last)
  }

  private static func endsWords(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "ة" || scalar == "ى"
  }

  // MARK: - Detection

  /// How many words of a line can only have been turned: such as begin with a letter that only ends
  /// words, end as only the article begins, or that the dictionary knows only so.
  static func turnedWords(in line: [Unicode.Scalar], lexicon: any Lexicon) -> Int {
    stretches(line).count { stretch in
      let word = stretch.word
      guard word.count > 1, let last = word.last else { return false }
      let back = Array(word.reversed())
      if let known = lexicon.knows(word.text), let knownBack = lexicon.knows(back.text),
        known != knownBack
      {
        return knownBack
      }
      if endsWords(word[0]) { return !endsWords(last) }
      return word.count > 4 && back.starts(with: ["ا", "ل"]) && !word.starts(with: ["ا", "ل"])
    }
  }
}
