import Manuscript

/// Which articles the publication has, and how they stand together.
struct Catalogue: Sendable {
  /// Newest first.
  private(set) var articles: [ArticleEntry]
  private(set) var volumes: [ArticleGroup] = []
  private(set) var series: [ArticleGroup] = []
  /// Who wrote the articles.
  let people: People
  var authors: [ArticleGroup] { people.groups }
  private(set) var keywords: [ArticleGroup] = []
  private(set) var years: [ArticleGroup] = []
  private(set) var languages: [ArticleGroup] = []
  /// The places in `articles` by slug.
  let bySlug: [String: Int]
  /// For each article its place in `volumes`, and in `series`.
  private(set) var volumeOf: [Int?]
  private(set) var seriesOf: [Int?]
  /// For each article what stands before and after it.
  private(set) var neighbours: [(previous: Int?, next: Int?)]
  /// For each article the others that say the same in another language, by language.
  let translations: [[Int]]

  /// - Parameters:
  ///   - entries: every article that is to be published, no two with one slug.
  ///   - ownNames: the publication's names: an article of a container that is called so belongs to
  ///     the publication's own volumes.
  ///   - language: the publication's own; that of most articles where it is `nil`.
  init(_ entries: [ArticleEntry], ownNames: Set<String>, language: String? = nil) {
    let articles = entries.sorted(by: ArticleEntry.isNewer)
    self.articles = articles
    bySlug = Dictionary(
      articles.indices.map { (articles[$0].slug, $0) }, uniquingKeysWith: { first, _ in first })
    translations = Self.translations(articles, bySlug)
    volumeOf = Array(repeating: nil, count: articles.count)
    seriesOf = Array(repeating: nil, count: articles.count)
    neighbours = Array(repeating: (nil, nil), count: articles.count)

    let most = Dictionary(grouping: articles, by: \.frontMatter.language)
      .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    people = People(articles, language: language ?? most ?? "he")
    var volumes = Grouping()
    var series = Grouping()
    var keywords = Grouping()
    var years = Grouping()
    var languages = Grouping()
    for (index, article) in articles.enumerated() {
      let front = article.frontMatter
      if let citation = front.citation, let volume = citation.volume {
        let container = citation.containerTitle.flatMap { ownNames.contains($0) ? nil : $0 }
        let slug = Slug.make(of: [container, volume].compactMap { $0 }.joined(separator: " "))
        volumes.add(
          index, slug: slug, name: volume, language: front.language, container: container)
      }
      if let name = front.series {
        series.add(index, slug: Slug.make(of: name), name: name, language: front.language)
      }
      for keyword in front.keywords {
        keywords.add(index, slug: Slug.make(of: keyword), name: keyword, language: front.language)
      }
      if let date = front.date {
        years.add(
          index, slug: String(date.year), name: String(date.year), language: front.language)
      }
      languages.add(index, slug: front.language, name: front.language, language: front.language)
    }
    func inPrintOrder(_ left: Int, _ right: Int) -> Bool {
      ArticleEntry.isBeforeInPrint(articles[left], articles[right])
    }
    func bySize(_ left: ArticleGroup, _ right: ArticleGroup) -> Bool {
      left.articles.count != right.articles.count
        ? left.articles.count > right.articles.count : left.isBefore(right)
    }
    // The newest volume is that of the newest article; the groups keep the order of the articles.
    self.volumes = Self.newestFirst(volumes.groups, articles)
      .map { $0.sorted(by: inPrintOrder) }
    self.series = series.groups.map { $0.sorted(by: inPrintOrder) }
    self.keywords = keywords.groups.sorted(by: bySize)
    self.years = years.groups.sorted { $0.name > $1.name }
    self.languages = languages.groups.sorted(by: bySize)
    linkNeighbours()
  }

  /// The volumes of one container that appeared on the same day stand by their numbers.
  private static func newestFirst(
    _ groups: [ArticleGroup], _ articles: [ArticleEntry]
  ) -> [ArticleGroup] {
    groups.enumerated().map { place, group in
      (
        group: group, place: place, number: VolumeNumber.value(of: group.name),
        date: group.articles.first.flatMap { articles[$0].frontMatter.date }
      )
    }.sorted { left, right in
      guard left.date == right.date, left.group.container == right.group.container,
        let leftNumber = left.number, let rightNumber = right.number, leftNumber != rightNumber
      else { return left.place < right.place }
      return leftNumber > rightNumber
    }.map(\.group)
  }

  /// What stands before and after each article: in its volume or, without one, in its series, or
  /// among those that have neither, by date. Articles that translate one another stand in one place; a
  /// reader goes on in the language of what was read, where there is an article in it.
  private mutating func linkNeighbours() {
    func link(_ places: [Int]) {
      var sets: [[Int]] = []
      var setOf: [Int: Int] = [:]
      for index in places {
        if let place = translations[index].lazy.compactMap({ setOf[$0] }).first {
          sets[place].append(index)
          setOf[index] = place
        } else {
          setOf[index] = sets.count
          sets.append([index])
        }
      }
      func member(of set: [Int], for index: Int) -> Int? {
        let language = articles[index].frontMatter.language
        return set.first { articles[$0].frontMatter.language == language }
          ?? set.first { articles[$0].frontMatter.translationOf == nil } ?? set.first
      }
      for (before, after) in zip(sets, sets.dropFirst()) {
        for index in before { neighbours[index].next = member(of: after, for: index) }
        for index in after { neighbours[index].previous = member(of: before, for: index) }
      }
    }
    for (place, group) in volumes.enumerated() {
      link(group.articles)
      for index in group.articles { volumeOf[index] = place }
    }
    for (place, group) in series.enumerated() {
      link(group.articles.filter { volumeOf[$0] == nil })
      for index in group.articles { seriesOf[index] = place }
    }
    link(articles.indices.reversed().filter { volumeOf[$0] == nil && seriesOf[$0] == nil })
  }

  private static func translations(_ articles: [ArticleEntry], _ bySlug: [String: Int]) -> [[Int]] {
    // Articles that translate one another, however they are chained, make one set.
    var representative = Array(articles.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while representative[index] != index { index = representative[index] }
      return index
    }
    for (index, article) in articles.enumerated() {
      if let slug = article.frontMatter.translationOf, let original = bySlug[slug] {
        let (a, b) = (find(index), find(original))
        if a != b { representative[max(a, b)] = min(a, b) }
      }
    }
    var sets: [Int: [Int]] = [:]
    for index in articles.indices where articles[index].frontMatter.translationOf != nil {
      sets[find(index), default: []] = []
    }
    if sets.isEmpty { return Array(repeating: [], count: articles.count) }
    for index in articles.indices {
      let root = find(index)
      if sets[root] != nil { sets[root]?.append(index) }
    }
    return articles.indices.map { index in
      (sets[find(index)] ?? []).filter { $0 != index }
        .sorted { articles[$0].frontMatter.language < articles[$1].frontMatter.language }
    }
  }
}
