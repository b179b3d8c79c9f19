import Manuscript

/// A paper as its reader made it: bytes in, pages of lines or parts of a text out.
///
/// Each format has one reader, and `read` is the list of them.
public struct Paper: Sendable {
  enum Content: Sendable {
    /// Lines, whose order and parts are to be found out as far as the profile leaves them open.
    case document(Document)
    /// Lines that a program read from a scan, and the words of which it was not sure.
    case scan(ScanReader.Reading)
    /// Parts that the source names.
    case parts(StructuredDocument)
    /// An article in Markdown.
    case article(Article)
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
    case .html: return Paper(content: .parts(try PageReader.read(bytes)))
    case .jats: return Paper(content: .parts(try JATSReader.read(bytes)))
    case .markdown: return Paper(content: .article(try MarkdownReader.read(bytes)))
    case .ocrTable: return Paper(content: .scan(ScanReader.table(bytes)))
    case .hocr: return Paper(content: .scan(try ScanReader.hocr(bytes)))
    case .alto: return Paper(content: .scan(try ScanReader.alto(bytes)))
    case .pdf, .openDocument, .oldWord, .richText, .picture, .other: throw .unreadable(format)
    }
  }

  private static func text(_ bytes: [UInt8]) throws(SourceFault) -> Paper {
    do throws(TextReader.Fault) {
      let reading = try TextReader.read(bytes)
      return Paper(
        content: .document(Document(pages: reading.pages)),
        legacyEncoding: reading.encoding.hasPrefix("windows") ? reading.encoding : nil)
    } catch {
      throw SourceFault(error)
    }
  }

  /// The source's lines, or the paragraphs that stand for them, by their numbers.
  public var lines: [Int: String] {
    var lines: [Int: String] = [:]
    switch content {
    case .document(let document):
      for line in document.source.flatMap(\.lines) { lines[line.number] = line.text }
    case .scan(let reading):
      for line in reading.pages.flatMap(\.lines) { lines[line.number] = line.text }
    case .parts(let document):
      for (number, text) in document.source { lines[number] = text }
    case .article: break
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
    case .document(var document):
      document.language = language
      return convert(document)
    case .scan(let reading):
      var conversion = convert(
        Document(pages: reading.pages, profile: .scan, language: language))
      ScanDoubts.mark(&conversion, reading)
      return conversion
    case .parts(let document): return convert(document, language: language)
    case .article(let article): return Conversion(taking: article)
    }
  }
}

extension Conversion {
  /// An article that is taken as it is.
  init(taking article: Article) {
    let text = Array(article.passages.map(\.text).joined(separator: " ").unicodeScalars)
    self.init(
      article: article, removals: [],
      account: Account(
        source: [(1, text)], pieces: [Account.Piece(lines: [1], text: text)], removals: []),
      repairs: [], doubts: [],
      missingNotes: article.notes.filter(\.isMissing).compactMap { Int($0.label) },
      orphanedNotes: [], decisions: Decisions())
  }
}
