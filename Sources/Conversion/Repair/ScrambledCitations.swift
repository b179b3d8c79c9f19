/// A Latin citation inside brackets whose parts came out in turned order in a right-to-left text:
/// page, year, names for names, year, page.
enum ScrambledCitations {
  static func restore(_ passages: inout [Passage]) {
    let known = knownNames(passages)
    for index in passages.indices where passages[index].text.hasRightToLeftLetter {
      let text = passages[index].text
      var result: Scalars = []
      var position = 0
      var isChanged = false
      while position < text.count {
        if text[position] == "(",
          let end = text[position...].prefix(160).firstIndex(of: ")"),
          let content = restored(Array(text[(position + 1)..<end]), known: known)
        {
          result += ["("] + content + [")"]
          position = end + 1
          isChanged = true
        } else {
          result.append(text[position])
          position += 1
        }
      }
      guard isChanged else { continue }
      passages[index].text = result
      passages[index].doubts.append(.citationOrder)
    }
  }

  /// `4-3، 2020 Roe and Doe`: pages, a comma, a year, then names. Gives names, year, comma, pages.
  private static func restored(_ content: Scalars, known: [[String]: [String]]) -> Scalars? {
    guard !content.hasRightToLeftLetter, content.hasLeftToRightLetter else { return nil }
    guard let comma = content.firstIndex(where: { $0 == "," || $0 == "،" }), comma > 0 else {
      return nil
    }
    let pages = Array(content[..<comma]).trimmed
    let rest = Array(content[(comma + 1)...]).words
    guard !pages.isEmpty, pages.allSatisfy({ $0.isDigit || $0.isDash }), let year = rest.first,
      year.count == 4, year.allSatisfy(\.isDigit), rest.count > 1
    else { return nil }
    var names = rest.dropFirst().map(\.string)
    if let order = known[names.sorted()] { names = order }
    return Array(names.joined(separator: " ").unicodeScalars) + [" "] + year + [
      content[comma], " ",
    ]
      + ascending(pages)
  }

  /// A range with its smaller number first.
  private static func ascending(_ pages: Scalars) -> Scalars {
    let parts = pages.split(whereSeparator: \.isDash).map(Array.init)
    guard parts.count == 2, let dash = pages.first(where: \.isDash), parts[0].count < 7,
      parts[1].count < 7
    else { return pages }
    func value(_ digits: Scalars) -> Int { digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) } }
    return value(parts[0]) > value(parts[1]) ? parts[1] + [dash] + parts[0] : pages
  }

  /// The names of the sound citations of the paper, in their order, by their words.
  private static func knownNames(_ passages: [Passage]) -> [[String]: [String]] {
    var known: [[String]: [String]] = [:]
    for passage in passages {
      let text = passage.text
      for position in text.indices where text[position] == "(" {
        guard let end = text[position...].prefix(160).firstIndex(of: ")") else { continue }
        let words = Array(text[(position + 1)..<end]).words
        guard let year = words.firstIndex(where: { $0.first?.isDigit ?? false }), year > 1 else {
          continue
        }
        let names = words[..<year].map(\.string)
        guard words[..<year].allSatisfy({ !$0.hasRightToLeftLetter }) else { continue }
        known[names.sorted()] = known[names.sorted()] ?? Array(names)
      }
    }
    return known
  }
}
