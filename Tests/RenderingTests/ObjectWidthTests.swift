import Manuscript
import Testing

@testable import Rendering

@Suite struct ObjectWidthTests {
  @Test func aPictureIsLetOutWhereItIsBroadAndHasThePixels() {
    func width(_ width: Int?, _ height: Int?) -> ObjectWidth {
      ObjectWidth(Picture(address: "a.png", width: width, height: height))
    }
    #expect(width(800, 600) == .text)
    #expect(width(600, 300) == .text)
    #expect(width(1600, 900) == .wide)
    #expect(width(2400, 800) == .full)
    #expect(width(nil, nil) == .text && width(10, 0) == .text)
  }

  @Test func aTableIsLetOutWhereItsCellsNeedIt() {
    func width(columns: Int, letters: Int) -> ObjectWidth {
      let row = Array(
        repeating: [Inline.text(String(repeating: "א", count: letters))], count: columns)
      return ObjectWidth(
        Table(alignments: Array(repeating: .unset, count: columns), header: row, rows: [row]))
    }
    #expect(width(columns: 3, letters: 10) == .text)
    #expect(width(columns: 2, letters: 300) == .text)
    #expect(width(columns: 5, letters: 16) == .wide)
    #expect(width(columns: 7, letters: 22) == .full)
  }
}
