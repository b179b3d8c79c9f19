/// A line of verse; where it has no parts, it is the gap between two stanzas.
public struct VerseLine: Equatable, Sendable {
  /// How far the line is set in, in spaces.
  public var indent: Int

  /// The line; two parts or more are half-lines with a wide gap between them, as Arabic verse is
  /// printed.
  public var parts: [[Inline]]

  public init(indent: Int = 0, parts: [[Inline]]) {
    self.indent = indent
    self.parts = parts
  }
}

/// A term with what it means.
public struct Definition: Equatable, Sendable {
  public var term: [Inline]

  /// One paragraph each.
  public var meanings: [[Inline]]

  /// The identifier of the term, as `Block.anchor`.
  public var anchor: String

  public var position: SourcePosition

  public init(
    term: [Inline], meanings: [[Inline]], anchor: String = "", position: SourcePosition = .none
  ) {
    self.term = term
    self.meanings = meanings
    self.anchor = anchor
    self.position = position
  }
}

/// Blocks that stand in a frame beside the text.
public struct Box: Equatable, Sendable {
  /// What stands behind the colons: `box`, `note`.
  public var kind: String
  public var blocks: [Block]

  public init(kind: String = "box", blocks: [Block]) {
    self.kind = kind
    self.blocks = blocks
  }
}
