import Glibc
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
    let news = try newsSegments()
    for segment in news { key.add(segment.bytes) }
    let unit = unit("search", key.value) { (outcome) throws(FileFault) in
      try makeSearchIndex(articles, news, search, &outcome)
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
    guard let source = source(of: index) else { throw FileFault(entry.file, EIO) }
    let article = ManuscriptReader.read(source, file: entry.file).article
    return SearchSegment(
      SearchableArticle(article, slug: entry.slug, url: Slug.percentEncoded(entry.path)))
  }

  /// The segments of news, which stand in the index beside the articles'.
  private func newsSegments() throws(FileFault) -> [SearchSegment] {
    var segments: [SearchSegment] = []
    for page in site.news where !page.isDraft {
      let source = try Files.read("\(folders.folder)/pages/\(page.file)")
      let article = ManuscriptReader.read(source, file: page.source).article
      segments.append(
        SearchSegment(
          SearchableArticle(
            article, slug: String(page.path.dropLast()), url: Slug.percentEncoded(page.path))))
    }
    return segments
  }

  private func makeSearchIndex(
    _ articles: [BuildRecord.Unit], _ news: [SearchSegment], _ search: GatheredSearch,
    _ outcome: inout Outcome
  ) throws(FileFault) {
    let entries = site.catalogue.articles
    let published = articles.indices.filter { !entries[$0].frontMatter.isDraft }
    func read(_ place: Int) throws(FileFault) -> SearchSegment {
      // Merging takes long in a large publication; an editor's save does not wait for it.
      if plan.shouldStop() { throw FileFault(IndexFile.folder, ECANCELED) }
      if place >= published.count { return news[place - published.count] }
      return try segment(published[place], articles[published[place]], search)
    }
    for segment in news {
      for file in segment.files { try put(file.bytes, file.path, &outcome) }
    }
    let merge = try SegmentMerge(
      published.map { entries[$0].slug } + news.map(\.slug), read: read)
    let (families, failure) = families(of: merge)
    outcome.searchDictionary = families.source
    if let failure {
      outcome.findings.append(
        Finding(.programFailed, .error, file: plan.dictionary ?? "", facts: ["reason": failure]))
    }
    var paths: Set<String> = []
    try merge.write(families, read: read) { (file) throws(FileFault) in
      if paths.insert(file.path).inserted { try put(file.bytes, file.path, &outcome) }
    }
    let old = try? SearchIndexFiles.paths { path in try Files.read("\(output.path)/\(path)") }
    for path in old ?? [] { _ = output.keep(path, nil) }
  }

  /// The families of the publication's words: those of the build before where the words and the
  /// dictionary are the same; and why a dictionary that is there did not answer.
  private func families(of merge: SegmentMerge) -> (IndexedFamilies, failure: String?) {
    guard let cache else {
      let readings = plan.dictionary.map { plan.readings(merge.wordsForDictionary, $0) } ?? .none
      return (merge.families(readings: readings), readings.failure)
    }
    var dictionary: HspellProgram.Identity?
    switch plan.dictionary.map({ HspellProgram.identity($0) }) {
    case .success(let identity): dictionary = identity
    case .failure(let silence):
      if let reason = silence.reason { return (merge.families(readings: .none), reason) }
    case nil: break
    }
    let identity = dictionary?.text ?? ""
    if let kept = merge.families(kept: cache.families, dictionary: identity) { return (kept, nil) }
    let readings =
      dictionary.map {
        cache.readings(of: merge.wordsForDictionary, from: $0, ask: plan.readings)
      } ?? .none
    let families = merge.families(readings: readings)
    // A dictionary that did not answer may answer the next time.
    if families.source == dictionary?.version {
      cache.keep(families: merge.kept(families, dictionary: identity))
    }
    return (families, readings.failure)
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
