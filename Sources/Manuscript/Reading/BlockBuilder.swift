import CCmark

/// Makes blocks, notes and link lists of cmark's tree.
struct BlockBuilder {
  let pieces: [HiddenPiece]
  private let file: String
  private let lineOffset: Int
  private var inlines: InlineBuilder
  private var ownFindings: [Finding] = []
  private(set) var notes: [Note] = []
  private(set) var linkLists: [LinkList] = []

  /// Deeper quotations and lists are flattened: a tree of values is taken apart recursively.
  static let depthLimit = 16

  init(body: PreparedBody, file: String, lineOffset: Int) {
    pieces = body.pieces
    self.file = file
    self.lineOffset = lineOffset
    inlines = InlineBuilder(pieces: body.pieces, file: file, lineOffset: lineOffset)
  }

  var findings: [Finding] { ownFindings + inlines.findings }

  /// A block as read, or a comment that says something about its neighbours.
  enum Part {
    case block(Block)
    case sign(Comment, SourcePosition)
    case doubts([String])
    /// `: …`, a caption or a definition.
    case colon([Inline], doubts: [String], SourcePosition)
    case fence(LineSigns.Fence, SourcePosition)
  }

  /// The blocks of a document; its notes are kept in `notes`.
  mutating func blocks(of document: MarkdownParser.Node, droppingFirst: Bool) -> [Block] {
    var parts: [Part] = []
    var next = document.pointee.first_child
    if droppingFirst { next = next?.pointee.next }
    while let node = next {
      next = node.pointee.next
      append(node, depth: 0, to: &parts)
    }
    return joined(boxed(parts))
  }

  // MARK: - Nodes

  private mutating func children(of node: MarkdownParser.Node, depth: Int) -> [Block] {
    var parts: [Part] = []
    var next = node.pointee.first_child
    while let child = next {
      next = child.pointee.next
      append(child, depth: depth, to: &parts)
    }
    return joined(boxed(parts))
  }

  private mutating func append(
    _ node: MarkdownParser.Node, depth: Int, to parts: inout [Part]
  ) {
    let line = Int(node.pointee.start_line) + lineOffset
    let position = SourcePosition(line: line)
    switch UInt32(node.pointee.type) {
    case CMARK_NODE_PARAGRAPH.rawValue:
      appendParagraph(inlines.content(of: node, line: line), position, to: &parts)
    case CMARK_NODE_HEADING.rawValue:
      let content = inlines.content(of: node, line: line)
      if BlockSign(content.inlines.first) == .colon {
        parts.append(
          .colon(Array(content.inlines.dropFirst()), doubts: content.doubts, position))
        parts += content.signs.map { .sign($0, position) }
        return
      }
      let level = Int(node.pointee.as.heading.level)
      var text = content.plainInlines.onOneLine
      InlineBuilder.trim(&text)
      let block = Block(
        .heading(level: level, text), doubts: content.doubts, position: position)
      parts.append(.block(block))
      parts += content.signs.map { .sign($0, position) }
    case CMARK_NODE_HTML_BLOCK.rawValue:
      let literal = MarkdownParser.bytes(of: node.pointee.as.literal)
      if let part = part(hiddenIn: literal, position) {
        parts.append(part)
        return
      }
      appendParagraph(inlines.content(ofHTML: literal, line: line), position, to: &parts)
    case CMARK_NODE_CODE_BLOCK.rawValue:
      parts.append(.block(Block(code(node), position: position)))
    case CMARK_NODE_THEMATIC_BREAK.rawValue:
      parts.append(.block(Block(.thematicBreak, position: position)))
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue:
      appendNote(node, line: line)
    case CMARK_NODE_BLOCK_QUOTE.rawValue where depth < Self.depthLimit:
      let blocks = children(of: node, depth: depth + 1)
      parts.append(.block(Block(.quotation(blocks), position: position)))
    case CMARK_NODE_LIST.rawValue where depth < Self.depthLimit:
      parts.append(.block(Block(.list(list(node, depth: depth)), position: position)))
    case UInt32(daf_node_table().rawValue):
      parts.append(.block(Block(.table(table(node)), position: position)))
    default:
      appendFlattened(node, position, to: &parts)
    }
  }

