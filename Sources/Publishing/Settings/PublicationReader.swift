import Exporting
import Manuscript

/// Reads `publication.yaml`.
public struct PublicationReader {
  private let file: String
  private var findings: [Finding] = []

  static let keys = [
    "name", "description", "url", "languages", "publisher", "issn", "licence", "email", "series",
    "menu", "footer", "articles-per-page", "exports",
    "citation-styles",
  ]

  /// Reads the settings from a file's bytes; what is wrong has its default and is reported.
  public static func read(
    _ source: [UInt8], file: String
  ) -> (publication: Publication, findings: [Finding]) {
    var reader = PublicationReader(file: file)
    let (root, findings) = YAMLParser.parse(source, file: file)
    let publication = reader.publication(root)
    return (publication, (findings + reader.findings).sorted { $0.position < $1.position })
  }

  private init(file: String) { self.file = file }

  private mutating func publication(_ root: YAMLNode?) -> Publication {
    var publication = Publication()
    guard let root, !root.isNull else { return publication }
    for (name, value) in pairs(root, "publication.yaml", known: Self.keys) {
      switch name {
      case "name": publication.name = localized(value, name)
      case "description": publication.description = localized(value, name)
      case "url": publication.url = address(value)
      case "languages": publication.languages = languages(value)
      case "publisher": publication.publisher = localized(value, name)
      case "issn": publication.issn = text(value, name)
      case "licence": publication.licence = text(value, name)
      case "email": publication.email = text(value, name)
      case "series":
        for (series, names) in pairs(value, name, known: nil) {
          publication.series[series] = localized(names, "series.\(series)")
        }
      case "menu": publication.menu = menu(value, name)
      case "footer": publication.footer = menu(value, name)
      case "articles-per-page":
        if let number = text(value, name).flatMap({ Int($0) }), (1...10_000).contains(number) {
          publication.articlesPerPage = number
        } else {
          reportType(value, name, "number")
        }
      case "exports": publication.exports = names(value, name, Exporters.all.map(\.name))
      case "citation-styles":
        publication.citationStyles = names(value, name, CitationStyle.all.map(\.name))
      default: break
      }
    }
    return publication
  }

  private mutating func address(_ node: YAMLNode) -> String? {
    guard let text = text(node, "url") else { return nil }
    let lowered = text.lowercased()
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !"\"<>\\^`{|}?#".contains(Character($0))
    }
    guard isPlain, lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
      text.split(separator: "/").count > 1
    else {
      report(.unsafeAddress, .error, at: node.position, ["key": "url", "address": text])
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  private mutating func languages(_ node: YAMLNode) -> [String] {
    var languages: [String] = []
    for (index, node) in list(node).enumerated() {
      guard let tag = text(node, "languages.\(index)"), !languages.contains(tag) else { continue }
      guard LanguageTag.isWellFormed(tag) else {
        report(
          .wrongLanguageTag, .error, at: node.position, ["key": "languages", "value": tag])
        continue
      }
      languages.append(tag)
    }
    return languages
  }

  /// A list of words of which each must be known.
  private mutating func names(_ node: YAMLNode, _ key: String, _ known: [String]) -> [String] {
    list(node).enumerated().compactMap { index, node in
      guard let name = text(node, "\(key).\(index)") else { return nil }
      if !known.contains(name) {
        report(
          .unknownValue, .warning, at: node.position,
          ["key": key, "value": name, "known": known.joined(separator: ", ")])
      }
      return name
    }
  }

  private mutating func menu(_ node: YAMLNode, _ key: String) -> [Publication.MenuEntry] {
    var entries: [Publication.MenuEntry] = []
    for (index, node) in list(node).enumerated() {
      if case .scalar = node.content {
        if let page = text(node, "\(key).\(index)") { entries.append(.init(page: page)) }
        continue
      }
      var title = LocalizedText()
      var url: String?
      for (name, value) in pairs(node, "\(key).\(index)", known: ["title", "url"]) {
        if name == "title" {
          title = localized(value, "\(key).\(index).title")
        } else {
          url = text(value, "\(key).\(index).url")
        }
      }
      guard let url else {
        report(.missingKey, .error, at: node.position, ["key": "\(key).\(index).url"])
        continue
      }
      guard WebAddress.isSafe(url) else {
        report(
          .unsafeAddress, .error, at: node.position,
          ["key": "\(key).\(index).url", "address": url])
        continue
      }
      entries.append(.init(title: title, url: url))
    }
    return entries
  }

  // MARK: - Values

  private mutating func localized(_ node: YAMLNode, _ key: String) -> LocalizedText {
    if case .mapping = node.content {
      var texts: [String: String] = [:]
      for (language, value) in pairs(node, key, known: nil) {
        texts[language] = text(value, "\(key).\(language)")
      }
      return LocalizedText(byLanguage: texts)
    }
    return LocalizedText(text(node, key))
  }

  private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    if node.isNull { return nil }
    guard let text = node.text else {
      reportType(node, key, "text")
      return nil
    }
    let trimmed = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return trimmed.isEmpty ? nil : trimmed
  }

  private func list(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let nodes) = node.content { return nodes }
    return node.isNull ? [] : [node]
  }

  private mutating func pairs(
    _ node: YAMLNode, _ key: String, known: [String]?
  ) -> [(name: String, value: YAMLNode)] {
    guard case .mapping(let pairs) = node.content else {
      if !node.isNull { reportType(node, key, "mapping") }
      return []
    }
    var result: [(name: String, value: YAMLNode)] = []
    for pair in pairs {
      guard case .scalar(let name, _) = pair.key.content else { continue }
      if let known, !known.contains(name) {
        var facts = ["key": name]
        facts["nearest"] = FrontMatterKeys.nearest(to: name, among: known)
        report(
          facts["nearest"] == nil ? .unknownKey : .misspelledKey, .warning,
          at: pair.key.position, facts)
      } else {
        result.append((name, pair.value))
      }
    }
    return result
  }

  private mutating func reportType(_ node: YAMLNode, _ key: String, _ wanted: String) {
    report(.wrongType, .error, at: node.position, ["key": key, "wanted": wanted])
  }

  private mutating func report(
    _ kind: Finding.Kind, _ severity: Finding.Severity, at position: SourcePosition,
    _ facts: [String: String]
  ) {
    findings.append(Finding(kind, severity, file: file, position: position, facts: facts))
  }
}
