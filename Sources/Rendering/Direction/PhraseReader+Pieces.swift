import Orthography

/// What numbers and words of a phrase are to each other.
extension PhraseReader {
  /// Whether a number is part of the word before it.
  func belongs(_ number: Piece, to word: Piece, _ phrase: Phrase) -> Bool {
    let last = word.range.upperBound - 1
    let stop = reader.sign(last) == 0x2E
    let letters = stop ? last - 1 : last
    if reader.kind(letters) == .latin {
      if Abbreviations.isLocator(reader.text(letters)) { return true }
      if stop { return !counts(number) }
    }
    let text = bytes(of: number)
    if word.kind == .bracket { return isOfAct(number, word.range.dropLast()) }
    if word.kind != .word { return false }
    if number.isReckoned || number.isSigned { return phrase.isExpression }
    if text.contains(0x3A) || isCurrency(word) || isMonth(word) { return true }
    if text.contains(0x25) || text.contains(0x24) || text.contains(0x2C) { return false }
    if text.count == 4, text[0] == 0x31 || text.starts(with: [0x32, 0x30]) {
      return ReferenceSigns(self).areEmphasisedTogether(word, number)
        || isVolume(word) || isCatalogue(word, text) || isPeriod(word)
        || (!phrase.separators.isEmpty && isSmall(word))
    }
    return !counts(number)
  }

