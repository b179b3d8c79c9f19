import Manuscript

/// An entry as one row of characters, with what is emphasised.
struct FlatEntry {
  private(set) var characters: [Character] = []
  /// Each character's first scalar: quicker to compare than the character.
  private(set) var codes: [UInt32] = []
  var emphases: [Range<Int>] = []

  init(_ inlines: [Inline]) {
    for inline in inlines {
      let start = characters.count
      append([inline].plainText)
      if case .emphasis = inline { emphases.append(start..<characters.count) }
    }
  }

  /// The first web address, which is taken out.
  mutating func takeAddress() -> String? {
    guard let start = place(of: Self.secureScheme) ?? place(of: Self.scheme) else { return nil }
    let end = codes[start...].firstIndex { Self.isSpace($0) || $0 == 0x3E } ?? codes.count
    let address = text(of: start..<end) { code in
      code == 0x2E || code == 0x2C || code == 0x3B || code == 0x29
    }
    remove(start..<end)
    return address
  }

  private static let secureScheme = "https://".unicodeScalars.map(\.value)
  private static let scheme = "http://".unicodeScalars.map(\.value)

  private func place(of signs: [UInt32]) -> Int? {
    guard codes.count >= signs.count else { return nil }
    return (0...(codes.count - signs.count)).first { place in
      codes[place] == signs[0] && codes[place..<(place + signs.count)].elementsEqual(signs)
    }
  }

  /// Takes characters out.
  mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    codes.removeSubrange(range)
    func moved(_ place: Int) -> Int {
      place <= range.lowerBound ? place : max(range.lowerBound, place - range.count)
    }
    emphases = emphases.map { moved($0.lowerBound)..<moved($0.upperBound) }.filter { !$0.isEmpty }
  }

  typealias Dated = (number: Int, head: ArraySlice<Character>, rest: Int)

  /// The first year that stands in brackets or behind a full stop or comma: its number, what stands
  /// before it, and where what follows begins.
  var year: Dated? {
    var index = 0
    while index + 3 < characters.count {
      defer { index += 1 }
      guard let first = digit(at: index), first < 3 else { continue }
      if index > 0, isNumber(at: index - 1) { continue }
      var number = 0
      var length = 0
      while length < 5, index + length < characters.count,
        let digit = digit(at: index + length)
      {
        number = number * 10 + digit
        length += 1
      }
      guard length == 4, (1500...2100).contains(number) else { continue }
      var before = index - 1
      while before >= 0, Self.isSpace(codes[before]) { before -= 1 }
      guard before > 0, "(.,،[".contains(characters[before]) else { continue }
      return (number, characters[..<before], end(ofYearAt: index, opening: characters[before]))
    }
    return nil
  }

  /// What may stand in a bracket behind a year, a month and a day: no more signs than these.
  private static let longestDate = 24

  /// Where what follows a year begins: behind its bracket, with the month and the day in it, and
  /// behind the letter that says whose calendar it is.
  private func end(ofYearAt index: Int, opening: Character) -> Int {
    var rest = index + 4
    if "([".contains(opening),
      let close = characters[rest...].prefix(Self.longestDate).firstIndex(where: {
        ")]".contains($0)
      })
    {
      return close + 1
    }
    while rest < characters.count, characters[rest] != " ", characters[rest] != "." { rest += 1 }
    let era = characters[rest...].prefix(3)
    if era.count == 3, era.first == " ", "مه".contains(era[era.startIndex + 1]),
      !era[era.startIndex + 2].isLetter
    {
      rest += 2
    }
    return rest
  }
}

// MARK: - Signs

extension FlatEntry {
  /// Appends a text's characters. What is one scalar by its nature is not looked up in Unicode's tables
  /// of grapheme clusters.
  private mutating func append(_ text: String) {
    guard text.unicodeScalars.allSatisfy({ Self.standsAlone($0.value) }) else {
      for character in text {
        characters.append(character)
        codes.append(character.unicodeScalars.first?.value ?? 0)
      }
      return
    }
    for scalar in text.unicodeScalars {
      characters.append(Character(scalar))
      codes.append(scalar.value)
    }
  }

  /// A part of it without white space at its ends.
  func part(_ range: Range<Int>) -> FlatEntry {
    let range = trimmed(range, Self.isSpace)
    var part = FlatEntry([])
    part.characters = Array(characters[range])
    part.codes = Array(codes[range])
    part.emphases = emphases.compactMap { emphasis -> Range<Int>? in
      let common = emphasis.clamped(to: range)
      return common.isEmpty
        ? nil : (common.lowerBound - range.lowerBound)..<(common.upperBound - range.lowerBound)
    }
    return part
  }

  /// A range without the signs at its ends that are outer.
  func trimmed(_ range: Range<Int>, _ isOuter: (UInt32) -> Bool) -> Range<Int> {
    var range = range
    while let first = codes[range].first, isOuter(first) { range = range.dropFirst() }
    while let last = codes[range].last, isOuter(last) { range = range.dropLast() }
    return range
  }

  /// The text of a range without the signs at its ends that are outer.
  func text(of range: Range<Int>, without isOuter: (UInt32) -> Bool) -> String {
    String(characters[trimmed(range, isOuter)])
  }

  /// The value of a digit of any script, as `Character.wholeNumberValue`.
  func digit(at index: Int) -> Int? {
    switch codes[index] {
    case 0x30...0x39: Int(codes[index] - 0x30)
    case 0x0660...0x0669: Int(codes[index] - 0x0660)
    case 0x06F0...0x06F9: Int(codes[index] - 0x06F0)
    case 0..<0xB2, 0x0591...0x065F, 0x066A...0x06EF, 0x2000...0x206F: nil
    default: characters[index].wholeNumberValue
    }
  }

  /// Whether a digit or another sign for a number stands there, as `Character.isNumber`.
  func isNumber(at index: Int) -> Bool {
    switch codes[index] {
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: true
    case 0..<0xB2, 0x0591...0x065F, 0x066A...0x06EF, 0x2000...0x206F: false
    default: characters[index].isNumber
    }
  }

  /// Whether a scalar is a character by itself among others that are: printed ASCII, letters and digits
  /// of Hebrew and Arabic, common marks of punctuation (none of them extends another, UAX #29).
  private static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: true
    case 0x05BE, 0x05C0, 0x05C3, 0x05D0...0x05F4: true
    case 0x060C, 0x061B, 0x061F, 0x0621...0x064A, 0x0660...0x066F, 0x0671...0x06D3: true
    case 0x2010...0x2027, 0x2030...0x205E: true
    default: false
    }
  }

  /// Whether a scalar is white space (the whole of White_Space of Unicode 15).
  static func isSpace(_ code: UInt32) -> Bool {
    switch code {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  static func isLetter(_ code: UInt32) -> Bool {
    switch code {
    case 0x41...0x5A, 0x61...0x7A, 0x05D0...0x05EA, 0x0620...0x064A: true
    case 0..<0xAA: false
    default: Unicode.Scalar(code)?.properties.isAlphabetic ?? false
    }
  }
}
