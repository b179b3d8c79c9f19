import Orthography

extension ForeignRuns {
  /// A year, with pages, after a name: `Smith, 2020: 15–17` in brackets, `Smith (2020)` anywhere.
  func citationEnd(from start: Int, after last: Int) -> Int {
    var index = last + 1
    func kind(_ index: Int) -> Token.Kind? { index < tokens.count ? tokens[index].kind : nil }
    func skipSpace() { if kind(index) == .space { index += 1 } }
    skipSpace()
    if kind(index) == .opening {
      let partner = partners[index]
      guard partner > index, isYear(index + 1),
        tokens[(index + 1)..<partner].allSatisfy({ isOfReference($0) })
      else { return last }
      return partner
    }
    guard isInBrackets(start) else { return last }
    if kind(index) == .punctuation, bytes[tokens[index].range.lowerBound] == UInt8(ascii: ",") {
      index += 1
      skipSpace()
    }
    guard isYear(index) else { return last }
    var end = index
    index += 1
    if kind(index) == .latin, tokens[index].range.count == 1 {
      end = index
      index += 1
    }
    // Pages: [,:] digits (dash digits).
    let afterYear = end
    skipSpace()
    guard kind(index) == .punctuation,
      [UInt8(ascii: ","), UInt8(ascii: ":")].contains(
        bytes[tokens[index].range.lowerBound])
    else { return afterYear }
    index += 1
    skipSpace()
    guard kind(index) == .digits, kind(index + 1) != .digits else { return afterYear }
    end = index
    if kind(index + 1) == .dash, kind(index + 2) == .digits { end = index + 2 }
    return end
  }

  /// The number after a word that counts pages, volumes or the like: `pp. 55–79`, `vol. 3`.
  func locatorEnd(after last: Int) -> Int? {
    var word = last
    var next = last + 1
    if tokens[last].kind == .punctuation, last > 0 {
      word = last - 1
    } else if next < tokens.count, tokens[next].kind == .punctuation,
      bytes[tokens[next].range.lowerBound] == UInt8(ascii: ".")
    {
      next += 1
    }
    guard tokens[word].kind == .latin, Abbreviations.isLocator(bytes[tokens[word].range]) else {
      return nil
    }
    if next < tokens.count, tokens[next].kind == .space { next += 1 }
    guard let end = plainNumberEnd(from: next) else { return nil }
    guard end + 1 < tokens.count, tokens[end + 1].kind == .dash else { return end }
    return plainNumberEnd(from: end + 2) ?? end
  }

  func isOfReference(_ token: Token) -> Bool {
    switch token.kind {
    case .digits, .space, .dash, .punctuation: true
    case .latin: token.range.count <= 2
    default: false
    }
  }

  /// Four digits from 1000 to 2999.
  func isYear(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .digits, tokens[index].range.count == 4
    else { return false }
    return (UInt8(ascii: "1")...UInt8(ascii: "2")).contains(bytes[tokens[index].range.lowerBound])
  }

  func enclosingBracket(of index: Int) -> Int? {
    var before = index - 1
    while before >= 0 {
      if tokens[before].kind == .opening, partners[before] > index { return before }
      if tokens[before].kind == .lineBreak { return nil }
      before =
        tokens[before].kind == .closing && partners[before] >= 0
        ? partners[before] - 1 : before - 1
    }
    return nil
  }

  func isInBrackets(_ index: Int) -> Bool { enclosingBracket(of: index) != nil }

  /// The end of the bracket's content where the run begins it and nothing in it is of the block's
  /// own letters: `(Swistek, 2012; Leahy, 2014: 15–17)` is one piece, numbers and all.
  func enclosingBracketEnd(of start: Int, _ direction: Direction) -> Int? {
    guard direction == .leftToRight, direction != setting.direction,
      let opening = enclosingBracket(of: start),
      tokens[opening + 1..<start].allSatisfy({ $0.kind == .quote || $0.kind == .space })
    else { return nil }
    let closing = partners[opening]
    guard isForeign(start..<closing, direction) else { return nil }
    var last = closing - 1
    while last > start, [.space, .object, .lineBreak].contains(tokens[last].kind) { last -= 1 }
    // A quotation mark that was opened before the run closes after it.
    if tokens[opening + 1..<start].contains(where: { $0.kind == .quote }) { return nil }
    return last
  }
}
