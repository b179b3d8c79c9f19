import Exporting
import Manuscript
import Rendering
import Search
import Templating

/// Makes a publication's site.
public struct SiteBuilder: Sendable {
  /// What to build, and where to.
  public struct Plan: Sendable {
    /// The folder of articles, and what the user calls it.
    public var articles: String
    public var articlesName: String
    /// Folders of templates; a file in a later one takes the place of its like in an earlier one.
    public var templates: [String]
    /// `publication.yaml`; `nil` where there is none.
    public var publication: String?
    /// The site's folder.
    public var output: String
    /// How many threads work at once; at least 1.
    public var threads = 1
    /// Whether drafts are shown, marked as such.
    public var showsDrafts = false
    /// The program hspell, which the search index asks for the readings of Hebrew words where it is
    /// installed; `nil` for rules alone.
    public var dictionary: String? = "/usr/bin/hspell"
    /// Asks that program; a preview that builds again and again asks for each word once.
    var readings: @Sendable (_ words: [String: String], _ dictionary: String) -> WordReadings = {
      HspellProgram.readings(of: $0, path: $1)
    }

    /// Other programs, for exports that cannot be made without them.
    var tools = Program.tools

    /// A folder to keep in, for the next build, what took long to work out; the site is the same
    /// without it. `nil` for none.
    public var cache: String?
    /// Whether the search index is made; if not, that of the site before is kept.
    var makesSearchIndex = true
    /// Asked between two pages, from any thread: whether the build is to be given up.
    var shouldStop: @Sendable () -> Bool = { false }

    public init(articles: String, templates: [String], output: String) {
      self.articles = articles
      articlesName = articles
      self.templates = templates
      self.output = output
    }
  }

  /// What came of a build.
  public struct Report: Sendable {
    public var findings: [Finding] = []
    public var articles = 0
    /// The site's files, by their paths in it.
    public var paths: [String] = []
    public var files: Int { paths.count }
    /// Those that are new or other than before, by their paths in the site.
    public var changedPaths: [String] = []
    public var changedFiles: Int { changedPaths.count }
    /// The articles' files by the paths of their pages: `articles/third-quay/`.
    public var sources: [String: String] = [:]
    /// The paths of those that are drafts.
    public var drafts: Set<String> = []
    /// Where the site is to stand on its host, with a slash at both ends.
    public var basePath = "/"
    /// The dictionary that the search index was made with; `nil` where there was none.
    public var searchDictionary: String?
    /// How much a check of the articles would tell, by weight; words are not looked up for it.
    public var checks: [Finding.Severity: Int] = [:]
    /// How many articles were analysed for the search index, and not taken from the cache.
    public var analysedArticles = 0
    /// Whether the site stands; else the old one stands as it was.
    public var isDone = false
    /// Whether parts of the site are as they were before: all but the pages of some articles, or the
    /// search index.
    public var isPartial = false
    /// Whether the build was given up, and the old site stands.
    var isStopped = false
  }

  private let plan: Plan
  private var report = Report()
  private var site: Site?
  /// What the build before has left.
  private var last: BuildRecord?
  /// What this one will leave.
  private var record = BuildRecord()
  /// Of publication.yaml.
  private var settings: UInt64 = 0

