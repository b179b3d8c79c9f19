/// A piece of an article that a reader can be led to: what a search indexes and shows.
public struct Passage: Equatable, Sendable {
  /// The identifier of the place on the article's page.
  public var anchor: String
  public var field: Field
  /// Plain text without note marks, one line.
  public var text: String

  public init(anchor: String, field: Field, text: String) {
    self.anchor = anchor
    self.field = field
    self.text = text
  }

  /// Which part of an article a passage is.
  public enum Field: String, Sendable, CaseIterable {
    case title
    case subtitle
    case author
    case affiliation
    case abstract
    case keyword
    case heading
    case text
    case quotation
    case item
    case caption
    case table
    case code
    case note
    case reference
    case acknowledgements
  }
}

extension Article {
  /// Everything in the article that can be searched, in reading order: the front matter (its
  /// translations too), the body, the notes.
  public var passages: [Passage] {
    var collector = PassageCollector()
    collector.add(frontMatter)
    for block in blocks { collector.add(block, field: .text) }
    for note in notes { collector.add(note) }
    return collector.passages
  }
}

private struct PassageCollector {
  private(set) var passages: [Passage] = []

  mutating func add(_ front: FrontMatter) {
    add(Anchors.title, .title, front.title)
    add(Anchors.title, .subtitle, front.subtitle ?? "")
    add(front.authors)
    add(abstract: front.abstract)
    for keyword in front.keywords { add("keywords", .keyword, keyword) }
    add("acknowledgements", .acknowledgements, front.acknowledgements ?? "")
    for translation in front.translations {
      add(Anchors.title, .title, translation.title ?? "")
      add(translation.authors)
      add(abstract: translation.abstract)
      for keyword in translation.keywords { add("keywords", .keyword, keyword) }
    }
  }

  private mutating func add(_ authors: [FrontMatter.Author]) {
    for author in authors {
      add("authors", .author, author.name)
      for affiliation in author.affiliations { add("authors", .affiliation, affiliation) }
    }
  }

  private mutating func add(abstract: String?) {
    for paragraph in FrontMatter.paragraphs(of: abstract ?? "") {
      add(Anchors.abstract, .abstract, paragraph)
    }
  }

  mutating func add(_ note: Note) {
    for block in note.blocks { add(block, field: .note, within: Anchors.note(note.label)) }
  }

  /// - Parameter anchor: the anchor of what the block stands in, for blocks without their own.
  mutating func add(_ block: Block, field: Passage.Field, within anchor: String = "") {
    let anchor = block.anchor.isEmpty ? anchor : block.anchor
    switch block.content {
    case .heading(_, let inlines):
      add(anchor, field == .note ? .note : .heading, inlines.plainText)
    case .paragraph(let inlines): add(anchor, field, inlines.plainText)
    case .quotation(let blocks):
      for inner in blocks {
        add(inner, field: field == .text ? .quotation : field, within: anchor)
      }
    case .list(let list):
      let field = list.isBibliography ? .reference : field == .text ? .item : field
      for item in list.items {
        let anchor = item.anchor.isEmpty ? anchor : item.anchor
        for inner in item.blocks { add(inner, field: field, within: anchor) }
      }
    case .figure(let figure): add(anchor, .caption, figure.caption.plainText)
    case .table(let table):
      for row in [table.header] + table.rows {
        add(anchor, .table, row.map(\.plainText).joined(separator: " "))
      }
      add(anchor, .caption, table.caption.plainText)
    case .verse(let lines):
      for line in lines { add(anchor, field, line.parts.map(\.plainText).joined(separator: " ")) }
    case .definitions(let definitions):
      for definition in definitions {
        let anchor = definition.anchor.isEmpty ? anchor : definition.anchor
        let text = ([definition.term] + definition.meanings).map(\.plainText)
        add(anchor, field, text.joined(separator: " "))
      }
    case .box(let box): for inner in box.blocks { add(inner, field: field, within: anchor) }
    case .code(_, let text), .math(let text): add(anchor, .code, text)
    case .thematicBreak, .pageBreak: break
    }
  }

  private mutating func add(_ anchor: String, _ field: Passage.Field, _ text: String) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    passages.append(Passage(anchor: anchor, field: field, text: text))
  }
}

extension FrontMatter {
  /// The paragraphs of a text of front matter.
  public static func paragraphs(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
