import Exporting
import Manuscript
import Orthography

/// A feed in the form of JSON Feed 1.1 (jsonfeed.org): the same articles with the same text as the
/// Atom feed beside it.
enum JSONFeed {
  /// - Parameters:
  ///   - url: where the site stands.
  ///   - text: the HTML of an article.
  static func make(
    _ feed: Feed, of site: Site, url: String, text: (Int) -> [UInt8]
  ) -> [UInt8] {
    JSON.object([
      ("version", .string("https://jsonfeed.org/version/1.1")),
      ("title", .string(DirectionMark.marked(feed.title, Direction(language: feed.language)))),
      ("description", feed.description.map { .string($0) }),
      ("home_page_url", .string(url + Slug.percentEncoded(feed.page))),
      ("feed_url", .string(url + Slug.percentEncoded(feed.json))),
      ("language", .string(feed.language)),
      ("items", .array(feed.articles.map { item($0, of: site, url: url, text($0)) })),
    ]).bytes + [0x0A]
  }

  private static func item(
    _ index: Int, of site: Site, url: String, _ text: [UInt8]
  ) -> JSON {
    let entry = site.catalogue.articles[index]
    let front = entry.frontMatter
    let work = site.work(index)
    let address = url + Slug.percentEncoded(entry.path)
    func marked(_ text: String) -> JSON { .string(DirectionMark.marked(text, entry.direction)) }
    return .object([
      ("id", .string(address)), ("url", .string(address)),
      ("title", marked(work.markedTitle)),
      (
        "content_html",
        .string(String(decoding: site.feedContent(index, work, text: text), as: UTF8.self))
      ),
      ("summary", front.abstract.map(marked)),
      ("image", front.image.map { .string(address + Slug.percentEncoded($0)) }),
      ("date_published", .string(AtomFeed.timestamp(front.date))),
      ("date_modified", .string(AtomFeed.timestamp(entry.lastChange(by: site.today)))),
      ("language", .string(front.language)),
      (
        "authors",
        front.authors.isEmpty
          ? nil
          : .array(
            front.authors.map { author in
              .object([
                ("name", .string(author.name)),
                ("url", ORCID.address(author.orcid).map { .string($0) }),
              ])
            })
      ),
      ("tags", front.keywords.isEmpty ? nil : .array(front.keywords.map { .string($0) })),
    ])
  }
}
