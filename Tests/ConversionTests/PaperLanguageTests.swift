import XCTest

@testable import Conversion

final class PaperLanguageTests: XCTestCase {
  private func language(_ text: String) -> String {
    FrontWords.language(of: Array(text.unicodeScalars))
  }

  func testPersianIsToldFromArabicByItsOwnLetters() {
    XCTAssertEqual(language("این پژوهش به بررسی آب‌های زیرزمینی در چهار روستا می‌پردازد"), "fa")
    XCTAssertEqual(language("تتناول هذه الدراسة المياه الجوفية في أربع قرى من وادي الزيتون"), "ar")
    // A foreign name in a paper, and kaf and yeh as a font gave them.
    XCTAssertEqual(
      language(
        String(repeating: "تتناول هذه الدراسة المياه الجوفية في أربع قرى. ", count: 5)
          + "پاريس کتاب فی"),
      "ar")
  }

  func testYiddishIsToldFromHebrewByItsDigraphs() {
    XCTAssertEqual(language("דער פֿאַרפֿאַסער שרײַבט װעגן דעם לעבן אין װילנע"), "yi")
    XCTAssertEqual(language("המחבר כותב על החיים בווילנה ועל ייבוא הספרים"), "he")
  }
}
