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

/// Sets the spaces at the seams of runs by the whole passage, where the order of a text had to be
/// restored.
struct RestoreSeams: Pass {
  static let name = "restore-seams"

  func applies(to profile: SourceProfile) -> Bool { profile.order == .inferred }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard document.families.contains(where: { $0 != .logical }) else { return }
    for index in document.passages.indices where document.passages[index].content == nil {
      document.passages[index].text = PassageSpacing.restored(document.passages[index].text)
    }
    for index in document.notes.indices where document.notes[index].content == nil {
      document.notes[index].text = PassageSpacing.restored(document.notes[index].text)
    }
    if let abstract = document.frontMatter.abstract {
      document.frontMatter.abstract =
        PassageSpacing.restored(Array(abstract.unicodeScalars)).string
    }
  }
}

/// Marks what print hardly has.
struct NoteDoubts: Pass {
  static let name = "note-doubts"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    Doubts(document.passages).note(&document.passages)
  }
}
