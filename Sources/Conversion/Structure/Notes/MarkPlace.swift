/// A number or sign that may be a note's mark, and where in the text the mark then belongs.
struct MarkPlace {
  /// A place between the signs of a line, before anything is moved.
  struct Spot: Comparable {
    var line: Int
    var at: Int

    static func < (first: Spot, second: Spot) -> Bool {
      (first.line, first.at) < (second.line, second.at)
    }
  }

  enum Kind {
    /// Directly behind a word or a sign.
    case attached
    case alone
    case lineStart
    case lineEnd
    case inside
    /// Between two words without a space, which a raised number in its place never is.
    case glued

    /// How much it looks like a mark, from 0 to 1.
    fileprivate var weight: Double {
      switch self {
      case .attached: 1
      case .alone: 0.9
      case .lineStart: 0.6
      case .lineEnd: 0.5
      case .glued: 0.4
      case .inside: 0.2
      }
    }
  }

  var line: Int
  var range: Range<Int>
  var label: Int
  var kind: Kind
  /// Where it belongs.
  var spot: Spot
  var weight: Double

  /// Where it stands.
  var origin: Spot { Spot(line: line, at: range.lowerBound) }
  var isMoved: Bool { spot != origin }

  /// The places of a line, each with every spot that its mark may belong to.
  ///
  /// - Parameters:
  ///   - lines: the lines of the text.
  ///   - index: the line's index.
  ///   - page: the lines of its page.
  static func places(
    _ lines: [TextLine], at index: Int, page: Range<Int>, _ labels: NotePlan.Labels
  ) -> [MarkPlace] {
    let text = lines[index].raw
    var found: [MarkPlace] = []
    for (range, label) in text.noteTokens(labels) {
      guard var kind = kind(text, range) else { continue }
      if kind == .inside, lines[index].isTail { kind = .lineStart }
      let place = MarkPlace(
        line: index, range: range, label: label, kind: kind,
        spot: Spot(line: index, at: range.lowerBound), weight: kind.weight)
      found += lines[index].isPiece ? [place] : place.placed(lines, page)
    }
    return found
  }

  private static func kind(_ text: Scalars, _ digits: Range<Int>) -> Kind? {
    let isStart = text[..<digits.lowerBound].allSatisfy(\.isSpacing)
    let isEnd = text[digits.upperBound...].allSatisfy(\.isSpacing)
    if isStart, isEnd { return .alone }
    let after = isEnd ? nil : text[digits.upperBound]
    if let after, after == "%" || after == "/" || after.isDash || after == "." || after == "," {
      return nil
    }
    if isStart { return .lineStart }
    let before = text[digits.lowerBound - 1]
    let isBehindSign =
      before.isClausePunctuation || before.isQuotationMark || before.isClosingBracket
      || before.isLetter
    if isBehindSign, after.map({ !$0.isLetter }) ?? true {
      let earlier = digits.lowerBound > 1 ? text[digits.lowerBound - 2] : " "
      return earlier.isDigit && before != "." ? nil : .attached
    }
    if before.isRightToLeftLetter, after?.isRightToLeftLetter == true {
      // The end of the sentence that it marks stands at the line's end, where that was turned.
      return Ending.endsSentence(Array(text[digits.upperBound...])) ? .glued : nil
    }
    guard before.isSpacing, after?.isSpacing ?? true else { return nil }
    return isEnd ? .lineEnd : .inside
  }

  // MARK: - Spots

  /// The place with each spot: the ends of sentences in its own line, the nearest first, else those
  /// of the line that it was set above or below.
  private func placed(_ lines: [TextLine], _ page: Range<Int>) -> [MarkPlace] {
    switch kind {
    case .attached, .glued: return [self]
    case .alone:
      let below = at(Self.sentenceEnds(lines, line + 1, page).reversed(), less: 0)
      let above = at(Self.sentenceEnds(lines, line - 1, page).reversed(), less: 0.15)
      return below + above + (below.isEmpty && above.isEmpty ? [self] : [])
    case .lineStart, .lineEnd, .inside:
      let column = kind == .inside ? range.lowerBound : lines[line].raw.count
      let own = Self.sentenceEnds(lines, line, page)
        .filter { !range.contains($0.at) || $0.at == range.lowerBound }
        .sorted { abs($0.at - column) < abs($1.at - column) }
      let above = at(Self.sentenceEnds(lines, line - 1, page).reversed(), less: 0.1)
      let found = at(own, less: 0) + above
      return found.isEmpty ? [self] : found
    }
  }

  private func at(_ spots: [Spot], less: Double) -> [MarkPlace] {
    spots.enumerated().map { rank, spot in
      var place = self
      place.spot = spot
      place.weight -= less + 0.03 * Double(min(rank, 3))
      return place
    }
  }

  /// The places behind the ends of sentences in a line of the page.
  private static func sentenceEnds(
    _ lines: [TextLine], _ line: Int, _ page: Range<Int>
  ) -> [Spot] {
    guard page.contains(line) else { return [] }
    let text = lines[line].raw
    var ends: [Int] = []
    for index in text.indices where ".!?؟".unicodeScalars.contains(text[index]) {
      var end = index + 1
      while end < text.count, text[end].isQuotationMark || text[end].isClosingBracket { end += 1 }
      guard end == text.count || text[end].isSpacing else { continue }
      // A full stop of an abbreviation or an initial ends no sentence: a word stands before it.
      guard index > 1,
        text[index - 1].isLetterOrDigit || text[index - 1].isClosingBracket
          || text[index - 1].isQuotationMark || text[index - 1] == "%" || text[index - 1] == "٪",
        text[index - 2] != ".", !text[index - 2].isSpacing
      else { continue }
      ends.append(end)
    }
    return ends.map { Spot(line: line, at: $0) }
  }
}
