/// Weighs the plans that a paper's notes may follow, each as a whole, against one another and against
/// there being none.
struct NoteWeighing {
  struct Candidate {
    var plan: NotePlan
    var chain: NoteChain
    var parts: NoteParts
    var evidence: [Evidence]
    /// How much speaks for the plan, in log-odds against there being no notes.
    var score: Double { evidence.reduce(0) { $0 + $1.weight } }
  }

  /// The plans that can be, the likeliest first.
  private(set) var candidates: [Candidate] = []

  /// The likeliest plan; `nil` where no notes are likelier.
  var best: Candidate? { candidates.first.flatMap { $0.score > 0 ? $0 : nil } }

  init(lines: [TextLine]) {
    let numbers = NoteEvidence(lines: lines, kind: .numbers)
    let signs = NoteEvidence(lines: lines, kind: .signs)
    let total = Double(max(1, lines.reduce(0) { $0 + $1.width }))
    for plan in NotePlan.all {
      let evidence = plan.labels == .numbers ? numbers : signs
      guard evidence.ends.count > 1 || plan.counting == .through else { continue }
      let chain = NoteChain(evidence, plan)
      guard !chain.links.isEmpty else { continue }
      let parts = NoteParts(chain, evidence, plan)
      let features = NoteFeatures(chain, parts, evidence, plan, total: total)
      guard features.isPossible else { continue }
      candidates.append(
        Candidate(plan: plan, chain: chain, parts: parts, evidence: features.weighed))
    }
    // Of plans that weigh the same the first is the more usual.
    candidates = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
  }
}
