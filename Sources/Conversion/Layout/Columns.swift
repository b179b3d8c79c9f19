/// Parts the rows of a page into columns where they stand beside one another.
///
/// A band of rows has a gutter where no cluster crosses a strip, rows stand on both sides of it, and
/// the rows of each side are long: cells of a table, or the numbers of a list, are not. What has been
/// seen so on one page holds for the others: at the place of a known gutter short rows suffice, and a
/// column may stand alone.
struct Columns {
  private let body: Double
  private let isRightToLeft: Bool
  /// The gutters that pages of the paper have shown.
  private var known: [[Strip]] = []

  /// - Parameter pages: the rows of each page from top to bottom.
  init(_ pages: [[PrintedRow]], body: Double, isRightToLeft: Bool) {
    (self.body, self.isRightToLeft) = (body, isRightToLeft)
    var found: [[Strip]] = []
    for rows in pages {
      for band in bands(rows) where band.gutters.allSatisfy({ $0.x1 - $0.x0 < 6 * body }) {
        found.append(band.gutters)
      }
    }
    known = found
  }

  private typealias Strip = (x0: Double, x1: Double)
  private typealias Band = (start: Int, end: Int, gutters: [Strip])

  /// The rows in the order in which they are read.
  func ordered(_ rows: [PrintedRow]) -> [PrintedRow] {
    var result: [PrintedRow] = []
    var index = 0
    var number = 0
    for band in bands(rows) {
      result += rows[index..<band.start]
      let columns = parted(Array(rows[band.start..<band.end]), at: band.gutters)
      for column in isRightToLeft ? columns.reversed() : columns {
        result += column.map { row in
          var row = row
          row.column = number
          return row
        }
        number += 1
      }
      index = band.end
    }
    return result + rows[index...]
  }

  /// The bands of columns of a page.
  private func bands(_ rows: [PrintedRow]) -> [Band] {
    guard rows.count >= 6 || !known.isEmpty else { return [] }
    let blank = rows.map { blanks($0) }
    var bands: [Band] = []
    var index = 0
    while index < rows.count {
      guard let band = band(rows, blank, from: index) else {
        index += 1
        continue
      }
      bands.append((index, band.end, band.gutters))
      index = band.end
    }
    return bands
  }

  /// The strips of a row without clusters, from edge to edge of the paper.
  private func blanks(_ row: PrintedRow) -> [Strip] {
    var strips: [Strip] = []
    var end = -1e5
    for cluster in row.clusters.sorted(by: { $0.x0 < $1.x0 }) {
      if cluster.x0 - end > 0.8 * body { strips.append((end, cluster.x0)) }
      end = max(end, cluster.x1)
    }
    return strips + [(end, 1e5)]
  }

  private func band(
    _ rows: [PrintedRow], _ blank: [[Strip]], from start: Int
  ) -> (end: Int, gutters: [Strip])? {
    var strips = blank[start]
    var found: (end: Int, gutters: [Strip])?
    if let end = known(rows, blank, from: start) { found = end }
    var end = start + 1
    while end < rows.count, !isApart(rows[end], rows[end - 1]) {
      strips = strips.flatMap { strip in
        blank[end].compactMap { other in
          let common = (x0: max(strip.x0, other.x0), x1: min(strip.x1, other.x1))
          return common.x1 - common.x0 > 0.8 * body ? common : nil
        }
      }
      guard !strips.isEmpty else { break }
      end += 1
      guard end - start >= 5, end > found?.end ?? 0 else { continue }
      let gutters = gutters(strips, Array(rows[start..<end]))
      if !gutters.isEmpty { found = (end, gutters) }
    }
    return found
  }

  /// The rows from one on that leave a known gutter blank: several that stand in one column, or some
  /// in each.
  private func known(
    _ rows: [PrintedRow], _ blank: [[Strip]], from start: Int
  ) -> (end: Int, gutters: [Strip])? {
    var best: (end: Int, gutters: [Strip])?
    for gutters in known {
      let end =
        (start..<rows.count).first { index in
          index > start && isApart(rows[index], rows[index - 1])
            || !gutters.allSatisfy { gutter in
              blank[index].contains { $0.x0 <= gutter.x0 + 1 && $0.x1 >= gutter.x1 - 1 }
            }
        } ?? rows.count
      guard end > best?.end ?? start + 2 else { continue }
      let columns = parted(Array(rows[start..<end]), at: gutters)
      let filled = columns.filter { $0.count >= 2 }
      // Short lines alone may be a list, a formula or an author's name.
      let isWide = filled.contains { column in
        let middle = gutters.map { ($0.x0 + $0.x1) / 2 }
        let edge = column.map { row in
          middle.map { min(abs(row.x0 - $0), abs(row.x1 - $0)) }.min() ?? 0
        }
        return edge.count { $0 < 2 * body } * 2 > column.count
      }
      guard isWide, filled.count == columns.count || filled.contains(where: { $0.count >= 3 })
      else { continue }
      best = (end, gutters)
    }
    return best
  }

  /// Whether a row of smaller type stands far below another: notes under the columns.
  private func isApart(_ row: PrintedRow, _ above: PrintedRow) -> Bool {
    row.size < 0.95 * body && row.size < above.size + 0.1 && row.y - above.y > 2.6 * body
  }

  /// The strips that have long rows on both sides.
  private func gutters(_ strips: [Strip], _ rows: [PrintedRow]) -> [Strip] {
    let inner = strips.filter { $0.x0 > -1e4 && $0.x1 < 1e4 }.sorted { $0.x0 < $1.x0 }
    guard !inner.isEmpty, inner.count <= 3 else { return [] }
    let columns = parted(rows, at: inner)
    // Each column has several rows, most of which fill it; a last row or a heading need not.
    let isSound = columns.allSatisfy { column in
      guard column.count >= 3 else { return false }
      let widths = column.map { $0.x1 - $0.x0 }
      guard let widest = widths.max(), widest > 9 * body else { return false }
      return Double(widths.count { $0 > 0.72 * widest }) >= max(3, 0.3 * Double(widths.count))
    }
    if isSound { return inner }
    // A strip may be an accident of short rows: try them one by one.
    return inner.count > 1
      ? inner.first { !gutters([$0], rows).isEmpty }.map { [$0] } ?? [] : []
  }

  /// The rows of each column, from left to right on paper.
  private func parted(_ rows: [PrintedRow], at gutters: [Strip]) -> [[PrintedRow]] {
    var columns = [[PrintedRow]](repeating: [], count: gutters.count + 1)
    for row in rows {
      var parts = [[PrintedCluster]](repeating: [], count: columns.count)
      for cluster in row.clusters {
        parts[gutters.count { ($0.x0 + $0.x1) / 2 < cluster.middle }].append(
          cluster)
      }
      for (index, part) in parts.enumerated() where !part.isEmpty {
        columns[index].append(
          PrintedRow(y: row.y, size: part.map(\.size).median, clusters: part))
      }
    }
    return columns
  }
}
