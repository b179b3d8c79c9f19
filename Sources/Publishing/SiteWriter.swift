import Checking
import Exporting
import Manuscript
import Templating

/// Writes every file of a site into its folder.
///
/// What is made on its own (an article, a list, the outputs of a volume) is a unit with a key: where
/// the record of the build before has the unit with the same key, its files are kept and nothing of
/// it is made again.
struct SiteWriter: Sendable {
  let site: Site
  let output: any SiteSink
  let folders: ArticleFolders
  let plan: SiteBuilder.Plan
  /// Of publication.yaml.
  var settings: UInt64 = 0
  /// What the build before has left.
  var record: BuildRecord?
  /// How the articles are cited.
  var citations = CitationTexts()
  /// Other programs, for exporters; none unless given.
  var tools = ExportTools()
  /// Cuts photos to sizes.
  var cutter = PictureCutter()

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
    /// For the next build.
    var units: [String: BuildRecord.Unit] = [:]
    /// Files that editors' pages show, by their paths.
    var lookups: [String: Files.Facts?] = [:]
    /// The texts of news as HTML, by the paths of their pages.
    var newsTexts: [String: [UInt8]] = [:]

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
      if let dictionary = outcome.searchDictionary { searchDictionary = dictionary }
    }

    /// Takes what came of a unit.
    mutating func add(_ unit: BuildRecord.Unit, _ name: String) throws(FileFault) {
      if let fault = unit.outcome.fault { throw fault }
      add(unit.outcome)
      units[name] = unit
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
    /// An article's links to others.
    var links: [NeighbourLink] = []
    /// The text for the feed, of the newest articles; `nil` where it was not made.
    var feedText: [UInt8]?
    /// What an article cites, as it is kept (`CitedWorks`); `nil` where it was not made now.
    var cited: [UInt8]?
    /// The name by which the cache keeps an article's words for the search index.
    var keptName: String?
    /// The dictionary that the search index was made with.
    var searchDictionary: String?
    /// Whether an article's words were worked out now and not taken from the cache.
    var isNewlyAnalysed = false
    var fault: FileFault?
    /// What went wrong with a template while a page was made.
    var templateFault: TemplateFault?
    var isStopped = false
  }

  func write() throws(FileFault) -> Written {
    var written = Written()
    let keys = SiteKeys(site, settings: settings, citations: citations)
    let shard = plan.shard
    if shard.isFirst {
      try writeAssets(&written)
      try writeCovers(&written)
    }
    let search = GatheredSearch()
    let articles = Parallel.map(site.catalogue.articles.count, threads: plan.threads) { index in
      shard.has(index)
        ? article(index, key: keys.article(index), search)
        : BuildRecord.Unit(
          key: keys.article(index), hasSearch: false, lookups: [], outcome: Outcome())
    }
    for (index, unit) in articles.enumerated() {
      try written.add(unit, "article \(site.catalogue.articles[index].folder)")
    }
    for finding in deadLinks(articles.enumerated().map { ($0, $1.outcome.links) }) {
      written.findings.append(finding)
      written.checks[finding.severity, default: 0] += 1
    }
    let contents = articles.map(\.contentKey)
    let works = shard.isFirst ? worksCited(articles, contents) : nil
    let allLists = site.listTasks()
    let worksTasks = works.map { site.worksTasks($0) } ?? []
    let tasks = allLists.indices.filter(shard.has).map { allLists[$0] } + worksTasks
    let lists = Parallel.map(tasks.count, threads: plan.threads) { index in
      unit("list \(tasks[index].frame.path)", keys.task(tasks[index])) {
        (outcome) throws(FileFault) in
        try write(tasks[index].frame, tasks[index].content(), &outcome)
      }
    }
    for (index, unit) in lists.enumerated() {
      try written.add(unit, "list \(tasks[index].frame.path)")
    }
    if shard.isFirst { try writeOthers(&written) }
    if written.isStopped || written.hasTemplateFault {
      written.findings += written.templateFindings(site)
      return written
    }
    if shard == .whole { try writeSearchIndex(articles, search, &written) }
    if let works {
      try writeExports(keys, contents, works, &written)
      try writeRoot(&written)
      try writeFeeds(
        articles, (allLists + worksTasks).map(\.frame), keys, contents, &written)
    }
    written.findings += written.templateFindings(site)
    return written
  }

  /// Pages that are few, and made anew each time: the editors' and those at older addresses.
  func writeOthers(_ written: inout Written) throws(FileFault) {
    for page in site.pages {
      let log = LookupLog()
      let outcome = outcome { (outcome) throws(FileFault) in
        try writeEditorsPage(page, log, &outcome)
      }
      if let fault = outcome.fault { throw fault }
      written.add(outcome)
      for lookup in log.lookups {
        written.lookups["\(folder(of: page))/\(lookup.path)"] = .some(lookup.facts)
      }
      if let text = outcome.feedText { written.newsTexts[page.path] = text }
    }
    for older in site.olderAddresses {
      let outcome = outcome { (outcome) throws(FileFault) in try writeRedirect(older, &outcome) }
      if let fault = outcome.fault { throw fault }
      written.add(outcome)
    }
  }

  // MARK: - Units

  /// A unit: kept where it is as it was, else made.
  ///
  /// - Parameter folder: the article's folder, to which lookups are relative.
  func unit(
    _ name: String, _ key: UInt64, folder: String? = nil,
    _ make: (inout Outcome, LookupLog) throws(FileFault) -> Void
  ) -> BuildRecord.Unit {
    if let kept = kept(name, key, folder: folder) { return kept }
    let log = LookupLog()
    let outcome = outcome { (outcome) throws(FileFault) in try make(&outcome, log) }
    return BuildRecord.Unit(
      key: key, hasSearch: plan.makesSearchIndex, lookups: log.lookups, outcome: outcome)
  }

  func unit(
    _ name: String, _ key: UInt64, _ make: (inout Outcome) throws(FileFault) -> Void
  ) -> BuildRecord.Unit {
    unit(name, key) { (outcome, _) throws(FileFault) in try make(&outcome) }
  }

  /// The unit of the record, its files kept; `nil` where it must be made.
  func kept(_ name: String, _ key: UInt64, folder: String?) -> BuildRecord.Unit? {
    guard let record, var unit = record.units[name], unit.key == key,
      unit.hasSearch || !plan.makesSearchIndex
    else { return nil }
    if let folder {
      for index in unit.lookups.indices {
        guard let now = record.current(unit.lookups[index], in: folder) else { return nil }
        unit.lookups[index] = now
      }
    }
    unit.outcome.changedPaths = []
    unit.outcome.isNewlyAnalysed = false
    var taken = 0
    for path in unit.outcome.paths {
      guard let facts = record.outputs[path], output.keep(path, facts) else { break }
      taken += 1
    }
    guard taken == unit.outcome.paths.count else {
      output.release(unit.outcome.paths.prefix(taken))
      return nil
    }
    return unit
  }

  func outcome(
    _ work: (inout Outcome) throws(FileFault) -> Void
  ) -> Outcome {
    var outcome = Outcome()
    if plan.shouldStop() {
      outcome.isStopped = true
      return outcome
    }
    do throws(FileFault) {
      try work(&outcome)
    } catch {
      if plan.shouldStop() { outcome.isStopped = true } else { outcome.fault = error }
    }
    return outcome
  }

  func put(
    _ bytes: [UInt8], _ path: String, _ outcome: inout Outcome
  ) throws(FileFault) {
    let isChanged = try output.write(bytes, to: path)
    outcome.paths.append(path)
    if isChanged { outcome.changedPaths.append(path) }
  }

  func write(
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
    if !site.catalogue.articles.isEmpty { written.add(article(0, key: 0, nil).outcome) }
    var kinds: Set<String> = []
    let tasks = site.listTasks() + site.worksTasks(CitedWorks())
    for task in tasks where kinds.insert(task.frame.kind).inserted {
      written.add(
        outcome { (outcome) throws(FileFault) in
          try write(task.frame, task.content(), &outcome)
        })
    }
    if let page = site.pages.first {
      written.add(
        outcome { (outcome) throws(FileFault) in
          try writeEditorsPage(page, LookupLog(), &outcome)
        })
    }
    if let older = site.olderAddresses.first {
      written.add(outcome { (outcome) throws(FileFault) in try writeRedirect(older, &outcome) })
    }
    return written.templateFindings(site)
  }
}
