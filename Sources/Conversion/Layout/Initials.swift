/// Large initials: a letter that stands beside the first lines of its paragraph.
enum Initials {
  /// The rows with each initial at the head of its first line.
  static func joined(_ rows: [PrintedRow], isRightToLeft: Bool) -> [PrintedRow] {
    var rows = rows
    var gone: Set<Int> = []
    for index in rows.indices {
      let row = rows[index]
      guard row.clusters.count <= 2, let letter = row.clusters.first,
        row.clusters.contains(where: { $0.kind == .left || $0.kind.isStrongRight })
      else { continue }
      let beside = rows.indices.filter { other in
        guard other != index, rows[other].size * 1.7 < row.size, rows[other].clusters.count > 8
        else {
          return false
        }
        // A typesetter may float it to the wrong side.
        let gap = max(row.x0 - rows[other].x1, rows[other].x0 - row.x1)
        return gap > -0.5 * rows[other].size && gap < 3.5 * rows[other].size
          && rows[other].y > row.y - 0.95 * row.size && rows[other].y < row.y + 0.45 * row.size
      }
      guard beside.count >= 2 || beside.contains(where: { rows[$0].size * 2.2 < row.size }),
        let first = beside.min(by: { rows[$0].y < rows[$1].y })
      else {
        continue
      }
      var moved = letter
      let size = rows[first].size
      if isRightToLeft {
        (moved.x0, moved.x1) = (rows[first].x1, rows[first].x1 + 0.6 * size)
      } else {
        (moved.x0, moved.x1) = (rows[first].x0 - 0.6 * size, rows[first].x0)
      }
      (moved.y, moved.size, moved.isBold) = (rows[first].y, size, false)
      rows[first].clusters.append(moved)
      for other in beside { rows[other].isBesideInitial = true }
      gone.insert(index)
    }
    return rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
  }
}
