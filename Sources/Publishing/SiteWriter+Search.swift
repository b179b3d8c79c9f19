import Manuscript
import Search
import Synchronization

extension SiteWriter {
  /// The search index. The old site's index stays beside the new one, so that a page that was opened
  /// before goes on finding.
  func writeSearchIndex(
    _ articles: [BuildRecord.Unit], _ search: GatheredSearch, _ written: inout Written
  ) throws(FileFault) {
    guard plan.makesSearchIndex else { return keepSearchIndex(&written) }
    var key = BuildKey()
    for (index, unit) in articles.enumerated() {
      let front = site.catalogue.articles[index].frontMatter
      if front.isDraft { continue }
      if let name = unit.outcome.keptName { key.add(name) } else { key.add(unit.contentKey) }
      key.add(site.catalogue.articles[index].path)
      // The filters know keywords, which the article's own file in the index lacks.
      for keyword in front.keywords + front.translations.flatMap(\.keywords) { key.add(keyword) }
    }
    let unit = unit("search", key.value) { (outcome) throws(FileFault) in
      for index in articles.indices where !search.has(index) {
        try addKept(index, articles[index], search)
      }
      try makeSearchIndex(search.builder, &outcome)
    }
    try written.add(unit, "search")
    cache?.keepOnly(articles.compactMap(\.outcome.keptName))
  }

  /// Takes an article's words that were worked out by a build before.
  private func addKept(
    _ index: Int, _ unit: BuildRecord.Unit, _ search: GatheredSearch
  ) throws(FileFault) {
    let entry = site.catalogue.articles[index]
    let front = entry.frontMatter
    if front.isDraft { return }
    if let name = unit.outcome.keptName, let analysed = cache?.analysed(named: name) {
      return search.add(analysed, number: index)
    }
    let source = try Files.read("\(folder(of: entry))/article.md")
    let article = ManuscriptReader.read(source, file: entry.file).article
    let searchable = SearchableArticle(
      article, slug: entry.slug, url: Slug.percentEncoded(entry.path))
    search.add(AnalysedArticle(searchable), number: index)
  }

  private func makeSearchIndex(
    _ builder: SearchIndexBuilder, _ outcome: inout Outcome
  ) throws(FileFault) {
    let readings = plan.dictionary.map { ask($0, of: builder.wordsForDictionary) } ?? .none
    outcome.searchDictionary = readings.source
    var paths: Set<String> = []
    for file in builder.files(readings: readings) where paths.insert(file.path).inserted {
      try put(file.bytes, file.path, &outcome)
    }
    let old = try? SearchIndexFiles.paths { path in try Files.read("\(output.path)/\(path)") }
    for path in old ?? [] { _ = output.keep(path, nil) }
  }

  private func ask(_ dictionary: String, of words: [String: String]) -> WordReadings {
    guard let cache else { return plan.readings(words, dictionary) }
    return cache.readings(of: words, from: dictionary, ask: plan.readings)
  }

  private func keepSearchIndex(_ written: inout Written) {
    let files = (try? Files.tree("\(output.path)/\(IndexFile.folder)")) ?? []
    for path in files.map({ "\(IndexFile.folder)/\($0)" }) where !output.has(path) {
      if output.keep(path, nil) { written.paths.append(path) }
    }
  }
}

/// The articles' words on their way into the search index, from any thread.
final class GatheredSearch: Sendable {
  private let state = Mutex<(builder: SearchIndexBuilder, numbers: Set<Int>)>(
    (SearchIndexBuilder(), []))

  func add(_ article: AnalysedArticle, number: Int) {
    state.withLock { state in
      state.builder.add(article, number: number)
      state.numbers.insert(number)
    }
  }

  func has(_ number: Int) -> Bool { state.withLock { $0.numbers.contains(number) } }

  var builder: SearchIndexBuilder { state.withLock { $0.builder } }
}
