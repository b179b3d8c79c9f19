import Checking
import Citations
import Exporting
import Manuscript
import Rendering
import Search

extension SiteWriter {
  /// Names beside an article's page that no picture may have.
  private static let pageNames: Set<Substring> = ["index.html"]

  var cache: BuildCache? { plan.cache.map { BuildCache(folder: $0) } }

  func folder(of entry: ArticleEntry) -> String { "\(folders.folder)/\(entry.folder)" }

  /// Writes an article's page and other outputs, its pictures and downloads.
  ///
  /// - Parameter search: where the article's segment goes; `nil` where no search index is made.
  func article(_ index: Int, key: UInt64, _ search: GatheredSearch?) -> BuildRecord.Unit {
    let entry = site.catalogue.articles[index]
    return unit("article \(entry.folder)", key, folder: folder(of: entry)) {
      (outcome, log) throws(FileFault) in
      try writeArticle(index, log, search, &outcome)
    }
  }

  private func writeArticle(
    _ index: Int, _ log: LookupLog, _ search: GatheredSearch?, _ outcome: inout Outcome
  ) throws(FileFault) {
    let entry = site.catalogue.articles[index]
    let folder = folder(of: entry)
    let facts = Files.facts("\(folder)/article.md")
    // It could be read a moment ago, and other pages lead to it: without it no site is made.
    var source = try Files.read("\(folder)/article.md")
    log.add(BuildRecord.Lookup(path: "article.md", facts: facts, bytes: source))
    if let text = withheld(index, source) { source = text }
    let (article, findings) = ManuscriptReader.read(source, file: entry.file)
    let linked = LinkedArticle(article, file: entry.file)
    let pictures = PictureTaker(
      files: ArticleFiles(folder: folder, log: log), file: entry.file, reserved: Self.pageNames,
      cutter: cutter)
    try writeOutputs(index, linked, source, pictures, &outcome)
    let checks = ArticleCheck.findings(
      in: article, told: findings + linked.findings, source: source, file: entry.file)
    outcome.checks = checks.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    outcome.links = NeighbourLink.all(in: article, source: source)
    let taken = ArticleCheck.placed(pictures.result.findings, in: source)
    let told = findings + linked.findings + taken
    // Links that lead nowhere in the article, sample texts.
    let further = checks.filter { $0.severity == .error && !told.contains($0) }
    outcome.findings += (told + further)
      .filter { !article.frontMatter.silences($0.kind) }
      .sorted { $0.position < $1.position }
    guard plan.makesSearchIndex, let search, !article.frontMatter.isDraft else { return }
    let searchable = SearchableArticle(
      article, slug: entry.slug, url: Slug.percentEncoded(entry.path))
    let segment: SearchSegment
    if let cache {
      (segment, outcome.keptName, outcome.isNewlyAnalysed) = cache.segment(of: searchable)
    } else {
      (segment, outcome.isNewlyAnalysed) = (SearchSegment(searchable), true)
      search.add(segment, index)
    }
    for file in segment.files { try put(file.bytes, file.path, &outcome) }
  }

  /// What is said of links between articles that lead nowhere.
  ///
  /// - Parameter links: those of articles, by the articles' places in the catalogue.
  func deadLinks(_ links: [(index: Int, links: [NeighbourLink])]) -> [Finding] {
    var anchors: [Int: Set<String>] = [:]
    var findings: [Finding] = []
    for (index, links) in links where !links.isEmpty {
      let entry = site.catalogue.articles[index]
      guard !entry.frontMatter.silences(.deadLink) else { continue }
      for link in links {
        // What waits for its day will be there.
        if site.awaitedArticles.contains(link.slug) { continue }
        let isDead = link.isDead { slug in
          guard let target = site.catalogue.bySlug[slug],
            entry.frontMatter.isDraft || !site.catalogue.articles[target].frontMatter.isDraft
          else { return nil }
          if link.anchor.isEmpty { return [] }
          if let known = anchors[target] { return known }
          let source = source(of: target) ?? []
          let found = ManuscriptReader.read(source, file: "").article.anchors
          anchors[target] = found
          return found
        }
        if isDead { findings.append(link.finding(file: entry.file)) }
      }
    }
    return findings
  }

  /// Writes what the exporters make of an article, and the pictures and downloads that it names.
  private func writeOutputs(
    _ index: Int, _ linked: LinkedArticle, _ source: [UInt8], _ pictures: PictureTaker,
    _ outcome: inout Outcome
  ) throws(FileFault) {
    let entry = site.catalogue.articles[index]
    var exported = exported(index, linked, source: source, pictures: pictures)
    let maker = PageMaker(
      site: site, index: index, pictures: pictures, citations: citations.of(entry.slug),
      keepsText: site.isInFeeds(index))
    let page = HTMLExporter { exported, rendered throws(ExportFault) in
      try maker.page(exported, rendered)
    }
    for exporter in site.exporters + [page] {
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
    if site.listsWorks, !exported.article.frontMatter.isDraft {
      outcome.cited = RecordWriter.bytes(of: exported.cited)
    }
    let made = maker.result
    outcome.unknownKeys = made.unknownKeys
    outcome.templateFault = made.fault
    outcome.feedText = made.text.isEmpty ? nil : made.text
    let names = Set(exported.made.map(\.path))
    for file in pictures.result.files {
      // The page and the other formats have their names first.
      guard !names.contains(file.path) else {
        outcome.findings.append(
          Finding(.refusedFile, .error, file: entry.file, facts: ["value": file.path]))
        continue
      }
      try put(file.bytes, entry.path + file.path, &outcome)
    }
  }

  /// The file of an article as the site may show it today; `nil` where it cannot be read.
  func source(of index: Int) -> [UInt8]? {
    let entry = site.catalogue.articles[index]
    guard let source = try? Files.read("\(folder(of: entry))/article.md") else { return nil }
    return withheld(index, source) ?? source
  }

  /// What stands for an article whose text is not to be read yet: its front matter, without the
  /// downloads, and a sentence that says when. `nil` where the text may be read.
  private func withheld(_ index: Int, _ source: [UInt8]) -> [UInt8]? {
    let entry = site.catalogue.articles[index]
    guard let date = entry.frontMatter.embargo, entry.awaited(on: site.today) != nil else {
      return nil
    }
    var article = ManuscriptReader.read(source, file: entry.file).article
    article.frontMatter.files = []
    article.blocks = []
    article.notes = []
    article.linkLists = []
    let interface = site.interface(site.interfaceLanguage(for: entry.frontMatter.language))
    let sentence = interface.fill("embargoed", ["date": interface.date(date)])
    return Array("\(ManuscriptWriter.write(article))\n\(sentence)\n".utf8)
  }

  /// An article's text as HTML for the feed, where its page was not made now.
  func feedText(of index: Int) -> [UInt8] {
    let entry = site.catalogue.articles[index]
    guard let source = source(of: index) else { return [] }
    let article = ManuscriptReader.read(source, file: entry.file).article
    let pictures = PictureTaker(
      files: ArticleFiles(folder: folder(of: entry)), file: entry.file, reserved: Self.pageNames,
      cutter: cutter)
    let exported = exported(
      index, LinkedArticle(article, file: entry.file), source: source, pictures: pictures)
    let rendered = ArticleRenderer(labels: exported.labels, picture: exported.files.picture)
      .render(exported.linked)
    return rendered.body + rendered.notes
  }
}
