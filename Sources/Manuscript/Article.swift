/// An article as annotated Markdown holds it: front matter, body, notes and lists of link targets.
///
/// This is the one tree that rendering, search, checking and the exports walk. It is a plain value;
/// `ManuscriptReader` makes it from a file and `ManuscriptWriter` writes it back.
public struct Article: Equatable, Sendable {
  /// What stands between the two `---` lines.
  public var frontMatter: FrontMatter

  /// The body in reading order, without note definitions and link lists.
  public var blocks: [Block]

  /// The note definitions in the order in which they stand in the file.
  public var notes: [Note]

  /// The `<!-- links page N -->` lists at the end of the file.
  public var linkLists: [LinkList]

  /// How the body was written.
  public var notation = BodyNotation()

  public init(
    frontMatter: FrontMatter, blocks: [Block] = [], notes: [Note] = [], linkLists: [LinkList] = []
  ) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.notes = notes
    self.linkLists = linkLists
  }
}

/// A footnote definition, `[^label]: …`.
public struct Note: Equatable, Sendable {
  /// The label as written: ASCII digits, `*`, `†`.
  public var label: String

  /// The note's text; empty when the source has lost it.
  public var blocks: [Block]

  /// Whether the definition is `<!-- missing -->`: the mark is printed, its text is lost.
  public var isMissing: Bool

  /// The texts of `<!-- check: … -->` comments in the note.
  public var doubts: [String]

  public var position: SourcePosition

  public init(
    label: String, blocks: [Block], isMissing: Bool = false, doubts: [String] = [],
    position: SourcePosition = .none
  ) {
    self.label = label
    self.blocks = blocks
    self.isMissing = isMissing
    self.doubts = doubts
    self.position = position
  }
}

/// The targets of hyperlinks that a source lists at the foot of a page.
public struct LinkList: Equatable, Sendable {
  /// The printed page, if it is known.
  public var page: String?
  public var addresses: [String]
  public var position: SourcePosition

  public init(page: String?, addresses: [String], position: SourcePosition = .none) {
    self.page = page
    self.addresses = addresses
    self.position = position
  }
}
