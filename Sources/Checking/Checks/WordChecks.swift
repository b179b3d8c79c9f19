import Manuscript
import Orthography

extension CheckedArticle {
  /// Words that no dictionary knows and that stand once, beside a known one that the article has
  /// too: a letter off, glued together, or torn apart.
  ///
  /// Names and terms are unknown to every dictionary; only the article itself can tell what was
  /// likely meant.
  mutating func checkWords() {
    let lexicon = surroundings.lexicon
    if lexicon is EmptyLexicon { return }
    var counts: [String: Int] = [:]
    var places: [(words: [String], text: CheckedText)] = []
    for text in texts where text.role != .reference {
      let words = ArticleWords.words(in: text.text)
      for word in words { counts[word, default: 0] += 1 }
      places.append((words, text))
    }
    var answers: [String: Bool] = [:]
    func isKnown(_ word: String) -> Bool? {
      if let answer = answers[word] { return answer }
      var answer = lexicon.knows(word)
      if answer == false {
        // Many writers leave hamza and the dots of final letters out, and are right by their ways.
        if ArabicSpellings.others(of: word).contains(where: { lexicon.knows($0) == true }) {
          answer = true
        }
      }
      if let answer { answers[word] = answer }
      return answer
    }
    let known = Set(counts.keys.filter { $0.count > 2 && isKnown($0) == true })
    let neighbours = ArticleWords.Neighbours(of: known)
    for (words, text) in places {
      for (index, word) in words.enumerated() where word.count >= 4 {
        guard counts[word] == 1, isKnown(word) == false else { continue }
        if let pair = ArticleWords.parts(of: word, among: known) {
          let meant = "\(pair.0) \(pair.1)"
          report(
            .doubtfulWord, .notice, at: place(of: word, in: text),
            ["text": word, "nearest": meant])
        } else if let near = neighbours.nearest(to: word), counts[near] ?? 0 > 1 {
          report(
            .doubtfulWord, .notice, at: place(of: word, in: text),
            ["text": word, "nearest": near])
        } else if index + 1 < words.count, isKnown(words[index + 1]) == false,
          known.contains(word + words[index + 1])
        {
          report(
            .doubtfulWord, .notice, at: place(of: word, in: text),
            ["text": "\(word) \(words[index + 1])", "nearest": word + words[index + 1]])
        }
      }
    }
  }
}

/// Words of a text as dictionaries know them.
enum ArticleWords {
  /// Runs of Hebrew or Arabic letters with the marks inside them; a maqaf parts words.
  static func words(in text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      while let last = word.last, isQuote(last) { word.removeLast() }
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll()
    }
    for scalar in text.unicodeScalars {
      if let script = Script(scalar), script.direction == .rightToLeft {
        word.append(scalar)
      } else if isQuote(scalar), !word.isEmpty {
        word.append(scalar)
      } else {
        close()
      }
    }
    close()
    return words
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "'", "\u{05F3}", "\u{05F4}"].contains(scalar)
  }

  /// Two known words of the article, of three letters and more, that a word is when glued.
  static func parts(of word: String, among known: Set<String>) -> (String, String)? {
    let letters = Array(word)
    guard letters.count >= 7 else { return nil }
    for cut in 3...(letters.count - 3) {
      let (first, second) = (String(letters[..<cut]), String(letters[cut...]))
      if known.contains(first), known.contains(second) { return (first, second) }
    }
    return nil
  }

  /// Finds words that differ from another in one letter: changed, missing, too many, or two that
  /// changed places. Words of five letters and more, since among short ones all are neighbours.
  struct Neighbours {
    private var byHole: [String: [String]] = [:]

    init(of words: Set<String>) {
      for word in words.sorted() where word.count >= 5 && word.count <= 20 {
        for hole in Self.holes(word) { byHole[hole, default: []].append(word) }
      }
    }

    func nearest(to word: String) -> String? {
      guard word.count >= 5, word.count <= 20 else { return nil }
      for hole in Self.holes(word) {
        for candidate in byHole[hole] ?? [] where Self.areNear(word, candidate) {
          return candidate
        }
      }
      return nil
    }

    /// A word and all that remains of it without one letter (symmetric deletion, Garbe 2012).
    private static func holes(_ word: String) -> [String] {
      let letters = Array(word)
      return [word]
        + letters.indices.map { index in
          String(letters[..<index] + letters[(index + 1)...])
        }
    }

    /// Letters that are written for one another, each to its own way of spelling, made one.
    private static func plain(_ word: [Character]) -> [Character] {
      word.map { letter in
        switch letter {
        case "أ", "إ", "آ", "ٱ": "ا"
        case "ى", "ئ": "ي"
        case "ؤ": "و"
        case "ة": "ه"
        default: letter
        }
      }
    }

    /// Whether the words differ by a letter changed, or by two that changed places: prefixes and
    /// endings make words that differ by a letter more or less, and all are right.
    private static func areNear(_ left: String, _ right: String) -> Bool {
      let (left, right) = (Array(left), Array(right))
      guard left.count == right.count, plain(left) != plain(right) else { return false }
      let differing = left.indices.filter { left[$0] != right[$0] }
      if differing.count == 2, differing[1] == differing[0] + 1 {
        return left[differing[0]] == right[differing[1]]
          && left[differing[1]] == right[differing[0]]
      }
      // A changed first or last letter is a prefix or an ending.
      return differing.count == 1 && differing[0] > 1 && differing[0] < left.count - 2
    }
  }
}
