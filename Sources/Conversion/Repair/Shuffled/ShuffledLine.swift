import Foundation
import Orthography

/// A line of a text whose typesetter drew it in runs and whose extractor turned it piece by piece, with
/// all that its spaces and signs say of how it came about.
struct ShuffledLine {
  /// The line with single spaces.
  let signs: Scalars
  /// Where its tokens stand in `signs`, and how many spaces stand behind each.
  let tokens: [Range<Int>]
  let gaps: [Int]
  /// For each token but the first, the log-probabilities of what stands before it.
  let borders: [Border]
  /// For each token, the ways in which it can be cut, the likeliest first.
  let cuttings: [[Cutting]]

  /// The spaces behind each place of the line: none to four, and 5 for its end.
  private let gapClasses: [Int]

  func gapClass(behind end: Int) -> Int { gapClasses[end] }

  /// What stands between two tokens: the same run goes on, a wide gap, a border of two runs.
  struct Border {
    var sameRun: Double
    var wideGap: Double
    var runBorder: Double
  }

  /// The pieces of a token, in places of the line, and the log-probability of its cuts.
  struct Cutting {
    var pieces: [Range<Int>]
    var score: Double
  }

  init(_ raw: Scalars, features: ShuffledFeatures) {
    var signs: Scalars = []
    var tokens: [Range<Int>] = []
    var gaps: [Int] = []
    for scalar in raw {
      if scalar.isSpacing {
        if !gaps.isEmpty { gaps[gaps.count - 1] += 1 }
        continue
      }
      if gaps.isEmpty || gaps[gaps.count - 1] > 0 {
        if !signs.isEmpty { signs.append(" ") }
        tokens.append(signs.count..<signs.count)
        gaps.append(0)
      }
      signs.append(scalar)
      tokens[tokens.count - 1] = tokens[tokens.count - 1].lowerBound..<signs.count
    }
    Self.joinLatin(signs, &tokens, &gaps)
    self.signs = signs
    self.tokens = tokens
    self.gaps = gaps
    var classes = [Int](repeating: 0, count: signs.count + 1)
    for (token, gap) in zip(tokens, gaps) { classes[token.upperBound] = min(gap, 4) }
    classes[signs.count] = 5
    gapClasses = classes
    let texts = tokens.map { Array(signs[$0]) }
    borders = features.borders(texts, gaps: gaps).map(Self.border)
    cuttings = zip(tokens, texts).map { Self.cuttings(of: $1, at: $0, features) }
  }

  /// Makes the Latin words that stand side by side one token: they keep their order.
  private static func joinLatin(_ signs: Scalars, _ tokens: inout [Range<Int>], _ gaps: inout [Int])
  {
    var index = 1
    while index < tokens.count {
      let (last, first) = (signs[tokens[index - 1].upperBound - 1], signs[tokens[index].lowerBound])
      if first.isLeftToRightLetter, last.isLeftToRightLetter || last == "." || last == "&" {
        tokens[index - 1] = tokens[index - 1].lowerBound..<tokens[index].upperBound
        tokens.remove(at: index)
        gaps.remove(at: index - 1)
      } else {
        index += 1
      }
    }
  }

  private static func border(_ features: [String]) -> Border {
    let gap = Calibration.wideGap.sum(features)
    let run = Calibration.runBorder.sum(features)
    let highest = max(0, gap, run)
    let sum = highest + log(exp(-highest) + exp(gap - highest) + exp(run - highest))
    return Border(sameRun: -sum, wideGap: gap - sum, runBorder: run - sum)
  }

  /// Cuts below this log-odds are not tried, nor are cuttings as far below the best.
  private static let leastCut = -5.0
  private static let leastCutting = -8.0
  private static let mostCuts = 7
  private static let mostCuttings = 14

  private static func cuttings(
    of token: Scalars, at range: Range<Int>, _ features: ShuffledFeatures
  ) -> [Cutting] {
    let odds = features.cuts(token).map { Calibration.cut.sum($0) }
    // Leaving a place whole costs log(1 + e^x), cutting it x less.
    let whole = odds.reduce(0) { $0 - log1p(exp(min($1, 30))) }
    let places = odds.indices.filter { odds[$0] > leastCut }
      .sorted { odds[$0] > odds[$1] }.prefix(mostCuts)
    var subsets: [(cuts: [Int], score: Double)] = [([], whole)]
    for place in places {
      subsets += subsets.map { ($0.cuts + [place + 1], $0.score + odds[place]) }
    }
    subsets.sort { $0.score > $1.score }
    let best = subsets[0].score
    return subsets.prefix(mostCuttings).filter { $0.score > best + leastCutting }.map {
      cuts, score in
      var start = range.lowerBound
      var pieces: [Range<Int>] = []
      for cut in cuts.sorted() {
        pieces.append(start..<(range.lowerBound + cut))
        start = range.lowerBound + cut
      }
      return Cutting(pieces: pieces + [start..<range.upperBound], score: score)
    }
  }
}
