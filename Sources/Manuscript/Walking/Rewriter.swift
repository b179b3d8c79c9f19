/// Something that makes another article of an article, from the inside out.
///
/// It says only what it changes; all else stays as it is.
public protocol Rewriter {
  /// Whether inlines are rewritten one by one, not only texts as wholes.
  static var rewritesInlines: Bool { get }

  /// Whether what is inside a block is rewritten.
  mutating func descent(into block: Block) -> Descent

  /// What stands for a block whose inside has been rewritten.
  mutating func rewrite(_ block: Block) -> [Block]

  /// What stands for an item of a list whose blocks have been rewritten.
  mutating func rewrite(_ item: List.Item) -> List.Item

  /// What stands for a note whose blocks have been rewritten.
  mutating func rewrite(_ note: Note) -> Note

  /// What stands for a text as a whole, whose inlines have been rewritten.
  ///
  /// - Parameter block: what it stood in, as it was.
  mutating func rewrite(text: [Inline], _ role: TextRole, in block: Block) -> [Inline]

  /// What stands for an inline whose inside has been rewritten.
  mutating func rewrite(_ inline: Inline) -> [Inline]
}

extension Rewriter {
  public static var rewritesInlines: Bool { true }
  public mutating func descent(into block: Block) -> Descent { .inside }
  public mutating func rewrite(_ block: Block) -> [Block] { [block] }
  public mutating func rewrite(_ item: List.Item) -> List.Item { item }
  public mutating func rewrite(_ note: Note) -> Note { note }
  public mutating func rewrite(text: [Inline], _ role: TextRole, in block: Block) -> [Inline] {
    text
  }
  public mutating func rewrite(_ inline: Inline) -> [Inline] { [inline] }
}

extension Article {
  /// The article with body and notes rewritten.
  public func rewritten<R: Rewriter>(by rewriter: inout R) -> Article {
    var article = self
    article.blocks = blocks.rewritten(by: &rewriter)
    article.notes = notes.map { note in
      var note = note
      note.blocks = note.blocks.rewritten(by: &rewriter)
      return rewriter.rewrite(note)
    }
    return article
  }
}

extension [Block] {
  /// The blocks rewritten.
  public func rewritten<R: Rewriter>(by rewriter: inout R) -> [Block] {
    flatMap { $0.rewritten(by: &rewriter) }
  }
}

extension Block {
  /// What stands for the block.
  public func rewritten<R: Rewriter>(by rewriter: inout R) -> [Block] {
    guard rewriter.descent(into: self) == .inside else { return rewriter.rewrite(self) }
    var block = self
    switch content {
    case .heading(let level, let text):
      block.content = .heading(level: level, rewritten(text, .heading, &rewriter))
    case .paragraph(let text): block.content = .paragraph(rewritten(text, .paragraph, &rewriter))
    case .quotation(let blocks): block.content = .quotation(blocks.rewritten(by: &rewriter))
    case .list(var list):
      list.items = list.items.map { item in
        var item = item
        item.blocks = item.blocks.rewritten(by: &rewriter)
        return rewriter.rewrite(item)
      }
      block.content = .list(list)
    case .figure(var figure):
      figure.caption = rewritten(figure.caption, .caption, &rewriter)
      block.content = .figure(figure)
    case .table(var table):
      table.header = table.header.map { rewritten($0, .cell(isHeader: true), &rewriter) }
      table.rows = table.rows.map { row in
        row.map { rewritten($0, .cell(isHeader: false), &rewriter) }
      }
      table.caption = rewritten(table.caption, .caption, &rewriter)
      block.content = .table(table)
    case .verse(var lines):
      for index in lines.indices {
        lines[index].parts = lines[index].parts.map { rewritten($0, .paragraph, &rewriter) }
      }
      block.content = .verse(lines)
    case .definitions(var definitions):
      for index in definitions.indices {
        let definition = definitions[index]
        definitions[index].term = rewritten(definition.term, .paragraph, &rewriter)
        definitions[index].meanings = definition.meanings.map {
          rewritten($0, .paragraph, &rewriter)
        }
      }
      block.content = .definitions(definitions)
    case .box(var box):
      box.blocks = box.blocks.rewritten(by: &rewriter)
      block.content = .box(box)
    case .code, .math, .thematicBreak, .pageBreak: break
    }
    return rewriter.rewrite(block)
  }

  private func rewritten<R: Rewriter>(
    _ text: [Inline], _ role: TextRole, _ rewriter: inout R
  ) -> [Inline] {
    let text = R.rewritesInlines ? text.rewritten(by: &rewriter) : text
    return rewriter.rewrite(text: text, role, in: self)
  }
}

extension [Inline] {
  /// The inlines rewritten.
  public func rewritten<R: Rewriter>(by rewriter: inout R) -> [Inline] {
    flatMap { $0.rewritten(by: &rewriter) }
  }
}

extension Inline {
  /// What stands for the inline.
  public func rewritten<R: Rewriter>(by rewriter: inout R) -> [Inline] {
    let inline: Inline
    switch self {
    case .emphasis(let content): inline = .emphasis(content.rewritten(by: &rewriter))
    case .strong(let content): inline = .strong(content.rewritten(by: &rewriter))
    case .strikethrough(let content): inline = .strikethrough(content.rewritten(by: &rewriter))
    case .span(let language, let content):
      inline = .span(language: language, content.rewritten(by: &rewriter))
    case .link(var link):
      link.content = link.content.rewritten(by: &rewriter)
      inline = .link(link)
    case .image(var figure):
      figure.caption = figure.caption.rewritten(by: &rewriter)
      inline = .image(figure)
    case .crossReference(var reference):
      reference.content = reference.content.rewritten(by: &rewriter)
      inline = .crossReference(reference)
    case .text, .code, .math, .numberedReference, .noteReference, .pageBreak, .softBreak,
      .lineBreak:
      inline = self
    }
    return rewriter.rewrite(inline)
  }
}
