/// The publication as its works know it, in one language.
public struct Periodical: Sendable, Equatable {
  public var name: String
  /// Its names in every language.
  public var names: Set<String>
  public var publisher: String?
  public var issn: String?
  /// Where its site stands, ending in `/`.
  public var address: String?
  /// BCP 47 tags.
  public var languages: [String]
  /// The licence of works that name none.
  public var licence: String?
  /// What the title of a retracted work begins with.
  public var retractionMark: String

  public init(
    name: String, names: Set<String>, publisher: String?, issn: String?, address: String?,
    languages: [String], licence: String?, retractionMark: String
  ) {
    self.name = name
    self.names = names
    self.publisher = publisher
    self.issn = issn
    self.address = address
    self.languages = languages
    self.licence = licence
    self.retractionMark = retractionMark
  }
}
