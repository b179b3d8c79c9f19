/// What runs from left to right inside text of the other direction as one: a Latin phrase, an
/// expression, a number with its signs.
///
/// The grammar, each rule where the reading of a line shows it:
/// - Words with nothing but spaces, punctuation and whole brackets between them are one phrase; an
///   Arabic comma or semicolon, a maqaf, and a note mark before punctuation end it.
/// - Signs of relation and reckoning bind what stands on both their sides: `x = -5`, `10 - 3 = 7`.
/// - A number belongs to the word before it as its part (`Landsat 5`, `pp. 12–19`), unless it is a
///   year or counts the word that follows it (`NATO 27 מדינות`).
/// - A number belongs to its unit behind it (`20 °C`, `5 km`).
/// - Names with commas between them are a list of the sentence, each a run of its own; a phrase that
///   has small words, numbers of a reference, a title in italics or marks of quotation in it is one
///   run with its commas.
struct Phrase {
  /// The tokens.
  var range: Range<Int>
  var pieces: [Piece]
  /// Where commas and semicolons part it: the number of pieces before each.
  var separators: [Int] = []
  var isExpression = false
  var isRange = false
  /// The last word; `nil` where there are numbers only.
  var lastWord: Piece?
  var hasLetters: Bool { lastWord != nil }

  init(_ first: Piece) {
    range = first.range
    pieces = [first]
    isExpression = first.isReckoned
    isRange = first.isRange
    lastWord = first.isWordLike ? first : nil
  }
}

/// Reads phrases.
struct PhraseReader {
  let reader: PieceReader
  let setting: Setting
  /// Stretches of tokens that are set off by emphasis, as sorted ranges of bytes.
  let emphasised: [Range<Int>]

  var tokens: [Token] { reader.tokens }

  /// What stands between two pieces.
  struct Gap {
    /// The token with which the next piece would begin.
    var next: Int
    var signs: [UInt32] = []
    var spaces = 0
    var hasObject = false
    /// Whether what stands between ends any phrase.
    var isEnd = false
  }

  /// Whether a piece is taken in, kept in case a word follows, or ends the phrase.
  enum Verdict {
    case take
    case hold
    case stop
  }

  /// The phrase that begins at a token; `nil` where none does.
  func phrase(at start: Int) -> Phrase? {
    guard let first = reader.piece(at: start) else { return nil }
    // A quotation is a run by itself, a title with its commas.
    return first.kind == .quotation ? Phrase(first) : phrase(from: first)
  }

  /// The reference that begins with a title in quotation marks; `nil` where none does: such a title
  /// has a work in italics behind it, or pages.
  func reference(at quote: Int) -> Phrase? {
    guard let first = reader.piece(at: quote), first.kind == .quotation else { return nil }
    let phrase = phrase(from: first)
    return ReferenceSigns(self).isReference(behindTitle: phrase) ? phrase : nil
  }

  private func phrase(from first: Piece) -> Phrase {
    var phrase = Phrase(first)
    var held: [(piece: Piece, gap: Gap)] = []
    while true {
      let end = held.last?.piece.range.upperBound ?? phrase.range.upperBound
      let gap = gap(after: end)
      guard !gap.isEnd, let next = reader.piece(at: gap.next) else { break }
      let previous = held.last?.piece ?? phrase.pieces[phrase.pieces.count - 1]
      var verdict = self.verdict(previous, gap, next, phrase, isHeld: !held.isEmpty)
      if verdict == .take, previous.kind == .address, next.kind == .address { verdict = .stop }
      switch verdict {
      case .stop: return finished(phrase, held)
      case .hold: held.append((next, gap))
      case .take:
        for (piece, gap) in held + [(next, gap)] { take(piece, gap, into: &phrase) }
        held = []
      }
    }
    return finished(phrase, held)
  }

