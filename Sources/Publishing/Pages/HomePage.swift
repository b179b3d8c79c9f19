import Exporting
import Templating

/// The front page.
extension Site {
  /// How many articles stand as cards below the first one, and how many in the list below these.
  private static let (cards, listed) = (3, 6)
  /// How many articles of the newest volume.
  private static let contentsLength = 8

  func homeTask(_ language: String) -> PageTask {
    let interface = interface(language)
    var frame = PageFrame(
      path: prefix(language), template: "home", kind: "home", language: language,
      title: name(in: language))
    frame.description = publication.description.text(in: language, orElse: languages)
    frame.alternates = alternates("")
    frame.structuredData = StructuredData.of(periodical(in: language))
    let newest = leading(in: language)
    let volume = catalogue.volumes.first
    let groups =
      catalogue.languages + catalogue.volumes.prefix(13) + catalogue.series.prefix(12)
      + catalogue.keywords.prefix(40)
    let shown = newest + (volume?.articles.prefix(Self.contentsLength) ?? [])
    let news = newsOnHome(language)
    return PageTask(frame: frame, articles: shown, groups: Array(groups), facts: news) {
      let cards = newest.dropFirst().prefix(Self.cards)
      let more = newest.dropFirst(1 + Self.cards).prefix(Self.listed)
      let content: [String: TemplateValue] = [
        "hero": .text(
          orNone: publication.theme.hero.text(in: language, orElse: languages)
            ?? publication.description.text(in: language, orElse: languages)),
        "hasArticles": .flag(!newest.isEmpty),
        "lead": newest.first.map { card($0, in: interface) } ?? .none,
        "hasCards": .flag(!cards.isEmpty),
        "cards": .list(cards.map { card($0, in: interface) }),
        "hasMore": .flag(!more.isEmpty),
        "more": .list(more.map { card($0, in: interface) }),
        "current": volume.map { contents(of: $0, in: interface) } ?? .none,
        "hasArticleLanguages": .flag(catalogue.languages.count > 1),
        "articleLanguages": .list(catalogue.languages.map { term($0, "language", interface) }),
        "hasVolumes": .flag(catalogue.volumes.count > 1),
        "volumes": .list(
          catalogue.volumes.dropFirst().prefix(12).map { term($0, "volume", interface) }),
        "hasSeries": .flag(!catalogue.series.isEmpty),
        "series": .list(catalogue.series.prefix(12).map { term($0, "series", interface) }),
        "hasKeywords": .flag(!catalogue.keywords.isEmpty),
        "keywords": .list(catalogue.keywords.prefix(40).map { term($0, "keyword", interface) }),
      ]
      return content.merging(news) { $1 }
    }
  }

  /// The newest articles: of one that stands in several languages that in the page's own, else the
  /// newest.
  private func leading(in language: String) -> [Int] {
    var shown: Set<Int> = []
    var leading: [Int] = []
    for index in catalogue.articles.indices {
      let same = [index] + catalogue.translations[index]
      guard shown.isDisjoint(with: same) else { continue }
      let own = same.first { catalogue.articles[$0].frontMatter.language == language }
      leading.append(own ?? index)
      shown.formUnion(same)
      if leading.count == 1 + Self.cards + Self.listed { break }
    }
    // The first to be read is one that readers of this page can read, and that says what it is about.
    let readable = leading.indices.filter {
      catalogue.articles[leading[$0]].frontMatter.language == language
    }
    if let first = readable.first(where: { catalogue.articles[leading[$0]].summary != nil })
      ?? readable.first
    {
      leading.insert(leading.remove(at: first), at: 0)
    }
    return leading
  }

  /// A volume with its contents, as the front page shows the newest.
  private func contents(of group: ArticleGroup, in interface: Interface) -> TemplateValue {
    let all = oneOfEach(group.articles, in: interface.language)
    let shown = all.prefix(Self.contentsLength)
    return .object([
      "volume": term(group, "volume", interface),
      "articles": .list(shown.map { card($0, in: interface) }),
      "isCut": .flag(all.count > shown.count),
    ])
  }
}
