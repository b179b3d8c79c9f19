import Orthography

/// Reads pieces of expressions from tokens.
struct PieceReader {
  let tokens: [Token]
  let bytes: [UInt8]
  let nesting: Nesting

  func kind(_ index: Int) -> Token.Kind? {
    index >= 0 && index < tokens.count ? tokens[index].kind : nil
  }

  /// The code point with which a token begins; 0 beyond the ends.
  func sign(_ index: Int) -> UInt32 {
    guard index >= 0, index < tokens.count else { return 0 }
    return Tokens.decode(bytes, tokens[index].range.lowerBound).0.value
  }

  /// The bytes of a token; none beyond the ends.
  func text(_ index: Int) -> ArraySlice<UInt8> {
    index >= 0 && index < tokens.count ? bytes[tokens[index].range] : []
  }

  /// Whether something that an expression is made of stands at an index: a letter, a digit.
  func isSolid(_ index: Int) -> Bool {
    switch kind(index) {
    case .latin, .otherLetters, .digits, .superscript: true
    case .punctuation: Signs.isOperand(sign(index))
    default: false
    }
  }

  /// The piece that begins at an index; `nil` where none does.
  func piece(at start: Int) -> Piece? {
    switch kind(start) {
    case .address:
      return Piece(kind: .address, range: start..<start + 1, hasLetters: true)
    case .opening:
      if let end = DigitGroups(self).end(at: start) {
        return Piece(kind: .groups, range: start..<end, hasLetters: false)
      }
      if let end = intervalEnd(at: start) {
        return Piece(kind: .bracket, range: start..<end, hasLetters: false, isReckoned: true)
      }
      let partner = nesting.partners[start]
      guard partner > start, nesting.isLeftToRight(start..<partner) else { return nil }
      var end = partner + 1
      while kind(end) == .superscript { end += 1 }
      let hasLetters = nesting.hasLetters(start..<partner)
      return Piece(
        kind: .bracket, range: start..<end, hasLetters: hasLetters,
        isSigned: !hasLetters && isPoint(start + 1..<partner))
    case .quote:
      let partner = nesting.partners[start]
      guard partner > start, nesting.isLeftToRight(start..<partner),
        nesting.hasLetters(start..<partner)
      else { return nil }
      return Piece(kind: .quotation, range: start..<partner + 1, hasLetters: true)
    default:
      if let end = DigitGroups(self).end(at: start) {
        return Piece(kind: .groups, range: start..<end, hasLetters: false)
      }
      if let end = Coordinates(self).end(at: start) {
        return Piece(kind: .groups, range: start..<end, hasLetters: false)
      }
      return absolute(at: start) ?? cluster(at: start)
    }
  }

  /// An interval that is open on one side: `(0, 1]`.
  private func intervalEnd(at start: Int) -> Int? {
    guard let first = cluster(at: start + 1), first.kind == .number,
      sign(first.range.upperBound) == 0x2C
    else { return nil }
    var index = first.range.upperBound + 1
    if kind(index) == .space { index += 1 }
    guard let second = cluster(at: index), second.kind == .number,
      kind(second.range.upperBound) == .closing, nesting.partners[start] < 0
    else { return nil }
    return second.range.upperBound + 1
  }

  /// Whether a bracket's content is numbers with commas, one of them with its sign: `(3, -2)`.
  private func isPoint(_ content: Range<Int>) -> Bool {
    guard content.count <= 16, content.contains(where: { sign($0) == 0x2C }) else { return false }
    return content.contains { index in
      kind(index) == .dash && kind(index + 1) == .digits
        && (kind(index - 1) == .space || index == content.lowerBound)
    }
  }

  /// `|x|`.
  private func absolute(at start: Int) -> Piece? {
    guard sign(start) == 0x7C, kind(start) == .punctuation, isSolid(start + 1) else { return nil }
    var end = start + 2
    while end < tokens.count, end - start < 8, sign(end) != 0x7C { end += 1 }
    guard sign(end) == 0x7C, nesting.isLeftToRight(start..<end) else { return nil }
    return Piece(
      kind: .bracket, range: start..<end + 1, hasLetters: nesting.hasLetters(start..<end),
      isReckoned: true)
  }

  // MARK: - Words and numbers

