import Manuscript

/// Finds the headings of a text whose author made them without styles: by bold letters, size and
/// place.
///
/// A heading is short, ends no sentence, is set off from most of the text by size or by boldness as a
/// whole, and text follows it. What is set off in one and the same way is of one level, the larger
/// and the bolder above the rest.
enum InferredHeadings {
  /// Signs by which a heading is set off, weightier first.
  private struct Weight: Hashable, Comparable {
    var size: Double
    var isBold: Bool
    var isCentered: Bool

    static func < (left: Weight, right: Weight) -> Bool {
      (left.size, left.isBold ? 1 : 0, left.isCentered ? 1 : 0)
        < (right.size, right.isBold ? 1 : 0, right.isCentered ? 1 : 0)
    }
  }

  /// Whether styles name headings.
  static func hasStyles(_ blocks: [StructuredBlock]) -> Bool {
    blocks.contains { if case .heading = $0.kind { true } else { false } }
  }

  static func mark(_ blocks: inout [StructuredBlock]) {
    guard !hasStyles(blocks), let body = bodySize(blocks) else { return }
    var found: [(index: Int, weight: Weight)] = []
    for index in blocks.indices {
      guard let weight = weight(blocks[index], body: body),
        followsText(index, in: blocks)
      else { continue }
      found.append((index, weight))
    }
    // Where every other paragraph is set off, boldness says something else.
    let paragraphs = blocks.lazy.filter { $0.kind == .paragraph }.count
    guard found.count * 2 <= paragraphs else { return }
    let levels = Set(found.map(\.weight)).sorted(by: >)
    for (index, weight) in found {
      blocks[index].kind = .heading(level: min((levels.firstIndex(of: weight) ?? 0) + 1, 4))
      blocks[index].inlines = blocks[index].inlines.withoutEmphasis
    }
  }

  /// The size of most of the text in points; 0 where none is stated, `nil` where there is no text.
  private static func bodySize(_ blocks: [StructuredBlock]) -> Double? {
    var counts: [Double: Int] = [:]
    for block in blocks where block.kind == .paragraph {
      counts[block.look.size ?? 0, default: 0] += block.text.unicodeScalars.count
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func weight(_ block: StructuredBlock, body: Double) -> Weight? {
    let text = Array(block.text.unicodeScalars)
    guard block.kind == .paragraph, text.count < 160, text.contains(where: \.isLetter),
      let last = text.last, !".,;:،؛".unicodeScalars.contains(last)
    else { return nil }
    let size = max(block.look.size ?? body, body)
    let isLarger = size >= body + 1
    guard block.look.isBold || isLarger else { return nil }
    return Weight(
      size: isLarger ? size : body, isBold: block.look.isBold, isCentered: block.look.isCentered)
  }

  /// Whether text that is not set off stands between a place and the next that is, or a heading of
  /// another look follows straight away.
  private static func followsText(_ index: Int, in blocks: [StructuredBlock]) -> Bool {
    guard let next = blocks[(index + 1)...].first(where: { $0.kind != .pageBreak }) else {
      return false
    }
    return next.kind != .caption
  }
}
