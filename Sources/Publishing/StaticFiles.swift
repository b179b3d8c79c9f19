import Manuscript

/// The publication's own files for the site's root, in the folder `Static`: proofs of ownership for
/// search engines and hosts, pictures for browsers' tabs. They go into the site as they are.
struct StaticFiles: Sendable {
  let folder: String
  /// By path from the folder, here and in the site.
  private(set) var paths: [String] = []

  /// What file managers and version control leave behind.
  private static let leftovers: Set<Substring> = [
    ".DS_Store", "Thumbs.db", "desktop.ini", ".git", ".gitignore", ".gitkeep",
  ]

  init(_ folder: String) { self.folder = folder }

  /// Finds the files; hidden ones are meant, links are not followed.
  ///
  /// - Parameters:
  ///   - ledger: whose paths those of the site are; the files' are entered.
  /// - Returns: what is wrong with the files that are left out.
  mutating func find(_ ledger: inout PathLedger) throws(FileFault) -> [Finding] {
    var findings: [Finding] = []
    paths = []
    guard Files.isFolder(folder) else { return [] }
    for path in try Files.treeAll(folder).sorted() {
      guard Files.facts("\(folder)/\(path)")?.kind == .file,
        !path.split(separator: "/").contains(where: Self.leftovers.contains)
      else { continue }
      do throws(PathLedger.Refusal) {
        try ledger.claim(path, for: "\(folder)/\(path)")
        paths.append(path)
      } catch {
        var facts = ["value": path, "other": "Daf"]
        if case .taken(let other) = error { facts["other"] = other }
        findings.append(
          Finding(.takenStatic, .error, file: "\(folder)/\(path)", facts: facts))
      }
    }
    return findings
  }
}

extension SiteWriter {
  /// Files that the publication has made itself, and those for web servers.
  func writeRoot(_ written: inout Written) throws(FileFault) {
    var outcome = Outcome()
    if let statics = site.statics {
      for path in statics.paths {
        try put(try Files.read("\(statics.folder)/\(path)"), path, &outcome)
      }
    }
    let facts = HostFiles.Facts(
      basePath: site.basePath,
      redirects: site.olderAddresses.map { ($0.path, $0.target) })
    for file in HostFiles.files(for: site.publication.hosts, facts) {
      try put(file.bytes, file.path, &outcome)
    }
    written.add(outcome)
  }
}