  /// Builds the site. The same plan over the same files gives the same bytes, whatever the number of
  /// threads.
  public static func build(_ plan: Plan) -> Report {
    var builder = SiteBuilder(plan: plan)
    builder.last = builder.cache?.record(identity: builder.record.identity)
    // Days pass: what is dated later is news some day.
    if let last = builder.last, let output = Files.resolved(plan.output),
      !last.report.findings.contains(where: { $0.kind == .futureDate }),
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
  ) -> (report: Report, site: Site?, record: BuildRecord) {
    var builder = SiteBuilder(plan: plan)
    if last?.identity == builder.record.identity { builder.last = last }
    builder.build()
    return (builder.report, builder.site, builder.record)
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

  private var cache: BuildCache? { plan.cache.map { BuildCache(folder: $0) } }

  private var folders: ArticleFolders {
    ArticleFolders(folder: plan.articles, name: plan.articlesName)
  }

  private mutating func build() {
    let folders = folders
    guard !([plan.articles] + plan.templates).contains(where: isAroundOutput) else {
      return fail(Finding(.outputInArticles, .error, file: plan.output))
    }
    guard let site = readSite(of: folders) else { return }
    report.take(site, folders)
    write(site, folders)
  }

  /// The publication before anything is rendered; `nil` where no site can be made of it.
  private mutating func readSite(of folders: ArticleFolders) -> Site? {
    guard Files.isFolder(plan.articles) else {
      fail(Finding(.missingArticles, .error, file: plan.articlesName))
      return nil
    }
    guard let publication = readPublication() else { return nil }
    let library: TemplateLibrary
    let names: [String]
    do throws(FileFault) {
      for folder in plan.templates { try recordTree(folder) }
      library = try TemplateLibrary.load(plan.templates)
      recordFile(plan.articles)
      names = try folders.articles { recordFile("\(plan.articles)/\($0)/article.md") }
    } catch {
      fail(.unreadable(error.path, error))
      return nil
    }
    report.findings += library.findings
    // A template that is broken would break every page that it makes.
    if library.findings.contains(where: { $0.severity == .error }) { return nil }
    guard !library.interfaces.isEmpty, library.templates.contains("article") else {
      fail(Finding(.missingTemplates, .error, file: plan.templates.last ?? plan.articlesName))
      return nil
    }
    let entries = readEntries(folders, names)
    let catalogue = Catalogue(
      entries, ownNames: Set(publication.name.all), language: publication.languages.first)
    let known = Site(publication: publication, catalogue: catalogue, library: library)
    var ledger = known.ledger()
    let pages = readPages(folders, known, &ledger)
    let older = known.olderAddresses(&ledger)
    let site = Site(
      publication: publication, catalogue: catalogue, library: library, pages: pages,
      olderAddresses: older.granted)
    report.findings += site.references() + older.refused
    return site
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

  private mutating func fail(_ finding: Finding) { report.findings.append(finding) }

  // MARK: - Reading

  private mutating func readPublication() -> Publication? {
    guard let file = plan.publication else { return Publication() }
    recordFile(file)
    do throws(FileFault) {
      let source = try Files.read(file)
      settings = BuildRecord.Lookup.key(of: source)
      let (publication, findings) = PublicationReader.read(source, file: file)
      report.findings += findings
      return publication
    } catch {
      fail(.unreadable(file, error))
      return nil
    }
  }

  /// The articles that are to be published; of two with one address the first by folder.
  private mutating func readEntries(
    _ folders: ArticleFolders, _ names: [String]
  ) -> [ArticleEntry] {
    let last = last
    let read = Parallel.map(names.count, threads: plan.threads) { index in
      let facts = Files.facts("\(folders.folder)/\(names[index])/article.md")
      if let last, let front = last.fronts[names[index]],
        last.isUnchanged(facts, since: front.facts)
      {
        return (entry: ArticleEntry?.some(front.entry), findings: front.findings, facts: facts)
      }
      let (entry, findings) = folders.entry(names[index])
      return (entry: entry, findings: findings, facts: facts)
    }
    var entries: [ArticleEntry] = []
    var files: [String: String] = [:]
    for (entry, findings, facts) in read {
      guard let entry, let facts else {
        report.findings += findings
        continue
      }
      record.fronts[entry.folder] = BuildRecord.Front(
        facts: facts, entry: entry, findings: findings.filter { $0.kind == .wrongSlug })
      // The findings of its front matter are told when the whole article is read.
      if entry.frontMatter.isDraft, !plan.showsDrafts { continue }
      report.findings += findings.filter { $0.kind == .wrongSlug }
      if let other = files[entry.slug] {
        fail(
          Finding(
            .sameAddress, .error, file: entry.file,
            facts: ["address": entry.path, "other": other]))
        continue
      }
      files[entry.slug] = entry.file
      entries.append(entry)
    }
    return entries
  }

  private mutating func readPages(
    _ folders: ArticleFolders, _ known: Site, _ ledger: inout PathLedger
  ) -> [EditorsPage] {
    var pages: [EditorsPage] = []
    recordFile("\(folders.folder)/pages")
    for file in folders.pages() {
      recordFile("\(folders.folder)/pages/\(file)")
      let place = "\(folders.name)/pages/\(file)"
      let source: [UInt8]
      do throws(FileFault) {
        source = try Files.read("\(folders.folder)/pages/\(file)")
      } catch {
        fail(.unreadable(place, error))
        continue
      }
      let front = ManuscriptReader.readFrontMatter(source, file: place).frontMatter
      if front.isDraft, !plan.showsDrafts { continue }
      let (name, tag) = EditorsPage.parts(ofFile: file)
      let language = tag ?? known.mainLanguage
      let slug = Slug.isAddress(name) ? name : Slug.make(of: name)
      let path = known.prefix(language) + slug + "/"
      do throws(PathLedger.Refusal) {
        if EditorsPage.reserved.contains(slug) || known.languages.contains(slug) {
          throw .taken(by: "Daf")
        }
        try ledger.claim(path + "index.html", for: place)
      } catch {
        var facts = ["address": path, "other": "Daf"]
        if case .taken(let other) = error { facts["other"] = other }
        fail(Finding(.sameAddress, .error, file: place, facts: facts))
        continue
      }
      pages.append(
        EditorsPage(
          name: name, file: file, language: front.language, title: front.title,
          isDraft: front.isDraft, path: path))
    }
    return pages
  }

  // MARK: - Writing

  private mutating func write(_ site: Site, _ folders: ArticleFolders) {
    let output: OutputFolder
    do throws(OutputFolder.Refusal) {
      output = try OutputFolder(plan.output)
    } catch {
      switch error {
      case .foreign(let path): fail(Finding(.foreignOutput, .error, file: path))
      case .fault(let fault): fail(.unwritable(fault))
      }
      return
    }
    let writer = SiteWriter(
      site: site, output: output, folders: folders, plan: plan, settings: settings, record: last)
    do throws(FileFault) {
      let written = try writer.write()
      if written.isStopped {
        output.discard()
        report.isStopped = true
        return
      }
      report.findings += written.findings
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
      try output.exchange(threads: plan.threads)
      report.isDone = true
      self.site = site
      keepRecord(written, output.path)
    } catch {
      output.discard()
      fail(.unwritable(error))
    }
  }
}

// MARK: - The record

extension SiteBuilder {
  private mutating func recordFile(_ path: String) {
    record.inputs[path] = .some(Files.facts(path))
  }

  /// Enters a folder with all that is in it.
  private mutating func recordTree(_ folder: String) throws(FileFault) {
    recordFile(folder)
    for path in try Files.treeAll(folder) {
      var path = "\(folder)/\(path)"
      while path != folder, record.inputs[path] == nil {
        recordFile(path)
        guard let parent = Files.parent(of: path) else { break }
        path = parent
      }
    }
  }

  private mutating func keepRecord(_ written: SiteWriter.Written, _ output: String) {
    record.units = written.units
    if !plan.makesSearchIndex { record.units["search"] = last?.units["search"] }
    record.report = report
    for (path, facts) in written.lookups { record.inputs[path] = facts }
    var paths = Set(written.paths)
    paths.insert(OutputFolder.mark)
    for path in written.paths {
      var path = path
      while let parent = Files.parent(of: path), paths.insert(parent).inserted { path = parent }
    }
    paths.insert("")
    let all = paths.sorted()
    let facts = Parallel.map(all.count, threads: plan.threads) {
      Files.facts("\(output)/\(all[$0])")
    }
    for (path, facts) in zip(all, facts) { record.outputs[path] = facts }
    // A dictionary that is there and did not answer may answer the next time.
    let hasFailed =
      plan.makesSearchIndex && report.searchDictionary == nil
      && plan.dictionary.map { Files.facts($0) != nil } ?? false
    if hasFailed { record.units["search"] = nil } else { cache?.put(record) }
  }
}

extension BuildRecord {
  /// What a build tells that finds nothing to do.
  var standingReport: SiteBuilder.Report {
    var report = report
    report.isDone = true
    report.changedPaths = []
    report.analysedArticles = 0
    report.paths = outputs.filter { $0.value.kind == .file && $0.key != OutputFolder.mark }
      .map(\.key).sorted()
    return report
  }
}

extension SiteBuilder.Plan {
  /// Changes with everything that a site depends on beside the publication's own files: the program
  /// itself, what it was asked for, and the programs that it asks.
  fileprivate var identity: UInt64 {
    var key = BuildKey()
    key.add(Files.facts(Files.resolved("/proc/self/exe") ?? ""))
    for folder in [articles] + templates {
      key.add(folder)
      key.add(orNone: Files.resolved(folder))
    }
    // The first build of a site finds no folder there that could be followed.
    key.add(output)
    key.add(orNone: Files.resolved("."))
    key.add(articlesName)
    key.add(orNone: publication)
    key.add(showsDrafts)
    key.add(orNone: dictionary)
    key.add(dictionary.flatMap { Files.resolved($0) }.flatMap { Files.facts($0) })
    for program in Exporters.all.flatMap(\.programs) {
      key.add(program)
      key.add(Program.find(program).flatMap { Files.facts($0) })
    }
    return key.value
  }

  /// Whether a site that another plan has made is one of this plan's.
  func isLike(_ other: Self) -> Bool {
    (articles, articlesName, templates, publication, output, showsDrafts)
      == (
        other.articles, other.articlesName, other.templates, other.publication, other.output,
        other.showsDrafts
      )
  }
}

extension SiteBuilder.Report {
  /// Tells where the pages of a site come from.
  mutating func take(_ site: Site, _ folders: ArticleFolders) {
    (sources, drafts) = ([:], [])
    basePath = site.basePath
    for entry in site.catalogue.articles {
      sources[entry.path] = entry.file
      if entry.frontMatter.isDraft { drafts.insert(entry.path) }
    }
    for page in site.pages {
      sources[page.path] = "\(folders.name)/pages/\(page.file)"
      if page.isDraft { drafts.insert(page.path) }
    }
  }
}
