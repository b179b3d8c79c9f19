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
  static let mostEntries = 50_000
  static let mostBytes = 50_000_000

  /// The files: `sitemap.xml` and, for large sites, those that it names.
  static func files(
    _ entries: [Entry], url: String, mostEntries: Int = mostEntries, mostBytes: Int = mostBytes
  ) -> [(path: String, bytes: [UInt8])] {
    var parts: [[UInt8]] = []
    var (part, count) = ([UInt8](), 0)
    func whole(_ part: [UInt8]) -> [UInt8] {
      head("urlset", " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") + part + "</urlset>\n".utf8
    }
    for entry in entries {
      let line = line(of: entry, url: url)
      // The head and the end take some bytes too.
      if count == mostEntries || count > 0 && part.count + line.count + 500 > mostBytes {
        parts.append(whole(part))
        (part, count) = ([], 0)
      }
      part += line
      count += 1
    }
    parts.append(whole(part))
    guard parts.count > 1 else { return [("sitemap.xml", parts[0])] }
    var index = head("sitemapindex", "")
    for number in 1...parts.count {
      index += "<sitemap><loc>".utf8
      HTMLEscaping.append("\(url)sitemap-\(number).xml", to: &index)
      index += "</loc></sitemap>\n".utf8
    }
    index += "</sitemapindex>\n".utf8
    return [("sitemap.xml", index)]
      + parts.enumerated().map { ("sitemap-\($0 + 1).xml", $1) }
  }

  private static func line(of entry: Entry, url: String) -> [UInt8] {
    var output = Array("<url><loc>".utf8)
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
    return output
  }

  private static func head(_ element: String, _ more: String) -> [UInt8] {
    Array(
      ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<\(element) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"\(more)>\n").utf8)
  }
}
