import Manuscript
import Search

/// An older address of an article, and where its page stands.
struct OlderAddress: Sendable, Equatable {
  /// The place of the article in the catalogue.
  var article: Int
  var path: String
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

  /// The articles' older addresses, as far as nothing else stands there.
  ///
  /// - Parameter ledger: whose paths those of the site are; the granted ones are entered.
  func olderAddresses(
    _ ledger: inout PathLedger
  ) -> (granted: [OlderAddress], refused: [Finding]) {
    var granted: [OlderAddress] = []
    var refused: [Finding] = []
    for (index, entry) in catalogue.articles.enumerated() {
      for alias in entry.frontMatter.aliases {
        do throws(PathLedger.Refusal) {
          guard let path = Redirect.path(of: alias) else { throw .unsafe }
          let file = path.hasSuffix("/") ? path + "index.html" : path
          try ledger.claim(file, for: entry.file + " (aliases)")
          granted.append(OlderAddress(article: index, path: path))
        } catch {
          refused.append(
            Finding(.wrongAlias, .warning, file: entry.file, facts: ["value": alias]))
        }
      }
    }
    return (granted, refused)
  }
}
