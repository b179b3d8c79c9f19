@testable import Search

extension SearchIndexBuilder {
  /// A builder that has taken articles in, in their order.
  init(articles: [AnalysedArticle]) {
    self.init()
    for (number, article) in articles.enumerated() { add(article, number: number) }
  }
}

/// Every file of an index, the articles' own among them.
func indexFiles(_ articles: [AnalysedArticle], readings: WordReadings = .none) -> [IndexFile] {
  SearchIndexBuilder(articles: articles).files(readings: readings) + articles.map(\.file)
}
