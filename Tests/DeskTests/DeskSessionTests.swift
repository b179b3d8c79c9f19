import Testing

@testable import Desk

@Suite struct DeskSessionTests {
  private static let file = """
    ---
    title: Wells
    lang: en
    draft: true
    check:
      doubtful:
        - converted by machine
    ---

    The first part <!-- check: where the paragraph ends -->

    <!-- page 12 -->

    goes on here.

    Running head 12

    ## A heading

    - one
    - two

    Running head 14

    [^1]: A note.

    """

  private static let draft: Draft = {
    var sheet = Sheet(file)
    for index in sheet.pieces.indices { sheet.pieces[index].lines = [index + 1] }
    return Draft(base: sheet, source: (1...12).map { Draft.Line(number: $0, text: "line \($0)") })
  }()

  private func piece(_ words: String, in session: DeskSession) -> Int {
    session.sheet.pieces.first { $0.words.contains(words) }?.id ?? 0
  }

  @Test func joinsOverAPageBreakAndKeepsItsMark() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    _ = try session.perform(Action("join", piece: piece("first part", in: session)))
    #expect(session.sheet.text.contains("The first part <!-- page 12 -->goes on here.\n\nRunning"))
    #expect(session.sheet.pieces[0].lines == [1, 3])
  }

  @Test func takesARunningHeadOutWhereverItRecurs() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    _ = try session.perform(Action("remove", piece: piece("Running head 12", in: session)))
    #expect(!session.sheet.text.contains("Running head"))
    _ = try session.perform(Action("undo"))
    #expect(session.sheet.text == Self.file)
  }

  @Test func makesANoteOfAParagraphAndPutsItAmongTheNotes() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    var action = Action("kind", piece: piece("goes on", in: session))
    action.kind = "note"
    _ = try session.perform(action)
    #expect(session.sheet.text.hasSuffix("[^1]: A note.\n[^2]: goes on here.\n"))
  }

  @Test func theAbstractBecomesTextAndTextTheAbstract() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    var action = Action("kind", piece: piece("goes on", in: session))
    action.kind = "abstract"
    _ = try session.perform(action)
    #expect(session.sheet.front.contains("abstract: goes on here.\n"))
    #expect(!session.sheet.text.contains("\n\ngoes on here."))
    _ = try session.perform(Action("abstract-to-text"))
    #expect(!session.sheet.front.contains("abstract"))
    #expect(session.sheet.text.contains("---\n\ngoes on here.\n\nThe first part"))
  }

  @Test func whereTheSameSignsWereMisreadTheyAreSettledToo() throws {
    let file =
      "---\ntitle: x\nlang: en\n---\n\nSee Figure. 1<https://a.example>\n\nAnd Figure. 1<https://a.example>\n\nthe old well\n\nthe old well\n"
    var session = DeskSession(file, draft: Draft(written: file))
    var action = Action("text", piece: session.sheet.pieces[0].id)
    action.text = "See Figure 1. <https://a.example>"
    _ = try session.perform(action)
    #expect(session.sheet.pieces[1].words == "And Figure 1. <https://a.example>")
    action.piece = session.sheet.pieces[2].id
    action.text = "old the well"
    _ = try session.perform(action)
    #expect(session.sheet.pieces[3].words == "the old well")
  }

  @Test func itemsOfOneListStandLineUnderLine() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    var action = Action("kind", piece: piece("Running head 14", in: session))
    action.kind = "item"
    _ = try session.perform(action)
    #expect(session.sheet.text.contains("- one\n- two\n- Running head 14\n\n[^1]"))
    action.kind = "paragraph"
    _ = try session.perform(action)
    #expect(session.sheet.text.contains("- two\n\nRunning head 14\n\n[^1]"))
  }

  @Test func isADraftUntilItsLastDoubtIsSettled() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    _ = try session.perform(Action("sound", piece: piece("first part", in: session)))
    #expect(session.sheet.front.contains("draft"), "nothing leads to the note")
    _ = try session.perform(Action("sound", piece: piece("A note", in: session)))
    #expect(!session.sheet.front.contains("draft") && !session.sheet.front.contains("check"))
    _ = try session.perform(Action("undo"))
    _ = try session.perform(Action("undo"))
    #expect(session.sheet.text == Self.file)
  }

  @Test func whatIsWrittenBesideTheDeskKeepsItsLines() throws {
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    var action = Action("whole")
    action.text = Self.file.replacing("## A heading", with: "### Another heading")
      .replacing("- one\n", with: "A new paragraph.\n\n- one\n")
    _ = try session.perform(action)
    #expect(session.sheet.text == action.text)
    let heading = session.sheet.pieces.first { $0.words == "Another heading" }
    #expect(heading?.lines == [5])
    #expect(session.sheet.pieces.first { $0.words == "A note." }?.lines == [9])
  }

  /// Any steps, taken back one by one, lead to where they began, and forward again to where they led;
  /// a journal of them leads there too.
  @Test(arguments: 0..<20) func everyStepCanBeTakenBack(seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var session = DeskSession(Self.draft.base, draft: Self.draft)
    var steps: [JournalStep] = []
    let names = [
      "text", "kind", "join", "join-previous", "part", "move", "remove", "sound", "insert", "undo",
    ]
    for _ in 0..<40 {
      var action = Action(names.randomElement(using: &random) ?? "sound")
      action.piece = session.sheet.pieces.randomElement(using: &random)?.id
      action.text = ["words", "other [^1] words", "1. one", "# x"].randomElement(using: &random)
      action.kind = ["paragraph", "heading", "caption", "item", "quotation", "note"]
        .randomElement(using: &random)
      action.level = Int.random(in: 1...4, using: &random)
      action.offset = Int.random(in: 0...12, using: &random)
      action.by = [-1, 1].randomElement(using: &random)
      guard let edit = try? session.perform(action) else { continue }
      steps.append(action.name == "undo" ? .undo : .edit(edit))
    }
    let end = session.sheet
    var replayed = DeskSession(Self.draft.base, draft: Self.draft)
    for step in steps {
      let fits = replayed.replay(step)
      #expect(fits)
    }
    #expect(replayed.sheet == end)
    let count = session.stepCount
    for _ in 0..<count { _ = try session.perform(Action("undo")) }
    #expect(session.sheet == Self.draft.base)
    for _ in 0..<count { _ = try session.perform(Action("redo")) }
    #expect(session.sheet == end)
  }
}

/// Random numbers that are the same each time (xorshift64*).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
