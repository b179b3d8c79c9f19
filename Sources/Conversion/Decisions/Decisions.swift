import Foundation

/// The choices of a conversion, in the order in which they were made.
public struct Decisions: Sendable {
  public private(set) var all: [Decision] = []
  private var occurrences: [String: Int] = [:]

  init() {}

  /// Keeps a choice.
  ///
  /// - Parameters:
  ///   - words: the source's words at the place, by which the choice is known again.
  ///   - readings: at least one; that with the highest score is the best, the first of equals.
  /// - Returns: the best reading.
  @discardableResult
  mutating func decide(
    _ kind: Decision.Kind, at range: SourceRange, words: String, _ readings: [Scored]
  ) -> Scored {
    let order = readings.indices.sorted {
      (readings[$1].score, $0) < (readings[$0].score, $1)
    }
    let sorted = order.map { readings[$0] }
    let best = sorted.first ?? Scored(.none, score: 0)
    let key = "\(kind.rawValue) \(words)"
    let occurrence = occurrences[key, default: 0]
    occurrences[key] = occurrence + 1
    all.append(
      Decision(
        id: DecisionID(kind, words: words, occurrence: occurrence), kind: kind, range: range,
        best: best, others: Array(sorted.dropFirst())))
    return best
  }
}

extension Decision {
  static func exponential(_ value: Double) -> Double { exp(value) }
}
