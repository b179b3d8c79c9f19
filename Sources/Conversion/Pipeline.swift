/// The way of a paper: every pass, in order.
enum Pipeline {
  static let passes: [any Pass] = [
    // Letters and lines: what the page shows, in the order in which it is read.
    UnstretchLetters(),
    RestoreOrder(),
    RestoreLigatures(),
    TurnNumbers(),
    TakeLines(),
    TellLanguage(),

    // Pages: heads and numbers out, addresses and notes apart from the text.
    PartPages(),
    TakeLinkTargets(),
    PartNotes(),

    // Lines: labels at the heads of their items, words and signs in their places.
    PlaceListLabels(),
    TakeDoubledNumbers(),
    ReadShuffledLines(),
    RepairLines(),
    FindPartedWords(),
    TellMarkdown(),

    // Blocks: title and authors, tables, paragraphs, and what each is.
    ReadMastheads(),
    FindTables(),
    GatherParagraphs(),
    MakeBlocks(),
    TidyItems(),
    FindDrawings(),
    TellHeadings(),
    NumberHeadings(),
    CloseLists(),

    // The article: front matter, marks and notes, and what is not certain.
    ReadFront(),
    FindNoteMarks(),
    GatherNotes(),
    PlaceFrontNotes(),
    RestoreCitations(),
    RestoreSeams(),
    JoinPartedWords(),
    LevelHeadings(),
    NameSource(),
    NoteDoubts(),
    WeighDoubts(),
  ]

  /// The names of the passes, in order.
  static var names: [String] { passes.map { type(of: $0).name } }

  /// Takes a document through the passes that its source needs.
  ///
  /// - Parameter last: the name of the pass to stop after; `nil` for the whole way.
  static func run(_ document: inout Document, _ knowledge: Knowledge, after last: String? = nil)
    -> Decisions
  {
    var decisions = Decisions()
    for pass in passes {
      if pass.applies(to: document.profile) { pass.run(&document, &decisions, knowledge) }
      if type(of: pass).name == last { break }
    }
    return decisions
  }
}
