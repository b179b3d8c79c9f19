import Orthography

/// Tells references and titles from lists of names.
///
/// In a Hebrew or Arabic sentence `NATO, UN, EU` is a list of that sentence, and its items follow
/// each other from the right; `Guns, Germs, and Steel` and `S. Novak, Second Flow, pp. 55–79` are one
/// thing, and run from the left with their commas. A list has nothing but names: words that begin
/// with a capital letter, a digit or a sign, at most four in an item. Small words (`and`, `the`), a
/// year or pages, initials alone, a title in italics or in quotation marks make it one thing.
struct ReferenceSigns {
  private let reader: PieceReader
  private let phrases: PhraseReader

  init(_ phrases: PhraseReader) {
    self.phrases = phrases
    reader = phrases.reader
  }

  /// Whether a phrase names a work in full: then the year and the pages at its end are its own.
  func isReference(_ phrase: Phrase) -> Bool {
    guard phrase.hasLetters, phrase.pieces.count > 1 else { return false }
    if phrase.pieces.contains(where: { $0.kind == .quotation }) { return true }
    return hasEmphasisInside(phrase)
  }

  /// Whether a phrase that begins with a title in quotation marks names the work that it stands in.
  func isReference(behindTitle phrase: Phrase) -> Bool {
    let rest = phrase.pieces.dropFirst()
    guard !rest.isEmpty, !rest.contains(where: { $0.kind == .quotation }) else { return false }
    return hasEmphasisInside(phrase)
      || rest.contains { piece in
        let letters = phrases.bytes(of: piece).filter { $0 != 0x2E }
        return piece.kind == .word && Abbreviations.isLocator(letters[...])
      }
  }

  /// The items of a phrase that is a list of names; `nil` for any other.
  func items(of phrase: Phrase) -> [Range<Int>]? {
    guard !phrase.separators.isEmpty, !phrase.isExpression, !isEmphasisedWhole(phrase) else {
      return nil
    }
    var items: [ArraySlice<Piece>] = []
    var start = 0
    for separator in phrase.separators + [phrase.pieces.count] {
      items.append(phrase.pieces[start..<separator])
      start = separator
    }
    if let last = items.last, hasAmpersand(last) { return nil }
    // TNA, FO 371/12345 is the place of a document.
    if items.last?.last.map(hasSlash) == true, items.first?.last.map(hasSlash) == false {
      return nil
    }
    // Josephus, Ant. 20.200 is a place in a work; K. 466, K. 491 are two works.
    let places = items.map(isPlace)
    if places.contains(true), places.contains(false) { return nil }
    let isClosed = goesOn(behind: phrase)
    let hasNumbers = phrase.pieces.contains { $0.kind == .number }
    let isList =
      items.allSatisfy { isName($0, mayHavePublishers: !hasNumbers, mayHaveArticles: isClosed) }
      || (isClosed && items.allSatisfy { $0.count == 1 && $0.first?.kind == .word })
    guard isList, !hasEmphasisInside(phrase) || areEmphasised(items) else { return nil }
    return items.compactMap { item in
      guard let first = item.first, let last = item.last else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    }
  }

  /// Whether a bracket begins with a year and has nothing but numbers and short words: `(2020, 15)`.
  func isYear(_ bracket: Piece) -> Bool {
    let content = bracket.range.dropFirst().dropLast()
    guard let first = content.first, isYear(first) else { return false }
    return content.allSatisfy { index in
      switch reader.kind(index) {
      case .digits, .space, .dash, .punctuation, .superscript: true
      case .latin: reader.text(index).count <= 2
      default: false
      }
    }
  }

  /// Four digits from 1000 to 2999.
  func isYear(_ index: Int) -> Bool {
    guard reader.kind(index) == .digits else { return false }
    let text = reader.text(index)
    return text.count == 4 && (text.first == 0x31 || text.first == 0x32)
  }

  /// Whether `&` stands between two names of an item; before the last name of all it is the `and` of
  /// a Latin list: `Cohen, Levi & Mizrahi`.
  private func hasAmpersand(_ item: ArraySlice<Piece>) -> Bool {
    zip(item, item.dropFirst()).contains { left, right in
      (left.range.upperBound..<right.range.lowerBound).contains { reader.sign($0) == 0x26 }
    }
  }

  /// Whether the line's own language ends the list, with its own “and”: `fever, cough וכאב ראש`.
  private func goesOn(behind phrase: Phrase) -> Bool {
    var index = phrase.range.upperBound
    if reader.kind(index) == .space { index += 1 }
    guard index > phrase.range.upperBound, reader.kind(index)?.direction == .rightToLeft
    else { return false }
    return [[0xD7, 0x95], [0xD9, 0x88]].contains { reader.text(index).starts(with: $0) }
  }

  /// Whether a short word with its stop stands before a number or a letter for a book: `Ant. 20.200`,
  /// `Metaph. Γ 4`.
  private func isPlace(_ item: ArraySlice<Piece>) -> Bool {
    zip(item, item.dropFirst()).contains { word, next in
      guard word.kind == .word, reader.sign(next.range.lowerBound - 2) == 0x2E else {
        return false
      }
      return next.kind == .number || reader.kind(next.range.lowerBound) == .otherLetters
    }
  }

