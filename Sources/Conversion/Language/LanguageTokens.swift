/// The tokens that counts of a language are made of: `Tools/language_tokens.py` cuts text in the same
/// way when the counts are made.
///
/// A word is a token; so are a number (`#`), a Latin word (`@`), and each sign with the spaces beside
/// it (`", "`, `" ("`), so that signs in the wrong place are rare tokens. Where words, numbers or Latin
/// touch, `~` stands between.
enum LanguageTokens {
  /// What stands before the first word of a passage.
  static let start = "<s>"

  /// The tokens of a text.
  static func tokens(of text: some Sequence<Unicode.Scalar>) -> [String] {
    normal(text).split { isSpace($0) }.flatMap { tokens(ofWord: Array($0)) }
  }

  /// A text without vowel signs and invisible marks, its quotation marks, dashes and brackets of one
  /// kind each.
  static func normal(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    text.compactMap { scalar in
      if let same = same[scalar] { return same }
      switch scalar.value {
      case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7: return nil
      case 0x0640, 0x064B...0x065F, 0x0670: return nil
      case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: return nil
      default: return scalar
      }
    }
  }

  /// The tokens of what stands between two spaces, in normal form.
  static func tokens(ofWord word: [Unicode.Scalar]) -> [String] {
    var tokens: [String] = []
    var place = 0
    var isSolid = false
    func add(_ token: String) {
      if isSolid { tokens.append("~") }
      tokens.append(token)
      isSolid = true
    }
    while place < word.count {
      if isLetter(word[place]) {
        let end = endOfWord(word, from: place)
        add(string(word[place..<end]))
        place = end
      } else if isDigit(word[place]) {
        place = endOfNumber(word, from: place)
        add("#")
      } else if word[place].properties.isAlphabetic {
        place = endOfLatin(word, from: place)
        add("@")
      } else {
        let (before, after) = (place == 0 ? " " : "", place + 1 == word.count ? " " : "")
        tokens.append(before + String(Character(word[place])) + after)
        isSolid = false
        place += 1
      }
    }
    return tokens
  }

  /// Whether a scalar is a letter of Hebrew or Arabic.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x05D0...0x05EA, 0x05F0...0x05F2, 0x0621...0x063A, 0x0641...0x064A, 0x0671...0x06D3: true
    default: false
    }
  }

  /// Letters, with a geresh between them, and with gershayim before the last.
  private static func endOfWord(_ word: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    func letters() { while end < word.count, isLetter(word[end]) { end += 1 } }
    letters()
    while end + 1 < word.count, word[end] == "'", isLetter(word[end + 1]) {
      end += 1
      letters()
    }
    if end + 1 < word.count, word[end] == "\"", isLetter(word[end + 1]),
      end + 2 == word.count || !isLetter(word[end + 2])
    {
      end += 2
    }
    return end
  }

  /// Digits, with separators between them, and a percent sign.
  private static func endOfNumber(_ word: [Unicode.Scalar], from start: Int) -> Int {
    var (end, place) = (start + 1, start + 1)
    while place < word.count, isDigit(word[place]) || ".,/:".unicodeScalars.contains(word[place]) {
      if isDigit(word[place]) { end = place + 1 }
      place += 1
    }
    if end < word.count, word[end] == "%" { end += 1 }
    return end
  }

  /// Letters of other scripts, with digits and joining signs between them.
  private static func endOfLatin(_ word: [Unicode.Scalar], from start: Int) -> Int {
    var (end, place) = (start + 1, start + 1)
    while place < word.count, !isLetter(word[place]) {
      let isPart = word[place].properties.isAlphabetic || isDigit(word[place])
      guard isPart || ".&'-_".unicodeScalars.contains(word[place]) else { break }
      if isPart { end = place + 1 }
      place += 1
    }
    return end
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x660...0x669).contains(scalar.value)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let same: [Unicode.Scalar: Unicode.Scalar] = [
    "״": "\"", "“": "\"", "”": "\"", "„": "\"", "׳": "'", "‘": "'", "’": "'",
    "—": "–", "־": "-", "‐": "-", "‑": "-",
    ")": "(", "[": "(", "]": "(", "{": "(", "}": "(", "«": "(", "»": "(",
    "،": ",", "؛": ";", "؟": "?",
  ]
}
