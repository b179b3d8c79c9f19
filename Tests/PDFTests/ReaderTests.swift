import Testing

@testable import PDF

private func text(_ page: PDFPage) -> String { page.glyphs.map(\.text).joined() }

@Suite struct ReaderTests {
  @Test func glyphsHaveLettersAndPlaces() throws {
    let pdf = TestPDF(content: "BT /F 10 Tf 20 70 Td (Ab) Tj ET")
    let page = try PDFReader.read(pdf.bytes).pages[0]
    #expect(text(page) == "Ab")
    #expect(page.width == 200 && page.height == 100)
    #expect(page.glyphs[0].x0 == 20 && page.glyphs[0].y == 30 && page.glyphs[0].size == 10)
    #expect(page.glyphs[1].x0 == page.glyphs[0].x1)
  }

  @Test func aTurnedAndCroppedPageIsSeenUpright() throws {
    let pdf = TestPDF(
      content: "BT 0 1 -1 0 60 20 Tm /F 10 Tf (a) Tj ET",
      page: "/Rotate 90 /CropBox [10 0 110 100]")
    let page = try PDFReader.read(pdf.bytes).pages[0]
    #expect(page.width == 100 && page.height == 100)
    #expect(page.glyphs[0].isTurned == false)
    #expect(page.glyphs[0].x0 == 20 && page.glyphs[0].y == 50)
  }

  @Test func lettersComeFromToUnicodeThenFromNames() throws {
    var pdf = TestPDF(
      content: "BT /F 10 Tf (abc) Tj ET",
      font: """
        /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own-Bold /ToUnicode 6 0 R
        /Encoding << /Differences [97 /x /afii57665 /uni05D3] >>
        """)
    pdf.stream(6, "1 beginbfchar <61> <05D0> endbfchar")
    let document = try PDFReader.read(pdf.bytes)
    #expect(text(document.pages[0]) == "אבד")
    #expect(document.fonts[0].name == "Own-Bold" && document.fonts[0].isBold)
  }

  @Test func aFontWithoutLettersSaysSo() throws {
    let pdf = TestPDF(
      content: "BT /F 10 Tf (a) Tj ET",
      font: "/Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [97 /g17] >>")
    #expect(text(try PDFReader.read(pdf.bytes).pages[0]) == "\u{FFFD}")
  }

  @Test func givenTextStandsForItsGlyphs() throws {
    let pdf = TestPDF(
      content:
        "BT /F 10 Tf /Span << /ActualText (xyz) >> BDC (ab) Tj EMC /Artifact BMC (c) Tj EMC ET")
    let glyphs = try PDFReader.read(pdf.bytes).pages[0].glyphs
    #expect(glyphs.map(\.text) == ["xyz", "c"])
    #expect(glyphs[0].isActual && glyphs[1].isArtifact)
    #expect(glyphs[0].x1 == glyphs[1].x0)
  }

  @Test func whatIsNotSeenIsHidden() throws {
    let pdf = TestPDF(
      content: """
        BT /F 10 Tf 3 Tr 20 70 Td (a) Tj 0 Tr (b) Tj ET q 0 0 10 10 re W n BT /F 10 Tf 50 50 Td (c) Tj ET Q
        """)
    #expect(try PDFReader.read(pdf.bytes).pages[0].glyphs.map(\.isHidden) == [true, false, true])
  }

  @Test func linesBoxesAndLinksAreFound() throws {
    let pdf = TestPDF(
      content: "20 50 100 0.5 re f 10 10 m 10 90 l S 0.9 g 30 20 50 40 re f",
      page: """
        /Annots [<< /Type /Annot /Subtype /Link /Rect [1 2 3 4] /A << /S /URI /URI (https://a.example) >> >>]
        """)
    let page = try PDFReader.read(pdf.bytes).pages[0]
    #expect(page.rules.count == 2)
    #expect(page.boxes.count == 1 && page.boxes[0].lightness == 0.9)
    #expect(page.links.map(\.address) == ["https://a.example"])
  }

  @Test func picturesAreTakenOut() throws {
    var pdf = TestPDF(
      content: "q 50 0 0 50 10 10 cm /I Do Q", resources: "/XObject << /I 6 0 R >>")
    pdf.stream(
      6, [0, 255, 255, 0],
      "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray")
    let document = try PDFReader.read(pdf.bytes)
    #expect(
      document.pages[0].pictures == [
        PDFPlacedPicture(box: PDFBox(x0: 10, y0: 40, x1: 60, y1: 90), picture: 0)
      ])
    #expect(document.pictures[0].format == .png)
    #expect(document.pictures[0].bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }
}

@Suite struct HostileTests {
  @Test func whatIsNoPDFIsRefused() {
    #expect(throws: PDFFault.notPDF) { try PDFReader.read(Array("hello".utf8)) }
    #expect(throws: PDFFault.self) { try PDFReader.read(Array("%PDF-1.7\nhello".utf8)) }
  }

  @Test func aFormThatDrawsItselfEnds() throws {
    var pdf = TestPDF(
      content: "/X Do", resources: "/XObject << /X 6 0 R >>")
    pdf.stream(
      6, "BT /F 10 Tf (a) Tj ET /X Do /X Do",
      "/Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>"
    )
    #expect(try PDFReader.read(pdf.bytes).pages[0].glyphs.count < 10_000)
  }

  @Test func pagesThatHoldThemselvesEnd() throws {
    var pdf = TestPDF(content: "")
    pdf[2] = "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>"
    #expect(try PDFReader.read(pdf.bytes).pages.count == 1)
  }

  @Test func tooManyOperatorsAreRefused() {
    var limits = PDFLimits()
    limits.operators = 100
    let pdf = TestPDF(content: String(repeating: "q Q ", count: 100))
    #expect(throws: PDFFault.tooLarge(.operators)) { try PDFReader.read(pdf.bytes, limits: limits) }
  }

  @Test func aStreamIsReadUpToItsLimitOnly() {
    let packed = [UInt8](repeating: 127, count: 2)
    let result = StreamFilters.decode(
      (0..<1000).flatMap { _ in packed + [UInt8](repeating: 32, count: 127) },
      filters: ["RunLengthDecode"], parameters: [], limit: 500)
    #expect(result.bytes.count < 1000)
  }

  /// Bytes of a sound file are changed, cut and doubled; whatever comes of it, reading ends.
  @Test func damagedFilesEnd() {
    var pdf = TestPDF(
      content: "q 1 0 0 1 5 5 cm BT /F 10 Tf 20 70 Td [(Ab) -200 (cd)] TJ ET Q /X Do",
      resources: "/XObject << /X 6 0 R >>")
    pdf.stream(6, "BT /F 9 Tf (x) Tj ET", "/Subtype /Form /BBox [0 0 9 9]")
    let sound = pdf.bytes
    var random = SeededRandom(state: 20_261)
    for _ in 0..<1500 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
        default: bytes[place] = Array("0123456789<>[]()/ ".utf8).randomElement(using: &random) ?? 0
        }
      }
      _ = try? PDFReader.read(bytes)
    }
  }
}

/// SplitMix64.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
