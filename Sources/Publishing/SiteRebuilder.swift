import Manuscript
import Search
import Synchronization
import Templating

/// Builds a publication's site again and again while its files change.
///
/// What an editor waits for comes first. Where a few articles were saved and nothing else, only their
/// pages are written, into the site as it stands; otherwise all but the search index. The rest
/// follows when it is asked for. Not for a site that others read: for a moment its pages do not tell
/// the same.
public final class SiteRebuilder {
  private var plan: SiteBuilder.Plan?
  private var site: Site?
  private var citations = CitationTexts()
  private var report = SiteBuilder.Report()
  private let readings = KnownReadings()
  /// What the last build of the whole has left.
  private var record: BuildRecord?

  /// More articles than this at once are built with the whole.
  private static let fewArticles = 8

  public init() {}

  /// Builds what has changed.
  ///
  /// - Parameter changed: the files that changed since the last call, as `plan` writes their
  ///   folders; `nil` for the first time.
  /// - Parameter shouldStop: asked again and again, from any thread, whether the build is to be given
  ///   up.
  /// - Returns: what the whole site is like now. `changedPaths` are those of this call alone.
  public func build(
    _ plan: SiteBuilder.Plan, changed: Set<String>?, shouldStop: @escaping @Sendable () -> Bool
  ) -> SiteBuilder.Report {
    if let changed, let report = rebuildArticles(of: changed, plan) {
      self.report = report
      return report
    }
    var pages = plan
    pages.makesSearchIndex = false
    pages.isDurable = false
    pages.shouldStop = shouldStop
    let (report, site, citations, record) = SiteBuilder.buildKeepingSite(pages, record)
    (self.report, self.site, self.citations) = (report, site, citations)
    if report.isDone { self.record = record }
    self.report.isPartial = report.isDone
    self.plan = plan
    return self.report
  }

  /// Builds the whole site, with all that `build` left for later.
  ///
  /// - Parameter shouldStop: asked again and again, from any thread, whether something else is more
  ///   urgent now; the rest then goes on being left for later.
  public func complete(
    _ plan: SiteBuilder.Plan, shouldStop: @escaping @Sendable () -> Bool
  ) -> SiteBuilder.Report {
    var whole = plan
    let readings = readings
    whole.isDurable = false
    whole.readings = { readings.readings(of: $0, from: $1) }
    whole.shouldStop = shouldStop
    let (report, site, citations, record) = SiteBuilder.buildKeepingSite(whole, record)
    if report.isDone { self.record = record }
    if report.isStopped {
      self.report.changedPaths = []
      return self.report
    }
    (self.report, self.site, self.citations, self.plan) = (report, site, citations, plan)
    return report
  }

  /// Writes the pages of the articles whose files changed; `nil` where that would not do.
  private func rebuildArticles(
    of changed: Set<String>, _ plan: SiteBuilder.Plan
  ) -> SiteBuilder.Report? {
    guard let site, let last = self.plan, report.isDone, last.isLike(plan),
      let names = articleFolders(of: changed, plan)
    else { return nil }
    let folders = ArticleFolders(folder: plan.articles, name: plan.articlesName)
    var entries = site.catalogue.articles
    var findings: [Finding] = []
    var hasNewFacts = false
    for name in names {
      guard Files.facts("\(plan.articles)/\(name)/article.md")?.kind == .file else { return nil }
      let (read, found) = folders.entry(name)
      guard let read, plan.showsDrafts || !read.frontMatter.isDraft else { return nil }
      findings += found.filter { $0.kind == .wrongSlug }
      if let place = entries.firstIndex(where: { $0.folder == name }) {
        guard entries[place].slug == read.slug else { return nil }
        if entries[place] == read { continue }
        entries[place] = read
      } else {
        guard site.catalogue.bySlug[read.slug] == nil else { return nil }
        entries.append(read)
      }
      hasNewFacts = true
    }
    let fresh = hasNewFacts ? site.with(entries) : site
    var writer = SiteWriter(
      site: fresh, output: StandingSite(path: plan.output), folders: folders, plan: plan)
    var written = SiteWriter.Written()
    let indices = fresh.catalogue.articles.indices.filter {
      names.contains(fresh.catalogue.articles[$0].folder)
    }
    writer.citations =
      hasNewFacts
      ? CitationTexts.make(of: fresh, plan, articles: indices, asks: false) : citations
    for index in indices {
      let outcome = writer.article(index, key: 0, nil).outcome
      if outcome.fault != nil || outcome.templateFault != nil { return nil }
      written.add(outcome)
      written.findings += writer.deadLinks([(index, outcome.links)])
    }
    self.site = fresh
    let files = Set(indices.map { fresh.catalogue.articles[$0].file })
    var report = self.report
    report.take(fresh, folders)
    report.isPartial = true
    report.articles = entries.count
    report.changedPaths = written.changedPaths
    if entries.count > site.catalogue.articles.count { report.paths += written.paths }
    let ofTemplates = written.templateFindings(fresh)
    report.findings =
      report.findings.filter { !files.contains($0.file) && !ofTemplates.contains($0) } + findings
      + fresh.references().filter { files.contains($0.file) } + written.findings + ofTemplates
    return report
  }

  /// The folders of the articles that files belong to; `nil` where one belongs to none.
  private func articleFolders(of files: Set<String>, _ plan: SiteBuilder.Plan) -> Set<String>? {
    let articles = plan.articles + "/"
    var names: Set<String> = []
    for file in files {
      guard file.hasPrefix(articles) else { return nil }
      let parts = file.dropFirst(articles.count).split(separator: "/")
      let folders = parts.indices.dropFirst().lazy.map { parts[..<$0].joined(separator: "/") }
      guard
        let name = folders.first(where: {
          Files.facts("\(plan.articles)/\($0)/article.md")?.kind == .file
        })
      else { return nil }
      names.insert(name)
      if names.count > Self.fewArticles { return nil }
    }
    return names
  }
}

/// Readings of words, each asked for once.
private final class KnownReadings: Sendable {
  private let known = Mutex<
    (source: String?, readings: [String: [WordReading]], asked: Set<String>)
  >(
    (nil, [:], []))

  func readings(of words: [String: String], from dictionary: String) -> WordReadings {
    known.withLock { known in
      let new = words.filter { !known.asked.contains($0.key) }
      if !new.isEmpty {
        let found = HspellProgram.readings(of: new, path: dictionary)
        if found.failure != nil { return found }
        known.source = found.source ?? known.source
        known.readings.merge(found.readings) { _, new in new }
        known.asked.formUnion(new.keys)
      }
      let wanted = known.readings.filter { words[$0.key] != nil }
      return WordReadings(source: known.source, readings: wanted)
    }
  }
}
