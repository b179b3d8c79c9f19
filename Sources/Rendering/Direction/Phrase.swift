import Orthography

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

  private var tokens: [Token] { reader.tokens }

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
    var phrase = Phrase(first)
    // A quotation is a run by itself, a title with its commas.
    if first.kind == .quotation { return phrase }
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
      if isHeld, isYear(previous), gap.spaces == 1, !counts(next) { return .take }
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
      if previous.isWordLike {
        return belongs(next, to: previous, phrase) ? .take : .hold
      }
      return hasWords ? .hold : .stop
    case .groups: return hasWords || previous.isWordLike ? .take : .stop
    case .bracket:
      if next.hasLetters { return hasWords ? .take : .stop }
      if hasWords, ReferenceSigns(self).isYear(next) { return .take }
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
    if !isHeld, isReferenceNumber(previous, phrase) { return .take }
    if !isHeld, isCompass(previous), next.kind == .number { return .take }
    return phrase.hasLetters ? .hold : .stop
  }

  // MARK: - Numbers and words

  /// Whether a number is part of the word before it.
  private func belongs(_ number: Piece, to word: Piece, _ phrase: Phrase) -> Bool {
    let last = word.range.upperBound - 1
    let stop = reader.sign(last) == 0x2E
    let letters = stop ? last - 1 : last
    if reader.kind(letters) == .latin, Abbreviations.isLocator(reader.text(letters)) || stop {
      return true
    }
    if word.kind != .word { return false }
    if number.isReckoned || number.isSigned { return phrase.isExpression }
    let text = bytes(of: number)
    if text.contains(0x3A) || isCurrency(word) || isMonth(word) { return true }
    if text.contains(0x25) || text.contains(0x24) || text.contains(0x2C) { return false }
    if text.count == 4, text[0] == 0x31 || text.starts(with: [0x32, 0x30]) {
      return false
    }
    return !counts(number)
  }

  /// Whether a number counts the word behind it.
  private func counts(_ number: Piece) -> Bool {
    CountedWords.follow(
      reader, number.range.upperBound, isWhole: !bytes(of: number).contains(0x2E))
  }

  private func isYear(_ piece: Piece) -> Bool {
    piece.range.count == 1 && ReferenceSigns(self).isYear(piece.range.lowerBound)
  }

  /// Whether a word behind a number is its unit, or the book whose number it is.
  private func belongsToNumber(_ word: Piece, _ number: Piece) -> Bool {
    guard number.kind != .bracket else { return false }
    let letters = bytes(of: word).filter { $0 != 0x2E }
    return Units.contains(letters) || isMonth(word)
      || (number.range.count == 1 && Abbreviations.isNumberedBook(letters))
  }

  private func isCurrency(_ word: Piece) -> Bool {
    Units.currencies.contains(String(decoding: bytes(of: word), as: UTF8.self))
  }

  /// Whether a word is the name of a month, in full or short: 12 May 2023.
  private func isMonth(_ word: Piece) -> Bool {
    let letters = bytes(of: word).filter { $0 != 0x2E }
    guard letters.count >= 3 else { return false }
    let text = String(decoding: letters, as: UTF8.self)
    return Self.months.contains(text) || (letters.count <= 4 && Self.shortMonths.contains(text))
  }

  private static let months = Set(
    Languages.all.filter { $0.script == .latin }.flatMap { $0.months.prefix(12) })
  private static let shortMonths = Set(months.map { String($0.prefix(3)) } + ["Sept"])

  /// Whether a piece is a number of a place in a work: of pages, of a verse.
  private func isReferenceNumber(_ piece: Piece, _ phrase: Phrase) -> Bool {
    guard !piece.isWordLike else {
      let letters = bytes(of: piece).filter { $0 != 0x2E }
      return Abbreviations.isIbidem(letters)
    }
    if bytes(of: piece).contains(0x3A), phrase.hasLetters { return true }
    guard let word = phrase.lastWord else { return false }
    let letters = bytes(of: word).filter { $0 != 0x2E }
    return Abbreviations.isLocator(letters[...]) || Abbreviations.isIbidem(letters)
  }

  private func isCompass(_ piece: Piece) -> Bool {
    let text = bytes(of: piece)
    guard let last = text.last, [0x4E, 0x53, 0x45, 0x57].contains(last) else { return false }
    return text.count == 1 || text[text.count - 2] == 0xB0 || text.contains(0xB0)
  }

  /// A letter or two that stand for a quantity: `x`, `df`, `α`.
  private func isVariable(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.range.count <= 2
      && bytes(of: piece).count <= 2
      && (reader.kind(piece.range.lowerBound) == .otherLetters
        || bytes(of: piece).first.map { $0 >= 0x61 || piece.range.count > 1 } ?? false
        || bytes(of: piece).count == 1)
  }

  /// Whether a sign of relation follows a piece or is in it.
  private func startsRelation(_ piece: Piece) -> Bool {
    if piece.isReckoned { return true }
    var index = piece.range.upperBound
    if reader.kind(index) == .space { index += 1 }
    if reader.kind(index) == .opening, reader.nesting.partners[index] > index {
      index = reader.nesting.partners[index] + 1
      if reader.kind(index) == .space { index += 1 }
    }
    return reader.kind(index) == .punctuation && Signs.isRelation(reader.sign(index))
  }

  /// Whether the second number is no smaller, as in a range; of times and dates it is not asked.
  private func rises(_ first: Piece, _ second: Piece) -> Bool {
    let (left, right) = (bytes(of: first), bytes(of: second))
    if left.contains(0x3A) || right.contains(0x3A) || left.contains(0x2F) { return true }
    func value(_ bytes: [UInt8]) -> Double {
      var number = 0.0
      var scale = 0.0
      for byte in bytes {
        switch byte {
        case 0x30...0x39:
          if scale > 0 {
            number += Double(byte - 0x30) * scale
            scale /= 10
          } else {
            number = number * 10 + Double(byte - 0x30)
          }
        case 0x2E: scale = 0.1
        default: continue
        }
      }
      return number
    }
    return value(right) >= value(left)
  }

  func bytes(of piece: Piece) -> [UInt8] {
    guard let first = piece.range.first, let last = piece.range.last else { return [] }
    return Array(reader.bytes[tokens[first].range.lowerBound..<tokens[last].range.upperBound])
  }
}
