import Orthography

/// A stretch of a block that the page sets apart.
struct ForeignRun: Equatable {
  enum Kind: Equatable {
    /// Words of another language or script.
    case passage(language: String)
    /// A number or an expression of numbers, of no language.
    case number
    /// Digits of the Arabic-Indic kinds whose groups run from left to right: UAX #9 would turn the
    /// groups round (N1), so their direction is overridden.
    case turnedNumber
    /// A web or mail address or a DOI, which may break at a line's end.
    case address
    /// In the direction of what stands round it, kept together at a line's end.
    case kept
  }

  var range: Range<Int>
  var direction: Direction
  var kind: Kind
}

/// Finds the stretches of a block that are of another direction or script than the block.
///
/// The bidirectional algorithm (UAX #9) orders most text rightly by itself, but it lets what stands
/// beside a run slide into it: `NATO, 27 מדינות` shows the number on the far side of the name. An
/// element round the run, with its own direction, keeps it in. `Phrase` says what is one run.
///
/// Time and memory are linear in the length of the text.
struct ForeignRuns {
  private let tokens: [Token]
  private let bytes: [UInt8]
  private let setting: Setting
  private let nesting: Nesting
  private let reader: PieceReader
  private let phrases: PhraseReader
  private let references: ReferenceSigns
  private var runs: [ForeignRun] = []

  /// The runs of a text in its setting, in order; one that lies in another comes after it.
  static func find(in prepared: Prepared) -> [ForeignRun] {
    let setting = prepared.setting
    guard
      prepared.tokens.contains(where: {
        ($0.kind.isLetters && $0.kind != setting.letters) || $0.kind == .address
          || $0.kind == .digits || $0.kind == .arabicDigits
      })
    else { return [] }
    var finder = ForeignRuns(prepared)
    finder.scan()
    return finder.runs
  }

  private init(_ prepared: Prepared) {
    tokens = prepared.tokens
    bytes = prepared.flat.bytes
    setting = prepared.setting
    nesting = Nesting(tokens, bytes)
    reader = PieceReader(tokens: tokens, bytes: bytes, nesting: nesting)
    phrases = PhraseReader(
      reader: reader, setting: setting, emphasised: prepared.flat.emphasised)
    references = ReferenceSigns(phrases)
  }

  private mutating func scan() {
    var index = 0
    while index < tokens.count {
      let next =
        setting.direction == .rightToLeft ? fromRightToLeft(at: index) : fromLeftToRight(at: index)
      index = max(next, index + 1)
    }
  }

  // MARK: - In text from left to right

  private mutating func fromLeftToRight(at index: Int) -> Int {
    let kind = tokens[index].kind
    if kind.isLetters, kind != setting.letters { return passage(from: index) }
    return keep(at: index)
  }

  /// Takes letters of another script, to the last of them, with what stands between.
  private mutating func passage(from first: Int) -> Int {
    let direction = tokens[first].kind.direction ?? .leftToRight
    let isQuoted =
      first > 0 && nesting.partners[first - 1] > first && tokens[first - 1].kind == .quote
    let limit = isQuoted ? nesting.partners[first - 1] : tokens.count
    var last = first
    var index = first + 1
    while index < limit {
      let token = tokens[index]
      if token.kind.isLetters || token.kind == .address {
        guard token.kind != setting.letters, token.kind.direction == direction else { break }
        last = index
      } else if token.kind == .lineBreak {
        break
      } else if token.kind == .closing {
        guard nesting.partners[index] > first else { break }
        if nesting.partners[index] <= last { last = index }
      } else if token.kind == .opening, nesting.partners[index] < index {
        break
      }
      index += 1
    }
    let language = PassageLanguage.guess(tokens[first...last], bytes, direction: direction)
    for item in isQuoted ? [first..<last + 1] : items(of: first..<last + 1) {
      add(item, direction, .passage(language: language))
    }
    return last + 1
  }

  /// The items of a list of single words, `בית, דלת`, which is one of its sentence's; the whole
  /// where it is none.
  private func items(of passage: Range<Int>) -> [Range<Int>] {
    let items = passage.filter { tokens[$0].kind.isLetters }
    let isList = passage.allSatisfy { index in
      let token = tokens[index]
      if token.kind.isLetters { return true }
      if token.kind == .space { return [0x2C, 0x060C].contains(reader.sign(index - 1)) }
      return [0x2C, 0x060C].contains(reader.sign(index)) && reader.kind(index + 1) == .space
    }
    return isList && items.count > 1 ? items.map { $0..<$0 + 1 } : [passage]
  }

  // MARK: - In text from right to left

