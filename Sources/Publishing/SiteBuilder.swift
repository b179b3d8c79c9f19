import Manuscript

/// Makes a publication's site.
public struct SiteBuilder: Sendable {
  let plan: Plan
  var report = Report()
  private var site: Site?
  private var citations = CitationTexts()
  /// What the build before has left.
  var last: BuildRecord?
  /// What this one will leave.
  var record = BuildRecord()
  /// Of publication.yaml.
  var settings: UInt64 = 0

  /// Builds the site. The same plan over the same files gives the same bytes, whatever the number of
  /// threads.
  public static func build(_ plan: Plan) -> Report {
    var builder = SiteBuilder(plan: plan)
    builder.last = builder.cache?.record(identity: builder.record.identity)
    // Days pass: what is dated later is news some day.
    if let last = builder.last, let output = Files.resolved(plan.output),
      !last.report.findings.contains(where: { [.futureDate, .awaitedDate].contains($0.kind) }),
      Files.facts(OutputFolder.staging(of: output)) == nil,
      last.stands(articles: plan.articles, output: output)
    {
      return last.standingReport
    }
    builder.build()
    return builder.report
  }

  /// Builds the site and keeps what is known of it, where it could be built.
  ///
  /// - Parameter last: the record of the build before; with the same identity it spares work.
  static func buildKeepingSite(
    _ plan: Plan, _ last: BuildRecord?
  ) -> (report: Report, site: Site?, citations: CitationTexts, record: BuildRecord) {
    var builder = SiteBuilder(plan: plan)
    if last?.identity == builder.record.identity { builder.last = last }
    builder.build()
    return (builder.report, builder.site, builder.citations, builder.record)
  }

  /// What is wrong with a publication as a whole: its settings, its templates, its addresses, and
  /// what one part of it says of another. A page of each kind is made and thrown away, so that
  /// faults of templates show; nothing is written.
  public static func survey(_ plan: Plan) -> [Finding] {
    var builder = SiteBuilder(plan: plan)
    let folders = builder.folders
    guard let site = builder.readSite(of: folders) else { return builder.report.findings }
    let writer = SiteWriter(site: site, output: DiscardingSink(), folders: folders, plan: plan)
    return builder.report.findings + writer.tryTemplates()
  }

  private init(plan: Plan) {
    self.plan = plan
    record.began = Files.now
    record.identity = plan.identity
  }

  var cache: BuildCache? { plan.cache.map { BuildCache(folder: $0) } }

  private var folders: ArticleFolders {
    ArticleFolders(folder: plan.articles, name: plan.articlesName)
  }

  private mutating func build() {
    let folders = folders
    let sources = [plan.articles] + plan.templates + [plan.statics].compactMap { $0 }
    guard !sources.contains(where: isAroundOutput) else {
      return fail(Finding(.outputInArticles, .error, file: plan.output))
    }
    guard let site = readSite(of: folders) else { return }
    report.take(site, folders)
    write(site, folders)
  }

  /// Whether the site would stand in a folder that it is made from, or hold it.
  private func isAroundOutput(_ folder: String) -> Bool {
    guard let folder = Files.resolved(folder) else { return false }
    var existing = plan.output
    while Files.resolved(existing) == nil, let parent = Files.parent(of: existing) {
      existing = parent
    }
    guard let output = Files.resolved(existing) ?? Files.resolved(".") else { return false }
    let isWhole = Files.resolved(plan.output) != nil
    return "\(output)/".hasPrefix("\(folder)/") || isWhole && "\(folder)/".hasPrefix("\(output)/")
  }

  mutating func fail(_ finding: Finding) { report.findings.append(finding) }

  // MARK: - Writing

  private mutating func write(_ site: Site, _ folders: ArticleFolders) {
    let output: OutputFolder
    do throws(OutputFolder.Refusal) {
      // Readers see no part of a site by itself: it is put together with the others first.
      output = try OutputFolder(
        plan.output, isDurable: plan.isDurable && plan.shard == .whole)
    } catch {
      switch error {
      case .foreign(let path): fail(Finding(.foreignOutput, .error, file: path))
      case .fault(let fault): fail(.unwritable(fault))
      }
      return
    }
    var writer = SiteWriter(
      site: site, output: output, folders: folders, plan: plan, settings: settings, record: last)
    let outputs = KeptOutputs(plan)
    writer.tools = outputs.tools
    writer.cutter = PictureCutter(tools: outputs.tools, isExpected: plan.runsPrograms)
    writer.citations = CitationTexts.make(
      of: site, plan, tools: outputs.unkept, asks: plan.runsPrograms)
    do throws(FileFault) {
      let written = try writer.write()
      if written.isStopped {
        output.discard()
        report.isStopped = true
        return
      }
      report.findings += written.findings + outputs.failures
      // A template that fails would take pages away; the site stays as it was.
      if written.hasTemplateFault {
        output.discard()
        return
      }
      report.paths = written.paths
      report.changedPaths = written.changedPaths
      report.searchDictionary = written.searchDictionary
      report.checks = written.checks
      report.analysedArticles = written.analysedArticles
      report.articles = site.catalogue.articles.count
      // What a unit that was kept once asked for is not asked for now.
      if plan.runsPrograms, last == nil { outputs.clear() }
      try sweep(output)
      try output.exchange(threads: plan.threads)
      report.isDone = true
      self.site = site
      citations = writer.citations
      // A program that failed may do its work the next time, and is asked again.
      let isWhole = !report.findings.contains { $0.kind == .programFailed }
      keepRecord(written, output.path, isWhole: isWhole)
    } catch {
      output.discard()
      fail(.unwritable(error))
    }
  }
}
