/// Reads printed lines: the order in which their clusters were written.
///
/// The algorithm that displayed a line worked on its whole paragraph: Latin that crosses a line's end
/// counts at the seam. Where that may be, both readings are made, and the less odd one is taken.
struct LineReader {
  let brackets: PrintedBrackets
  let hasSpaces: Bool

  /// What is taken to stand beyond a line's ends.
  private struct Seams: Equatable {
    /// The number at the line's beginning goes on from Latin above.
    var head = false
    /// The Latin run at the line's end goes on below.
    var tail = false
    /// An `&` at the line's beginning belongs to Latin above.
    var ampersand = false
    /// The line is a piece of a longer Latin run.
    var isWhole = false
  }

  /// Sets the line's text.
  func read(_ line: PrintedLine, before: PrintedLine?, after: PrintedLine?) {
    let seams = seams(line, before: before, after: after)
    if line.base == 1, let numbered = numberedLatin(trimmed(line.clusters)) {
      (line.text, line.isExact) = numbered
    } else {
      (line.text, line.isExact) = text(
        line.clusters, base: line.base, size: line.size, seams: seams)
    }
    line.text = Self.withLabelClosed(line.text)
    if line.hasBullet { line.text = Array("• ".unicodeScalars) + line.text }
  }

  /// `7( text` as `7) text`: a bracket that closes a label pairs with none, so its shape is not learnt.
  private static func withLabelClosed(_ text: Scalars) -> Scalars {
    let digits = text.prefix { $0.isDigit }
    var place = digits.count
    if place == 0, text.first?.isRightToLeftLetter == true { place = 1 }
    guard (1...3).contains(place), place + 1 < text.count, text[place] == "(",
      text[place + 1].isSpacing
    else { return text }
    var text = text
    text[place] = ")"
    return text
  }

  /// What some of a line's clusters say, apart from the rest: a cell, a note without its number.
  func text(_ clusters: [PrintedCluster], base: Int, size: Double) -> Scalars {
    text(clusters, base: base, size: size, seams: Seams()).text
  }

  private func text(
    _ clusters: [PrintedCluster], base: Int, size: Double, seams: Seams
  ) -> (text: Scalars, isExact: Bool) {
    let clusters = withoutDrawnOverSpaces(trimmed(clusters), size: size)
    var options = [seams]
    if seams.head || seams.ampersand { options.append(Seams(tail: seams.tail)) }
    if seams.tail { options.append(Seams(head: seams.head, ampersand: seams.ampersand)) }
    if seams.isWhole { options += [Seams(head: seams.head, tail: seams.tail), Seams()] }
    let hasMarks = clusters.contains(where: \.isRaised)
    var best: (cost: Int, text: Scalars, isExact: Bool)?
    search: for guess in BidiInverse.Guess.allCases {
      for option in options {
        for joins in hasMarks ? [false, true] : [false] {
          let reading = composed(
            clusters, base: base, seams: option, joinsMarks: joins, guess: guess)
          let cost = ReadingOddness.cost(reading.text) + (reading.isExact ? 0 : 1)
          if best.map({ cost < $0.cost }) ?? true { best = (cost, reading.text, reading.isExact) }
          if cost == 0 { break search }
        }
      }
    }
    return best.map { ($0.text, $0.isExact) } ?? ([], true)
  }

  private func trimmed(_ clusters: [PrintedCluster]) -> [PrintedCluster] {
    guard let first = clusters.firstIndex(where: { !$0.isSpace }),
      let last = clusters.lastIndex(where: { !$0.isSpace })
    else { return [] }
    return Array(clusters[first...last])
  }

  /// A space that is drawn over letters, as at the end of a stretched line, is none.
  private func withoutDrawnOverSpaces(
    _ clusters: [PrintedCluster], size: Double
  ) -> [PrintedCluster] {
    guard hasSpaces else { return clusters }
    return clusters.indices.filter { index in
      guard clusters[index].isSpace else { return true }
      let left = clusters[max(0, index - 3)..<index].filter { !$0.isSpace }.map(\.x1).max()
      let right = clusters[(index + 1)..<min(index + 4, clusters.count)].filter { !$0.isSpace }
        .map(\.x0).min()
      guard let left, let right else { return true }
      // A kaf's bar reaches over the space before it.
      let order = clusters[index].order
      if index > 0, index + 1 < clusters.count, clusters[index - 1].text.hasPrefix("ك"),
        abs(clusters[index - 1].order - order) <= 2,
        abs(clusters[index + 1].order - order) <= 2
      {
        return true
      }
      return right - left >= 0.07 * size
    }.map { clusters[$0] }
  }

