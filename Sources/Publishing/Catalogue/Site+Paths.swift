import Manuscript
import Search

/// An older address of an article or of an editors' page.
struct OlderAddress: Sendable, Equatable {
  var path: String
  /// Where the page stands that it leads to, and what that is.
  var target: String
  var title: String
  var language: String
}

extension Site {
  /// The paths that the site cannot do without, those of its lists, and those of the articles: what
  /// editors' pages and older addresses have to keep clear of.
  func ledger() -> PathLedger {
    let own = "Daf"
    var ledger = PathLedger()
    func claim(_ path: String, for owner: String) { try? ledger.claim(path, for: owner) }
    ledger.claim(folder: "assets", for: own)
    for folder in [Self.coversFolder, "api", "oai", "deposits"] {
      ledger.claim(folder: folder, for: own)
    }
    ledger.claim(folder: IndexFile.folder, for: own)
    let sitemaps = (0...9).map { $0 == 0 ? "sitemap.xml" : "sitemap-\($0).xml" }
    for path in [OutputFolder.mark, "robots.txt"] + sitemaps { claim(path, for: own) }
    for path in HostFiles.paths(for: publication.hosts) { claim(path, for: own) }
    for feed in feeds { for path in [feed.atom, feed.json] { claim(path, for: own) } }
    for language in languages {
      claim(prefix(language) + "opensearch.xml", for: own)
      ledger.claim(folder: prefix(language) + "works", for: own)
    }
    for task in listTasks() { claim(task.frame.file, for: own) }
    for entry in catalogue.articles {
      ledger.claim(folder: String(entry.path.dropLast()), for: entry.file)
      claim(entry.path + "index.html", for: entry.file)
    }
    return ledger
  }

  /// The older addresses of articles and pages, as far as nothing else stands there.
  ///
  /// - Parameter ledger: whose paths those of the site are; the granted ones are entered.
  func olderAddresses(
    _ pages: [EditorsPage], _ ledger: inout PathLedger
  ) -> (granted: [OlderAddress], refused: [Finding]) {
    var granted: [OlderAddress] = []
    var refused: [Finding] = []
    func add(_ alias: String, of older: OlderAddress, file: String) {
      do throws(PathLedger.Refusal) {
        guard let path = Redirect.path(of: alias) else { throw .unsafe }
        try ledger.claim(path.hasSuffix("/") ? path + "index.html" : path, for: file + " (aliases)")
        var older = older
        older.path = path
        granted.append(older)
      } catch {
        refused.append(Finding(.wrongAlias, .warning, file: file, facts: ["value": alias]))
      }
    }
    for entry in catalogue.articles {
      let older = OlderAddress(
        path: "", target: entry.path, title: entry.frontMatter.title,
        language: entry.frontMatter.language)
      for alias in entry.frontMatter.aliases { add(alias, of: older, file: entry.file) }
    }
    for page in pages {
      let older = OlderAddress(
        path: "", target: page.path, title: page.title, language: page.language)
      for alias in page.aliases { add(alias, of: older, file: page.source) }
    }
    return (granted, refused)
  }
}
