/// Everything an article is known by, apart from its text (annotated Markdown's YAML block).
///
/// Texts are plain, without Markdown. A key that the file does not have is `nil` or empty.
public struct FrontMatter: Equatable, Sendable {
  public var title: String
  public var subtitle: String?
  /// BCP 47 tag: `he`, `ar`, `en`.
  public var language: String
  public var authors: [Author] = []
  /// Paragraphs are separated by an empty line.
  public var abstract: String?
  public var keywords: [String] = []
  public var date: PartialDate?
  public var acknowledgements: String?
  public var citation: Citation?
  /// What the paper itself gives in other languages, in the order of the file.
  public var translations: [Translation] = []

  /// CSL's word for what it is; `nil` means `article-journal`.
  public var type: String?
  /// The address; `nil` means the name of the article's folder.
  public var slug: String?
  /// Older addresses.
  public var aliases: [String] = []
  public var isDraft = false
  /// The first day on which the article is part of the site.
  public var publishOn: PartialDate?
  /// The first day on which its text is; before it the page has the title, the authors and the
  /// abstract alone.
  public var embargo: PartialDate?
  public var series: String?
  /// The place in its volume.
  public var order: Int?
  public var licence: String?
  public var image: String?
  /// Downloads, the printed PDF among them; relative to the article's folder.
  public var files: [String] = []
  /// The slug of the article that this one translates.
  public var translationOf: String?
  /// Slugs of related articles.
  public var related: [String] = []
  public var updated: PartialDate?
  public var corrections: [Correction] = []
  public var retracted: Correction?
  public var numerals: Numerals?
  /// Kinds of finding that the editor has silenced: `check.ignore`.
  public var ignoredChecks: [String] = []
  /// Repairs in the front matter that a converter is not sure of: `check.doubtful`.
  public var doubts: [String] = []

  /// How the values were written.
  public var notation = FrontMatterNotation()

  /// Whether the editor has silenced a kind of finding.
  public func silences(_ kind: Finding.Kind) -> Bool { ignoredChecks.contains(kind.rawValue) }

  public init(title: String, language: String) {
    self.title = title
    self.language = language
  }

  /// A person who wrote the article.
  public struct Author: Equatable, Sendable {
    public var name: String
    public var family: String?
    public var given: String?
    public var affiliations: [String] = []
    public var email: String?
    public var orcid: String?
    /// A bio or first-page note on the author.
    public var note: String?

    public init(name: String) { self.name = name }
  }

  /// Where the paper appeared.
  public struct Citation: Equatable, Sendable {
    public var containerTitle: String?
    public var editors: [String] = []
    public var publisher: String?
    public var publisherPlace: String?
    public var volume: String?
    public var issue: String?
    /// The printed first page, or first-last.
    public var page: String?
    public var url: String?
    public var doi: String?
    public var issn: String?
    public var isbn: String?

    public init() {}
  }

  /// Title, authors, abstract and keywords in another language.
  public struct Translation: Equatable, Sendable {
    public var language: String
    public var title: String?
    public var authors: [Author] = []
    public var abstract: String?
    public var keywords: [String] = []

    public init(language: String) { self.language = language }
  }

  /// A dated notice: a correction or a retraction.
  public struct Correction: Equatable, Sendable {
    public var date: PartialDate
    public var text: String

    public init(date: PartialDate, text: String) {
      self.date = date
      self.text = text
    }
  }

  /// The digits in which the page shows note labels and page numbers (BCP 47 `nu` values).
  public enum Numerals: String, Sendable, CaseIterable {
    case latin = "latn"
    case arabic = "arab"
    case hebrew = "hebr"
  }
}
