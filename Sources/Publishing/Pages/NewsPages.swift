import Manuscript
import Orthography
import Rendering
import Templating

/// The publication's news: pages with a date, newest first.
extension Site {
  /// How many the front page shows.
  private static let newsOnHomeLength = 3

  var hasNews: Bool { pages.contains(where: \.isNews) }

  /// All of them, those without a date last.
  var news: [EditorsPage] {
    func order(_ page: EditorsPage) -> (String, Int, String) {
      (page.name, languages.firstIndex(of: page.language) ?? languages.count, page.path)
    }
    return pages.filter(\.isNews).sorted { left, right in
      guard left.date != right.date else { return order(left) < order(right) }
      guard let leftDate = left.date, let rightDate = right.date else { return left.date != nil }
      return leftDate > rightDate
    }
  }

  /// Where the list in a language stands, with the pages of its news below it.
  func newsPath(_ language: String) -> String {
    prefix(language) + EditorsPage.newsFolder + "/"
  }

  /// What a page in a language lists: of news in several languages the one in its own, else in the
  /// publication's, else the first.
  private func news(in language: String) -> [EditorsPage] {
    var passed: Set<String> = []
    let news = news
    return news.compactMap { page in
      guard passed.insert(page.name).inserted else { return nil }
      let same = news.filter { $0.name == page.name }
      return same.first { $0.language == language }
        ?? same.first { $0.language == mainLanguage } ?? page
    }
  }

  /// What the front page says of them.
  func newsOnHome(_ language: String) -> [String: TemplateValue] {
    let interface = interface(language)
    let newest = news(in: language).prefix(Self.newsOnHomeLength)
    return [
      "hasNews": .flag(!newest.isEmpty),
      "news": .list(newest.map { card($0, in: interface) }),
      "newsPage": .text(newsPath(language)),
    ]
  }

  /// The list in a language, cut into pages; none where there are no news.
  func newsTasks(_ language: String) -> [PageTask] {
    let all = news(in: language)
    guard !all.isEmpty else { return [] }
    let interface = interface(language)
    let base = newsPath(language)
    let paging = ListPaging(
      total: all.count, size: publication.articlesPerPage, first: base, base: base + "all/")
    let feed = catalogue.languages.first { $0.name == language }
      .flatMap { self.feed(of: $0, kind: "language") }
    return (0..<paging.count).map { page in
      var frame = PageFrame(
        path: paging.address(page), template: "list", kind: "news", language: language,
        title: interface("news"))
      frame.breadcrumbs = [home(crumb: language)]
      frame.feed = feed ?? self.feed
      if page == 0 {
        frame.alternates = alternates(EditorsPage.newsFolder + "/")
      } else {
        frame.title += interface("separator") + paging.place(page, interface)
      }
      let list: [String: TemplateValue] = [
        "title": .text(frame.title),
        "person": .none,
        "feed": .text(orNone: frame.feed.map { Slug.percentEncoded($0.atom) }),
        "count": .text(interface.count("newsCounted", all.count)),
        "groups": .list(byYear(Array(all[paging.shown(page)]), interface)),
      ].merging(paging.content(page, interface)) { $1 }
      return PageTask(frame: frame, total: all.count, facts: list) { ["list": .object(list)] }
    }
  }

  private func byYear(_ news: [EditorsPage], _ interface: Interface) -> [TemplateValue] {
    var parts: [(year: Int?, pages: [EditorsPage])] = []
    for page in news {
      if parts.last?.year == page.date?.year, !parts.isEmpty {
        parts[parts.count - 1].pages.append(page)
      } else {
        parts.append((page.date?.year, [page]))
      }
    }
    return parts.map { part in
      .object([
        "title": .text(
          part.year.map { interface.inDigits(String($0)) } ?? interface("undated")),
        "url": .none,
        "articles": .list(part.pages.map { card($0, in: interface) }),
      ])
    }
  }

  /// News as a list shows them, with what a list wants of an article.
  private func card(_ page: EditorsPage, in interface: Interface) -> TemplateValue {
    let direction = Direction(language: page.language).rawValue
    return .object([
      "url": .text(Slug.percentEncoded(page.path)),
      "title": .markup(ArticleRenderer.inline(page.title, language: page.language)),
      "subtitle": .none,
      "language": .text(page.language),
      "direction": .text(direction),
      "languageName": page.language == interface.language
        ? .none : .text(languageName(page.language, in: interface)),
      "hasAuthors": .flag(false),
      "authors": .list([]),
      "hasMoreAuthors": .flag(false),
      "separator": .text(interface("separator")),
      "date": date(page.date, in: interface),
      "volume": .none,
      "pages": .none,
      "description": .text(orNone: page.summary),
      "descriptionLanguage": .text(page.language),
      "descriptionDirection": .text(direction),
      "isDraft": .flag(page.isDraft),
      "isDoubtful": .flag(false),
      "isRetracted": .flag(false),
    ])
  }
}
