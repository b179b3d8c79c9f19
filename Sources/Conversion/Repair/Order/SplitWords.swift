import Orthography

/// Arabic words that a program split where the typesetter stretched them or where a glyph of several
/// letters ends, and vowel signs put out before the letter that carries them.
struct SplitWords {
  var lexicon: any Lexicon
  /// Whether vowel signs stand before their letters.
  var marksLead: Bool

  /// Whether the signs of a text stand before their letters: at the beginning of words, where no
  /// sign can stand, and a tanwin before another letter than the alef that it goes with.
  static func marksLead(_ lines: [[Unicode.Scalar]]) -> Bool {
    var (leading, following) = (0, 0)
    for line in lines {
      for index in line.indices where Kind(line[index]) == .mark {
        let next = index + 1 < line.count ? line[index + 1] : " "
        if index == 0 || Kind(line[index - 1]) == .space {
          if next != "ا" { leading += 1 }
        } else if line[index].value == 0x64B {
          if next == "ا" { following += 1 } else if Kind(next) == .right { leading += 1 }
        }
      }
    }
    return leading > 3 && leading > following
  }

  /// The line with words whole and signs behind their letters.
  func joined(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let line = marksLead ? swapped(line) : line
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
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
      guard let last = pieces.last, letters(last).count > 1 || !endsInShortVowel(last) else {
        continue
      }
      guard pieces.allSatisfy(isArabic), pieces.dropLast().allSatisfy({ !endsWord($0) }) else {
        continue
      }
      let isWhole = pieces.allSatisfy {
        letters($0).count > 1 && lexicon.knows(letters($0).text) != false
      }
      guard !isWhole || pieces.dropLast().allSatisfy(endsInShortVowel) else { continue }
      if lexicon.knows(letters(Array(pieces.joined())).text) == true { return length }
    }
    // No word is one letter with a short vowel, which begins the next: `تُ حفر`.
    if start + 1 < words.count, isArabic(words[start + 1]), endsInShortVowel(words[start]),
      letters(words[start]).count == 1
    {
      return 2
    }
    // A letter alone that is no word, behind a sign: `مشروعً ا`.
    if start + 1 < words.count, words[start + 1] == ["ا"], words[start].last?.value == 0x64B {
      return 2
    }
    return 1
  }

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

  private func letters(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    word.filter { Kind($0) == .right }
  }

  /// Signs put behind the letter that follows them; a sign before a space or alone goes to the
  /// letter before.
  private func swapped(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < line.count {
      guard Kind(line[index]) == .mark else {
        result.append(line[index])
        index += 1
        continue
      }
      var end = index
      while end < line.count, Kind(line[end]) == .mark { end += 1 }
      let isAfterSpace = result.last.map { Kind($0) == .space } ?? true
      if end < line.count, Kind(line[end]) == .right, !(isAfterSpace && line[end] == "ا") {
        result.append(line[end])
        result += line[index..<end]
        index = end + 1
      } else {
        if isAfterSpace, !result.isEmpty { result.removeLast() }
        result += line[index..<end]
        index = end
      }
    }
    return result
  }
}
