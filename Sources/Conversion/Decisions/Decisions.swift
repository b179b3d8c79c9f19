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
        words: words, best: best, others: Array(sorted.dropFirst())))
    return best
  }
}

extension Decisions {
  /// The choices, one a line, their parts parted by tabs.
  var listing: String {
    all.map { decision in
      let margin = decision.best.score - (decision.others.first?.score ?? 0)
      let evidence = ([decision.best] + decision.others).first { !$0.evidence.isEmpty }?.evidence
      return [
        decision.id.description, String(decision.range.first), String(decision.range.last),
        "\(decision.best.reading)", String(format: "%.2f", margin),
        (evidence ?? []).map(\.feature).joined(separator: ","),
        decision.words.replacing("\t", with: " ").replacing("\n", with: "⏎"),
      ].joined(separator: "\t") + "\n"
    }.joined()
  }
}

extension Decision {
  static func exponential(_ value: Double) -> Double { exp(value) }
}
