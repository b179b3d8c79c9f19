/// What search knows of Hebrew, Arabic and English words without a dictionary: the clitics that are
/// written on a word, and the endings of its forms. All of it is on folded words (`LetterTable`):
/// final letters are plain, ta marbuta is ha.
///
/// The lists are data, so that the browser, to which the index carries them, strips by the same.
public struct FormRules: Sendable {
  /// An ending that a form has, and what its stem has in its place.
  public struct Ending: Sendable, Equatable {
    public let suffix: String
    public let replacement: String
    /// The fewest letters that the stem must have.
    public let minimum: Int

    fileprivate let suffixLetters: [Unicode.Scalar]
    fileprivate let replacementLetters: [Unicode.Scalar]

    init(suffix: String, replacement: String, minimum: Int) {
      self.suffix = suffix
      self.replacement = replacement
      self.minimum = minimum
      suffixLetters = Array(suffix.unicodeScalars)
      replacementLetters = Array(replacement.unicodeScalars)
    }
  }

  /// The rules by the script of the word; a script that is not here has none.
  public static func rules(for kind: LetterTable.Kind) -> FormRules? {
    switch kind {
    case .hebrew: hebrew
    case .arabic: arabic
    case .letter: latin
    default: nil
    }
  }

  /// Every script's rules, in the order in which the index carries them.
  public static let all: [(kind: LetterTable.Kind, rules: FormRules)] = [
    (.hebrew, hebrew), (.arabic, arabic), (.letter, latin),
  ]

  /// The clitic sequences, shortest first.
  public let prefixes: [String]
  /// The article, which never stands before a word that bears a clitic: what takes it is a whole
  /// word.
  public var article: String
  /// The endings, in the order in which they are tried; the first that fits is taken.
  public var endings: [Ending]
  /// Letters that may be written or left out (matres lectionis): doubled ones count once in a stem,
  /// and after a word's first letter they do not count at all where four letters are left.
  public let matres: String

  private let clitics: [Clitics]
  private let silent: [Unicode.Scalar]

  /// A clitic sequence as bytes, with the fewest letters that may be left behind it.
  private struct Clitics {
    var text: String
    var bytes: [UInt8]
    var leastRest: Int
  }

  private init(prefixes: [String], article: String, endings: [Ending], matres: String) {
    self.prefixes = prefixes
    self.article = article
    self.endings = endings
    self.matres = matres
    silent = Array(matres.unicodeScalars)
    clitics = prefixes.map {
      Clitics(text: $0, bytes: Array($0.utf8), leastRest: Self.isAramaic($0) ? 4 : 2)
    }
  }

  /// Conjunction, subordination, preposition, article: ו, ש and its compounds, ב כ ל מ, ה, and
  /// Aramaic's ד. After ב, כ and ל the article is not written.
  static let hebrew: FormRules = {
    var prefixes: [String] = []
    for conjunction in ["", "ו"] {
      for subordination in ["", "ש", "כש", "מש", "לכש"] {
        for preposition in ["", "ה", "ב", "כ", "ל", "מ", "מה"] {
          prefixes.append(conjunction + subordination + preposition)
        }
      }
    }
    prefixes += ["ד", "וד", "כד", "אד", "מד"]
    return FormRules(
      prefixes: ordered(prefixes),
      article: "ה",
      endings: [
        Ending(suffix: "ותיהמ", replacement: "", minimum: 3),
        Ending(suffix: "ותיהנ", replacement: "", minimum: 3),
        Ending(suffix: "ותיכמ", replacement: "", minimum: 3),
        Ending(suffix: "ותינו", replacement: "", minimum: 3),
        Ending(suffix: "ותיו", replacement: "", minimum: 3),
        Ending(suffix: "ותיה", replacement: "", minimum: 3),
        Ending(suffix: "ותי", replacement: "", minimum: 3),
        Ending(suffix: "ויות", replacement: "", minimum: 3),
        // Adjectives and nouns in -i keep their yod in the plural: צבאיים, but מקרים.
        Ending(suffix: "יימ", replacement: "י", minimum: 3),
        Ending(suffix: "יהמ", replacement: "", minimum: 3),
        Ending(suffix: "יהנ", replacement: "", minimum: 3),
        Ending(suffix: "יכמ", replacement: "", minimum: 3),
        Ending(suffix: "ינו", replacement: "", minimum: 3),
        Ending(suffix: "תמ", replacement: "", minimum: 4),
        Ending(suffix: "תנ", replacement: "", minimum: 4),
        Ending(suffix: "תו", replacement: "", minimum: 4),
        Ending(suffix: "ות", replacement: "", minimum: 3),
        Ending(suffix: "ימ", replacement: "", minimum: 3),
        Ending(suffix: "יו", replacement: "", minimum: 3),
        Ending(suffix: "נו", replacement: "", minimum: 4),
        Ending(suffix: "ה", replacement: "", minimum: 3),
        Ending(suffix: "ת", replacement: "", minimum: 3),
        Ending(suffix: "ו", replacement: "", minimum: 4),
      ],
      matres: "וי")
  }()

