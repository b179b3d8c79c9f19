import Orthography

/// How well the words of a citation name the authors at the head of an entry.
///
/// In author-date styles (APA, Chicago author-date, Harvard) a citation gives the family names in
/// the entry's order, in full or shortened to the first one; bodies are named by their whole name.
/// So the first word must be the entry's first name, and of the others most must stand in its head.
enum NameMatch {
  /// Words that join names or stand for those left out; folded.
  static let connectors = folded(
    ["and", "in", "the", "of", "ed", "eds", "ו", "אחרים", "و"]
      + Languages.all.flatMap(\.reference.others).flatMap {
        $0.split(separator: " ").map(String.init)
      })

  /// No entry scores more whose head begins with another word than the cited one.
  static let bestOfNear = 0.95

  /// From 0 (the first name differs) to 1 (every word stands in the head).
  static func score(_ cited: some Collection<CitationText.Token>, head: [String]) -> Double {
    guard let first = cited.first, !head.isEmpty else { return 0 }
    let firstScore = scoreOfFirst(first.folded, head: head)
    guard firstScore > 0 else { return 0 }
    var known = 1
    var unknown = 0
    for token in cited.dropFirst() {
      let word = token.folded
      if token.isNumber || connectors.contains(word) || word.unicodeScalars.count == 1 { continue }
      if stands(word, in: head) { known += 1 } else { unknown += 1 }
    }
    return firstScore * Double(known) / Double(known + unknown)
  }

  /// The first name may have its given name before it in the entry, and a typing error in a longer
  /// name still names it; both weigh less than the name itself.
  private static func scoreOfFirst(_ word: String, head: [String]) -> Double {
    if head[0] == word { return 1 }
    if head[0] == "the" || head[0].unicodeScalars.count < 3, head.count > 1, head[1] == word {
      return 0.98
    }
    if isNear(word, head[0]) { return 0.9 }
    if head.prefix(4).contains(word), word.unicodeScalars.count > 2 { return 0.8 }
    if word.hasSuffix("s"), head[0] == word.dropLast() { return bestOfNear }
    return 0
  }

  /// Words of more letters are compared whole.
  private static let longestNear = 40

  /// What an entry is found by: its head's first words, and the first one without each of its
  /// letters, so that one with a typing error finds it (`isNear`); hashed. Two keys that are alike by
  /// chance only add an entry that is then scored 0.
  static func keys(ofHead head: [String]) -> [UInt64] {
    guard let first = head.first else { return [] }
    return head.prefix(4).map(key) + near(first)
  }

  /// By which keys a name that begins with a word is looked for: every head that it may score with
  /// has one of them.
  static func keys(ofName word: String) -> [UInt64] {
    var keys = near(word)
    keys.append(key(of: word))
    if word.hasSuffix("s") { keys.append(key(of: String(word.dropLast()))) }
    return keys
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Where a hash begins of a word that lacks a letter, or might.
  private static let nearSeed: UInt64 = 0x7E

  /// The key of a word as it is.
  static func key(of word: String) -> UInt64 {
    word.unicodeScalars.reduce(0) { ($0 &+ UInt64($1.value)) &* factor }
  }

  /// The keys of a word, marked, with and without each of its letters. Two that differ by one letter
  /// put in, left out or changed have one in common.
  private static func near(_ word: String) -> [UInt64] {
    // A letter has at most four bytes.
    guard (5...4 * longestNear).contains(word.utf8.count) else { return [] }
    let letters = word.unicodeScalars.map { UInt64($0.value) }
    guard (5...longestNear).contains(letters.count) else { return [] }
    // What stands behind each place adds to a hash, and by what power what stands before is moved.
    var behind = [(sum: UInt64, power: UInt64)](repeating: (0, 1), count: letters.count + 1)
    for place in letters.indices.reversed() {
      let (sum, power) = behind[place + 1]
      behind[place] = (sum &+ letters[place] &* power &* factor, power &* factor)
    }
    func key(_ head: UInt64, goingOnAt place: Int) -> UInt64 {
      head &* behind[place].power &+ behind[place].sum
    }
    var head = nearSeed
    var near = [key(head, goingOnAt: 0)]
    for (place, letter) in letters.enumerated() {
      near.append(key(head, goingOnAt: place + 1))
      head = (head &+ letter) &* factor
    }
    return near
  }

  private static func stands(_ word: String, in head: [String]) -> Bool {
    if head.contains(word) || head.contains(where: { isNear(word, $0) }) { return true }
    // "and" is a letter before the name in Hebrew and Arabic.
    guard let letter = word.first, letter == "ו" || letter == "و" else { return false }
    let rest = String(word.dropFirst())
    return head.contains(rest) || head.contains { isNear(rest, $0) }
  }

  /// Whether two words of five letters or more differ by one letter: put in, left out or changed.
  static func isNear(_ left: String, _ right: String) -> Bool {
    // A letter has at most four bytes, so words that differ by one are nearly as long.
    guard abs(left.utf8.count - right.utf8.count) <= 4, min(left.utf8.count, right.utf8.count) >= 5
    else { return false }
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    guard min(a.count, b.count) >= 5, abs(a.count - b.count) <= 1 else { return false }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return prefix + suffix >= max(a.count, b.count) - 1
  }

  /// The words as `CitationText` folds them.
  static func folded(_ words: [String]) -> Set<String> {
    Set(words.flatMap { CitationText($0).tokens.map(\.folded) })
  }
}
