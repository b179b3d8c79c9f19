import XCTest

@testable import Conversion

final class PaperPrintTests: XCTestCase {
  private func print(_ text: String, page: Int = 1) -> [PaperPrint.Word] {
    text.split(separator: " ").enumerated().map { place, word in
      PaperPrint.Word(
        text: String(word), page: page, line: 1 + place / 4,
        area: .init(x: Double(100 - 10 * place), y: 20, width: 8, height: 10))
    }
  }

  func testWordsAreFoundThoughThePartsStandInAnotherOrder() {
    let printed = PaperPrint(
      pages: [], words: print("השער נבנה לפני שנים רבות 1 ראו גם בספר אחר ושם החומה נהרסה לבסוף"))
    let article = "השער נבנה לפני שנים רבות החומה נהרסה לבסוף ראו גם בספר אחר ושם".split(
      separator: " "
    ).map(String.init)
    XCTAssertEqual(
      printed.places(of: article), [0, 1, 2, 3, 4, 11, 12, 13, 6, 7, 8, 9, 10])
  }

  func testACorrectedWordLosesItsPlaceAndItsNeighboursKeepTheirs() {
    let printed = PaperPrint(pages: [], words: print("בשנת 1948 הוקם הנמל החדש בצפון העיר"))
    let article = ["בשנת", "1949", "הוקם", "הנמל", "החדש,", "בצפון", "העיר."]
    XCTAssertEqual(printed.places(of: article), [0, nil, 2, 3, 4, 5, 6])
  }

  func testRepeatedWordsFollowTheirNeighbours() {
    let printed = PaperPrint(pages: [], words: print("אמר לו כך ועוד אמר לו אחרת ולבסוף אמר לו די"))
    let article = "אמר לו כך ועוד אמר לו אחרת ולבסוף אמר לו די".split(separator: " ").map(
      String.init)
    XCTAssertEqual(printed.places(of: article), Array(0..<11))
  }

  func testLinesHaveOneAreaOnEachPage() {
    let printed = PaperPrint(pages: [], words: print("א ב ג ד ה ו") + print("ז ח", page: 2))
    let areas = printed.areas(ofLines: 1...1)
    XCTAssertEqual(areas.map(\.page), [1, 2])
    XCTAssertEqual(areas[0].area, .init(x: 70, y: 20, width: 38, height: 10))
  }

  func testWordsOfASampleStandWhereTheyArePrinted() throws {
    let bytes = try samplePDF()
    let printed = try PaperPrint(bytes)
    XCTAssertFalse(printed.words.isEmpty)
    for word in printed.words {
      let page = printed.pages[word.page - 1]
      XCTAssertTrue(
        word.area.x > 0 && word.area.x + word.area.width < page.width && word.area.y > 0
          && word.area.y + word.area.height < page.height && word.area.width > 0, "\(word)")
    }
    // Words of one line do not lie on one another: each has its own place, not the line's.
    let lines = Dictionary(grouping: printed.words, by: \.line).values
    let apart = lines.count { line in
      zip(line, line.dropFirst()).allSatisfy {
        $0.text == $1.text || $0.area.x >= $1.area.x + $1.area.width - 1
          || $1.area.x >= $0.area.x + $0.area.width - 1
      }
    }
    XCTAssertGreaterThan(Double(apart), 0.95 * Double(lines.count))
  }

  private func samplePDF() throws -> [UInt8] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Papers").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: file.path)
    let name = try XCTUnwrap(names.sorted().first { $0.hasSuffix(".pdf") })
    return try Array(Data(contentsOf: file.appendingPathComponent(name)))
  }
}
