import Manuscript
import Templating

/// Everything that comes out of Templates: the compiled templates, the interface's strings, and the
/// files that go into the site as they are (style sheets, scripts, fonts).
struct TemplateLibrary: Sendable {
  var templates: TemplateSet
  /// By language.
  var interfaces: [String: Interface]
  /// Files for the site: their paths in Templates, and where they lie.
  var assets: [(path: String, file: String)]
  /// The folder of the assets in the site. Its name changes with their content, so that browsers may
  /// keep them for ever; and inside it they find one another by the names they have in Templates.
  var assetsFolder: String
  var findings: [Finding]
  /// The files of the templates, by name.
  var templateFiles: [String: String]
  /// Changes when any template or string does.
  var fingerprint: String

  /// The file of a template, for messages.
  func file(of template: String) -> String { templateFiles[template] ?? template }

  /// Reads template folders; a file in a later one takes the place of one with the same path in an
  /// earlier one.
  static func load(_ folders: [String]) throws(FileFault) -> TemplateLibrary {
    var files: [String: String] = [:]
    for folder in folders {
      for path in try Files.tree(folder) { files[path] = "\(folder)/\(path)" }
    }
    var sources: [String: [UInt8]] = [:]
    var interfaces: [String: Interface] = [:]
    var assets: [(path: String, file: String)] = []
    var findings: [Finding] = []
    var templateFiles: [String: String] = [:]
    var assetHash = ContentHash()
    var templateHash = ContentHash()
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      if path.hasSuffix(".mustache") {
        let source = try Files.read(file)
        let name = String(path.dropLast(".mustache".count))
        sources[name] = source
        templateFiles[name] = file
        templateHash.add(path.utf8)
        templateHash.add(source)
      } else if path.hasPrefix("strings/"), path.hasSuffix(".yaml") {
        let language = String(path.dropFirst("strings/".count).dropLast(".yaml".count))
        let source = try Files.read(file)
        let (interface, found) = InterfaceReader.read(source, language: language, file: file)
        interfaces[language] = interface
        findings += found
        templateHash.add(source)
      } else if !path.hasSuffix(".md"), path.contains("/") {
        assets.append((path, file))
        assetHash.add(path.utf8)
        assetHash.add(try Files.read(file))
      }
    }
    let set = TemplateSet(sources: sources)
    findings += set.faults.map { $0.finding(file: templateFiles[$0.template] ?? $0.template) }
    return TemplateLibrary(
      templates: set, interfaces: interfaces, assets: assets,
      assetsFolder: "assets/\(assetHash.hexadecimal)", findings: findings,
      templateFiles: templateFiles, fingerprint: templateHash.hexadecimal)
  }
}
