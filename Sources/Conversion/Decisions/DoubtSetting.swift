/// What a paper's blocks show about one another: a fault seldom stands alone, and a piece of a block
/// shows by what it stands between.
struct DoubtSetting {
  /// What is odd in each block's own text.
  private let odd: [[String]]
  private let blocks: [Block]
  /// How much of the paper is odd.
  private let share: String

  private struct Block {
    var kind: String
    var end: String
    var isShort: Bool
    var isMarked: Bool
    var isOdd: Bool
  }

  /// Signs that sound text has as well.
  private static let common: Set<String> = ["unknown-word", "inner-small-number"]

  /// - Parameter passages: the blocks in order, those that hold a text.
  init(_ passages: [Passage], kinds: [String], _ words: WordOddness) {
    let texts = passages.map { Marker.removed(from: $0.text) }
    let found = texts.map { TextOddness.names(of: $0).union(words.names(of: $0)) }
    odd = found.map { $0.sorted() }
    blocks = passages.indices.map { index in
      Block(
        kind: kinds[index], end: Ending.endsSentence(texts[index]) ? "ended" : "open",
        isShort: texts[index].count < 40 && passages[index].kind == .paragraph,
        isMarked: !passages[index].doubts.isEmpty,
        isOdd: !found[index].isSubset(of: Self.common))
    }
    let count = blocks.count { $0.isOdd }
    share = "odd-paper-\(min(4, count * 6 / max(1, blocks.count)))"
  }

  /// The features of a block by its place among `passages`.
  func names(_ index: Int) -> [String] {
    let block = blocks[index]
    var names = odd[index] + [share, "\(block.kind)-\(block.end)"]
    if index < 4 { names.append("place-\(index)") }
    for (side, neighbour) in [("above", index - 1), ("below", index + 1)] {
      guard blocks.indices.contains(neighbour) else {
        names.append("\(side)-nothing")
        continue
      }
      let other = blocks[neighbour]
      names.append("\(side)-\(other.kind)")
      names.append("\(block.kind)-\(side)-\(other.kind)-\(other.end)")
      if other.isShort { names.append("\(side)-short") }
      if other.isMarked { names.append("\(side)-marked") }
      if other.isOdd { names.append("\(side)-odd") }
    }
    return names
  }
}