  private mutating func fromRightToLeft(at index: Int) -> Int {
    switch tokens[index].kind {
    case .hebrew, .arabic:
      return tokens[index].kind == setting.letters ? index + 1 : passage(from: index)
    case .space, .lineBreak, .closing, .object, .rightToLeftSign: return index + 1
    case .arabicDigits:
      if let end = DigitGroups(reader).end(at: index) {
        add(index..<end, .leftToRight, .turnedNumber)
        return end
      }
      return keep(at: index)
    case .opening, .quote:
      if tokens[index].kind == .quote, let whole = phrases.reference(at: index) {
        return add(whole)
      }
      if let end = enclosed(from: index) { return end }
      return phrase(from: index)
    default: return phrase(from: index)
    }
  }

  /// Takes the content of a bracket or a quotation that has no letter of the block's own direction:
  /// it is one run, its numbers too, unless it is a list of names in a bracket.
  private mutating func enclosed(from opening: Int) -> Int? {
    let closing = nesting.partners[opening]
    guard closing > opening + 1, nesting.isLeftToRight(opening + 1..<closing),
      nesting.hasLetters(opening + 1..<closing), !nesting.hasObjects(opening + 1..<closing)
    else { return nil }
    if tokens[opening].kind == .opening {
      let isAct = isAct(opening..<closing)
      if isAct || isReckoned(after: closing), let whole = phrases.phrase(at: opening),
        isAct || whole.isExpression, whole.pieces.count > 1
      {
        return add(whole)
      }
    }
    var content = opening + 1..<closing
    while let first = content.first, tokens[first].kind == .space { content.removeFirst() }
    while let last = content.last, tokens[last].kind == .space { content.removeLast() }
    guard let first = content.first else { return nil }
    if tokens[opening].kind == .opening, let phrase = phrases.phrase(at: first),
      phrase.range == content, let items = references.items(of: phrase)
    {
      for item in items { addPassage(item) }
      return closing
    }
    addPassage(content)
    return closing
  }

  /// Whether a sign of relation or reckoning follows a bracket: `(a + b)² = c`.
  private func isReckoned(after closing: Int) -> Bool {
    var index = closing + 1
    while reader.kind(index) == .superscript || reader.kind(index) == .space { index += 1 }
    let sign = reader.sign(index)
    return Signs.isRelation(sign) || Signs.isOperation(sign)
  }

  /// Whether the number of an act stands behind a bracket: `(EU) 2016/679`.
  private func isAct(_ bracket: Range<Int>) -> Bool {
    bracket.count == 2 && reader.kind(bracket.upperBound + 1) == .space
      && reader.piece(at: bracket.upperBound + 2).map { phrases.isOfAct($0, bracket) } == true
  }

  private mutating func phrase(from start: Int) -> Int {
    guard let phrase = phrases.phrase(at: start) else { return keep(at: start) }
    if phrase.hasLetters {
      if phrase.pieces[0].kind == .quotation || phrase.pieces[0].kind == .bracket,
        phrase.pieces.count == 1
      {
        return start + 1
      }
      return add(phrase)
    }
    let first = phrase.pieces[0]
    if first.kind == .groups, phrase.pieces.count == 1 {
      let isTurned = first.range.contains { tokens[$0].kind == .arabicDigits }
      add(phrase.range, .leftToRight, isTurned ? .turnedNumber : .number)
      return phrase.range.upperBound
    }
    let isAlone = phrase.pieces.count == 1
    // A range of Arabic begins on the right, whatever its digits.
    let isOwnRange =
      setting.letters == .arabic && phrase.isRange && !phrase.isExpression && !first.isSigned
      && !isDate(phrase.range)
    if isOwnRange {
      add(phrase.range, setting.direction, .kept)
      addMeasures(in: phrase.range)
      return phrase.range.upperBound
    }
    if !isAlone || first.isSigned || first.isRange || first.isReckoned || isInterval(first)
      || (first.kind == .number && isMeasure(first.range))
    {
      add(phrase.range, .leftToRight, .number)
      return phrase.range.upperBound
    }
    return first.kind == .bracket ? start + 1 : phrase.range.upperBound
  }

  /// Whether a number has a sign of currency, per cent, degree or number that UAX #9 takes from it (W5 knows
  /// European numbers only, and behind Arabic letters there are none: W2). With digits 0-9 the sign
  /// stands where it is written, with Arabic-Indic ones on the left (CLDR, `ar`, `percentSign`).
  private func isMeasure(_ range: Range<Int>) -> Bool {
    setting.letters == .arabic
      && range.contains { tokens[$0].kind == .unit || reader.sign($0) == 0x23 }
  }

