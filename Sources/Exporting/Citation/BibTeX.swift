import Manuscript

/// BibTeX as biblatex reads it, in UTF-8 (biblatex manual, chapter 2).
enum BibTeX {
  static func bytes(_ items: [CitedItem]) -> [UInt8] {
    Array(items.map(entry).joined(separator: "\n").utf8)
  }

  private static func entry(_ item: CitedItem) -> String {
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?, isVerbatim: Bool = false) {
      guard let value, !value.isEmpty else { return }
      fields.append((name, isVerbatim ? verbatim(value) : escaped(value)))
    }
    func add(_ name: String, _ names: [PersonName]) {
      if !names.isEmpty { fields.append((name, names.map(BibTeX.name).joined(separator: " and "))) }
    }
    add("author", item.authors)
    add("title", item.title)
    add("subtitle", item.subtitle)
    add("editor", item.editors)
    switch item.kind {
    case .article, .review: add("journaltitle", item.container)
    case .chapter: add("booktitle", item.container)
    case .report, .book, nil: add("series", item.container)
    }
    add("volume", item.volume)
    add("number", item.issue ?? item.number)
    add(
      "pages",
      item.pages.map { range in
        [range.first, range.last].compactMap { $0 }.joined(separator: "--")
      })
    add("date", item.date?.iso8601)
    add(item.kind == .report ? "institution" : "publisher", item.publisher)
    add("location", item.place)
    add("issn", item.issn)
    add("isbn", item.isbn)
    add("doi", item.doi, isVerbatim: true)
    add("url", item.address, isVerbatim: true)
    add("langid", item.language.flatMap(language))
    add("keywords", item.keywords.joined(separator: ", "))
    add("abstract", item.abstract.map(DublinCoreTags.oneLine))
    add("note", item.note)
    let lines = fields.map { "  \($0.0) = {\($0.1)},\n" }.joined()
    return "@\(type(of: item.kind)){\(item.id),\n\(lines)}\n"
  }

  private static func type(of kind: Work.Kind?) -> String {
    switch kind {
    case .article: "article"
    case .review: "review"
    case .chapter: "incollection"
    case .report: "report"
    case .book: "book"
    case nil: "misc"
    }
  }

  /// A name whose parts are known is written family first; one that would be read otherwise than it
  /// is written stands in braces.
  private static func name(_ name: PersonName) -> String {
    if name.family != nil { return escaped(name.inverted) }
    let isOneWord = !name.whole.contains { $0 == "," || $0 == " " }
    return isOneWord ? escaped(name.whole) : "{\(escaped(name.whole))}"
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "_"),
        UInt8(ascii: "$"):
        result += [UInt8(ascii: "\\"), byte]
      // A brace that is escaped still counts for those that balance.
      case UInt8(ascii: "{"): result += "\\textbraceleft{}".utf8
      case UInt8(ascii: "}"): result += "\\textbraceright{}".utf8
      case UInt8(ascii: "\\"): result += "\\textbackslash{}".utf8
      case UInt8(ascii: "~"): result += "\\textasciitilde{}".utf8
      case UInt8(ascii: "^"): result += "\\textasciicircum{}".utf8
      case UInt8(ascii: "\n"):
        if result.last == UInt8(ascii: "\r") { result.removeLast() }
        result.append(UInt8(ascii: " "))
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"),
      UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  /// DOIs and addresses are not read as TeX; braces alone would end them.
  private static func verbatim(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D")
  }

  /// The names by which the package babel knows languages.
  private static func language(_ tag: String) -> String? {
    switch tag.prefix(2) {
    case "he": "hebrew"
    case "ar": "arabic"
    case "en": "english"
    case "fr": "french"
    case "de": "german"
    case "ru": "russian"
    case "es": "spanish"
    case "it": "italian"
    case "fa": "persian"
    default: nil
    }
  }
}
