import Foundation
import Manuscript
import Publishing

/// `daf analyse`: articles become segments of the search index.
enum AnalyseCommand {
  static let subcommand = Subcommand(
    name: "analyse", summary: "analyse articles for the search, one by one", run: run)

  static let usage = """
    daf analyse FOLDER... --output FOLDER [--jobs NUMBER]

    Makes the segment of each article for the search index, as “daf build” does for itself, so that
    other processes may do it. A FOLDER is an article's, with its article.md, or one of such folders.
    Prints a line for each segment: its name, a tab, and the article's folder. The name is that of all
    the segment depends on; a segment that is there already stays. Drafts have none.

      --output FOLDER  where to
      --jobs NUMBER    how many work at once (as many as there are processors)
    """

  private static func run(_ list: [String]) -> Int32 {
    if list.contains("--help") {
      Console.print(usage)
      return 0
    }
    do {
      let arguments = try Arguments(list, options: ["output", "jobs"])
      guard let output = arguments["output"] else {
        throw Arguments.Fault(sentence: "daf analyse wants --output FOLDER.")
      }
      let jobs =
        arguments["jobs"].map { Int($0) ?? 0 } ?? ProcessInfo.processInfo.activeProcessorCount
      guard (1...256).contains(jobs) else {
        throw Arguments.Fault(sentence: "--jobs wants a number from 1 to 256.")
      }
      return analyse(try arguments.operands.flatMap(folders), to: output, jobs: jobs)
    } catch let fault as Arguments.Fault {
      Console.complain(fault.sentence)
    } catch {
      Console.complain("\(error.localizedDescription)")
    }
    return 2
  }

  /// The articles' folders in a folder, or the folder itself.
  private static func folders(_ folder: String) throws -> [String] {
    let place = PublicationPlace(folder)
    if place.existing("article.md") != nil { return [folder] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.filter { $0 != "pages" && place.existing("\($0)/article.md") != nil }
      .map { place.path($0) }
  }

  private static func analyse(_ folders: [String], to output: String, jobs: Int) -> Int32 {
    let results = Parallel.map(folders.count, threads: jobs) { index in
      var (segment, findings) = SearchParts.analyse(folders[index])
      if let made = segment {
        do throws(FileFault) {
          try SearchParts.keep(made, in: output)
        } catch {
          findings.append(
            Finding(.unwritableFile, .error, file: error.path, facts: ["reason": error.reason]))
          segment = nil
        }
      }
      return (key: segment?.key, findings: findings)
    }
    for (folder, result) in zip(folders, results) {
      if let key = result.key { Console.print("\(key)\t\(folder)") }
      for finding in result.findings {
        Console.complain(FindingSentences.line(for: finding, language: Console.language))
      }
    }
    let findings = results.flatMap(\.findings)
    if findings.contains(where: { $0.kind == .unwritableFile }) { return 2 }
    return findings.isEmpty ? 0 : 1
  }
}
