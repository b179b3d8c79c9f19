import Checking
import Citations
import Manuscript
import Rendering
import Search
import Synchronization
import Templating

/// Writes every file of a site into its folder.
struct SiteWriter: Sendable {
  let site: Site
  let output: any SiteSink
  let folders: ArticleFolders
  let plan: SiteBuilder.Plan

  private var cache: BuildCache? { plan.cache.map { BuildCache(folder: $0) } }

  /// What came of it.
  struct Written {
    var findings: [Finding] = []
    var paths: [String] = []
    var changedPaths: [String] = []
    var unknownKeys: Set<TemplateFault> = []
    /// The dictionary that the search index was made with, if one is installed.
    var searchDictionary: String?
    /// How much the check would tell of the articles, by weight.
    var checks: [Finding.Severity: Int] = [:]
    /// Whether the plan's maker wanted no more.
    var isStopped = false
    /// How many articles were analysed for the search index, and not taken from the cache.
    var analysedArticles = 0

    mutating func add(_ outcome: Outcome) {
      isStopped = isStopped || outcome.isStopped
      findings += outcome.findings
      paths += outcome.paths
      changedPaths += outcome.changedPaths
      unknownKeys.formUnion(outcome.unknownKeys)
      analysedArticles += outcome.isNewlyAnalysed ? 1 : 0
      checks.merge(outcome.checks, uniquingKeysWith: +)
    }

    /// What templates asked for and nothing has.
    func templateFindings(_ site: Site) -> [Finding] {
      unknownKeys
        .sorted { ($0.template, $0.line, $0.key) < ($1.template, $1.line, $1.key) }
        .map { $0.finding(file: site.library.file(of: $0.template)) }
    }
  }

  /// What came of one page or article.
  struct Outcome: Sendable {
    var findings: [Finding] = []
    /// The files that were written, by their paths in the site.
    var paths: [String] = []
    /// Those that are new or other than before.
    var changedPaths: [String] = []
    var unknownKeys: Set<TemplateFault> = []
    /// How much the check would tell of an article, by weight.
    var checks: [Finding.Severity: Int] = [:]
    /// The text for the feed, of the newest articles.
    var feedText: [UInt8] = []
    /// The name by which the cache keeps an article's words for the search index.
    var keptName: String?
    /// Whether they were worked out now and not taken from the cache.
    var isNewlyAnalysed = false
    var fault: FileFault?
    var isStopped = false
  }

  func write() throws(FileFault) -> Written {
    var written = Written()
    try writeAssets(&written)
    let search = plan.makesSearchIndex ? GatheredSearch() : nil
    let articles = Parallel.map(site.catalogue.articles.count, threads: plan.threads) { index in
      article(index, search)
    }
    let tasks = site.listTasks()
    let lists = Parallel.map(tasks.count, threads: plan.threads) { index in
      outcome { (outcome) throws(FileFault) in
        try write(tasks[index].frame, tasks[index].content(), &outcome)
      }
    }
    let editors = site.pages.map { page in
      outcome { (outcome) throws(FileFault) in try writeEditorsPage(page, &outcome) }
    }
    for outcome in articles + lists + editors {
      if let fault = outcome.fault { throw fault }
      written.add(outcome)
    }
    if written.isStopped { return written }
    if let search {
      cache?.keepOnly(articles.compactMap(\.keptName))
      try writeSearchIndex(search.builder, &written)
    } else {
      keepSearchIndex(&written)
    }
    try writeRedirects(&written)
    try writeFeeds(articles.map(\.feedText), tasks.map(\.frame), &written)
    written.findings += written.templateFindings(site)
    return written
  }

  /// Writes an article's page, its pictures and downloads.
  ///
  /// - Parameter search: where the article's words go; `nil` where no search index is made.
  func article(_ index: Int, _ search: GatheredSearch?) -> Outcome {
    outcome { (outcome) throws(FileFault) in try writeArticle(index, search, &outcome) }
  }

  private func outcome(
    _ work: (inout Outcome) throws(FileFault) -> Void
  ) -> Outcome {
    var outcome = Outcome()
    if plan.shouldStop() {
      outcome.isStopped = true
      return outcome
    }
    do throws(FileFault) { try work(&outcome) } catch { outcome.fault = error }
    return outcome
  }

