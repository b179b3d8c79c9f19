import Exporting
import Manuscript

/// Reads `publication.yaml`.
public struct PublicationReader {
  private let file: String
  private var findings: [Finding] = []
  /// Whether all of the file could be read. Nothing is said to be missing of what could not.
  private var isWhole = true

  /// Reads the settings from a file's bytes; what is wrong has its default and is reported.
  public static func read(
    _ source: [UInt8], file: String
  ) -> (publication: Publication, findings: [Finding]) {
    var reader = PublicationReader(file: file)
    let (root, findings) = YAMLParser.parse(source, file: file)
    reader.isWhole = findings.isEmpty
    let publication = reader.publication(root)
    return (publication, (findings + reader.findings).sorted { $0.position < $1.position })
  }

  /// Reads what the editors say of a volume.
  static func readVolume(
    _ source: [UInt8], file: String
  ) -> (note: VolumeNote, findings: [Finding]) {
    var reader = PublicationReader(file: file)
    let (root, findings) = YAMLParser.parse(source, file: file)
    var note = VolumeNote()
    if let root, !root.isNull {
      reader.read(root, VolumeNote.fields, key: file, path: "", into: &note)
    }
    return (note, (findings + reader.findings).sorted { $0.position < $1.position })
  }

  private init(file: String) { self.file = file }

  private mutating func publication(_ root: YAMLNode?) -> Publication {
    var publication = Publication()
    guard let root, !root.isNull else { return publication }
    read(root, Publication.fields, key: "publication.yaml", path: "", into: &publication)
    return publication
  }

  /// Reads the members of a mapping that are known.
  ///
  /// - Parameter key: what findings call the mapping; its path unless given.
  mutating func read<Record>(
    _ node: YAMLNode, _ fields: [SettingField<Record>], key: String? = nil, path: String,
    into record: inout Record
  ) {
    for (name, value) in pairs(node, key ?? path, known: fields.map(\.key.name)) {
      fields.first { $0.key.name == name }?
        .read(value, path.isEmpty ? name : "\(path).\(name)", &self, &record)
    }
  }

  mutating func texts(_ node: YAMLNode, _ path: String) -> [String] {
    list(node).enumerated().compactMap { text($0.element, "\(path).\($0.offset)") }
  }

  mutating func date(_ node: YAMLNode, _ path: String) -> PartialDate? {
    guard let text = text(node, path) else { return nil }
    let date = PartialDate(text)
    if date == nil, !SampleText.contains(text) {
      report(.wrongDate, .error, at: node.position, ["key": path, "value": text])
    }
    return date
  }

  mutating func number(_ node: YAMLNode, _ path: String, in range: ClosedRange<Int>) -> Int? {
    if let number = text(node, path).flatMap({ Int($0) }), range.contains(number) { return number }
    reportType(node, path, "number")
    return nil
  }

  mutating func flag(_ node: YAMLNode, _ path: String) -> Bool? {
    guard let text = text(node, path) else { return nil }
    if ["true", "false"].contains(text) { return text == "true" }
    reportType(node, path, "flag")
    return nil
  }

