/// Spellings that are near one another: what a reader may have meant by a word that is nowhere.
public enum Spelling {
  /// The fewest letters of a word that is corrected: of shorter ones too many are a letter apart.
  public static let minimumLength = 5

  /// The most: longer ones are no words that somebody misspelt.
  public static let maximumLength = 24

  /// Letters that sound alike in today's Hebrew, so that loan words and names are spelled with
  /// either: תורכיה, טורקיה.
  public static let homophones: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("ט", "ת"), ("כ", "ק"), ("ס", "ש"), ("א", "ע"), ("כ", "ח"), ("ב", "ו"),
  ]

  /// Whether two folded words are a typing error apart.
  ///
  /// One letter too many, too few, wrong, or exchanged with its neighbour is near (Damerau 1964). A word
  /// is not near itself.
  public static func isNear(_ word: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    guard word != other, abs(word.count - other.count) <= 1 else { return false }
    let shorter = word.count <= other.count ? word : other
    let longer = word.count <= other.count ? other : word
    var start = 0
    while start < shorter.count, shorter[start] == longer[start] { start += 1 }
    if shorter.count < longer.count {
      return shorter[start...].elementsEqual(longer[(start + 1)...])
    }
    if shorter[(start + 1)...].elementsEqual(longer[(start + 1)...]) { return true }
    if start + 1 < shorter.count, shorter[start] == longer[start + 1],
      shorter[start + 1] == longer[start],
      shorter[(start + 2)...].elementsEqual(longer[(start + 2)...])
    {
      return true
    }
    return false
  }

  /// The folded words that sound as a word does today: one or two of its letters written by a
  /// homophone.
  public static func homophones(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= maximumLength else { return [] }
    var once: [(place: Int, letters: [Unicode.Scalar])] = []
    func exchange(_ letters: [Unicode.Scalar], from start: Int) -> [(Int, [Unicode.Scalar])] {
      letters.indices[start...].flatMap { place in
        homophones.compactMap { one, other -> (Int, [Unicode.Scalar])? in
          guard letters[place] == one || letters[place] == other else { return nil }
          var exchanged = letters
          exchanged[place] = letters[place] == one ? other : one
          return (place, exchanged)
        }
      }
    }
    once = exchange(letters, from: 0)
    let twice = once.flatMap { exchange($0.letters, from: $0.place + 1) }
    return (once.map(\.letters) + twice.map(\.1)).map {
      String(letters: $0)
    }
  }
}

extension Spelling {
  /// The shorter spellings of a folded Hebrew word: doubled matres written once, and no mater after
  /// the first letter (תוכנית, תכנית).
  public static func defective(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    var spellings: [String] = []
    for place in letters.indices.dropFirst() where letters[place] == "ו" || letters[place] == "י" {
      guard place == 1 || letters[place - 1] == letters[place] else { continue }
      var shorter = letters
      shorter.remove(at: place)
      spellings.append(String(letters: shorter))
    }
    return spellings
  }

  /// The spellings of a folded Hebrew word with one mater less anywhere within it (אלוהים, אלהים;
  /// סאדאת, סאדת): five letters must be left, or four where an alef goes, which few words have within.
  public static func withOneMaterLess(_ word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 5 else { return [] }
    return letters.indices.dropFirst().dropLast().compactMap { place in
      switch letters[place] {
      case "א": break
      case "ו", "י": guard letters.count >= 6 else { return nil }
      default: return nil
      }
      var shorter = letters
      shorter.remove(at: place)
      return String(letters: shorter)
    }
  }

  /// The spellings of a folded Hebrew word with a bet for a doubled vav within it, as loan words and
  /// names are written with either (רלוונטי, רלבנטי): of five letters at least.
  public static func withBet(_ word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 6 else { return [] }
    return (1..<letters.count - 2).compactMap { place in
      guard letters[place] == "ו", letters[place + 1] == "ו" else { return nil }
      return String(letters: letters[..<place] + ["ב"] + letters[(place + 2)...])
    }
  }

  /// The spellings of a folded Hebrew word with a doubled vav for a bet within it.
  private static func withVavs(_ word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 5 else { return [] }
    return (1..<letters.count - 1).compactMap { place in
      guard letters[place] == "ב" else { return nil }
      return String(letters: letters[..<place] + ["ו", "ו"] + letters[(place + 1)...])
    }
  }

  /// The spellings of a folded Hebrew word with a mater more after its first letter, or one less
  /// (`defective`), where four letters remain; and with a doubled vav for a bet, or the reverse.
  public static func variants(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    var variants = (letters.count >= 5 ? defective(of: word) : []) + withBet(word) + withVavs(word)
    if letters.count >= 4 {
      for mater: Unicode.Scalar in ["ו", "י"] where letters[1] != mater {
        var longer = letters
        longer.insert(mater, at: 1)
        variants.append(String(letters: longer))
      }
    }
    return variants
  }
}
