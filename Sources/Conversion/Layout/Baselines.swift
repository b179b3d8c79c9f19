/// A row of a page: clusters on one base line, with what is raised above it.
struct PrintedRow {
  var y: Double
  var size: Double
  var clusters: [PrintedCluster]
  /// The column in which it stands, counted through the page; `nil` across the page.
  var column: Int?
  /// Whether a large initial stands beside it.
  var isBesideInitial = false

  var x0: Double { clusters.map(\.x0).min() ?? 0 }
  var x1: Double { clusters.map(\.x1).max() ?? 0 }
}

/// Clusters to rows.
enum Baselines {
  static func rows(_ clusters: [PrintedCluster], isRightToLeft: Bool) -> [PrintedRow] {
    var rows: [PrintedRow] = []
    for cluster in clusters.filter({ !$0.isSpace })
      .sorted(by: { ($0.y.rounded(toPlaces: 1), $0.x0) < ($1.y.rounded(toPlaces: 1), $1.x0) })
    {
      let near = rows.indices.suffix(12).reversed().first { index in
        abs(rows[index].y - cluster.y) <= max(0.6, 0.1 * cluster.size)
          && abs(rows[index].size - cluster.size) < 0.35 * max(rows[index].size, cluster.size)
      }
      if let near {
        rows[near].clusters.append(cluster)
      } else {
        rows.append(PrintedRow(y: cluster.y, size: cluster.size, clusters: [cluster]))
      }
    }
    for index in rows.indices { rows[index].size = rows[index].clusters.map(\.size).median }
    return merged(
      Initials.joined(withRaised(withBullets(rows)), isRightToLeft: isRightToLeft))
  }

  /// A bullet of another font may stand a little above or below its line.
  private static func withBullets(_ rows: [PrintedRow]) -> [PrintedRow] {
    var rows = rows
    var gone: Set<Int> = []
    for index in rows.indices {
      guard let bullet = rows[index].clusters.first, rows[index].clusters.count == 1,
        "•●▪◦‣·○■□".contains(bullet.text)
      else { continue }
      let near = rows.indices.filter { other in
        other != index && !gone.contains(other) && rows[other].clusters.count > 1
          && abs(rows[other].y - bullet.y) < 0.7 * rows[other].size
          && (abs(bullet.x0 - rows[other].x1) < 5 * rows[other].size
            || abs(rows[other].x0 - bullet.x1) < 5 * rows[other].size)
      }.min { abs(rows[$0].y - bullet.y) < abs(rows[$1].y - bullet.y) }
      guard let near else { continue }
      var moved = bullet
      moved.y = rows[near].y
      rows[near].clusters.append(moved)
      gone.insert(index)
    }
    return rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
  }

  /// Small rows just above or below the base line of a larger one become part of it.
  private static func withRaised(_ rows: [PrintedRow]) -> [PrintedRow] {
    var rows = rows
    var gone: Set<Int> = []
    for small in rows.indices.sorted(by: { rows[$0].size < rows[$1].size }) {
      var best: (distance: Double, row: Int, rise: Double)?
      for large in rows.indices where large != small && !gone.contains(large) {
        guard rows[small].size <= 0.86 * rows[large].size else { continue }
        let rise = rows[large].y - rows[small].y
        guard rise >= -0.35 * rows[large].size, rise <= 0.75 * rows[large].size,
          Double(rows[small].clusters.count) <= Double(rows[large].clusters.count) * 1.5 + 6,
          isBeside(rows[small], rows[large])
        else { continue }
        let distance = abs(rise - 0.35 * rows[large].size)
        if best.map({ distance < $0.distance }) ?? true { best = (distance, large, rise) }
      }
      guard let best else { continue }
      let isRaised = best.rise > 0.12 * rows[best.row].size
      rows[best.row].clusters += rows[small].clusters.map { cluster in
        var cluster = cluster
        cluster.isRaised = isRaised
        return cluster
      }
      gone.insert(small)
    }
    return rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
  }

  private static func isBeside(_ small: PrintedRow, _ large: PrintedRow) -> Bool {
    let isLabel =
      small.clusters.count <= 3
      && small.clusters.allSatisfy { $0.isDigit || "*†‡§".contains($0.text) }
      && (small.x0 > large.x1 - 0.1 || small.x1 < large.x0 + 0.1)
    // A note's number may stand at some distance from the note.
    let reach = (isLabel ? 3.6 : 0.9) * large.size
    return small.clusters.allSatisfy { cluster in
      large.clusters.contains {
        abs(cluster.x0 - $0.x1) < reach || abs($0.x0 - cluster.x1) < reach
          || ($0.x0 - 0.1 <= cluster.x0 && cluster.x0 <= $0.x1)
      }
        || small.clusters.contains {
          $0.order != cluster.order
            && (abs(cluster.x0 - $0.x1) < 0.3 * large.size
              || abs($0.x0 - cluster.x1) < 0.3 * large.size)
        }
    }
  }

  /// Rows on the same base line in other sizes or fonts become one.
  private static func merged(_ rows: [PrintedRow]) -> [PrintedRow] {
    var result: [PrintedRow] = []
    for row in rows.sorted(by: { $0.y < $1.y }) {
      if let last = result.last, abs(last.y - row.y) <= max(0.8, 0.12 * max(row.size, last.size)) {
        let isLarger = row.clusters.count > last.clusters.count / 2 + last.clusters.count % 2
        result[result.count - 1].clusters += row.clusters
        if row.isBesideInitial { result[result.count - 1].isBesideInitial = true }
        if isLarger, row.clusters.count > last.clusters.count {
          result[result.count - 1].size = row.size
        }
      } else {
        result.append(row)
      }
    }
    return result
  }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    let factor = places == 1 ? 10.0 : 100.0
    return (self * factor).rounded() / factor
  }
}

extension Array where Element == Double {
  /// The middle one of the values in order; 0 without any.
  var median: Double {
    guard !isEmpty else { return 0 }
    let ordered = sorted()
    return count % 2 == 1
      ? ordered[count / 2] : (ordered[count / 2 - 1] + ordered[count / 2]) / 2
  }

  /// The value that occurs most often, the larger of two.
  var mode: Double? {
    var counts: [Double: Int] = [:]
    for value in self { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
