import Conversion
import Manuscript
import Orthography
import PDF

/// A paper as it was read and converted: a PDF by what its pages show, anything else as a text.
struct ConvertedPaper {
  let conversion: Conversion
  /// The lines of the source by their numbers, for the report.
  let lines: [Int: String]
  /// The files of figures.
  let pictures: [(name: String, bytes: [UInt8])]
  /// The encoding of a text that is not in Unicode.
  let legacyEncoding: String?

  /// Why there is no article.
  struct Fault: Error {
    var kind: Finding.Kind
    var facts: [String: String] = [:]
  }

  init(_ bytes: [UInt8], by converter: Converter, lexicon: any Lexicon, language: String?)
    throws(Fault)
  {
    if PDFConverter.accepts(bytes) {
      do {
        let result = try PDFConverter.convert(bytes, language: language, lexicon: lexicon)
        (conversion, lines, pictures) = (result.conversion, result.lines, result.pictures)
        legacyEncoding = nil
      } catch {
        throw Self.fault(error)
      }
      return
    }
    do {
      let reading = try TextReader.read(bytes)
      conversion = converter.convert(reading.pages, language: language)
      lines = Dictionary(
        reading.pages.flatMap(\.lines).map { ($0.number, $0.text) }, uniquingKeysWith: { $1 })
      legacyEncoding = reading.encoding.hasPrefix("windows") ? reading.encoding : nil
      pictures = []
    } catch {
      switch error {
      case .empty: throw Fault(kind: .paperEmpty)
      case .binary: throw Fault(kind: .paperBinary)
      case .unknownEncoding: throw Fault(kind: .paperEncoding)
      }
    }
  }

  private static func fault(_ error: PDFConverter.Fault) -> Fault {
    switch error {
    case .withoutText: Fault(kind: .pdfWithoutText)
    case .lyingText(let percent): Fault(kind: .pdfTextLies, facts: ["percent": String(percent)])
    case .unreadable(.locked): Fault(kind: .pdfLocked)
    case .unreadable(.tooLarge(let measure)):
      Fault(kind: .pdfTooLarge, facts: ["reason": measure.rawValue])
    case .unreadable(.damaged(let reason)): Fault(kind: .pdfDamaged, facts: ["reason": reason])
    case .unreadable(.withoutPages), .unreadable(.notPDF):
      Fault(kind: .pdfDamaged, facts: ["reason": "no pages"])
    }
  }
}
