/// How a name sounds, whatever script it is written in: Churchill, צ׳רצ׳יל, تشرشل and Черчилль have
/// a key in common.
///
/// A key is the name's consonants in classes that are kept apart in all of these scripts, vowels
/// left out, for neither Hebrew nor Arabic writes them; what a name begins with is told even where
/// it is a vowel. A letter that has more than one value has more than one key. The values follow the
/// tables of ISO 259, ISO 233, ISO 9 and ALA-LC and the looser spellings of newspapers.
public enum NameSound {
  /// A letter or a group of letters and its values at the head of a word, within it and at its end:
  /// each value is a string of classes, parted by `|`.
  public struct Rule: Sendable {
    public let letters: String
    public let first: String
    public let inner: String
    public let last: String

    init(_ letters: String, _ first: String, _ inner: String? = nil, _ last: String? = nil) {
      self.letters = letters
      self.first = first
      self.inner = inner ?? first
      self.last = last ?? inner ?? first
    }
  }

  /// A name of fewer classes sounds like too many words.
  public static let leastLength = 3
  /// So many keys a name may have.
  public static let mostKeys = 16
  /// Longer words are no names.
  public static let mostLetters = 24

  /// A way in which a name may sound.
  public struct Sound: Sendable, Equatable {
    /// The classes of its consonants.
    public var key: String
    /// By class the vowels that are written after it, as bits: 1 for a, 2 for i, 4 for o and u.
    public var vowels: [UInt8]

    /// Whether two names of one key may be one: after no consonant do they have different vowels,
    /// where both have any.
    public func agrees(with other: Sound) -> Bool {
      key == other.key
        && zip(vowels, other.vowels).allSatisfy { $0 == 0 || $1 == 0 || $0 & $1 != 0 }
    }
  }

  /// The ways in which a folded word may sound; none where it is too short to tell or its script is
  /// not known.
  public static func sounds(of word: String) -> [Sound] {
    let letters = Array(word.unicodeScalars)
    guard let parts = parts(letters) else { return [] }
    var keys: [(key: [UInt8], vowels: [UInt8])] = [([], [])]
    for part in parts {
      let vowels = letters[part.letters].reduce(0) { $0 | vowel($1) }
      var longer: [(key: [UInt8], vowels: [UInt8])] = []
      for value in part.values {
        for var (key, own) in keys where longer.count < mostKeys {
          key += value.classes
          for _ in value.classes { own.append(0) }
          if !own.isEmpty { own[own.count - 1] |= vowels }
          longer.append((key, own))
        }
      }
      keys = longer
    }
    return keys.filter { $0.key.count >= leastLength }.map {
      Sound(key: String(decoding: $0.key, as: UTF8.self), vowels: $0.vowels)
    }
  }

  /// The keys of `sounds(of:)`, each once: quicker, for a publication's words are many.
  public static func keys(of word: String) -> Set<String> {
    let letters = Array(word.unicodeScalars)
    // A letter has two classes at most, each of which has four bits.
    guard letters.count <= UInt128.bitWidth / 8 else { return Set(sounds(of: word).map(\.key)) }
    guard let parts = parts(letters) else { return [] }
    var keys: [(code: UInt128, count: Int)] = [(0, 0)]
    var longer: [(code: UInt128, count: Int)] = []
    for part in parts {
      longer.removeAll(keepingCapacity: true)
      for value in part.values {
        for (code, count) in keys where longer.count < mostKeys {
          longer.append(
            (code << UInt128(4 * value.classes.count) | value.code, count + value.classes.count))
        }
      }
      swap(&keys, &longer)
    }
    return Set(
      keys.filter { $0.count >= leastLength }.map { code, count in
        let classes = (0..<count).reversed().map { place in
          Value.letters[Int(truncatingIfNeeded: code >> UInt128(4 * place) & 15)]
        }
        return String(decoding: classes, as: UTF8.self)
      })
  }

  /// What each letter or group of letters of a word may be, in turn; `nil` where the word is too short
  /// or too long or its script is not known.
  private static func parts(
    _ letters: [Unicode.Scalar]
  ) -> [(values: [Value], letters: Range<Int>)]? {
    guard (2...mostLetters).contains(letters.count) else { return nil }
    var parts: [(values: [Value], letters: Range<Int>)] = []
    parts.reserveCapacity(letters.count)
    var place = 0
    while place < letters.count {
      // A letter twice is one, but where doubling is not written.
      if place > 0, letters[place] == letters[place - 1], isDoubled(letters[place]) {
        place += 1
        continue
      }
      guard let rule = rule(letters, place) else {
        guard letters[place] == "'" else { return nil }
        place += 1
        continue
      }
      let end = place + rule.length
      parts.append(
        (
          place == 0 ? rule.first : end == letters.count ? rule.last : rule.inner, place..<end
        ))
      place = end
    }
    return parts
  }

