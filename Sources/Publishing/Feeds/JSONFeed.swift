import Exporting
import Manuscript
import Orthography

/// A feed in the form of JSON Feed 1.1 (jsonfeed.org): the same articles with the same text as the
/// Atom feed beside it.
enum JSONFeed {
  /// - Parameters:
  ///   - entries: what the feed holds.
  ///   - url: where the site stands.
  static func make(_ feed: Feed, _ entries: [FeedEntry], url: String) -> [UInt8] {
    JSON.object([
      ("version", .string("https://jsonfeed.org/version/1.1")),
      ("title", .string(DirectionMark.marked(feed.title, Direction(language: feed.language)))),
      ("description", feed.description.map { .string($0) }),
      ("home_page_url", .string(url + Slug.percentEncoded(feed.page))),
      ("feed_url", .string(url + Slug.percentEncoded(feed.json))),
      ("language", .string(feed.language)),
      ("items", .array(entries.map(item))),
    ]).bytes + [0x0A]
  }

  private static func item(_ entry: FeedEntry) -> JSON {
    .object([
      ("id", .string(entry.address)), ("url", .string(entry.address)),
      ("title", .string(entry.marked(entry.title))),
      ("content_html", .string(String(decoding: entry.content, as: UTF8.self))),
      ("summary", entry.summary.map { .string(entry.marked($0)) }),
      ("image", entry.image.map { .string(entry.address + Slug.percentEncoded($0)) }),
      ("date_published", .string(AtomFeed.timestamp(entry.published))),
      ("date_modified", .string(AtomFeed.timestamp(entry.updated))),
      ("language", .string(entry.language)),
      (
        "authors",
        entry.authors.isEmpty
          ? nil
          : .array(
            entry.authors.map { author in
              .object([
                ("name", .string(author.name)), ("url", author.address.map { .string($0) }),
              ])
            })
      ),
      ("tags", entry.keywords.isEmpty ? nil : .array(entry.keywords.map { .string($0) })),
    ])
  }
}
