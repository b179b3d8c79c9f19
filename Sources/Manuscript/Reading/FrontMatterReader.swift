import Orthography

/// Makes typed front matter of YAML, and reports what does not fit.
struct FrontMatterReader {
  private let file: String
  private(set) var findings: [Finding] = []
  private var styles: [String: YAMLStyle] = [:]
  private var hasWrongLanguage = false

  init(file: String) { self.file = file }

  /// - Parameters:
  ///   - root: the YAML document, as far as it could be read; `nil` where there is none.
  ///   - isWhole: whether all of it could be read. Of what stands behind a fault of syntax nothing
  ///     is known, so nothing is said to be missing.
  mutating func read(_ root: YAMLNode?, isWhole: Bool = true) -> FrontMatter {
    var frontMatter = FrontMatter(title: "", language: "")
    let start = SourcePosition(line: 1)
    if let root {
      read(root, FrontMatter.fields, key: "---", path: "", into: &frontMatter)
    }
    if frontMatter.title.isEmpty, isWhole {
      report(.missingTitle, .error, at: root?.position ?? start)
    }
    if frontMatter.language.isEmpty {
      frontMatter.language = Self.guessedLanguage(of: frontMatter)
      if isWhole, !hasWrongLanguage {
        report(
          .missingLanguage, .warning, at: root?.position ?? start,
          ["language": frontMatter.language])
      }
    }
    // An editor is still at work on a draft.
    if frontMatter.isDraft {
      for index in findings.indices where findings[index].kind == .sampleText {
        findings[index].severity = .notice
      }
    }
    frontMatter.notation = FrontMatterNotation(styles: styles)
    return frontMatter
  }

  /// Reads the members of a mapping that are known.
  ///
  /// - Parameter key: what findings call the mapping; its path unless given.
  /// - Returns: the names that are there; `nil` where the value is no mapping.
  @discardableResult
  mutating func read<Record>(
    _ node: YAMLNode, _ fields: Fields<Record>, key: String? = nil, path: String,
    into record: inout Record
  ) -> [String]? {
    guard let pairs = mapping(node, key: key ?? path, known: fields.names) else { return nil }
    for (name, value) in pairs {
      fields[name]?.read(value, path.isEmpty ? name : "\(path).\(name)", &self, &record)
    }
    return pairs.map(\.name)
  }

  /// A language's tag; what is none is reported, and the language guessed.
  mutating func language(_ node: YAMLNode, _ path: String) -> String? {
    guard let tag = text(node, path), !tag.isEmpty else { return nil }
    if LanguageTag.isWellFormed(tag) { return tag }
    // Who types from the right may leave direction marks, which nobody sees.
    let hidden = tag.unicodeScalars.filter { $0.properties.generalCategory == .format }
    let visible = String(
      String.UnicodeScalarView(tag.unicodeScalars.filter { !hidden.contains($0) }))
    if !hidden.isEmpty, LanguageTag.isWellFormed(visible) {
      let names = Set(hidden.map { "U+" + String($0.value, radix: 16, uppercase: true) })
      report(
        .strayMark, .warning, at: node.position,
        ["marks": names.sorted().joined(separator: ", "), "count": String(hidden.count)])
      return visible
    }
    report(.wrongLanguageTag, .error, at: node.position, ["key": path, "value": tag])
    hasWrongLanguage = true
    return nil
  }

  /// A word of those that are known; any other is reported, and given.
  mutating func word(_ node: YAMLNode, _ path: String, known: [String]) -> String? {
    guard let word = text(node, path) else { return nil }
    if !known.contains(word) {
      report(
        .unknownValue, .warning, at: node.position,
        ["key": path, "value": word, "known": known.joined(separator: ", ")])
    }
    return word
  }

  // MARK: - Parts

  mutating func authors(_ node: YAMLNode, _ path: String) -> [FrontMatter.Author] {
    list(node).enumerated().compactMap { author($1, "\(path).\($0)") }
  }

  private mutating func author(_ node: YAMLNode, _ path: String) -> FrontMatter.Author? {
    if case .scalar = node.content {
      return text(node, "\(path).name").map { FrontMatter.Author(name: $0) }
    }
    var author = FrontMatter.Author(name: "")
    guard read(node, FrontMatter.Author.fields, key: "author", path: path, into: &author) != nil
    else { return nil }
    if author.name.isEmpty {
      author.name = [author.given, author.family].compactMap { $0 }.joined(separator: " ")
    }
    if author.name.isEmpty { report(.missingName, .error, at: node.position) }
    return author
  }

