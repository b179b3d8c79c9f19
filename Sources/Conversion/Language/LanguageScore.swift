import Foundation
import Orthography

/// How likely a token is to follow another, by all that is known of the language: lists of
/// frequencies, dictionaries, counts of installed texts, and the pairs of the publication's and the
/// paper's own words.
///
/// Pairs are smoothed as by Witten and Bell (1991): a token that was followed by many different ones
/// leaves more to the likelihood of the next by itself.
final class LanguageScore {
  typealias Token = Int32

  /// No token: nothing is known of what stands before.
  static let unknown: Token = -1

  private let lexicon: any Lexicon
  private let counts: [LanguageCounts]
  private let total: Double
  private var tokens: [String: Token] = [:]
  private var names: [String] = []
  private var singles: [Double] = []
  private var contexts: [(count: Double, followers: Double)] = []
  private var pairs: [UInt64: Double] = [:]
  private var own: [UInt64: Int] = [:]
  private var ownContexts: [Token: Int] = [:]
  private var ownSingles: [Token: Int] = [:]
  private var ownTotal = 0
  /// Scores of pairs with the paper's own counts, until those change.
  private var mixed: [UInt64: Double] = [:]

  init(script: Script, lexicon: any Lexicon, data: LanguageData = LanguageData()) {
    self.lexicon = lexicon
    counts = data.counts(script)
    total = counts.reduce(0) { $0 + Double($1.total) }
  }

  /// The number by which a token is known.
  func token(_ name: String) -> Token {
    if let token = tokens[name] { return token }
    let token = Token(names.count)
    tokens[name] = token
    names.append(name)
    singles.append(share(of: name))
    contexts.append(
      (
        sum { $0.count(of: name) }, sum { $0.followers(of: name) }
      ))
    return token
  }

  /// The log-probability of a token after another.
  func score(_ token: Token, after previous: Token) -> Double {
    guard previous >= 0 else { return log(singles[Int(token)]) }
    let key = Self.key(previous, token)
    if let score = mixed[key] { return score }
    var share = share(of: token, after: previous, key)
    if ownTotal > 0, let count = ownSingles[token] {
      share += Self.ownShare * Double(count) / Double(ownTotal)
    }
    if let context = ownContexts[previous] {
      let weight = 0.6 * Double(context) / Double(context + 2)
      share = (1 - weight) * share + weight * Double(own[key] ?? 0) / Double(context)
    }
    let score = log(share)
    mixed[key] = score
    return score
  }

  /// Adds a paper's own words, or takes them away.
  func learn(_ tokens: [Token], _ times: Int) {
    for token in tokens { ownSingles[token, default: 0] += times }
    ownTotal += times * tokens.count
    for (first, second) in zip(tokens, tokens.dropFirst()) {
      own[Self.key(first, second), default: 0] += times
      ownContexts[first, default: 0] += times
      if ownContexts[first] == 0 { ownContexts[first] = nil }
    }
    mixed.removeAll(keepingCapacity: true)
  }

  private static func key(_ first: Token, _ second: Token) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  // MARK: - The language

  private func share(of token: Token, after previous: Token, _ key: UInt64) -> Double {
    if let share = pairs[key] { return share }
    var share = singles[Int(token)]
    let context = contexts[Int(previous)]
    if context.count > 0 {
      let count = sum { $0.count(of: names[Int(previous)], names[Int(token)]) }
      share = (count + context.followers * share) / (context.count + context.followers)
    }
    pairs[key] = share
    return share
  }

  private func sum(_ count: (LanguageCounts) -> Int) -> Double {
    counts.reduce(0) { $0 + Double(count($1)) }
  }

  /// The share of a token among all.
  private func share(of name: String) -> Double {
    guard let first = name.unicodeScalars.first, LanguageTokens.isLetter(first) else {
      return signShare(name)
    }
    let letters = name.unicodeScalars.count
    var share = 0.0
    if total > 0 { share += 0.45 * sum { $0.count(of: name) } / total }
    if let frequency = lexicon.frequency(of: name) { share += 0.4 * frequency }
    if share < 3e-9 { share = lexicon.knows(name) == true ? 3e-9 : 0 }
    if share == 0 {
      // What is no word costs more the longer it is, or all words would be glued together.
      share = exp(-9 - 2.3 * Double(letters))
    }
    let inner = Array(name.unicodeScalars)
    if inner.dropLast().contains(where: ShuffledFeatures.finals.contains) {
      share = min(share, exp(-14 - 2.3 * Double(letters)))
    }
    if letters == 1 { share = min(share, 2e-7) }
    if let last = inner.last, Self.medials.contains(last), share < 1e-6 { share *= 0.05 }
    return share
  }

  /// The share of a sign with its spaces, a number, a Latin word, or two words that touch.
  private func signShare(_ name: String) -> Double {
    if total > 0 { return max(sum { $0.count(of: name) } / total, Self.rareSign) }
    switch name {
    case ", ", ". ": return 0.05
    case "#", "@", " \"", " (", "\" ", "( ", ": ", "-", " – ", " - ": return 0.005
    case "~": return 1e-6
    default: return name.hasPrefix(" ") ? Self.rareSign : 1e-4
    }
  }

  /// How much a paper's own words count among those that follow a word.
  private static let ownShare = 0.02
  private static let rareSign = 2e-6
  private static let medials: Set<Unicode.Scalar> = ["מ", "נ", "צ", "כ", "פ"]
}