  // MARK: - Pages

  private func write(
    _ frame: PageFrame, _ content: [String: TemplateValue], _ outcome: inout Outcome
  ) throws(FileFault) {
    do {
      let page = try frame.render(site, content)
      outcome.unknownKeys = page.unknownKeys
      try put(page.bytes, page.file, &outcome)
    } catch let fault as TemplateFault {
      outcome.findings.append(fault.finding(file: site.library.file(of: fault.template)))
    } catch let fault as FileFault {
      throw fault
    } catch {}
  }

  private func put(
    _ bytes: [UInt8], _ path: String, _ outcome: inout Outcome
  ) throws(FileFault) {
    let isChanged = try output.write(bytes, to: path)
    outcome.paths.append(path)
    if isChanged { outcome.changedPaths.append(path) }
  }

  private func writeArticle(
    _ index: Int, _ search: GatheredSearch?, _ outcome: inout Outcome
  ) throws(FileFault) {
    let entry = site.catalogue.articles[index]
    let folder = "\(folders.folder)/\(entry.folder)"
    let source: [UInt8]
    do throws(FileFault) {
      source = try Files.read("\(folder)/article.md")
    } catch {
      outcome.findings.append(.unreadable(entry.file, error))
      return
    }
    let (article, findings) = ManuscriptReader.read(source, file: entry.file)
    let interface = site.interface(site.interfaceLanguage(for: article.frontMatter.language))
    let pictures = PictureTaker(files: ArticleFiles(folder: folder), file: entry.file)
    let renderer = ArticleRenderer(
      labels: ArticleLabels(strings: interface.strings), picture: { pictures.take($0) })
    let linked = LinkedArticle(article, file: entry.file)
    let rendered = renderer.render(linked)
    let hasImage = article.frontMatter.image.map { pictures.take($0) != nil } ?? false
    let downloads = article.frontMatter.files.compactMap { pictures.takeDocument($0) }
    let taken = pictures.result
    for file in taken.files { try put(file.bytes, entry.path + file.path, &outcome) }

    let content = site.articleContent(
      index, rendered, downloads: downloads, doubts: article.doubtCount)
    let work = site.work(index, article, downloads: downloads)
    var frame = site.articleFrame(index, work)
    if !hasImage { frame.image = nil }
    try write(frame, content, &outcome)
    let checks = ArticleCheck.findings(
      in: article, told: findings + linked.findings, source: source, file: entry.file)
    outcome.checks = checks.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    let ignored = Set(article.frontMatter.ignoredChecks)
    outcome.findings += (findings + rendered.findings + taken.findings)
      .filter { $0.severity == .error || !ignored.contains($0.kind.rawValue) }
      .sorted { $0.position < $1.position }
    if let search, !article.frontMatter.isDraft {
      let searchable = SearchableArticle(
        article, slug: entry.slug, url: Slug.percentEncoded(entry.path))
      let analysed: AnalysedArticle
      if let cache {
        (analysed, outcome.keptName, outcome.isNewlyAnalysed) = cache.analysed(searchable)
      } else {
        (analysed, outcome.isNewlyAnalysed) = (AnalysedArticle(searchable), true)
      }
      try put(analysed.file.bytes, analysed.file.path, &outcome)
      search.add(analysed, number: index)
    }
    if index < AtomFeed.length { outcome.feedText = rendered.body + rendered.notes }
  }

  private func writeEditorsPage(
    _ page: EditorsPage, _ outcome: inout Outcome
  ) throws(FileFault) {
    let file = "\(folders.name)/pages/\(page.file)"
    let source = try Files.read("\(folders.folder)/pages/\(page.file)")
    let (article, findings) = ManuscriptReader.read(source, file: file)
    let language = site.interfaceLanguage(for: page.language)
    let pictures = PictureTaker(
      files: ArticleFiles(folder: "\(folders.folder)/pages"), file: file)
    let labels = ArticleLabels(strings: site.interface(language).strings)
    let renderer = ArticleRenderer(labels: labels, picture: { pictures.take($0) })
    let rendered = renderer.render(article, file: file)
    for file in pictures.result.files { try put(file.bytes, page.path + file.path, &outcome) }
    var frame = PageFrame(
      path: page.path, template: "page", kind: "page", language: language, title: page.title)
    frame.breadcrumbs = [site.home(crumb: language)]
    frame.alternates = site.pages.filter { $0.name == page.name }.map { ($0.language, $0.path) }
    frame.isHidden = page.isDraft
    frame.description = Summary.of(article.frontMatter.abstract)
    let content: [String: TemplateValue] = [
      "title": .markup(rendered.title),
      "isDraft": .flag(page.isDraft),
      "body": .markup(rendered.body),
      "notes": .markup(rendered.notes),
    ]
    try write(frame, content, &outcome)
    outcome.findings += findings + rendered.findings + pictures.result.findings
  }

