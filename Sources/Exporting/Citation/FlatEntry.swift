import Manuscript

/// An entry as one row of characters, with what is emphasised.
struct FlatEntry {
  var characters: [Character] = []
  var emphases: [Range<Int>] = []

  init(characters: [Character], emphases: [Range<Int>]) {
    self.characters = characters
    self.emphases = emphases
  }

  init(_ inlines: [Inline]) {
    for inline in inlines {
      let start = characters.count
      Self.append([inline].plainText, to: &characters)
      if case .emphasis = inline { emphases.append(start..<characters.count) }
    }
  }

  /// The first web address, which is taken out.
  mutating func takeAddress() -> String? {
    let text = String(characters)
    guard let start = text.range(of: "https://") ?? text.range(of: "http://") else { return nil }
    let address = text[start.lowerBound...].prefix { !$0.isWhitespace && $0 != ">" }
    let offset = text.distance(from: text.startIndex, to: start.lowerBound)
    characters.removeSubrange(offset..<(offset + address.count))
    return String(address).trimming { ".,;)".contains($0) }
  }

  /// The first year that stands in brackets or behind a full stop or comma: its number, what stands
  /// before it, and where what follows begins.
  var year: (number: Int, head: ArraySlice<Character>, rest: Int)? {
    var index = 0
    while index + 3 < characters.count {
      defer { index += 1 }
      if index > 0, characters[index - 1].isNumber { continue }
      var number = 0
      var length = 0
      while length < 5, index + length < characters.count,
        let digit = characters[index + length].wholeNumberValue
      {
        number = number * 10 + digit
        length += 1
      }
      guard length == 4, (1500...2100).contains(number) else { continue }
      var before = index - 1
      while before >= 0, characters[before].isWhitespace { before -= 1 }
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
  private static func append(_ text: String, to characters: inout [Character]) {
    guard text.unicodeScalars.allSatisfy({ standsAlone($0.value) }) else {
      characters += text
      return
    }
    for scalar in text.unicodeScalars { characters.append(Character(scalar)) }
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

  /// Each character's first scalar: quicker to compare than the character.
  var codes: [UInt32] { characters.map { $0.unicodeScalars.first?.value ?? 0 } }

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
