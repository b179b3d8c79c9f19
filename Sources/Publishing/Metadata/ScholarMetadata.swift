import Manuscript

/// The `citation_*` tags that Google Scholar and reference managers read (Highwire Press).
enum ScholarMetadata {
  static func tags(
    _ site: Site, _ index: Int, downloads: [String]
  ) -> [(name: String, content: String)] {
    let entry = site.catalogue.articles[index]
    let front = entry.frontMatter
    let citation = front.citation
    var tags: [(name: String, content: String)] = []
    func add(_ name: String, _ content: String?) {
      if let content, !content.isEmpty { tags.append(("citation_" + name, content)) }
    }
    add("title", [front.title, front.subtitle].compactMap { $0 }.joined(separator: ": "))
    for author in front.authors {
      add("author", author.name)
      for affiliation in author.affiliations { add("author_institution", affiliation) }
      add("author_orcid", ORCID.address(author.orcid))
    }
    add("publication_date", front.date.map(date))
    add("journal_title", citation?.containerTitle ?? site.name(in: front.language))
    add("issn", citation?.issn ?? site.publication.issn)
    add("isbn", citation?.isbn)
    add("volume", citation?.volume)
    add("issue", citation?.issue)
    if let pages = PageRange(citation?.page) {
      add("firstpage", pages.first)
      add("lastpage", pages.last)
    }
    add("doi", citation?.doi.map(DOI.plain))
    let publisher = site.publication.publisher.text(in: front.language, orElse: site.languages)
    add("publisher", citation?.publisher ?? publisher)
    add("language", front.language)
    add("keywords", front.keywords.joined(separator: "; "))
    add("abstract_html_url", site.absolute(entry.path))
    add("fulltext_html_url", site.absolute(entry.path))
    for file in downloads where file.lowercased().hasSuffix(".pdf") {
      add("pdf_url", site.absolute(entry.path + file))
    }
    return tags
  }

  /// Years, months and days parted by slashes, as the tag wants them.
  static func date(_ date: PartialDate) -> String { date.iso8601.replacing("-", with: "/") }
}
