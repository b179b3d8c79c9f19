/// Puts the cells of tables together.
///
/// A program that keeps columns apart leaves a table's row as a line with wide gaps; others join the
/// cells with single spaces, so that the change between words and numbers shows where one ends; a
/// third kind puts each cell on a line of its own. Rows of one table have numbers in the same
/// columns: lines are taken for a table only where that pattern repeats.
struct Tables {
  /// The lines, each table one of them.
  private(set) var lines: [TextLine] = []

  private typealias Row = [TableCells.Cell]

  private struct Found {
    var range: Range<Int>
    var header: Row
    var rows: [Row]
    /// Whether the evidence was thin.
    var isDoubtful: Bool
  }

  private let source: [TextLine]
  private let fullWidth: Int
  /// What the words of a heading that belong together are told by.
  private let pairs: WordPairs

  /// A table has no more columns, and no more lines, than this.
  private static let mostColumns = 12
  private static let mostLines = 300

  init(lines source: [TextLine], fullWidth: Int) {
    self.source = source
    self.fullWidth = max(fullWidth, 40)
    pairs = WordPairs(
      stretches: source.filter { Double($0.width) > 0.8 * Double(fullWidth) }.map {
        Self.withoutArticles($0.text)
      })
    var index = 0
    while index < source.count {
      if let table = table(at: index) {
        lines.append(line(of: table))
        index = table.range.upperBound
      } else {
        lines.append(source[index])
        index += 1
      }
    }
  }

  private func table(at index: Int) -> Found? {
    if let table = rows(at: index) { return table }
    guard index > 0, Captions.isOfTable(source[index - 1].text) else { return nil }
    return sequence(at: index)
  }

  private func line(of table: Found) -> TextLine {
    let first = source[table.range.lowerBound]
    var line = first.replacing(raw: first.raw)
    line.isTable = true
    line.text = Array(
      ([table.header] + table.rows).map { row in
        Array(row.map(\.text).joined(separator: [Marker.cell]))
      }.joined(separator: [Marker.row]))
    line.blanksAfter = source[table.range.upperBound - 1].blanksAfter
    line.absorbed = source[table.range].flatMap(\.sourceNumbers).filter { $0 != line.number }
    if table.isDoubtful { line.doubt = .tableCells }
    return line
  }

  // MARK: - A row on each line

  /// The table whose header, or whose first row, is a line.
  private func rows(at start: Int) -> Found? {
    guard !source[start].text.isEmpty, !Captions.begins(source[start].text) else { return nil }
    let isCaptioned = start > 0 && Captions.isOfTable(source[start - 1].text)
    for first in [start + 1, start] {
      guard source.indices.contains(first), let row = row(first, isCaptioned: isCaptioned) else {
        continue
      }
      let kinds = row.map(\.isNumber)
      var rows = [row]
      var end = first + 1
      while end < source.count, end - first < Self.mostLines, !source[end].startsPage,
        let next = self.row(end, isCaptioned: isCaptioned), next.map(\.isNumber) == kinds
      {
        rows.append(next)
        end += 1
      }
      let numbers = kinds.count { $0 }
      let isFollowed = end < source.count && Captions.isOfTable(source[end].text)
      guard rows.count > 2 || (rows.count > 1 && (isCaptioned || isFollowed)),
        numbers > 1 || (isCaptioned && rows.count > 1)
      else { continue }
      if first == start {
        return Found(
          range: start..<end, header: rows[0], rows: Array(rows.dropFirst()), isDoubtful: true)
      }
      guard !source[first].startsPage, let header = header(start, columns: row.count) else {
        continue
      }
      return Found(
        range: start..<end, header: header.row, rows: rows, isDoubtful: header.isDoubtful)
    }
    return nil
  }

  /// The cells of a line that can be a row.
  private func row(_ index: Int, isCaptioned: Bool) -> Row? {
    let line = source[index]
    guard !line.beginsItem, !line.continuesItem, line.width <= fullWidth * 5 / 4,
      !Self.endsSentence(line.text), !Captions.begins(line.text)
    else { return nil }
    var cells = TableCells.byGaps(line.raw)
    let hasGaps = cells.count > 1 && !line.isStretched
    if !hasGaps {
      cells = TableCells.byNumbers(line.text)
      // Running text has numbers as well; a row's words are few.
      let isNarrow = Double(line.width) < 0.8 * Double(fullWidth)
      guard isNarrow || isCaptioned, cells.contains(where: \.isNumber) else { return nil }
    }
    guard (2...Self.mostColumns).contains(cells.count),
      cells.allSatisfy({ $0.text.words.count <= 5 })
    else { return nil }
    return cells
  }

