import Manuscript
import Orthography
import Rendering

/// The article as pandoc's own document tree (`--from=json`): what pandoc's Markdown could not say
/// without a guess, as lettered lists, half-lines of verse, captions and numbers, is said by name.
///
/// The tree is that of pandoc-types 1.22 (pandoc 2.10 to 2.19), which newer versions read by its
/// number, as far as it has no figures: those are pictures with a caption below them.
struct PandocTree {
  private let article: Article
  private let numbered: [String: NumberedObject]
  private let notes: [String: Note]
  private let labels: ArticleLabels

  /// Where a picture's file stands beside the tree; `nil` where it is not there.
  private let picture: (String) -> String?
  /// The notes that are being written: one that refers to itself is not written inside itself.
  private var open: Set<String> = []
  /// The labels of the notes with letters and signs, in the order in which they are written, and
  /// `nil` for each with a number.
  private(set) var marks: [String?] = []

  init(_ article: Article, labels: ArticleLabels, picture: @escaping (String) -> String?) {
    self.article = article
    self.labels = labels
    self.picture = picture
    numbered = article.numberedObjects
    notes = Dictionary(
      article.notes.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - version: pandoc's number of its tree, as `pandoc --to=json` gives it.
  ///   - facts: the front matter, as pandoc's metadata.
  ///   - head: paragraphs before the text.
  mutating func document(
    version: [Int], facts: [(String, JSON?)], head: [[Inline]]
  ) -> [UInt8] {
    var body = head.map { paragraph($0) }
    body += blocks(article.blocks)
    return JSON.object([
      ("pandoc-api-version", .array(version.map { .number($0) })),
      ("meta", .object(facts)),
      ("blocks", .array(body)),
    ]).bytes
  }

  // MARK: - Blocks

  private mutating func blocks(_ blocks: [Block]) -> [JSON] {
    var written: [JSON] = []
    for block in blocks { written += self.block(block) }
    return written
  }

  private mutating func block(_ block: Block) -> [JSON] {
    switch block.content {
    case .heading(let level, let text):
      // The title is not in the body, so the sections begin at the first level.
      return [
        Self.node(
          "Header", .number(max(level - 1, 1)), Self.attributes(block.anchor),
          .array(inlines(text)))
      ]
    case .paragraph(let text): return [paragraph(text)]
    case .quotation(let blocks):
      guard let (quoted, source, _) = blocks.quotationSource else {
        return [Self.list("BlockQuote", self.blocks(blocks))]
      }
      return [
        Self.list("BlockQuote", self.blocks(quoted) + [styled("Source", [paragraph(source)])])
      ]
    case .list(let list): return [self.list(list)]
    case .figure(let figure): return self.figure(figure, block.anchor)
    case .table(let table): return [self.table(table, block.anchor)]
    case .code(let language, let text):
      return [
        Self.node(
          "CodeBlock", Self.attributes("", classes: language.map { [$0] } ?? []), .string(text))
      ]
    case .verse(let lines): return [verse(lines)]
    case .definitions(let definitions):
      return [
        Self.list(
          "DefinitionList",
          definitions.map { definition in
            .array([
              .array(inlines(definition.term)),
              .array(definition.meanings.map { .array([paragraph($0)]) }),
            ])
          })
      ]
    case .box(let box): return [styled("Box", blocks(box.blocks))]
    case .math(let tex):
      return [Self.list("Para", [Self.mathematics(tex, isDisplayed: true)])]
    case .thematicBreak: return [.object([("t", .string("HorizontalRule"))])]
    case .pageBreak: return []
    }
  }

  private mutating func paragraph(_ text: [Inline]) -> JSON { Self.list("Para", inlines(text)) }

  /// Blocks in a style of their own, which the word processor shows by its name.
  private func styled(_ style: String, _ blocks: [JSON]) -> JSON {
    Self.node("Div", Self.attributes("", pairs: [("custom-style", style)]), .array(blocks))
  }

  private mutating func list(_ list: List) -> JSON {
    if let lettering = Lettering(list) {
      // pandoc knows no Hebrew and Arabic letters: the mark stands as it is printed.
      let items = zip(lettering.marks, lettering.bare(list).items).map { mark, item in
        var content = blocks(item.blocks)
        if case .paragraph(let text)? = item.blocks.first?.content {
          content[0] = Self.list(
            "Para", [Self.text(mark + "\u{A0}")] + inlines(text))
        }
        return content
      }
      return styled("Lettered List", items.flatMap { $0 })
    }
    let items = list.items.map { JSON.array(blocks($0.blocks)) }
    guard let start = list.start else { return Self.list("BulletList", items) }
    let delimiter = list.delimiter == .bracket ? "OneParen" : "Period"
    return Self.node(
      "OrderedList",
      .array([.number(start), Self.tag("Decimal"), Self.tag(delimiter)]), .array(items))
  }

  private mutating func figure(_ figure: Figure, _ anchor: String) -> [JSON] {
    var written: [JSON] = []
    if let file = picture(figure.source) {
      let alternative = figure.alternative ?? figure.caption.plainText
      written.append(Self.list("Para", [Self.image(file, alternative, anchor)]))
    }
    let words = caption(figure.caption, of: figure.name)
    if !words.isEmpty { written.append(styled("Caption", [Self.list("Para", words)])) }
    return written
  }

  /// A caption's inlines behind its number, where it has one.
  private mutating func caption(_ text: [Inline], of name: String?) -> [JSON] {
    let label = name.flatMap(self.label)
    let own = inlines(text)
    return (label.map { [Self.text($0 + (own.isEmpty ? "" : ". "))] } ?? []) + own
  }

  private func label(_ name: String) -> String? {
    numbered[name].map { labels.number(of: $0, in: article.frontMatter) }
  }

  private mutating func table(_ table: Table, _ anchor: String) -> JSON {
    let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    let isFromRight = Direction(language: article.frontMatter.language) == .rightToLeft
    let widths = (0..<columns).map { column -> JSON in
      let alignment =
        switch column < table.alignments.count ? table.alignments[column] : .unset {
        case .unset: "AlignDefault"
        case .start: isFromRight ? "AlignRight" : "AlignLeft"
        case .center: "AlignCenter"
        case .end: isFromRight ? "AlignLeft" : "AlignRight"
        }
      return .array([Self.tag(alignment), Self.tag("ColWidthDefault")])
    }
    let none = Self.attributes("")
    let words = caption(table.caption, of: table.name)
    let header = row(table.header, columns)
    let rows = table.rows.map { row($0, columns) }
    return Self.node(
      "Table", Self.attributes(anchor),
      .array([
        // No short caption.
        .null,
        .array(words.isEmpty ? [] : [Self.list("Plain", words)]),
      ]),
      .array(widths), .array([none, .array([header])]),
      .array([.array([none, .number(0), .array([]), .array(rows)])]),
      .array([none, .array([])]))
  }

  private mutating func row(_ cells: [[Inline]], _ columns: Int) -> JSON {
    let written = (0..<columns).map { column -> JSON in
      let content = column < cells.count ? inlines(cells[column]) : []
      return .array([
        Self.attributes(""), Self.tag("AlignDefault"), .number(1), .number(1),
        .array([Self.list("Plain", content)]),
      ])
    }
    return .array([Self.attributes(""), .array(written)])
  }

  private mutating func verse(_ lines: [VerseLine]) -> JSON {
    Self.list(
      "LineBlock",
      lines.map { line in
        var written: [JSON] = []
        if line.indent > 0 {
          written.append(Self.text(String(repeating: "\u{A0}", count: min(line.indent, 40))))
        }
        for (place, part) in line.parts.enumerated() {
          if place > 0 { written.append(Self.text("\u{2003}\u{2003}")) }
          written += inlines(part)
        }
        return .array(written)
      })
  }

  // MARK: - Inlines

  private mutating func inlines(_ inlines: [Inline]) -> [JSON] {
    var written: [JSON] = []
    for inline in inlines { written += self.inline(inline) }
    return written
  }

  private mutating func inline(_ inline: Inline) -> [JSON] {
    switch inline {
    case .text(let text): return [Self.text(text)]
    case .code(let text): return [Self.node("Code", Self.attributes(""), .string(text))]
    case .emphasis(let content): return [Self.list("Emph", inlines(content))]
    case .strong(let content): return [Self.list("Strong", inlines(content))]
    case .strikethrough(let content): return [Self.list("Strikeout", inlines(content))]
    case .link(let link): return [self.link(inlines(link.content), to: link.destination)]
    case .crossReference(let reference): return inlines(reference.content)
    case .numberedReference(let name):
      guard let label = label(name), let object = numbered[name] else {
        return [Self.text("@" + name)]
      }
      return [link([Self.text(label)], to: "#" + object.anchor)]
    case .image(let figure):
      let words = figure.alternative ?? figure.caption.plainText
      return picture(figure.source).map { [Self.image($0, words, "")] } ?? [Self.text(words)]
    case .noteReference(let label): return [note(label)]
    case .pageBreak: return []
    case .softBreak: return [Self.tag("Space")]
    case .lineBreak: return [Self.tag("LineBreak")]
    case .span(let language, let content):
      let direction = Direction(language: language).rawValue
      return [
        Self.node(
          "Span", Self.attributes("", pairs: [("lang", language), ("dir", direction)]),
          .array(inlines(content)))
      ]
    case .math(let tex, let isDisplayed): return [Self.mathematics(tex, isDisplayed: isDisplayed)]
    }
  }

  private func link(_ content: [JSON], to address: String) -> JSON {
    Self.node(
      "Link", Self.attributes(""), .array(content), .array([.string(address), .string("")]))
  }

  private mutating func note(_ label: String) -> JSON {
    guard let note = notes[label], open.insert(label).inserted else {
      return Self.list("Superscript", [Self.text(label)])
    }
    defer { open.remove(label) }
    marks.append(NoteSeries.kind(ofLabel: label) == .marks ? label : nil)
    let text = note.blocks.isEmpty ? [Self.list("Para", [Self.text(labels.missingNote)])] : []
    return Self.list("Note", text + blocks(note.blocks))
  }

  // MARK: - Nodes

  private static func node(_ name: String, _ content: JSON...) -> JSON {
    .object([("t", .string(name)), ("c", .array(content))])
  }

  private static func list(_ name: String, _ content: [JSON]) -> JSON {
    .object([("t", .string(name)), ("c", .array(content))])
  }

  private static func tag(_ name: String) -> JSON { .object([("t", .string(name))]) }

  private static func text(_ text: String) -> JSON {
    .object([("t", .string("Str")), ("c", .string(text))])
  }

  private static func mathematics(_ tex: String, isDisplayed: Bool) -> JSON {
    node("Math", tag(isDisplayed ? "DisplayMath" : "InlineMath"), .string(tex))
  }

  private static func image(_ file: String, _ words: String, _ anchor: String) -> JSON {
    node(
      "Image", attributes(anchor), .array([text(words)]), .array([.string(file), .string("")]))
  }

  private static func attributes(
    _ id: String, classes: [String] = [], pairs: [(String, String)] = []
  ) -> JSON {
    .array([
      .string(id), .array(classes.map { .string($0) }),
      .array(pairs.map { .array([.string($0), .string($1)]) }),
    ])
  }

  /// Front matter's values as pandoc's metadata.
  static func meta(_ text: String?) -> JSON? {
    text.map { list("MetaInlines", [Self.text($0)]) }
  }

  static func meta(_ texts: [String]) -> JSON? {
    texts.isEmpty ? nil : list("MetaList", texts.compactMap { meta($0) })
  }

  /// Paragraphs parted by empty lines.
  static func meta(paragraphs text: String?) -> JSON? {
    guard let text else { return nil }
    let lines = text.split(separator: "\n\n").map { list("Para", [Self.text(String($0))]) }
    return list("MetaBlocks", lines)
  }
}
