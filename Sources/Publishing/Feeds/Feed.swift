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
  var articles: [Int]

  var atom: String { path + ".xml" }
  var json: String { path + ".json" }

  /// How many articles a feed holds: that of the publication or of a language, and that of a keyword.
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
      articles: feedArticles)
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
      articles: Array(articles.prefix(length)))
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

  /// What a feed gives of an article: what was corrected in it or why it was retracted, and its text.
  func feedContent(_ index: Int, _ work: Work, text: [UInt8]) -> [UInt8] {
    let entry = catalogue.articles[index]
    let language = entry.frontMatter.language
    let interface = interface(interfaceLanguage(for: language))
    var html = Array("<div lang=\"\(language)\" dir=\"\(entry.direction.rawValue)\">".utf8)
    for notice in work.notices {
      html += "<p><strong>".utf8
      html += ArticleRenderer.inline(
        interface(notice == work.retraction ? "retracted" : "corrections"), language: language)
      html += "</strong> (\(interface.date(notice.date))): ".utf8
      html += ArticleRenderer.inline(notice.text, language: language)
      html += "</p>".utf8
    }
    return html + text + "</div>".utf8
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
