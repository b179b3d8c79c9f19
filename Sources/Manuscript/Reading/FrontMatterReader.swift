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
      readTop(root, into: &frontMatter)
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
    frontMatter.notation = FrontMatterNotation(styles: styles)
    return frontMatter
  }

  private mutating func readTop(_ root: YAMLNode, into front: inout FrontMatter) {
    guard let pairs = mapping(root, key: "---", known: FrontMatterKeys.top) else { return }
    for (name, value) in pairs {
      switch name {
      case "title": front.title = text(value, name) ?? ""
      case "subtitle": front.subtitle = text(value, name)
      case "lang": front.language = language(value, name) ?? ""
      case "author": front.authors = authors(value, name)
      case "abstract": front.abstract = text(value, name)
      case "keywords": front.keywords = texts(value, name, takesSingle: false)
      case "date": front.date = date(value, name)
      case "acknowledgements": front.acknowledgements = text(value, name)
      case "citation": front.citation = citation(value, name)
      case "translations": front.translations = translations(value, name)
      case "check": readCheck(value, into: &front)
      default: readFurther(name, value, into: &front)
      }
    }
  }

  private mutating func readFurther(
    _ name: String, _ value: YAMLNode, into front: inout FrontMatter
  ) {
    switch name {
    case "type": front.type = type(value, name)
    case "slug": front.slug = text(value, name)
    case "aliases": front.aliases = texts(value, name)
    case "draft": front.isDraft = flag(value, name) ?? false
    case "series": front.series = text(value, name)
    case "order": front.order = number(value, name)
    case "licence": front.licence = text(value, name)
    case "image": front.image = text(value, name)
    case "files": front.files = texts(value, name)
    case "translation-of": front.translationOf = text(value, name)
    case "related": front.related = texts(value, name)
    case "updated": front.updated = date(value, name)
    case "corrections": front.corrections = corrections(value, name)
    case "retracted": front.retracted = correction(value, name)
    case "numerals":
      front.numerals = word(value, name, known: FrontMatter.Numerals.allCases.map(\.rawValue))
        .flatMap(FrontMatter.Numerals.init(rawValue:))
    default: break
    }
  }

  /// A language's tag; what is none is reported, and the language guessed.
  private mutating func language(_ node: YAMLNode, _ path: String) -> String? {
    guard let tag = text(node, path), !tag.isEmpty else { return nil }
    if LanguageTag.isWellFormed(tag) { return tag }
    report(.wrongLanguageTag, .error, at: node.position, ["key": path, "value": tag])
    hasWrongLanguage = true
    return nil
  }

  /// A word of those that are known; any other is reported, and given.
  private mutating func word(_ node: YAMLNode, _ path: String, known: [String]) -> String? {
    guard let word = text(node, path) else { return nil }
    if !known.contains(word) {
      report(
        .unknownValue, .warning, at: node.position,
        ["key": path, "value": word, "known": known.joined(separator: ", ")])
    }
    return word
  }

  private mutating func type(_ node: YAMLNode, _ path: String) -> String? {
    word(node, path, known: FrontMatterKeys.types)
  }

  private mutating func readCheck(_ node: YAMLNode, into front: inout FrontMatter) {
    guard let pairs = mapping(node, key: "check", known: FrontMatterKeys.check) else { return }
    for (name, value) in pairs {
      switch name {
      case "ignore": front.ignoredChecks = texts(value, "check.ignore")
      default: front.doubts = texts(value, "check.doubtful")
      }
    }
  }

  // MARK: - Parts

  private mutating func authors(_ node: YAMLNode, _ path: String) -> [FrontMatter.Author] {
    list(node).enumerated().compactMap { author($1, "\(path).\($0)") }
  }

  private mutating func author(_ node: YAMLNode, _ path: String) -> FrontMatter.Author? {
    if case .scalar = node.content {
      return text(node, "\(path).name").map { FrontMatter.Author(name: $0) }
    }
    guard let pairs = mapping(node, key: "author", known: FrontMatterKeys.author) else {
      return nil
    }
    var author = FrontMatter.Author(name: "")
    for (name, value) in pairs {
      let path = "\(path).\(name)"
      switch name {
      case "name": author.name = text(value, path) ?? ""
      case "family": author.family = text(value, path)
      case "given": author.given = text(value, path)
      case "affiliation": author.affiliations = texts(value, path)
      case "email": author.email = text(value, path)
      case "orcid": author.orcid = text(value, path)
      default: author.note = text(value, path)
      }
    }
    if author.name.isEmpty {
      author.name = [author.given, author.family].compactMap { $0 }.joined(separator: " ")
    }
    if author.name.isEmpty { report(.missingName, .error, at: node.position) }
    return author
  }

  private mutating func citation(_ node: YAMLNode, _ path: String) -> FrontMatter.Citation? {
    guard let pairs = mapping(node, key: path, known: FrontMatterKeys.citation) else { return nil }
    var citation = FrontMatter.Citation()
    for (name, value) in pairs {
      let path = "\(path).\(name)"
      switch name {
      case "container-title": citation.containerTitle = text(value, path)
      case "editor": citation.editors = texts(value, path)
      case "publisher": citation.publisher = text(value, path)
      case "publisher-place": citation.publisherPlace = text(value, path)
      case "volume": citation.volume = text(value, path)
      case "issue": citation.issue = text(value, path)
      case "page": citation.page = text(value, path)
      case "url": citation.url = text(value, path)
      case "doi": citation.doi = text(value, path)
      case "issn": citation.issn = text(value, path)
      default: citation.isbn = text(value, path)
      }
    }
    return citation
  }

  private mutating func translations(
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
      guard let fields = mapping(value, key: path, known: FrontMatterKeys.translation) else {
        continue
      }
      var translation = FrontMatter.Translation(language: language)
      for (name, field) in fields {
        let path = "\(path).\(name)"
        switch name {
        case "title": translation.title = text(field, path)
        case "author": translation.authors = authors(field, path)
        case "abstract": translation.abstract = text(field, path)
        default: translation.keywords = texts(field, path, takesSingle: false)
        }
      }
      translations.append(translation)
    }
    return translations
  }

  private mutating func corrections(_ node: YAMLNode, _ path: String) -> [FrontMatter.Correction] {
    list(node).enumerated().compactMap { correction($1, "\(path).\($0)") }
  }

  private mutating func correction(_ node: YAMLNode, _ path: String) -> FrontMatter.Correction? {
    guard let pairs = mapping(node, key: path, known: FrontMatterKeys.correction) else {
      return nil
    }
    var when: PartialDate?
    var what: String?
    for (name, value) in pairs {
      if name == "date" {
        when = date(value, "\(path).date")
      } else {
        what = text(value, "\(path).text")
      }
    }
    if when == nil && !pairs.contains(where: { $0.name == "date" }) {
      report(.missingKey, .error, at: node.position, ["key": "\(path).date"])
    }
    if what == nil { report(.missingKey, .error, at: node.position, ["key": "\(path).text"]) }
    guard let when else { return nil }
    return FrontMatter.Correction(date: when, text: what ?? "")
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

  private mutating func text(_ node: YAMLNode, _ path: String) -> String? {
    guard case .scalar(_, let style) = node.content else {
      reportType(node, path, "text")
      return nil
    }
    guard let text = node.text else { return nil }
    // Where a plain number or date would be quoted, it is worth knowing that it was plain.
    if style != .plain || text.utf8.first.map({ $0 <= 0x39 }) == true { styles[path] = style }
    return Self.trimmed(text)
  }

  private mutating func texts(
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

  private mutating func date(_ node: YAMLNode, _ path: String) -> PartialDate? {
    guard let text = text(node, path) else { return nil }
    let date = PartialDate(text)
    if date == nil {
      report(.wrongDate, .error, at: node.position, ["key": path, "value": text])
    }
    return date
  }

  private mutating func flag(_ node: YAMLNode, _ path: String) -> Bool? {
    switch node.text?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    case nil where node.isNull: return nil
    default:
      reportType(node, path, "flag")
      return nil
    }
  }

  private mutating func number(_ node: YAMLNode, _ path: String) -> Int? {
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
