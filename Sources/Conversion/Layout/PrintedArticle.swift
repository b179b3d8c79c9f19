import Manuscript
import PDF

/// The parts of a printed paper as an article's blocks and notes.
struct PrintedArticle {
  private(set) var blocks: [Block] = []
  private(set) var notes: [Note] = []
  private(set) var pieces: [Account.Piece] = []
  private(set) var removals: [Removal] = []
  /// The files of the article's figures.
  private(set) var pictures: [PDFPicture] = []

  private let paper: PrintedPaper
  private let inline: InlineText
  private let styles: PrintedStyles
  private let document: PDFDocument
  private var page: Int
  private var levels: [Int: Int] = [:]

  init(_ paper: PrintedPaper, document: PDFDocument) {
    (self.paper, self.document) = (paper, document)
    inline = InlineText(pageNumbers: paper.pageNumbers, isMarkdown: false)
    styles = PrintedStyles(document, lines: paper.lines.lines)
    page = paper.firstPage
    let source = PrintedFigures(document).placed(among: paper.blocks)
    let headings = source.indices.filter { source[$0].isHeading }
    let found = PrintedHeadings.levels(headings.map { source[$0] })
    for (index, level) in zip(headings, found) { levels[index] = level }
    var index = 0
    while index < source.count { index = add(source, index) }
    for note in paper.notes { add(note) }
  }

  private mutating func addBreaks(before block: PrintedBlock) {
    while page < block.page {
      page += 1
      blocks.append(Block(.pageBreak(paper.pageNumbers[page].map(String.init))))
    }
  }

  /// Adds the block at a place, or the list or caption that begins with it; gives the next place.
  private mutating func add(_ source: [PrintedBlock], _ index: Int) -> Int {
    let block = source[index]
    if case .picture(let picture) = block.kind {
      addBreaks(before: block)
      return addFigure(source, index, picture: picture)
    }
    if case .table(let rows) = block.kind {
      addBreaks(before: block)
      add(rows, block)
      return index + 1
    }
    if let end = listEnd(source, from: index) {
      addBreaks(before: block)
      addList(source, index..<end)
      return end
    }
    addBreaks(before: block)
    let inlines = inlines(block.text, of: block)
    let position = SourcePosition(line: block.lines.first?.number ?? 0)
    if block.isHeading {
      blocks.append(Block(.heading(level: levels[index] ?? 2, inlines), position: position))
    } else if PrintedFigures.isNumberedCaption(block) {
      blocks.append(Block(.figure(Figure(caption: inlines)), position: position))
    } else if paper.quotations.isQuotation(block) {
      let paragraph = Block(.paragraph(inlines), position: position)
      blocks.append(Block(.quotation([paragraph]), position: position))
    } else {
      blocks.append(Block(.paragraph(inlines), position: position))
    }
    account(block)
    page = max(page, block.breaks.values.max() ?? page)
    return index + 1
  }

  /// A block's text with what its letters look like; that of a heading is the heading's own.
  private func inlines(_ text: Scalars, of block: PrintedBlock) -> [Inline] {
    let inlines = inline.inlines(text)
    return block.isHeading
      ? inlines : styles.styled(inlines, text: text, lines: block.lines.map { ($0, $0.text) })
  }

  private mutating func account(_ block: PrintedBlock) {
    pieces.append(Account.Piece(lines: block.lines.map(\.number), text: block.text))
  }

  // MARK: Lists

  private func isInSources(_ block: PrintedBlock) -> Bool {
    guard let sources = paper.sources, let line = block.lines.first, block.isText else {
      return false
    }
    return line.number > sources.lowerBound && line.number <= sources.upperBound && !block.isHeading
  }

  private func item(_ block: PrintedBlock) -> PrintedItem? {
    block.isText && !block.isHeading ? PrintedItem(block.text) : nil
  }

  /// The end of the list that begins with a block; `nil` where none does.
  private func listEnd(_ source: [PrintedBlock], from start: Int) -> Int? {
    if isInSources(source[start]) {
      return source[start...].firstIndex { !isInSources($0) } ?? source.count
    }
    guard let first = item(source[start]) else { return nil }
    var (end, last) = (start + 1, first)
    while end < source.count, let next = item(source[end]), !isInSources(source[end]),
      next.isBullet ? first.isBullet : next.follows(last)
    {
      last = next
      end += 1
    }
    switch first.label {
    case .bullet: return end
    case .number(let number):
      return number == 1 || end - start > 1 || follows(source, start, first) ? end : nil
    case .letter: return end - start > 1 || follows(source, start, first) ? end : nil
    }
  }

