/// Lines with letters in visual order whose runs follow one another as they are read: what mutool
/// makes of a page whose program wrote it run by run.
///
/// A right-to-left run is turned with the signs at its edges, which belong to it or to the Latin or
/// number beside it; the cut that is spaced as texts are is taken.
enum VisualRuns {
  /// The line as it is read.
  static func logical(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let kinds = text.map(Kind.init)
    guard kinds.contains(.right) else { return signsAlone(text, kinds) }
    if let end = labelEnd(text, kinds) {
      return text[..<end] + [" "] + logical(Array(text[end...]))
    }
    var logical: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      guard let start = kinds[index...].firstIndex(of: .right) else {
        logical += text[index...]
        break
      }
      // The run, and the signs on either side of it.
      var (last, end) = (start, start)
      while end < text.count, !kinds[end].isLeftToRight {
        if !kinds[end].isWeak { last = end }
        end += 1
      }
      var front = start
      while front > index, kinds[front - 1].isWeak { front -= 1 }
      logical += text[index..<front]
      let run = turned(
        left: Array(text[front..<start]), run: Array(text[start...last]),
        right: Array(text[(last + 1)..<end]), before: Array(logical.suffix(8)),
        after: Array(text[end...].prefix(8)))
      logical += run
      index = end
    }
    return logical
  }

  /// Where the number of an item with its full stop ends, which is put out right before the item's
  /// first run: the full stop is its own, not the far end of the run.
  private static func labelEnd(_ text: [Unicode.Scalar], _ kinds: [Kind]) -> Int? {
    let digits = kinds.prefix { $0 == .digit }.count
    guard (1...3).contains(digits), digits + 1 < text.count, text[digits] == "." else { return nil }
    let next = kinds[digits + 1]
    return next == .right || text[digits + 1] == "." ? digits + 1 : nil
  }

  private static func turned(
    left: [Unicode.Scalar], run: [Unicode.Scalar], right: [Unicode.Scalar],
    before: [Unicode.Scalar], after: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    let core = Array(run.reversed())
    var best: (cost: Double, reading: [Unicode.Scalar]) = (.infinity, core)
    // All signs belong to the run unless the spacing says otherwise: the first cuts tried.
    for leftCut in 0...left.count {
      for rightCut in stride(from: right.count, through: 0, by: -1) {
        let reading =
          Array(left[..<leftCut]) + right[..<rightCut].reversed() + core
          + left[leftCut...].reversed() + Array(right[rightCut...])
        // The line may be a piece of the printed one: what stands at its edges has no space there.
        let cost = Spacing.cost(before + reading + after, edges: false)
        if cost < best.cost - 0.01 { best = (cost, reading) }
      }
    }
    return best.reading
  }

  private static func signsAlone(_ text: [Unicode.Scalar], _ kinds: [Kind]) -> [Unicode.Scalar] {
    guard kinds.allSatisfy(\.isWeak) else { return text }
    let turned = Array(text.reversed())
    return Spacing.cost(turned) < Spacing.cost(text) ? turned : text
  }
}
