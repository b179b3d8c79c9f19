import Testing

@testable import Desk

@Suite struct ChoicesTests {
  private static let source = (1...9).map { Draft.Line(number: $0, text: "words of line \($0)") }

  /// A draft whose pieces are made of these lines.
  private static func draft(
    _ pieces: [(text: String, lines: [Int])], source: [Draft.Line] = source
  ) -> Draft {
    let text =
      "---\ntitle: Wells\nlang: en\n---\n\n" + pieces.map(\.text).joined(separator: "\n\n") + "\n"
    var sheet = Sheet(text)
    for (index, piece) in zip(sheet.pieces.indices, pieces) {
      sheet.pieces[index].lines = piece.lines
    }
    return Draft(base: sheet, source: source)
  }

  private static let first = draft([
    ("## A caption", [1]), ("One paragraph that", [2]), ("goes on.", [3]),
    ("The wels were counted in the south. <!-- check: compare -->", [4, 5]), ("Wells 12", [6]),
    ("The end.", [7]),
  ])

  private static func decided() throws -> Choices {
    var session = DeskSession(first.base, draft: first)
    func id(_ words: String) -> Int {
      session.sheet.pieces.first { $0.words.contains(words) }?.id ?? 0
    }
    var caption = Action("kind", piece: id("A caption"))
    caption.kind = "caption"
    _ = try session.perform(caption)
    _ = try session.perform(Action("join", piece: id("One paragraph")))
    var words = Action("text", piece: id("The wels"))
    words.text = "The wells were counted in the south."
    _ = try session.perform(words)
    _ = try session.perform(Action("remove", piece: id("Wells 12")))
    var title = Action("front")
    (title.field, title.text) = ("title", "On wells")
    _ = try session.perform(title)
    return Choices(session)
  }

  private static let wanted =
    "---\ntitle: On wells\nlang: en\n---\n\n![A caption]()\n\nOne paragraph that goes on.\n\nThe wells were counted in the south.\n\nThe end.\n"

  @Test func aFileOfChoicesIsReadBackAsItWas() throws {
    var choices = try Self.decided()
    choices.article = "0123456789abcdef"
    choices.places.append(
      .init(first: 8, last: 8, hash: "00", was: [" odd\u{FEFF}", ""], now: ["a\n\nb", "\"c\\"]))
    #expect(Choices(file: Array(choices.file.utf8)) == choices)
  }

  @Test func choicesHoldOnTheSameConversion() throws {
    let replay = ChoiceReplay(try Self.decided(), on: Self.first)
    #expect(replay.asked == 0)
    #expect(replay.session.sheet.text == Self.wanted)
  }

  @Test func choicesHoldWhereTheReadingAroundThemChanges() throws {
    // A better converter: other lines are parted otherwise, and a word beside the choice is right now.
    let second = Self.draft([
      ("## A caption", [1]), ("One paragraph that", [2]), ("goes on.", [3]),
      ("The wels were counted in the South.", [4, 5]), ("Wells 12", [6]), ("The very end.", [7]),
    ])
    let replay = ChoiceReplay(try Self.decided(), on: second)
    #expect(replay.asked == 0)
    #expect(
      replay.session.sheet.text.contains("The wells were counted in the South.\n\nThe very end."))
  }

  @Test func choicesFollowTheirLinesWhenTheirNumbersChange() throws {
    let moved =
      [Draft.Line(number: 1, text: "a cover")]
      + Self.source.map { Draft.Line(number: $0.number + 1, text: $0.text) }
    let pieces = Self.first.base.pieces.map { ($0.text, $0.lines.map { $0 + 1 }) }
    let replay = ChoiceReplay(try Self.decided(), on: Self.draft(pieces, source: moved))
    #expect(replay.asked == 0)
    #expect(replay.session.sheet.text == Self.wanted)
  }

  @Test func whereTheLinesChangedTheEditorIsAsked() throws {
    var source = Self.source
    source[3].text = "quite another line"
    let replay = ChoiceReplay(
      try Self.decided(),
      on: Self.draft(Self.first.base.pieces.map { ($0.text, $0.lines) }, source: source))
    #expect(replay.asked == 1)
    let session = replay.session
    let piece = try #require(session.sheet.pieces.first { $0.words.contains("wels") })
    #expect(session.weight(of: piece) >= 0.9)
    #expect(session.matters(of: piece).first?.kinds.first == "earlier-choice")
    #expect(
      Readings(session, piece).all.first?.effect == .words("The wells were counted in the south."))
  }
}