  mutating func translations(
    _ node: YAMLNode, _ path: String
  ) -> [FrontMatter.Translation] {
    guard let pairs = mapping(node, key: path, known: nil) else { return [] }
    var translations: [FrontMatter.Translation] = []
    for (language, value) in pairs {
      guard LanguageTag.isWellFormed(language) else {
        report(
          .wrongLanguageTag, .error, at: value.position, ["key": path, "value": language])
        continue
      }
      let path = "\(path).\(language)"
      var translation = FrontMatter.Translation(language: language)
      guard read(value, FrontMatter.Translation.fields, path: path, into: &translation) != nil
      else { continue }
      translations.append(translation)
    }
    return translations
  }

  mutating func corrections(_ node: YAMLNode, _ path: String) -> [FrontMatter.Correction] {
    list(node).enumerated().compactMap { correction($1, "\(path).\($0)") }
  }

  mutating func correction(_ node: YAMLNode, _ path: String) -> FrontMatter.Correction? {
    var parts = FrontMatter.Correction.Parts()
    guard let names = read(node, FrontMatter.Correction.fields, path: path, into: &parts) else {
      return nil
    }
    if !names.contains("date") {
      report(.missingKey, .error, at: node.position, ["key": "\(path).date"])
    }
    if parts.text == nil {
      report(.missingKey, .error, at: node.position, ["key": "\(path).text"])
    }
    guard let date = parts.date else { return nil }
    return FrontMatter.Correction(date: date, text: parts.text ?? "")
  }

  // MARK: - Values

  /// The pairs of a mapping that have known names.
  ///
  /// - Parameter known: the names; `nil` where any name may stand.
  private mutating func mapping(
    _ node: YAMLNode, key: String, known: [String]?
  ) -> [(name: String, value: YAMLNode)]? {
    guard case .mapping(let pairs) = node.content else {
      if !node.isNull { reportType(node, key, "mapping") }
      return nil
    }
    var result: [(name: String, value: YAMLNode)] = []
    for pair in pairs {
      guard case .scalar(let name, _) = pair.key.content else { continue }
      if let known, !known.contains(name) {
        let nearest = FrontMatterKeys.nearest(to: name, among: known)
        var facts = ["key": name]
        if let nearest { facts["nearest"] = nearest }
        report(
          nearest == nil ? .unknownKey : .misspelledKey, .warning, at: pair.key.position, facts)
      } else {
        result.append((name, pair.value))
      }
    }
    return result
  }

  mutating func text(_ node: YAMLNode, _ path: String) -> String? {
    guard case .scalar(_, let style) = node.content else {
      reportType(node, path, "text")
      return nil
    }
    guard let text = node.text else { return nil }
    // Where a plain number or date would be quoted, it is worth knowing that it was plain.
    if style != .plain || text.utf8.first.map({ $0 <= 0x39 }) == true { styles[path] = style }
    let trimmed = Self.trimmed(text)
    if SampleText.contains(trimmed) {
      report(.sampleText, .error, at: node.position, ["value": trimmed])
    }
    return trimmed
  }

  mutating func texts(
    _ node: YAMLNode, _ path: String, takesSingle: Bool = true
  ) -> [String] {
    if !takesSingle, case .scalar = node.content, !node.isNull { reportType(node, path, "list") }
    return list(node).enumerated().compactMap { text($1, "\(path).\($0)") }
  }

  /// The entries of a list; a value that stands alone is a list of one.
  private func list(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let nodes) = node.content { return nodes }
    return node.isNull ? [] : [node]
  }

  mutating func date(_ node: YAMLNode, _ path: String) -> PartialDate? {
    guard let text = text(node, path) else { return nil }
    let date = PartialDate(text)
    if date == nil, !SampleText.contains(text) {
      report(.wrongDate, .error, at: node.position, ["key": path, "value": text])
    }
    return date
  }

  mutating func flag(_ node: YAMLNode, _ path: String) -> Bool? {
    switch node.text?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    case nil where node.isNull: return nil
    default:
      reportType(node, path, "flag")
      return nil
    }
  }

  mutating func number(_ node: YAMLNode, _ path: String) -> Int? {
    if node.isNull { return nil }
    if let number = node.text.flatMap({ Int($0) }) { return number }
    reportType(node, path, "number")
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// The language whose script most letters of the title and abstract belong to.
  private static func guessedLanguage(of front: FrontMatter) -> String {
    var counts: [String: Int] = [:]
    for scalar in (front.title + (front.abstract ?? "")).unicodeScalars {
      switch Script(scalar) {
      case .hebrew: counts["he", default: 0] += 1
      case .arabic: counts["ar", default: 0] += 1
      case .latin: counts["en", default: 0] += 1
      default: continue
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? "he"
  }

  // MARK: - Reporting

  private mutating func reportType(_ node: YAMLNode, _ path: String, _ wanted: String) {
    report(.wrongType, .error, at: node.position, ["key": path, "wanted": wanted])
  }

  private mutating func report(
    _ kind: Finding.Kind, _ severity: Finding.Severity, at position: SourcePosition,
    _ facts: [String: String] = [:]
  ) {
    findings.append(Finding(kind, severity, file: file, position: position, facts: facts))
  }
}
