import Orthography

/// What lies around an article, as far as its checks must know it.
///
/// Files and other articles are asked for by closures, so that the checks themselves touch nothing.
public struct Surroundings: Sendable {
  /// Whether a file, named relative to the article's folder, is there.
  public var hasFile: @Sendable (String) -> Bool

  /// The identifiers on another article's page by its slug; `nil` where there is no such article.
  public var anchors: @Sendable (String) -> Set<String>?

  /// The article's own slug.
  public var slug: String?

  public var lexicon: any Lexicon

  /// Whether it is no article but a page of the editors' (about, contact), which needs neither
  /// author nor date.
  public var isPage = false

  /// - Parameters:
  ///   - hasFile: every file is thought to be there unless said.
  ///   - anchors: no other article is known unless said; without a slug, links to others are not
  ///     checked.
  public init(
    hasFile: @escaping @Sendable (String) -> Bool = { _ in true },
    anchors: @escaping @Sendable (String) -> Set<String>? = { _ in nil }, slug: String? = nil,
    lexicon: any Lexicon = EmptyLexicon()
  ) {
    self.hasFile = hasFile
    self.anchors = anchors
    self.slug = slug
    self.lexicon = lexicon
  }
}
