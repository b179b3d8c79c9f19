/// Articles that have something in common: a volume, a series, an author, a keyword, a year, a
/// language.
struct ArticleGroup: Sendable, Equatable {
  var slug: String
  /// As it is written in the first article that has it.
  var name: String
  /// The language of that article.
  var language: String
  /// For a volume: where it appeared, if that is not the publication itself.
  var container: String?
  /// Places in the catalogue's articles.
  var articles: [Int]

  func sorted(by areInOrder: (Int, Int) -> Bool) -> ArticleGroup {
    var group = self
    group.articles.sort(by: areInOrder)
    return group
  }

  /// By name in code point order, which for Hebrew, for Arabic and for English is near enough to
  /// that of their dictionaries.
  func isBefore(_ other: ArticleGroup) -> Bool {
    (name.lowercased(), slug) < (other.name.lowercased(), other.slug)
  }
}

/// Groups in the making, in the order in which they are met.
struct Grouping {
  private(set) var groups: [ArticleGroup] = []
  private var places: [String: Int] = [:]

  mutating func add(
    _ article: Int, slug: String, name: String, language: String, container: String? = nil
  ) {
    if let place = places[slug] {
      if groups[place].articles.last != article { groups[place].articles.append(article) }
    } else {
      places[slug] = groups.count
      groups.append(
        ArticleGroup(
          slug: slug, name: name, language: language, container: container, articles: [article]))
    }
  }
}
