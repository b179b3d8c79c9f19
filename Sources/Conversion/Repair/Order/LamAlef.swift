import Orthography

/// Restores lam-alef where a font's ligature came out as alef-lam: `اإلنتاجية` for `الإنتاجية`.
///
/// Some of Word's fonts write the ligature's two letters the wrong way round. A true alef-lam looks the
/// same then, so each word is read in all the ways that it can have been, and the most usual is taken.
/// A text is the work of one program: words are changed only where its words show the fault.
struct LamAlef {
  private let lexicon: any Lexicon
  /// Whether the paper's ligatures came out the wrong way round.
  let isSwapped: Bool

  private static let alefs: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ"]
  /// No word has more places where two letters may have been swapped.
  private static let mostPlaces = 6

  init(lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    self.lexicon = lexicon
    var swapped = 0
    var sound = 0
    for line in lines {
      for word in line.split(whereSeparator: { Script($0) != .arabic }) where word.count > 3 {
        let letters = Array(word.prefix(4))
        if Self.isImpossible(letters) { swapped += 1 }
        if letters[0] == "ا", letters[1] == "ل", Self.alefs.contains(letters[2]) { sound += 1 }
      }
    }
    isSwapped = swapped > 2 && swapped > 4 * sound
  }

  /// An alef before an alef that carries a hamza or a madda begins no word: the article's lam is
  /// missing between them.
  private static func isImpossible(_ letters: [Unicode.Scalar]) -> Bool {
    letters.count > 2 && letters[0] == "ا" && letters[1] != "ا" && alefs.contains(letters[1])
      && letters[2] == "ل"
  }

  /// A line with the ligatures in their order.
  func restored(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard isSwapped else { return line }
    var restored: [Unicode.Scalar] = []
    var index = 0
    while index < line.count {
      var end = index
      while end < line.count, Script(line[end]) == .arabic { end += 1 }
      if end > index {
        restored += word(Array(line[index..<end]))
        index = end
      } else {
        restored.append(line[index])
        index += 1
      }
    }
    return restored
  }

  private func word(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var places: [Int] = []
    for index in word.indices.dropLast()
    where Self.alefs.contains(word[index]) && word[index + 1] == "ل" {
      places.append(index)
    }
    guard !places.isEmpty, places.count <= Self.mostPlaces else { return word }
    var best = word
    var most = score(word)
    for choice in 1..<(1 << places.count) {
      var reading = word
      for (bit, place) in places.enumerated() where choice & (1 << bit) != 0 {
        reading.swapAt(place, place + 1)
      }
      let score = score(reading)
      if score > most { (best, most) = (reading, score) }
    }
    return best
  }

  /// How usual a reading is.
  private func score(_ word: [Unicode.Scalar]) -> Double {
    if Self.isImpossible(word) { return -1 }
    let known = lexicon.knows(word.text) == true ? 1e-9 : 0
    return (lexicon.frequency(of: word.text) ?? 0) + known
  }
}
