/// A block of a printed paper: lines that belong together, or a table, or a picture.
struct PrintedBlock {
  enum Kind {
    case text
    case table([[Scalars]])
    /// The place of its picture in the document.
    case picture(Int)
  }

  var kind: Kind
  var lines: [PrintedLine]
  /// The page on which it begins.
  var page: Int
  /// The pages that begin before its lines, by the lines' places.
  var breaks: [Int: Int] = [:]
  var text: Scalars = []
  var isHeading = false

  var size: Double {
    lines.count < 3 ? lines.map(\.size).max() ?? 0 : lines.map(\.size).median
  }
  var isBold: Bool { !lines.isEmpty && lines.allSatisfy(\.isBold) }
  var isText: Bool { if case .text = kind { true } else { false } }
  var hasRight: Bool { text.contains(where: \.isRightToLeftLetter) }
  var plain: Scalars { Marker.removed(from: text) }
}

/// Gathers lines into blocks: by distance, size and weight, indents and last lines, labels of items.
struct PrintedBlocks {
  let measures: PrintedMeasures
  let tables: PrintedTables
  /// The line of the heading above the list of sources, after which items hang.
  var sources: Int?
  /// The line behind the list of sources.
  var sourcesEnd: Int?
  /// Whether the entries of the list of sources begin with an indent, as paragraphs do.
  private var areSourcesIndented = false

  init(measures: PrintedMeasures, tables: PrintedTables) {
    (self.measures, self.tables) = (measures, tables)
  }

  mutating func gather(_ pages: [[PrintedLine]]) -> [PrintedBlock] {
    areSourcesIndented = areIndented(pages.map { $0.filter { isInSources($0) } })
    var blocks: [PrintedBlock] = []
    var isOpen = false
    for (number, page) in pages.enumerated() {
      var isFirst = true
      var index = 0
      while index < page.count {
        if let table = tables.table(page, at: index) {
          if isFirst, let last = blocks.last, case .table(let rows) = last.kind,
            rows[0].count == table.rows[0].count
          {
            // The head may be repeated overleaf.
            let more = table.rows[0] == rows[0] ? Array(table.rows.dropFirst()) : table.rows
            blocks[blocks.count - 1].kind = .table(rows + more)
            blocks[blocks.count - 1].lines += page[index..<table.end]
          } else {
            blocks.append(
              PrintedBlock(
                kind: .table(table.rows), lines: Array(page[index..<table.end]), page: number))
          }
          isOpen = false
          isFirst = false
          index = table.end
          continue
        }
        let line = page[index]
        if isOpen, let last = blocks.last, !breaks(last, line, isNewPage: isFirst) {
          if last.lines[last.lines.count - 1].page != line.page {
            blocks[blocks.count - 1].breaks[last.lines.count] = line.page
          }
          blocks[blocks.count - 1].lines.append(line)
        } else {
          blocks.append(PrintedBlock(kind: .text, lines: [line], page: number))
          isOpen = true
        }
        isFirst = false
        index += 1
      }
    }
    return blocks
  }

  /// Whether the first lines of entries, told by a distance or a short line above them, stand farther in
  /// than the lines below them.
  private func areIndented(_ pages: [[PrintedLine]]) -> Bool {
    var (indented, hanging) = (0, 0)
    for page in pages {
      for ((above, line), below) in zip(zip(page, page.dropFirst()), page.dropFirst(2))
      where above.column == line.column && line.column == below.column && line.base == below.base {
        let leading = measures.leading(line.size)
        let isFirst =
          line.y - above.y > 1.2 * leading || measures.insets(above).end > 1.5 * line.size
        guard isFirst, below.y - line.y < 1.15 * leading else { continue }
        let indent = measures.insets(line).start - measures.insets(below).start
        if indent > 0.4 * line.size { indented += 1 }
        if indent < -0.4 * line.size { hanging += 1 }
      }
    }
    return indented >= 2 && indented > 2 * hanging
  }

  private func isInSources(_ line: PrintedLine) -> Bool {
    guard let sources, line.number > sources, abs(line.size - measures.body) < 2.5 else {
      return false
    }
    return sourcesEnd.map { line.number < $0 } ?? true
  }

