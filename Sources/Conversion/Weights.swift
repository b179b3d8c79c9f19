/// The weights of features that hold or do not: a linear model of log-odds.
struct Weights: Sendable {
  let bias: Double
  let weights: [String: Double]

  /// How much the features that hold speak for a thing, and each of them.
  func score(_ names: [String]) -> Score {
    let evidence = names.map { Evidence($0, weights[$0] ?? 0) }
    return Score(total: evidence.reduce(bias) { $0 + $1.weight }, evidence: evidence)
  }

  /// How much the features that hold speak for a thing.
  func sum(_ names: [String]) -> Double { names.reduce(bias) { $0 + (weights[$1] ?? 0) } }

  /// A sum of weights, with what it was made of.
  struct Score {
    private(set) var total: Double
    private(set) var evidence: [Evidence]

    /// Adds a witness that is not among the features, for (1) or against (-1).
    mutating func add(_ name: String, _ vote: Double, weight: Double) {
      total += vote * weight
      evidence.append(Evidence(name, vote * weight))
    }
  }
}