  private func take(_ piece: Piece, _ gap: Gap, into phrase: inout Phrase) {
    if gap.signs.contains(where: { $0 == 0x2C || $0 == 0x3B }) {
      phrase.separators.append(phrase.pieces.count)
    }
    if gap.signs.count == 1 {
      let isDash = Signs.isDash(gap.signs[0])
      if Signs.isRelation(gap.signs[0]) || (Signs.isOperation(gap.signs[0]) && !isDash) {
        phrase.isExpression = true
      } else if isDash, !piece.isWordLike, phrase.pieces.last?.isWordLike == false {
        phrase.isRange = true
      }
    }
    phrase.isExpression = phrase.isExpression || piece.isReckoned
    phrase.isRange = phrase.isRange || piece.isRange
    phrase.pieces.append(piece)
    if piece.isWordLike { phrase.lastWord = piece }
    phrase.range = phrase.range.lowerBound..<piece.range.upperBound
  }

  /// What a reference has at its end is kept: year, volume and pages.
  private func finished(_ phrase: Phrase, _ held: [(piece: Piece, gap: Gap)]) -> Phrase {
    var phrase = phrase
    guard !held.isEmpty, ReferenceSigns(self).isReference(phrase) else { return phrase }
    for (piece, gap) in held { take(piece, gap, into: &phrase) }
    return phrase
  }

  // MARK: - What stands between

  private func gap(after end: Int) -> Gap {
    var gap = Gap(next: end)
    var index = end
    while index < tokens.count {
      switch tokens[index].kind {
      case .space: gap.spaces += 1
      case .object:
        gap.hasObject = true
      case .punctuation where reader.isSolid(index):
        gap.next = index
        return gap
      case .punctuation, .dash:
        // A sign that is glued to the next word alone begins it: ".NET", "-5".
        let isGluedToNext =
          reader.isSolid(index + 1) || reader.kind(index + 1) == .punctuation
          || reader.kind(index + 1) == .dash
        if gap.spaces > 0, isGluedToNext, reader.piece(at: index) != nil, index > end {
          gap.next = index
          return gap
        }
        if gap.hasObject { gap.isEnd = true }
        gap.signs.append(reader.sign(index))
        if gap.signs.count > 3 { gap.isEnd = true }
      case .unit where !reader.isSolid(index + 1):
        // 20 °C is read as a piece; a unit alone belongs to the sentence (50 ₪).
        gap.isEnd = true
      case .latin, .otherLetters, .digits, .superscript, .unit, .address:
        gap.next = index
        return gap
      case .opening, .quote:
        gap.isEnd = reader.nesting.partners[index] < index
        gap.next = index
        return gap
      case .hebrew, .arabic, .arabicDigits, .rightToLeftSign, .lineBreak, .closing:
        gap.isEnd = true
      }
      if gap.isEnd { return gap }
      index += 1
    }
    gap.isEnd = true
    return gap
  }

  // MARK: - What belongs together

  private func verdict(
    _ previous: Piece, _ gap: Gap, _ next: Piece, _ phrase: Phrase, isHeld: Bool
  ) -> Verdict {
    let hasWords = phrase.hasLetters
    guard let sign = gap.signs.first else {
      return beside(previous, gap, next, phrase)
    }
    let whenLoose: Verdict = hasWords ? .hold : .stop
    guard gap.signs.count == 1 else {
      if gap.signs.count == 2, Signs.isRelation(sign), Signs.isDash(gap.signs[1]) { return .take }
      return next.isWordLike && hasWords ? .take : whenLoose
    }
    if Signs.isRelation(sign) { return .take }
    if Signs.isDash(sign) { return dash(sign, previous, next, phrase) }
    if Signs.isOperation(sign) {
      return gap.spaces == 0 || !hasWords || next.isWordLike || phrase.isExpression
        || isVariable(previous) ? .take : .hold
    }
    switch sign {
    case 0x2C, 0x3B: return comma(previous, next, phrase, isHeld: isHeld)
    case 0x3A where !next.isWordLike:
      if hasWords, isYear(previous), gap.spaces == 1, !counts(next) { return .take }
      if isLabel(previous), isIdentifier(next) { return .take }
      // 3 : 1.
      if !hasWords, gap.spaces == 2, !counts(next) { return .take }
      return isReferenceNumber(previous, phrase) ? .take : whenLoose
    default: return next.isWordLike && hasWords ? .take : whenLoose
    }
  }