  /// Sets the numbers of a range apart that have such a sign: `10%–15%`.
  private mutating func addMeasures(in range: Range<Int>) {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      let isBetween =
        index == range.upperBound || tokens[index].kind == .dash || tokens[index].kind == .space
      guard isBetween else { continue }
      if start < index, isMeasure(start..<index) { add(start..<index, .leftToRight, .number) }
      start = index + 1
    }
  }

  /// `2023-05-12` (ISO 8601), which is one thing in every language.
  private func isDate(_ range: Range<Int>) -> Bool {
    range.map { tokens[$0].kind } == [.digits, .dash, .digits, .dash, .digits]
      && [0, 2, 4].map { tokens[range.lowerBound + $0].range.count } == [4, 2, 2]
  }

  /// `[1.2, 3.4]`, and a set, `{1, 2, 3}`.
  private func isInterval(_ piece: Piece) -> Bool {
    guard piece.kind == .bracket, [0x5B, 0x7B].contains(reader.sign(piece.range.lowerBound)) else {
      return false
    }
    return piece.range.contains { reader.sign($0) == 0x2C || tokens[$0].kind == .dash }
  }

  /// Adds a phrase with letters, each item of a list for itself; gives the index after it.
  private mutating func add(_ phrase: Phrase) -> Int {
    if let items = references.items(of: phrase) {
      for item in items { addPassage(item) }
      return phrase.range.upperBound
    }
    let end = citationEnd(phrase)
    addPassage(phrase.range.lowerBound..<end)
    return end
  }

  private mutating func addPassage(_ range: Range<Int>) {
    if range.count == 1, tokens[range.lowerBound].kind == .address {
      add(range, .leftToRight, .address)
      return
    }
    let letters = tokens[range].contains { $0.kind.isLetters }
    let language = PassageLanguage.guess(tokens[range], bytes, direction: .leftToRight)
    add(range, .leftToRight, letters ? .passage(language: language) : .number)
    guard letters else { return }
    var index = range.lowerBound
    while index < range.upperBound { index = max(keep(at: index, to: range.upperBound), index + 1) }
  }

  private mutating func add(_ span: Range<Int>, _ direction: Direction, _ kind: ForeignRun.Kind) {
    runs.append(
      ForeignRun(
        range: tokens[span.lowerBound].range
          .lowerBound..<tokens[span.upperBound - 1].range.upperBound,
        direction: direction, kind: kind))
  }

  /// A year, with pages, after a name in a bracket that has words of the block's own too:
  /// `(ראו Smith, 2020: 15–17)`.
  private func citationEnd(_ phrase: Phrase) -> Int {
    let end = phrase.range.upperBound
    guard nesting.enclosing[phrase.range.lowerBound] >= 0 else { return end }
    var index = end
    if reader.sign(index) == 0x2C, reader.kind(index) == .punctuation { index += 1 }
    if reader.kind(index) == .space { index += 1 }
    guard index > end, references.isYear(index), !reader.isSolid(index + 1) else { return end }
    index += 1
    let afterYear = index
    guard reader.sign(index) == 0x2C || reader.sign(index) == 0x3A else { return afterYear }
    index += 1
    if reader.kind(index) == .space { index += 1 }
    guard let pages = reader.piece(at: index), pages.kind == .number, !pages.isReckoned else {
      return afterYear
    }
    return pages.range.upperBound
  }

  // MARK: - Kept together

  /// Keeps together a range that begins at a token, or a word for pages with its number.
  private mutating func keep(at index: Int, to limit: Int? = nil) -> Int {
    let limit = limit ?? tokens.count
    func isNumber(_ index: Int) -> Bool {
      index < limit && (tokens[index].kind == .digits || tokens[index].kind == .arabicDigits)
    }
    func rangeEnd(_ first: Int) -> Int? {
      guard isNumber(first) else { return nil }
      var dash = first + 1
      if dash < limit, tokens[dash].kind == .space { dash += 1 }
      guard dash < limit, tokens[dash].kind == .dash, reader.sign(dash) != 0x2B else { return nil }
      var second = dash + 1
      if dash > first + 1 {
        guard second < limit, tokens[second].kind == .space else { return nil }
        second += 1
      }
      guard isNumber(second) else { return nil }
      // 978-9953-0-1234-5: a chain is kept as a whole.
      while second + 2 < limit, tokens[second + 1].kind == .dash, isNumber(second + 2) {
        second += 2
      }
      return second + 1
    }
    var first = index
    if tokens[index].kind == .latin, Abbreviations.isLocator(reader.text(index)),
      !reader.isSolid(index - 1)
    {
      first = index + 1
      if first < limit, reader.sign(first) == 0x2E { first += 1 }
      if first < limit, tokens[first].kind == .space { first += 1 }
      guard first > index + 1, isNumber(first) else { return index + 1 }
    }
    guard let end = rangeEnd(first) ?? (first > index ? first + 1 : nil) else { return index + 1 }
    add(index..<end, setting.direction, .kept)
    return end
  }
}
