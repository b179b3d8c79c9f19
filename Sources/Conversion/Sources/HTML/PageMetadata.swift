import Manuscript
import Markup

/// What a page's `meta` elements say of an article, as repositories write them for catalogues and
/// search engines (Highwire Press tags, Dublin Core).
enum PageMetadata {
  /// What is said; `nil` where it is nothing.
  static func read(_ root: MarkupElement) -> FrontMatter? {
    var values: [String: [String]] = [:]
    for element in root.descendants("meta") {
      guard let name = (element["name"] ?? element["property"])?.lowercased(),
        let content = element["content"].map(Cleaning.clean), !content.isEmpty
      else { continue }
      values[name, default: []].append(content)
    }
    func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0]?.first }.first }
    guard let title = first("citation_title", "dc.title") else { return nil }
    let html = root.name == "html" ? root : root.descendants("html").first
    var front = FrontMatter(title: title, language: "")
    if let tag = first("citation_language", "dc.language") ?? html?["lang"] {
      front.language = String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }
    front.authors = (values["citation_author"] ?? values["dc.creator"] ?? []).map { name in
      let parts = name.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
      return FrontMatter.Author(name: parts.count == 2 ? "\(parts[1]) \(parts[0])" : name)
    }
    front.keywords = (values["citation_keywords"] ?? []).flatMap { text in
      FrontReading.keywords(Array(text.unicodeScalars))
    }
    front.date = first("citation_publication_date", "citation_date", "dc.date", "dc.date.issued")
      .flatMap { PartialDate($0.replacing("/", with: "-")) ?? PartialDate($0.prefix(4)) }
    var citation = FrontMatter.Citation()
    citation.containerTitle = first("citation_journal_title", "citation_inbook_title")
    citation.volume = first("citation_volume")
    citation.issue = first("citation_issue")
    citation.doi = first("citation_doi")
    citation.issn = first("citation_issn")
    citation.publisher = first("citation_publisher")
    let pages = [first("citation_firstpage"), first("citation_lastpage")].compactMap { $0 }
    if !pages.isEmpty { citation.page = pages.joined(separator: "-") }
    if citation != FrontMatter.Citation() { front.citation = citation }
    return front
  }
}
