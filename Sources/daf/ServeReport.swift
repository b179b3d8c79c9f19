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
      if isOther { say("The usual port is taken by another program.") }
      say("The preview is at http://127.0.0.1:\(port)/ (Ctrl-C ends it).")
    case .refused(let port, let isTaken, let reason):
      Console.complain(
        isTaken
          ? "Another program serves on port \(port). End it, or name another: --port \(port &+ 1)."
          : "Port \(port) cannot be served on: \(reason).")
    case .polling:
      say(
        """
        The system watches no more folders for Daf, so changes are seen a second later. \
        Raising fs.inotify.max_user_watches (sysctl) mends that.
        """)
    case .built(let site, let task, let milliseconds):
      switch task {
      case .first: say("The publication: built in \(milliseconds) ms.")
      case .changed(let files):
        let isSame = site.changes == .files([])
        say(
          "\(Self.listed(files.sorted())): built in \(milliseconds) ms."
            + (isSame ? " The pages are as they were." : ""))
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
    if fresh.count > Self.limit { say("  … and \(fresh.count - Self.limit) more.") }
    let mended = known.count { !findings.contains($0) }
    if findings.isEmpty, mended > 0 {
      say("  Everything is mended.")
    } else if mended > 0 {
      say("  \(mended) mended or changed; \(findings.count) to look at.")
    }
    known = findings
  }

  private static func listed(_ files: [String]) -> String {
    files.count > 3
      ? "\(files[0]) and \(files.count - 1) others" : files.joined(separator: ", ")
  }

  private func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
