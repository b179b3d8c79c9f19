/// Tells the marks of notes from other numbers.
struct FindNoteMarks: Pass {
  static let name = "find-note-marks"

  func applies(to profile: SourceProfile) -> Bool { profile.notes != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let marks = NoteMarks(in: &document.passages, known: document.noteKeys)
    document.marks = marks.labels
    document.removals += marks.removals
  }
}

/// Puts the texts of the notes together.
struct GatherNotes: Pass {
  static let name = "gather-notes"

  func applies(to profile: SourceProfile) -> Bool { profile.notes != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    document.notes = NoteTexts(raw: document.rawNotes, marks: document.marks).notes
    document.rawNotes = []
  }
}

/// Restores citations whose parts came in another order.
struct RestoreCitations: Pass {
  static let name = "restore-citations"

  func applies(to profile: SourceProfile) -> Bool { profile.order != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    ScrambledCitations.restore(&document.passages)
  }
}

/// Marks what print hardly has.
struct NoteDoubts: Pass {
  static let name = "note-doubts"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    Doubts(document.passages).note(&document.passages)
  }
}