  /// Whether a letter that stands twice is one sound: Hebrew and Arabic write no double consonants.
  private static func isDoubled(_ letter: Unicode.Scalar) -> Bool {
    letter.value < 0x0590 || letter == "ו" || letter == "י"
  }

  /// What a letter tells of the vowel that it stands for; nothing where it may stand for several.
  private static func vowel(_ letter: Unicode.Scalar) -> UInt8 {
    switch letter {
    case "a", "א", "ا", "а", "я": 1
    case "i", "y", "י", "ي", "и": 2
    case "o", "u", "w", "ו", "و", "о", "у", "ю": 4
    default: 0
    }
  }

  /// The numbers of scripts: Latin, Cyrillic, Hebrew, Arabic.
  public static let scripts = 1...4
  /// From this on, scripts tell no names by capitals.
  public static let hebrew = 3

  /// A number for the script of a folded word, by its first letter: names of one script sound alike
  /// too often to be one. 0 for another script.
  public static func script(of word: String) -> Int {
    guard let first = word.unicodeScalars.first else { return 0 }
    switch first.value {
    case ..<0x0370: return 1
    case 0x0400..<0x0530: return 2
    case 0x0590..<0x0600: return 3
    case 0x0600..<0x0700: return 4
    default: return 0
    }
  }

  /// Classes that a letter may stand for.
  private struct Value {
    var classes: [UInt8]
    /// The classes' places in `letters`, four bits each.
    var code: UInt128

    static let letters = Array("-AYWPTDKGHSLMNR".utf8)

    init(_ classes: Substring) {
      self.classes = Array(classes.utf8)
      code = self.classes.reduce(0) {
        $0 << 4 | UInt128(Self.letters.firstIndex(of: $1) ?? 0)
      }
    }
  }

  /// A rule with its values parted, as many of them are looked up for each word of a publication.
  private struct PartedRule {
    var length: Int
    var first: [Value]
    var inner: [Value]
    var last: [Value]

    init(_ rule: Rule) {
      func parted(_ values: String) -> [Value] {
        values.split(separator: "|", omittingEmptySubsequences: false).map { Value($0) }
      }
      length = rule.letters.unicodeScalars.count
      (first, inner, last) = (parted(rule.first), parted(rule.inner), parted(rule.last))
    }
  }

  /// The rule of the most letters that stand at a place.
  private static func rule(_ letters: [Unicode.Scalar], _ place: Int) -> PartedRule? {
    var found: PartedRule?
    var key: UInt64 = 0
    let longest = letters[place].value < 0x700 ? longestRules[Int(letters[place].value)] : 4
    for letter in letters[place..<min(place + longest, letters.count)] {
      // All letters of rules have their number in 16 bits, of which none is 0.
      guard letter.value < 0x10000 else { break }
      key = key << 16 | UInt64(letter.value)
      if let rule = ruleOfLetters[key] { found = rule }
    }
    return found
  }

  /// The rules by their letters, up to four of them in a number.
  private static let ruleOfLetters: [UInt64: PartedRule] = {
    var rules: [UInt64: PartedRule] = [:]
    for rule in NameSound.rules {
      rules[rule.letters.unicodeScalars.reduce(0) { $0 << 16 | UInt64($1.value) }] = PartedRule(
        rule)
    }
    return rules
  }()

  /// By letter, how many letters the longest rule has that begins with it.
  private static let longestRules: [Int] = {
    var longest = [Int](repeating: 0, count: 0x700)
    for rule in NameSound.rules {
      let letters = rule.letters.unicodeScalars
      guard let first = letters.first.map({ Int($0.value) }), first < longest.count else {
        continue
      }
      longest[first] = max(longest[first], letters.count)
    }
    return longest
  }()

