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
      characters += [inline].plainText
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