  /// The word or number that begins at an index, with its signs and all that is glued to it.
  private func cluster(at start: Int) -> Piece? {
    var piece = Piece(kind: .number, range: start..<start, hasLetters: false)
    guard var index = solidStart(from: start, &piece) else { return nil }
    while true {
      let before = index
      index = step(from: index, &piece)
      if index == before { break }
    }
    // /b/ is a sound, /usr/local/ a folder.
    if sign(start) == 0x2F, sign(index) == 0x2F, piece.hasLetters { index += 1 }
    piece.range = start..<index
    if piece.hasLetters { piece.kind = .word }
    // A sign before plain digits that UAX #9 takes with them ($5, #5) is the start of a number.
    return piece
  }

  /// Where the letters or digits begin, after the signs that belong to them.
  private func solidStart(from start: Int, _ piece: inout Piece) -> Int? {
    if isSolid(start) { return start }
    var index = start
    if kind(index) == .dash {
      guard isFree(index), !Signs.isEnDash(sign(index)) else { return nil }
      index += 1
      if kind(index) == .unit, kind(index + 1) == .digits { index += 1 }
      if sign(index) == 0x2E, kind(index + 1) == .digits { index += 1 }
      if kind(index) == .digits || Signs.isOperand(sign(index)) {
        piece.isSigned = true
        return index
      }
      // Options of a command: -v, --help.
      if kind(index) == .dash, kind(index + 1) == .latin { return index + 1 }
      return kind(index) == .latin && tokens[index].range.count == 1 && sign(start) == 0x2D
        ? index : nil
    }
    if sign(index) == 0x2A, kind(index - 1) == .space, kind(index + 1) == .digits {
      // A short telephone number: *2700.
      piece.isSigned = true
      return index + 1
    }
    if sign(index) == 0x2A, isFree(index), sign(index + 1) == 0x2E, kind(index + 2) == .latin {
      // A pattern of names: *.txt.
      return index + 2
    }
    if kind(index) == .punctuation, Signs.isBound(sign(index)), isFree(index) {
      // ×100, ~5, ≥18, <0.05.
      var digits = index + 1
      if kind(digits) == .dash || sign(digits) == 0x2E { digits += 1 }
      if kind(digits) == .digits {
        piece.isSigned = true
        return digits
      }
    }
    guard kind(index) == .punctuation || kind(index) == .unit,
      Signs.isPrefix(sign(index)) || kind(index) == .unit
    else { return nil }
    let afterLetter = kind(index - 1)?.direction == .rightToLeft
    guard isFree(index) || (afterLetter && sign(index) != 0x2E && sign(index) != 0x2F) else {
      return nil
    }
    while index - start < 3, kind(index) == .punctuation, Signs.isPrefix(sign(index)) { index += 1 }
    if kind(index) == .unit { index += 1 }
    guard isSolid(index) else { return nil }
    if kind(index) == .digits {
      // .05 has a point in front; other signs before digits stay with them by themselves.
      piece.isSigned = sign(start) == 0x2E && index == start + 1
      if sign(start) == 0x2E, !piece.isSigned { return nil }
    }
    return index
  }