  /// و and ف, then ب ك ل س, then the article ال (لل after ل).
  static let arabic: FormRules = {
    var prefixes: [String] = []
    for conjunction in ["", "و", "ف"] {
      for preposition in ["", "ب", "ك", "ل", "س", "ال", "بال", "كال", "لل"] {
        prefixes.append(conjunction + preposition)
      }
    }
    return FormRules(
      prefixes: ordered(prefixes),
      article: "ال",
      endings: [
        // Persian's plural with what hangs on it.
        Ending(suffix: "ههايشان", replacement: "", minimum: 3),
        Ending(suffix: "هايشان", replacement: "", minimum: 3),
        Ending(suffix: "ههايش", replacement: "", minimum: 3),
        Ending(suffix: "هايش", replacement: "", minimum: 3),
        Ending(suffix: "ههايي", replacement: "", minimum: 3),
        Ending(suffix: "هايي", replacement: "", minimum: 3),
        Ending(suffix: "ههاي", replacement: "", minimum: 3),
        Ending(suffix: "هاي", replacement: "", minimum: 3),
        Ending(suffix: "هها", replacement: "", minimum: 3),
        // A verb's subject and object.
        Ending(suffix: "ونهما", replacement: "", minimum: 3),
        Ending(suffix: "ونها", replacement: "", minimum: 3),
        Ending(suffix: "ونهم", replacement: "", minimum: 3),
        Ending(suffix: "ونه", replacement: "", minimum: 3),
        Ending(suffix: "وها", replacement: "", minimum: 3),
        Ending(suffix: "وهم", replacement: "", minimum: 3),
        Ending(suffix: "تهما", replacement: "", minimum: 3),
        Ending(suffix: "اتها", replacement: "", minimum: 3),
        Ending(suffix: "اتهم", replacement: "", minimum: 3),
        Ending(suffix: "اتنا", replacement: "", minimum: 3),
        Ending(suffix: "اته", replacement: "", minimum: 3),
        Ending(suffix: "تين", replacement: "", minimum: 3),
        Ending(suffix: "تان", replacement: "", minimum: 3),
        Ending(suffix: "تها", replacement: "", minimum: 3),
        Ending(suffix: "تهم", replacement: "", minimum: 3),
        Ending(suffix: "تنا", replacement: "", minimum: 3),
        Ending(suffix: "هما", replacement: "", minimum: 3),
        Ending(suffix: "ات", replacement: "", minimum: 3),
        // Of جهات there remains جهة, for two letters alone are rather a particle's.
        Ending(suffix: "ات", replacement: "ه", minimum: 3),
        Ending(suffix: "ون", replacement: "", minimum: 3),
        Ending(suffix: "ين", replacement: "", minimum: 3),
        Ending(suffix: "يان", replacement: "", minimum: 4),
        Ending(suffix: "ان", replacement: "", minimum: 3),
        Ending(suffix: "وا", replacement: "", minimum: 3),
        Ending(suffix: "ها", replacement: "", minimum: 3),
        Ending(suffix: "هم", replacement: "", minimum: 3),
        Ending(suffix: "هن", replacement: "", minimum: 3),
        Ending(suffix: "كم", replacement: "", minimum: 3),
        Ending(suffix: "نا", replacement: "", minimum: 3),
        Ending(suffix: "ته", replacement: "", minimum: 3),
        Ending(suffix: "ه", replacement: "", minimum: 3),
        // The accusative's alif.
        Ending(suffix: "ا", replacement: "", minimum: 4),
      ],
      matres: "")
  }()

  /// English plurals, the only endings that are the same word in every Latin text's reader's eye.
  static let latin = FormRules(
    prefixes: [], article: "",
    endings: [
      Ending(suffix: "ies", replacement: "y", minimum: 4),
      Ending(suffix: "ss", replacement: "ss", minimum: 3),
      Ending(suffix: "us", replacement: "us", minimum: 3),
      Ending(suffix: "is", replacement: "is", minimum: 3),
      Ending(suffix: "s", replacement: "", minimum: 4),
    ],
    matres: "")

  private static func ordered(_ prefixes: [String]) -> [String] {
    Set(prefixes).filter { !$0.isEmpty }.sorted {
      ($0.unicodeScalars.count, $0) < ($1.unicodeScalars.count, $1)
    }
  }
}

extension FormRules {
  /// The ways to part a folded word into clitics and a rest of two letters or more, the shortest
  /// clitics first; not the word as a whole.
  public func splits(of word: String) -> [(prefix: String, rest: String)] {
    var word = word
    return word.withUTF8 { word in
      clitics.compactMap { clitics in
        let length = clitics.bytes.count
        guard word.count > length, word[length - 1] == clitics.bytes[length - 1],
          word[..<length].elementsEqual(clitics.bytes)
        else { return nil }
        let rest = word[length...]
        guard rest.count(where: { $0 & 0xC0 != 0x80 }) >= clitics.leastRest else { return nil }
        return (clitics.text, String(decoding: rest, as: UTF8.self))
      }
    }
  }

  /// Whether clitics end in Aramaic's ד, with which so many Hebrew words begin that four letters must
  /// be left.
  public static func isAramaic(_ prefix: String) -> Bool { prefix.unicodeScalars.last == "ד" }

  /// The stem that a folded word without clitics shares with its other forms, as far as endings
  /// tell.
  public func stem(of word: String) -> String {
    var letters = Array(word.unicodeScalars)
    for ending in endings {
      let (suffix, replacement) = (ending.suffixLetters, ending.replacementLetters)
      guard letters.last == suffix.last,
        letters.count - suffix.count + replacement.count >= ending.minimum,
        letters.ends(with: suffix)
      else { continue }
      letters.removeLast(suffix.count)
      letters += replacement
      break
    }
    return String(letters: withoutMatres(letters))
  }

  /// Doubled matres once, and none after the first letter where four letters are left.
  private func withoutMatres(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard !silent.isEmpty else { return letters }
    var plain: [Unicode.Scalar] = []
    for letter in letters {
      if silent.contains(letter), plain.count > 0, plain.last == letter { continue }
      plain.append(letter)
    }
    if plain.count > 4, silent.contains(plain[1]) { plain.remove(at: 1) }
    return plain
  }
}

extension String {
  /// The text of some code points.
  public init(letters: [Unicode.Scalar]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count * 2)
    for letter in letters { bytes += UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension Array where Element: Equatable {
  func ends(with suffix: [Element]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
