import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// A feed: of the publication, of what it has in a language, or of a keyword.
struct Feed: Sendable {
  /// Where it stands, from the site's root and without what tells its format: `feed`.
  var path: String
  var title: String
  /// The language of the title.
  var language: String
  var description: String?
  /// The path of the page that lists the same.
  var page: String
  /// Those that appeared or changed last come first.
  var items: [Item]

  /// What a feed holds: an article by its place in the catalogue, or news by the path of their page.
  enum Item: Sendable, Hashable {
    case article(Int)
    case news(String)
  }

  var articles: [Int] {
    items.compactMap { if case .article(let index) = $0 { index } else { nil } }
  }

  var atom: String { path + ".xml" }
  var json: String { path + ".json" }

  /// How many articles and news a feed holds: that of the publication or of a language, and that of a keyword.
  static let length = 20
  static let keywordLength = 10
  /// A keyword of one article has no feed.
  static let leastArticles = 2

  /// How a page leads to it.
  func value() -> TemplateValue {
    .object([
      "title": .text(title), "atom": .text(Slug.percentEncoded(atom)),
      "json": .text(Slug.percentEncoded(json)),
    ])
  }
}

extension Site {
  /// The feed of the whole publication; `nil` where the publication does not say where it stands.
  var feed: Feed? {
    guard publication.url != nil else { return nil }
    return Feed(
      path: "feed", title: name(in: mainLanguage), language: mainLanguage,
      description: publication.description.text(in: mainLanguage, orElse: languages), page: "",
      items: feedItems(feedArticles, news))
  }

  /// The feed of a language or a keyword; `nil` for all other groups.
  func feed(of group: ArticleGroup, kind: String) -> Feed? {
    guard publication.url != nil else { return nil }
    let folder: String
    let length: Int
    switch kind {
    case "language": (folder, length) = ("languages", Feed.length)
    case "keyword" where group.articles.count >= Feed.leastArticles:
      (folder, length) = ("keywords", Feed.keywordLength)
    default: return nil
    }
    let language = interfaceLanguage(for: kind == "language" ? group.name : group.language)
    let articles = group.articles.filter { changeRanks[$0] != nil }
      .sorted { (changeRanks[$0] ?? 0) < (changeRanks[$1] ?? 0) }
    let interface = interface(language)
    return Feed(
      path: "\(folder)/\(group.slug)/feed",
      title: name(in: language) + interface("separator") + title(of: group, kind: kind, interface),
      language: language, page: "\(folder)/\(group.slug)/",
      items: Array(
        feedItems(articles, kind == "language" ? news.filter { $0.language == group.name } : [])
          .prefix(length)))
  }

  /// Articles and news in the order of their last changes.
  ///
  /// - Parameter articles: in that order.
  private func feedItems(_ articles: [Int], _ news: [EditorsPage]) -> [Feed.Item] {
    let dated = articles.prefix(Feed.length).map { index in
      (date: catalogue.articles[index].lastChange(by: today), item: Feed.Item.article(index))
    }
    let told = news.filter { !$0.isDraft }.map { page in
      (date: page.date.flatMap { $0 <= today ? $0 : nil }, item: Feed.Item.news(page.path))
    }
    let all = (dated + told).enumerated().compactMap { place, entry in
      entry.date.map { (date: $0, place: place, item: entry.item) }
    }
    return all.sorted { $0.date != $1.date ? $0.date > $1.date : $0.place < $1.place }
      .prefix(Feed.length).map(\.item)
  }

  /// Every feed.
  var feeds: [Feed] {
    (feed.map { [$0] } ?? [])
      + catalogue.languages.compactMap { feed(of: $0, kind: "language") }
      + catalogue.keywords.compactMap { feed(of: $0, kind: "keyword") }
  }

  /// Whether the feeds of the publication and of languages have an article. Its text is kept for
  /// them; for a keyword it is made again, for so many texts would take much memory.
  func isInFeeds(_ index: Int) -> Bool {
    guard publication.url != nil, let rank = changeRanks[index] else { return false }
    return rank < Feed.length
  }

  /// What a feed tells of one of its items.
  ///
  /// - Parameters:
  ///   - url: where the site stands.
  ///   - text: the item's text as HTML.
  func feedEntry(_ item: Feed.Item, url: String, text: [UInt8]) -> FeedEntry? {
    switch item {
    case .article(let index):
      let entry = catalogue.articles[index]
      let front = entry.frontMatter
      let work = work(index)
      return FeedEntry(
        address: url + Slug.percentEncoded(entry.path), language: front.language,
        title: work.markedTitle, published: front.date, updated: entry.lastChange(by: today),
        authors: front.authors.map { ($0.name, ORCID.address($0.orcid)) },
        keywords: front.keywords, summary: front.abstract, image: front.image,
        content: feedContent(index, work, text: text))
    case .news(let path):
      guard let page = pages.first(where: { $0.path == path }) else { return nil }
      return FeedEntry(
        address: url + Slug.percentEncoded(path), language: page.language, title: page.title,
        published: page.date, updated: page.date, authors: [], keywords: [],
        summary: page.summary, image: nil, content: content(text, in: page.language))
    }
  }

  /// What a feed gives of an article: what was corrected in it or why it was retracted, and its text.
  private func feedContent(_ index: Int, _ work: Work, text: [UInt8]) -> [UInt8] {
    let language = catalogue.articles[index].frontMatter.language
    let interface = interface(interfaceLanguage(for: language))
    var html: [UInt8] = []
    for notice in work.notices {
      html += "<p><strong>".utf8
      html += ArticleRenderer.inline(
        interface(notice == work.retraction ? "retracted" : "corrections"), language: language)
      html += "</strong> (\(interface.date(notice.date))): ".utf8
      html += ArticleRenderer.inline(notice.text, language: language)
      html += "</p>".utf8
    }
    return content(html + text, in: language)
  }

  private func content(_ text: [UInt8], in language: String) -> [UInt8] {
    let direction = Direction(language: language).rawValue
    return Array("<div lang=\"\(language)\" dir=\"\(direction)\">".utf8) + text + "</div>".utf8
  }
}

/// What a feed tells of an article or of news.
struct FeedEntry {
  /// Absolute.
  var address: String
  var language: String
  var title: String
  var published: PartialDate?
  var updated: PartialDate?
  var authors: [(name: String, address: String?)]
  var keywords: [String]
  var summary: String?
  /// The name of a picture beside the page.
  var image: String?
  /// HTML.
  var content: [UInt8]

  /// A text with a mark where it begins in another direction than the entry's.
  func marked(_ text: String) -> String {
    DirectionMark.marked(text, Direction(language: language))
  }
}

extension ArticleEntry {
  /// The last day, up to a day, on which the article appeared, was updated, corrected or retracted;
  /// `nil` where it has not appeared by then.
  func lastChange(by today: PartialDate) -> PartialDate? {
    guard let date = frontMatter.date, date <= today else { return nil }
    let notices = frontMatter.corrections + (frontMatter.retracted.map { [$0] } ?? [])
    return ([date, frontMatter.updated] + notices.map(\.date)).compactMap { $0 }
      .filter { $0 <= today }.max()
  }
}
