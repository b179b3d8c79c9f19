import Manuscript
import Synchronization

/// What programs look for: feeds, the sitemap, the description of the search, robots.txt.
extension SiteWriter {
  func writeFeeds(
    _ articles: [BuildRecord.Unit], _ frames: [PageFrame], _ keys: SiteKeys, _ contents: [UInt64],
    _ written: inout Written
  ) throws(FileFault) {
    var outcome = Outcome()
    if let url = site.publication.url {
      let feeds = site.feeds
      let texts = FeedTexts(writer: self, articles)
      let made = Parallel.map(feeds.count, threads: plan.threads) { place in
        let feed = feeds[place]
        let key = keys.together(feed.articles, contents, of: feed.title)
        return unit("feed \(feed.path)", key) { (outcome) throws(FileFault) in
          try put(
            AtomFeed.make(feed, of: site, url: url, text: { texts[$0] }), feed.atom, &outcome)
          try put(
            JSONFeed.make(feed, of: site, url: url, text: { texts[$0] }), feed.json, &outcome)
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
