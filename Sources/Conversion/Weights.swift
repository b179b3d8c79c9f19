/// The weights of features that hold or do not: a linear model of log-odds.
struct Weights: Sendable {
  let bias: Double
  let weights: [String: Double]

  /// How much the features that hold speak for a thing, and each of them.
  func score(_ names: [String]) -> (total: Double, evidence: [Evidence]) {
    let evidence = names.map { Evidence($0, weights[$0] ?? 0) }
    return (evidence.reduce(bias) { $0 + $1.weight }, evidence)
  }
}