  mutating func address(_ node: YAMLNode) -> String? {
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

  mutating func languages(_ node: YAMLNode) -> [String] {
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
  mutating func names(_ node: YAMLNode, _ key: String, _ known: [String]) -> [String] {
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

  mutating func menu(_ node: YAMLNode, _ key: String) -> [Publication.MenuEntry] {
    var entries: [Publication.MenuEntry] = []
    for (index, node) in list(node).enumerated() {
      if case .scalar = node.content {
        if let page = text(node, "\(key).\(index)") { entries.append(.init(page: page)) }
        continue
      }
      var title = LocalizedText()
      var url: String?
      for (name, value) in pairs(
        node, "\(key).\(index)", known: Publication.MenuEntry.keys.map(\.name))
      {
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

  /// The targets of `publish`, by name.
  mutating func targets(_ node: YAMLNode, _ path: String) -> [PublishTarget] {
    if case .scalar(let place, _) = node.content, !node.isNull {
      report(.unnamedTarget, .error, at: node.position, ["name": "live", "value": place])
      return []
    }
    let members = Set(PublishTarget.fields.map(\.key.name))
    let pairs = pairs(node, path, known: nil)
    let hasLostMember = pairs.contains { members.contains($0.name) }
    return pairs.compactMap { name, value in
      if case .scalar(let place, _) = value.content, !value.isNull {
        // A name without “to” below it, or “to” or the like without a name above it.
        report(
          .unnamedTarget, .error, at: value.position,
          ["name": members.contains(name) ? "live" : name, "value": place])
        return nil
      }
      var target = PublishTarget(name: name)
      let told = findings.count
      read(value, PublishTarget.fields, path: "\(path).\(name)", into: &target)
      guard target.place == nil, findings.count == told else { return target }
      if !target.to.isEmpty {
        report(
          .wrongTarget, .error, at: value.position,
          ["key": "\(path).\(name).to", "value": target.to])
      } else if isWhole, !hasLostMember {
        report(.missingKey, .error, at: value.position, ["key": "\(path).\(name).to"])
      }
      return target
    }
  }

  mutating func colour(_ node: YAMLNode, _ path: String) -> String? {
    guard let colour = text(node, path) else { return nil }
    if RGB(colour) != nil { return colour }
    report(.wrongColour, .error, at: node.position, ["key": path, "value": colour])
    return nil
  }

  mutating func coverStyle(_ node: YAMLNode, _ path: String) -> Theme.CoverStyle? {
    guard let style = text(node, path) else { return nil }
    if let known = Theme.CoverStyle(rawValue: style) { return known }
    let known = Theme.CoverStyle.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      .unknownValue, .error, at: node.position, ["key": path, "value": style, "known": known])
    return nil
  }

  /// The families of letters, or `system` for the reader's own.
  mutating func fonts(_ node: YAMLNode, _ path: String, _ keys: [FieldKey]) -> Theme.Fonts {
    var fonts = Theme.Fonts()
    if case .scalar = node.content {
      fonts.areShipped = text(node, path) != "system"
      return fonts
    }
    for (name, value) in pairs(node, path, known: keys.map(\.name)) {
      if name == "interface" {
        let families = list(value).enumerated().compactMap {
          text($0.element, "\(path).interface.\($0.offset)")
        }
        if !families.isEmpty { fonts.interface = families }
      } else if let family = text(value, "\(path).\(name)") {
        switch name {
        case "latin": fonts.latin = family
        case "hebrew": fonts.hebrew = family
        case "arabic": fonts.arabic = family
        default: break
        }
      }
    }
    return fonts
  }

  // MARK: - Values

  mutating func localized(_ node: YAMLNode, _ key: String) -> LocalizedText {
    if case .mapping = node.content {
      var texts: [String: String] = [:]
      for (language, value) in pairs(node, key, known: nil) {
        texts[language] = text(value, "\(key).\(language)")
      }
      return LocalizedText(byLanguage: texts)
    }
    return LocalizedText(text(node, key))
  }

  mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    if node.isNull { return nil }
    guard let text = node.text else {
      reportType(node, key, "text")
      return nil
    }
    let trimmed = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if SampleText.contains(trimmed) {
      report(.sampleText, .error, at: node.position, ["value": trimmed])
    }
    return trimmed.isEmpty ? nil : trimmed
  }

  private func list(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let nodes) = node.content { return nodes }
    return node.isNull ? [] : [node]
  }

  mutating func pairs(
    _ node: YAMLNode, _ key: String, known: [String]?
  ) -> [(name: String, value: YAMLNode)] {
    guard case .mapping(let pairs) = node.content else {
      // A file that is broken at its head is one text.
      if !node.isNull, isWhole || node.position.line > 1 { reportType(node, key, "mapping") }
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

  mutating func reportType(_ node: YAMLNode, _ key: String, _ wanted: String) {
    report(.wrongType, .error, at: node.position, ["key": key, "wanted": wanted])
  }

  private mutating func report(
    _ kind: Finding.Kind, _ severity: Finding.Severity, at position: SourcePosition,
    _ facts: [String: String]
  ) {
    findings.append(Finding(kind, severity, file: file, position: position, facts: facts))
  }
}
