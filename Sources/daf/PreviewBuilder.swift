import Foundation
import Preview
import Publishing

/// Makes the site of a preview: drafts are in it, and it stands in a folder of its own.
final class PreviewBuilder {
  private let articles: String
  private let settings: String
  private let templates: String
  private let statics: String
  private let output: String
  private let rebuilder = SiteRebuilder()
  /// What the last build told that could be done.
  private var last: SiteBuilder.Report?

  init(articles: String, settings: String, templates: String, statics: String, output: String) {
    self.statics = statics
    self.articles = articles
    self.settings = settings
    self.templates = templates
    self.output = output
  }

  /// What the site is made from.
  var watched: [String] {
    // Daf's own templates as well, unless they are the publication's.
    func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
    let installed = PublicationPlace.templateFolders(own: templates).filter {
      resolved($0) != resolved(templates)
    }
    return [articles, settings, templates, statics] + installed
  }

  func build(_ task: BuildTask) -> BuiltSite {
    // What is there is looked at anew each time: a file may have come or gone.
    var plan = SiteBuilder.Plan(
      articles: articles, templates: PublicationPlace.templateFolders(own: templates),
      output: output)
    plan.publication = FileManager.default.fileExists(atPath: settings) ? settings : nil
    plan.statics = statics
    plan.cache = output + "-cache"
    plan.showsDrafts = true
    // They take longer than an editor waits.
    plan.runsPrograms = false
    plan.threads = ProcessInfo.processInfo.activeProcessorCount
    let report =
      switch task.kind {
      case .first: rebuilder.build(plan, changed: nil, shouldStop: task.shouldStop)
      case .changed(let files):
        rebuilder.build(plan, changed: files, shouldStop: task.shouldStop)
      case .rest: rebuilder.complete(plan, shouldStop: task.shouldStop)
      }
    guard report.isDone else {
      // The site of before stands, and its pages come from where they came from.
      return BuiltSite(
        folder: output, findings: report.findings, changes: .files([]),
        sources: last?.sources ?? [:],
        drafts: last?.drafts ?? [])
    }
    // Pages that are gone are no longer what they were.
    var changes = Set(report.changedPaths)
    if let last { changes.formUnion(Set(last.paths).subtracting(report.paths)) }
    let isFirst = last == nil
    last = report
    var site = BuiltSite(
      folder: output, findings: report.findings, changes: isFirst ? .everything : .files(changes),
      sources: report.sources, drafts: report.drafts)
    site.isPartial = report.isPartial
    site.basePath = report.basePath
    return site
  }
}
