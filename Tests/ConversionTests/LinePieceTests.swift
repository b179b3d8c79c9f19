import Testing

@testable import Conversion

/// Printed lines that a program put out in pieces, one below the other.
@Suite struct LinePieceTests {
  /// A line that fills the column.
  private static let full = "בשנים ההן נבנו בעמק שלושה גשרים חדשים, ורק אחד מהם החזיק מעמד עד"

  /// Pieces enough for a text to count as broken.
  private static let broken = ["הכפר (", "1,204", ") קם כאן.", "הגשר (", "1,310", ") עומד שם."]

  /// The lines of a page: `_` at an end stands for a space, `nil` for a program that keeps none.
  private func lines(_ texts: [String], isSpaced: Bool = true) -> [String] {
    let pieces = (["ראש העמוד", "7"] + Self.broken + texts).enumerated().map { index, text in
      LinePiece(
        line: Line(text: text, number: index + 1),
        reading: Array(text.replacing("_", with: " ").unicodeScalars),
        edges: isSpaced ? (text.hasPrefix("_"), text.hasSuffix("_")) : nil)
    }
    var joining = LinePieces(pages: [pieces])
    let lines = joining.lines(of: pieces)?.map(\.text) ?? []
    return Array(lines.dropFirst(4))
  }

  @Test func `Numbers and Latin go back into their line`() {
    #expect(
      lines([Self.full + "_", "שנת_", "1985", "–", "2020", "_וגם_", "Bridges", "_בעמק."])
        == [Self.full, "שנת 1985–2020 וגם Bridges בעמק."])
  }

  @Test func `A piece without a space before it begins a line`() {
    #expect(
      lines([Self.full + "_", "וכך, לפי הכתוב בספרי הכפר, עמדו הגשרים עד_", "1985", "ורק אז נפלו."])
        == [Self.full, "וכך, לפי הכתוב בספרי הכפר, עמדו הגשרים עד 1985", "ורק אז נפלו."])
  }

  @Test func `A number that is next in its chain is a mark, then a label`() {
    #expect(
      lines([
        Self.full + "_", "הגשר נפל.", "1", "_ואיש לא בנה אותו.", "2", "1", "_ארכיון הכפר.", "2",
        "_שם.",
      ]) == [Self.full, "הגשר נפל.1 ואיש לא בנה אותו.2", "1 ארכיון הכפר.", "2 שם."])
  }

  @Test func `Where no spaces are kept a number in mid-sentence is no mark`() {
    #expect(
      lines([Self.full, "ביום", "1", "במאי נפל הגשר."], isSpaced: false)
        == [Self.full, "ביום 1 במאי נפל הגשר."])
  }

  @Test func `The labels of a list stand before its items`() {
    #expect(
      lines(
        [Self.full, "אלה הגשרים:", "1", ".", "הגשר הישן.", "2", ".", "הגשר החדש."],
        isSpaced: false) == [Self.full, "אלה הגשרים:", "1. הגשר הישן.", "2. הגשר החדש."])
  }

  @Test func `An empty line parts lines where it parts most`() {
    var texts: [String] = []
    for _ in 0..<4 { texts += [Self.full + "_", ""] }
    texts += ["הגשר_", "1985", "", "הכפר עומד."]
    #expect(lines(texts).suffix(3) == ["הגשר 1985", "", "הכפר עומד."])
  }

  @Test func `A bracket at the far end of a run belongs there`() {
    // `הכפר (` as it is seen, before a Latin piece.
    #expect(VisualRuns.logical(Array("( רפכה".unicodeScalars)).text == "הכפר (")
    #expect(VisualRuns.logical(Array(" .רפכב )".unicodeScalars)).text == ") בכפר. ")
  }

  @Test func `The full stop of a label stays with its number`() {
    #expect(VisualRuns.logical(Array("1..רפכה".unicodeScalars)).text == "1. הכפר.")
    #expect(VisualRuns.logical(Array("31.5% רפכב".unicodeScalars)).text == "31.5% בכפר")
  }

  @Test func `A comma before a run follows the number above or ends the run`() {
    let source = Array(" , עמוד12".unicodeScalars)
    #expect(
      TurnedRuns(runsAreVisual: false, followsNumber: true).restored(source).text == " , עמוד12"
        || TurnedRuns(runsAreVisual: false, followsNumber: true).restored(source).text
          == ", עמוד 12"
    )
    #expect(
      TurnedRuns(runsAreVisual: false).restored(Array(" , אורן2006".unicodeScalars)).text
        == " אורן, 2006")
  }

  @Test func `The spaces of turned clauses`() {
    func edges(_ text: String) -> [Bool?] {
      let edges = TurnedWords.edges(Array(text.unicodeScalars))
      return [edges.leading, edges.trailing]
    }
    #expect(edges("  בכפר") == [true, true])
    #expect(edges("הכפר1985") == [false, false])
    #expect(edges(" שנבנה, הכפר") == [true, false])
    #expect(edges(" שנבנה,הכפר") == [false, false])
    #expect(edges("( הגשר הישן") == [nil, false])
  }
}
