import Manuscript
import Templating

/// Everything that comes out of Templates: the compiled templates, the interface's strings, and the
/// files that go into the site as they are (style sheets, scripts, fonts).
struct TemplateLibrary: Sendable {
  var templates: TemplateSet
  /// By language.
  var interfaces: [String: Interface]
  /// Files for the site: their paths in Templates, or in the theme, and their content.
  var assets: [(path: String, bytes: [UInt8])]
  /// The folder of the assets in the site. Its name changes with their content, so that browsers may
  /// keep them for ever; and inside it they find one another by the names they have in Templates.
  var assetsFolder: String
  var findings: [Finding]
  /// The files of the templates, by name.
  var templateFiles: [String: String]
  /// Changes when any template or string does.
  var fingerprint: String
  /// What the publication's theme brings.
  var theme: ThemeAssets

  /// The file of a template, for messages.
  func file(of template: String) -> String { templateFiles[template] ?? template }

  /// Reads template folders; a file in a later one takes the place of one with the same path in an
  /// earlier one.
  ///
  /// - Parameter theme: what the publication's theme brings beside them.
  static func load(
    _ folders: [String], theme: ThemeAssets
  ) throws(FileFault) -> TemplateLibrary {
    var files: [String: String] = [:]
    for folder in folders {
      for path in try Files.tree(folder) { files[path] = "\(folder)/\(path)" }
    }
    var sources: [String: [UInt8]] = [:]
    var interfaces: [String: Interface] = [:]
    var assets: [(path: String, bytes: [UInt8])] = theme.files
    var findings = theme.findings
    var templateFiles: [String: String] = [:]
    var assetHash = ContentHash()
    for asset in assets {
      assetHash.add(asset.path.utf8)
      assetHash.add(asset.bytes)
    }
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
        let bytes = try Files.read(file)
        assets.append((path, bytes))
        assetHash.add(path.utf8)
        assetHash.add(bytes)
      }
    }
    let set = TemplateSet(sources: sources)
    findings += set.faults.map { $0.finding(file: templateFiles[$0.template] ?? $0.template) }
    return TemplateLibrary(
      templates: set, interfaces: interfaces, assets: assets,
      assetsFolder: "assets/\(assetHash.hexadecimal)", findings: findings,
      templateFiles: templateFiles, fingerprint: templateHash.hexadecimal, theme: theme)
  }
}
