/// Which way the paragraph of a Latin line in a right-to-left paper runs: its stop tells, then the
/// side where its short lines end.
struct LineDirections {
  let edges: PageEdgesOfLines

  func set(_ page: [PrintedLine]) {
    var index = 0
    while index < page.count {
      let line = page[index]
      guard let share = line.rightShare else {
        let above = index > 0 ? page[index - 1] : nil
        line.base =
          above.map { $0.y < line.y && line.y < $0.y + 2 * line.size ? $0.base : 1 } ?? 1
        index += 1
        continue
      }
      if share >= 0.5 {
        line.base = isNumberedAtLeft(line) ? 0 : 1
        index += 1
        continue
      }
      var end = index + 1
      while share == 0, end < page.count, page[end].rightShare ?? 0 == 0,
        abs(page[end].size - line.size) < 0.6, page[end].y > page[end - 1].y,
        page[end].y - page[end - 1].y < 3 * line.size
      { end += 1 }
      set(page, index..<end)
      index = end
    }
  }

  /// Whether a mixed line begins with a number and Latin at the left edge: a note that runs from left
  /// to right.
  private func isNumberedAtLeft(_ line: PrintedLine) -> Bool {
    guard let first = line.clusters.first, first.isDigit, line.hasLatin else { return false }
    let span = edges.span(line)
    let label = line.clusters.prefix { $0.isDigit || $0.isSpace || ".)".contains($0.text) }
    guard label.count < line.clusters.count, line.clusters[label.count].kind == .left,
      label.contains(where: { $0.isSpace || $0.isRaised || $0.text == "." })
    else { return false }
    return abs(line.x0 - span.x0) < 1.5 * line.size && span.x1 - line.x1 > 1.5 * line.size
  }

  /// Whether a number stands at the right end beside a right-to-left letter. In a line that runs from
  /// left to right a number behind such a letter stands on its left, and one before it farther left.
  private func isNumberedAtRight(_ inked: [PrintedCluster]) -> Bool {
    let label = inked.reversed().prefix { !$0.kind.isStrongRight && $0.kind != .left }
    return (1...5).contains(label.count) && label.contains { $0.kind.isNumber }
      && inked.dropLast(label.count).last?.kind.isStrongRight == true
  }

  private func set(_ page: [PrintedLine], _ range: Range<Int>) {
    let run = Array(page[range])
    let em = run[0].size
    let span = edges.span(run[0])
    let left = run.map(\.x0).min() ?? 0
    let right = run.map(\.x1).max() ?? 0
    let near = [range.lowerBound - 1, range.upperBound].filter(page.indices.contains).map {
      page[$0]
    }.filter { other in
      let beside = other.number < run[0].number ? run[0] : run[run.count - 1]
      return abs(other.size - em) < 2.5 && abs(other.y - beside.y) < 2.2 * em
        && other.rightShare ?? 0 > 0.5
    }
    let leftEdges = near.map(\.x0) + [span.x0] + (run.count > 1 ? [left] : [])
    let rightEdges = near.map(\.x1) + [span.x1] + (run.count > 1 ? [right] : [])
    var score = 0
    var sure: [Int?] = []
    for line in run {
      let isAtLeft = leftEdges.contains { abs(line.x0 - $0) < 0.25 * em }
      let isAtRight = rightEdges.contains { abs(line.x1 - $0) < 0.25 * em }
      let isWide = line.width > 0.97 * (max(right, span.x1) - min(left, span.x0))
      let said = sign(line, isFull: (isAtLeft && isAtRight) || isWide)
      sure.append(said)
      if let said {
        score += said == 1 ? 4 : -4
      } else if isAtLeft != isAtRight {
        score += isAtRight ? 1 : -1
      } else if !isAtLeft, !isWide {
        let (before, after) = (line.x0 - span.x0, span.x1 - line.x1)
        if after < 0.6 * before { score += 1 } else if before < 0.6 * after { score -= 1 }
      }
    }
    let above = range.lowerBound > 0 ? page[range.lowerBound - 1].base : 0
    let base =
      score > 0 ? 1 : score < 0 ? 0 : above == 1 && run.contains(where: \.hasRight) ? 1 : 0
    for (line, said) in zip(run, sure) {
      let first = line.inked.first?.text ?? ""
      line.base = said == 1 && ".,:;!?،؛".contains(first) && !first.isEmpty ? 1 : base
    }
  }

  /// What a line's own signs say of its direction.
  private func sign(_ line: PrintedLine, isFull: Bool) -> Int? {
    let inked = line.clusters.filter { !$0.isSpace && !$0.isRaised }
    guard let first = inked.first?.text, let last = inked.last?.text else { return nil }
    if ".,;:!?،؛".contains(first), !".,;:!?".contains(last) { return 1 }
    let shown = line.shown
    if EndLabel(line.clusters) != nil, shown.first?.isDigit == false, shown.first != "(" {
      return 1
    }
    if let mark = line.clusters.first, mark.isRaised, mark.isDigit { return 0 }
    if isNumberedAtRight(inked) { return 1 }
    if last == "-", shown.count > 1, shown[shown.count - 2].isLeftToRightLetter { return 0 }
    if ".;!?…".contains(last), !isFull { return 0 }
    if line.rightShare ?? 0 > 0, inked.last?.kind.isStrongRight == true { return 1 }
    return nil
  }
}
