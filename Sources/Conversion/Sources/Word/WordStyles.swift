import Markup

/// The styles of a Word file.
struct WordStyles {
  private struct Style {
    var name: String
    var base: String?
    var run: WordRunFormat
    var paragraph: WordParagraphFormat
  }

  private var styles: [String: Style] = [:]
  private var defaultRun = WordRunFormat()
  private var defaultParagraph = WordParagraphFormat()
  private var defaultStyle: String?

  init(_ part: MarkupElement?) {
    guard let part else { return }
    defaultRun = WordRunFormat(part.at("w:docDefaults", "w:rPrDefault", "w:rPr"))
    defaultParagraph = WordParagraphFormat(part.at("w:docDefaults", "w:pPrDefault", "w:pPr"))
    for element in part.all("w:style") {
      guard let id = element["w:styleId"] else { continue }
      styles[id] = Style(
        name: element.first("w:name")?["w:val"]?.lowercased() ?? id.lowercased(),
        base: element.first("w:basedOn")?["w:val"], run: WordRunFormat(element.first("w:rPr")),
        paragraph: WordParagraphFormat(element.first("w:pPr")))
      if element["w:type"] == "paragraph", ["1", "true", "on"].contains(element["w:default"] ?? "")
      {
        defaultStyle = id
      }
    }
  }

  /// A style and those that it is based on, itself first.
  private func chain(_ id: String?) -> [Style] {
    var chain: [Style] = []
    var next = id
    // A loop of styles that are based on one another is cut.
    while let id = next, let style = styles[id], chain.count < 20 {
      chain.append(style)
      next = style.base
    }
    return chain
  }

  /// The names of a paragraph's style and of those that it is based on, in small letters.
  func names(_ id: String?) -> [String] { chain(id ?? defaultStyle).map(\.name) }

  /// What a paragraph's style says of it, numbered lists among it.
  func paragraph(_ id: String?) -> WordParagraphFormat {
    chain(id ?? defaultStyle).reversed().reduce(defaultParagraph) { $1.paragraph.over($0) }
  }

  /// How letters look by a paragraph's style.
  func run(ofParagraph id: String?) -> WordRunFormat {
    chain(id ?? defaultStyle).reversed().reduce(defaultRun) { $1.run.over($0) }
  }

  /// How letters look by a style of characters alone.
  func run(ofCharacters id: String?) -> WordRunFormat {
    chain(id).reversed().reduce(WordRunFormat()) { $1.run.over($0) }
  }

  /// What a paragraph is by its style; `nil` where the style does not say.
  func kind(_ id: String?) -> StructuredBlock.Kind? {
    for style in chain(id) {
      if let kind = Self.kind(named: style.name) { return kind }
      if let outline = style.paragraph.outline, outline < 9 { return .heading(level: outline + 1) }
    }
    return nil
  }

  /// Word writes the names of its own styles in English, whatever language its user reads them in.
  private static func kind(named name: String) -> StructuredBlock.Kind? {
    if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
      return .heading(level: min(max(1, level), 6))
    }
    switch name {
    case "title": return .title
    case "subtitle": return .subtitle
    case "author", "authors": return .author
    case "date": return .date
    case "abstract": return .abstract
    case "bibliography": return .reference
    case "caption", "image caption", "table caption", "figure caption": return .caption
    case "quote", "intense quote", "block text", "quotations", "block quotation", "blockquote":
      return .quotation
    case "source code", "html preformatted", "preformatted text": return .code("")
    default: return nil
    }
  }

  /// Whether a style is that of a table of contents.
  func isContents(_ id: String?) -> Bool {
    names(id).contains { $0.hasPrefix("toc ") || $0 == "toc heading" || $0.hasPrefix("contents ") }
  }
}
