import PDF

/// Tables: rows of cells that stand in columns, with rules or without.
struct PrintedTables {
  let measures: PrintedMeasures
  let sheets: [PDFPage]
  let isRightToLeft: Bool
  let reader: LineReader

  /// The table that begins with a line: its rows, and the line behind it.
  func table(_ page: [PrintedLine], at start: Int) -> (rows: [[Scalars]], end: Int)? {
    // Cells of a narrow table stand closer; rules must then show that it is one.
    table(page, at: start, gap: 1.0) ?? table(page, at: start, gap: 0.62, needsRules: true)
  }

  private func table(
    _ page: [PrintedLine], at start: Int, gap: Double, needsRules: Bool = false
  ) -> (rows: [[Scalars]], end: Int)? {
    var rows: [(line: PrintedLine, cells: [[PrintedCluster]])] = []
    var end = start
    var most = 0
    while end < page.count {
      if isStretched(page[end]) { break }
      let cells = cells(page[end], gap: gap)
      let isNear =
        end == start
        || page[end].y - page[end - 1].y < 3.4 * page[end].size
          && page[end].y > page[end - 1].y && page[end].column == page[start].column
      guard isNear, cells.count >= 2 || (end > start && isInside(page[end], rows, page: page))
      else { break }
      most = max(most, cells.count)
      rows.append((page[end], cells))
      end += 1
    }
    while let last = rows.last, last.cells.count < 2 {
      rows.removeLast()
      end -= 1
    }
    guard rows.count >= 2, let first = rows.first, let last = rows.last else { return nil }
    let top = first.line.y - 1.8 * first.line.size
    let bottom = last.line.y + 1.2 * last.line.size
    let rules = sheets[first.line.page].rules.count {
      $0.y0 > top - 4 && $0.y0 < bottom + 4 && $0.width > 20
        || $0.height > 8 && $0.y0 < bottom && $0.y1 > top
    }
    let full = rows.count { $0.cells.count >= 3 }
    // Two columns are a table only where rules say so.
    if needsRules, rules < 2 { return nil }
    guard most >= 3 ? (full >= 2 && (rules >= 2 || full >= 3)) : rules >= 3 else { return nil }
    let columns = columns(rows.map(\.cells))
    guard columns.count >= 2, columns.count <= 16 else { return nil }
    return (texts(rows, columns), end)
  }

  /// Whether a line of one cell goes on with a cell of the row above.
  private func isInside(
    _ line: PrintedLine, _ rows: [(line: PrintedLine, cells: [[PrintedCluster]])],
    page: [PrintedLine]
  ) -> Bool {
    guard let last = rows.last, line.y - last.line.y < 1.7 * line.size, last.cells.count >= 2,
      abs(line.size - last.line.size) < 0.6
    else { return false }
    let whole =
      (last.cells.flatMap { $0 }.map(\.x1).max() ?? 0)
      - (last.cells.flatMap { $0 }.map(\.x0).min() ?? 0)
    return line.width < 0.5 * whole
      && last.cells.contains { cell in
        (cell.first?.x0 ?? 0) < line.x1 && line.x0 < (cell.last?.x1 ?? 0)
      }
  }

  /// Whether a line is text that is stretched to its column's edges: the gaps between its words are
  /// alike, as those between cells hardly are.
  private func isStretched(_ line: PrintedLine) -> Bool {
    let inset = measures.columnInsets(line)
    guard abs(inset.start) < 0.3 * line.size, abs(inset.end) < 0.3 * line.size else { return false }
    let words = cells(line, gap: 0.1)
    let widths = zip(words, words.dropFirst()).compactMap { one, other in
      other.first.flatMap { first in one.last.map { first.x0 - $0.x1 } }
    }
    guard widths.count >= 2, let least = widths.min(), let most = widths.max() else { return false }
    return most - least < 0.2 * line.size
  }

  private func cells(_ line: PrintedLine, gap: Double) -> [[PrintedCluster]] {
    var cells: [[PrintedCluster]] = []
    for cluster in line.clusters where !cluster.isSpace {
      if let last = cells.last?.last, cluster.x0 - last.x1 <= gap * line.size {
        cells[cells.count - 1].append(cluster)
      } else {
        cells.append([cluster])
      }
    }
    return cells
  }

  /// The strips that cells share, in the order of reading.
  private func columns(_ rows: [[[PrintedCluster]]]) -> [(x0: Double, x1: Double)] {
    var strips: [(x0: Double, x1: Double)] = []
    for cell in rows.joined() {
      var own = (x0: cell.map(\.x0).min() ?? 0, x1: cell.map(\.x1).max() ?? 0)
      for strip in strips where strip.x0 < own.x1 && own.x0 < strip.x1 {
        own = (min(own.x0, strip.x0), max(own.x1, strip.x1))
      }
      strips.removeAll { $0.x0 < own.x1 && own.x0 < $0.x1 }
      strips.append(own)
    }
    return strips.sorted { isRightToLeft ? $0.x0 > $1.x0 : $0.x0 < $1.x0 }
  }

  private func texts(
    _ rows: [(line: PrintedLine, cells: [[PrintedCluster]])],
    _ columns: [(x0: Double, x1: Double)]
  ) -> [[Scalars]] {
    var result: [[Scalars]] = []
    for (index, row) in rows.enumerated() {
      var texts = [Scalars](repeating: [], count: columns.count)
      for cell in row.cells {
        let x0 = (cell.map(\.x0).min() ?? 0) - 0.01
        let x1 = (cell.map(\.x1).max() ?? 0) + 0.01
        let column = columns.firstIndex {
          $0.x0 - 0.1 <= (x0 + x1) / 2 && (x0 + x1) / 2 <= $0.x1 + 0.1
        }
        guard let column else { continue }
        let text = reader.text(
          row.line.clusters.filter { $0.x0 >= x0 && $0.x1 <= x1 }, base: isRightToLeft ? 1 : 0,
          size: row.line.size)
        texts[column] += (texts[column].isEmpty ? [] : [" "]) + text
      }
      // A row of one cell goes on with the row above.
      if row.cells.count == 1, index > 0, let column = texts.firstIndex(where: { !$0.isEmpty }) {
        let above = result[result.count - 1][column]
        result[result.count - 1][column] = above + (above.isEmpty ? [] : [" "]) + texts[column]
      } else {
        result.append(texts)
      }
    }
    return result
  }
}
