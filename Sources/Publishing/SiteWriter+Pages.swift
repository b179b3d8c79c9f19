import Checking
import Exporting
import Manuscript
import Orthography
import Rendering
import Templating

/// Pages that are few, and what stands at the site's root.
extension SiteWriter {
  func writeEditorsPage(
    _ page: EditorsPage, _ log: LookupLog, _ outcome: inout Outcome
  ) throws(FileFault) {
    let source = try Files.read("\(folders.folder)/pages/\(page.file)")
    let (article, findings) = ManuscriptReader.read(source, file: page.source)
    let language = site.interfaceLanguage(for: page.language)
    let pictures = PictureTaker(
      files: ArticleFiles(folder: folder(of: page), log: log), file: page.source, cutter: cutter)
    let labels = ArticleLabels(strings: site.interface(language).strings)
    let renderer = ArticleRenderer(labels: labels, picture: { pictures.take($0) })
    let rendered = Formulas.render(renderer, tools: Program.tools) {
      $0.render(article, file: page.source)
    }
    for file in pictures.result.files { try put(file.bytes, page.path + file.path, &outcome) }
    var frame = PageFrame(
      path: page.path, template: "page", kind: page.isNews ? "news-page" : "page",
      language: language, title: page.title)
    frame.breadcrumbs = [site.home(crumb: language)]
    if page.isNews {
      frame.breadcrumbs.append((site.interface(language)("news"), site.newsPath(language)))
      outcome.feedText = rendered.body + rendered.notes
    }
    frame.alternates = site.pages.filter { $0.name == page.name }.map { ($0.language, $0.path) }
    frame.isHidden = page.isDraft
    frame.description = Summary.of(article.frontMatter.abstract)
    let content: [String: TemplateValue] = [
      "title": .markup(rendered.title),
      "isDraft": .flag(page.isDraft),
      "date": page.isNews ? site.date(page.date, in: site.interface(language)) : .none,
      "body": .markup(rendered.body),
      "notes": .markup(rendered.notes),
    ]
    try write(frame, content, &outcome)
    let told =
      findings + rendered.findings + ArticleCheck.placed(pictures.result.findings, in: source)
    var surroundings = Surroundings()
    surroundings.isPage = true
    let checks = ArticleCheck.findings(
      in: article, told: findings, source: source, file: page.source, surroundings: surroundings)
    outcome.checks = checks.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    let further = checks.filter { $0.severity == .error && !told.contains($0) }
    outcome.findings += (told + further).filter { !article.frontMatter.silences($0.kind) }
  }

  func writeAssets(_ written: inout Written) throws(FileFault) {
    var outcome = Outcome()
    for asset in site.library.assets {
      let bytes =
        asset.path.hasSuffix(".js") ? ScriptStripper.stripped(asset.bytes) : asset.bytes
      try put(bytes, "\(site.library.assetsFolder)/\(asset.path)", &outcome)
    }
    written.add(outcome)
  }

  func writeCovers(_ written: inout Written) throws(FileFault) {
    var outcome = Outcome()
    var failures: [Finding] = []
    let covers = CoverFiles(site: site, cache: cache) { program, reason in
      failures.append(
        Finding(.programFailed, .error, file: program, facts: ["reason": reason]))
    }
    for file in covers.files() { try put(file.bytes, file.path, &outcome) }
    outcome.findings += failures
    written.add(outcome)
  }

  /// The folder in which an editors' page stands.
  func folder(of page: EditorsPage) -> String {
    "\(folders.folder)/pages" + (page.isNews ? "/" + EditorsPage.newsFolder : "")
  }

  /// A page at an older address that leads to where an article or a page stands now.
  func writeRedirect(
    _ older: OlderAddress, _ outcome: inout Outcome
  ) throws(FileFault) {
    var frame = PageFrame(
      path: older.path, template: "redirect", kind: "redirect",
      language: site.interfaceLanguage(for: older.language), title: older.title)
    frame.isHidden = true
    frame.titleDirection = Direction(language: older.language)
    let target: TemplateValue = .text(Slug.percentEncoded(older.target))
    let address = site.absolute(older.target)
    try write(frame, ["target": target, "targetAddress": .text(orNone: address)], &outcome)
  }

  /// The outputs of volumes and of the whole publication.
  func writeExports(
    _ keys: SiteKeys, _ contents: [UInt64], _ works: CitedWorks, _ written: inout Written
  ) throws(FileFault) {
    guard !site.exporters.isEmpty else { return }
    let volumes = site.catalogue.volumes
    let made = Parallel.map(volumes.count, threads: plan.threads) { place in
      unit("volume \(volumes[place].slug)", keys.together(volumes[place].articles, contents)) {
        (outcome) throws(FileFault) in try exportVolume(place, &outcome)
      }
    }
    for (place, unit) in made.enumerated() {
      try written.add(unit, "volume \(volumes[place].slug)")
    }
    let whole = unit("publication", keys.together(contents.indices, contents)) {
      (outcome) throws(FileFault) in try exportPublication(works.all, &outcome)
    }
    try written.add(whole, "publication")
  }
}
