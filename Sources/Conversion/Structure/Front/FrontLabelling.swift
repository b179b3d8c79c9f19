/// Tells what each line of a paper's front is, all of them at once: the row of parts that the
/// features of the lines and the order in which parts follow one another speak for most (a
/// first-order linear chain, read by Viterbi's algorithm).
struct FrontLabelling {
  struct Labelled {
    var part: FrontPart
    /// How much the line itself speaks for the part, and for the others.
    var scores: [FrontPart: Double]
    var features: [String]

    /// The ways to read the line, each with what speaks for it.
    var readings: [Scored] {
      let others = scores.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      // What the order of the parts decided comes before what the line itself says.
      let best = max(scores.values.max() ?? 0, scores[part] ?? 0)
      return ([(part, best)] + others.filter { $0.key != part }.prefix(3)).map { part, score in
        Scored(
          .kind(part.rawValue), score: score,
          evidence: features.compactMap { feature in
            Calibration.frontLines[part]?[feature].map { Evidence(feature, $0) }
          })
      }
    }
  }

  /// What each line is, to the first of the body.
  private(set) var lines: [Labelled] = []

  init(_ features: FrontFeatures) {
    let emissions = features.features.map(Self.emission)
    guard !emissions.isEmpty else { return }
    let parts = FrontPart.allCases
    var scores = parts.map { Self.transition(from: nil, to: $0) + (emissions[0][$0] ?? 0) }
    var back: [[Int]] = []
    for (emission, line) in zip(emissions, features.features).dropFirst() {
      let changes = Change(line)
      func order(_ from: FrontPart, _ part: FrontPart) -> Double {
        Self.transition(from: from, to: part) + changes.weight(from: from, to: part)
      }
      var next: [Double] = []
      var from: [Int] = []
      for part in parts {
        let best =
          parts.indices.max {
            scores[$0] + order(parts[$0], part)
              < scores[$1] + order(parts[$1], part)
          } ?? 0
        next.append(
          scores[best] + order(parts[best], part) + (emission[part] ?? 0))
        from.append(best)
      }
      back.append(from)
      scores = next
    }
    var state = parts.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [state]
    for from in back.reversed() {
      state = from[state]
      path.append(state)
    }
    path.reverse()
    for (index, state) in path.enumerated() {
      if parts[state] == .body { break }
      lines.append(
        Labelled(
          part: parts[state], scores: emissions[index], features: features.features[index]))
    }
  }

  /// What speaks against another part beginning with a line.
  private struct Change {
    let isInside: Bool
    let isBelowSentence: Bool

    init(_ features: [String]) {
      isInside = features.contains("inside-block")
      isBelowSentence = features.contains("below-sentence")
    }

    func weight(from: FrontPart, to part: FrontPart) -> Double {
      guard from != part, from != .body else { return 0 }
      return (isInside ? Calibration.frontChangeInBlock : 0)
        + (from == .abstract && !isBelowSentence ? Calibration.frontChangeInSentence : 0)
    }
  }

  private static func emission(_ features: [String]) -> [FrontPart: Double] {
    var scores: [FrontPart: Double] = [:]
    for part in FrontPart.allCases {
      guard let weights = Calibration.frontLines[part] else { continue }
      scores[part] = features.reduce(0) { $0 + (weights[$1] ?? 0) }
    }
    return scores
  }

  private static func transition(from: FrontPart?, to part: FrontPart) -> Double {
    if from == .body { return part == .body ? 0 : -100 }
    return Calibration.frontOrder[from?.rawValue ?? "start"]?[part] ?? -4
  }
}