  /// Whether a number is that of an act of the authority in the bracket before it: `(EU) 2016/679`.
  func isOfAct(_ number: Piece, _ bracket: Range<Int>) -> Bool {
    let text = bytes(of: number)
    return number.kind == .number && text.count >= 6 && text.contains(0x2F)
      && bracket.count == 2
      && reader.text(bracket.lowerBound + 1).allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Whether a word is a volume in Roman numerals behind the short name of a series: `P.Oxy. XV`.
  func isVolume(_ word: Piece) -> Bool {
    bytes(of: word).allSatisfy { "IVXLC".utf8.contains($0) }
      && reader.sign(word.range.lowerBound - 2) == 0x2E
  }

  /// Whether a number behind capitals is that of a catalogue: no year before 1700 has acronyms.
  func isCatalogue(_ word: Piece, _ number: [UInt8]) -> Bool {
    isLabel(word) && word.range.count == 1 && bytes(of: word).count > 1
      && number.lexicographicallyPrecedes("1700".utf8)
  }

  /// Whether a word is a part of a year: `Q3`, `H1`, `FY`.
  func isPeriod(_ word: Piece) -> Bool {
    let text = bytes(of: word)
    guard text.count == 2, "QHF".utf8.contains(text[0]) else { return false }
    return text[0] == 0x46 ? text[1] == 0x59 : (0x31...0x34).contains(text[1])
  }

  /// Whether a word has small letters alone: of a shelfmark with commas, `BnF, arabe 1234`, the number
  /// behind one is its own.
  func isSmall(_ word: Piece) -> Bool {
    bytes(of: word).allSatisfy { $0 >= 0x61 }
  }

  /// Whether a number counts the word behind it.
  func counts(_ number: Piece) -> Bool {
    let isWhole = bytes(of: number).allSatisfy { $0 != 0x2E && $0 != 0x3A }
    return CountedWords.follow(reader, number.range.upperBound, isWhole: isWhole)
  }

  func isYear(_ piece: Piece) -> Bool {
    piece.range.count == 1 && ReferenceSigns(self).isYear(piece.range.lowerBound)
  }

  /// Whether a piece is a day, a month and a year in digits: `14/5/1948`.
  func isDate(_ piece: Piece) -> Bool {
    let kinds = piece.range.map { tokens[$0].kind }
    return kinds == [.digits, .punctuation, .digits, .punctuation, .digits]
      && [1, 3].allSatisfy {
        [0x2E, 0x2F].contains(reader.sign(piece.range.lowerBound + $0))
      }
  }

  /// Whether a word behind a number is its unit, or the book whose number it is.
  func belongsToNumber(_ word: Piece, _ number: Piece) -> Bool {
    let letters = bytes(of: word).filter { $0 != 0x2E }
    // [2019] UKSC 41, 29 ILM 1447: of a report of law, year or volume stand in front.
    if letters.count > 1, letters.allSatisfy({ (0x41...0x5A).contains($0) }),
      reader.kind(word.range.upperBound) == .space,
      reader.kind(word.range.upperBound + 1) == .digits,
      number.kind != .bracket || ReferenceSigns(self).isYear(number)
    {
      return true
    }
    guard number.kind != .bracket else { return false }
    if letters.count == 1, letters[0] < 0x61, number.isSigned || bytes(of: number).contains(0x2E) {
      return true
    }
    if Units.thousands.contains(String(decoding: letters, as: UTF8.self)) { return true }
    if bytes(of: number).last == 0x25, isFormula(letters) { return true }
    return Units.contains(letters) || isMonth(word)
      || (number.range.count == 1 && Abbreviations.isNumberedBook(letters))
  }

  /// Whether a number is the size of a book, behind which its number follows: `Heb. 4° 5226`.
  func isFormat(_ piece: Piece) -> Bool {
    piece.kind == .number && piece.range.count == 2
      && [0xB0, 0x2A].contains(reader.sign(piece.range.upperBound - 1))
  }

  /// Whether a piece is the volume of a series by its letters, so that pages follow behind a comma:
  /// `MEW 23`, `GW XIV`.
  func isVolumeOfSeries(_ piece: Piece, _ phrase: Phrase) -> Bool {
    guard phrase.pieces.count == 2, phrase.separators.isEmpty, isLabel(phrase.pieces[0]),
      piece.range == phrase.pieces[1].range
    else { return false }
    let text = bytes(of: piece)
    return text.count <= 5
      && text.allSatisfy { (0x30...0x39).contains($0) || "IVXLC".utf8.contains($0) }
      && !isYear(piece)
  }

  /// Whether letters are short for a substance or a measure, which a share in per cent is of:
  /// `5% CO₂`, `2% GDP`.
  private func isFormula(_ letters: [UInt8]) -> Bool {
    letters.contains { $0 >= 0x80 }
      || letters.filter { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }.count > 1
  }

  /// Whether a word is a currency, by its code or by its sign: `USD`, `US$`.
  func isCurrency(_ word: Piece) -> Bool {
    tokens[word.range.upperBound - 1].kind == .unit
      || Units.currencies.contains(String(decoding: bytes(of: word), as: UTF8.self))
  }

  /// Whether a word is the name of a month, in full or short: 12 May 2023.
  func isMonth(_ word: Piece) -> Bool {
    let letters = bytes(of: word).filter { $0 != 0x2E }
    guard letters.count >= 3 else { return false }
    let text = String(decoding: letters, as: UTF8.self)
    return Self.months.contains(text) || (letters.count <= 4 && Self.shortMonths.contains(text))
  }

  private static let months = Set(
    Languages.all.filter { $0.script == .latin }.flatMap { $0.months.prefix(12) })
  private static let shortMonths = Set(months.map { String($0.prefix(3)) } + ["Sept"])

  /// Whether a piece is a number of a place in a work: of pages, of a verse.
  func isReferenceNumber(_ piece: Piece, _ phrase: Phrase) -> Bool {
    guard !piece.isWordLike else {
      let letters = bytes(of: piece).filter { $0 != 0x2E }
      return Abbreviations.isIbidem(letters)
    }
    if bytes(of: piece).contains(0x3A), phrase.hasLetters { return true }
    guard let word = phrase.lastWord else { return false }
    let letters = bytes(of: word).filter { $0 != 0x2E }
    return Abbreviations.isLocator(letters[...]) || Abbreviations.isIbidem(letters)
  }

  /// `PMID`, `ISSN`: capitals alone.
  func isLabel(_ piece: Piece) -> Bool {
    piece.kind == .word && bytes(of: piece).allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Five digits or more, hyphens between them.
  func isIdentifier(_ piece: Piece) -> Bool {
    let text = bytes(of: piece)
    return text.count >= 5 && text.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// A letter or two that stand for a quantity: `x`, `df`, `α`.
  func isVariable(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.range.count <= 2
      && bytes(of: piece).count <= 2
      && (reader.kind(piece.range.lowerBound) == .otherLetters
        || bytes(of: piece).first.map { $0 >= 0x61 || piece.range.count > 1 } ?? false
        || bytes(of: piece).count == 1)
  }

  /// Whether a sign of relation follows a piece or is in it.
  func startsRelation(_ piece: Piece) -> Bool {
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
  func rises(_ first: Piece, _ second: Piece) -> Bool {
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
