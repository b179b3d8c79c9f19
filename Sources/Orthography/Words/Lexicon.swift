/// What knows the words of one or more languages.
///
/// A lexicon is evidence, never a judge: the words of a paper are more than any dictionary has. All
/// of Daf works without one (`EmptyLexicon`).
public protocol Lexicon: Sendable {
  /// Whether a word is known: `nil` where the lexicon does not cover the word's script.
  ///
  /// The word may carry vowel signs and either kind of quotation mark; a word with a maqaf is two
  /// words and must be taken apart before.
  func knows(_ word: String) -> Bool?

  /// How often a word stands in running text: its share of all words, 0 for one that is hardly ever
  /// used; `nil` where the lexicon does not say it of the word's script.
  func frequency(of word: String) -> Double?
}

extension Lexicon {
  public func frequency(of word: String) -> Double? { nil }
}

/// A lexicon that covers nothing: for machines without dictionaries and for tests.
public struct EmptyLexicon: Lexicon {
  public init() {}

  public func knows(_ word: String) -> Bool? { nil }
}

/// A lexicon of given words, as they stand in the list; it covers the scripts that the list has.
public struct WordList: Lexicon {
  private let words: Set<String>
  private let scripts: Set<Script>

  public init(_ words: some Sequence<String>) {
    self.words = Set(words.map(spelling))
    scripts = Set(self.words.compactMap(script))
  }

  public func knows(_ word: String) -> Bool? {
    let spelled = spelling(word)
    guard let script = script(of: spelled), scripts.contains(script) else { return nil }
    return words.contains(spelled)
  }
}

/// Several lexicons as one: a word is known if any that covers its script knows it, and as frequent as
/// the first says that says it.
public struct Lexicons: Lexicon {
  private let members: [any Lexicon]

  public init(_ members: [any Lexicon]) { self.members = members }

  public func knows(_ word: String) -> Bool? {
    var known: Bool?
    for member in members {
      guard let answer = member.knows(word) else { continue }
      if answer { return true }
      known = false
    }
    return known
  }

  public func frequency(of word: String) -> Double? {
    members.lazy.compactMap { $0.frequency(of: word) }.first
  }
}

/// The script of a word: that of its first letter.
func script(of word: String) -> Script? {
  for scalar in word.unicodeScalars {
    if let script = Script(scalar) { return script }
  }
  return nil
}

/// A word as dictionaries spell it: geresh and gershayim as ASCII quotation marks, no vowel signs
/// or cantillation, no tatweel, no invisible marks.
func spelling(_ word: String) -> String {
  var spelled = String.UnicodeScalarView()
  for scalar in word.unicodeScalars {
    switch scalar.value {
    case 0x05F3, 0x2019, 0x2018: spelled.append("'")
    case 0x05F4, 0x201C, 0x201D, 0x201E: spelled.append("\"")
    case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7: continue
    case 0x064B...0x065F, 0x0670, 0x0640: continue
    case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: continue
    default: spelled.append(scalar)
    }
  }
  return String(spelled)
}
