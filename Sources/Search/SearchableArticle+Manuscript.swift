import Manuscript

extension SearchableArticle {
  /// What search needs to know of an article of the publication.
  ///
  /// - Parameters:
  ///   - slug: the article's name.
  ///   - url: the page's address relative to the site's root, without a leading slash.
  public init(_ article: Article, slug: String, url: String) {
    let front = article.frontMatter
    let translations = front.translations
    self.init(
      slug: slug, url: url, language: front.language, title: front.title,
      authors: front.authors.map(\.name),
      keywords: front.keywords + translations.flatMap(\.keywords),
      year: front.date?.year, volume: front.citation?.volume,
      passages: article.passages.map { passage in
        Passage(anchor: passage.anchor, field: Field(passage.field), text: passage.text)
      })
    original = front.translationOf
  }
}

extension SearchableArticle.Field {
  init(_ field: Manuscript.Passage.Field) {
    switch field {
    case .title, .subtitle: self = .title
    case .author: self = .authors
    case .abstract: self = .abstract
    case .keyword: self = .keywords
    case .heading: self = .heading
    case .text, .quotation, .item, .caption, .table, .code: self = .text
    case .note, .reference, .acknowledgements, .affiliation: self = .note
    }
  }
}