  /// Whether nothing is glued to the front of a token that it could belong to.
  private func isFree(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case nil, .space, .lineBreak, .opening, .quote, .object, .rightToLeftSign: true
    case .punctuation, .dash:
      Signs.isRelation(sign(index - 1)) || Signs.isOperation(sign(index - 1))
        || sign(index - 1) == 0x7C
    default: false
    }
  }

  /// The index after what follows a word or number without a space and belongs to it; the same index
  /// where nothing does.
  private func step(from index: Int, _ piece: inout Piece) -> Int {
    switch kind(index) {
    case .latin, .otherLetters:
      piece.hasLetters = true
      return index + 1
    case .digits: return index + 1
    case .superscript:
      if sign(index) == 0x207B || sign(index) == 0x207A { piece.isSigned = true }
      return index + 1
    case .unit: return index + 1
    case .opening: return bracketEnd(from: index, piece) ?? index
    case .dash: return dash(at: index, &piece)
    case .punctuation: return punctuation(at: index, &piece)
    default: return index
    }
  }

  private func dash(at index: Int, _ piece: inout Piece) -> Int {
    let code = sign(index)
    if isSolid(index + 1) || (kind(index + 1) == .unit && kind(index + 2) == .digits) {
      if kind(index - 1) == .digits || kind(index - 1) == .unit || kind(index - 1) == .superscript,
        kind(index + 1) == .digits || kind(index + 1) == .unit
      {
        if Signs.isDash(code) { piece.isRange = true } else { piece.isReckoned = true }
      }
      if code == 0x2B || code == 0xB1 { piece.isReckoned = true }
      return index + 1 + (kind(index + 1) == .unit ? 1 : 0)
    }
    // C++, A+, 100+.
    if code == 0x2B, !piece.isRange {
      piece.isSigned = true
      return index + 1
    }
    return code == 0x2D && isOpenEnded(index) ? index + 1 : index
  }

  /// Whether a hyphen behind a word is its own: a mark or blood group (`A-`), a prefix that stands
  /// alone (`pre- ו־post-`). Behind other words it is a dash of the sentence, written without its
  /// space.
  private func isOpenEnded(_ index: Int) -> Bool {
    guard kind(index - 1) == .latin, !isSolid(index - 2), kind(index - 2) != .dash,
      kind(index + 1) != .dash, kind(index + 1)?.isLetters != true
    else { return false }
    let word = text(index - 1)
    return word.count == 1 && word.first.map { $0 < 0x61 } == true
      || Abbreviations.isPrefix(word)
  }

  private func punctuation(at index: Int, _ piece: inout Piece) -> Int {
    let code = sign(index)
    let next = index + 1
    if Signs.isOperand(code) {
      // UAX #9 takes ½ and ∞ from the digits before them.
      if Signs.isOperator(code) { piece.isReckoned = true } else { piece.isSigned = true }
      return next
    }
    if isBehindFraction(code, at: index, piece) {
      piece.isSigned = true
      return next
    }
    // n! is a factorial.
    if code == 0x21, kind(index - 1) == .latin, text(index - 1).count == 1,
      text(index - 1).first.map({ $0 >= 0x61 }) == true, piece.range.lowerBound == index - 1
    {
      return next
    }
    if Signs.isRelation(code) || (Signs.isOperation(code) && code != 0x2F) || code == 0x3A {
      var after = next
      if kind(after) == .dash, kind(after + 1) == .digits || sign(after + 1) == 0x2E { after += 1 }
      if sign(after) == 0x2E, kind(after + 1) == .digits { after += 1 }
      if isSolid(after), code != 0x3A || after == next {
        if code != 0x3A { piece.isReckoned = true }
        return after
      }
    }
    if code == 0x3E, closesAngle(at: index) { return next }
    if code == 0x2C || code == 0x2009 {
      return kind(index - 1) == .digits && kind(next) == .digits ? next : index
    }
    if Signs.isGlue(code), isSolid(next),
      kind(index - 1) != .punctuation || Signs.isOperand(sign(index - 1))
    {
      return next
    }
    if code == 0x2F, isSolid(next) { return next }
    if Signs.isSuffix(code), kind(index - 1) == .latin || kind(index - 1) == .otherLetters {
      return next
    }
    if code == 0x2E, Abbreviations.isStop(self, at: index) { return next }
    return index
  }

  /// Whether a sign behind digits is part of the number: the dots of a fraction without end, `3.14…`,
  /// and the asterisks of significance, `.34**`, which a mark of a note behind a whole number is not;
  /// the asterisk of a book's size, `4* 1599`, has another number behind it.
  private func isBehindFraction(_ code: UInt32, at index: Int, _ piece: Piece) -> Bool {
    guard kind(index - 1) == .digits else {
      return code == 0x2A && sign(index - 1) == code && !piece.hasLetters
    }
    let hasFraction = sign(index - 2) == 0x2E
    if code == 0x2026 { return hasFraction }
    return code == 0x2A
      && (hasFraction || (kind(index + 1) == .space && kind(index + 2) == .digits))
  }

  /// Whether a sign closes an angle bracket inside a word: `List<String>`.
  private func closesAngle(at index: Int) -> Bool {
    var open = index - 1
    while index - open < 8, isSolid(open) || sign(open) == 0x2E || sign(open) == 0x3F { open -= 1 }
    return sign(open) == 0x3C && open < index - 1 && kind(open - 1) == .latin
  }

  /// A bracket that is glued to a word or number as its part: `t(58)`, `f(x)`, `word(s)`, `12(3)`.
  private func bracketEnd(from index: Int, _ piece: Piece) -> Int? {
    let partner = nesting.partners[index]
    guard partner > index, partner - index <= 12, nesting.isLeftToRight(index..<partner) else {
      return nil
    }
    guard piece.hasLetters || !nesting.hasLetters(index..<partner) else { return nil }
    return partner + 1
  }
}
