import Manuscript
import Orthography

/// A name as formats of citation want it: family and given name where they are known apart.
struct PersonName: Equatable {
  var family: String?
  var given: String?
  /// The name as it is written.
  var whole: String

  init(_ whole: String, family: String? = nil, given: String? = nil) {
    self.whole = whole
    self.family = family
    self.given = given
  }

  init(_ author: FrontMatter.Author) {
    self.init(author.name, family: author.family, given: author.given)
    if family == nil { self = PersonName(written: author.name) }
  }

  /// Titles that stand before names and are no part of them.
  private static let titles: Set<String> = [
    "פרופ׳", "פרופ'", "פרופסור", "ד״ר", "ד\"ר", "עו״ד", "עו\"ד", "הרב", "الدكتور", "الدكتورة",
    "الأستاذ", "الأستاذة", "Dr.", "Dr", "Prof.", "Prof", "Professor",
  ]

  /// A title, or Arabic letters that each stand for a rank: `أ.د.`.
  private static func isTitle(_ word: String) -> Bool {
    if titles.contains(word) { return true }
    let letters = word.split(separator: ".")
    return word.hasSuffix(".")
      && letters.allSatisfy { $0.count == 1 && $0.unicodeScalars.allSatisfy(isArabic) }
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    Script(scalar) == .arabic
  }

  /// Whether the name is written in Arabic letters.
  var isArabic: Bool { whole.unicodeScalars.contains(where: Self.isArabic) }

  /// Particles that belong to the family name behind them.
  private static let particles: Set<String> = [
    "בן", "בר", "אבו", "אל", "دي", "بن", "ابن", "أبو", "آل", "de", "van", "von", "der", "den", "al",
    "ben", "bin", "ibn", "abu", "el", "la", "le", "Ben", "Bin", "Ibn", "Abu", "De", "Van", "Von",
  ]

  /// Words that are the second part of a name in two: نصر الدين, عبد الله.
  private static let ends: Set<String> = ["الدين", "الله", "الدّين", "الرحمن"]

  /// A name in the order in which it is spoken: the last word is the family name, with the particles
  /// before it; a single word, or one with a comma, is taken as it stands.
  init(written name: String) {
    self.init(name)
    if let comma = name.firstIndex(of: ",") {
      let (family, given) = (name[..<comma], name[name.index(after: comma)...])
      self.family = String(family).trimming(\.isWhitespace)
      self.given = String(given).trimming(\.isWhitespace)
      return
    }
    var words = name.split(separator: " ").map(String.init)
    while let first = words.first, words.count > 1, Self.isTitle(first) {
      words.removeFirst()
    }
    guard words.count > 1 else { return }
    var start = words.count - 1
    if start > 1, Self.ends.contains(words[start]) { start -= 1 }
    while start > 1, Self.particles.contains(words[start - 1]) { start -= 1 }
    family = words[start...].joined(separator: " ")
    given = words[..<start].joined(separator: " ")
  }

  /// `Family, Given`, or the name as it stands.
  var inverted: String {
    guard let family else { return whole }
    return given.map { "\(family), \($0)" } ?? family
  }

  var csl: JSON {
    guard let family else { return .object([("literal", .string(whole))]) }
    return .object([("family", .string(family)), ("given", given.map { .string($0) })])
  }
}
