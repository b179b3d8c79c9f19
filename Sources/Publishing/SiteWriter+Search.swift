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
      try makeSearchIndex(articles, search, &outcome)
    }
    try written.add(unit, "search")
    cache?.keepOnly(articles.compactMap(\.outcome.keptName))
  }

  /// The segment of an article: made by this build, kept by one before, or else made now.
  private func segment(
    _ index: Int, _ unit: BuildRecord.Unit, _ search: GatheredSearch
  ) throws(FileFault) -> SearchSegment {
    if let segment = search.segment(index) { return segment }
    if let name = unit.outcome.keptName, let segment = cache?.segment(named: name) {
      return segment
    }
    let entry = site.catalogue.articles[index]
    let source = try Files.read("\(folder(of: entry))/article.md")
    let article = ManuscriptReader.read(source, file: entry.file).article
    return SearchSegment(
      SearchableArticle(article, slug: entry.slug, url: Slug.percentEncoded(entry.path)))
  }

  private func makeSearchIndex(
    _ articles: [BuildRecord.Unit], _ search: GatheredSearch, _ outcome: inout Outcome
  ) throws(FileFault) {
    let entries = site.catalogue.articles
    let published = articles.indices.filter { !entries[$0].frontMatter.isDraft }
    func read(_ place: Int) throws(FileFault) -> SearchSegment {
      try segment(published[place], articles[published[place]], search)
    }
    let merge = try SegmentMerge(published.map { entries[$0].slug }, read: read)
    let readings = plan.dictionary.map { ask($0, of: merge.wordsForDictionary) } ?? .none
    outcome.searchDictionary = readings.source
    var paths: Set<String> = []
    try merge.write(readings: readings, read: read) { (file) throws(FileFault) in
      if paths.insert(file.path).inserted { try put(file.bytes, file.path, &outcome) }
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

/// The segments that no cache keeps, on their way into the search index, from any thread.
final class GatheredSearch: Sendable {
  private let segments = Mutex<[Int: SearchSegment]>([:])

  /// - Parameter index: the article's place in the catalogue.
  func add(_ segment: SearchSegment, _ index: Int) { segments.withLock { $0[index] = segment } }

  func segment(_ index: Int) -> SearchSegment? { segments.withLock { $0[index] } }
}
