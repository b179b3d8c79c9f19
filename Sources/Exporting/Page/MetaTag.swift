/// A `<meta name content>` of a page's head.
public struct MetaTag: Sendable, Equatable {
  public var name: String
  public var content: String
  /// The language of the content, where it is not the page's.
  public var language: String?

  public init(_ name: String, _ content: String, language: String? = nil) {
    self.name = name
    self.content = content
    self.language = language
  }
}
