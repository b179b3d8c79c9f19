/// The names of a line: parted by commas, dots, bars, strokes and conjunctions, each with the signs
/// that lead to its affiliation.
struct NameList {
  struct Name: Equatable {
    var text: String
    /// Signs, raised letters and numbers behind it.
    var marks: [String] = []
  }

  private(set) var names: [Name] = []
  /// The conjunctions between the names, which the front matter does not keep.
  private(set) var conjunctions: [String] = []
  /// Letters and digits behind names that lead to affiliations.
  private(set) var markLetters: [String] = []

  /// - Parameter marks: the labels of the affiliations below, which a letter or number at a name's end
  ///   must be to be taken for one.
  init(_ text: Scalars, marks: Set<String> = []) {
    for part in text.split(whereSeparator: Self.parts) { read(Array(part).words, marks) }
  }

  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == ";" || scalar == "،" || scalar == "؛" || scalar == "&"
      || scalar == "·" || scalar == "•" || scalar == "|" || scalar == "/"
  }

  private mutating func read(_ words: [Scalars], _ marks: Set<String>) {
    var current: [Scalars] = []
    func close(_ list: inout NameList) {
      if !current.isEmpty { list.add(current, marks) }
      current = []
    }
    for (index, word) in words.enumerated() {
      let left = words.count - index
      let isAnd = word.string.lowercased() == "and" || word == ["و"] || word == ["ו"]
      if isAnd, left > 1 {
        // Between two names, or before the last of several.
        if !current.isEmpty || !names.isEmpty {
          close(&self)
          conjunctions.append(word.string)
          continue
        }
      }
      if Self.beginsWithConjunction(word), current.count >= 2, left >= 2 {
        close(&self)
        conjunctions.append(String(Character(word[0])))
        current = [Array(word.dropFirst())]
        continue
      }
      current.append(word)
    }
    close(&self)
  }

  private static func beginsWithConjunction(_ word: Scalars) -> Bool {
    guard word.count > 2, word[0] == "ו" || word[0] == "و" else { return false }
    return !FrontWords.namesLikeConjunctions.contains(word.string)
  }

  private mutating func add(_ words: [Scalars], _ marks: Set<String>) {
    var words = words
    var found: [String] = []
    // A mark stands behind the name, glued to it or apart; alone between commas it belongs to the
    // name before.
    func takeMark(_ word: inout Scalars) {
      while let last = word.last, NoteSign.isSign(last) {
        found.insert(String(Character(last)), at: 0)
        word.removeLast()
      }
      guard let last = word.last, last.isDigit || last.isLeftToRightLetter,
        marks.contains(String(Character(last))),
        word.count == 1
          || !(word[word.count - 2].isLeftToRightLetter)
            && !word[word.count - 2].isDigit
      else { return }
      found.insert(String(Character(last)), at: 0)
      markLetters.append(String(Character(last)))
      word.removeLast()
    }
    if var last = words.last {
      takeMark(&last)
      words[words.count - 1] = last
    }
    if words.last?.isEmpty ?? false { words.removeLast() }
    // Where the text was turned, the sign leads.
    if var first = words.first, let sign = first.first, NoteSign.isSign(sign) {
      found.append(String(Character(sign)))
      first.removeFirst()
      if first.isEmpty { words.removeFirst() } else { words[0] = first }
    }
    guard !words.isEmpty else {
      if let last = names.indices.last { names[last].marks += found }
      return
    }
    let text = Array(words.joined(separator: [" "])).string
    names.append(Name(text: text, marks: found))
  }
}
