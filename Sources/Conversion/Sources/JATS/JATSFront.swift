import Manuscript
import Markup

/// Reads the front of a JATS article: what it says of itself is taken as said.
enum JATSFront {
  static func read(_ article: MarkupElement) -> FrontMatter {
    let meta = article.at("front", "article-meta")
    let journal = article.at("front", "journal-meta")
    var front = FrontMatter(
      title: text(meta?.at("title-group", "article-title")), language: language(article))
    front.subtitle = optional(meta?.at("title-group", "subtitle"))
    front.authors = authors(meta)
    front.abstract = meta?.first("abstract").map(abstract)
    for group in meta?.all("kwd-group") ?? [] {
      let words = group.all("kwd").map { text($0) }
      let tag = group["xml:lang"].map(short) ?? front.language
      if tag == front.language {
        front.keywords += words
      } else {
        change(&front, tag) { $0.keywords += words }
      }
    }
    for translated in meta?.at("title-group")?.all("trans-title-group") ?? [] {
      guard let tag = translated["xml:lang"].map(short) else { continue }
      change(&front, tag) { $0.title = text(translated.first("trans-title")) }
    }
    for translated in meta?.all("trans-abstract") ?? [] {
      guard let tag = translated["xml:lang"].map(short) else { continue }
      change(&front, tag) { $0.abstract = abstract(translated) }
    }
    front.date = date(meta)
    front.acknowledgements = optional(meta?.first("funding-group")?.first("funding-statement"))
    var citation = FrontMatter.Citation()
    citation.containerTitle =
      optional(journal?.at("journal-title-group", "journal-title"))
      ?? optional(
        journal?.first("journal-title"))
    citation.publisher = optional(journal?.at("publisher", "publisher-name"))
    citation.issn = optional(journal?.first("issn"))
    citation.volume = optional(meta?.first("volume"))
    citation.issue = optional(meta?.first("issue"))
    let pages = [meta?.first("fpage"), meta?.first("lpage")].compactMap { optional($0) }
    if !pages.isEmpty { citation.page = pages.joined(separator: "-") }
    citation.doi = optional(meta?.all("article-id").first { $0["pub-id-type"] == "doi" })
    if citation != FrontMatter.Citation() { front.citation = citation }
    return front
  }

  private static func language(_ article: MarkupElement) -> String {
    article["xml:lang"].map(short) ?? ""
  }

  private static func short(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  private static func text(_ element: MarkupElement?) -> String {
    guard let element else { return "" }
    var plain = element
    plain.children.removeAll { node in
      if case .element(let child) = node { ["xref", "fn"].contains(child.name) } else { false }
    }
    var styled = StyledText()
    styled.add(plain.text)
    return styled.inlines(isPlain: true).plainText
  }

  private static func optional(_ element: MarkupElement?) -> String? {
    let text = text(element)
    return text.isEmpty ? nil : text
  }

  private static func abstract(_ element: MarkupElement) -> String {
    let paragraphs = element.descendants("p").map { text($0) }
    return paragraphs.isEmpty ? text(element) : paragraphs.joined(separator: "\n\n")
  }

  private static func change(
    _ front: inout FrontMatter, _ tag: String, _ change: (inout FrontMatter.Translation) -> Void
  ) {
    if !front.translations.contains(where: { $0.language == tag }) {
      front.translations.append(FrontMatter.Translation(language: tag))
    }
    for index in front.translations.indices where front.translations[index].language == tag {
      change(&front.translations[index])
    }
  }

  private static func authors(_ meta: MarkupElement?) -> [FrontMatter.Author] {
    guard let meta else { return [] }
    var places: [String: String] = [:]
    for place in meta.descendants("aff") {
      var named = place
      named.children.removeAll { node in
        if case .element(let child) = node { child.name == "label" } else { false }
      }
      if let id = place["id"] { places[id] = text(named) }
    }
    let people = meta.descendants("contrib").filter { ($0["contrib-type"] ?? "author") == "author" }
    return people.map { person in
      let name = person.first("name") ?? person.at("name-alternatives", "name")
      let parts = [name?.first("given-names"), name?.first("surname")].compactMap { optional($0) }
      var author = FrontMatter.Author(
        name: parts.isEmpty
          ? text(person.first("string-name") ?? person.first("collab"))
          : parts.joined(separator: " "))
      author.affiliations = person.all("xref").filter { $0["ref-type"] == "aff" }
        .compactMap { $0["rid"].flatMap { places[$0] } }
      author.affiliations += person.all("aff").filter { $0["id"] == nil }.map { text($0) }
      author.email = optional(person.descendants("email").first)
      author.orcid = person.all("contrib-id").first { $0["contrib-id-type"] == "orcid" }?.text
        .split(separator: "/").last.map(String.init)
      author.note = optional(person.first("bio"))
      return author
    }
  }

  private static func date(_ meta: MarkupElement?) -> PartialDate? {
    let dates = meta?.all("pub-date") ?? []
    guard let date = dates.first(where: { $0["pub-type"] != "epub" }) ?? dates.first,
      let year = date.first("year").flatMap({ Int($0.text) })
    else { return nil }
    return PartialDate(
      year: year, month: date.first("month").flatMap { Int($0.text) },
      day: date.first("day").flatMap { Int($0.text) })
  }
}
