import Manuscript

/// Makes an article's blocks of a structured paper's: lists of items, quotations of paragraphs,
/// figures with their captions, the list of sources.
struct StructuredAssembly {
  /// The number of the next printed page, if the source states the first.
  private var nextPage: Int?
  private var isBibliography = false
  /// How far headings are lowered, so that the highest is of level 2.
  private let lowered: Int

  init(_ document: StructuredDocument) {
    let levels = document.blocks.compactMap { block -> Int? in
      if case .heading(let level) = block.kind { level } else { nil }
    }
    lowered = 2 - (levels.min() ?? 1)
    nextPage = document.firstPage.map { $0 + 1 }
  }

  /// The blocks of the body, or of a note.
  mutating func blocks(_ parts: [StructuredBlock]) -> [Block] {
    var blocks: [Block] = []
    isBibliography = false
    var index = 0
    while index < parts.count {
      let part = parts[index]
      switch part.kind {
      case _ where isListed(part):
        let end = parts[index...].firstIndex { !isListed($0) } ?? parts.count
        for run in Self.runs(Array(parts[index..<end])) { blocks.append(list(run)) }
        index = end
        continue
      case .quotation:
        let end = parts[index...].firstIndex { $0.kind != .quotation } ?? parts.count
        let paragraphs = parts[index..<end].map { block(.paragraph(pages($0.inlines)), $0) }
        blocks.append(Block(.quotation(paragraphs), position: position(part)))
        index = end
        continue
      default: blocks.append(block(part))
      }
      index += 1
    }
    return blocks
  }

  private mutating func block(_ part: StructuredBlock) -> Block {
    switch part.kind {
    case .heading(let level):
      isBibliography = FrontMatterWords.isBibliography(Array(part.text.unicodeScalars))
      return block(.heading(level: min(level + lowered, 6), pages(part.inlines)), part)
    case .title, .subtitle:
      isBibliography = false
      return block(.heading(level: 2, pages(part.inlines)), part)
    case .table(let rows):
      let header = rows.first ?? []
      let table = Table(
        alignments: header.map { _ in .unset }, header: header.map { pages($0) },
        rows: rows.dropFirst().map { row in row.map { pages($0) } })
      return block(.table(table), part)
    case .figure(let file, let alternative):
      return block(
        .figure(Figure(caption: part.inlines, source: file, alternative: alternative)), part)
    case .code(let text): return block(.code(language: nil, text), part)
    case .rule: return block(.thematicBreak, part)
    case .pageBreak: return block(.pageBreak(page()), part)
    default: return block(.paragraph(pages(part.inlines)), part)
    }
  }

  private func block(_ content: Block.Content, _ part: StructuredBlock) -> Block {
    Block(content, doubts: part.doubts, position: position(part))
  }

  private func position(_ part: StructuredBlock) -> SourcePosition {
    SourcePosition(line: part.numbers.first ?? 0)
  }

  // MARK: - Pages

  private mutating func page() -> String? {
    defer { nextPage = nextPage.map { $0 + 1 } }
    return nextPage.map(String.init)
  }

  /// The inlines with the numbers of the pages that begin in them.
  private mutating func pages(_ inlines: [Inline]) -> [Inline] {
    guard nextPage != nil else { return inlines }
    return inlines.map { inline in
      if case .pageBreak = inline { .pageBreak(page()) } else { inline }
    }
  }

  // MARK: - Lists

  private func isListed(_ part: StructuredBlock) -> Bool {
    switch part.kind {
    case .item, .reference: true
    case .paragraph: isBibliography
    default: false
    }
  }

  private static func level(_ part: StructuredBlock) -> Int {
    if case .item(let item) = part.kind { item.level } else { 0 }
  }

  /// A list of items that follow one another; deeper ones become lists in their items.
  private mutating func list(_ parts: [StructuredBlock]) -> Block {
    let level = parts.first.map(Self.level) ?? 0
    var items: [List.Item] = []
    var index = 0
    while index < parts.count {
      let part = parts[index]
      var inlines = pages(part.inlines)
      if case .item(let item) = part.kind, let label = item.label {
        inlines.insert(.text(label + " "), at: 0)
      }
      var blocks = [block(.paragraph(inlines), part)]
      let next = parts[(index + 1)...].firstIndex { Self.level($0) <= level } ?? parts.count
      for run in Self.runs(Array(parts[(index + 1)..<next])) { blocks.append(list(run)) }
      items.append(List.Item(blocks: blocks, position: position(part)))
      index = next
    }
    var start: Int?
    if case .item(let item)? = parts.first?.kind { start = item.number }
    return Block(.list(List(start: start, isBibliography: isBibliography, items: items)))
  }

  /// Items parted where the kind of their mark changes or a number does not follow; deeper ones stay
  /// with that above them.
  private static func runs(_ parts: [StructuredBlock]) -> [[StructuredBlock]] {
    var runs: [[StructuredBlock]] = []
    var last: StructuredBlock?
    for part in parts {
      if let before = last, level(part) > level(before) || follows(part, before) {
        runs[runs.count - 1].append(part)
        if level(part) == level(before) { last = part }
      } else {
        runs.append([part])
        last = part
      }
    }
    return runs
  }

  private static func follows(_ next: StructuredBlock, _ last: StructuredBlock) -> Bool {
    guard case .item(let item) = next.kind, case .item(let before) = last.kind else {
      if case .item = next.kind { return false }
      if case .item = last.kind { return false }
      return true
    }
    guard item.level == before.level else { return false }
    if let number = before.number { return item.number == number + 1 }
    return item.number == nil && (item.label == nil) == (before.label == nil)
  }
}
