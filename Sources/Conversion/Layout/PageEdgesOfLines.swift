/// The edges of the text on each page, column by column.
struct PageEdgesOfLines {
  private struct Key: Hashable {
    var page: Int
    var column: Int?
  }

  private var spans: [Key: (x0: Double, x1: Double)] = [:]

  init(_ pages: [[PrintedLine]], body: Double) {
    let all = pages.joined().filter { $0.column == nil }
    let wholeLeft = Self.edge(all.map(\.x0), of: Array(all), body: body, outermost: { $0.min() })
    let wholeRight = Self.edge(all.map(\.x1), of: Array(all), body: body, outermost: { $0.max() })
    for (number, page) in pages.enumerated() {
      for (column, lines) in Dictionary(grouping: page, by: \.column) {
        // Columns of one width in one place share their edges through the paper.
        let kin =
          column == nil
          ? []
          : pages.joined().filter { other in
            guard other.column != nil, let x0 = lines.map(\.x0).min(),
              let x1 = lines.map(\.x1).max()
            else { return false }
            return other.x0 > x0 - 8 && other.x1 < x1 + 8
          }
        func safe(_ own: Double?, _ whole: Double?) -> Double? {
          guard column == nil, let whole else { return own }
          guard let own else { return whole }
          return abs(own - whole) < 60 ? own : whole
        }
        let own = column == nil ? lines : kin
        let left = Self.edge(own.map(\.x0), of: own, body: body) { $0.min() }
        let right = Self.edge(own.map(\.x1), of: own, body: body) { $0.max() }
        spans[Key(page: number, column: column)] = (
          safe(left, wholeLeft) ?? lines.map(\.x0).min() ?? 0,
          safe(right, wholeRight) ?? lines.map(\.x1).max() ?? 1000
        )
      }
    }
  }

  func span(_ line: PrintedLine) -> (x0: Double, x1: Double) {
    spans[Key(page: line.page, column: line.column)] ?? (line.x0, line.x1)
  }

  /// The outermost place that several lines of the text's size share.
  private static func edge(
    _ places: [Double], of lines: [PrintedLine], body: Double,
    outermost: ([Double]) -> Double?
  ) -> Double? {
    var counts: [Double: Int] = [:]
    for (place, line) in zip(places, lines) where abs(line.size - body) < 0.6 {
      counts[place.rounded(), default: 0] += 1
    }
    let total = counts.values.reduce(0, +)
    let strong = counts.keys.filter { place in
      let near = (counts[place - 1] ?? 0) + (counts[place] ?? 0) + (counts[place + 1] ?? 0)
      return Double(near) >= max(2, 0.12 * Double(total))
    }
    return outermost(Array(strong))
  }
}
