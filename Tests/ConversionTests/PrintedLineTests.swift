import PDF
import Testing

@testable import Conversion

/// Lines put together from single glyphs.
@Suite struct PrintedLineTests {
  private func glyphs(
    _ text: String, x: Double, y: Double, size: Double = 10, width: Double = 5
  ) -> [PDFGlyph] {
    text.enumerated().map { place, letter in
      PDFGlyph(
        text: String(letter), x0: x + Double(place) * width, x1: x + Double(place + 1) * width,
        y: y,
        size: size, font: 0)
    }
  }

  private func lines(_ glyphs: [PDFGlyph]) -> [String] {
    var document = PDFDocument.test
    document.pages[0].glyphs = glyphs
    let maker = LineMaker(document)
    let reader = LineReader(brackets: maker.brackets, hasSpaces: maker.hasSpaces)
    return maker.lines[0].map { line in
      reader.read(line, before: nil, after: nil)
      return DocumentText.shown(line.text)
    }
  }

  @Test func aRightToLeftLineIsReadFromTheRight() {
    #expect(lines(glyphs("1985 ביבאב", x: 50, y: 100)) == ["באביב 1985"])
  }

  @Test func aGapIsASpaceWhereNoneIsDrawn() {
    #expect(lines(glyphs("גד", x: 50, y: 100) + glyphs("בא", x: 65, y: 100)) == ["אב דג"])
  }

  @Test func aSmallRaisedNumberIsAMark() {
    let line = glyphs("דגבא", x: 60, y: 100) + glyphs("7", x: 56, y: 96, size: 6, width: 3)
    #expect(lines(line) == ["אבגד[^7]"])
  }

  @Test func aLargeInitialBeginsItsFirstLine() {
    var page = [PDFGlyph(text: "א", x0: 430, x1: 455, y: 117, size: 34, font: 0)]
    for row in 0..<3 {
      page += glyphs("אבגדהוזחטיכלמנסעפצקרש", x: 320, y: 100 + Double(row) * 14)
    }
    #expect(lines(page).first == "אשרקצפעסנמלכיטחזוהדגבא")
  }

  @Test func aMarkJoinsItsLetter() {
    var line = glyphs("גבא", x: 60, y: 100)
    line.insert(
      PDFGlyph(text: "\u{5B8}", x0: 66, x1: 66, y: 100, size: 10, font: 0), at: 1)
    #expect(lines(line) == ["אב\u{5B8}ג"])
  }

  @Test func columnsAreReadOneAfterTheOther() {
    var page: [PDFGlyph] = []
    for row in 0..<8 {
      page += glyphs("אבגדהוזחטיכלמנסעפצקרש", x: 300, y: 100 + Double(row) * 14)
      page += glyphs("אבגדהוזחטיכלמנסעפצקרש", x: 100, y: 107 + Double(row) * 14)
    }
    var document = PDFDocument.test
    document.pages[0].glyphs = page
    let places = LineMaker(document).lines[0].map(\.x0)
    #expect(places == Array(repeating: 300, count: 8) + Array(repeating: 100, count: 8))
  }
}

extension PDFDocument {
  /// One empty page of 500 by 700 points and one font.
  static var test: PDFDocument {
    var document = PDFDocument()
    document.pages = [PDFPage(width: 500, height: 700)]
    document.fonts = [PDFFontStyle(name: "Test")]
    return document
  }
}

/// A text with its markers shown.
private enum DocumentText {
  static func shown(_ text: Scalars) -> String {
    text.map { scalar in
      switch scalar {
      case Marker.note: "[^"
      case Marker.end: "]"
      default: String(scalar)
      }
    }.joined()
  }
}
