import Conversion
import Foundation
import Manuscript
import Publishing

/// Where the articles and pages of an export are written.
struct ImportPlaces {
  struct Place: Sendable {
    var slug: String
    var file: URL
    var record: URL
  }

  private(set) var places: [Place] = []
  /// Where articles and pages stand in the site, by the addresses and names that they had.
  private(set) var links: [String: String] = [:]

  /// - Parameter articles: the folder Articles.
  init(_ imported: [ImportedArticle], in articles: String) {
    let root = URL(fileURLWithPath: articles, isDirectory: true)
    let known = Self.known(in: root)
    var taken: Set<String> = []
    for article in imported {
      let parent = article.isPage ? root.appendingPathComponent("pages", isDirectory: true) : root
      let slug =
        article.isPage
        ? Self.free(article, in: parent, taken)
        : known[Self.source(article)] ?? Self.free(article, in: parent, taken)
      taken.insert((article.isPage ? "pages/" : "") + slug)
      let folder = parent.appendingPathComponent(slug, isDirectory: true)
      places.append(
        article.isPage
          ? Place(
            slug: slug, file: parent.appendingPathComponent("\(slug).md"),
            record: parent.appendingPathComponent(".\(slug).md.converted"))
          : Place(
            slug: slug, file: folder.appendingPathComponent("article.md"),
            record: folder.appendingPathComponent(ConversionRecord.fileName)))
      let path = (article.isPage ? "" : "articles/") + slug + "/"
      for address in article.addresses { links[Self.plain(address)] = path }
      if !article.isPage { links[article.name] = path }
    }
  }

  /// What a record keeps of the thing that an article was made of.
  static func source(_ article: ImportedArticle) -> String {
    ContentHash.hexadecimal(of: article.identity.utf8)
  }

  /// An address without what does not tell one page from another.
  static func plain(_ address: String) -> String {
    var rest = address
    for head in ["https://", "http://"] where rest.hasPrefix(head) {
      rest = String(rest.dropFirst(head.count))
    }
    rest = String(rest.prefix { $0 != "#" })
    return rest.hasSuffix("/") ? String(rest.dropLast()) : rest
  }

  /// The folders of earlier imports by what they were made of, whatever they are called now.
  private static func known(in root: URL) -> [String: String] {
    var known: [String: String] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    for name in names.sorted() {
      let folder = root.appendingPathComponent(name, isDirectory: true)
      guard FileManager.default.fileExists(atPath: folder.path + "/article.md"),
        let source = ConversionRecord(
          contentsOf: folder.appendingPathComponent(ConversionRecord.fileName))?.source
      else { continue }
      known[source] = known[source] ?? name
    }
    return known
  }

  /// The article's own name as an address, or it with the first number that nobody has.
  private static func free(
    _ article: ImportedArticle, in parent: URL, _ taken: Set<String>
  ) -> String {
    let usual = Slug.isAddress(article.name) ? article.name : Slug.make(of: article.name)
    let prefix = article.isPage ? "pages/" : ""
    func isFree(_ slug: String) -> Bool {
      if taken.contains(prefix + slug) { return false }
      // A page is known by its name; whether it may be written over its record tells.
      return article.isPage
        || !FileManager.default.fileExists(atPath: parent.appendingPathComponent(slug).path)
    }
    guard !isFree(usual) else { return usual }
    var number = 2
    while !isFree("\(usual)-\(number)") { number += 1 }
    return "\(usual)-\(number)"
  }
}