  /// All rules. The classes: A a vowel at the head, Y and W half-vowels there, P labials, T, D, K, G,
  /// H, S sibilants, L, M, N, R.
  public static let rules: [Rule] = [
    // Latin.
    Rule("a", "A", ""), Rule("e", "A", ""), Rule("i", "A", ""), Rule("o", "A", ""),
    Rule("u", "A", ""), Rule("y", "Y", ""), Rule("b", "P"), Rule("p", "P"), Rule("f", "P"),
    Rule("v", "P|W", "P"), Rule("w", "W|P", "|P"), Rule("d", "D"), Rule("t", "T"), Rule("l", "L"),
    Rule("m", "M"), Rule("n", "N"), Rule("r", "R"), Rule("s", "S"), Rule("z", "S"),
    Rule("k", "K"), Rule("q", "K"), Rule("c", "K"), Rule("g", "G|K", "G"), Rule("j", "G|Y|S", "G"),
    Rule("h", "H", "H", ""), Rule("x", "KS"), Rule("ce", "S"), Rule("ci", "S"), Rule("cy", "S"),
    Rule("th", "T"), Rule("dh", "D", "D|DH"), Rule("gh", "G"), Rule("ph", "P"), Rule("kh", "K|H"),
    Rule("ch", "S|K", "S|K|H"), Rule("sh", "S"), Rule("sch", "S"), Rule("tsch", "S"),
    Rule("tch", "S"),
    Rule("tsh", "S"), Rule("ts", "S"), Rule("tz", "S"), Rule("zh", "S"), Rule("dj", "G"),
    Rule("dg", "G"), Rule("dzh", "G"), Rule("rh", "R"), Rule("wh", "W"), Rule("ck", "K"),
    Rule("cz", "S"), Rule("sz", "S"), Rule("ng", "NG|N"), Rule("qu", "K"),
    // Hebrew.
    Rule("א", "A", ""), Rule("ע", "A", ""), Rule("ה", "H", "H", ""), Rule("ו", "W|P", ""),
    Rule("וו", "W|P", "|P"), Rule("י", "Y", ""), Rule("ב", "P"), Rule("פ", "P"), Rule("ג", "G"),
    Rule("ד", "D"), Rule("ז", "S"), Rule("ח", "H"), Rule("ט", "T"), Rule("כ", "K", "K|H"),
    Rule("ל", "L"), Rule("מ", "M"), Rule("נ", "N"), Rule("ס", "S"), Rule("צ", "S"),
    Rule("ק", "K"), Rule("ר", "R"), Rule("ש", "S"), Rule("ת", "T"), Rule("טש", "S", "S|TS"),
    Rule("תש", "S", "S|TS"), Rule("נג", "NG", "NG|N"), Rule("אי", "A", ""), Rule("או", "A", ""),
    Rule("יו", "Y", ""), Rule("דג", "G", "G|DG"),
    // Arabic.
    Rule("ا", "A", ""), Rule("ع", "A", ""), Rule("ء", "A", ""), Rule("و", "W", ""),
    Rule("ي", "Y", ""),
    Rule("ه", "H", "H", ""), Rule("ب", "P"), Rule("ف", "P"), Rule("ت", "T"), Rule("ط", "T"),
    Rule("ث", "T|S"), Rule("ج", "G"), Rule("ح", "H"), Rule("خ", "K|H"), Rule("د", "D"),
    Rule("ذ", "D"), Rule("ض", "D"), Rule("ر", "R"), Rule("ز", "S"), Rule("س", "S"),
    Rule("ش", "S"), Rule("ص", "S"), Rule("ظ", "S"), Rule("غ", "G"), Rule("ق", "K"),
    Rule("ك", "K|G", "K"), Rule("ل", "L"), Rule("م", "M"), Rule("ن", "N"), Rule("تش", "S", "S|TS"),
    Rule("تس", "S"), Rule("تز", "S"), Rule("دج", "G"), Rule("نغ", "NG|N"), Rule("او", "A", ""),
    Rule("اي", "A", ""),
    // Cyrillic, its accents folded away.
    Rule("а", "A", ""), Rule("э", "A", ""), Rule("и", "A|Y", ""), Rule("о", "A", ""),
    Rule("у", "A", ""), Rule("ы", "A", ""), Rule("е", "Y|A", ""), Rule("ю", "Y", ""),
    Rule("я", "Y", ""), Rule("ь", ""), Rule("ъ", ""), Rule("б", "P"), Rule("п", "P"),
    Rule("ф", "P"), Rule("в", "P|W", "P|", "P"), Rule("г", "G|H"), Rule("д", "D"),
    Rule("ж", "S|G"), Rule("дж", "G"), Rule("з", "S"), Rule("к", "K"), Rule("л", "L"),
    Rule("м", "M"), Rule("н", "N"), Rule("р", "R"), Rule("с", "S"), Rule("т", "T"),
    Rule("х", "H|K"), Rule("ц", "S"), Rule("ч", "S"), Rule("ш", "S"), Rule("щ", "S"),
    Rule("тш", "S"), Rule("тч", "S"),
  ]
}
