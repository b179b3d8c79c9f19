import Manuscript

/// Dublin Core in a page's head (DCMI, “Expressing Dublin Core in HTML”): the article in its own
/// language, and what the paper gives in others, each with its language.
public enum DublinCoreTags {
  /// What the prefixes of the names stand for.
  public static let schemas = [
    (prefix: "DC", address: "http://purl.org/dc/elements/1.1/"),
    (prefix: "DCTERMS", address: "http://purl.org/dc/terms/"),
  ]

  public static func tags(_ work: Work) -> [MetaTag] {
    var tags: [MetaTag] = []
    func add(_ name: String, _ content: String?, _ language: String? = nil) {
      if let content, !content.isEmpty {
        tags.append(MetaTag(name, content, language: language))
      }
    }
    let own = work.language
    add("DC.title", work.fullTitle, own)
    for translation in work.translations {
      add("DCTERMS.alternative", translation.title, translation.language)
    }
    for author in work.authors { add("DC.creator", author.name) }
    for editor in work.editors { add("DC.contributor", editor) }
    for keyword in work.keywords { add("DC.subject", keyword, own) }
    for translation in work.translations {
      for keyword in translation.keywords { add("DC.subject", keyword, translation.language) }
    }
    add("DC.description", work.abstract.map(oneLine), own)
    for translation in work.translations {
      add("DC.description", translation.abstract.map(oneLine), translation.language)
    }
    add("DC.publisher", work.publisher)
    add("DC.date", work.date?.iso8601)
    add("DCTERMS.modified", work.lastChange == work.date ? nil : work.lastChange?.iso8601)
    add("DC.type", type(of: work.kind))
    add("DC.format", "text/html")
    add("DC.identifier", work.doi.map(DOI.address) ?? work.address)
    add("DC.source", source(of: work))
    add("DC.language", own)
    add("DC.rights", work.licence.map { Licence.parts($0).address ?? $0 })
    for version in work.versions {
      add(work.isTranslation ? "DCTERMS.isVersionOf" : "DCTERMS.hasVersion", version.address)
    }
    for notice in work.notices {
      add("DCTERMS.provenance", "\(notice.date.iso8601): \(notice.text)", own)
    }
    return tags
  }

  /// The words that OJS writes and reference managers read.
  static func type(of kind: Work.Kind) -> String {
    switch kind {
    case .article, .review: "Text.Serial.Journal"
    case .chapter: "bookSection"
    case .report: "report"
    case .book: "book"
    }
  }

  /// Container, volume, issue and pages as one line.
  static func source(of work: Work) -> String? {
    guard let container = work.container else { return nil }
    var line = container
    if let volume = work.volume { line += " " + volume }
    if let issue = work.issue { line += "(\(issue))" }
    if let pages = work.pages {
      line += ", " + [pages.first, pages.last].compactMap { $0 }.joined(separator: "–")
    }
    return line
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
