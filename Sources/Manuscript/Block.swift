/// A block of an article's body: what stands between two empty lines.
public struct Block: Equatable, Sendable {
  public var content: Content

  /// The texts of the `<!-- check: … -->` comments in the block: repairs that a converter is not
  /// sure of.
  public var doubts: [String]

  /// The identifier by which a page, the search index and citations address the block: `p12` for
  /// the twelfth block of the body, a slug of its text for a heading. Empty until
  /// `Article.assignAnchors()` has been called.
  public var anchor: String

  public var position: SourcePosition

  public init(
    _ content: Content, doubts: [String] = [], anchor: String = "",
    position: SourcePosition = .none
  ) {
    self.content = content
    self.doubts = doubts
    self.anchor = anchor
    self.position = position
  }

  /// What a block is.
  public enum Content: Equatable, Sendable {
    /// A section heading; level 2 is the highest, for the title is in the front matter.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case quotation([Block])
    indirect case list(List)
    indirect case figure(Figure)
    indirect case table(Table)
    indirect case code(language: String?, String)
    /// Lines that are kept as they are, `| …`.
    case verse([VerseLine])
    /// Terms with what they mean, `: …` below the term.
    case definitions([Definition])
    /// Blocks in a frame of their own, `::: box` … `:::`.
    case box(Box)
    /// A formula that stands alone, `$$…$$`: TeX without the signs.
    case math(String)
    case thematicBreak
    /// A page break of the print between two blocks, with the number of the page that begins, if
    /// it is known.
    case pageBreak(String?)
  }
}

/// A bulleted or numbered list.
public struct List: Equatable, Sendable {
  /// The number of the first item; `nil` for bullets.
  public var start: Int?

  /// Whether the list is a bibliography: `<!-- references -->` stands before it.
  public var isBibliography: Bool

  public var items: [Item]

  /// What stands behind the numbers.
  public var delimiter: Delimiter

  public init(
    start: Int?, isBibliography: Bool = false, delimiter: Delimiter = .period, items: [Item]
  ) {
    self.start = start
    self.isBibliography = isBibliography
    self.delimiter = delimiter
    self.items = items
  }

  /// What stands behind a list's numbers, as printed.
  public enum Delimiter: Character, Sendable {
    case period = "."
    case bracket = ")"
  }

  /// An item; one paragraph in the canonical form.
  public struct Item: Equatable, Sendable {
    public var blocks: [Block]

    /// The identifier of the item, as `Block.anchor`.
    public var anchor: String

    public var position: SourcePosition

    public init(blocks: [Block], anchor: String = "", position: SourcePosition = .none) {
      self.blocks = blocks
      self.anchor = anchor
      self.position = position
    }
  }
}

/// A picture that stands alone, `![caption](source)`.
public struct Figure: Equatable, Sendable {
  /// What stands under the picture; for a drawing whose words are known, its labels.
  public var caption: [Inline]

  /// The picture's file, relative to the article's folder; empty where there is no picture.
  public var source: String

  /// The text alternative, given as the image's title: `![caption](file "alternative")`.
  public var alternative: String?

  /// What stands in braces behind the picture: `{#fig-map .wide}`.
  public var attributes: ObjectAttributes

  /// The name by which the text refers to the figure.
  public var name: String? { attributes.name }

  public init(
    caption: [Inline], source: String = "", alternative: String? = nil,
    attributes: ObjectAttributes = ObjectAttributes()
  ) {
    self.caption = caption
    self.source = source
    self.alternative = alternative
    self.attributes = attributes
  }
}

/// A GFM table.
public struct Table: Equatable, Sendable {
  public var alignments: [Alignment]
  public var header: [[Inline]]
  public var rows: [[[Inline]]]

  /// What stands under the table, `: caption` on the line below it; empty where there is none.
  public var caption: [Inline]

  /// What stands in braces behind the caption: `{#tbl-ports .full}`.
  public var attributes: ObjectAttributes

  /// The name by which the text refers to the table.
  public var name: String? { attributes.name }

  public init(
    alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline] = [],
    attributes: ObjectAttributes = ObjectAttributes()
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
    self.attributes = attributes
  }

  /// A column's alignment, by the colons of the delimiter row; "start" is `:---`.
  public enum Alignment: Sendable {
    case unset
    case start
    case center
    case end
  }
}
