/// Something that goes through an article in reading order: through its blocks, what is inside them,
/// and the inlines of each.
///
/// It says only what it looks at; all else has a default that goes on. Blocks of a new kind are
/// taught to `Block.accept` once, and every visitor meets them.
///
/// ```swift
/// struct PageMarks: Visitor {
///   var pages: [String?] = []
///   mutating func visit(_ inline: Inline) -> Descent {
///     if case .pageBreak(let page) = inline { pages.append(page) }
///     return .inside
///   }
/// }
/// var marks = PageMarks()
/// article.accept(&marks)
/// ```
public protocol Visitor {
  /// Meets a block before what is inside it.
  mutating func visit(_ block: Block) -> Descent
  /// Leaves a block; called of every block, whether its inside was visited or not.
  mutating func leave(_ block: Block)

  /// Meets an item of a list before its blocks.
  mutating func visit(_ item: List.Item, of list: List) -> Descent
  mutating func leave(_ item: List.Item, of list: List)

  /// Meets a row of a table before its cells.
  mutating func visit(row: [[Inline]], of table: Table, isHeader: Bool) -> Descent

  /// Meets a note before its blocks.
  mutating func visit(_ note: Note) -> Descent
  mutating func leave(_ note: Note)

  /// Meets a text as a whole, before its inlines: a heading, a paragraph, a caption, a cell.
  ///
  /// - Parameter block: what it stands in.
  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent

  /// Meets an inline before what is inside it.
  mutating func visit(_ inline: Inline) -> Descent
  mutating func leave(_ inline: Inline)
}

/// Whether a visitor goes on to what is inside of what it has met.
public enum Descent: Sendable {
  case inside
  case past
}

/// What a text is to its block.
public enum TextRole: Sendable, Equatable {
  case heading
  case paragraph
  case caption
  case cell(isHeader: Bool)
}

extension Visitor {
  public mutating func visit(_ block: Block) -> Descent { .inside }
  public mutating func leave(_ block: Block) {}
  public mutating func visit(_ item: List.Item, of list: List) -> Descent { .inside }
  public mutating func leave(_ item: List.Item, of list: List) {}
  public mutating func visit(row: [[Inline]], of table: Table, isHeader: Bool) -> Descent {
    .inside
  }
  public mutating func visit(_ note: Note) -> Descent { .inside }
  public mutating func leave(_ note: Note) {}
  public mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent {
    .inside
  }
  public mutating func visit(_ inline: Inline) -> Descent { .inside }
  public mutating func leave(_ inline: Inline) {}
}

extension Article {
  /// Leads a visitor through the body and then through the notes, in the order of the file.
  public func accept<V: Visitor>(_ visitor: inout V) {
    blocks.accept(&visitor)
    for note in notes { note.accept(&visitor) }
  }
}

extension Note {
  /// Leads a visitor through the note.
  public func accept<V: Visitor>(_ visitor: inout V) {
    if visitor.visit(self) == .inside { blocks.accept(&visitor) }
    visitor.leave(self)
  }
}

extension [Block] {
  /// Leads a visitor through the blocks.
  public func accept<V: Visitor>(_ visitor: inout V) {
    for block in self { block.accept(&visitor) }
  }
}

extension Block {
  /// Leads a visitor through the block.
  public func accept<V: Visitor>(_ visitor: inout V) {
    if visitor.visit(self) == .inside { acceptInside(&visitor) }
    visitor.leave(self)
  }

  /// Leads a visitor through what is inside the block.
  public func acceptInside<V: Visitor>(_ visitor: inout V) {
    switch content {
    case .heading(_, let text): accept(text, .heading, &visitor)
    case .paragraph(let text): accept(text, .paragraph, &visitor)
    case .quotation(let blocks): blocks.accept(&visitor)
    case .list(let list):
      for item in list.items {
        if visitor.visit(item, of: list) == .inside { item.blocks.accept(&visitor) }
        visitor.leave(item, of: list)
      }
    case .figure(let figure): accept(figure.caption, .caption, &visitor)
    case .table(let table):
      accept(row: table.header, of: table, isHeader: true, &visitor)
      for row in table.rows { accept(row: row, of: table, isHeader: false, &visitor) }
      if !table.caption.isEmpty { accept(table.caption, .caption, &visitor) }
    case .verse(let lines):
      for part in lines.flatMap(\.parts) { accept(part, .paragraph, &visitor) }
    case .definitions(let definitions):
      for definition in definitions {
        accept(definition.term, .paragraph, &visitor)
        for meaning in definition.meanings { accept(meaning, .paragraph, &visitor) }
      }
    case .box(let box): box.blocks.accept(&visitor)
    case .code, .math, .thematicBreak, .pageBreak: break
    }
  }

  private func accept<V: Visitor>(
    row: [[Inline]], of table: Table, isHeader: Bool, _ visitor: inout V
  ) {
    guard visitor.visit(row: row, of: table, isHeader: isHeader) == .inside else { return }
    for cell in row { accept(cell, .cell(isHeader: isHeader), &visitor) }
  }

  private func accept<V: Visitor>(_ text: [Inline], _ role: TextRole, _ visitor: inout V) {
    if visitor.visit(text: text, role, in: self) == .inside { text.accept(&visitor) }
  }
}

extension [Inline] {
  /// Leads a visitor through the inlines.
  public func accept<V: Visitor>(_ visitor: inout V) {
    for inline in self {
      if visitor.visit(inline) == .inside { inline.content.accept(&visitor) }
      visitor.leave(inline)
    }
  }
}

extension Inline {
  /// The inlines inside this one; none where it is a leaf.
  public var content: [Inline] {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .span(_, let content):
      content
    case .link(let link): link.content
    case .image(let figure): figure.caption
    case .crossReference(let reference): reference.content
    case .text, .code, .math, .numberedReference, .noteReference, .pageBreak, .softBreak,
      .lineBreak:
      []
    }
  }
}
