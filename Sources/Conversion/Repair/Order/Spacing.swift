/// How well signs sit beside one another in running text: the measure by which one reading of a
/// line is preferred to another.
///
/// The rules are those of any typesetting of Hebrew, Arabic or Latin script: no space before a
/// comma, one after it, a space between a word and a number, a bracket that touches what it
/// encloses. Each breach costs about one; brackets count in either orientation, as damaged text has
/// both.
enum Spacing {
  /// The cost of a line in logical order.
  ///
  /// - Parameters:
  ///   - line: the line; its beginning and end count as spaces.
  ///   - edges: whether `line` is a whole line, so that what stands at its edges is judged too.
  static func cost(_ line: [Unicode.Scalar], edges: Bool = true) -> Double {
    var cost = 0.0
    let kinds = line.map(Kind.init)
    for index in line.indices {
      let previous = index > 0 ? line[index - 1] : nil
      let next = index + 1 < line.count ? line[index + 1] : nil
      let previousKind = index > 0 ? kinds[index - 1] : nil
      let nextKind = index + 1 < line.count ? kinds[index + 1] : nil
      cost += signCost(
        line[index], kinds[index], previous: previous, previousKind, next: next, nextKind,
        afterNext: index + 2 < line.count ? kinds[index + 2] : nil, edges: edges)
    }
    return cost + rangeCost(line, kinds)
  }

  private static func signCost(
    _ sign: Unicode.Scalar, _ kind: Kind, previous: Unicode.Scalar?, _ previousKind: Kind?,
    next: Unicode.Scalar?, _ nextKind: Kind?, afterNext: Kind?, edges: Bool
  ) -> Double {
    let spaceBefore = previous == nil ? edges : previousKind == .space
    let spaceAfter = next == nil ? edges : nextKind == .space
    if isCloser(sign) {
      return closerCost(
        sign, previousKind, nextKind, next: next, afterNext: afterNext, spaceBefore: spaceBefore,
        atStart: previous == nil
      )
    }
    if sign.isBracket {
      if spaceBefore && spaceAfter { return 1 }
      // What begins a line with a bracket does not go on with the sign that ends a clause.
      if previous == nil, edges, let next, isCloser(next) { return 0.9 }
      // Nothing stands in `()`, nothing parts `)(`.
      if let next, next == Brackets.closing[sign] || next == Brackets.opening[sign] { return 1 }
      if !spaceBefore, !spaceAfter, isWordLike(previousKind), isWordLike(nextKind) {
        // `12(3)`: volume and issue, article and section.
        let isNumbered = previousKind == .digit || previousKind == .arabicDigit
        return isNumbered && (nextKind != .right || isOneLetter(afterNext)) ? 0.3 : 0.8
      }
      return 0
    }
    switch kind {
    case .space:
      if previous == nil { return edges ? 0.6 : 0 }
      return previousKind == .space ? 0.3 : 0
    case .right, .mark:
      if nextKind == .left { return sign == "و" && spaceBefore ? 0 : 1 }
      if nextKind == .digit || nextKind == .arabicDigit {
        // A maqaf, or the Arabic `and`, binds a number to itself.
        return sign.value == 0x5BE || (sign == "و" && spaceBefore) ? 0 : 1
      }
      // A maqaf binds the next word to itself.
      if sign.value == 0x5BE, nextKind == .space { return 0.7 }
      return 0
    case .digit, .arabicDigit:
      if nextKind == .right {
        // A maqaf, or the one letter of `2019ב`.
        guard let next else { return 0 }
        return next.value == 0x5BE || (next.value < 0x600 && isOneLetter(afterNext)) ? 0.2 : 1
      }
      return nextKind == .left ? 0.3 : 0
    case .left:
      return nextKind == .right ? 1 : 0
    case .terminator:
      // A percent sign follows its number.
      if sign == "%" || sign == "٪" {
        let follows = previousKind == .digit || previousKind == .arabicDigit
        return (follows ? 0 : 1) + (nextKind == .right || nextKind == .digit ? 0.5 : 0)
      }
      return 0
    default:
      if isQuote(sign), spaceBefore, spaceAfter { return 0.8 }
      return 0
    }
  }

  /// Whether a letter is the only one of its word, by what follows it.
  private static func isOneLetter(_ after: Kind?) -> Bool { after.map { $0.isWeak } ?? true }

  private static func closerCost(
    _ sign: Unicode.Scalar, _ previousKind: Kind?, _ nextKind: Kind?, next: Unicode.Scalar?,
    afterNext: Kind?, spaceBefore: Bool, atStart: Bool
  ) -> Double {
    var cost = 0.0
    if spaceBefore { cost += atStart ? 0.9 : 1 }
    guard let next, let nextKind else { return cost }
    let afterDigit = previousKind == .digit || previousKind == .arabicDigit
    switch nextKind {
    case .right: cost += 1
    case .left: cost += sign == "." || sign == ":" || sign == "?" ? 0.25 : 1
    case .digit, .arabicDigit:
      if sign == ";" || sign == "؛" { cost += 1 } else if !afterDigit, sign != "." { cost += 0.6 }
    default:
      if next.isBracket { cost += 0.4 }
      // A full stop may belong to an abbreviation (`no.,`), other signs do not follow one another.
      if isCloser(next), sign != ".", sign != "?", sign != "!", sign != "…" { cost += 1 }
      // `no.,` is short for a Latin word.
      if isCloser(next), sign == ".", next != ".", previousKind != .left { cost += 0.5 }
      if sign == ".", next == ".", afterNext != .separator { cost += 0.9 }
    }
    return cost
  }

  /// Ranges go upwards: `2020–1985` is turned.
  private static func rangeCost(_ line: [Unicode.Scalar], _ kinds: [Kind]) -> Double {
    var cost = 0.0
    for index in line.indices where line[index].value == 0x2013 {
      guard let before = number(line, kinds, endingAt: index - 1),
        let after = number(line, kinds, startingAt: index + 1)
      else { continue }
      if before > after, String(before).count == String(after).count { cost += 1 }
    }
    return cost
  }

  private static func number(
    _ line: [Unicode.Scalar], _ kinds: [Kind], endingAt end: Int
  ) -> Int? {
    var start = end + 1
    while start > 0, end - start < 8, kinds[start - 1] == .digit || kinds[start - 1] == .arabicDigit
    { start -= 1 }
    return start > end ? nil : value(line[start...end])
  }

  private static func number(
    _ line: [Unicode.Scalar], _ kinds: [Kind], startingAt start: Int
  ) -> Int? {
    var end = start
    while end < line.count, end - start < 9, kinds[end] == .digit || kinds[end] == .arabicDigit {
      end += 1
    }
    return end == start ? nil : value(line[start..<end])
  }

  private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    digits.reduce(Int?.some(0)) { value, digit in
      guard let value, let number = digit.properties.numericValue else { return nil }
      return value * 10 + Int(number)
    }
  }

  /// Punctuation that touches the word before it and parts it from the next.
  static func isCloser(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case ",", ".", ";", ":", "?", "!", "،", "؛", "؟", "…": true
    default: false
    }
  }

  static func isQuote(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "\"", "״", "”", "“", "„": true
    default: false
    }
  }

  private static func isWordLike(_ kind: Kind?) -> Bool {
    switch kind {
    case .right, .left, .digit, .arabicDigit, .mark: true
    default: false
    }
  }
}
