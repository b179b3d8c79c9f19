import Testing

@testable import Conversion

/// The halves of a line that a raised mark parts, put out from left to right.
@Suite struct LineHalvesTests {
  private static let full = "הנמל נבנה בראשית המאה בידי פועלים שבאו מן הכפרים הסמוכים אל העיר"

  /// The lines that remain round the marks, each after a full line.
  private func lines(_ texts: [String], marks: Int = 1, isPiece: Bool = true) -> [String] {
    let lines = ([Self.full] + texts).enumerated().map { index, text in
      let scalars = Array(text.unicodeScalars)
      var line = TextLine(number: index + 1, raw: scalars.trimmed)
      line.family = .turnedRuns
      line.isPiece = isPiece
      line.isTail = isPiece && scalars.first == " "
      return line
    }
    let keys = (1...marks).map { NoteKey(label: $0, printed: $0) }
    let marks = DisplacedMarks(lines: lines, keys: keys)
    return marks.lines.dropFirst().map { $0.raw.string }
  }

  @Test func `Three lines`() {
    #expect(
      lines(["השכונות קמו על החולות", "1", "העבודה הסתיימה והמעסיק עזב."]) == [
        "העבודה הסתיימה והמעסיק עזב.1 השכונות קמו על החולות"
      ])
  }

  @Test func `One line that begins with the space behind the mark`() {
    #expect(
      lines([" השכונות קמו על 1 העבודה הסתיימה והמעסיק עזב."]) == [
        "העבודה הסתיימה והמעסיק עזב.1 השכונות קמו על"
      ])
  }

  @Test func `The mark before one of two lines`() {
    let whole = ["העבודה הסתיימה והמעסיק עזב.1 השכונות קמו על"]
    #expect(lines(["1 העבודה הסתיימה והמעסיק עזב.", " השכונות קמו על"]) == whole)
    #expect(lines(["1 השכונות קמו על", "העבודה הסתיימה והמעסיק עזב."]) == whole)
  }

  @Test func `A mark that ends its line`() {
    #expect(
      lines(["1 העבודה הסתיימה והמעסיק עזב.", "העיר והחולות"]) == [
        "העבודה הסתיימה והמעסיק עזב.1", "העיר והחולות",
      ])
    #expect(
      lines([Self.full, "1", Self.full + "."]) == [Self.full, Self.full + ".1"])
  }

  @Test func `Several marks in one line, in one piece or in many`() {
    let whole = ["והמעסיק עזב.1 השכונות קמו על החולות.2"]
    #expect(lines(["2 השכונות קמו על החולות. 1 והמעסיק עזב."], marks: 2) == whole)
    #expect(lines(["2", "השכונות קמו על החולות.", "1", "והמעסיק עזב."], marks: 2) == whole)
  }

  @Test func `A mark between two words, which turned lines have`() {
    #expect(
      lines(["השכונות קמו על1העבודה הסתיימה והמעסיק עזב."], isPiece: false) == [
        "העבודה הסתיימה והמעסיק עזב.1 השכונות קמו על"
      ])
  }

  @Test func `A mark alone goes behind those that stand in its line`() {
    #expect(
      lines(["2", "והמעסיק עזב.1 השכונות קמו על החולות. אחר כך"], marks: 2, isPiece: false) == [
        "והמעסיק עזב.1 השכונות קמו על החולות.2 אחר כך"
      ])
    // Below its line, at the paragraph's end.
    #expect(
      lines(["והמעסיק עזב.1 השכונות קמו", "על החולות.", "2"], marks: 2, isPiece: false) == [
        "והמעסיק עזב.1 השכונות קמו", "על החולות.2",
      ])
  }
}
