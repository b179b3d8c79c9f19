import Manuscript
import Synchronization

/// What programs look for: feeds, the sitemap, the description of the search, robots.txt.
extension SiteWriter {
  /// What a feed says of news, for its key.
  private func known(of item: Feed.Item, _ text: (Feed.Item) -> [UInt8]) -> [UInt8] {
    guard case .news(let path) = item, let page = site.pages.first(where: { $0.path == path })
    else { return [] }
    let facts = [path, page.title, page.language, page.date?.iso8601 ?? "", page.summary ?? ""]
    return Array(facts.joined(separator: "\n").utf8) + text(item)
  }

  func writeFeeds(
    _ articles: [BuildRecord.Unit], _ frames: [PageFrame], _ keys: SiteKeys, _ contents: [UInt64],
    _ written: inout Written
  ) throws(FileFault) {
    var outcome = Outcome()
    if let url = site.publication.url {
      let feeds = site.feeds
      let texts = FeedTexts(writer: self, articles)
      let newsTexts = written.newsTexts
      @Sendable func news(_ item: Feed.Item) -> [UInt8] {
        if case .news(let path) = item { newsTexts[path] ?? [] } else { [] }
      }
      let made = Parallel.map(feeds.count, threads: plan.threads) { place in
        let feed = feeds[place]
        let key = keys.together(
          feed.articles, contents, of: feed.title, and: feed.items.map { known(of: $0, news) })
        return unit("feed \(feed.path)", key) { (outcome) throws(FileFault) in
          let entries = feed.items.compactMap { item in
            switch item {
            case .article(let index): site.feedEntry(item, url: url, text: texts[index])
            case .news: site.feedEntry(item, url: url, text: news(item))
            }
          }
          try put(AtomFeed.make(feed, entries, url: url), feed.atom, &outcome)
          try put(JSONFeed.make(feed, entries, url: url), feed.json, &outcome)
        }
      }
      for (feed, unit) in zip(feeds, made) { try written.add(unit, "feed \(feed.path)") }
      for file in Sitemap.files(site.sitemap(frames), url: url) {
        try put(file.bytes, file.path, &outcome)
      }
      for language in site.languages {
        try put(
          OpenSearchDescription.make(site, url: url, language: language),
          site.prefix(language) + "opensearch.xml", &outcome)
      }
    }
    try put(Robots.file(site), "robots.txt", &outcome)
    written.add(outcome)
  }
}

/// The articles' texts for feeds: those that were made with their pages now, and the others made when
/// a feed first asks for them.
private final class FeedTexts: Sendable {
  private let writer: SiteWriter
  private let texts: Mutex<[Int: [UInt8]]>

  init(writer: SiteWriter, _ articles: [BuildRecord.Unit]) {
    self.writer = writer
    var texts: [Int: [UInt8]] = [:]
    for (index, unit) in articles.enumerated() {
      if let text = unit.outcome.feedText { texts[index] = text }
    }
    self.texts = Mutex(texts)
  }

  subscript(index: Int) -> [UInt8] {
    if let text = texts.withLock({ $0[index] }) { return text }
    let text = writer.feedText(of: index)
    texts.withLock { $0[index] = text }
    return text
  }
}