  // MARK: Seams

  private func seams(_ line: PrintedLine, before: PrintedLine?, after: PrintedLine?) -> Seams {
    var seams = Seams()
    guard line.base == 1 else { return seams }
    func goesOn(_ one: PrintedLine?, _ other: PrintedLine?) -> Bool {
      guard let one, let other else { return false }
      return one.base == other.base && other.y > one.y
        && other.y - one.y < 3 * max(one.size, other.size) && abs(one.size - other.size) < 2.5
    }
    if !line.hasRight, line.hasLatin {
      let isAfter =
        goesOn(before, line)
        && [.left, .europeanNumber].contains(before?.firstKind(fromRight: false))
      let isBefore = goesOn(line, after) && after?.hasRight == false && after?.hasLatin == true
      seams.isWhole = isAfter || isBefore
    }
    if goesOn(before, line), before?.firstKind(fromRight: false) == .left {
      let first = line.firstKind(fromRight: true)
      seams.head = first == .europeanNumber
      seams.ampersand =
        (first == .left || first == .europeanNumber) && endsWithAmpersand(line.shown)
    }
    if goesOn(line, after), line.firstKind(fromRight: false) == .left {
      let next = after?.firstKind(fromRight: true)
      let end = line.inked.first { !$0.isRaised }
      seams.tail = (next == .left || next == .europeanNumber) && end?.kind.isTelling == true
    }
    return seams
  }

  /// Whether `& Name …` without right-to-left letters stands at the right end.
  private func endsWithAmpersand(_ shown: Scalars) -> Bool {
    guard let sign = shown.lastIndex(of: "&"), sign + 2 < shown.count, shown[sign + 1] == " ",
      shown[sign + 2].isLeftToRightLetter
    else { return false }
    return !shown[sign...].contains(where: \.isRightToLeftLetter)
  }

  /// A numbered paragraph of Latin whose number stands at the right end.
  private func numberedLatin(_ clusters: [PrintedCluster]) -> (text: Scalars, isExact: Bool)? {
    guard let found = EndLabel(clusters) else { return nil }
    // What goes on in the next line is Latin as well.
    let (text, isExact) = self.text(
      found.rest, base: 1, size: found.rest[0].size,
      seams: Seams(isWhole: !found.rest.contains { $0.kind.isStrongRight }))
    return (found.label + [" "] + text, isExact)
  }

  // MARK: Composition

  /// - Parameter joinsMarks: whether note marks take part in the order as numbers do, or stand where
  ///   their neighbour is.
  private func composed(
    _ clusters: [PrintedCluster], base: Int, seams: Seams, joinsMarks: Bool,
    guess: BidiInverse.Guess
  ) -> (text: Scalars, isExact: Bool) {
    let line = MarkedLine(clusters, brackets: brackets, joinsMarks: joinsMarks)
    let places = line.withSeams(
      head: seams.head, tail: seams.tail, ampersand: seams.ampersand, isWhole: seams.isWhole)
    let inverse = BidiInverse(
      places.texts, places.classes, base: base, guess: guess, isPiece: seams.isWhole)
    let order = inverse.order.compactMap { places.sources[$0] }
    var levels = [Int](repeating: base, count: line.texts.count)
    for (place, source) in places.sources.enumerated() {
      if let source { levels[source] = inverse.levels[place] }
    }
    let text = line.text(order: order, levels: levels, base: base)
    return (ShapedLetters.cleaned(base == 1 ? Self.withPercents(text) : text), inverse.isExact)
  }

  /// `%12` as `12%`: beside Arabic letters the sign stands on the number's other side on paper.
  private static func withPercents(_ text: Scalars) -> Scalars {
    var text = text
    var index = 0
    while index + 1 < text.count {
      guard text[index] == "%" || text[index] == "٪", text[index + 1].isDigit,
        index == 0 || !(text[index - 1].isDigit || text[index - 1].isLetter)
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, text[end].isDigit || ".,٫٬".unicodeScalars.contains(text[end]) {
        end += 1
      }
      while end > index + 1, !text[end - 1].isDigit { end -= 1 }
      if end < text.count, text[end] == "%" || text[end] == "٪" {
        index = end
        continue
      }
      let sign = text.remove(at: index)
      text.insert(sign, at: end - 1)
      index = end
    }
    return text
  }
}
