import Orthography

/// Words whose letters were turned singly, while others on the same line were not: what PDFium makes
/// of a font that has its letters as Arabic presentation forms.
///
/// A word is turned back where the dictionary knows it only so, or where it begins with a letter that
/// only ends words. A vowel sign parts a word: what stands before it and behind it were turned each by
/// itself.
struct HalfTurnedWords {
  var lexicon: any Lexicon

  /// The line with its words turned back, and how many were.
  func restored(_ line: [Unicode.Scalar]) -> (line: [Unicode.Scalar], count: Int) {
    var restored: [Unicode.Scalar] = []
    restored.reserveCapacity(line.count)
    var count = 0
    var index = 0
    while index < line.count {
      guard Kind(line[index]) == .right else {
        restored.append(line[index])
        index += 1
        continue
      }
      var end = index
      while end < line.count, Kind(line[end]) == .right { end += 1 }
      let word = Array(line[index..<end])
      if isTurned(word) {
        restored += word.reversed()
        count += 1
      } else {
        restored += word
      }
      index = end
    }
    return (restored, count)
  }

  private func isTurned(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count > 1, let first = word.first, let last = word.last else { return false }
    let back = Array(word.reversed())
    if let known = lexicon.knows(word.text), let knownBack = lexicon.knows(back.text),
      known != knownBack
    {
      return knownBack
    }
    // Letters that only end words, and the article.
    if Self.endsWords(first) { return !Self.endsWords(last) }
    return word.count > 4 && last == "ا" && word[word.count - 2] == "ل"
      && !word.starts(with: ["ا", "ل"])
  }

  private static func endsWords(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "ة" || scalar == "ى"
  }
}
