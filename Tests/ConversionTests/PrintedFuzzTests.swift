import PDF
import Testing

@testable import Conversion

/// Pages of glyphs that no typesetter would set: whatever comes of them, reading ends, and no letter
/// is lost without a word.
@Suite struct PrintedFuzzTests {
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let texts = [
    "א", "ב", "ת", "ع", "ل", "لا", "A", "z", "1", "2", "٣", "(", ")", ".", ",", "–", "*", "†", " ",
    "•", "%", "\u{FFFD}", "\u{5B8}", "\u{651}", "«", "»", "/", "\u{AD}",
  ]

  private func document(_ random: inout Random) -> PDFDocument {
    var document = PDFDocument()
    document.fonts = [PDFFontStyle(name: "A"), PDFFontStyle(name: "B", isBold: true)]
    for _ in 0..<(1 + random.next(4)) {
      var page = PDFPage(width: 400, height: 600)
      for _ in 0..<random.next(30) {
        let (y, size) = (Double(random.next(650)), [6.0, 8, 10, 10, 10, 14, 30][random.next(7)])
        var x = Double(random.next(380))
        for _ in 0..<(1 + random.next(40)) {
          let width = Double(random.next(12)) * size / 20
          page.glyphs.append(
            PDFGlyph(
              text: Self.texts[random.next(Self.texts.count)], x0: x, x1: x + width, y: y,
              size: size, font: random.next(2)))
          x += width
        }
      }
      for _ in 0..<random.next(4) {
        let (x, y) = (Double(random.next(300)), Double(random.next(600)))
        page.rules.append(PDFBox(x0: x, y0: y, x1: x + Double(random.next(200)), y1: y + 0.5))
      }
      document.pages.append(page)
    }
    return document
  }

  @Test func everyPageIsReadToItsEnd() {
    var random = Random(state: 20_261)
    for _ in 0..<150 {
      let document = document(&random)
      let paper = PrintedPaper(document, language: nil)
      let printed = PrintedArticle(paper, document: document)
      #expect(printed.blocks.count <= document.pages.reduce(8) { $0 + 4 * $1.glyphs.count })
    }
  }
}
