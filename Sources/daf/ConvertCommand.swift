import Conversion
import Foundation
import Manuscript

/// `daf convert`: papers become articles in annotated Markdown.
enum ConvertCommand {
  static let subcommand = Subcommand(
    name: "convert", summary: "Make articles of papers: daf convert PAPER.txt|DIR...", run: run)

  static let usage = """
    daf convert FILE|DIR... [--output FILE|DIR] [--lang TAG] [--report FILE] [--force]

    Makes an article in annotated Markdown of each paper (a text file; of a folder, every .txt in
    it). What is not certain is marked in the article by <!-- check: ... -->.
    --output FILE.md   writes the article there (for one paper).
    --output DIR       writes DIR/NAME/article.md, beside a copy of the paper; Articles unless said.
    --lang TAG         the papers' language (he, ar, en), where their letters do not tell it.
    --report FILE      writes what was mended and what must be checked, as Markdown.
    --force            converts anew although the article was edited since; the edited one is kept.
    """

  /// - Parameter arguments: those after `convert`.
  static func run(_ arguments: [String]) -> Int32 {
    let taken: Arguments
    do {
      taken = try Arguments(
        arguments, options: ["output", "lang", "report"], flags: ["force", "help"])
    } catch {
      Console.complain((error as? Arguments.Fault)?.sentence ?? "\(error)")
      return 2
    }
    if taken.has("help") {
      print(usage)
      return 0
    }
    guard !taken.operands.isEmpty else {
      Console.complain(usage)
      return 2
    }
    let papers = taken.operands.flatMap(Self.papers)
    let output = taken["output"]
    if let output, output.hasSuffix(".md"), papers.count != 1 {
      Console.complain(
        "--output names one file, but there are \(papers.count) papers: name a folder.")
      return 2
    }
    guard !papers.isEmpty else {
      Console.complain("There is no .txt file there.")
      return 2
    }
    let converter = Converter(lexicon: InstalledLexicon.load())
    var status: Int32 = 0
    var reports: [String] = []
    for paper in papers {
      let target = ConvertedArticle(paper: paper, output: output)
      let result = convert(
        paper, to: target, by: converter, language: taken["lang"], isForced: taken.has("force"))
      status = max(status, result.status)
      if let report = result.report { reports.append(report) }
    }
    if let path = taken["report"] {
      do {
        try Data(reports.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
      } catch {
        Console.complain("The report could not be written to \(path): \(reason(error))")
        return 2
      }
    }
    return status
  }

  private static func convert(
    _ paper: String, to target: ConvertedArticle, by converter: Converter, language: String?,
    isForced: Bool
  ) -> (status: Int32, report: String?) {
    func fault(_ kind: Finding.Kind, _ facts: [String: String] = [:]) -> (Int32, String?) {
      Console.complain(
        FindingSentences.line(
          for: Finding(kind, .error, file: paper, facts: facts), language: Console.language))
      return (2, nil)
    }
    guard let data = FileManager.default.contents(atPath: paper) else {
      return fault(.unreadableFile, ["reason": "no such file, or no right to read it"])
    }
    let reading: TextReader.Reading
    do {
      reading = try TextReader.read(Array(data))
    } catch {
      switch error {
      case .empty: return fault(.paperEmpty)
      case .binary: return fault(.paperBinary)
      case .unknownEncoding: return fault(.paperEncoding)
      }
    }
    if reading.encoding.hasPrefix("windows") {
      Console.complain(
        FindingSentences.line(
          for: Finding(
            .paperLegacyEncoding, .notice, file: paper, facts: ["encoding": reading.encoding]),
          language: Console.language))
    }
    if !isForced, target.isEdited {
      return fault(.articleEdited, ["article": target.article.path])
    }
    let conversion = converter.convert(reading.pages, language: language)
    do {
      try target.write(ManuscriptWriter.write(conversion.article), paper: data)
    } catch {
      Console.complain("\(target.article.path) could not be written: \(reason(error))")
      return (2, nil)
    }
    let report = ConversionReport(conversion, language: Console.language)
    print("\(paper) → \(target.article.relativePath): \(report.summary)")
    var source: [Int: String] = [:]
    for line in reading.pages.flatMap(\.lines) { source[line.number] = line.text }
    let isLossy = conversion.account.unplacedCount * 500 > conversion.account.total
    return (isLossy ? 1 : 0, report.markdown(name: paper, source: source))
  }

  /// The papers that an operand names: itself, or every text file in a folder.
  private static func papers(_ operand: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [operand] }
    let names = FileManager.default.enumerator(atPath: operand)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.sorted().map {
      operand.hasSuffix("/") ? operand + $0 : operand + "/" + $0
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as NSError).localizedDescription
  }
}
