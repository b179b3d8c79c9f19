import Orthography

/// The inverse of UAX #9 for one printed line: from the order in which signs are seen, left to
/// right, to the order in which they are read.
///
/// In a right-to-left line the letters and all that has no direction are read from right to left.
/// Latin words and numbers are islands in it that are read from left to right. How far an island
/// reaches is what the algorithm's rules W4-W7 and N0-N2 decide forwards; backwards more than one
/// reading may be possible, and the one that is spaced as texts are is taken.
struct VisualInverse {
  /// Whether digits follow Arabic letters, so that a percent sign or a hyphen does not join them
  /// (rule W2).
  var isArabic: Bool

  var seams = Seams(areLost: false)

  /// The line as it is read.
  ///
  /// - Parameter visual: the line from left to right.
  func logical(_ visual: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let kinds = visual.map(Kind.init)
    let rights = kinds.count { $0 == .right }
    guard rights > 0 || kinds.contains(.left) else { return numbers(visual, kinds) }
    let lefts = kinds.count { $0 == .left }
    if rights == 0 { return latin(visual, kinds) }
    let reading = rightToLeft(visual, kinds)
    guard lefts > rights * 2 else { return reading }
    // Mostly Latin: the paragraph may be one that is read from left to right.
    let other = leftToRight(visual, kinds)
    return seams.cost(other) < seams.cost(reading) ? other : reading
  }

  // MARK: Lines without right-to-left letters

  /// A line of Latin alone: read as it stands, unless its punctuation shows that it was set in a
  /// right-to-left paragraph.
  private func latin(_ visual: [Unicode.Scalar], _ kinds: [Kind]) -> [Unicode.Scalar] {
    let reading = rightToLeft(visual, kinds)
    return seams.cost(reading) + 0.35 < seams.cost(visual) ? reading : visual
  }

  private func numbers(_ visual: [Unicode.Scalar], _ kinds: [Kind]) -> [Unicode.Scalar] {
    let reading = rightToLeft(visual, kinds)
    return seams.cost(reading) <= seams.cost(visual) ? reading : visual
  }

  // MARK: Base directions

  private func leftToRight(_ visual: [Unicode.Scalar], _ kinds: [Kind]) -> [Unicode.Scalar] {
    var logical: [Unicode.Scalar] = []
    var index = 0
    while index < visual.count {
      guard kinds[index] == .right || kinds[index] == .mark else {
        logical.append(visual[index])
        index += 1
        continue
      }
      var (last, end) = (index, index)
      while end < visual.count, !kinds[end].isLeftToRight {
        if kinds[end] == .right || kinds[end] == .mark { last = end }
        end += 1
      }
      logical += visual[index...last].reversed()
      index = last + 1
    }
    return logical
  }

  private func rightToLeft(_ visual: [Unicode.Scalar], _ kinds: [Kind]) -> [Unicode.Scalar] {
    var logical: [Unicode.Scalar] = []
    logical.reserveCapacity(visual.count)
    var index = visual.count - 1
    while index >= 0 {
      guard kinds[index].isLeftToRight || joinsRight(index, kinds) else {
        logical.append(visual[index])
        index -= 1
        continue
      }
      var (first, start) = (index, index)
      while start >= 0, kinds[start] != .right {
        if kinds[start].isLeftToRight { first = start }
        start -= 1
      }
      let rest = Array(visual[max(0, first - 12)..<first].reversed())
      append(
        island: Array(visual[first...index]), Array(kinds[first...index]), to: &logical,
        before: rest)
      index = first - 1
    }
    return Self.closing(logical)
  }

  /// The line with the sign behind its last Latin run that was resolved as one with it.
  ///
  /// Rule N1 comes before lines are broken (L1): a sign between two Latin words or numbers goes with
  /// them even where the line ends behind it, and is then seen on the right of the line's last run.
  private static func closing(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let letter = line.lastIndex(where: { Kind($0) == .right || Kind($0) == .mark }) else {
      return line
    }
    var index = letter + 1
    while index + 1 < line.count, Kind(line[index]) != .left {
      let before = line[index - 1]
      let isSpaced = Kind(line[index + 1]) == .space
      let next = isSpaced ? index + 2 : index + 1
      if next < line.count, Kind(line[next]) == .left,
        Kind(before) == .space || Brackets.closing[before] != nil,
        isSpaced ? joinsWords(line[index]) : Spacing.isCloser(line[index]) || line[index] == "–",
        let last = line.last, !Spacing.isCloser(last), !last.isBracket
      {
        return line[..<index] + line[next...] + (isSpaced ? [" "] : []) + [line[index]]
      }
      index += 1
    }
    return line
  }

