import Manuscript

/// What `publication.yaml` says; what it leaves out has a default that serves.
public struct Publication: Equatable, Sendable {
  /// The publication's name; without one the home page is headed by the word for “articles”.
  public var name = LocalizedText()
  /// A line about it.
  public var description = LocalizedText()
  /// Where the site will stand, ending in `/`; without it feeds and metadata have no absolute
  /// addresses.
  public var url: String?
  /// BCP 47 tags; the first is the publication's own. Empty: the languages of the articles.
  public var languages: [String] = []
  public var publisher = LocalizedText()
  public var issn: String?
  /// The licence of articles that name none.
  public var licence: String?
  public var email: String?
  /// Names of series in the languages that their articles do not give.
  public var series: [String: LocalizedText] = [:]
  /// What the menu leads to beside home, volumes and the like.
  public var menu: [MenuEntry] = []
  /// The same for the foot of the page.
  public var footer: [MenuEntry] = []
  /// How many articles a list shows on one page.
  public var articlesPerPage = 100
  /// The outputs beside the pages, by their names; `nil` for those that are standard.
  public var exports: [String]?
  /// Whether there is a list of the works that the articles cite.
  public var listsWorks = true
  /// The styles in which pages say how their article is cited, by name (`CitationStyle`).
  public var citationStyles: [String] = []

  /// Whether a conversion of which much is doubtful is published before an editor has settled it:
  /// `convert: {publish: true}`.
  public var publishesDoubtful = false

  /// Where the site is published to, in the order of the file.
  public var targets: [PublishTarget] = []
  /// The web servers for which files with headers, redirects and media types are made, by name
  /// (`HostFiles`).
  public var hosts: [String] = []

  /// How it looks.
  public var theme = Theme()

  public init() {}

  /// An entry of a menu: a page of the editors' by its name, or an address with a title.
  public struct MenuEntry: Equatable, Sendable {
    public var page: String?
    public var title: LocalizedText
    public var url: String?

    public init(page: String) {
      self.page = page
      title = LocalizedText()
    }

    public init(title: LocalizedText, url: String) {
      self.title = title
      self.url = url
    }
  }
}
