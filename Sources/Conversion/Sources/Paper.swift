import Manuscript

/// A paper as its reader made it: bytes in, pages of lines or parts of a text out.
///
/// Each format has one reader, and `read` is the list of them.
public struct Paper: Sendable {
  enum Content: Sendable {
    /// Lines, whose order and parts are to be found out.
    case lines([Page])
    /// Parts that the source names.
    case parts(StructuredDocument)
  }

  let content: Content
  /// The encoding of a text that is not in Unicode.
  public var legacyEncoding: String?

  /// Reads a paper of a format.
  ///
  /// - Throws: `SourceFault`.
  public static func read(_ bytes: [UInt8], as format: PaperFormat) throws(SourceFault) -> Paper {
    switch format {
    case .text: return try text(bytes)
    case .word: return Paper(content: .parts(try WordReader.read(bytes)))
    default: throw .unreadable(format)
    }
  }

  private static func text(_ bytes: [UInt8]) throws(SourceFault) -> Paper {
    do throws(TextReader.Fault) {
      let reading = try TextReader.read(bytes)
      return Paper(
        content: .lines(reading.pages),
        legacyEncoding: reading.encoding.hasPrefix("windows") ? reading.encoding : nil)
    } catch {
      throw SourceFault(error)
    }
  }

  /// The source's lines, or the paragraphs that stand for them, by their numbers.
  public var lines: [Int: String] {
    var lines: [Int: String] = [:]
    switch content {
    case .lines(let pages):
      for line in pages.flatMap(\.lines) { lines[line.number] = line.text }
    case .parts(let document):
      for (number, text) in document.source { lines[number] = text }
    }
    return lines
  }

  /// The pictures in the paper, for the article's folder.
  public var pictures: [SourcePicture] {
    if case .parts(let document) = content { document.pictures } else { [] }
  }
}

extension Converter {
  /// Makes an article of a paper.
  ///
  /// - Parameter language: the paper's language as a BCP 47 tag; `nil` to tell it by its letters.
  public func convert(_ paper: Paper, language: String? = nil) -> Conversion {
    switch paper.content {
    case .lines(let pages): convert(pages, language: language)
    case .parts(let document): convert(document, language: language)
    }
  }
}
