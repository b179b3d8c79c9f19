import Foundation
import Orthography

/// Decides which letters at a word's head are clitics.
///
/// A letter that may be one is as often the word's own (מדינה, באר, وطن). What decides, for any text:
/// a dictionary's readings where there are some; the article, which never stands before a word that
/// bears a clitic; whether the rest stands in the publication by itself, and how many other words
/// share it.
struct BaseChooser {
  /// A way to read a word.
  struct Candidate: Equatable {
    var prefix: String
    /// The word without its clitics.
    var base: String
    /// The base's number among `names`.
    var number: Int
    /// Whether a dictionary knows this reading and it is not a rare one; `nil` where no dictionary
    /// knows the word.
    var isKnown: Bool?
  }

  /// The publication's words by their numbers, and after them the bases.
  private(set) var names: WordTable
  private let wordCount: Int
  /// By word.
  private var candidates: [[Candidate]] = []
  /// By name, how many words may be read as having it for their base.
  private var support: [Int]

  /// - Parameters:
  ///   - words: every distinct folded word of the publication.
  ///   - kinds: their scripts.
  init(words: WordTable, kinds: [LetterTable.Kind], readings: [String: [WordReading]]) {
    names = words
    wordCount = words.count
    support = Array(repeating: 0, count: words.count)
    for (word, kind) in kinds.enumerated() {
      let candidates = candidates(of: word, kind: kind, readings: readings)
      self.candidates.append(candidates)
      support += Array(repeating: 0, count: names.count - support.count)
      for base in Set(candidates.map(\.number)) { support[base] += 1 }
    }
  }

  /// The readings of a word of the publication that hold, the best first: one, or two where nothing
  /// tells them apart.
  func bases(of word: Int, kind: LetterTable.Kind) -> [Candidate] {
    let all = candidates[word]
    guard all.count > 1 else { return all }
    let scored = all.enumerated().map { (score: score($1, kind: kind), order: $0, candidate: $1) }
      .sorted { ($1.score, $0.order) < ($0.score, $1.order) }
    // Where no dictionary spoke, a bare word must be found although it stands only with a clitic.
    let tolerance = scored[0].candidate.isKnown == nil ? 2.5 : 1
    return scored.prefix(2).filter { $0.score >= scored[0].score - tolerance }.map(\.candidate)
  }

  private mutating func candidates(
    of number: Int, kind: LetterTable.Kind, readings: [String: [WordReading]]
  ) -> [Candidate] {
    let word = names[number]
    let whole = Candidate(prefix: "", base: word, number: number, isKnown: nil)
    guard let rules = FormRules.rules(for: kind) else { return [whole] }
    let readings = readings[word] ?? []
    if readings.isEmpty {
      return [whole]
        + rules.splits(of: word).map {
          Candidate(prefix: $0.prefix, base: $0.rest, number: names.insert($0.rest), isKnown: nil)
        }
    }
    var known: [Candidate] = []
    for reading in readings {
      guard word.utf8.starts(with: reading.prefix.utf8) else { continue }
      if let place = known.firstIndex(where: { $0.prefix == reading.prefix }) {
        if !reading.isRare { known[place].isKnown = true }
      } else {
        let base = String(word.unicodeScalars.dropFirst(reading.prefix.unicodeScalars.count))
        known.append(
          Candidate(
            prefix: reading.prefix, base: base, number: names.insert(base),
            isKnown: !reading.isRare))
      }
    }
    return known.isEmpty ? [whole] : known
  }

  /// How well a reading is borne out. The steps are by rank of evidence: a dictionary above the
  /// article above a word that stands by itself above the number of words that share the base.
  private func score(_ candidate: Candidate, kind: LetterTable.Kind) -> Double {
    guard let rules = FormRules.rules(for: kind) else { return 0 }
    let base = candidate.base
    var score = 0.0
    if candidate.isKnown == true { score += 4 }
    if !base.utf8.starts(with: rules.article.utf8), isWord(rules.article + base) { score += 3 }
    score += min(3, log2(Double(max(1, support[candidate.number]))))
    guard !candidate.prefix.isEmpty else { return score + 2 }
    if candidate.number < wordCount { score += 2 }
    let letters = candidate.prefix.unicodeScalars
    score -= Double(letters.count) / 2
    // Hardly a Hebrew or Arabic word begins with the conjunction's letter.
    if letters.first == "ו" || letters.first == "و" { score += 1.5 }
    if FormRules.isAramaic(candidate.prefix) { score += 1.5 }
    // The future's particle stands before a verb's person.
    if letters.last == "س", let person = base.unicodeScalars.first,
      "يتنا".unicodeScalars.contains(person)
    {
      score += 2 + Double(letters.count) / 2
    }
    // A dictionary parts a word in every way that grammar allows (כל+ים).
    if candidate.isKnown != nil, letters.count > 1, !rules.prefixes.contains(candidate.prefix) {
      score -= 3
    }
    if letters.reversed().starts(with: rules.article.unicodeScalars.reversed())
      || letters.reversed().starts(with: "لل".unicodeScalars.reversed())
    {
      score += kind == .arabic ? 4 : 1
    }
    // What is left of an unknown word is the likelier a word the longer it is.
    if candidate.isKnown == nil, base.unicodeScalars.count < 3 { score -= 3 }
    return score
  }

  private func isWord(_ word: String) -> Bool { names.find(word).map { $0 < wordCount } ?? false }
}
