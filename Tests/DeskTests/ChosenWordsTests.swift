import Testing

@testable import Desk

/// Readings of words that an editor chose, and of numbers that may be marks of notes.
@Suite struct ChosenWordsTests {
  private func readings(_ words: String, _ chosen: String) throws -> [String] {
    let range = try #require(words.range(of: chosen))
    return ChosenWords(
      words, range.lowerBound.utf16Offset(in: words)..<range.upperBound.utf16Offset(in: words)
    ).readings.map(\.words)
  }

  @Test(arguments: [
    ("סיפר כבאות,8 במאי", "כבאות,8", "סיפר כבאות, 8 במאי"),
    ("ص ٤٤–٤١ من", "٤٤–٤١", "ص ٤١–٤٤ من"),
    ("أن القضاةBrandt قال", "القضاةBrandt", "أن القضاة Brandt قال"),
    ("counted twice they were", "twice they", "counted they twice were"),
    ("one two three four", "one two three", "two three one four"),
    ("משרד החינוך) כץ, 1971; ואחרים 1999).", "החינוך) כץ,", "משרד החינוך (כץ, 1971; ואחרים 1999)."),
    ("the wells )of the south( were", ")of the south(", "the wells (of the south) were"),
  ]) func damageIsUndone(_ words: String, _ chosen: String, _ wanted: String) throws {
    #expect(try readings(words, chosen).contains(wanted))
  }

  @Test func oneBracketIsPutRightAtATime() throws {
    let words = "one )two three) four, and many other words that stand between (five( six"
    #expect(try readings(words, ")two three)").contains { $0.hasPrefix("one (two three) four,") })
  }

  @Test(arguments: [
    "price 1,200 in 1999–2001", "Landsat 5 وLandsat 8", "ה-NATO וב-BBC", "2019-03 and 44–44",
    "<https://example.org/a,b>", "a@b.com,c", "10:30–09:15", "tel. 44-22-11",
  ]) func soundTextStaysUntouched(_ words: String) {
    #expect(Spots.all(in: words).isEmpty, "\(words)")
  }

  private func lost(_ body: String, notes: String) -> (DeskSession, LostReferences) {
    let file = "---\ntitle: x\nlang: en\n---\n\n\(body)\n\n\(notes)\n"
    let session = DeskSession(file, draft: Draft(written: file))
    return (session, session.lost)
  }

  private func offers(_ session: DeskSession, _ piece: Int) -> [String] {
    Readings(session, session.sheet.pieces[piece]).all.compactMap {
      if case .words(let words) = $0.effect { words } else { nil }
    }
  }

  private static let notes = "[^1]: One.\n[^2]: Two.\n[^3]: Three."

  @Test func aBareNumberBetweenMarksIsTheMarkThatIsMissing() {
    let (session, _) = lost(
      "First.[^1]\n\nIn the year 2 1953. Then more.\n\nLast.[^3]", notes: Self.notes)
    #expect(session.weight(of: session.sheet.pieces[1]) >= 0.9)
    #expect(offers(session, 1).contains("In the year 1953.[^2] Then more."))
  }

  @Test func aMarkGoesBehindTheBracketThatCloses() {
    for words in ["Brandt (1999: p. 61.2)", "Brandt (1999: p. 61. 2)"] {
      let (session, _) = lost("First.[^1]\n\n\(words)\n\nLast.[^3]", notes: Self.notes)
      #expect(offers(session, 1).contains("Brandt (1999: p. 61).[^2]"))
    }
  }

  @Test func aNumberAloneIsTheMarkOfThePieceBefore() throws {
    var (session, _) = lost("First.[^1]\n\nSecond.\n\n2\n\nLast.[^3]", notes: Self.notes)
    var action = Action("take", piece: session.sheet.pieces[2].id)
    action.reading = 0
    _ = try session.perform(action)
    #expect(session.sheet.text.contains("First.[^1]\n\nSecond.[^2]\n\nLast.[^3]"))
    #expect(session.lost == LostReferences(session.sheet) && session.lost.candidates.isEmpty)
  }

  @Test func aNoteWithoutAnythingThatLeadsToItIsDoubted() {
    let (session, _) = lost("First.[^1]\n\nSecond.\n\nLast.[^3]", notes: Self.notes)
    let note = session.sheet.pieces.first { $0.words == "Two." }
    #expect(note.map(session.hasNoReference) == true)
    #expect(note.map { session.weight(of: $0) >= 0.9 } == true)
  }

  @Test func aNoteGetsTheNumberThatAMarkLeadsTo() throws {
    var (session, _) = lost(
      "First.[^1] Second.[^2] Third.[^3]\n\nTwo.", notes: "[^1]: One.\n[^3]: Three.")
    var action = Action("kind", piece: session.sheet.pieces[1].id)
    action.kind = "note"
    _ = try session.perform(action)
    #expect(session.sheet.text.contains("[^1]: One.\n[^2]: Two.\n[^3]: Three."))
  }

  @Test func anEmptyLineBeginsAParagraph() throws {
    var (session, _) = lost("One.\n\nTwo.", notes: "[^1]: A note.")
    var action = Action("text", piece: session.sheet.pieces[0].id)
    action.text = "One.\n\nBetween.\n\n\nAnother."
    _ = try session.perform(action)
    #expect(session.sheet.text.contains("One.\n\nBetween.\n\nAnother.\n\nTwo.\n\n[^1]"))
    _ = try session.perform(Action("undo"))
    #expect(session.sheet.text.contains("\n\nOne.\n\nTwo.\n\n"))
  }
}