  /// Whether a line begins a block of its own.
  private func breaks(_ block: PrintedBlock, _ line: PrintedLine, isNewPage: Bool) -> Bool {
    let first = block.lines[0]
    let previous = block.lines[block.lines.count - 1]
    if abs(previous.size - line.size) > 0.35,
      !(previous.hasLatin && line.hasLatin && abs(previous.size - line.size) < 2.2
        && previous.isBold == line.isBold)
    {
      return true
    }
    if previous.isBold != line.isBold, !isMixed(previous, line) { return true }
    if let label = PrintedItem(line.text) {
      if label.isBullet { return true }
      let own = PrintedItem(first.text)
      if label.isFirst || own.map({ label.follows($0) }) ?? false { return true }
    }
    if line.page == 0, FrontMatterWords.keywordsAfter(line.text) != nil { return true }
    let isSameColumn = line.page == previous.page && line.column == previous.column
    let inSources = isInSources(line)
    if isSameColumn {
      let gap = line.y - previous.y
      let slack =
        inSources && !(previous.hasLatin && line.hasLatin && measures.isRightToLeft) ? 1.1 : 1.22
      // An initial may widen the distance below its line.
      let isAtInitial = previous.isBesideInitial && gap < 2.6 * measures.leading(line.size)
      if gap < 0 || !isAtInitial && gap > slack * measures.leading(line.size) + 0.4 { return true }
    }
    let (start, end) = measures.insets(line)
    let (previousStart, previousEnd) = measures.insets(previous)
    let em = line.size
    if inSources,
      let known = breaksSources(block, line, start: start, previousStart: previousStart)
    {
      return known
    }
    if PrintedItem(first.text) != nil {
      if previousEnd > 2.5 * em, Ending.endsSentence(previous.text) { return true }
      return line.base == previous.base && start < previousStart - 0.8 * em && block.lines.count > 1
    }
    return breaksParagraph(
      block, line, em: em, start: start, end: end, previousStart: previousStart,
      previousEnd: previousEnd)
  }

  /// A bold line and one that is not may be of one paragraph: a heading run in, a bold word.
  private func isMixed(_ previous: PrintedLine, _ line: PrintedLine) -> Bool {
    let bold = previous.isBold ? previous : line
    let letters = bold.inked.filter { $0.kind == .left || $0.kind.isStrongRight }
    let share = Double(letters.count(where: \.isBold)) / Double(max(1, letters.count))
    return share < 0.97
  }

  /// What the hanging of an entry in the list of sources tells; `nil` where it tells nothing.
  private func breaksSources(
    _ block: PrintedBlock, _ line: PrintedLine, start: Double, previousStart: Double
  ) -> Bool? {
    let previous = block.lines[block.lines.count - 1]
    guard previous.base == line.base else { return true }
    let first = measures.insets(block.lines[0]).start
    let em = line.size
    if areSourcesIndented {
      if start - previousStart > 0.4 * em { return true }
      return block.lines.count == 1 && first - start > 0.4 * em ? false : nil
    }
    if first - start > 0.4 * em { return true }
    if block.lines.count == 1, start - first > 0.4 * em { return false }
    if block.lines.count > 1, previousStart - start > 0.4 * em { return true }
    if abs(start - first) < 0.5 * em, block.lines.count > 1, previousStart - first > 0.4 * em {
      return true
    }
    return nil
  }

  private func breaksParagraph(
    _ block: PrintedBlock, _ line: PrintedLine, em: Double, start: Double, end: Double,
    previousStart: Double, previousEnd: Double
  ) -> Bool {
    let previous = block.lines[block.lines.count - 1]
    var previousEnd = previousEnd
    if line.base == previous.base {
      if start - previousStart > 0.55 * em, start < 4 * em { return true }
      if block.lines.count > 1, previousStart - start > 1.5 * em { return true }
    }
    if let indent = measures.endIndent, line.base == 1 {
      if abs(end - indent) < 0.7, start < 0.3 * em { return true }
      if abs(previousEnd - indent) < 0.7, block.lines.count == 1 { previousEnd = 0 }
    }
    let endsSentence = Ending.endsSentence(Marker.removed(from: previous.text))
    if previous.base == line.base, previousEnd > (measures.isJustified ? 1 : 4) * em,
      measures.isJustified || endsSentence, previousEnd > firstWord(line) + 0.6 * em
    {
      return true
    }
    return previous.base != line.base
      && (line.rightShare ?? 0 == 0) != (previous.rightShare ?? 0 == 0) && previousEnd > 2 * em
  }

  /// The width of a line's first word.
  private func firstWord(_ line: PrintedLine) -> Double {
    let clusters = line.base == 1 ? line.clusters.reversed() : line.clusters
    return clusters.prefix { !$0.isSpace }.reduce(0) { $0 + $1.x1 - $1.x0 }
  }
}
