import Manuscript

/// What an article is known by wherever it is cited, listed or deposited: the one record from which
/// all metadata and all formats of citation are made.
///
/// Which of its parts have a value follows from what the thing is (`kind`): a chapter has a book and
/// editors but no journal and no ISSN, a report an institution and a number.
public struct Work: Sendable, Equatable {
  /// What the thing is, by CSL's word for it (`type` in the front matter).
  public enum Kind: String, Sendable, CaseIterable {
    case article = "article-journal"
    case chapter
    case report
    case review
    case book

    /// Another word than these is taken for an article.
    public init(_ type: String?) { self = type.flatMap(Kind.init(rawValue:)) ?? .article }

    /// Whether it appears in a periodical, in volumes and issues.
    public var isInPeriodical: Bool { self == .article || self == .review }
  }

  public var kind: Kind
  /// Its name among the publication's articles, and in files of citations.
  public var id: String
  /// BCP 47 tag of its text.
  public var language: String
  public var title: String
  public var subtitle: String?
  public var authors: [FrontMatter.Author]
  public var editors: [String] = []
  /// The journal, the book or the series that it is part of.
  public var container: String?
  /// Whether the container is the publication itself.
  public var isInPublication = false
  public var volume: String?
  public var issue: String?
  /// The number of a report in its series.
  public var number: String?
  public var pages: PageRange?
  public var date: PartialDate?
  public var updated: PartialDate?
  public var publisher: String?
  public var place: String?
  public var issn: String?
  public var isbn: String?
  /// Without what stands before it.
  public var doi: String?
  /// Where its page stands; `nil` where the publication does not say where it stands itself.
  public var address: String?
  /// Where it appeared elsewhere.
  public var source: String?
  public var pdf: String?
  public var abstract: String?
  public var keywords: [String] = []
  /// As the front matter or the publication writes it.
  public var licence: String?
  public var corrections: [FrontMatter.Correction] = []
  public var retraction: FrontMatter.Correction?
  /// What the paper gives in other languages.
  public var translations: [FrontMatter.Translation] = []
  /// The articles of the publication that say the same in another language.
  public var versions: [Version] = []
  /// Whether it is itself a translation of one of the versions.
  public var isTranslation = false
  /// The entries of its bibliography, as far as its text has been read.
  public var references: [Reference] = []
  /// What a review reviews.
  public var reviewed: Reviewed?
  /// What its title begins with once it is retracted, in its own language.
  var retractionMark = ""

  /// An article in another language.
  public struct Version: Sendable, Equatable {
    public var language: String
    public var address: String
    public var kind: Kind

    public init(language: String, address: String, kind: Kind) {
      self.language = language
      self.address = address
      self.kind = kind
    }
  }

  /// An entry of a bibliography.
  public struct Reference: Sendable, Equatable {
    /// The identifier of the entry on the page.
    public var anchor: String
    public var content: [Inline]
    /// As it is printed, without marks.
    public var text: String
  }

  /// The work that a review is about, as the review's head prints it.
  public struct Reviewed: Sendable, Equatable {
    /// The whole line.
    public var text: String
    /// The title, where it is emphasised.
    public var title: String?
    /// What stands before the title, where that is short enough to be a name.
    public var author: String?
  }

  /// The title; a retracted work says so first (NISO RP-45, “CREC”).
  public var markedTitle: String { retraction == nil ? title : retractionMark + title }

  /// Title and subtitle in one line, marked where the work is retracted.
  public var fullTitle: String {
    [markedTitle, subtitle].compactMap { $0 }.joined(separator: ": ")
  }

  /// Corrections and retraction, in the order of the front matter.
  public var notices: [FrontMatter.Correction] { corrections + (retraction.map { [$0] } ?? []) }

  /// The last day on which anything about it changed.
  public var lastChange: PartialDate? {
    ([updated, date] + notices.map(\.date)).compactMap { $0 }.max()
  }
}
