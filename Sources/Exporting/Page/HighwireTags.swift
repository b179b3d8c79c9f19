import Manuscript

/// The `citation_*` tags that Google Scholar and reference managers read (Highwire Press).
public enum HighwireTags {
  public static func tags(_ work: Work) -> [MetaTag] {
    var tags: [MetaTag] = []
    func add(_ name: String, _ content: String?) {
      if let content, !content.isEmpty { tags.append(MetaTag("citation_" + name, content)) }
    }
    add("title", work.fullTitle)
    for author in work.authors {
      add("author", author.name)
      for affiliation in author.affiliations { add("author_institution", affiliation) }
      add("author_orcid", ORCID.address(author.orcid))
    }
    add("publication_date", work.date.map(date))
    switch work.kind {
    case .article, .review:
      add("journal_title", work.container)
      add("issn", work.issn)
      add("volume", work.volume)
      add("issue", work.issue)
    case .chapter:
      // Google Scholar names the first, reference managers read the second.
      add("inbook_title", work.container)
      add("book_title", work.container)
      for editor in work.editors { add("editor", editor) }
      add("volume", work.volume)
      add("isbn", work.isbn)
    case .report:
      add("technical_report_institution", work.publisher)
      add("technical_report_number", work.number)
      add("series_title", work.container)
      add("isbn", work.isbn)
    case .book:
      add("series_title", work.container)
      for editor in work.editors { add("editor", editor) }
      add("volume", work.volume)
      add("isbn", work.isbn)
    }
    add("firstpage", work.pages?.first)
    add("lastpage", work.pages?.last)
    add("doi", work.doi)
    add("publisher", work.publisher)
    add("language", work.language)
    add("keywords", work.keywords.joined(separator: "; "))
    // Without it reference managers take the page's description, which is cut short.
    add("abstract", work.abstract.map(DublinCoreTags.oneLine))
    add("abstract_html_url", work.address)
    add("fulltext_html_url", work.address)
    add("pdf_url", work.pdf)
    for reference in work.references { add("reference", reference.text) }
    return tags
  }

  /// Years, months and days parted by slashes, as the tag wants them.
  static func date(_ date: PartialDate) -> String { date.iso8601.replacing("-", with: "/") }
}
