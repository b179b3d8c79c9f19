/// Lines in which direction marks carry the order, as pdftotext writes them: each right-to-left
/// stretch stands between RLE and PDF, and inside it each left-to-right piece, with the punctuation
/// beside it, between LRE and PDF in the order in which it is seen.
enum MarkedOrder {
  /// Whether a line has such marks.
  static func isMarked(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x202A...0x202C).contains($0.value) }
  }

  /// The line as it is seen, from left to right, without the marks.
  static func visual(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var groups: [Group] = [Group(isRightToLeft: false)]
    for scalar in text {
      switch scalar.value {
      case 0x202B: groups.append(Group(isRightToLeft: true))
      case 0x202A: groups.append(Group(isRightToLeft: false))
      case 0x202C:
        guard groups.count > 1, let inner = groups.popLast() else { continue }
        groups[groups.count - 1].pieces.append(inner.visual)
      default: groups[groups.count - 1].append(scalar)
      }
    }
    while groups.count > 1, let inner = groups.popLast() {
      groups[groups.count - 1].pieces.append(inner.visual)
    }
    return groups[0].visual
  }

  /// An embedding with the pieces that it holds, each as it is seen.
  private struct Group {
    let isRightToLeft: Bool
    var pieces: [[Unicode.Scalar]] = []

    init(isRightToLeft: Bool) { self.isRightToLeft = isRightToLeft }

    mutating func append(_ scalar: Unicode.Scalar) { pieces.append([scalar]) }

    var visual: [Unicode.Scalar] {
      isRightToLeft ? Array(pieces.reversed().joined()) : Array(pieces.joined())
    }
  }
}
