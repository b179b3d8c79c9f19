import Manuscript
import Markup

/// An article, or a page of the editors', out of what another system exported.
public struct ImportedArticle: Sendable {
  /// What it is known by in the other system: the same in every export of it.
  public var identity: String
  /// The name that it had in its address; where there was none, its title.
  public var name: String
  /// Whether it is a page of the editors'.
  public var isPage = false
  public var article: Article
  /// The whole addresses under which it could be read, where the export gives them.
  public var addresses: [String] = []
  /// Files that the export holds, by the names that they have beside the article.
  public var files: [SourcePicture] = []
  /// Files that the export only names.
  public var absent: [AbsentFile] = []
  /// The names of those `files` of which the article's text may be made, the best first; empty where
  /// the article has its text.
  public var papers: [String] = []
  /// The names of short codes of the other system that were left in the text as they stand.
  public var shortcodes: [String] = []

  /// A file that an export names by its address.
  public struct AbsentFile: Equatable, Sendable {
    /// The name that it has beside the article.
    public var name: String
    public var address: String
    /// Whether the article shows or offers it; else it is linked to by its address.
    public var isShown: Bool
  }
}

/// What another system exported, read.
public struct PublicationExport: Sendable {
  public var articles: [ImportedArticle] = []
  /// How many things of each kind were left out, by the system's name of the kind.
  public var leftOut: [String: Int] = [:]

  /// Reads an export of WordPress (WXR 1.0 to 1.2) or of Open Journal Systems (native XML, versions 2
  /// and 3).
  ///
  /// - Parameter oldAddress: where an OJS journal stood (`https://host/index.php/journal`), which its
  ///   exports do not say.
  /// - Returns: `nil` for what is neither.
  /// - Throws: `SourceFault`.
  public static func read(
    _ bytes: [UInt8], oldAddress: String? = nil
  ) throws(SourceFault) -> PublicationExport? {
    // Control characters, which no XML may hold, get into exports with what was pasted.
    let clean = bytes.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let root = try tree(clean)
    if root.name == "rss", let channel = root.first("channel"),
      channel.elements.contains(where: { $0.name.hasPrefix("wp:") })
    {
      return WordPressExport(channel).contents
    }
    if ["issues", "issue", "articles", "article"].contains(root.name), OJSExport.isNative(root) {
      return OJSExport(root, oldAddress: oldAddress).contents
    }
    return nil
  }

  private static func tree(_ bytes: [UInt8]) throws(SourceFault) -> MarkupElement {
    func read(_ bytes: [UInt8]) throws(MarkupReader.Fault) -> MarkupElement {
      try MarkupReader.xml(bytes, prefixes: WordPressExport.prefixes, holdsFiles: true)
    }
    do throws(MarkupReader.Fault) {
      return try read(bytes)
    } catch {
      if let whole = BrokenSections.whole(bytes), let root = try? read(whole) { return root }
      throw SourceFault(error, part: "XML")
    }
  }
}
