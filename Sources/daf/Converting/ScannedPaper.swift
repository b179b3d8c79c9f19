import Conversion
import Foundation
import Manuscript
import Publishing

/// Reads scans: pages as pictures by pdftoppm (poppler), letters by tesseract, page by page in
/// parallel, both where they are installed.
enum ScannedPaper {
  /// Dots an inch at which pages are drawn; tesseract's own advice.
  private static let resolution = 300
  /// Seconds that one page may take, and how many pages a scan may have.
  private static let pageLimit = 120
  private static let mostPages = 500

  /// The letters of a scan as tesseract's table.
  ///
  /// - Parameters:
  ///   - language: the paper's, where it is known: the pages are read by it and English alone.
  ///   - progress: told after each page how many of all are read.
  static func table(
    of paper: String, _ data: Data, as format: PaperFormat, language: String?,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) -> Result<Data, PaperFinding> {
    func failed(_ kind: Finding.Kind, _ facts: [String: String] = [:]) -> Result<
      Data, PaperFinding
    > {
      .failure(PaperFinding(Finding(kind, .error, file: paper, facts: facts)))
    }
    guard OtherProgram.path("tesseract") != nil else {
      return failed(.paperScanAbsent, ["program": "tesseract"])
    }
    guard let folder = TemporaryFolder() else { return failed(.paperScanFailed) }
    defer { folder.remove() }
    let source = "\(folder.path)/paper"
    guard (try? data.write(to: URL(fileURLWithPath: source))) != nil else {
      return failed(.paperScanFailed)
    }
    var pages = [source]
    if format == .pdf {
      let end = OtherProgram.run(
        "pdftoppm",
        [
          "-r", String(resolution), "-gray", "-png", "-l", String(mostPages), source,
          "\(folder.path)/page",
        ], in: folder.path, limit: pageLimit * 10)
      if end == .absent { return failed(.paperScanAbsent, ["program": "pdftoppm"]) }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      pages = names.filter { $0.hasPrefix("page") }.sorted().map { "\(folder.path)/\($0)" }
    }
    let drawn = pages
    guard let first = drawn.first else { return failed(.paperScanFailed) }
    let languages = language.map(languages) ?? tellLanguages(first, in: folder.path)
    let counter = Counter()
    DispatchQueue.concurrentPerform(iterations: drawn.count) { index in
      _ = OtherProgram.run(
        "tesseract", [drawn[index], "\(drawn[index]).read", "-l", languages, "--psm", "3", "tsv"],
        in: folder.path, limit: pageLimit)
      progress(counter.next(), drawn.count)
    }
    let tables = drawn.compactMap { FileManager.default.contents(atPath: "\($0).read.tsv") }
    guard tables.count == drawn.count else { return failed(.paperScanFailed) }
    return .success(tables.reduce(Data(), +))
  }

  private static func languages(_ tag: String) -> String {
    let known = ["he": "heb", "ar": "ara", "yi": "yid", "fa": "fas"]
    return known[String(tag.prefix(2))].map { "\($0)+eng" } ?? "eng"
  }

  /// The languages of a scan by the letters of its first page.
  private static func tellLanguages(_ page: String, in folder: String) -> String {
    _ = OtherProgram.run(
      "tesseract", [page, "\(page).first", "-l", "heb+ara+eng", "--psm", "3"], in: folder,
      limit: pageLimit)
    let bytes = FileManager.default.contents(atPath: "\(page).first.txt") ?? Data()
    var counts = (hebrew: 0, arabic: 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if (0x5D0...0x5EA).contains(scalar.value) { counts.hebrew += 1 }
      if (0x620...0x64A).contains(scalar.value) { counts.arabic += 1 }
    }
    if counts.hebrew + counts.arabic == 0 { return "eng" }
    return counts.hebrew >= counts.arabic ? "heb+eng" : "ara+eng"
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
      lock.lock()
      defer { lock.unlock() }
      count += 1
      return count
    }
  }
}