  private func hasSlash(_ piece: Piece) -> Bool {
    let text = phrases.bytes(of: piece)
    guard text.contains(0x2F) else { return false }
    // Z4/30287 is a place; HTTP/2 is none.
    return piece.kind == .number || text.filter { (0x30...0x39).contains($0) }.count > 3
  }

  private func isName(
    _ item: ArraySlice<Piece>, mayHavePublishers: Bool, mayHaveArticles: Bool
  ) -> Bool {
    guard let first = item.first, item.count <= 4, first.kind == .word else { return false }
    if item.count == 1, phrases.bytes(of: first).last == 0x2E { return false }
    if isYear(first.range.lowerBound) { return false }
    for (index, piece) in item.enumerated() {
      switch piece.kind {
      case .word:
        let word = phrases.bytes(of: piece)
        guard beginsName(word) || (index > 0 && SmallWords.inNames.contains(word)) else {
          return false
        }
        // Groups, points and variants have a letter for a name: A, B, C.
        if item.count == 1, word.count == 1 { continue }
        if !mayHaveArticles, SmallWords.atHeads.contains(word) { return false }
        if !mayHavePublishers, SmallWords.ofPublishers.contains(word) { return false }
        let letters = word.filter { $0 != 0x2E }
        if Abbreviations.isLocator(letters[...]) || Abbreviations.isIbidem(letters) { return false }
      case .number:
        guard index == item.count - 1, index > 0, !piece.isRange,
          !(piece.range.count == 1 && isYear(piece.range.lowerBound))
        else { return false }
      // A name may have its year or its short form behind it: United Nations (UN).
      case .bracket: guard index == item.count - 1, index > 0 else { return false }
      case .address, .quotation, .groups: return false
      }
    }
    return true
  }

  /// A capital letter anywhere in it (`iPhone`), a digit, a letter of a script without capitals, a
  /// single letter that is not of ASCII (`α`), or a sign in front.
  private func beginsName(_ word: [UInt8]) -> Bool {
    if let first = word.first, [0x2E, 0x23, 0x40].contains(first) { return true }
    if word.contains(where: { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }) {
      return true
    }
    guard word.contains(where: { $0 >= 0x80 }) else { return false }
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    return scalars.count == 1
      || scalars.contains {
        $0.properties.isUppercase || ($0.properties.isAlphabetic && !$0.properties.isCased)
      }
  }

  // MARK: - Emphasis

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    reader.tokens[range.lowerBound].range
      .lowerBound..<reader.tokens[range.upperBound - 1].range.upperBound
  }

  private func touching(_ range: Range<Int>) -> ArraySlice<Range<Int>> {
    let emphasised = phrases.emphasised
    var low = 0
    var high = emphasised.count
    while low < high {
      let middle = (low + high) / 2
      if emphasised[middle].upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < emphasised.count, emphasised[end].lowerBound < range.upperBound { end += 1 }
    return emphasised[low..<end]
  }

  private func hasEmphasisInside(_ phrase: Phrase) -> Bool {
    let whole = bytes(phrase.range)
    return touching(whole).contains {
      $0.lowerBound > whole.lowerBound || $0.upperBound < whole.upperBound
    }
  }

  private func isEmphasisedWhole(_ phrase: Phrase) -> Bool {
    let whole = bytes(phrase.range)
    return touching(whole).contains {
      $0.lowerBound <= whole.lowerBound && $0.upperBound >= whole.upperBound
    }
  }

  /// Whether two pieces stand in the same italics: `*Nationalism since 1780*`.
  func areEmphasisedTogether(_ first: Piece, _ second: Piece) -> Bool {
    let both = bytes(first.range.lowerBound..<second.range.upperBound)
    return touching(both).contains {
      $0.lowerBound <= both.lowerBound && $0.upperBound >= both.upperBound
    }
  }

  private func areEmphasised(_ items: [ArraySlice<Piece>]) -> Bool {
    items.allSatisfy { item in
      guard let first = item.first, let last = item.last else { return false }
      let own = bytes(first.range.lowerBound..<last.range.upperBound)
      return touching(own).contains { $0 == own }
    }
  }
}

/// Words by which titles and sentences are told from names.
enum SmallWords {
  /// Small words that stand inside names: `Ludwig van Beethoven`, `Bank of Israel`.
  static let inNames = words(
    "de del della di da das dos du la le el al bin ibn ben van von der den of for y zu")
  /// Words that begin titles and sentences, never names of a list.
  static let atHeads = words(
    "The A An In On At To From By With And Or But If When What How Why Who Where Is Are Not No"
      + " Toward Towards Beyond Between After Before Against Under Vol Volume Issue Chapter Ibid Trans"
      + " Ed Eds Cf See Also")
  /// Words of those who publish: with a number in the phrase they are a reference's.
  static let ofPublishers = words("Press University Journal Review")

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { Array($0.utf8) })
  }
}
