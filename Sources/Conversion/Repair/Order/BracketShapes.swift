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

  private func opens(_ line: [Unicode.Scalar], _ index: Int, isOpen: Bool) -> Bool {
    let before = index > 0 ? line[index - 1] : nil
    let after = index + 1 < line.count ? line[index + 1] : nil
    let gapBefore = before.map(Self.parts) ?? true
    let gapAfter = after.map { Self.parts($0) || Spacing.isCloser($0) } ?? true
    if hasSpaces, gapBefore != gapAfter { return gapBefore }
    return !isOpen
  }

  /// Whether a sign parts words, so that a bracket beyond it may begin or end.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    Kind(scalar) == .space || scalar.value == 0x2014 || scalar.value == 0x2013
  }
}
