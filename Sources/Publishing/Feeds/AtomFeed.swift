import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// The feed of the newest articles with their full text (Atom, RFC 4287).
struct AtomFeed {
  /// How many articles it holds.
  static let length = 20

  private var output: [UInt8] = []

  /// - Parameters:
  ///   - texts: the HTML of the articles of the feed (`Site.feedArticles`), in their order.
  ///   - url: where the site stands.
  static func make(_ site: Site, url: String, texts: [[UInt8]]) -> [UInt8] {
    var feed = AtomFeed()
    let language = site.mainLanguage
    feed.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    feed.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    feed.text(language)
    feed.raw("\">\n")
    feed.element(
      "title",
      DirectionMark.marked(site.name(in: language), Direction(language: language)))
    if let line = site.publication.description.text(in: language, orElse: site.languages) {
      feed.element("subtitle", DirectionMark.marked(line, Direction(language: language)))
    }
    feed.element("id", url)
    feed.link("self", url + "feed.xml", "application/atom+xml")
    feed.link("alternate", url, "text/html")
    let newest = site.feedArticles
    let works = newest.map { site.work($0) }
    let changes = works.compactMap(\.lastChange).filter { $0 <= site.today }
    feed.element("updated", timestamp(changes.max()))
    feed.element("generator", "Daf")
    for (index, place) in newest.enumerated() where index < texts.count {
      let entry = site.catalogue.articles[place]
      let interface = site.interface(site.interfaceLanguage(for: entry.frontMatter.language))
      feed.entry(entry, works[index], texts[index], interface, url: url)
    }
    feed.raw("</feed>\n")
    return feed.output
  }

  private mutating func entry(
    _ entry: ArticleEntry, _ work: Work, _ html: [UInt8], _ interface: Interface, url: String
  ) {
    let front = entry.frontMatter
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
    element("updated", Self.timestamp(work.lastChange))
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
    text("<div lang=\"\(front.language)\" dir=\"\(entry.direction.rawValue)\">")
    for (notice, heading) in work.notices.map({ ($0, interface("corrections")) }) {
      let heading = notice == work.retraction ? interface("retracted") : heading
      text("<p><strong>")
      text(
        String(decoding: ArticleRenderer.inline(heading, language: front.language), as: UTF8.self))
      text("</strong> (\(interface.date(notice.date))): ")
      text(
        String(
          decoding: ArticleRenderer.inline(notice.text, language: front.language), as: UTF8.self))
      text("</p>")
    }
    text(String(decoding: html, as: UTF8.self))
    text("</div>")
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
