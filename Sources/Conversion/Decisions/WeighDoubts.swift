/// Marks the blocks and notes that are likely to be wrong, and no others.
///
/// The signs that passes leave on a block, how close its decisions were and how much of the paper is
/// doubtful are weighed together; the weights are fitted on papers of which every block is known to
/// be right or wrong. What print hardly has (a bracket alone, a final letter inside a word) marks a
/// block by itself; any other sign does unless the block is rather sound.
struct WeighDoubts: Pass {
  static let name = "weigh-doubts"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard document.isPaged || isOnePage(document) else { return }
    let features = DoubtFeatures(document, decisions, WordOddness(knowledge.lexicon))
    for index in document.passages.indices where document.passages[index].content == nil {
      let passage = document.passages[index]
      guard !passage.text.isEmpty else { continue }
      let score = Calibration.wrongBlock.score(features.ofBlock(index))
      decide(&decisions, .block, passage.sourceLines, passage.text, score)
      weigh(&document.passages[index].doubts, score, limit: Calibration.doubtfulBlock)
    }
    for index in document.notes.indices where !document.notes[index].isMissing {
      let note = document.notes[index]
      let score = Calibration.wrongNote.score(features.ofNote(index))
      decide(&decisions, .note, note.sourceLines, note.text, score)
      weigh(&document.notes[index].doubts, score, limit: Calibration.doubtfulNote)
    }
  }

  /// A page hardly holds so many lines, in however many pieces they were put out.
  private static let longestPage = 120

  /// Whether a text that parts no pages may be a program's all the same, of one page. A longer one was
  /// saved by hand, and what is fitted on programs' texts says nothing of it.
  private func isOnePage(_ document: Document) -> Bool {
    document.source.count == 1
      && document.source[0].lines.count { !$0.text.allSatisfy(\.isWhitespace) } <= Self.longestPage
  }

  private func decide(
    _ decisions: inout Decisions, _ kind: Decision.Kind, _ lines: [Int], _ text: Scalars,
    _ score: Weights.Score
  ) {
    decisions.decide(
      kind, at: SourceRange(lines.min() ?? 0, lines.max() ?? 0),
      words: Marker.removed(from: text).string,
      [
        Scored(.kind("right"), score: 0),
        Scored(.kind("wrong"), score: score.total, evidence: score.evidence),
      ])
  }

  private func weigh(
    _ doubts: inout [Doubt], _ score: Weights.Score, limit: Double
  ) {
    guard score.total > limit else {
      if score.total < Calibration.soundBlock { doubts.removeAll { !$0.isSure } }
      return
    }
    guard doubts.isEmpty else { return }
    let seams = score.evidence.filter { $0.feature.hasPrefix("seam-") }.reduce(0) { $0 + $1.weight }
    let heading = score.evidence.filter { $0.feature.hasPrefix("heading-") }.reduce(0) {
      $0 + $1.weight
    }
    if max(seams, heading) < 0.3 {
      doubts = [.uncertain]
    } else {
      doubts = [seams >= heading ? .paragraphEnd : .headingOrText]
    }
  }
}
