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
    /// Whether a dictionary knows this reading and it is not a rare one; `nil` where no dictionary
    /// knows the word.
    var isKnown: Bool?
  }

  private var words: Set<String>
  private var candidates: [String: [Candidate]] = [:]
  private var support: [String: Int] = [:]

  /// - Parameter words: every distinct folded word of the publication with its script.
  init(words: [(word: String, kind: LetterTable.Kind)], readings: [String: [WordReading]]) {
    self.words = Set(words.map(\.word))
    for (word, kind) in words {
      let candidates = Self.candidates(of: word, kind: kind, readings: readings[word] ?? [])
      self.candidates[word] = candidates
      for base in Set(candidates.map(\.base)) { support[base, default: 0] += 1 }
    }
  }

  /// The readings of a word of the publication that hold, the best first: one, or two where nothing
  /// tells them apart.
  func bases(of word: String, kind: LetterTable.Kind) -> [Candidate] {
    let all = candidates[word] ?? []
    guard all.count > 1 else { return all }
    let scored = all.enumerated().map { (score: score($1, kind: kind), order: $0, candidate: $1) }
      .sorted { ($1.score, $0.order) < ($0.score, $1.order) }
    // Where no dictionary spoke, a bare word must be found although it stands only with a clitic.
    let tolerance = scored[0].candidate.isKnown == nil ? 2.5 : 1
    return scored.prefix(2).filter { $0.score >= scored[0].score - tolerance }.map(\.candidate)
  }

  private static func candidates(
    of word: String, kind: LetterTable.Kind, readings: [WordReading]
  ) -> [Candidate] {
    let whole = Candidate(prefix: "", base: word, isKnown: nil)
    guard let rules = FormRules.rules(for: kind) else { return [whole] }
    if readings.isEmpty {
      return [whole]
        + rules.splits(of: word).map {
          Candidate(prefix: $0.prefix, base: $0.rest, isKnown: nil)
        }
    }
    var known: [Candidate] = []
    for reading in readings {
      guard word.hasPrefix(reading.prefix) else { continue }
      let base = String(word.unicodeScalars.dropFirst(reading.prefix.unicodeScalars.count))
      if let place = known.firstIndex(where: { $0.prefix == reading.prefix }) {
        if !reading.isRare { known[place].isKnown = true }
      } else {
        known.append(Candidate(prefix: reading.prefix, base: base, isKnown: !reading.isRare))
      }
    }
    return known.isEmpty ? [whole] : known
  }

  /// How well a reading is borne out. The steps are by rank of evidence: a dictionary above the
  /// article above a word that stands by itself above the number of words that share the base.
  private func score(_ candidate: Candidate, kind: LetterTable.Kind) -> Double {
    guard let rules = FormRules.rules(for: kind) else { return 0 }
    let base = candidate.base
    let length = base.unicodeScalars.count
    var score = 0.0
    if candidate.isKnown == true { score += 4 }
    if !base.hasPrefix(rules.article), words.contains(rules.article + base) { score += 3 }
    score += min(3, log2(Double(max(1, support[base] ?? 1))))
    guard !candidate.prefix.isEmpty else { return score + 2 }
    if words.contains(base) { score += 2 }
    score -= Double(candidate.prefix.unicodeScalars.count) / 2
    // Hardly a Hebrew or Arabic word begins with the conjunction's letter.
    if candidate.prefix.first == "ו" || candidate.prefix.first == "و" { score += 1.5 }
    if candidate.prefix.hasSuffix(rules.article) || candidate.prefix.hasSuffix("لل") {
      score += kind == .arabic ? 4 : 1
    }
    // What is left of an unknown word is the likelier a word the longer it is.
    if candidate.isKnown == nil, length < 3 { score -= 3 }
    return score
  }
}
