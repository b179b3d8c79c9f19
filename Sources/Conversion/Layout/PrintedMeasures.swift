/// What a paper's lines have in common: edges, distances, indents.
struct PrintedMeasures {
  let body: Double
  let isRightToLeft: Bool
  let edges: PageEdgesOfLines
  private var leadings: [Double: Double] = [:]
  /// Whether most lines fill their column.
  private(set) var isJustified = false
  /// The indent that a paragraph's first line has at its end, as one typesetter sets right-to-left
  /// text; `nil` where first lines are indented at their beginning or not at all.
  private(set) var endIndent: Double?

  init(_ lines: LineMaker, edges: PageEdgesOfLines) {
    (body, isRightToLeft, self.edges) = (lines.body, lines.isRightToLeft, edges)
    var distances: [Double: [Double]] = [:]
    for page in lines.lines {
      for (one, other) in zip(page, page.dropFirst()) where one.column == other.column {
        let distance = other.y - one.y
        guard abs(one.size - other.size) < 0.4, distance > 0.8 * one.size,
          distance < 3.4 * one.size
        else { continue }
        distances[one.size.rounded(toPlaces: 1), default: []].append(distance)
      }
    }
    leadings = distances.mapValues(\.median)
  }

  /// The usual distance of base lines at a size.
  func leading(_ size: Double) -> Double {
    if let own = leadings[size.rounded(toPlaces: 1)] { return own }
    let near = leadings.filter { abs($0.key - size) < 0.4 }.values
    return near.min() ?? 1.4 * size
  }

  /// Measures what the text's lines share, once notes and heads are apart.
  mutating func measure(_ pages: [[PrintedLine]]) {
    setEdges(pages)
    var (full, total) = (0, 0)
    var ends: [Double: Int] = [:]
    var starts = 0
    for page in pages {
      for (index, line) in page.enumerated()
      where abs(line.size - body) < 0.4 && (line.base == 1) == isRightToLeft {
        let inset = insets(line)
        if index + 1 < page.count, abs(page[index + 1].size - body) < 0.4 {
          total += 1
          if inset.end < 0.25 * line.size { full += 1 }
        }
        if inset.end > 0.7 * line.size, inset.end < 3 * line.size, inset.start < 0.2 * line.size {
          ends[inset.end.rounded(toPlaces: 1), default: 0] += 1
        }
        if inset.start > 0.7 * line.size, inset.start < 3 * line.size { starts += 1 }
      }
    }
    isJustified = total > 0 && full * 2 > total
    if let most = ends.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), most.value >= 4,
      most.value * 2 > starts, Double(most.value) >= 0.3 * Double(ends.values.reduce(0, +))
    {
      endIndent = most.key
    }
  }

  /// Lines that belong together by size and distance have edges of their own where they are set in
  /// from both sides, as a block quotation is.
  private func setEdges(_ pages: [[PrintedLine]]) {
    for page in pages {
      var index = 0
      while index < page.count {
        var end = index + 1
        while end < page.count, page[end].column == page[index].column,
          abs(page[end].size - page[index].size) < 0.35, page[end].y > page[end - 1].y,
          page[end].y - page[end - 1].y < 1.15 * leading(page[index].size) + 0.3,
          page[end].isBold == page[index].isBold
        { end += 1 }
        let run = page[index..<end]
        let span = edges.span(page[index])
        let em = page[index].size
        let x0 = run.map(\.x0).min() ?? span.x0
        let x1 = run.map(\.x1).max() ?? span.x1
        let isSetIn = run.count > 1 && x0 - span.x0 > 0.9 * em && span.x1 - x1 > 0.9 * em
        for line in run { line.edges = isSetIn ? (x0, x1) : span }
        index = end
      }
    }
  }

  /// How far a line stands from the edges where its direction begins and ends.
  func insets(_ line: PrintedLine) -> (start: Double, end: Double) {
    let edges = line.edges ?? edges.span(line)
    if line.isBesideInitial {
      return (0, line.base == 1 ? line.x0 - edges.x0 : edges.x1 - line.x1)
    }
    return line.base == 1
      ? (edges.x1 - line.x1, line.x0 - edges.x0) : (line.x0 - edges.x0, edges.x1 - line.x1)
  }

  /// The same from the column's edges.
  func columnInsets(_ line: PrintedLine) -> (start: Double, end: Double) {
    let span = edges.span(line)
    if line.isBesideInitial { return (0, 0) }
    return line.base == 1
      ? (span.x1 - line.x1, line.x0 - span.x0) : (line.x0 - span.x0, span.x1 - line.x1)
  }
}
