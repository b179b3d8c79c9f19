import Manuscript
import Templating

/// The list of the site's pages for search engines (sitemaps.org).
enum Sitemap {
  /// A page that search engines may list.
  struct Entry: Sendable {
    var path: String
    var updated: PartialDate?
    var alternates: [(language: String, path: String)]
  }

  /// A sitemap may hold 50,000 addresses and 50 MB; a larger site gets several and an index.
  static let mostEntries = 20_000

  /// The files: `sitemap.xml` and, for large sites, those that it names.
  static func files(_ entries: [Entry], url: String) -> [(path: String, bytes: [UInt8])] {
    guard entries.count > mostEntries else { return [("sitemap.xml", map(entries, url: url))] }
    var files: [(path: String, bytes: [UInt8])] = []
    var index = head("sitemapindex", "")
    for start in stride(from: 0, to: entries.count, by: mostEntries) {
      let part = Array(entries[start..<min(start + mostEntries, entries.count)])
      let path = "sitemap-\(files.count + 1).xml"
      files.append((path, map(part, url: url)))
      index += "<sitemap><loc>".utf8
      HTMLEscaping.append(url + path, to: &index)
      index += "</loc></sitemap>\n".utf8
    }
    index += "</sitemapindex>\n".utf8
    return [("sitemap.xml", index)] + files
  }

  private static func map(_ entries: [Entry], url: String) -> [UInt8] {
    var output = head("urlset", " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"")
    for entry in entries {
      output += "<url><loc>".utf8
      HTMLEscaping.append(url + Slug.percentEncoded(entry.path), to: &output)
      output += "</loc>".utf8
      if let date = entry.updated {
        // W3C dates know years, months and days, as ISO 8601 does.
        output += "<lastmod>\(date.iso8601)</lastmod>".utf8
      }
      for alternate in entry.alternates where entry.alternates.count > 1 {
        output += "<xhtml:link rel=\"alternate\" hreflang=\"".utf8
        HTMLEscaping.append(alternate.language, to: &output)
        output += "\" href=\"".utf8
        HTMLEscaping.append(url + Slug.percentEncoded(alternate.path), to: &output)
        output += "\"/>".utf8
      }
      output += "</url>\n".utf8
    }
    output += "</urlset>\n".utf8
    return output
  }

  private static func head(_ element: String, _ more: String) -> [UInt8] {
    Array(
      ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<\(element) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"\(more)>\n").utf8)
  }
}
