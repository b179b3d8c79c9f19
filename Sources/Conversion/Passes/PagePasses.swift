/// Finds where printed pages begin, and takes their heads and numbers out of the text.
struct PartPages: Pass {
  static let name = "part-pages"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let printed = PrintedPages(pages: document.pageLines)
    document.pageLines = []
    document.lines = printed.lines
    document.removals += printed.removals
    document.printed = printed
  }
}

/// Takes the lists of addresses at the pages' feet out of the text.
struct TakeLinkTargets: Pass {
  static let name = "take-link-targets"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let targets = LinkTargets(lines: document.lines)
    document.printed?.replace(targets.lines)
    document.lines = targets.lines
    document.targets = targets
  }
}

/// Parts the notes from the text, and puts their marks in place.
struct PartNotes: Pass {
  static let name = "part-notes"

  func applies(to profile: SourceProfile) -> Bool { profile.notes != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let zones = NoteZones(lines: document.lines)
    document.printed?.mark(zones.recovered)
    document.removals += zones.removals
    document.lines = zones.body
    document.rawNotes = zones.notes
    document.starred = zones.starred
    document.noteKeys = zones.keys
    document.profile.notes = .inferred
    guard let first = document.rawNotes.first?.lines.first, !zones.candidates.isEmpty else {
      return
    }
    decisions.decide(
      .notePlan, at: SourceRange(first.number, first.number), words: first.raw.string,
      zones.candidates.map {
        Scored(.kind($0.plan.name), score: $0.score, evidence: $0.evidence)
      } + [Scored(.none, score: 0)])
  }
}
