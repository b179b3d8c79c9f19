import Orthography

/// The families of a publication's words: the forms of one word, each with the clitics that it
/// bears.
///
/// A family is what one word of a query finds. Its members are words of the publication, nothing
/// else: of a dictionary's words there are only keys by which a reader who types one finds the
/// forms that stand here (`lemmaKey`).
struct WordFamilies {
  /// A word that stands in the publication.
  struct Member {
    /// Its number in `names`.
    var word: Int
    /// The places of its bases among the family's, and whether the word is rather a form of another
    /// family.
    var bases: [(place: Int, isSecond: Bool)]
  }

  /// Forms of one word; all of them by their numbers in `names`.
  struct Family {
    /// The forms without clitics, in the order of their bytes.
    var bases: [Int] = []
    /// The words that stand in the publication, in that order too.
    var members: [Member] = []
  }

  /// What a key leads to.
  struct Lead {
    var family: Int
    /// Whether the key is no form of the family's own, only near to one.
    var isKin: Bool
    /// Whether the family is of a name that may stand in other scripts too; of the key of a sound,
    /// whether it certainly is.
    var isName: Bool

    /// The lead as the index has it.
    var code: Int { family << 2 | (isName ? 2 : 0) | (isKin ? 1 : 0) }

    init(family: Int, isKin: Bool, isName: Bool) {
      self.family = family
      self.isKin = isKin
      self.isName = isName
    }

    /// The lead that a number of the index stands for.
    init(code: Int) { self.init(family: code >> 2, isKin: code & 1 == 1, isName: code & 2 == 2) }
  }

  /// The publication's words by their numbers; after them bases and keys.
  let names: WordTable

  /// The families, in an order that depends on the words alone.
  let families: [Family]

  /// The names that lead to families, in the order of their bytes: words and bases as they are,
  /// stems, keys of dictionary words and of names.
  let keys: [(name: Int, leads: [Lead])]

  /// Stands after a stem among the keys, for a stem is no word; there it is beside the words that
  /// have it.
  static let stemMark = "~"
  /// Stands before what tells how a name sounds (`NameSound`).
  static let nameMark = "&"
  /// Stands before a name of a book by which references to it are found that use another.
  static let bookMark = "@"
  /// Stands in the key of a dictionary word.
  static let lemmaMark = "="

  /// The key of a dictionary's word: its first two letters, so that it stands beside them, and a hash
  /// of 24 bits. The word itself is the dictionary's and does not enter the index.
  static func lemmaKey(_ lemma: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in lemma.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    hash ^= hash >> 24
    let letters = String(String.UnicodeScalarView(lemma.unicodeScalars.prefix(2)))
    let digits = String(hash & 0xFF_FFFF, radix: 36)
    return letters + lemmaMark + digits
  }

  /// The key of how a name sounds, by the number of its script (`NameSound.script`): those of one sound
  /// stand together.
  static func nameKey(_ sound: String, script: Int) -> String {
    nameMark + sound + String(script)
  }

  /// Whether a key is a word and no stem, sound or hash.
  static func isWord(_ key: String) -> Bool {
    !key.utf8.contains { $0 == 0x7E || $0 == 0x3D || $0 == 0x26 || $0 == 0x40 }
  }

  /// - Parameter order: the numbers of the words in the order of their bytes.
  init(_ vocabulary: Vocabulary, order: [Int], readings: [String: [WordReading]]) {
    let (words, kinds) = (vocabulary.words, vocabulary.kinds)
    let chooser = BaseChooser(words: words, kinds: kinds, readings: readings)
    var drafts = FamilyDrafts(names: chooser.names)
    for number in order {
      let isAcronym = vocabulary.isAcronym(number)
      let word = FamilyDrafts.Word(
        number: number, kind: kinds[number],
        readings: kinds[number] == .hebrew ? readings[words[number]] ?? [] : [],
        isName: vocabulary.isName(number),
        isAcronym: isAcronym,
        mayBeName: kinds[number] == .arabic
          || (kinds[number] == .hebrew && !readings.isEmpty && !isAcronym))
      for candidate in chooser.bases(of: number, kind: kinds[number]) {
        drafts.add(word, candidate)
      }
    }
    // What is certain first: a family takes in only so many.
    drafts.joinStemsToLemmas()
    drafts.joinIrregularForms()
    drafts.joinHamzas { vocabulary.spellings[$0] }
    drafts.joinSpellings()
    drafts.joinBrokenPlurals()
    drafts.nearVerbs()
    (families, keys) = drafts.finished()
    names = drafts.names
  }
}
