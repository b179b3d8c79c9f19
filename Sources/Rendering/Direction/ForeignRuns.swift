import Orthography

/// A stretch of a block that the page isolates; or, in the block's own direction and of no language,
/// a range of numbers that is kept together at a line's end.
struct ForeignRun: Equatable {
  var range: Range<Int>
  var direction: Direction
  /// `nil` for numbers and addresses, which are of no language.
  var language: String?
  /// Whether it is a web or mail address or a DOI, which may break at a line's end.
  var isAddress = false
}

/// Finds the stretches of a block that are of another direction or script than the block, tightly:
/// from a first letter to a last, with what stands between them.
///
/// The bidirectional algorithm (UAX #9) orders most text rightly by itself, but it lets what stands
/// beside a run slide into it: `NATO, 27 מדינות` shows the number on the far side of the name. An
/// element round the run, with its own direction, keeps it in.
struct ForeignRuns {
  let tokens: [Token]
  let bytes: [UInt8]
  let setting: Setting
  /// For each bracket the index of its partner, -1 where it has none.
  let partners: [Int]

  /// The runs of a text in a setting, in order, none overlapping another.
  static func find(_ tokens: [Token], _ bytes: [UInt8], in setting: Setting) -> [ForeignRun] {
    let numbers = setting.letters == .hebrew
    guard
      tokens.contains(where: {
        ($0.kind.isLetters && $0.kind != setting.letters) || $0.kind == .address
          || $0.kind == .digits || $0.kind == .arabicDigits
      })
    else { return [] }
    var finder = ForeignRuns(tokens, bytes, setting)
    finder.scan(ranges: numbers)
    return finder.runs
  }

  private var runs: [ForeignRun] = []

  private init(_ tokens: [Token], _ bytes: [UInt8], _ setting: Setting) {
    self.tokens = tokens
    self.bytes = bytes
    self.setting = setting
    var partners = Array(repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .opening {
        open.append(index)
      } else if token.kind == .closing {
        // Brackets of another form between the two are left unpaired, as in UAX #9, BD16.
        if let place = open.lastIndex(where: {
          Self.closes(bytes[tokens[$0].range.lowerBound]) == bytes[token.range.lowerBound]
        }) {
          partners[open[place]] = index
          partners[index] = open[place]
          open.removeSubrange(place...)
        }
      }
    }
    self.partners = partners
  }

  private static func closes(_ opening: UInt8) -> UInt8 {
    switch opening {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: UInt8(ascii: "}")
    }
  }

  private mutating func scan(ranges: Bool) {
    var index = 0
    while index < tokens.count {
      let kind = tokens[index].kind
      if (kind.isLetters && kind != setting.letters) || isForeignAddress(kind) {
        index = takeRun(from: index)
      } else if setting.direction == .rightToLeft,
        kind == .digits || kind == .dash || kind == .unit,
        let end = numberEnd(from: index, ranges: ranges)
      {
        add(index...end, .leftToRight, language: nil)
        index = end + 1
      } else if let end = rangeEnd(from: index) {
        add(index...end, setting.direction, language: nil)
        index = end + 1
      } else {
        index += 1
      }
    }
  }

  private func isForeignAddress(_ kind: Token.Kind) -> Bool {
    kind == .address && setting.direction == .rightToLeft
  }

  private mutating func add(_ span: ClosedRange<Int>, _ direction: Direction, language: String?) {
    runs.append(
      ForeignRun(
        range: tokens[span.lowerBound].range.lowerBound..<tokens[span.upperBound].range.upperBound,
        direction: direction, language: language,
        isAddress: language == nil && tokens[span.lowerBound].kind == .address))
  }

  // MARK: - Letters

