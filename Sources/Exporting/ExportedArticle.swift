import Citations
import Manuscript
import Rendering

/// What lists and catalogues know of an article: all but its text.
public struct ArticleFacts: Sendable, Equatable {
  public var frontMatter: FrontMatter
  public var slug: String
  /// Where its folder stands, from the site's root, with a slash at the end; not percent-encoded.
  public var path: String
  /// The absolute address of its page; `nil` where the publication does not say where it stands.
  public var address: String?
  /// The volume that it appeared in.
  public var volume: VolumeFacts?
  /// The articles that say the same in other languages.
  public var translations: [Translation]

  /// An article that says the same in another language.
  public struct Translation: Sendable, Equatable {
    public var language: String
    public var title: String
    public var path: String
    public var address: String?

    public init(language: String, title: String, path: String, address: String?) {
      self.language = language
      self.title = title
      self.path = path
      self.address = address
    }
  }

  public init(
    frontMatter: FrontMatter, slug: String, path: String, address: String? = nil,
    volume: VolumeFacts? = nil, translations: [Translation] = []
  ) {
    self.frontMatter = frontMatter
    self.slug = slug
    self.path = path
    self.address = address
    self.volume = volume
    self.translations = translations
  }
}

/// What is known of a volume.
public struct VolumeFacts: Sendable, Equatable {
  /// As its articles write it: `7`, `ז`, `VII`.
  public var number: String
  /// Where it appeared, if that is not the publication itself.
  public var container: String?
  /// BCP 47 tag of its newest article.
  public var language: String
  /// Where its page stands, from the site's root, with a slash at the end.
  public var path: String

  public init(number: String, container: String? = nil, language: String, path: String) {
    self.number = number
    self.container = container
    self.language = language
    self.path = path
  }
}

/// What publication.yaml says.
public struct PublicationFacts: Sendable, Equatable {
  public var name = LocalizedText()
  public var description = LocalizedText()
  public var publisher = LocalizedText()
  /// Where the site will stand, ending in `/`.
  public var url: String?
  /// BCP 47 tags, the publication's own first.
  public var languages: [String] = []
  public var issn: String?
  /// The licence of articles that name none.
  public var licence: String?
  public var email: String?

  public init() {}
}

/// An article as exporters are given it.
public struct ExportedArticle: Sendable {
  /// Its tree, anchors assigned and citations led to their works.
  public let linked: LinkedArticle
  public var article: Article { linked.article }
  /// Its file as it is, annotated Markdown in UTF-8.
  public var source: [UInt8]
  public let facts: ArticleFacts
  public let publication: PublicationFacts
  /// The words that a page puts round it, in the language of the interface.
  public var labels: ArticleLabels
  public var files: ArticleFolder
  public var tools: ExportTools
  let records = ArticleRecords()
  /// The files that the exporters before this one have made of it, without their bytes.
  public var made: [ExportedFile] = []

  public init(
    linked: LinkedArticle, source: [UInt8], facts: ArticleFacts, publication: PublicationFacts,
    labels: ArticleLabels = ArticleLabels(), files: ArticleFolder = ArticleFolder(),
    tools: ExportTools = ExportTools()
  ) {
    self.linked = linked
    self.source = source
    self.facts = facts
    self.publication = publication
    self.labels = labels
    self.files = files
    self.tools = tools
  }
}

/// The pictures and downloads in an article's folder.
public struct ArticleFolder: Sendable {
  /// A picture's address on the article's page and its size; `nil` where it is not there or may not
  /// be taken. Asked with the source as the article writes it.
  public var picture: @Sendable (_ source: String) -> Picture?
  /// A file as the site has it (drawings made safe), with its path from the article's folder; `nil`
  /// as before.
  public var file: @Sendable (_ source: String) -> (path: String, bytes: [UInt8])?

  public init(
    picture: @escaping @Sendable (_ source: String) -> Picture? = { Picture(address: $0) },
    file: @escaping @Sendable (_ source: String) -> (path: String, bytes: [UInt8])? = { _ in nil }
  ) {
    self.picture = picture
    self.file = file
  }
}

/// Other programs, for exporters that cannot do without (`Exporter.programs`). Exporters touch no
/// file and start no process themselves.
public struct ExportTools: Sendable {
  /// A program to be run over files in a folder of its own.
  public struct Request: Sendable {
    /// Its name, looked for in `PATH`.
    public var program: String
    public var arguments: [String]
    /// Files that are put into the folder before it runs, by names without slashes.
    public var files: [(name: String, bytes: [UInt8])]
    /// The file in the folder that it makes.
    public var result: String
    /// How long it may take.
    public var seconds: Int

    public init(
      program: String, arguments: [String], files: [(name: String, bytes: [UInt8])],
      result: String, seconds: Int
    ) {
      self.program = program
      self.arguments = arguments
      self.files = files
      self.result = result
      self.seconds = seconds
    }
  }

  /// What came of a program.
  public enum Outcome: Sendable {
    case made([UInt8])
    /// It is not installed.
    case missing
    /// It failed, or took too long; what it said.
    case failed(String)
  }

  /// Runs a program.
  public var run: @Sendable (Request) -> Outcome

  public init(run: @escaping @Sendable (Request) -> Outcome = { _ in .missing }) {
    self.run = run
  }
}

/// A volume as exporters are given it.
public struct ExportedVolume: Sendable {
  public var facts: VolumeFacts
  public var publication: PublicationFacts
  /// In the order of the print.
  public var articles: [ArticleFacts]
  /// Reads an article with its text, by its place in `articles`; `nil` where it cannot be read.
  public var load: @Sendable (Int) -> ExportedArticle?
  public var tools: ExportTools

  public init(
    facts: VolumeFacts, publication: PublicationFacts, articles: [ArticleFacts],
    load: @escaping @Sendable (Int) -> ExportedArticle?, tools: ExportTools = ExportTools()
  ) {
    self.facts = facts
    self.publication = publication
    self.articles = articles
    self.load = load
    self.tools = tools
  }
}

/// The whole publication as exporters are given it.
public struct ExportedPublication: Sendable {
  public var facts: PublicationFacts
  /// Newest first; drafts are none of them.
  public var articles: [ArticleFacts]
  /// The newest first.
  public var volumes: [VolumeFacts]
  /// Reads an article with its text, by its place in `articles`; `nil` where it cannot be read.
  public var load: @Sendable (Int) -> ExportedArticle?
  /// What the articles cite; the articles are known by their places in `articles`.
  public var works: WorksCited
  public var tools: ExportTools

  public init(
    facts: PublicationFacts, articles: [ArticleFacts], volumes: [VolumeFacts],
    load: @escaping @Sendable (Int) -> ExportedArticle?, works: WorksCited,
    tools: ExportTools = ExportTools()
  ) {
    self.facts = facts
    self.articles = articles
    self.volumes = volumes
    self.load = load
    self.works = works
    self.tools = tools
  }
}
