import Foundation
import Publishing

/// Where the parts of a publication lie.
struct PublicationPlace {
  let folder: String

  init(_ folder: String) { self.folder = folder }

  /// The option for settings that lie elsewhere.
  static let settingsOption = Subcommand.Option(
    "publication", .file, en: "settings, instead of FOLDER/publication.yaml",
    he: "הגדרות, במקום FOLDER/publication.yaml", ar: "إعدادات بدل FOLDER/publication.yaml")

  /// The option for templates that lie elsewhere.
  static let templatesOption = Subcommand.Option(
    "templates", .folder,
    en: "templates, instead of FOLDER/Templates; what is missing there is Daf's",
    he: "תבניות, במקום FOLDER/Templates; מה שחסר שם נלקח מן התבניות של דף",
    ar: "قوالب بدل FOLDER/Templates؛ وما ينقص فيها يؤخذ من قوالب «دف»")

  /// The path of a part, in the form in which the user would write it.
  func path(_ name: String) -> String {
    if folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Whether there is a publication in the folder: its settings, or articles.
  var isPublication: Bool { existing("publication.yaml") != nil || existing("Articles") != nil }

  func existing(_ name: String) -> String? {
    FileManager.default.fileExists(atPath: path(name)) ? path(name) : nil
  }

  /// How the publication's site is made.
  ///
  /// - Parameters:
  ///   - templates: the publication's own; its folder Templates unless given.
  ///   - output: the site's folder; Output unless given.
  func plan(templates: String? = nil, output: String? = nil) -> SiteBuilder.Plan {
    var plan = SiteBuilder.Plan(
      articles: path("Articles"),
      templates: Self.templateFolders(own: templates ?? path("Templates")),
      output: output ?? path("Output"))
    plan.publication = existing("publication.yaml")
    plan.statics = path("Static")
    plan.cache = path(".daf/cache")
    plan.threads = ProcessInfo.processInfo.activeProcessorCount
    return plan
  }

  /// Daf's own templates, then the publication's: a publication need only have those that it
  /// changes.
  static func templateFolders(own: String) -> [String] {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: own, isDirectory: &isFolder)
    return [installedTemplates()].compactMap { $0 } + (isThere && isFolder.boolValue ? [own] : [])
  }

  /// Daf's own templates: those that `DAF_TEMPLATES` names, or those that lie where the program
  /// does: in `../share/daf/Templates`, or in `Templates` of a folder above it.
  private static func installedTemplates() -> String? {
    if let named = ProcessInfo.processInfo.environment["DAF_TEMPLATES"] { return named }
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = program.deletingLastPathComponent()
    for _ in 0..<6 {
      for place in ["Templates", "share/daf/Templates"] {
        let templates = folder.appending(path: place)
        let layout = templates.appending(path: "layout.mustache")
        if FileManager.default.fileExists(atPath: layout.path) { return templates.path }
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }
}