  // MARK: - The rest

  private func writeAssets(_ written: inout Written) throws(FileFault) {
    var outcome = Outcome()
    for asset in site.library.assets {
      try put(
        try Files.read(asset.file), "\(site.library.assetsFolder)/\(asset.path)", &outcome)
    }
    written.add(outcome)
  }

  /// The search index. The old site's index stays beside the new one, so that a page that was opened
  /// before goes on finding.
  private func writeSearchIndex(
    _ builder: SearchIndexBuilder, _ written: inout Written
  ) throws(FileFault) {
    var outcome = Outcome()
    let readings = plan.dictionary.map { ask($0, of: builder.wordsForDictionary) } ?? .none
    written.searchDictionary = readings.source
    var paths: Set<String> = []
    for file in builder.files(readings: readings) where paths.insert(file.path).inserted {
      try put(file.bytes, file.path, &outcome)
    }
    let old = try? SearchIndexFiles.paths { path in try Files.read("\(output.path)/\(path)") }
    for path in old ?? [] { _ = output.keep(path) }
    written.add(outcome)
  }

  private func ask(_ dictionary: String, of words: [String: String]) -> WordReadings {
    guard let cache else { return plan.readings(words, dictionary) }
    return cache.readings(of: words, from: dictionary, ask: plan.readings)
  }

  private func keepSearchIndex(_ written: inout Written) {
    let files = (try? Files.tree("\(output.path)/\(IndexFile.folder)")) ?? []
    for path in files.map({ "\(IndexFile.folder)/\($0)" }) where !output.has(path) {
      if output.keep(path) { written.paths.append(path) }
    }
  }

  /// Pages at older addresses that lead to where an article stands now.
  private func writeRedirects(_ written: inout Written) throws(FileFault) {
    for (entry, path) in site.aliases().granted {
      var outcome = Outcome()
      // What else has an address, such as the lists, is known only now.
      guard !output.has(path) else {
        written.findings.append(.wrongAlias(path, of: entry))
        continue
      }
      var frame = PageFrame(
        path: path, template: "redirect", kind: "redirect",
        language: site.interfaceLanguage(for: entry.frontMatter.language),
        title: entry.frontMatter.title)
      frame.isHidden = true
      frame.titleDirection = entry.direction
      let target: TemplateValue = .text(Slug.percentEncoded(entry.path))
      let address = site.absolute(entry.path)
      try write(frame, ["target": target, "targetAddress": .text(orNone: address)], &outcome)
      written.add(outcome)
    }
  }

  private func writeFeeds(
    _ texts: [[UInt8]], _ frames: [PageFrame], _ written: inout Written
  ) throws(FileFault) {
    var outcome = Outcome()
    var robots = "User-agent: *\nAllow: /\n"
    if let url = site.publication.url {
      try put(AtomFeed.make(site, url: url, texts: texts), "feed.xml", &outcome)
      for file in Sitemap.files(site.sitemap(frames), url: url) {
        try put(file.bytes, file.path, &outcome)
      }
      for language in site.languages {
        try put(
          OpenSearchDescription.make(site, url: url, language: language),
          site.prefix(language) + "opensearch.xml", &outcome)
      }
      robots += "Sitemap: \(url)sitemap.xml\n"
    }
    try put(Array(robots.utf8), "robots.txt", &outcome)
    written.add(outcome)
  }
}

/// The articles' words on their way into the search index, from any thread.
final class GatheredSearch: Sendable {
  private let state = Mutex(SearchIndexBuilder())

  func add(_ article: AnalysedArticle, number: Int) {
    state.withLock { $0.add(article, number: number) }
  }

  var builder: SearchIndexBuilder { state.withLock { $0 } }
}
