/// What search needs to know of an article.
public struct SearchableArticle: Sendable, Equatable {
  /// The article's name; no two articles of an index share it.
  public var slug: String
  /// The page's address relative to the site's root, without a leading slash: `articles/slug/`.
  public var url: String
  /// BCP 47 tag.
  public var language: String
  public var title: String
  public var authors: [String]
  public var keywords: [String]
  public var year: Int?
  public var volume: String?
  /// The name of the article of which this is a translation.
  public var original: String?
  /// Everything that is read on the page, in reading order; the title too, where words of it are to
  /// be found.
  public var passages: [Passage]

  public init(
    slug: String, url: String, language: String, title: String, authors: [String] = [],
    keywords: [String] = [], year: Int? = nil, volume: String? = nil, passages: [Passage] = []
  ) {
    self.slug = slug
    self.url = url
    self.language = language
    self.title = title
    self.authors = authors
    self.keywords = keywords
    self.year = year
    self.volume = volume
    self.passages = passages
  }

  /// A paragraph, a heading, a list item, a note: the least that a reader is led to.
  public struct Passage: Sendable, Equatable {
    /// The `id` on the page; empty for its top.
    public var anchor: String
    public var field: Field
    /// Plain text.
    public var text: String

    public init(anchor: String, field: Field, text: String) {
      self.anchor = anchor
      self.field = field
      self.text = text
    }
  }

  /// What a passage is to the article; the raw value stands in the index.
  public enum Field: UInt8, Sendable, CaseIterable {
    case text = 0
    case title = 1
    case heading = 2
    case abstract = 3
    case keywords = 4
    case authors = 5
    case note = 6
  }
}