  /// The cells of a line above the first row. Where words are more than columns, those are kept
  /// together that stand together elsewhere in the paper.
  private func header(_ index: Int, columns: Int) -> (row: Row, isDoubtful: Bool)? {
    let line = source[index]
    guard !Self.endsSentence(line.text), !line.beginsItem, line.width <= fullWidth else {
      return nil
    }
    let empty = TableCells.Cell([])
    var cells = TableCells.byGaps(line.raw)
    if cells.count == columns { return (cells, false) }
    if cells.count > 1, cells.count == columns - 1 { return ([empty] + cells, false) }
    let words = line.text.words
    cells = words.map(TableCells.Cell.init)
    if cells.count == columns { return (cells, false) }
    if cells.count == columns - 1, columns > 2 { return ([empty] + cells, true) }
    guard words.count > columns, words.count <= columns * 3 else { return nil }
    let bonds = words.indices.dropFirst().map { place in
      (
        place: place,
        weight: pairs.likelihood(
          endOf: Self.withoutArticles(words[place - 1]),
          startOf: Self.withoutArticles(words[place]))
      )
    }
    let bound = bonds.sorted { ($0.weight, $0.place) > ($1.weight, $1.place) }
      .prefix(words.count - columns)
    let places = Set(bound.map(\.place))
    var joined: [Scalars] = []
    for (place, word) in words.enumerated() {
      if places.contains(place) {
        joined[joined.count - 1] += [" "] + word
      } else {
        joined.append(word)
      }
    }
    return (joined.map(TableCells.Cell.init), bound.contains { $0.weight < 1 })
  }

  /// A text whose words have no article, which a header leaves out.
  private static func withoutArticles(_ text: Scalars) -> Scalars {
    let words = text.words.map { word -> Scalars in
      if word.count > 3, word[0] == "ה" { return Array(word.dropFirst()) }
      if word.count > 4, word[0] == "ا", word[1] == "ل" { return Array(word.dropFirst(2)) }
      return word
    }
    return Array(words.joined(separator: [" "]))
  }

  // MARK: - A cell on each line

  /// The table below a caption whose cells are lines of their own.
  private func sequence(at start: Int) -> Found? {
    var cells: [(cell: TableCells.Cell, line: Int)] = []
    var end = start
    while end < source.count, end - start < Self.mostLines, isCellLine(source[end]),
      end == start || !source[end].startsPage
    {
      for cell in TableCells.byNumbers(source[end].text, cutsWords: true) {
        if let last = cells.last, Self.isSign(last.cell.text), cell.isNumber {
          cells[cells.count - 1].cell = TableCells.Cell(last.cell.text + cell.text)
        } else {
          cells.append((cell, end))
        }
      }
      end += 1
    }
    var best: (length: Int, columns: Int, header: Int)?
    for columns in 2...Self.mostColumns {
      // The corner above the rows' names may be empty.
      for header in [columns, columns - 1] where cells.count >= header + 2 * columns {
        let kinds = cells[header..<(header + columns)].map(\.cell.isNumber)
        guard kinds.contains(true), kinds.contains(false) else { continue }
        var length = header
        while length + columns <= cells.count,
          cells[length..<(length + columns)].map(\.cell.isNumber) == kinds
        {
          length += columns
        }
        while length > header, length < cells.count, cells[length].line == cells[length - 1].line {
          length -= columns
        }
        guard length >= header + 2 * columns, length > best?.length ?? 0 else { continue }
        best = (length, columns, header)
      }
    }
    guard let best else { return nil }
    func row(_ range: Range<Int>) -> Row {
      let row = cells[range].map(\.cell)
      // A program that writes letters as they are seen writes the cells of a row so.
      return source[start].family == .visual ? row.reversed() : row
    }
    var header = row(0..<best.header)
    if best.header < best.columns { header.insert(TableCells.Cell([]), at: 0) }
    let rows = stride(from: best.header, to: best.length, by: best.columns).map {
      row($0..<($0 + best.columns))
    }
    return Found(
      range: start..<(cells[best.length - 1].line + 1), header: header, rows: rows,
      isDoubtful: best.header < best.columns)
  }

  private func isCellLine(_ line: TextLine) -> Bool {
    line.width * 2 < fullWidth && !line.beginsItem && !Captions.begins(line.text)
      && !Self.endsSentence(line.text)
  }

  /// Whether a sentence ends with a line: the point of a number (`23.1`) is no full stop.
  private static func endsSentence(_ text: Scalars) -> Bool {
    Ending.endsSentence(text)
      && TableCells.byNumbers(text, cutsWords: true).last?.isNumber != true
  }

  private static func isSign(_ text: Scalars) -> Bool {
    text == ["+"] || text == ["-"] || text == ["\u{2212}"]
  }
}
