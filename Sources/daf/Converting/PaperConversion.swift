import Conversion
import Desk
import Foundation
import Manuscript
import Orthography
import PDF

/// What became of one paper, in the form in which a process hands it to another.
struct PaperConversion: Codable {
  /// The article in annotated Markdown.
  var markdown: String
  var title: String
  /// One line for the terminal, and the whole report.
  var summary: String
  var report: String
  /// Whether so much found no place that the editor must know.
  var isLossy: Bool
  /// The encoding of a text that is not in Unicode.
  var legacyEncoding: String?
  /// The pictures of the paper by the names of their files.
  var pictures: [String: Data]
  /// What the desk shows of it.
  var draft: Draft?

  /// What a paper is read with.
  struct Options: Codable {
    /// The paper's language; `nil` to tell it by its letters.
    var language: String?
    /// The language of the report.
    var reader: String
    /// Whether the desk is to show it.
    var wantsDraft = false
    /// The files of the publication's other articles, by which its language is known.
    var neighbours: [String] = []
  }

  /// Converts a paper.
  ///
  /// - Parameters:
  ///   - name: the paper's file as the user knows it.
  ///   - bytes: the file's.
  ///   - format: what the file is.
  ///   - lexicon: the words of the papers' languages.
  /// - Throws: `SourceFault`.
  init(
    of name: String, _ bytes: [UInt8], as format: PaperFormat, _ options: Options,
    lexicon: any Lexicon
  ) throws(SourceFault) {
    let conversion: Conversion
    let lines: [Int: String]
    if format == .pdf {
      do throws(PDFConverter.Fault) {
        let made = try PDFConverter.convert(bytes, language: options.language, lexicon: lexicon)
        (conversion, lines) = (made.conversion, made.lines)
        pictures = Dictionary(made.pictures.map { ($0.name, Data($0.bytes)) }) { first, _ in first }
      } catch {
        throw .pdf(error)
      }
    } else {
      let paper = try Paper.read(bytes, as: format)
      let language = InstalledCounts.data(neighbours: options.neighbours)
      conversion = Converter(lexicon: lexicon, language: language)
        .convert(paper, language: options.language)
      lines = paper.lines
      legacyEncoding = paper.legacyEncoding
      pictures = Dictionary(paper.pictures.map { ($0.name, Data($0.bytes)) }) { first, _ in first }
    }
    let report = ConversionReport(conversion, language: options.reader)
    markdown = ManuscriptWriter.write(conversion.article)
    title = conversion.article.frontMatter.title
    if options.wantsDraft { draft = Draft(conversion, markdown: markdown, lines: lines) }
    summary = report.summary
    self.report = report.markdown(name: name, source: lines)
    isLossy = conversion.account.unplacedCount * 500 > conversion.account.total
  }
}

extension PaperConversion {
  /// Whether so much of it is doubtful that nobody should read it before an editor has.
  var isDoubtful: Bool { isLossy || (draft?.isDoubtful ?? false) }

  /// Makes a draft of the article.
  mutating func makeDraft() {
    guard let text = FrontText.setting("draft", to: "true", in: markdown) else { return }
    markdown = text
    draft?.base.front = Sheet(text).front
  }

  /// Marks in the article where another file of the paper reads otherwise; gives how many places.
  mutating func compare(with other: PaperConversion, name: String) -> Int {
    var article = ManuscriptReader.read(markdown, file: "").article
    let second = ManuscriptReader.read(other.markdown, file: "").article
    let number = SecondReading(second, name: name).mark(&article)
    markdown = ManuscriptWriter.write(article)
    return number
  }
}

extension SourceFault {
  /// The fault as a finding on a file.
  func finding(file: String) -> Finding {
    switch self {
    case .empty: Finding(.paperEmpty, .error, file: file)
    case .binary: Finding(.paperBinary, .error, file: file)
    case .unknownEncoding: Finding(.paperEncoding, .error, file: file)
    case .brokenText: Finding(.paperBrokenText, .error, file: file)
    case .damaged(let part): Finding(.paperDamaged, .error, file: file, facts: ["part": part])
    case .tooLarge: Finding(.paperTooLarge, .error, file: file)
    case .pdf(let fault): fault.finding(file: file)
    case .unreadable(let format):
      Finding(.paperFormat, .error, file: file, facts: ["format": format.name])
    }
  }
}

extension PDFConverter.Fault {
  /// The fault as a finding on a file.
  func finding(file: String) -> Finding {
    func finding(_ kind: Finding.Kind, _ facts: [String: String] = [:]) -> Finding {
      Finding(kind, .error, file: file, facts: facts)
    }
    return switch self {
    case .withoutText: finding(.pdfWithoutText)
    case .lyingText(let percent): finding(.pdfTextLies, ["percent": String(percent)])
    case .unreadable(.locked): finding(.pdfLocked)
    case .unreadable(.tooLarge(let measure)): finding(.pdfTooLarge, ["reason": measure.rawValue])
    case .unreadable(.damaged(let reason)): finding(.pdfDamaged, ["reason": reason])
    case .unreadable(.withoutPages), .unreadable(.notPDF):
      finding(.pdfDamaged, ["reason": "no pages"])
    }
  }
}

extension PaperFormat {
  /// The name by which an editor knows the format.
  var name: String {
    switch self {
    case .text: "text"
    case .pdf: "PDF"
    case .word: "Word (DOCX)"
    case .openDocument: "OpenDocument (ODT)"
    case .oldWord: "Word 97-2003 (DOC)"
    case .richText: "RTF"
    case .html: "HTML"
    case .jats: "JATS"
    case .markdown: "Markdown"
    case .picture: "picture"
    case .alto: "ALTO"
    case .hocr: "hOCR"
    case .ocrTable: "tesseract TSV"
    case .other(let name): name
    }
  }
}
