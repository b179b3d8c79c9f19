import Foundation
import Manuscript

/// What every page is told when something has changed.
struct PreviewState: Encodable, Equatable, Sendable {
  /// Other than before after the command was started anew: pages of then are no longer right.
  var session: String
  /// Counts the builds that changed the site.
  var version = 0
  /// Pages that were served with a number below this one are old, whichever they are.
  private(set) var floor = 0
  /// For folders of the site the last build that changed something in them: a page there that was
  /// served with a lower number is old.
  private(set) var changed: [String: Int] = [:]
  var errors = 0
  var warnings = 0
  /// What is to be mended, errors first; not more than a person reads.
  var faults: [Fault] = []

  struct Fault: Encodable, Equatable, Sendable {
    var severity: String
    var file: String
    /// `file:line:column`, as far as they are known.
    var place: String
    /// The sentence by language.
    var text: [String: String]
  }

  static let languages = ["en", "he", "ar"]
  private static let limit = 100
  private static let folderLimit = 200

  init(session: String) { self.session = session }

  /// Takes up what a build changed.
  mutating func take(_ changes: BuiltSite.Changes) {
    guard case .files(let files) = changes else {
      version += 1
      (floor, changed) = (version, [:])
      return
    }
    if files.isEmpty { return }
    version += 1
    for file in files {
      // What lies in a folder belongs to the page there and to those above it: pictures, an index.
      var folder = Substring(file)
      while let slash = folder.dropLast().lastIndex(of: "/") {
        folder = folder[...slash]
        changed[String(folder)] = version
      }
      if !file.contains("/") { changed[""] = version }
    }
    if changed.count > Self.folderLimit { (floor, changed) = (version, [:]) }
  }

  /// Takes up what a build found.
  mutating func take(_ findings: [Finding]) {
    let faults = findings.filter { $0.severity > .notice }
    errors = faults.count { $0.severity == .error }
    warnings = faults.count - errors
    let heaviest = faults.filter { $0.severity == .error } + faults.filter { $0.severity != .error }
    self.faults = heaviest.prefix(Self.limit).map { finding in
      var place = finding.file
      if finding.position.line > 0 { place += ":\(finding.position.line)" }
      if finding.position.column > 0 { place += ":\(finding.position.column)" }
      let sentences = Self.languages.map { language in
        (language, FindingSentences.sentence(for: finding, language: language))
      }
      return Fault(
        severity: finding.severity.rawValue, file: finding.file, place: place,
        text: Dictionary(sentences) { first, _ in first })
    }
  }

  /// The state as JSON on one line.
  var message: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
