import Manuscript
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2022", "2022-05", "2022-05-11", "2024-02-29"])
  func readsAndWrites(text: String) {
    #expect(PartialDate(text)?.iso8601 == text)
  }

  @Test(arguments: ["", "22", "2022-13", "2023-02-29", "2022-5-1", "2022-05-11-1"])
  func refuses(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func readsDigitsOfArabicAndPersian() {
    #expect(PartialDate("٢٠٢٢-٠٥")?.iso8601 == "2022-05")
    #expect(PartialDate("۱۴۰۲")?.iso8601 == "1402")
  }

  @Test func sortsWithUnknownFirst() throws {
    let year = try #require(PartialDate("2022"))
    let day = try #require(PartialDate("2022-01-01"))
    #expect(year < day)
  }
}
