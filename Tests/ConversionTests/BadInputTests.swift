import Foundation
import Manuscript
import Testing

@testable import Conversion

@Suite struct BadInputTests {
  @Test(arguments: ["", "   \n\n\t\n", "\u{FEFF}", "---\n***\n"])
  func `A file without a letter is no paper`(text: String) {
    #expect(throws: TextReader.Fault.empty) { try TextReader.read(Array(text.utf8)) }
  }

  @Test func `A file of other bytes is no text`() {
    let bytes: [UInt8] = [0x25, 0x50, 0x44, 0x46, 0x00, 0xFF, 0xD8, 0x00, 0x10, 0x80, 0x00, 0x01]
    #expect(throws: TextReader.Fault.binary) { try TextReader.read(bytes) }
    #expect(throws: TextReader.Fault.binary) {
      try TextReader.read((0..<2000).map { UInt8($0 % 32) })
    }
  }

  @Test func `Hebrew and Arabic of before Unicode are recognised`() throws {
    let hebrew: [UInt8] = [0xF9, 0xEC, 0xE5, 0xED, 0x20, 0xF8, 0xE1, 0x2E]
    let reading = try TextReader.read(hebrew)
    #expect(reading.encoding == "windows-1255")
    #expect(reading.pages[0].lines[0].text == "שלום רב.")
    let arabic: [UInt8] = [0xC7, 0xE1, 0xD3, 0xE1, 0xC7, 0xE3, 0x20, 0xDA, 0xE1, 0xED, 0xDF, 0xE3]
    #expect(try TextReader.read(arabic).encoding == "windows-1256")
    #expect(try TextReader.read(arabic).pages[0].lines[0].text == "السلام عليكم")
  }

  @Test func `UTF-16 with its mark is read`() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "שלום רב".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try TextReader.read(bytes).pages[0].lines[0].text == "שלום רב")
  }

  @Test func `Every line break parts lines`() throws {
    let lines = try Papers.pages("אחת\r\nשתיים\rשלוש\nארבע\u{2028}חמש")[0].lines
    #expect(lines.map(\.text) == ["אחת", "שתיים", "שלוש", "ארבע", "חמש"])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test func `Control characters and private glyphs are left out, nothing else`() throws {
    let pages = try Papers.pages("המו\u{200F}עצה\u{07} \u{F075}התכנסה\u{0B} ‏בבוקר.")
    let conversion = Converter().convert(pages)
    #expect(conversion.article.frontMatter.title == "המועצה התכנסה בבוקר.")
  }

  @Test func `One long line and very many lines are read`() throws {
    let sentence = "המועצה )שהוקמה( דנה בבקשה 12 של Gale, 1994 ודחתה אותה. "
    let long = String(repeating: sentence, count: 1_000)
    #expect(try Papers.convert(long).account.unplaced.isEmpty)
    let many = String(repeating: "דף 1 ודף (2\n", count: 4_000)
    #expect(try Papers.convert(many).account.unplaced.isEmpty)
  }

  @Test func `An English paper passes through well`() throws {
    let conversion = try Papers.convert(
      """
      The Price of Water

      Introduction

      The council met in the morning and looked at the requests (of which
      there were twelve) that had come in during the year.

      It went on until the evening.
      """)
    #expect(conversion.article.frontMatter.language == "en")
    #expect(conversion.article.frontMatter.title == "The Price of Water")
    #expect(
      Papers.outline(conversion.article.blocks) == [
        "h Introduction",
        "p The council met in the morning and looked at the requests (of which there were twelve) that had come in during the year.",
        "p It went on until the evening.",
      ])
  }

  @Test func `Letters of several scripts inside most words are no text, a foreign name is`() throws
  {
    let broken = "كتابመة مدرܾسة\n بيت جديಸد وركናتاب\n نص صحيح"
    #expect(throws: TextReader.Fault.brokenText) { try TextReader.read(Array(broken.utf8)) }
    let sound = "הסימן αβ של המדד, והאות Ж בשם הרחוב\nשורה שנייה של דברים שלמים"
    #expect(try TextReader.read(Array(sound.utf8)).pages.count == 1)
  }
}