  /// Whether an item goes on with a list that something stands in the midst of.
  private func follows(_ source: [PrintedBlock], _ index: Int, _ item: PrintedItem) -> Bool {
    source[max(0, index - 6)..<index].contains { block in
      self.item(block).map { item.follows($0) } ?? false
    }
  }

  private mutating func addList(_ source: [PrintedBlock], _ range: Range<Int>) {
    let areSources = isInSources(source[range.lowerBound])
    var items: [List.Item] = []
    for index in range {
      let block = source[index]
      var text = block.text
      if let item = item(block) {
        switch item.label {
        case .bullet: text = Array(text[item.length...])
        case .number:
          removals.append(
            Removal(
              line: block.lines[0].number, text: text[..<item.length].string, reason: .listNumber))
          text = Array(text[item.length...])
        case .letter: break
        }
      }
      if block.page > page, var last = items.popLast() {
        last = ended(last, upTo: block.page)
        items.append(last)
      }
      page = max(page, block.page, block.breaks.values.max() ?? 0)
      let position = SourcePosition(line: block.lines.first?.number ?? 0)
      items.append(
        List.Item(
          blocks: [Block(.paragraph(inlines(text, of: block)), position: position)],
          position: position)
      )
      pieces.append(Account.Piece(lines: block.lines.map(\.number), text: text))
    }
    var start: Int?
    if !areSources, case .number(let number)? = item(source[range.lowerBound])?.label {
      start = number
    }
    blocks.append(Block(.list(List(start: start, isBibliography: areSources, items: items))))
  }

  /// An item at whose end pages begin.
  private func ended(_ item: List.Item, upTo next: Int) -> List.Item {
    var item = item
    guard let last = item.blocks.indices.last,
      case .paragraph(var inlines) = item.blocks[last].content
    else { return item }
    for number in (page + 1)...next {
      inlines.append(.text(" "))
      inlines.append(.pageBreak(paper.pageNumbers[number].map(String.init)))
    }
    item.blocks[last].content = .paragraph(inlines)
    return item
  }

  // MARK: Tables and figures

  private mutating func add(_ rows: [[Scalars]], _ block: PrintedBlock) {
    let cells = rows.map { $0.map { inline.inlines($0) } }
    blocks.append(
      Block(
        .table(
          Table(
            alignments: rows[0].map { _ in .unset }, header: cells[0],
            rows: Array(cells.dropFirst()))),
        position: SourcePosition(line: block.lines.first?.number ?? 0)))
    pieces.append(
      Account.Piece(
        lines: block.lines.map(\.number), text: Array(rows.joined().joined(separator: [" "]))))
  }

  private mutating func addFigure(
    _ source: [PrintedBlock], _ index: Int, picture: Int
  ) -> Int {
    pictures.append(document.pictures[picture])
    let name = "figure-\(pictures.count).\(document.pictures[picture].format.rawValue)"
    var caption: [Inline] = []
    var next = index + 1
    if next < source.count, PrintedFigures.isCaption(source[next]) {
      caption = inlines(source[next].text, of: source[next])
      account(source[next])
      next += 1
    }
    blocks.append(Block(.figure(Figure(caption: caption, source: name))))
    return next
  }

  private mutating func add(_ note: PrintedNotes.Note) {
    let text = paper.text(of: note)
    let inlines = styles.styled(inline.inlines(text), text: text, lines: note.lines)
    notes.append(
      Note(
        label: note.label, blocks: text.isEmpty ? [] : [Block(.paragraph(inlines))],
        isMissing: text.isEmpty,
        position: SourcePosition(line: note.lines.first?.line.number ?? 0)))
    pieces.append(Account.Piece(lines: note.lines.map(\.line.number), text: text))
    if let first = note.lines.first {
      removals.append(
        Removal(line: first.line.number, text: note.printed, reason: .noteNumber))
    }
  }
}
