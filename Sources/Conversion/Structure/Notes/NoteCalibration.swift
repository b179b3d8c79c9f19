/// Weights of what speaks for a plan of notes, in log-odds for each unit of a feature
/// (`NoteFeatures`). Set by hand on the papers and layouts of `Benchmarks/make_corpus.py`, part `fit`;
/// judged on its other parts.
enum Calibration {
  static let notePlans: [String: Double] = [
    "bias": -1, "chain": 0.35, "score-by-label": 0.5, "marked": 1.5, "on-page-foot": 1.5,
    "on-page-end": -1, "few": -0.8, "share": -6, "longest": -8, "style": 0.5, "gaps": -1,
    "headings": -3, "lists": -2, "breaks": -0.5, "below-heading": 1.5, "without-heading": -0.3,
    "plan-foot-through-numbers": 0.6, "plan-end-through-numbers": 0.6,
    "plan-column-through-numbers": -0.4, "plan-column-anew-numbers": -0.4,
  ]
}