  /// The innermost blocks of a node that is nested too deep, in order.
  private mutating func appendFlattened(
    _ node: MarkdownParser.Node, _ position: SourcePosition, to parts: inout [Part]
  ) {
    report(.nestedTooDeep, position)
    guard let iterator = cmark_iter_new(node) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(iterator), inner != node
      else { continue }
      switch UInt32(inner.pointee.type) {
      case CMARK_NODE_BLOCK_QUOTE.rawValue, CMARK_NODE_LIST.rawValue, CMARK_NODE_ITEM.rawValue:
        continue
      default:
        append(inner, depth: Self.depthLimit, to: &parts)
        cmark_iter_reset(iterator, inner, CMARK_EVENT_EXIT)
      }
    }
  }

  private mutating func appendParagraph(
    _ content: InlineBuilder.Content, _ position: SourcePosition, to parts: inout [Part]
  ) {
    var blocks = Self.blocks(ofParagraph: content, position)
    if let last = blocks.indices.last {
      blocks[last].doubts = content.doubts
      parts += blocks.map { .block($0) }
    } else if !content.doubts.isEmpty {
      parts.append(.doubts(content.doubts))
    }
    parts += content.signs.map { .sign($0, position) }
  }

  /// A picture that stands alone is a figure, a page mark that stands alone a block; page marks
  /// beside such a picture stand alone too.
  private static func blocks(
    ofParagraph content: InlineBuilder.Content, _ position: SourcePosition
  ) -> [Block] {
    if content.hasBlockSigns, let lines = BlockSign.verse(content.inlines) {
      return [Block(.verse(lines), position: position)]
    }
    let inlines = content.plainInlines
    if let parts = DisplayedFormulas.parts(of: inlines) {
      return parts.map { Block($0, position: position) }
    }
    var blocks: [Block] = []
    for inline in content.inlines {
      if case .attributes(let attributes)? = BlockSign(inline),
        case .figure(var figure)? = blocks.last?.content,
        figure.attributes == ObjectAttributes()
      {
        figure.attributes = attributes
        blocks[blocks.count - 1].content = .figure(figure)
        continue
      }
      switch inline {
      case .pageBreak(let number): blocks.append(Block(.pageBreak(number), position: position))
      case .image(let figure): blocks.append(Block(.figure(figure), position: position))
      case .softBreak: continue
      case .text(let text) where text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }): continue
      default: return [Block(.paragraph(inlines), position: position)]
      }
    }
    let figures = blocks.count { if case .figure = $0.content { true } else { false } }
    return figures > 1 ? [Block(.paragraph(inlines), position: position)] : blocks
  }

  private func code(_ node: MarkdownParser.Node) -> Block.Content {
    let info = InlineBuilder.restored(
      MarkdownParser.bytes(of: node.pointee.as.code.info), pieces)
    let literal = InlineBuilder.restored(
      MarkdownParser.bytes(of: node.pointee.as.code.literal), pieces)
    let language = info.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return .code(language: language.isEmpty ? nil : language, literal)
  }

  private mutating func list(_ node: MarkdownParser.Node, depth: Int) -> List {
    let isOrdered = node.pointee.as.list.list_type == CMARK_ORDERED_LIST
    var items: [List.Item] = []
    var next = node.pointee.first_child
    while let item = next {
      next = item.pointee.next
      let position = SourcePosition(line: Int(item.pointee.start_line) + lineOffset)
      items.append(
        List.Item(blocks: children(of: item, depth: depth + 1), position: position))
    }
    return List(
      start: isOrdered ? Int(node.pointee.as.list.start) : nil,
      delimiter: node.pointee.as.list.delimiter == CMARK_PAREN_DELIM ? .bracket : .period,
      items: items)
  }

  private mutating func table(_ node: MarkdownParser.Node) -> Table {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    var alignments: [Table.Alignment] = []
    if let signs = cmark_gfm_extensions_get_table_alignments(node) {
      for index in 0..<count {
        switch signs[index] {
        case UInt8(ascii: "l"): alignments.append(.start)
        case UInt8(ascii: "c"): alignments.append(.center)
        case UInt8(ascii: "r"): alignments.append(.end)
        default: alignments.append(.unset)
        }
      }
    }
    var rows: [[[Inline]]] = []
    var next = node.pointee.first_child
    while let row = next {
      next = row.pointee.next
      var cells: [[Inline]] = []
      var nextCell = row.pointee.first_child
      while let cell = nextCell {
        nextCell = cell.pointee.next
        let line = Int(row.pointee.start_line) + lineOffset
        cells.append(inlines.content(of: cell, line: line).plainInlines)
      }
      rows.append(cells)
    }
    return Table(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  // MARK: - Notes

  private mutating func appendNote(_ node: MarkdownParser.Node, line: Int) {
    let key = MarkdownParser.bytes(of: node.pointee.as.literal)
    guard let (number, _) = Sentinel.number(in: key, at: 0), number < pieces.count,
      case .noteLabel(let label) = pieces[number].kind
    else { return }
    var parts: [Part] = []
    var next = node.pointee.first_child
    while let child = next {
      next = child.pointee.next
      append(child, depth: 1, to: &parts)
    }
    var isMissing = false
    var kept: [Part] = []
    for part in parts {
      if case .sign(.missing, _) = part { isMissing = true } else { kept.append(part) }
    }
    var position = pieces[number].position
    position.column = max(1, position.column - 2)
    var doubts: [String] = []
    if kept.count == 1, case .doubts(let only) = kept[0] {
      doubts = only
      kept = []
    }
    notes.append(
      Note(
        label: label, blocks: joined(boxed(kept)), isMissing: isMissing, doubts: doubts,
        position: position))
  }

  // MARK: - Comments beside blocks

  /// Puts what the comments between blocks say into the blocks: a bibliography's sign into the list
  /// after it, doubts into the block before them; a list of link targets goes to `linkLists`.
  mutating func joined(_ parts: [Part]) -> [Block] {
    var blocks: [Block] = []
    var waiting: [String] = []
    var sign: (comment: Comment, position: SourcePosition)?
    for part in parts {
      switch part {
      case .block(var block):
        block.doubts = waiting + block.doubts
        waiting = []
        if let (comment, position) = sign {
          sign = nil
          if case .list(var list) = block.content {
            switch comment {
            case .references:
              list.isBibliography = true
              block.content = .list(list)
            case .links(let page):
              if let addresses = Self.addresses(of: list) {
                linkLists.append(LinkList(page: page, addresses: addresses, position: position))
                continue
              }
              reportIdle(comment, position)
            default: break
            }
          } else {
            reportIdle(comment, position)
          }
        }
        blocks.append(block)
      case .doubts(let doubts):
        if let last = blocks.indices.last {
          blocks[last].doubts += doubts
        } else {
          waiting += doubts
        }
      case .colon(let inlines, let doubts, let position):
        Self.append(colon: inlines, doubts, position, to: &blocks)
      case .fence: break
      case .sign(let comment, let position):
        if let (earlier, position) = sign { reportIdle(earlier, position) }
        sign = (comment, position)
      }
    }
    if let (comment, position) = sign { reportIdle(comment, position) }
    if !waiting.isEmpty { blocks.append(Block(.paragraph([]), doubts: waiting)) }
    return blocks
  }

  mutating func report(_ kind: Finding.Kind, _ position: SourcePosition) {
    ownFindings.append(Finding(kind, .warning, file: file, position: position))
  }

  private mutating func reportIdle(_ comment: Comment, _ position: SourcePosition) {
    let name =
      switch comment {
      case .references: "references"
      case .links: "links"
      case .missing: "missing"
      default: "comment"
      }
    ownFindings.append(
      Finding(.idleComment, .warning, file: file, position: position, facts: ["comment": name]))
  }

  /// The addresses of a list whose items are an address each; `nil` for any other list.
  private static func addresses(of list: List) -> [String]? {
    var addresses: [String] = []
    for item in list.items {
      guard item.blocks.count == 1, item.blocks[0].doubts.isEmpty,
        case .paragraph(let inlines) = item.blocks[0].content, inlines.count == 1,
        case .link(let link) = inlines[0], link.isAutolink
      else { return nil }
      addresses.append(link.content.plainText)
    }
    return addresses
  }
}