  /// Two pieces with nothing but a space between them.
  private func beside(_ previous: Piece, _ gap: Gap, _ next: Piece, _ phrase: Phrase) -> Verdict {
    let hasWords = phrase.hasLetters
    switch next.kind {
    case .word, .address, .quotation:
      if previous.isWordLike || hasWords { return .take }
      guard next.kind == .word else { return .stop }
      return belongsToNumber(next, previous) || phrase.isExpression ? .take : .stop
    case .number:
      if gap.hasObject { return .hold }
      if Signs.isRelation(reader.sign(next.range.lowerBound)) { return .take }
      if hasWords, isFormat(previous) { return .take }
      if previous.isWordLike {
        return belongs(next, to: previous, phrase) ? .take : .hold
      }
      return hasWords ? .hold : .stop
    case .groups: return hasWords || previous.isWordLike ? .take : .stop
    case .bracket:
      if next.hasLetters { return hasWords ? .take : .stop }
      if hasWords, ReferenceSigns(self).isYear(next) || isReferenceNumber(next, phrase) {
        return .take
      }
      let isInterval = reader.sign(next.range.lowerBound) == 0x5B
      if isInterval, previous.isWordLike || phrase.isExpression { return .take }
      if phrase.isExpression || isVariable(previous) { return .take }
      return hasWords ? .hold : .stop
    }
  }

  private func dash(
    _ sign: UInt32, _ previous: Piece, _ next: Piece, _ phrase: Phrase
  ) -> Verdict {
    if previous.isWordLike, next.isWordLike { return .take }
    if phrase.isExpression || isVariable(previous) || (isVariable(next) && !phrase.hasLetters) {
      return .take
    }
    if !previous.isWordLike, !next.isWordLike {
      if phrase.hasLetters, !isReferenceNumber(previous, phrase) { return .hold }
      return Signs.isEnDash(sign) && !rises(previous, next) ? .stop : .take
    }
    return phrase.hasLetters ? (next.isWordLike ? .take : .hold) : .stop
  }

  private func comma(
    _ previous: Piece, _ next: Piece, _ phrase: Phrase, isHeld: Bool
  ) -> Verdict {
    if next.isWordLike {
      if previous.isWordLike { return .take }
      // 2.31, p = .024: the next is an expression too.
      if phrase.isExpression, startsRelation(next) { return .take }
      if phrase.isExpression,
        !phrase.pieces.contains(where: { $0.kind == .word && !isVariable($0) })
      {
        return .stop
      }
      return phrase.hasLetters ? .take : .stop
    }
    if isDate(previous), bytes(of: next).contains(0x3A) { return .take }
    // NJW 2001, 1056: a year that pages follow is a reference's.
    if isHeld, isYear(previous), next.kind == .number, !counts(next),
      !isYear(next) || !rises(previous, next),
      next.range.allSatisfy({ tokens[$0].kind == .digits || tokens[$0].kind == .dash })
    {
      return .take
    }
    guard !isHeld else { return phrase.hasLetters ? .hold : .stop }
    if isReferenceNumber(previous, phrase) { return .take }
    guard phrase.hasLetters else { return .stop }
    if next.kind == .number, isVolumeOfSeries(previous, phrase), !counts(next) { return .take }
    // Author, year, pages: Anderson, 1983, 6.
    let isOfCitation = isYear(next) != isYear(previous) && !phrase.isExpression
    return isOfCitation && next.kind == .number && !counts(next) ? .take : .hold
  }
}
