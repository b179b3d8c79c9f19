import Manuscript

extension Work {
  /// The record of an article by its front matter.
  ///
  /// - Parameters:
  ///   - path: where its page stands, from the publication's address; not percent-encoded.
  ///   - periodical: the publication, in the article's language.
  public init(_ front: FrontMatter, id: String, path: String, in periodical: Periodical) {
    let citation = front.citation
    kind = Kind(front.type)
    self.id = id
    language = front.language
    title = front.title
    subtitle = front.subtitle
    authors = front.authors
    editors = citation?.editors ?? []
    pages = PageRange(citation?.page)
    date = front.date
    updated = front.updated
    publisher = citation?.publisher
    place = citation?.publisherPlace
    isbn = citation?.isbn
    doi = citation?.doi.map(DOI.plain)
    address = periodical.address.map { $0 + PercentEncoding.path(path) }
    source = citation?.url
    abstract = front.abstract
    keywords = front.keywords
    licence = front.licence ?? periodical.licence
    corrections = front.corrections
    retraction = front.retracted
    translations = front.translations
    isTranslation = front.translationOf != nil
    retractionMark = periodical.retractionMark
    let isOwn = citation?.containerTitle.map(periodical.names.contains)
    switch kind {
    case .article, .review:
      isInPublication = isOwn ?? true
      container = citation?.containerTitle ?? periodical.name
      volume = citation?.volume
      issue = citation?.issue
      issn = citation?.issn ?? (isInPublication ? periodical.issn : nil)
      publisher = publisher ?? (isInPublication ? periodical.publisher : nil)
    case .chapter:
      container = citation?.containerTitle
      volume = citation?.volume
    case .report:
      container = citation?.containerTitle
      number = citation?.issue ?? citation?.volume
      issn = citation?.issn
      publisher = publisher ?? periodical.publisher
    case .book:
      container = citation?.containerTitle
      volume = citation?.volume
      publisher = publisher ?? periodical.publisher
    }
  }

  /// Takes from an article's text what its front matter does not say: its bibliography, and what a
  /// review is about.
  public mutating func take(_ article: Article) {
    references = article.blocks.flatMap { block -> [Reference] in
      guard case .list(let list) = block.content, list.isBibliography else { return [] }
      return list.items.map { item in
        let content = item.blocks.flatMap { block -> [Inline] in
          if case .paragraph(let inlines) = block.content { inlines } else { [] }
        }
        return Reference(anchor: item.anchor, content: content, text: content.plainText)
      }
    }
    if kind == .review { reviewed = Reviewed(head: article.blocks.first) }
  }
}

extension Work.Reviewed {
  /// The longest name of authors that may stand before a title, in words.
  private static let longestName = 8

  /// A review opens with the work in bold, its title emphasised; `nil` where it does not.
  init?(head: Block?) {
    guard case .paragraph(let inlines)? = head?.content, inlines.count == 1,
      case .strong(let content) = inlines[0]
    else { return nil }
    text = content.plainText
    guard let place = content.firstIndex(where: { if case .emphasis = $0 { true } else { false } }),
      case .emphasis(let emphasised) = content[place]
    else { return }
    title = emphasised.plainText
    let before = content[..<place].plainText.trimming { $0.isWhitespace || $0.isPunctuation }
    if !before.isEmpty, before.split(separator: " ").count <= Self.longestName { author = before }
  }
}

extension String {
  /// The text without such characters at either end.
  func trimming(_ isOuter: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isOuter($0) }),
      let last = lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(self[first...last])
  }
}
