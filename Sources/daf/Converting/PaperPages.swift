import Conversion
import Foundation
import Manuscript
import Publishing

/// The pages of a paper as an editor's desk shows them beside the article: pictures of the pages and
/// the places of words on them, made when they are wanted.
///
/// Pictures are drawn by pdftoppm (poppler), Word files are printed by LibreOffice before, both where
/// they are installed. What was made is kept in a folder of the caller's, by the paper's content;
/// deleting it loses nothing.
struct PaperPages {
  private let paper: URL
  private let data: Data
  private let format: PaperFormat
  private let kept: URL

  /// Seconds that drawing a page may take.
  private static let limit = 60

  /// - Parameter cache: the folder in which pictures are kept, `.daf/cache` of a publication.
  init?(paper: URL, cache: URL) {
    guard let data = FileManager.default.contents(atPath: paper.path) else { return nil }
    (self.paper, self.data) = (paper, data)
    format = PaperFormat.recognise(Array(data))
    kept = cache.appendingPathComponent("pages", isDirectory: true)
      .appendingPathComponent(ContentHash.hexadecimal(of: data), isDirectory: true)
  }

  /// The pages of the paper of which an article was made, by its copy in the article's folder.
  init?(article folder: URL, cache: URL) {
    let record = ConversionRecord(
      contentsOf: folder.appendingPathComponent(ConversionRecord.fileName))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.sorted().map { folder.appendingPathComponent($0) }
    guard let source = record?.source,
      let paper = files.first(where: { file in
        FileManager.default.contents(atPath: file.path).map {
          ContentHash.hexadecimal(of: $0) == source
        } ?? false
      })
    else { return nil }
    self.init(paper: paper, cache: cache)
  }

  /// A page's picture as a PNG; a scan that is a picture is given as it is.
  ///
  /// - Parameters:
  ///   - page: from 1.
  ///   - resolution: dots an inch; an area of `PaperPrint`, in points, is to be multiplied by a 72nd
  ///     of it.
  func picture(of page: Int, resolution: Int = 110) -> Result<Data, PaperFinding> {
    if format == .picture { return .success(data) }
    let file = kept.appendingPathComponent("\(page)-\(resolution).png")
    if let made = FileManager.default.contents(atPath: file.path) { return .success(made) }
    return printed().flatMap { pdf in
      guard let folder = TemporaryFolder() else { return failed(.paperScanFailed) }
      defer { folder.remove() }
      let source = "\(folder.path)/paper.pdf"
      guard (try? pdf.write(to: URL(fileURLWithPath: source))) != nil else {
        return failed(.paperScanFailed)
      }
      let end = OtherProgram.run(
        "pdftoppm",
        [
          "-r", String(resolution), "-png", "-singlefile", "-f", String(page), "-l", String(page),
          source, "\(folder.path)/page",
        ], in: folder.path, limit: Self.limit)
      if end == .absent { return failed(.paperScanAbsent, ["program": "pdftoppm"]) }
      guard end == .done, let made = FileManager.default.contents(atPath: "\(folder.path)/page.png")
      else { return failed(.paperScanFailed) }
      keep(made, as: file)
      return .success(made)
    }
  }

  /// The words of the paper with their places, and the sizes of its pages.
  func print() -> Result<PaperPrint, PaperFinding> {
    let file = kept.appendingPathComponent("print.json")
    if let made = FileManager.default.contents(atPath: file.path),
      let print = try? JSONDecoder().decode(PaperPrint.self, from: made)
    {
      return .success(print)
    }
    return printed().flatMap { PaperProcess.print(paper.relativePath, $0) }.map { print in
      if let made = try? JSONEncoder().encode(print) { keep(made, as: file) }
      return print
    }
  }

  /// The paper as a PDF.
  private func printed() -> Result<Data, PaperFinding> {
    switch format {
    case .pdf: return .success(data)
    case .word, .openDocument, .oldWord, .richText:
      let file = kept.appendingPathComponent("printed.pdf")
      if let made = FileManager.default.contents(atPath: file.path) { return .success(made) }
      return OfficePaper.made(.pdf, of: paper.relativePath, data, as: format).map { made in
        keep(made, as: file)
        return made
      }
    default: return failed(.paperFormat, ["format": format.name])
    }
  }

  private func keep(_ bytes: Data, as file: URL) {
    try? FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    try? bytes.write(to: file, options: .atomic)
  }

  private func failed<Made>(
    _ kind: Finding.Kind, _ facts: [String: String] = [:]
  ) -> Result<Made, PaperFinding> {
    .failure(PaperFinding(Finding(kind, .error, file: paper.relativePath, facts: facts)))
  }
}
