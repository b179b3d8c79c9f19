/// Takes out of words what only stretches them.
struct UnstretchLetters: Pass {
  static let name = "unstretch-letters"

  func applies(to profile: SourceProfile) -> Bool { profile.order != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let stretched = StretchedLetters(pages: document.pages)
    document.pages = stretched.pages
    document.removals += stretched.removals
  }
}

/// Puts the signs of each line into the order in which they are read.
struct RestoreOrder: Pass {
  static let name = "restore-order"

  func applies(to profile: SourceProfile) -> Bool { profile.order == .absent }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let ordered = LineOrder(lexicon: knowledge.lexicon).restore(document.pages)
    document.repairs += RepairRecord.records(of: ordered, source: document.source)
    document.pages = ordered.pages
    document.families = ordered.families
    document.segmented = ordered.segmented
    document.profile.order = .inferred
  }
}
