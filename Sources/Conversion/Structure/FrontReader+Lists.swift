/// The lists of a paper's front: names, keywords, addresses.
extension FrontReader {
  static func languageOf(_ words: Scalars) -> String {
    var hebrew = 0
    var arabic = 0
    for scalar in words where scalar.isRightToLeftLetter {
      if scalar.value < 0x600 || (0xFB1D...0xFB4F).contains(scalar.value) {
        hebrew += 1
      } else {
        arabic += 1
      }
    }
    if hebrew == 0, arabic == 0 { return "en" }
    return hebrew >= arabic ? "he" : "ar"
  }

  static func keywords(_ text: Scalars) -> [String] {
    let parts = text.split { $0 == "," || $0 == ";" || $0 == "،" || $0 == "؛" }
    return parts.map { part in
      var word = Array(part).trimmed
      if word.last == "." { word.removeLast() }
      return word.trimmed.string
    }.filter { !$0.isEmpty }
  }

  static func emails(_ text: Scalars) -> [String] {
    text.words.filter { word in
      guard let at = word.firstIndex(of: "@"), at > 0, at + 1 < word.count else { return false }
      return word[(at + 1)...].contains(".") && word.allSatisfy { !$0.isRightToLeftLetter }
    }.map { word in
      var word = word
      while let last = word.last, last.isClausePunctuation || last == ")" { word.removeLast() }
      return word.string
    }
  }

  /// Splits a line of names: at commas, `and`, and at the Hebrew conjunction before a name.
  static func names(_ text: Scalars) -> [String] { splitNames(text).names }

  /// The names of a line, and the conjunctions between them.
  static func splitNames(_ text: Scalars) -> (names: [String], conjunctions: [String]) {
    var names: [Scalars] = []
    var conjunctions: [String] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "،" || $0 == "&" }) {
      var current: [Scalars] = []
      let words = Array(part).words
      for (index, word) in words.enumerated() {
        let isAnd = word.string.lowercased() == "and" || word == ["و"]
        if isAnd, !current.isEmpty, index + 1 < words.count {
          names.append(Array(current.joined(separator: [" "])))
          current = []
          conjunctions.append(word.string)
          continue
        }
        if word.count > 2, word[0] == "ו", current.count >= 2, words.count - index >= 2 {
          names.append(Array(current.joined(separator: [" "])))
          current = [Array(word.dropFirst())]
          conjunctions.append("ו")
          continue
        }
        current.append(word)
      }
      if !current.isEmpty { names.append(Array(current.joined(separator: [" "]))) }
    }
    return (names.map(\.string).filter { !$0.isEmpty }, conjunctions)
  }
}
