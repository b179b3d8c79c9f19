import Manuscript
import Orthography

/// A style in which a page says how its article is cited; a citation processor makes the text (CSL).
public struct CitationStyle: Sendable, Equatable {
  /// The word for it in publication.yaml: `apa`.
  public let name: String
  /// The key of its name among the interface's strings.
  public let string: String
  /// Its style sheet: one of the CSL project's by its file's name, or one of Daf's own.
  private let sheet: Sheet
  /// Whether it cites in notes: then the note is what a reader wants, else the entry.
  public let isNote: Bool

  private enum Sheet: Equatable {
    case published(String)
    case own([UInt8])
  }

  /// To be raised with every change after which the same work is cited otherwise.
  public static let version = 1

  public static let all = [
    CitationStyle(
      name: "hebrew", string: "styleHebrew", sheet: .own(PackageResources.hebrew_csl),
      isNote: false),
    CitationStyle(
      name: "arabic", string: "styleArabic", sheet: .own(PackageResources.arabic_csl),
      isNote: false),
    CitationStyle(name: "apa", string: "styleAPA", sheet: .published("apa"), isNote: false),
    CitationStyle(
      name: "chicago", string: "styleChicago",
      sheet: .published("chicago-fullnote-bibliography"), isNote: true),
    CitationStyle(
      name: "mla", string: "styleMLA", sheet: .published("modern-language-association"),
      isNote: false),
  ]

  /// Where Debian's package citation-style-language-styles has the style sheets.
  private static let folder = "/usr/share/citation-style-language/styles/"

  /// Whether articles of a language are cited in it: a convention of one language is for that alone.
  public func serves(_ language: String) -> Bool {
    switch name {
    case "hebrew": language.hasPrefix("he")
    case "arabic": language.hasPrefix("ar")
    default: true
    }
  }

  /// Works that may be cited together: no two of one author, so that no style tells them apart by
  /// letters behind the year or dashes for the name.
  public static func batches(_ works: [Work]) -> [[Work]] {
    var batches: [(works: [Work], names: Set<String>)] = []
    for work in works {
      let names = Set(work.authors.map(\.name) + (work.authors.isEmpty ? work.editors : []))
      if let place = batches.firstIndex(where: { $0.names.isDisjoint(with: names) }) {
        batches[place].works.append(work)
        batches[place].names.formUnion(names)
      } else {
        batches.append(([work], names))
      }
    }
    return batches.map(\.works)
  }

  /// What decides how a work is cited: two works with the same have the same citation.
  public static func key(of work: Work) -> [UInt8] { CSL.item(work.cited).bytes }

  /// The processor's task: to cite works of one language, by the names `w0`, `w1` … in their order.
  public func request(_ works: [Work], language: String) -> ExportTools.Request {
    let items = works.enumerated().map { place, work -> JSON in
      var item = work.cited
      item.id = "w\(place)"
      item.note = nil
      item.abstract = nil
      item.keywords = []
      if item.kind == .review, item.reviewed?.title == nil { item.kind = .article }
      if name == "apa" {
        item.authors = item.authors.map(Self.abbreviated)
        item.editors = item.editors.map(Self.abbreviated)
      }
      return CSL.item(item)
    }
    let text = works.indices.map { "[@w\($0)]\n" }.joined(separator: "\n")
    var files: [(name: String, bytes: [UInt8])] = [
      ("works.json", JSON.array(items).bytes), ("text.md", Array(text.utf8)),
    ]
    let style: String
    switch sheet {
    case .published(let name): style = Self.folder + name + ".csl"
    case .own(let bytes):
      style = "own.csl"
      files.append(("own.csl", bytes))
    }
    return ExportTools.Request(
      program: "pandoc",
      arguments: [
        "--from=markdown", "--to=json", "--citeproc", "--csl=\(style)",
        "--bibliography=works.json", "--metadata=lang:\(Self.locale(language))",
        "--output=cited.json", "text.md",
      ], files: files, result: "cited.json", seconds: 60 + works.count / 5)
  }

  private static func locale(_ language: String) -> String {
    switch language {
    case "he": "he-IL"
    case "en": "en-US"
    default: language
    }
  }

  /// The processor abbreviates Latin given names alone, and puts a full stop behind any other. Hebrew
  /// ones get their geresh here; Arabic names stand whole, as is the custom.
  private static func abbreviated(_ name: PersonName) -> PersonName {
    if name.isArabic { return PersonName(name.whole) }
    guard let given = name.given, let first = given.first,
      ("א"..."ת").contains(first)
    else { return name }
    var name = name
    name.given = given.split(separator: " ").compactMap { $0.first.map { "\($0)׳" } }
      .joined(separator: " ")
    return name
  }

  /// What the processor's Hebrew and Arabic come out wrong in: “and” is a letter that joins the word
  /// behind it, an initial with its geresh and a whole given name take no full stop, and the word for
  /// “page” has its geresh behind it.
  public static func corrected(_ text: String, language: String) -> String {
    switch language.prefix(2) {
    case "he":
      text.replacing(" ו ", with: " ו").replacing("׳.", with: "׳").replacing("'עמ ", with: "עמ׳ ")
    case "ar": withArabicCommas(text.replacing(" و ", with: " و"))
    default: text
    }
  }

  /// The comma behind an Arabic letter is the Arabic one.
  private static func withArabicCommas(_ text: String) -> String {
    var result = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isAfterArabic = last.map { Script($0) == .arabic } ?? false
      result.unicodeScalars.append(scalar == "," && isAfterArabic ? "،" : scalar)
      last = scalar
    }
    return result
  }
}
