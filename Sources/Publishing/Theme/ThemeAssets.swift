import Foundation
import Manuscript

/// The files that a theme brings to the site: its fonts with their licences, its style sheet, its
/// logo.
struct ThemeAssets: Sendable {
  /// By their paths among the site's assets.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private(set) var findings: [Finding] = []
  /// The fonts that a page in a script wants first.
  private(set) var faces: [FontFace] = []
  /// The path of the logo among the assets.
  private(set) var logo: String?
  /// The files that it was made from.
  private(set) var sources: [String] = []
  /// The fonts' files, for what is drawn with them.
  private(set) var fontFiles: [(face: FontFace, file: String)] = []

  /// - Parameter settings: the file that the theme stands in, for messages and for the logo beside it.
  init(_ theme: Theme, settings: String?) {
    var shipped: [ThemeStyles.ShippedFont] = []
    let wanted = FontFace.wanted(by: theme.fonts)
    let installed = InstalledFonts(families: Set(wanted.map(\.family)))
    if let reason = installed.failure {
      // Without the fonts it would be another site.
      findings.append(
        Finding(.programFailed, .error, file: "fc-list", facts: ["reason": reason]))
      return
    }
    var missing: [String] = []
    var licences: Set<String> = []
    for face in wanted {
      guard let file = installed.file(of: face) else {
        // A family without a bold or an italic of its own does without it.
        if !face.isBold, !face.isItalic, !missing.contains(face.family) {
          missing.append(face.family)
        }
        continue
      }
      guard let font = FontCutter().cut(face, file: file) else { continue }
      shipped.append(font)
      fontFiles.append((face, file))
      sources.append(file)
      files.append((face.path, font.bytes))
      if let licence = FontLicence.file(of: file), licences.insert(licence).inserted,
        let text = try? Files.read(licence)
      {
        files.append(("fonts/licence-\(Slug.make(of: face.family).lowercased()).txt", text))
      }
    }
    faces = shipped.map(\.face)
    for family in missing {
      findings.append(
        Finding(
          .missingFont, .notice, file: settings ?? "publication.yaml", facts: ["value": family]))
    }
    files.append(("styles/theme.css", Array(ThemeStyles(theme: theme, fonts: shipped).css.utf8)))
    takeLogo(theme, settings)
  }

  private mutating func takeLogo(_ theme: Theme, _ settings: String?) {
    guard let name = theme.logo, let settings else { return }
    let pictures = PictureTaker(
      files: ArticleFiles(folder: Files.parent(of: settings) ?? "."), file: settings)
    sources.append("\(Files.parent(of: settings) ?? ".")/\(name)")
    guard pictures.take(name) != nil, let file = pictures.result.files.first else {
      findings += pictures.result.findings
      return
    }
    logo = "images/\(file.path)"
    files.append(("images/\(file.path)", file.bytes))
  }

  /// The paths of the fonts that a page in a language shows first: its text and its menus.
  func preloads(for language: String) -> [String] {
    let script: FontScript =
      switch language.prefix(while: { $0 != "-" }) {
      case "he", "yi": .hebrew
      case "ar", "fa", "ur": .arabic
      default: .latin
      }
    return faces.filter { $0.script == script && !$0.isBold && !$0.isItalic }.map(\.path)
  }
}

/// Cuts fonts down to the letters of a script, and keeps what came of it.
struct FontCutter {
  /// The user's folder for what can be made again: a font is cut once for all publications.
  private static let folder: String? = {
    if let folder = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return "\(folder)/daf"
    }
    return ProcessInfo.processInfo.environment["HOME"].map { "\($0)/.cache/daf" }
  }()

  /// Changes when the same font would be cut otherwise.
  private static let version = 2

  func cut(_ face: FontFace, file: String) -> ThemeStyles.ShippedFont? {
    guard let facts = Files.facts(file) else { return nil }
    let key = ContentHash.hexadecimal(
      of:
        "\(Self.version) \(file) \(facts.size) \(facts.modified) \(face.script.ranges)".utf8)
    let cache = Self.folder.map { BuildCache(folder: $0) }
    let name = "font-\(key)"
    let (letter, height) = face.script.measure
    guard let source = try? Files.read(file), let font = FontFile(source) else { return nil }
    let own = font.metrics(of: letter).letter_height
    let scale = own > 0 ? min(max(height / own, 0.6), 1.6) : 1
    let ranges = font.covered(face.script.ranges)
    guard !ranges.isEmpty else { return nil }
    let kept = cache?.kept(name).flatMap { $0.isEmpty ? nil : $0 }
    guard let bytes = kept ?? font.subset(ranges) else { return nil }
    if kept == nil { cache?.keep(bytes, as: name) }
    return ThemeStyles.ShippedFont(face: face, bytes: bytes, ranges: ranges, scale: scale)
  }
}

/// Where the licence of an installed font stands.
enum FontLicence {
  /// The copyright file of the Debian package whose folder the font lies in; `nil` where there is
  /// none.
  static func file(of font: String) -> String? {
    let folder = Files.parent(of: font) ?? ""
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    let packages = [
      name, "fonts-\(name)", "fonts-\(name)-core", "fonts-" + name.filter { $0 != "-" },
    ]
    return packages.map { "/usr/share/doc/\($0)/copyright" }.first { Files.facts($0) != nil }
  }
}
