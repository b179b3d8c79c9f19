/// Which blocks are headings, and on which level.
struct PrintedHeadings {
  let body: Double
  /// The largest number of the line before which the list of sources begins.
  let sources: ClosedRange<Int>?

  func isHeading(_ block: PrintedBlock) -> Bool {
    let text = block.plain.trimmed
    guard block.isText, block.lines.count <= 4, text.count <= 200,
      text.contains(where: \.isLetter), text.count > 1
    else { return false }
    if text.words.contains(where: PrintedJoining.isAddress) { return false }
    let isLarge = block.size > body * 1.04
    let endsOpen = text.last.map { !".,;:".unicodeScalars.contains($0) } ?? false
    if let item = PrintedItem(text), !block.isBold {
      if item.isBullet || !isLarge { return false }
    }
    if isLarge, block.isBold || block.size > body * 1.1, endsOpen { return true }
    if let sources, sources.contains(block.lines[0].number) { return false }
    return block.isBold && block.lines.count <= 2 && endsOpen && block.size > body - 0.6
      && text.count < 140
  }

  /// The levels of headings, from 2 on: by printed numbers where they have parts, else by size and
  /// weight.
  static func levels(_ blocks: [PrintedBlock]) -> [Int] {
    struct Style: Hashable, Comparable {
      var size: Double
      var isBold: Bool
      static func < (one: Style, other: Style) -> Bool {
        one.size != other.size ? one.size > other.size : one.isBold && !other.isBold
      }
    }
    let styles = blocks.map { Style(size: ($0.size * 2).rounded() / 2, isBold: $0.isBold) }
    // Sizes that hardly differ are one: another script's font may be set smaller.
    var ranks: [Style: Int] = [:]
    var last: Style?
    var rank = 1
    for style in Set(styles).sorted() {
      if let last, last.size - style.size > 0.6 || last.isBold != style.isBold { rank += 1 }
      if last == nil { rank = 2 }
      ranks[style] = min(rank, 4)
      last = style
    }
    let depths = blocks.map { NumberDepth.depth($0.plain.trimmed) }
    let numbered = depths.compactMap { $0 }
    guard numbered.contains(where: { $0 > 1 }), numbered.contains(1) else {
      return styles.map { ranks[$0] ?? 2 }
    }
    return zip(depths, styles).map { depth, style in
      depth.map { min($0 + 1, 4) } ?? ranks[style] ?? 2
    }
  }
}

/// How many numbers a heading's own number has: `2.1` has two.
enum NumberDepth {
  static func depth(_ text: Scalars) -> Int? {
    guard let word = text.words.first, word.first?.isDigit == true else { return nil }
    let parts = word.split(separator: ".")
    guard parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isDigit) }), word.contains(".") else {
      return nil
    }
    return parts.count
  }
}
