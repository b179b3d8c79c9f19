extension Article {
  /// The article without positions and anchors and with neighbouring texts joined, for comparing
  /// articles that were read from files laid out otherwise.
  public var ignoringLayout: Article {
    var article = self
    article.blocks = blocks.map(\.ignoringLayout)
    article.notes = notes.map { note in
      var note = note
      note.position = .none
      note.blocks = note.blocks.map(\.ignoringLayout)
      return note
    }
    article.linkLists = linkLists.map { LinkList(page: $0.page, addresses: $0.addresses) }
    return article
  }
}

extension Block {
  /// The block without positions and anchors and with neighbouring texts joined.
  var ignoringLayout: Block {
    Block(content.ignoringLayout, doubts: doubts)
  }
}

extension Block.Content {
  fileprivate var ignoringLayout: Block.Content {
    switch self {
    case .heading(let level, let inlines): return .heading(level: level, inlines.joiningTexts)
    case .paragraph(let inlines): return .paragraph(inlines.joiningTexts)
    case .quotation(let blocks): return .quotation(blocks.map(\.ignoringLayout))
    case .list(var list):
      list.delimiter = .period
      list.items = list.items.map { List.Item(blocks: $0.blocks.map(\.ignoringLayout)) }
      return .list(list)
    case .figure(var figure):
      figure.caption = figure.caption.joiningTexts
      return .figure(figure)
    case .table(var table):
      table.header = table.header.map(\.joiningTexts)
      table.rows = table.rows.map { $0.map(\.joiningTexts) }
      table.caption = table.caption.joiningTexts
      return .table(table)
    case .verse(let lines):
      return .verse(
        lines.map { VerseLine(indent: $0.indent, parts: $0.parts.map(\.joiningTexts)) })
    case .definitions(let definitions):
      return .definitions(
        definitions.map {
          Definition(term: $0.term.joiningTexts, meanings: $0.meanings.map(\.joiningTexts))
        })
    case .box(var box):
      box.blocks = box.blocks.map(\.ignoringLayout)
      return .box(box)
    case .code, .math, .thematicBreak, .pageBreak: return self
    }
  }
}

extension [Inline] {
  /// The same inlines with neighbouring texts made one and empty ones left out.
  var joiningTexts: [Inline] {
    var joined: [Inline] = []
    for inline in self {
      switch inline {
      case .text(let text):
        if case .text(let before)? = joined.last {
          joined[joined.count - 1] = .text(before + text)
        } else if !text.isEmpty {
          joined.append(inline)
        }
      case .emphasis(let content): joined.append(.emphasis(content.joiningTexts))
      case .strong(let content): joined.append(.strong(content.joiningTexts))
      case .strikethrough(let content): joined.append(.strikethrough(content.joiningTexts))
      case .span(let language, let content):
        joined.append(.span(language: language, content.joiningTexts))
      case .link(var link):
        link.content = link.content.joiningTexts
        joined.append(.link(link))
      case .image(var figure):
        figure.caption = figure.caption.joiningTexts
        joined.append(.image(figure))
      case .crossReference(let reference): joined += reference.content.joiningTexts
      case .code, .noteReference, .pageBreak, .softBreak, .lineBreak, .math, .numberedReference:
        joined.append(inline)
      }
    }
    return joined
  }
}
