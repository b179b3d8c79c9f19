import Conversion
import Foundation
import Manuscript
import Orthography

/// Reads a paper of whatever format by the way that the format wants.
struct PaperReading: Sendable {
  /// The paper's file as the user knows it.
  var name: String
  var data: Data
  var options: PaperConversion.Options
  /// Is told what hinders the usual way.
  var tell: @Sendable (Finding) -> Void
  /// Is told how many pages of a scan are read, of how many.
  var progress: @Sendable (String, Int, Int) -> Void

  /// The conversion, a text in this process, anything else in one of its own.
  func conversion(_ lexicon: any Lexicon) -> Result<PaperConversion, PaperFinding> {
    let bytes = Array(data)
    guard PaperFormat.recognise(bytes) == .text else { return conversionApart() }
    do throws(SourceFault) {
      return .success(
        try PaperConversion(of: name, bytes, as: .text, options, lexicon: lexicon))
    } catch {
      return .failure(PaperFinding(error.finding(file: name)))
    }
  }

  /// The conversion in a process of its own, which may take so much time and memory and no more.
  func conversionApart() -> Result<PaperConversion, PaperFinding> {
    let format = PaperFormat.recognise(Array(data))
    switch format {
    case .openDocument, .oldWord, .richText:
      return OfficePaper.made(.word, of: name, data, as: format).flatMap {
        PaperProcess.convert(name, $0, options)
      }
    case .picture: return scan(format)
    case .pdf:
      let made = PaperProcess.convert(name, data, options)
      // Pages without letters, or with letters that lie, are read as pictures.
      if case .failure(let failure) = made,
        [.pdfWithoutText, .pdfTextLies].contains(failure.finding.kind),
        OtherProgram.path("tesseract") != nil, OtherProgram.path("pdftoppm") != nil
      {
        tell(Finding(failure.finding.kind, .notice, file: name, facts: failure.finding.facts))
        return scan(format)
      }
      return made
    default: return PaperProcess.convert(name, data, options)
    }
  }

  private func scan(_ format: PaperFormat) -> Result<PaperConversion, PaperFinding> {
    ScannedPaper.table(of: name, data, as: format, language: options.language) {
      progress(name, $0, $1)
    }.flatMap { PaperProcess.convert(name, $0, options) }
  }
}
