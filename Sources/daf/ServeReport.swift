import Foundation
import Manuscript
import Preview

/// What `daf serve` says at the terminal: where to look, what was built, what is wrong and what was
/// mended.
final class ServeReport {
  private var known: [Finding] = []
  /// How many findings are listed at once.
  private static let limit = 20

  func tell(_ event: PreviewEvent) {
    switch event {
    case .serving(let port, let isOther):
      if isOther { say(CommandWordings.portTaken) }
      say(CommandWordings.serving, ["address": "http://127.0.0.1:\(port)/"])
    case .refused(let port, let isTaken, let reason):
      Console.complain(
        isTaken
          ? CommandWordings.portOccupied(
            Console.language, ["port": "\(port)", "next": "\(port &+ 1)"])
          : CommandWordings.portRefused(
            Console.language, ["port": "\(port)", "reason": "\(reason)"]))
    case .polling:
      say(CommandWordings.polling)
    case .built(let site, let task, let milliseconds):
      switch task {
      case .first: say(CommandWordings.publicationBuilt, ["time": "\(milliseconds)"])
      case .changed(let files):
        let built = CommandWordings.filesBuilt(
          Console.language, ["files": Self.listed(files.sorted()), "time": "\(milliseconds)"])
        let isSame = site.changes == .files([])
        say(isSame ? built + CommandWordings.samePages(Console.language) : built)
      // What completes an earlier build was announced with it.
      case .rest: break
      }
      tell(site.findings.filter { $0.severity > .notice })
    }
  }

  /// Lists what is new among the findings, and says what is mended.
  private func tell(_ findings: [Finding]) {
    let fresh = findings.filter { !known.contains($0) }.sorted { $0.severity > $1.severity }
    for finding in fresh.prefix(Self.limit) {
      say("  " + FindingSentences.line(for: finding, language: Console.language))
    }
    if fresh.count > Self.limit {
      say(CommandWordings.more, ["number": "\(fresh.count - Self.limit)"], indent: "  ")
    }
    let mended = known.count { !findings.contains($0) }
    if findings.isEmpty, mended > 0 {
      say(CommandWordings.allMended, indent: "  ")
    } else if mended > 0 {
      say(
        CommandWordings.mended, ["mended": "\(mended)", "left": "\(findings.count)"], indent: "  ")
    }
    known = findings
  }

  private static func listed(_ files: [String]) -> String {
    guard files.count > 3 else { return files.joined(separator: ", ") }
    return CommandWordings.filesAndOthers(
      Console.language, ["file": files[0], "number": "\(files.count - 1)"])
  }

  private func say(_ wording: Wording, _ facts: [String: String] = [:], indent: String = "") {
    say(indent + wording(Console.language, facts))
  }

  private func say(_ line: String) {
    Console.print(line)
  }
}
