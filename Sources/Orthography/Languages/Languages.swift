/// A set of languages, and what follows from their records taken together.
public struct Languages: Sendable {
  /// The languages that Daf knows.
  public static let known = Languages(records)

  public let all: [Language]
  /// Titles before names, folded, word by word.
  let honorifics: Set<String>
  /// What stands between given and family names and belongs to the latter, folded.
  let particles: Set<String>
  /// Articles that sorting passes over, folded.
  let articles: Set<String>
  private let byTag: [String: Language]
  /// The scripts of the records' own tags, by which most texts ask.
  private let scripts: [String: Script]

  public init(_ records: [Language]) {
    all = records
    byTag = Dictionary(records.map { ($0.tag, $0) }, uniquingKeysWith: { _, last in last })
    scripts = byTag.mapValues(\.script)
    func folded(_ words: (Language) -> [String]) -> Set<String> {
      Set(records.flatMap(words).flatMap { WordScanner.words(in: $0) })
    }
    honorifics = folded(\.names.honorifics)
    particles = folded(\.names.particles)
    articles = folded(\.names.articles)
  }

  /// The record of a language, by a BCP 47 tag with or without subtags; `nil` for one that has none.
  public func language(_ tag: String) -> Language? {
    if let own = byTag[tag] { return own }
    let primary = tag.lowercased().prefix { $0 != "-" }
    return byTag[Self.older[String(primary)] ?? String(primary)]
  }

  /// Tags that ISO 639 has replaced.
  private static let older = ["iw": "he", "ji": "yi"]

  /// The script of a language: that of its script subtag, else the one in which it is usually
  /// written.
  public func script(of tag: String) -> Script {
    if let own = scripts[tag] { return own }
    let subtags = tag.lowercased().split(separator: "-")
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      switch script {
      case "hebr": return .hebrew
      case "arab": return .arabic
      case "latn": return .latin
      default: return .other
      }
    }
    if let language = language(tag) { return language.script }
    switch subtags.first ?? "" {
    case "lad": return .hebrew
    case "ur", "ps", "sd", "ug", "ckb": return .arabic
    case "uk", "bg", "sr", "mk", "be", "el", "hy", "ka", "am", "zh", "ja", "ko", "hi", "th", "syr",
      "dv", "arc":
      return .other
    default: return .latin
    }
  }
}

extension Languages {
  public static var all: [Language] { known.all }

  public static func language(_ tag: String) -> Language? { known.language(tag) }

  public static func script(of tag: String) -> Script { known.script(of: tag) }

  /// What parts the items of a list in a language.
  public static func comma(in tag: String) -> String { language(tag)?.comma ?? ", " }
}
