import Orthography

/// Arabic words that a program split where the typesetter stretched them or where a glyph of several
/// letters ends.
struct SplitWords {
  private let lexicon: any Lexicon
  private let signs: VowelSigns
  /// How often the paper has each word.
  private let counts: [[Unicode.Scalar]: Int]

  /// - Parameter lines: the lines of the paper.
  init(lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    self.lexicon = lexicon
    signs = VowelSigns(lines: lines, lexicon: lexicon)
    var counts: [[Unicode.Scalar]: Int] = [:]
    for line in lines {
      for word in line.split(separator: " ") { counts[Self.letters(word), default: 0] += 1 }
    }
    self.counts = counts
  }

  /// The line with words whole and signs behind their letters.
  func joined(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let words = signs.placed(line).split(separator: " ", omittingEmptySubsequences: false).map(
      Array.init)
    var joined: [[Unicode.Scalar]] = []
    var index = 0
    while index < words.count {
      let length = splitLength(words, index)
      joined.append(Array(words[index..<(index + length)].joined()))
      index += length
    }
    return Array(joined.joined(separator: [" "]))
  }

  /// How many of the words from a place on are pieces of one: those that make a word that is known,
  /// while one of them is none.
  private func splitLength(_ words: [[Unicode.Scalar]], _ start: Int) -> Int {
    guard isArabic(words[start]) else { return 1 }
    for length in stride(from: min(4, words.count - start), to: 1, by: -1) {
      let pieces = words[start..<(start + length)]
      // What begins the word after it does not end one.
      guard let last = pieces.last, Self.letters(last).count > 1 || !endsInShortVowel(last) else {
        continue
      }
      guard pieces.allSatisfy(isArabic), pieces.dropLast().allSatisfy({ !endsWord($0) }) else {
        continue
      }
      let whole = Self.letters(pieces.joined())
      if let isOne = isOneWord(whole, pieces.map(Self.letters)) {
        if isOne { return length }
        continue
      }
      guard
        areFragments(pieces.map(Self.letters), of: whole)
          || pieces.dropLast().allSatisfy(endsInShortVowel)
      else { continue }
      if lexicon.knows(whole.text) == true { return length }
    }
    // No word is one letter with a short vowel, which begins the next: `تُ حفر`.
    if start + 1 < words.count, isArabic(words[start + 1]), endsInShortVowel(words[start]),
      Self.letters(words[start]).count == 1
    {
      return 2
    }
    // A letter alone that is no word, behind a sign: `مشروعً ا`.
    if start + 1 < words.count, words[start + 1] == ["ا"], words[start].last?.value == 0x64B {
      return 2
    }
    return 1
  }

  /// Whether a word is so much more usual than its pieces side by side that they are one; `nil` where
  /// no list tells how usual words are.
  private func isOneWord(_ whole: [Unicode.Scalar], _ pieces: [[Unicode.Scalar]]) -> Bool? {
    guard let frequency = lexicon.frequency(of: whole.text) else { return nil }
    let apart = pieces.reduce(1.0) { product, piece in
      // A list's single letters come from abbreviations and misprints.
      let isLetter = piece.count == 1 && piece != ["و"]
      return product * (isLetter ? 1e-8 : max(1e-8, lexicon.frequency(of: piece.text) ?? 0))
    }
    // Words that belong together stand side by side a hundred times as often as chance would have it.
    return frequency > max(100 * apart, 1e-7)
  }

  /// Whether words that stand side by side are rather pieces of one than words. A dictionary's affixes
  /// make words of many a piece, so where a word is stretched, between joined letters, it is also asked
  /// how long the pieces are and whether the paper has them elsewhere.
  private func areFragments(_ pieces: [[Unicode.Scalar]], of whole: [Unicode.Scalar]) -> Bool {
    if pieces.contains(where: { $0.count < 2 || lexicon.knows($0.text) == false }) { return true }
    guard pieces.dropLast().allSatisfy({ ArabicJoining.joinsOn($0[$0.count - 1]) }) else {
      return false
    }
    if pieces.contains(where: { $0.count == 2 && !Self.shortWords.contains($0.text) }) {
      return true
    }
    guard pieces.allSatisfy({ $0.count > 2 }) else { return false }
    let numbers = pieces.map { counts[$0, default: 0] }
    return counts[whole] != nil ? numbers.contains { $0 < 2 } : numbers.allSatisfy { $0 < 2 }
  }

  /// The words of two letters.
  private static let shortWords: Set<String> = [
    "في", "من", "عن", "لم", "لن", "لا", "ما", "أن", "إن", "ان", "كي", "قد", "هل", "بل", "هو", "هي",
    "أو", "او", "أم", "كم", "إذ", "ثم", "كل", "أي", "اي", "يا", "مع", "لو", "ذو", "ذا", "هم", "هن",
    "أب", "أخ", "يد", "دم", "سن", "فم", "حق", "حد", "حي", "حب", "رب", "رد", "سر", "شر", "ضد", "عم",
    "غد", "فن", "كف", "نص", "بن", "تم", "به", "له", "بي", "لي", "بك", "لك", "شك", "خط", "صف", "ظل",
    "عد", "فك", "مد",
  ]

  private func isArabic(_ word: [Unicode.Scalar]) -> Bool {
    word.contains { Script($0) == .arabic }
  }

  /// Whether a short vowel stands on a word's last letter: texts that write few vowels hardly write
  /// that one, but some programs put a space behind each.
  private func endsInShortVowel(_ word: [Unicode.Scalar]) -> Bool {
    word.last.map { (0x64E...0x650).contains($0.value) } ?? false
  }

  /// Whether punctuation ends a word, so that nothing can go on.
  private func endsWord(_ word: [Unicode.Scalar]) -> Bool {
    word.last.map { Kind($0) != .right && Kind($0) != .mark } ?? true
  }

  static func letters(_ word: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    word.filter { Kind($0) == .right }
  }
}
