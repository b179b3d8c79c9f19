import Manuscript
import Orthography
import PDF

/// Makes an article of a PDF by what its pages show.
public enum PDFConverter {
  /// What became of a PDF.
  public struct Result: Sendable {
    public var conversion: Conversion
    /// What the conversion counts as the paper's lines, by their numbers: the report names them.
    public var lines: [Int: String]
    /// The files of figures, by the names by which the article refers to them.
    public var pictures: [(name: String, bytes: [UInt8])]
  }

  /// Why no article is made of a PDF.
  public enum Fault: Error, Equatable, Sendable {
    /// It cannot be read.
    case unreadable(PDFFault)
    /// Its pages are pictures, without a text.
    case withoutText
    /// Its text is not what its pages show: so many of a hundred letters are unknown, or words that
    /// no dictionary has.
    case lyingText(percent: Int)
  }

  /// Whether a file is a PDF, by its content.
  public static func accepts(_ bytes: [UInt8]) -> Bool { PDFReader.isPDF(bytes) }

  /// - Parameters:
  ///   - bytes: the file.
  ///   - language: the paper's language as a BCP 47 tag; `nil` to tell it by its letters.
  ///   - lexicon: the words of the paper's language, to tell a text that lies.
  public static func convert(
    _ bytes: [UInt8], language: String? = nil, lexicon: any Lexicon = EmptyLexicon()
  ) throws(Fault) -> Result {
    let document: PDFDocument
    do {
      document = try PDFReader.read(bytes)
    } catch {
      throw .unreadable(error)
    }
    let paper = PrintedPaper(document, language: language)
    try check(paper, lexicon)
    let printed = PrintedArticle(paper, document: document)
    var front = paper.front
    front.doubts = [Doubt.uncorrected.sentence(language: front.language)]
    let pieces =
      [
        Account.Piece(
          lines: paper.frontLines.map(\.number), text: FrontMatterText.text(of: front),
          mayRepeat: true)
      ] + printed.pieces
    let removals = paper.removals + printed.removals
    let lines = paper.lines.lines.joined()
    let account = Account(
      source: lines.map { ($0.number, Marker.removed(from: $0.text)) }, pieces: pieces,
      removals: removals)
    let blocks = printed.blocks + UnplacedText.blocks(account.unplaced, language: front.language)
    let conversion = Conversion(
      article: Article(frontMatter: front, blocks: blocks, notes: printed.notes),
      removals: removals, account: account, repairs: [], doubts: [],
      missingNotes: [], orphanedNotes: [], decisions: Decisions())
    return Result(
      conversion: conversion,
      lines: Dictionary(
        lines.map { ($0.number, Marker.removed(from: $0.text).string) },
        uniquingKeysWith: { first, _ in first }),
      pictures: printed.pictures.enumerated().map { index, picture in
        ("figure-\(index + 1).\(picture.format.rawValue)", picture.bytes)
      })
  }

  /// Refuses a text that is none, or that lies.
  private static func check(_ paper: PrintedPaper, _ lexicon: any Lexicon) throws(Fault) {
    let letters = paper.lines.seen
    guard letters > 20 * max(1, paper.lines.lines.count / 2) || letters > 200 else {
      throw .withoutText
    }
    let lost = paper.lines.lost * 100 / max(1, letters)
    guard lost < 15 else { throw .lyingText(percent: lost) }
    // The dictionaries are of Hebrew and Arabic: words of other languages are not in them.
    guard ["he", "ar"].contains(paper.front.language) else { return }
    var (known, asked) = (0, 0)
    for line in paper.lines.lines.joined() where asked < 1500 {
      for word in line.text.split(whereSeparator: { !$0.isLetter && !$0.isQuotationMark })
      where word.count > 2 && word.contains(where: \.isRightToLeftLetter) {
        guard let answer = lexicon.knows(word.string) else { continue }
        asked += 1
        if answer { known += 1 }
      }
    }
    // Sound papers have nine known words of ten; letters that stand for others have hardly any.
    if asked >= 80, known * 100 < 30 * asked {
      throw .lyingText(percent: 100 - known * 100 / asked)
    }
  }
}
