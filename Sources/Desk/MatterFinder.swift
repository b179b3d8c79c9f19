import Conversion
import Foundation

/// Gathers what a conversion was not sure of, piece by piece: the doubts, how likely a fault is, and
/// the readings that were not taken.
struct MatterFinder {
  private let conversion: Conversion
  private var byFirstLine: [Int: [Decision]] = [:]
  private var doubts: [Int: [Doubt]] = [:]

  /// How likely a fault is where a conversion has not weighed it: without a doubt, with a doubt that
  /// stands here by no figure of its own, and by the doubt, as measured on unseen papers.
  private static let unweighed = (sound: 0.02, doubted: 0.5)
  private static let measured: [Doubt: Double] = [
    .unpairedBrackets: 0.95, .displacedSign: 0.95, .strayNumber: 0.95, .wordOrder: 0.95,
    .lostSpaces: 0.77, .movedRun: 0.59, .itemOrParagraph: 0.1,
  ]

  init(_ conversion: Conversion) {
    self.conversion = conversion
    for decision in conversion.decisions.all {
      byFirstLine[decision.range.first, default: []].append(decision)
    }
    for found in conversion.doubts { doubts[found.line, default: []].append(found.doubt) }
  }

  func matters(of sheet: Sheet) -> [Matter] {
    sheet.pieces.compactMap { piece in
      guard let first = piece.lines.min(), let last = piece.lines.max() else { return nil }
      return matter(of: piece, first, last)
    }
  }

  private func matter(of piece: Piece, _ first: Int, _ last: Int) -> Matter {
    let names = doubts[first] ?? []
    let isNote = if case .note = piece.kind { true } else { false }
    var weight = Self.unweighed.sound
    if !piece.checks.isEmpty || !names.isEmpty {
      weight =
        names.map { Self.measured[$0] ?? Self.unweighed.doubted }.max()
        ?? Self.unweighed.doubted
    }
    var matter = Matter(lines: piece.lines, weight: weight, kinds: names.map(\.rawValue))
    let decisions = piece.lines.flatMap { byFirstLine[$0] ?? [] }
    for decision in decisions where decision.range.last <= last {
      switch decision.kind {
      case .block where !isNote && decision.range.first == first,
        .note where isNote && decision.range.first == first:
        let readings = [decision.best] + decision.others
        guard let wrong = readings.first(where: { $0.reading == .kind("wrong") }) else { continue }
        weight = 1 / (1 + exp(-wrong.score))
        matter.evidence = wrong.evidence.filter { $0.weight > 0.3 }
          .sorted { $0.weight > $1.weight }.map(\.feature)
      case .lineOrder, .spaces: matter.alternatives += alternatives(decision)
      case .paragraphEnd where decision.best.reading == .joined && decision.probability < 0.9:
        matter.partsBefore.append(decision.range.last)
      default: break
      }
    }
    for decision in byFirstLine[last] ?? []
    where decision.kind == .paragraphEnd && decision.range.last > last
      && decision.best.reading == .parted && decision.probability < 0.9
    {
      matter.joinsNext = true
    }
    if !piece.checks.isEmpty { weight = max(weight, 0.5) }
    matter.weight = weight
    return matter
  }

  private func alternatives(_ decision: Decision) -> [Matter.Alternative] {
    guard case .text(let was) = decision.best.reading else { return [] }
    let scores = ([decision.best] + decision.others).map { exp($0.score - decision.best.score) }
    let sum = scores.reduce(0, +)
    return zip(decision.others, scores.dropFirst()).compactMap { other, score in
      guard case .text(let now) = other.reading, now != was else { return nil }
      return Matter.Alternative(
        was: was, now: now, probability: score / sum, evidence: other.evidence.map(\.feature))
    }
  }
}
