/// Brackets that were put out with the shape that is printed, or with that of their twin.
///
/// In a line whose order is restored a bracket opens what it touches on its later side and closes
/// what it touches on its earlier side: the space beside it tells which of the two it is. Where both
/// sides are alike, the brackets before it tell.
struct BracketShapes {
  private var open: [Unicode.Scalar] = []

  /// Whether the spaces beside brackets may be trusted; else brackets open and close by turns.
  var hasSpaces = true

  /// The line with each bracket in the shape that its place asks for; brackets may span lines.
  mutating func restore(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var line = line
    for index in line.indices where line[index].isBracket {
      let opening = Brackets.opening[line[index]] ?? line[index]
      guard let closing = Brackets.closing[opening] else { continue }
      if opens(line, index, isOpen: open.last == opening) {
        line[index] = opening
        open.append(opening)
      } else {
        line[index] = closing
        if let place = open.lastIndex(of: opening) { open.removeSubrange(place...) }
      }
      if open.count > 8 { open.removeFirst() }
    }
    return line
  }

  /// The kinds of brackets that a stretch opens and does not close, and those that it closes and
  /// does not open, each in either shape.
  static func unpaired(
    _ stretch: [Unicode.Scalar]
  ) -> (unclosed: Set<Unicode.Scalar>, unopened: Set<Unicode.Scalar>) {
    guard stretch.contains(where: \.isBracket) else { return ([], []) }
    var shapes = BracketShapes()
    var open: [Unicode.Scalar] = []
    var unopened: Set<Unicode.Scalar> = []
    for sign in shapes.restore(stretch) where sign.isBracket {
      if Brackets.closing[sign] != nil {
        open.append(sign)
      } else if let opening = Brackets.opening[sign] {
        if open.last == opening { open.removeLast() } else { unopened.formUnion([sign, opening]) }
      }
    }
    return (Set(open.flatMap { [$0, Brackets.closing[$0] ?? $0] }), unopened)
  }

  /// How a line's brackets pair: those without a partner, and how much stands between the others.
  /// A wrong order leaves brackets alone or far from one another.
  static func cost(_ line: [Unicode.Scalar]) -> Double {
    var shapes = BracketShapes()
    let line = shapes.restore(line)
    var open: [Int] = []
    var cost = 0.0
    for (index, sign) in line.enumerated() where sign.isBracket {
      if Brackets.closing[sign] != nil {
        open.append(index)
      } else if let start = open.popLast() {
        cost += 0.01 * Double(index - start)
      } else {
        cost += 0.3
      }
    }
    return cost + 0.3 * Double(open.count)
  }

  private func opens(_ line: [Unicode.Scalar], _ index: Int, isOpen: Bool) -> Bool {
    let before = index > 0 ? line[index - 1] : nil
    let after = index + 1 < line.count ? line[index + 1] : nil
    let gapBefore = before.map(Self.parts) ?? true
    let gapAfter = after.map { Self.parts($0) || Spacing.isCloser($0) } ?? true
    if hasSpaces, gapBefore != gapAfter { return gapBefore }
    // `7(3),`: where the next bracket closes, this one opens.
    if hasSpaces, !gapBefore, let next = line[(index + 1)...].firstIndex(where: \.isBracket),
      next + 1 == line.count || Spacing.isCloser(line[next + 1]), Kind(line[next - 1]) != .space
    {
      return true
    }
    return !isOpen
  }

  /// Whether a sign parts words, so that a bracket beyond it may begin or end.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    Kind(scalar) == .space || scalar.value == 0x2014 || scalar.value == 0x2013
  }
}
