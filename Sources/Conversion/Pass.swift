import Orthography

/// A step on the way of a paper: it finds out one thing about a document and writes it there.
///
/// A pass knows the document and none of the other passes. After each, every letter and digit of the
/// source is in the document or removed by name (`Document.account`).
protocol Pass: Sendable {
  /// What the pass is called, for `daf dump --after` and its tests: words joined by hyphens.
  static var name: String { get }

  /// Whether there is something left to be found out for a source that says this much.
  func applies(to profile: SourceProfile) -> Bool

  /// Takes the document a step on; where it chooses, it leaves a decision.
  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge)
}

extension Pass {
  func applies(to profile: SourceProfile) -> Bool { profile.structure != .given }
}

/// What passes know beside the paper.
struct Knowledge: Sendable {
  /// The words of the papers' languages, as far as they are known.
  var lexicon: any Lexicon
  /// How the words of the papers' languages follow one another, likewise.
  var language = LanguageData()
}
