import Orthography
import Testing

@testable import Conversion

/// Words that a hyphen parts at a line's end.
@Suite struct PartedWordsTests {
  private static let lexicon = WordList([
    "התגוררו", "אנשים", "רבים", "בית", "ספר", "על", "ידי", "تطورت", "المدينة", "أب", "أبيض", "يض",
  ])

  private func joined(
    _ lines: [String], _ lexicon: any Lexicon = lexicon
  ) -> (text: String, isDoubtful: Bool) {
    let scalars = lines.map { Array($0.unicodeScalars) }
    let parted = PartedWords([scalars], lexicon: lexicon)
    // As the lines of a paragraph are joined.
    let text = lines.reduce("") { text, line in
      text.isEmpty || text.hasSuffix("-") || text.hasSuffix("\u{2010}")
        ? text + line : text + " " + line
    }
    let (whole, isDoubtful) = parted.joined(Array(text.unicodeScalars))
    return (whole.string, isDoubtful)
  }

  @Test func `A known word is whole again, a compound of known words keeps its hyphen`() {
    #expect(joined(["בעיר התגו-", "ררו אנשים רבים."]) == ("בעיר התגוררו אנשים רבים.", false))
    #expect(joined(["تطو\u{2010}", "رت المدينة."]) == ("تطورت المدينة.", false))
    #expect(joined(["נבנה בית-", "ספר חדש."]) == ("נבנה בית-ספר חדש.", false))
  }

  @Test func `What nobody knows keeps its hyphen and is marked`() {
    #expect(joined(["בעיר גוגנ-", "ברה אנשים."]) == ("בעיר גוגנ-ברה אנשים.", true))
    #expect(joined(["בעיר התגו-", "ררו אנשים."], EmptyLexicon()) == ("בעיר התגו-ררו אנשים.", true))
    #expect(joined(["أب-", "يض"]) == ("أب-يض", true), "all three are words")
  }

  @Test func `The paper itself knows words and compounds`() {
    let words = ["גוגנברה היא עיר. בעיר גוגנ-", "ברה אנשים."]
    #expect(joined(words, EmptyLexicon()) == ("גוגנברה היא עיר. בעיר גוגנברה אנשים.", false))
    let names = ["בא אל-חסן, ואחריו אל-", "עמרי."]
    #expect(joined(names) == ("בא אל-חסן, ואחריו אל-עמרי.", false))
  }

  @Test func `Hyphens of Latin words, of numbers and inside lines are left`() {
    for lines in [
      ["in the Mediter-", "ranean"], ["בשנים 1985-", "1990 היה"], ["תל-אביב היא", "עיר"],
      ["כך -", "וכך"],
    ] {
      let scalars = lines.map { Array($0.unicodeScalars) }
      #expect(PartedWords([scalars], lexicon: Self.lexicon).verdicts.isEmpty, "\(lines)")
    }
  }

  @Test func `A converted paper has the word whole, or the doubt in words`() throws {
    let page = """
      דרכי הים

      הים רחב ועמוק ואין לו סוף, וכל מי שיצא אליו חזר אחר ממה שהיה לפני שיצא, ובחופו התגו-
      ררו אנשים רבים שלא ידעו דבר על הים.
      """
    var known = Document(pages: try Papers.pages(page))
    _ = Pipeline.run(&known, Knowledge(lexicon: Self.lexicon))
    #expect(known.passages.contains { $0.text.string.contains("התגוררו אנשים") })
    var unknown = Document(pages: try Papers.pages(page))
    _ = Pipeline.run(&unknown, Knowledge(lexicon: EmptyLexicon()))
    #expect(unknown.passages.contains { $0.doubts.contains(.partedWord) })
  }
}
