/// Spaces where text has them, for lines whose program lost or added some at the seams of runs.
enum Respacing {
  /// The line with no space before a comma or inside brackets, one after a comma and round a bracket,
  /// none between a maqaf or a sign and its number.
  static func restored(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var spaced: [Unicode.Scalar] = []
    spaced.reserveCapacity(line.count + 8)
    for (index, scalar) in line.enumerated() {
      let next = index + 1 < line.count ? line[index + 1] : nil
      if Kind(scalar) == .space {
        if !isNeeded(after: spaced, before: next) { continue }
        spaced.append(scalar)
      } else {
        if isMissing(between: spaced.last, and: scalar, next: next, in: spaced) {
          spaced.append(" ")
        }
        spaced.append(scalar)
      }
    }
    return spaced
  }

  /// The line without the spaces that no print has: between a bracket and what it encloses, before a
  /// sign that ends a clause, between a maqaf and its number. Stretched lines leave such at the seams
  /// of runs.
  static func tightened(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: { Kind($0) == .space }) else { return line }
    var tight: [Unicode.Scalar] = []
    tight.reserveCapacity(line.count)
    var index = 0
    while index < line.count {
      guard Kind(line[index]) == .space, !tight.isEmpty else {
        tight.append(line[index])
        index += 1
        continue
      }
      var end = index
      while end < line.count, Kind(line[end]) == .space { end += 1 }
      if !isOutOfPlace(after: tight, before: line[end...]) { tight += line[index..<end] }
      index = end
    }
    return tight
  }

  private static func isOutOfPlace(
    after before: [Unicode.Scalar], before rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let last = before.last, let next = rest.first else { return false }
    let isLoose = before.count < 2 || Kind(before[before.count - 2]) == .space
    // A bracket that touches the word before it was turned, and closes.
    if Brackets.closing[last] != nil, isLoose { return !next.isBracket }
    if last.value == 0x5BE, Kind(next) == .digit { return true }
    let after = rest.dropFirst()
    let isEnd = after.first.map { Kind($0) == .space || Spacing.isCloser($0) } ?? true
    // An ellipsis may be spaced.
    guard isEnd, next != "." || after.first(where: { Kind($0) != .space }) != ".", last != ".",
      !last.isBracket || Brackets.opening[last] != nil
    else { return false }
    return Spacing.isCloser(next) && next != "…" || Brackets.opening[next] != nil
  }

  /// Two pieces of a line, with a space between them where one stands.
  static func joined(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let end = left.last, let start = right.first else { return left + right }
    let touches =
      Brackets.closing[end] != nil || end.value == 0x5BE || Brackets.opening[start] != nil
      || Spacing.isCloser(start)
      || ((end.value == 0x2013 || start.value == 0x2013) && !(left + right).contains(" "))
      || (end.value == 0x2013 && Kind(start) == .digit)
      || (start.value == 0x2013 && Kind(end) == .digit)
    return touches ? left + right : left + [" "] + right
  }

  private static func isNeeded(
    after before: [Unicode.Scalar], before next: Unicode.Scalar?
  ) -> Bool {
    guard let last = before.last, let next else { return true }
    if Kind(last) == .space { return false }
    if Spacing.isCloser(next) || Brackets.opening[next] != nil { return false }
    if Brackets.closing[last] != nil { return false }
    // A prefix and its number.
    if last.value == 0x5BE, Kind(next) == .digit { return false }
    return true
  }

  private static func isMissing(
    between last: Unicode.Scalar?, and scalar: Unicode.Scalar, next: Unicode.Scalar?,
    in spaced: [Unicode.Scalar]
  ) -> Bool {
    guard let last else { return false }
    let (before, after) = (Kind(last), Kind(scalar))
    switch last {
    case ",", ";", "،", "؛", ":", "!", "?", "؟":
      return after == .right
    case ".":
      // Not after an initial or inside an abbreviation, nor in an address.
      return after == .right && spaced.count > 2 && Kind(spaced[spaced.count - 3]) == .right
    default: break
    }
    if last.value == 0x2014 || scalar.value == 0x2014 {
      let (one, other) = (before, after)
      return one != .space && other != .space && (one == .right || other == .right)
    }
    if Brackets.opening[last] != nil { return after == .right || after == .left }
    if Brackets.closing[scalar] != nil {
      // `זכאי(ם)` is one word; a citation or a Latin word is not.
      guard before == .right, last.value != 0x5BE, let next else {
        return before == .digit || Spacing.isQuote(last)
      }
      return Kind(next).isLeftToRight
    }
    if before == .right, last.value != 0x5BE { return after == .left }
    if before == .left || before == .digit { return after == .right && scalar.value > 0x5C8 }
    return false
  }
}
