import Desk
import Manuscript

/// What the desk is given by the command: where the articles are, and how papers become articles.
public struct DeskHost: Sendable {
  /// The folder Articles; the desk writes nowhere else.
  public var articles: String
  /// Makes an article of a paper, beside a copy of it.
  public var convert:
    @Sendable (Paper, @escaping @Sendable (Progress) -> Void) -> Result<
      Made, Refusal
    >
  /// What the conversion of the paper in an article's folder knows; `nil` where there is no paper.
  public var draft: @Sendable (_ folder: String) -> Draft?

  /// The printed words of an article's paper with their places, as JSON for the page; `nil` where the
  /// paper has no pages that can be shown.
  public var print: @Sendable (_ folder: String) -> [UInt8]?
  /// The picture of a page of it, counted from 1, as a PNG.
  public var picture: @Sendable (_ folder: String, _ page: Int) -> [UInt8]?

  public init(
    articles: String,
    convert:
      @escaping @Sendable (Paper, @escaping @Sendable (Progress) -> Void) -> Result<
        Made, Refusal
      >,
    draft: @escaping @Sendable (String) -> Draft?,
    print: @escaping @Sendable (String) -> [UInt8]? = { _ in nil },
    picture: @escaping @Sendable (String, Int) -> [UInt8]? = { _, _ in nil }
  ) {
    self.articles = articles
    self.convert = convert
    self.draft = draft
    self.print = print
    self.picture = picture
  }

  /// A paper as an editor dropped it.
  public struct Paper: Sendable {
    public var name: String
    public var bytes: [UInt8]
  }

  /// The article of a paper: the name of its folder, and what its conversion knows; `nil` where the
  /// paper had an article already.
  public struct Made: Sendable {
    public var article: String
    public var draft: Draft?

    public init(article: String, draft: Draft?) {
      self.article = article
      self.draft = draft
    }
  }

  /// How many pages of all are read.
  public struct Progress: Equatable, Sendable {
    public var done: Int
    public var all: Int

    public init(done: Int, all: Int) {
      self.done = done
      self.all = all
    }
  }

  /// Why no article was made.
  public struct Refusal: Error, Sendable {
    public var finding: Finding

    public init(_ finding: Finding) { self.finding = finding }
  }
}
