/// What a bracket looks like: on paper the left one of a pair has the opening shape, whatever letter
/// the file gives it. The shape of each glyph is learnt from pairs.
struct PrintedBrackets {
  private struct Glyph: Hashable {
    var font: Int
    var text: String
    var code: UInt32
    var isActual: Bool

    init(_ cluster: PrintedCluster) {
      (font, text, code, isActual) = (cluster.font, cluster.text, cluster.code, cluster.isActual)
    }
  }

  private var votes: [Glyph: [String: Int]] = [:]

  init() {}

  init(rows: [PrintedRow]) {
    for row in rows {
      for pair in ["()", "[]", "«»"] {
        let found = row.clusters.filter { $0.text.count == 1 && pair.contains($0.text) }
        guard !found.isEmpty, found.count % 2 == 0, found.count <= 8 else { continue }
        let pairs = stride(from: 0, to: found.count, by: 2).map { (found[$0], found[$0 + 1]) }
        guard pairs.allSatisfy({ Glyph($0.0) != Glyph($0.1) }) else { continue }
        let weight = pairs.count == 1 ? 3 : 1
        for (left, right) in pairs {
          votes[Glyph(left), default: [:]][String(pair.prefix(1)), default: 0] += weight
          votes[Glyph(right), default: [:]][String(pair.suffix(1)), default: 0] += weight
        }
      }
    }
  }

  /// The shape of a bracket.
  func shape(_ cluster: PrintedCluster) -> String {
    guard MirroredSigns.isBracket(cluster.text) else { return cluster.text }
    let key = Glyph(cluster)
    if let own = votes[key] { return Self.most(own) ?? cluster.text }
    // Not seen in a pair: as other glyphs of the same letter.
    var others: [String: Int] = [:]
    for (glyph, count) in votes where glyph.text == key.text && glyph.isActual == key.isActual {
      others.merge(count, uniquingKeysWith: +)
    }
    return Self.most(others) ?? cluster.text
  }

  private static func most(_ counts: [String: Int]) -> String? {
    counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
