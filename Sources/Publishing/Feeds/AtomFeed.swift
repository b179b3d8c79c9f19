import Exporting
import Manuscript
import Orthography
import Templating

/// A feed with the full text of its articles (Atom, RFC 4287).
struct AtomFeed {
  private var output: [UInt8] = []

  /// - Parameters:
  ///   - entries: what the feed holds.
  ///   - url: where the site stands.
  static func make(_ feed: Feed, _ entries: [FeedEntry], url: String) -> [UInt8] {
    var atom = AtomFeed()
    let direction = Direction(language: feed.language)
    atom.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    atom.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    atom.text(feed.language)
    atom.raw("\">\n")
    atom.element("title", DirectionMark.marked(feed.title, direction))
    if let line = feed.description {
      atom.element("subtitle", DirectionMark.marked(line, direction))
    }
    atom.element("id", url + (feed.page.isEmpty ? "" : Slug.percentEncoded(feed.atom)))
    atom.link("self", url + Slug.percentEncoded(feed.atom), "application/atom+xml")
    atom.link("alternate", url + Slug.percentEncoded(feed.page), "text/html")
    atom.element("updated", timestamp(entries.compactMap(\.updated).max()))
    atom.element("generator", "Daf")
    for entry in entries { atom.add(entry) }
    atom.raw("</feed>\n")
    return atom.output
  }

  private mutating func add(_ entry: FeedEntry) {
    raw("<entry xml:lang=\"")
    text(entry.language)
    raw("\" xml:base=\"")
    text(entry.address)
    raw("\">\n")
    element("title", entry.marked(entry.title))
    element("id", entry.address)
    link("alternate", entry.address, "text/html")
    element("published", Self.timestamp(entry.published))
    element("updated", Self.timestamp(entry.updated))
    for author in entry.authors {
      raw("<author>")
      element("name", entry.marked(author.name))
      raw("</author>\n")
    }
    if entry.authors.isEmpty {
      raw("<author><name/></author>\n")
    }
    for keyword in entry.keywords {
      raw("<category term=\"")
      text(keyword)
      raw("\"/>\n")
    }
    if let summary = entry.summary { element("summary", entry.marked(summary)) }
    raw("<content type=\"html\">")
    text(String(decoding: entry.content, as: UTF8.self))
    raw("</content>\n</entry>\n")
  }

  /// The first moment of a date (RFC 3339).
  static func timestamp(_ date: PartialDate?) -> String {
    guard let date else { return "1970-01-01T00:00:00Z" }
    let full = PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    return full.iso8601 + "T00:00:00Z"
  }

  private mutating func raw(_ markup: String) { output += markup.utf8 }
  private mutating func text(_ text: String) {
    HTMLEscaping.append(XMLCharacters.allowed(of: text), to: &output)
  }

  private mutating func element(_ name: String, _ content: String) {
    raw("<\(name)>")
    text(content)
    raw("</\(name)>\n")
  }

  private mutating func link(_ relation: String, _ address: String, _ type: String) {
    raw("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
    text(address)
    raw("\"/>\n")
  }
}
