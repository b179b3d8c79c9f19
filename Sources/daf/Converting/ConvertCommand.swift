import Conversion
import Foundation
import Manuscript
import Publishing

/// `daf convert`: papers become articles in annotated Markdown.
enum ConvertCommand {
  static let subcommand = Subcommand(
    name: "convert", summary: "Make articles of papers: daf convert PAPER.txt|DIR...", run: run)

  static let usage = """
    daf convert FILE|DIR... [--output FILE|DIR] [--slug ADDRESS] [--lang TAG] [--report FILE]
                [--force]

    Makes an article in annotated Markdown of each paper (a text file; of a folder, every .txt in
    it). What is not certain is marked in the article by <!-- check: ... -->.
    --output FILE.md   writes the article there (for one paper).
    --output DIR       writes DIR/ADDRESS/article.md, beside a copy of the paper; Articles unless
                       said.
    --slug ADDRESS     the article's address (for one paper); the file's name unless given. An
                       article of the same paper that was renamed since is found by itself.
    --lang TAG         the papers' language (he, ar, en), where their letters do not tell it.
    --report FILE      writes what was mended, left out and must be checked, as Markdown.
    --force            converts anew although the article was edited since, or is another paper's;
                       what stood there is kept beside it.
    """

  /// - Parameter arguments: those after `convert`.
  static func run(_ arguments: [String]) -> Int32 {
    let taken: Arguments
    do {
      taken = try Arguments(
        arguments, options: ["output", "slug", "lang", "report"], flags: ["force", "help"])
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
    if let fault = fault(in: taken, papers: papers) {
      Console.complain(fault)
      return 2
    }
    let converter = Converter(lexicon: InstalledLexicon.load())
    var status: Int32 = 0
    var reports: [String] = []
    for paper in papers {
      let result = convert(paper, by: converter, taken)
      status = max(status, result.status)
      if let report = result.report { reports.append(report) }
    }
    guard !reports.isEmpty else { return status }
    guard let path = taken["report"] else {
      Console.say(ConvertWordings.reportShows)
      return status
    }
    // The name may be that of an article which was written just now.
    if let fault = faultOfReport(path) {
      Console.complain(fault)
      return 2
    }
    do {
      try Data(reports.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
      Console.say(ConvertWordings.reportIs, ["report": path])
    } catch {
      complain(ConvertWordings.unwritable, ["file": path, "reason": reason(error)])
      return 2
    }
    return status
  }

  /// What is wrong with the arguments as a whole, before anything is read or written.
  private static func fault(in taken: Arguments, papers: [String]) -> String? {
    let language = Console.language
    let facts = ["papers": String(papers.count)]
    if papers.isEmpty { return ConvertWordings.noPaper(language) }
    if papers.count != 1, taken["output"]?.hasSuffix(".md") == true {
      return ConvertWordings.oneFile(language, facts)
    }
    if let address = taken["slug"] {
      if papers.count != 1 { return ConvertWordings.oneAddress(language, facts) }
      if !Slug.isAddress(address) {
        return ConvertWordings.noAddress(
          language, ["address": address, "proposal": Slug.make(of: address)])
      }
    }
    return taken["report"].flatMap(faultOfReport)
  }

  /// What hinders a report from being written: a file of that name that is no report.
  private static func faultOfReport(_ path: String) -> String? {
    guard let there = FileManager.default.contents(atPath: path), !there.isEmpty,
      !there.starts(with: ConversionReport.mark.utf8)
    else { return nil }
    return ConvertWordings.reportTaken(Console.language, ["report": path])
  }

  private static func convert(
    _ paper: String, by converter: Converter, _ taken: Arguments
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
      case .brokenText: return fault(.paperBrokenText)
      }
    }
    if reading.encoding.hasPrefix("windows") {
      Console.complain(
        FindingSentences.line(
          for: Finding(
            .paperLegacyEncoding, .notice, file: paper, facts: ["encoding": reading.encoding]),
          language: Console.language))
    }
    let target = ConvertedArticle(
      path: paper, paper: data, output: taken["output"], address: taken["slug"])
    let obstacle = target.obstacle
    if obstacle == .edited, !taken.has("force") {
      return fault(.articleEdited, ["article": target.article.relativePath])
    }
    let conversion = converter.convert(reading.pages, language: taken["lang"])
    if obstacle == .otherPaper, !taken.has("force") {
      return fault(
        .articleOfOtherPaper,
        [
          "article": target.article.relativePath,
          "option": target.optionForFreePlace(title: conversion.article.frontMatter.title),
        ])
    }
    do {
      try target.write(ManuscriptWriter.write(conversion.article))
    } catch {
      complain(
        ConvertWordings.unwritable,
        ["file": target.article.relativePath, "reason": reason(error)])
      return (2, nil)
    }
    let report = ConversionReport(conversion, language: Console.language)
    print("\(paper) → \(target.article.relativePath): \(report.summary)")
    if obstacle != nil {
      Console.say(ConvertWordings.earlierKept, ["article": target.article.relativePath])
    }
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

  private static func complain(_ wording: Wording, _ facts: [String: String]) {
    Console.complain(wording(Console.language, facts))
  }

  private static func reason(_ error: any Error) -> String {
    (error as NSError).localizedDescription
  }
}
