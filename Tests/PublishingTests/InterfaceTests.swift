import Manuscript
import Orthography
import Testing

@testable import Publishing

@Suite struct InterfaceTests {
  private func interface(_ language: String) throws -> Interface {
    let file = #filePath.replacing(
      "Tests/PublishingTests/InterfaceTests.swift", with: "Templates/strings/\(language).yaml")
    let (interface, findings) = InterfaceReader.read(
      try Files.read(file), language: language, file: file)
    #expect(findings == [])
    return interface
  }

  @Test func datesAreWrittenAsTheLanguageWritesThem() throws {
    let dates = ["2022-05-11", "2022-05", "2022"].compactMap { PartialDate($0) }
    #expect(try dates.map(interface("he").date) == ["11 במאי 2022", "מאי 2022", "2022"])
    #expect(try dates.map(interface("ar").date) == ["١١ مايو ٢٠٢٢", "مايو ٢٠٢٢", "٢٠٢٢"])
    #expect(try dates.map(interface("en").date) == ["11 May 2022", "May 2022", "2022"])
  }

  @Test func numbersAgreeWithTheirNouns() throws {
    let hebrew = try interface("he")
    #expect(
      [1, 2, 3, 12_345].map { hebrew.count("articles", $0) } == [
        "מאמר אחד", "שני מאמרים", "3 מאמרים", "12,345 מאמרים",
      ])
    let arabic = try interface("ar")
    #expect(
      [0, 1, 2, 3, 11, 100, 10_003].map { arabic.count("articles", $0) } == [
        "لا مقالات", "مقالة واحدة", "مقالتان", "٣ مقالات", "١١ مقالة", "١٠٠ مقالة", "١٠٬٠٠٣ مقالات",
      ])
    let english = try interface("en")
    #expect([1, 2].map { english.count("articles", $0) } == ["1 article", "2 articles"])
  }

  @Test func everyLanguageHasEveryString() throws {
    let english = try interface("en")
    for language in ["he", "ar"] {
      let other = try interface(language)
      #expect(Set(other.strings.keys) == Set(english.strings.keys), "\(language)")
      #expect(Set(other.tables.keys) == Set(english.tables.keys), "\(language)")
      #expect(other.months.count == 12)
      // Forms that a language has no use for are empty.
      for (key, text) in english.strings where !text.isEmpty && other.strings[key] != "" {
        let wanted = Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
        let found = Set(
          (other.strings[key] ?? "").matches(of: /\{[a-z]+\}/).map { String($0.output) })
        #expect(wanted == found, "\(language): \(key)")
      }
    }
  }

  @Test func titlesThatBeginInTheOtherScriptAreMarked() {
    #expect(
      DirectionMark.marked("NATO והמזרח התיכון", .rightToLeft) == "\u{200F}NATO והמזרח התיכון")
    #expect(DirectionMark.marked("1948: שנה", .rightToLeft) == "1948: שנה")
    #expect(
      DirectionMark.marked("\"צה\"ל\" in English", .leftToRight) == "\u{200E}\"צה\"ל\" in English")
    #expect(DirectionMark.marked("Water", .leftToRight) == "Water")
  }
}
