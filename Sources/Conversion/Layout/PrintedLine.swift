/// A printed line with its place and what it says.
final class PrintedLine {
  /// From left to right; spaces that are only gaps are among them.
  var clusters: [PrintedCluster]
  let x0: Double
  let x1: Double
  let y: Double
  let size: Double
  let page: Int
  /// The column in which it stands, counted through the page; `nil` across the page.
  let column: Int?
  let isBold: Bool
  /// Whether the file marks all of it as no part of the text.
  let isArtifact: Bool
  /// Whether a large initial stands beside it: it begins farther in than its paragraph does.
  let isBesideInitial: Bool
  /// The paragraph's level: 1 from right to left.
  var base = 0
  /// What it says, note marks enclosed by `Marker.note` and `Marker.end`.
  var text: Scalars = []
  /// Whether the order of its words is displayed as the line is.
  var isExact = true
  /// Whether a bullet stood before it; it is no longer among the clusters.
  var hasBullet = false
  /// The edges of the paragraphs around it.
  var edges: (x0: Double, x1: Double)?
  /// A number by which the account knows it.
  var number = 0

  init(_ clusters: [PrintedCluster], row: PrintedRow, page: Int) {
    self.clusters = clusters
    x0 = clusters.map(\.x0).min() ?? 0
    x1 = clusters.map(\.x1).max() ?? 0
    (y, size, column, self.page) = (row.y, row.size, row.column, page)
    isBesideInitial = row.isBesideInitial
    let inked = clusters.filter { !$0.isSpace && !$0.isRaised }
    let letters = inked.filter { $0.kind == .left || $0.kind.isStrongRight }
    let telling = letters.isEmpty ? inked : letters
    isBold = Double(telling.count(where: \.isBold)) > 0.6 * Double(telling.count)
    isArtifact = clusters.allSatisfy { $0.isArtifact || $0.isSpace }
  }

  /// How many of its letters are right to left; `nil` without letters.
  lazy var rightShare: Double? = {
    let right = clusters.count { $0.kind.isStrongRight }
    let left = clusters.count { $0.kind == .left }
    return right + left > 0 ? Double(right) / Double(right + left) : nil
  }()

  var hasLatin: Bool { clusters.contains { $0.kind == .left } }
  var hasRight: Bool { clusters.contains { $0.kind.isStrongRight } }
  var inked: [PrintedCluster] { clusters.filter { !$0.isSpace } }
  var width: Double { x1 - x0 }

  /// The class of the first letter or number from the right or the left end.
  func firstKind(fromRight: Bool) -> BidiClass? {
    (fromRight ? clusters.reversed() : clusters).first {
      !$0.isRaised && $0.kind.isTelling
    }?.kind
  }

  /// The words as shown, without marks, from left to right.
  var shown: Scalars {
    clusters.filter { !$0.isRaised }.flatMap { Array($0.text.unicodeScalars) }
  }
}
