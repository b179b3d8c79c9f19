import Foundation
import Preview
import Publishing

/// Makes the site of a preview: drafts are in it, and it stands in a folder of its own.
final class PreviewBuilder {
  private let articles: String
  private let settings: String
  private let templates: String
  private let output: String
  /// How many files the site had.
  private var files: Int?

  init(articles: String, settings: String, templates: String, output: String) {
    self.articles = articles
    self.settings = settings
    self.templates = templates
    self.output = output
  }

  /// What the site is made from.
  var watched: [String] {
    var paths = [articles, settings, templates]
    for folder in PublicationPlace.templateFolders(own: templates) where !paths.contains(folder) {
      paths.append(folder)
    }
    return paths
  }

  func build(_ changed: Set<String>?) -> BuiltSite {
    // What is there is looked at anew each time: a file may have come or gone.
    var plan = SiteBuilder.Plan(
      articles: articles, templates: PublicationPlace.templateFolders(own: templates),
      output: output)
    plan.publication = FileManager.default.fileExists(atPath: settings) ? settings : nil
    plan.showsDrafts = true
    plan.threads = ProcessInfo.processInfo.activeProcessorCount
    let report = SiteBuilder.build(plan)
    let hasChanged = report.isDone && (report.changedFiles > 0 || report.files != files)
    if report.isDone { files = report.files }
    return BuiltSite(
      folder: output, findings: report.findings, hasChanged: hasChanged,
      sources: report.sources, drafts: report.drafts)
  }
}