  /// A sign that stands between two words, a space on either side.
  private static func joinsWords(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "&", "<", ">", "=", "+": true
    default: false
    }
  }

  /// Whether a percent sign or the like belongs to the number on its left (rule W5). Beside Arabic
  /// the rule is void, but a percent sign on that side was put there as one with its number.
  private func joinsRight(_ index: Int, _ kinds: [Kind]) -> Bool {
    guard kinds[index] == .terminator else { return false }
    var place = index
    while place >= 0, kinds[place] == .terminator { place -= 1 }
    return place >= 0 && isNumeral(kinds[place])
  }

  // MARK: Islands

  /// Reads an island, from its first to its last Latin letter or digit.
  ///
  /// - Parameters:
  ///   - logical: what was read so far; a bracket at its end may turn out to close the island.
  ///   - rest: the beginning of what is read after it.
  private func append(
    island visual: [Unicode.Scalar], _ kinds: [Kind], to logical: inout [Unicode.Scalar],
    before rest: [Unicode.Scalar]
  ) {
    var readings: [[Unicode.Scalar]] = []
    if let firstLetter = kinds.firstIndex(of: .left) {
      let run = Array(visual[firstLetter...])
      let front = atoms(Array(visual[..<firstLetter]), Array(kinds[..<firstLetter]))
      // A word without a space, as part of an address, is one.
      if !kinds.contains(.space) { readings.append(visual) }
      readings.append(run + front)
      if firstLetter > 0 { readings.append(visual) }
      readings += parted(run, Array(kinds[firstLetter...])).map { $0 + front }
    } else {
      readings.append(atoms(visual, kinds))
      readings.append(visual)
    }
    // What stands on the right is read before, what stands on the left after.
    let before = Array(logical.suffix(12))
    var best = (cost: Double.infinity, reading: visual, takesBracket: false)
    for reading in readings {
      let cost = seams.cost(before + reading + rest, edges: false)
      if cost < best.cost - 0.01 { best = (cost, reading, false) }
    }
    if let bracket = logical.last, bracket.isBracket,
      let firstLetter = kinds.firstIndex(of: .left),
      visual[firstLetter...].count(where: \.isBracket) % 2 == 1
    {
      // Rule N0: a pair that stands in a Latin run belongs to it.
      let reading = best.reading + [bracket]
      let cost = seams.cost(before.dropLast() + reading + rest, edges: false)
      if cost <= best.cost { best = (cost, reading, true) }
    }
    if logical.last == "/", visual.text.contains("://") {
      // An address keeps its last slash, set as one from left to right.
      best = (best.cost, best.reading + ["/"], true)
    }
    if best.takesBracket { logical.removeLast() }
    logical += best.reading
  }

  /// Readings of a Latin run behind which, on the right, stand numbers that are read before it.
  private func parted(_ run: [Unicode.Scalar], _ kinds: [Kind]) -> [[Unicode.Scalar]] {
    guard let lastLetter = kinds.lastIndex(of: .left) else { return [] }
    var readings: [[Unicode.Scalar]] = []
    for gap in run.indices where gap > lastLetter && kinds[gap] == .space {
      var (start, end) = (gap, gap + 1)
      while start > lastLetter + 1, kinds[start - 1].isWeak { start -= 1 }
      while end < run.count, kinds[end].isWeak { end += 1 }
      // Numbers after a Latin word go with it unless something ends there.
      guard run[start..<end].contains(where: { Spacing.isCloser($0) || $0.isBracket }) else {
        continue
      }
      readings.append(
        atoms(Array(run[end...]), Array(kinds[end...])) + run[start..<end].reversed()
          + run[..<start])
    }
    return readings
  }

  /// Numbers, each left to right in itself, read from right to left with what stands between them.
  private func atoms(_ visual: [Unicode.Scalar], _ kinds: [Kind]) -> [Unicode.Scalar] {
    var logical: [Unicode.Scalar] = []
    var end = visual.count
    while end > 0 {
      var start = end - 1
      if isNumeral(kinds[start]) || joinsRight(start, kinds) {
        start = numberStart(endingAt: start, kinds)
      }
      logical += noted(Array(visual[start..<end]))
      end = start
    }
    return logical
  }

  /// A number as it is read: in `6.1984` a raised note mark stands left of the year and full stop
  /// that it follows.
  private func noted(_ number: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...3).contains(parts[0].count), parts[1].count == 4,
      number.allSatisfy({ Kind($0) == .digit || $0 == "." }), parts[0].first != "0",
      let year = Int(Array(parts[1]).text), (1000...2100).contains(year)
    else { return number }
    return parts[1] + ["."] + parts[0]
  }

  /// Where the number that ends at a place begins: digits, joined by a single separator (W4) and
  /// with their percent or currency signs (W5).
  private func numberStart(endingAt end: Int, _ kinds: [Kind]) -> Int {
    var start = end
    while start > 0 {
      let kind = kinds[start - 1]
      if isNumeral(kind) {
        start -= 1
      } else if start > 1, isNumeral(kinds[start - 2]), isNumeral(kinds[start]),
        kind == .separator || (kind == .sign && !isArabic)
      {
        start -= 2
      } else if kind == .terminator, !isArabic || !isNumeral(kinds[end]) {
        start -= 1
      } else {
        break
      }
    }
    return start
  }

  private func isNumeral(_ kind: Kind) -> Bool { kind == .digit || kind == .arabicDigit }
}
