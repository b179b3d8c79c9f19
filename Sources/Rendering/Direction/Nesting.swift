/// The brackets and quotation marks of a text with their partners, and what stands inside a stretch
/// of it; all looked up in constant time.
struct Nesting {
  /// For each bracket and quotation mark the index of its partner, -1 where it has none.
  let partners: [Int]
  /// For each token the opening bracket of the innermost pair round it, -1 where there is none.
  let enclosing: [Int]
  private let rightToLeft: [Int]
  private let leftToRight: [Int]
  private let objects: [Int]

  init(_ tokens: [Token], _ bytes: [UInt8]) {
    partners = Self.partners(tokens, bytes)
    var enclosing = Array(repeating: -1, count: tokens.count)
    var open: [Int] = []
    var rightToLeft = [0]
    var leftToRight = [0]
    var objects = [0]
    for (index, token) in tokens.enumerated() {
      if token.kind == .closing, partners[index] >= 0, open.last == partners[index] {
        open.removeLast()
      }
      enclosing[index] = open.last ?? -1
      if token.kind == .opening, partners[index] > index { open.append(index) }
      let turnsBack =
        token.kind.direction == .rightToLeft || token.kind == .arabicDigits
        || token.kind == .rightToLeftSign || token.kind == .lineBreak
      rightToLeft.append(rightToLeft[index] + (turnsBack ? 1 : 0))
      leftToRight.append(leftToRight[index] + (token.kind.direction == .leftToRight ? 1 : 0))
      objects.append(objects[index] + (token.kind == .object ? 1 : 0))
    }
    self.enclosing = enclosing
    self.rightToLeft = rightToLeft
    self.leftToRight = leftToRight
    self.objects = objects
  }

  /// Whether a stretch has no letter, digit or sign of a script that runs from right to left.
  func isLeftToRight(_ range: Range<Int>) -> Bool {
    rightToLeft[range.upperBound] == rightToLeft[range.lowerBound]
  }

  /// Whether a stretch has letters that run from left to right.
  func hasLetters(_ range: Range<Int>) -> Bool {
    leftToRight[range.upperBound] > leftToRight[range.lowerBound]
  }

  /// Whether a stretch has note marks, code, pictures or formulas.
  func hasObjects(_ range: Range<Int>) -> Bool {
    objects[range.upperBound] > objects[range.lowerBound]
  }

  /// Brackets of another form between the two of a pair are left without partners, as in UAX #9,
  /// BD16; a quotation mark opens after a space or an opening sign and closes at the next one.
  private static func partners(_ tokens: [Token], _ bytes: [UInt8]) -> [Int] {
    var partners = Array(repeating: -1, count: tokens.count)
    var open: [UInt8: [Int]] = [:]
    var quote = -1
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .opening: open[closing(bytes[token.range.lowerBound]), default: []].append(index)
      case .closing:
        let sign = bytes[token.range.lowerBound]
        guard let place = open[sign]?.popLast() else { continue }
        partners[place] = index
        partners[index] = place
        for other in open.keys where other != sign {
          while let last = open[other]?.last, last > place { open[other]?.removeLast() }
        }
      case .quote where !isInsideWord(tokens, index):
        if quote >= 0 {
          partners[quote] = index
          partners[index] = quote
          quote = -1
        } else if mayOpen(tokens, index) {
          quote = index
        }
      case .lineBreak: quote = -1
      default: break
      }
    }
    return partners
  }

  private static func closing(_ opening: UInt8) -> UInt8 {
    switch opening {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: UInt8(ascii: "}")
    }
  }

  /// A mark opens where nothing but a prefix is glued to its front, and a word to its back.
  private static func mayOpen(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch tokens[index + 1].kind {
    case .space, .lineBreak, .closing, .quote, .object, .rightToLeftSign: return false
    case .punctuation where index > 0 && tokens[index - 1].kind.isLetters: return false
    default: break
    }
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .space, .lineBreak, .opening, .dash, .rightToLeftSign, .hebrew, .arabic, .punctuation:
      return true
    default: return false
    }
  }

  /// Whether a quotation mark is gershayim, letters of one script on both its sides, or the sign of
  /// seconds before a letter of the compass, `12"N`.
  private static func isInsideWord(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let before = tokens[index - 1].kind
    if before == .digits, tokens[index + 1].kind == .latin {
      return tokens[index + 1].range.count == 1
    }
    return before == tokens[index + 1].kind && before.direction == .rightToLeft
  }
}