  /// Takes the run whose first foreign letters are at an index; gives the index after it.
  private mutating func takeRun(from first: Int) -> Int {
    let direction = tokens[first].kind.direction ?? .leftToRight
    let taken = runs.last?.range.upperBound ?? 0
    var start = first
    // Digits glued to the front belong to the word: 5G, 20th.
    if direction == .leftToRight, start > 0, tokens[start - 1].kind == .digits,
      tokens[start - 1].range.lowerBound >= taken
    {
      start -= 1
    }
    var last = lastLetters(from: first, direction)
    last = closedBrackets(from: start, to: last)
    if direction == .leftToRight { last = trailing(from: start, after: last) }
    let letters = tokens[start...last].contains { $0.kind.isLetters && $0.kind != setting.letters }
    if !letters {
      add(start...last, direction, language: nil)
      return last + 1
    }
    if let closing = enclosingBracketEnd(of: start, direction), closing > last {
      last = closing
    }
    let language = PassageLanguage.guess(tokens[start...last], bytes, direction: direction)
    let opposite = direction != setting.direction
    // A Latin word in a Latin text has no script to tell its language by.
    if opposite || tokens[first].kind != setting.letters {
      add(start...last, direction, language: language == setting.language ? nil : language)
    }
    return last + 1
  }

  /// The last letters that the run reaches over spaces, punctuation, numbers and whole brackets.
  private func lastLetters(from first: Int, _ direction: Direction) -> Int {
    var last = first
    var hasLetters = tokens[first].kind.isLetters
    let quoteBefore = first > 0 && tokens[first - 1].kind == .quote
    var index = first + 1
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .address:
        if direction == .rightToLeft { return last }
        // Addresses in a row are a list, each for itself; after words one closes a reference.
        if !hasLetters { return last }
        last = index
      case .lineBreak: return last
      case .opening:
        let partner = partners[index]
        guard partner > index, isForeign(index + 1..<partner, direction) else { return last }
      case .closing:
        guard partners[index] > first else { return last }
      case .quote where quoteBefore && !isInsideWord(index):
        return last
      case _ where token.kind.isLetters:
        guard token.kind != setting.letters, token.kind.direction == direction else { return last }
        hasLetters = true
        last = index
      default: break
      }
      index += 1
    }
    return last
  }

  /// Whether a quotation mark is gershayim: letters on both its sides.
  private func isInsideWord(_ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens[index - 1].kind.direction == .rightToLeft
      && tokens[index - 1].kind == tokens[index + 1].kind
  }

  /// Whether a bracket's content has nothing of the block's own letters or of another direction.
  func isForeign(_ range: Range<Int>, _ direction: Direction) -> Bool {
    tokens[range].allSatisfy { token in
      guard let own = token.kind.direction else { return true }
      return own == direction && token.kind != setting.letters
    }
  }

  /// Takes the closing brackets in that were opened inside the run.
  private func closedBrackets(from start: Int, to last: Int) -> Int {
    var last = last
    var index = last + 1
    while index < tokens.count {
      switch tokens[index].kind {
      case .closing where partners[index] >= start && partners[index] <= last:
        last = index
      case .space, .digits, .dash, .punctuation, .quote, .unit:
        guard tokens[start...last].indices.contains(where: { partners[$0] > last }) else {
          return last
        }
      default: return last
      }
      index += 1
    }
    return last
  }

  /// What is glued to the end and belongs to the word (F-16, C++, p.65-66), the full stop of an
  /// abbreviation, and the year that follows a name in brackets.
  private func trailing(from start: Int, after last: Int) -> Int {
    var last = last
    while last + 1 < tokens.count {
      let next = tokens[last + 1]
      let afterNext = last + 2 < tokens.count ? tokens[last + 2].kind : nil
      switch next.kind {
      case .digits: last += 1
      case .dash where afterNext == .digits: last += 2
      case .punctuation
      where afterNext == .digits && Self.glues.contains(bytes[next.range.lowerBound])
        && tokens[last].kind != .address:
        last += 2
      case .dash
      where bytes[next.range.lowerBound] == UInt8(ascii: "+") && tokens[last].kind != .digits:
        last += 1
      case .punctuation
      where bytes[next.range.lowerBound] == UInt8(ascii: "#") && tokens[last].kind == .latin:
        last += 1
      case .punctuation
      where bytes[next.range.lowerBound] == UInt8(ascii: ".")
        && Abbreviations.end(bytes, tokens, at: last):
        last += 1
      default:
        if let end = operationEnd(after: last) ?? locatorEnd(after: last) {
          last = end
        } else {
          return citationEnd(from: start, after: last)
        }
      }
    }
    return last
  }

  private static let glues = Set("./_:'&@".utf8)
}
