import Orthography

/// What lies around an article, as far as its checks must know it.
///
/// Files and other articles are asked for by closures, so that the checks themselves touch nothing.
public struct Surroundings: Sendable {
  /// What a site could make of a file that an article shows or offers.
  public enum FileState: Sendable, Equatable {
    case there
    case missing
    /// It lies outside the article's folder, is a link, or is no picture or document.
    case refused
    /// It is a picture whose file is not whole, or none at all.
    case damaged
    /// It is a drawing with parts, by their names, that could act in a browser.
    case active([String])
  }

  /// What a file is, named relative to the article's folder.
  public var file: @Sendable (String) -> FileState

  /// The identifiers on another article's page by its slug; `nil` where there is no such article.
  public var anchors: @Sendable (String) -> Set<String>?

  /// The article's own slug.
  public var slug: String?

  public var lexicon: any Lexicon

  /// Whether it is no article but a page of the editors' (about, contact), which needs neither
  /// author nor date.
  public var isPage = false

  /// - Parameters:
  ///   - file: every file is thought to be there unless said.
  ///   - anchors: no other article is known unless said; without a slug, links to others are not
  ///     checked.
  public init(
    file: @escaping @Sendable (String) -> FileState = { _ in .there },
    anchors: @escaping @Sendable (String) -> Set<String>? = { _ in nil }, slug: String? = nil,
    lexicon: any Lexicon = EmptyLexicon()
  ) {
    self.file = file
    self.anchors = anchors
    self.slug = slug
    self.lexicon = lexicon
  }
}
