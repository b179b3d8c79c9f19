import Checking
import Citations
import Exporting
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

  /// Names beside an article's page that no picture may have.
  private static let pageNames: Set<Substring> = ["index.html"]

  private var cache: BuildCache? { plan.cache.map { BuildCache(folder: $0) } }

  /// What came of it.
  struct Written {
    var findings: [Finding] = []
    var paths: [String] = []
    var changedPaths: [String] = []
    /// What templates asked for and nothing has, and what went wrong with them.
    var templateFaults: Set<TemplateFault> = []
    /// The dictionary that the search index was made with, if one is installed.
    var searchDictionary: String?
    /// How much the check would tell of the articles, by weight.
    var checks: [Finding.Severity: Int] = [:]
    /// Whether the plan's maker wanted no more.
    var isStopped = false
    /// Whether a template failed, so that a page is missing.
    var hasTemplateFault = false
    /// How many articles were analysed for the search index, and not taken from the cache.
    var analysedArticles = 0

    mutating func add(_ outcome: Outcome) {
      isStopped = isStopped || outcome.isStopped
      hasTemplateFault = hasTemplateFault || outcome.templateFault != nil
      findings += outcome.findings
      paths += outcome.paths
      changedPaths += outcome.changedPaths
      templateFaults.formUnion(outcome.unknownKeys)
      if let fault = outcome.templateFault { templateFaults.insert(fault) }
      analysedArticles += outcome.isNewlyAnalysed ? 1 : 0
      checks.merge(outcome.checks, uniquingKeysWith: +)
    }

    func templateFindings(_ site: Site) -> [Finding] {
      templateFaults
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
    /// What went wrong with a template while a page was made.
    var templateFault: TemplateFault?
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
    for older in site.olderAddresses {
      let outcome = outcome { (outcome) throws(FileFault) in try writeRedirect(older, &outcome) }
      if let fault = outcome.fault { throw fault }
      written.add(outcome)
    }
    if !site.exporters.isEmpty {
      let volumes = Parallel.map(site.catalogue.volumes.count, threads: plan.threads) { place in
        outcome { (outcome) throws(FileFault) in try exportVolume(place, &outcome) }
      }
      let whole = outcome { (outcome) throws(FileFault) in try exportPublication(&outcome) }
      for outcome in volumes + [whole] {
        if let fault = outcome.fault { throw fault }
        written.add(outcome)
      }
    }
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
    let page: RenderedPage
    do throws(TemplateFault) {
      page = try frame.render(site, content)
    } catch {
      outcome.templateFault = error
      return
    }
    outcome.unknownKeys = page.unknownKeys
    try put(page.bytes, page.file, &outcome)
  }

  /// Makes a page of each kind and tells what is wrong with templates.
  func tryTemplates() -> [Finding] {
    var written = Written()
    if !site.catalogue.articles.isEmpty { written.add(article(0, nil)) }
    var kinds: Set<String> = []
    for task in site.listTasks() where kinds.insert(task.frame.kind).inserted {
      written.add(
        outcome { (outcome) throws(FileFault) in
          try write(task.frame, task.content(), &outcome)
        })
    }
    if let page = site.pages.first {
      written.add(
        outcome { (outcome) throws(FileFault) in try writeEditorsPage(page, &outcome) })
    }
    if let older = site.olderAddresses.first {
      written.add(outcome { (outcome) throws(FileFault) in try writeRedirect(older, &outcome) })
    }
    return written.templateFindings(site)
  }

  func put(
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
    let linked = LinkedArticle(article, file: entry.file)
    let exporters = site.exporters
    let pictures = PictureTaker(
      files: ArticleFiles(folder: folder), file: entry.file, reserved: Self.pageNames)
    var exported = exported(index, linked, source: source, pictures: pictures)
    let maker = PageMaker(
      site: site, index: index, pictures: pictures, keepsText: index < AtomFeed.length)
    let page = HTMLExporter { exported, rendered throws(ExportFault) in
      try maker.page(exported, rendered)
    }
    for exporter in exporters + [page] {
      let files: [ExportedFile]
      do throws(ExportFault) {
        files = try exporter.files(of: exported)
      } catch {
        if maker.result.fault == nil { outcome.findings.append(error.finding) }
        continue
      }
      for file in files {
        try put(file.bytes, entry.path + file.path, &outcome)
        var made = file
        made.bytes = []
        exported.made.append(made)
      }
    }
    let made = maker.result
    outcome.unknownKeys = made.unknownKeys
    outcome.templateFault = made.fault
    outcome.feedText = made.text
    let names = Set(exported.made.map(\.path))
    let taken = pictures.result
    for file in taken.files {
      // The page and the other formats have their names first.
      guard !names.contains(file.path) else {
        outcome.findings.append(
          Finding(.refusedFile, .error, file: entry.file, facts: ["value": file.path]))
        continue
      }
      try put(file.bytes, entry.path + file.path, &outcome)
    }

    let checks = ArticleCheck.findings(
      in: article, told: findings + linked.findings, source: source, file: entry.file)
    outcome.checks = checks.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    let ignored = Set(article.frontMatter.ignoredChecks)
    outcome.findings += (findings + linked.findings + taken.findings)
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
    let rendered = Formulas.render(renderer, tools: Program.tools) {
      $0.render(article, file: file)
    }
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

  /// A page at an older address that leads to where an article stands now.
  private func writeRedirect(
    _ older: OlderAddress, _ outcome: inout Outcome
  ) throws(FileFault) {
    let entry = site.catalogue.articles[older.article]
    var frame = PageFrame(
      path: older.path, template: "redirect", kind: "redirect",
      language: site.interfaceLanguage(for: entry.frontMatter.language),
      title: entry.frontMatter.title)
    frame.isHidden = true
    frame.titleDirection = entry.direction
    let target: TemplateValue = .text(Slug.percentEncoded(entry.path))
    let address = site.absolute(entry.path)
    try write(frame, ["target": target, "targetAddress": .text(orNone: address)], &outcome)
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
