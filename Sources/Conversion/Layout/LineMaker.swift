import PDF

/// The lines of a PDF's pages, in the order of reading.
struct LineMaker {
  /// The lines of each page.
  private(set) var lines: [[PrintedLine]] = []
  let isRightToLeft: Bool
  /// The size of most letters.
  let body: Double
  /// Whether the file draws spaces.
  let hasSpaces: Bool
  private(set) var brackets = PrintedBrackets()
  let pages: [PDFPage]
  /// How many glyphs the file gives no letter, of how many that are seen.
  private(set) var lost = 0
  private(set) var seen = 0
  private(set) var hidden = 0
  private(set) var doubled = 0

  init(_ document: PDFDocument) {
    pages = document.pages
    var maker = ClusterMaker(document)
    let clusters = document.pages.map { maker.clusters(of: $0) }
    (hidden, doubled) = (maker.hidden, maker.doubled)
    var (right, left, spaces, all) = (0, 0, 0, 0)
    var sizes: [Double: Int] = [:]
    for cluster in clusters.joined() {
      all += 1
      if cluster.isSpace {
        spaces += 1
        continue
      }
      seen += 1
      if cluster.text.unicodeScalars.contains(where: Self.isLost) { lost += 1 }
      if cluster.kind.isStrongRight { right += 1 }
      if cluster.kind == .left { left += 1 }
      sizes[cluster.size.rounded(toPlaces: 1), default: 0] += 1
    }
    let rightToLeft = Double(right) > 0.25 * Double(right + left + 1)
    let body = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 10
    isRightToLeft = rightToLeft
    hasSpaces = Double(spaces) > 0.05 * Double(all)
    self.body = body
    let found = clusters.map { Baselines.rows($0, isRightToLeft: rightToLeft) }
    let columns = Columns(found, body: body, isRightToLeft: isRightToLeft)
    let rows = zip(clusters, found).map { page, rows in
      let spaces = page.filter(\.isSpace)
      return columns.ordered(rows).map { Self.finished($0, spaces: spaces) }
    }
    brackets = PrintedBrackets(rows: rows.joined().map { $0 })
    let gaps = LineGaps(hasSpaces: hasSpaces)
    var number = 1
    lines = rows.enumerated().map { page, rows in
      rows.compactMap { row in
        let clusters = gaps.spaced(row.clusters, size: row.size)
        guard !clusters.isEmpty else { return nil }
        let line = PrintedLine(clusters, row: row, page: page)
        line.number = number
        number += 1
        let (right, left) = (
          clusters.count { $0.kind.isStrongRight }, clusters.count { $0.kind == .left }
        )
        let isRight =
          right > 0 && Double(right) >= 0.3 * Double(left)
          || right == 0 && left == 0 && rightToLeft
        line.base = isRight ? 1 : 0
        return line
      }
    }
  }

  /// A sign that stands for no letter: U+FFFD, or one of a private area, which fonts without a table
  /// of letters use.
  static func isLost(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FFFD}" || (0xE000...0xF8FF).contains(scalar.value) || scalar.value < 0x20
  }

  /// The row with its size, its raised pieces told, and the spaces that are drawn in it.
  private static func finished(_ row: PrintedRow, spaces: [PrintedCluster]) -> PrintedRow {
    var row = row
    let full = row.clusters.filter { !$0.isRaised }
    row.size = full.map { $0.size.rounded(toPlaces: 1) }.mode ?? row.size
    for index in row.clusters.indices where !row.clusters[index].isRaised {
      let cluster = row.clusters[index]
      if cluster.size < 0.8 * row.size, row.y - cluster.y > 0.15 * row.size {
        row.clusters[index].isRaised = true
      }
    }
    let (x0, x1) = (row.x0, row.x1)
    let lines = Set(row.clusters.map { $0.y.rounded(toPlaces: 1) })
    row.clusters += spaces.filter { space in
      x0 - 0.5 <= space.middle && space.middle <= x1 + 0.5
        && lines.contains { abs(space.y - $0) < 0.8 }
    }
    row.clusters.sort { ($0.x0, $0.x1, $0.order) < ($1.x0, $1.x1, $1.order) }
    return row
  }
}

/// Spaces that are only a gap on paper.
struct LineGaps {
  let hasSpaces: Bool

  func spaced(_ clusters: [PrintedCluster], size: Double) -> [PrintedCluster] {
    var result: [PrintedCluster] = []
    var previous: PrintedCluster?
    for cluster in clusters {
      if cluster.isSpace {
        if let last = result.last, last.isSpace {
          result[result.count - 1].x1 = max(last.x1, cluster.x1)
        } else {
          result.append(cluster)
        }
        continue
      }
      if let before = previous, let last = result.last, !last.isSpace,
        cluster.x0 - before.x1 > need(before, cluster, size: size)
      {
        result.append(PrintedCluster(gapFrom: before.x1, to: cluster.x0, like: cluster))
      }
      result.append(cluster)
      previous = cluster
    }
    while result.first?.isSpace == true { result.removeFirst() }
    while result.last?.isSpace == true { result.removeLast() }
    return result
  }

  /// The least gap that is a space.
  private func need(_ before: PrintedCluster, _ after: PrintedCluster, size: Double) -> Double {
    let size = min(max(before.size, after.size), size)
    guard hasSpaces else { return (before.isRaised || after.isRaised ? 0.3 : 0.155) * size }
    let gap = after.x0 - before.x1
    // Where spaces are drawn, a gap beside a sign is a matter of the line's stretching.
    let isSign =
      "()[]»«".contains(before.text) || "()[]»«".contains(after.text)
      || (".,:;!?،؛".contains(before.text) && after.kind.isStrongRight)
      || (".,:;!?،؛".contains(after.text) && before.kind == .left)
    return (isSign && gap < 1.2 * size ? 1.2 : 0.36) * size
  }
}
