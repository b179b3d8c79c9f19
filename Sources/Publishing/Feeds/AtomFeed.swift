import Exporting
import Manuscript
import Orthography
import Templating

/// A feed with the full text of its articles (Atom, RFC 4287).
struct AtomFeed {
  private var output: [UInt8] = []

  /// - Parameters:
  ///   - url: where the site stands.
  ///   - text: the HTML of an article.
  static func make(
    _ feed: Feed, of site: Site, url: String, text: (Int) -> [UInt8]
  ) -> [UInt8] {
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
    let changes = feed.articles.compactMap {
      site.catalogue.articles[$0].lastChange(by: site.today)
    }
    atom.element("updated", timestamp(changes.max()))
    atom.element("generator", "Daf")
    for index in feed.articles { atom.entry(index, of: site, text(index), url: url) }
    atom.raw("</feed>\n")
    return atom.output
  }

  private mutating func entry(_ index: Int, of site: Site, _ html: [UInt8], url: String) {
    let entry = site.catalogue.articles[index]
    let front = entry.frontMatter
    let work = site.work(index)
    let address = url + Slug.percentEncoded(entry.path)
    raw("<entry xml:lang=\"")
    text(front.language)
    raw("\" xml:base=\"")
    text(address)
    raw("\">\n")
    element("title", DirectionMark.marked(work.markedTitle, entry.direction))
    element("id", address)
    link("alternate", address, "text/html")
    element("published", Self.timestamp(front.date))
    element("updated", Self.timestamp(entry.lastChange(by: site.today)))
    for author in front.authors {
      raw("<author>")
      element("name", DirectionMark.marked(author.name, entry.direction))
      raw("</author>\n")
    }
    if front.authors.isEmpty {
      raw("<author><name/></author>\n")
    }
    for keyword in front.keywords {
      raw("<category term=\"")
      text(keyword)
      raw("\"/>\n")
    }
    if let abstract = front.abstract {
      element("summary", DirectionMark.marked(abstract, entry.direction))
    }
    raw("<content type=\"html\">")
    text(String(decoding: site.feedContent(index, work, text: html), as: UTF8.self))
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
