import Conversion
import Foundation
import Manuscript
import Publishing

/// Makes a Word file of today, or a PDF, of a document in an older or another format, by LibreOffice
/// where it is installed.
enum OfficePaper {
  /// What is made, by LibreOffice's name for it.
  enum Form: String {
    case word = "docx:MS Word 2007 XML"
    case pdf

    var ending: String { self == .word ? "docx" : "pdf" }
  }

  /// The bytes of the file that is made.
  static func made(
    _ form: Form, of paper: String, _ data: Data, as format: PaperFormat
  ) -> Result<Data, PaperFinding> {
    func failed(_ kind: Finding.Kind) -> Result<Data, PaperFinding> {
      .failure(
        PaperFinding(Finding(kind, .error, file: paper, facts: ["format": format.name])))
    }
    guard let folder = TemporaryFolder() else { return failed(.paperOfficeFailed) }
    defer { folder.remove() }
    let ending =
      switch format {
      case .openDocument: "odt"
      case .word: "docx"
      case .richText: "rtf"
      default: "doc"
      }
    let file = "\(folder.path)/paper.\(ending)"
    guard (try? data.write(to: URL(fileURLWithPath: file))) != nil else {
      return failed(.paperOfficeFailed)
    }
    let end = OtherProgram.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
        "--convert-to", form.rawValue, "--outdir", "\(folder.path)/made", file,
      ], in: folder.path, limit: 90)
    if end == .absent { return failed(.paperOfficeAbsent) }
    guard end == .done,
      let made = FileManager.default.contents(atPath: "\(folder.path)/made/paper.\(form.ending)")
    else { return failed(.paperOfficeFailed) }
    return .success(made)
  }
}
