import Foundation
import Manuscript
import Testing

@testable import Conversion

/// Nothing is lost and nothing is invented: counted anew from the article's file.
@Suite struct AccountTests {
  static let outside = Papers.outside("papers") + Papers.outside("round-trip/extracted")

  @Test(.enabled(if: !outside.isEmpty, "the papers at hand are not beside the repository"))
  func `Every letter of the papers at hand is accounted for`() throws {
    for file in Self.outside {
      let pages = try TextReader.read(Array(try Data(contentsOf: file))).pages
      let conversion = Converter().convert(pages)
      let name = file.lastPathComponent
      #expect(Loss.letters(pages, conversion) == "", "\(name)")
      let account = conversion.account
      #expect(account.unplacedCount * 500 <= account.total, "\(name): \(account.unplaced)")
    }
  }

  @Test(.enabled(if: !outside.isEmpty, "the papers at hand are not beside the repository"))
  func `The account holds for random damage to the papers at hand`() throws {
    for (index, file) in Self.outside.prefix(3).enumerated() {
      var damage = Damage(seed: UInt64(index) + 1)
      let text = damage.damaged(String(decoding: try Data(contentsOf: file), as: UTF8.self))
      guard let pages = try? Papers.pages(text) else { continue }
      #expect(Loss.letters(pages, Converter().convert(pages)) == "", "\(file.lastPathComponent)")
    }
  }

  @Test func `What cannot be placed stands at the article's end`() {
    let account = Account(
      source: [(1, Array("אחת שתיים".unicodeScalars)), (2, Array("שלוש".unicodeScalars))],
      pieces: [Account.Piece(lines: [1], text: Array("אחת".unicodeScalars))],
      removals: [Removal(line: 2, text: "שלוש", reason: .pageNumber)])
    #expect(account.unplaced.map(\.text) == ["שתיים"])
    #expect(account.total == 12 && account.kept == 3 && account.removed[.pageNumber] == 4)
  }

  @Test func `What the source does not have is seen`() {
    let account = Account(
      source: [(1, Array("אחת".unicodeScalars))],
      pieces: [Account.Piece(lines: [1], text: Array("אחת ועוד".unicodeScalars))], removals: [])
    #expect(account.invented == 4)
  }

  @Test(.enabled(if: !outside.isEmpty, "the papers at hand are not beside the repository"))
  func `The same paper gives the same article`() throws {
    for file in Self.outside.prefix(2) {
      let pages = try TextReader.read(Array(try Data(contentsOf: file))).pages
      let first = ManuscriptWriter.write(Converter().convert(pages).article)
      #expect(first == ManuscriptWriter.write(Converter().convert(pages).article))
    }
  }
}
