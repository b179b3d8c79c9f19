import Manuscript

/// An article while it is checked: its tree, its texts in reading order, its source, and what has
/// been found.
struct CheckedArticle {
  let article: Article
  let file: String
  let surroundings: Surroundings
  let texts: [CheckedText]
  private(set) var findings: [Finding] = []
  private var locator: SourceLocator

  init(_ article: Article, source: [UInt8], file: String, surroundings: Surroundings) {
    self.article = article
    self.file = file
    self.surroundings = surroundings
    texts = CheckedText.texts(of: article)
    locator = SourceLocator(source)
  }

  mutating func report(
    _ kind: Finding.Kind, _ severity: Finding.Severity, at position: SourcePosition,
    _ facts: [String: String] = [:]
  ) {
    findings.append(Finding(kind, severity, file: file, position: position, facts: facts))
  }

  /// Where a piece of a text stands: with its column if it is found in the source as it is.
  mutating func place(of piece: String, in text: CheckedText) -> SourcePosition {
    place(of: piece, at: text.position)
  }

  mutating func place(of piece: String, at position: SourcePosition) -> SourcePosition {
    locator.place(of: Array(piece.utf8), from: position.line) ?? position
  }
}

/// The plain text of a block, with its place.
struct CheckedText {
  enum Role {
    case heading
    case paragraph
    case note
    case caption
    case cell
    case reference
  }

  var text: String
  var role: Role
  var position: SourcePosition

  /// The texts of body and notes in reading order; code is none.
  static func texts(of article: Article) -> [CheckedText] {
    var texts: [CheckedText] = []
    for block in article.blocks { collect(block, .paragraph, into: &texts) }
    for note in article.notes {
      for block in note.blocks { collect(block, .note, into: &texts) }
    }
    return texts
  }

  private static func collect(_ block: Block, _ role: Role, into texts: inout [CheckedText]) {
    func add(_ inlines: [Inline], _ role: Role) {
      let text = inlines.checkedText
      guard !text.isEmpty else { return }
      texts.append(CheckedText(text: text, role: role, position: block.position))
    }
    switch block.content {
    case .heading(_, let inlines): add(inlines, .heading)
    case .paragraph(let inlines): add(inlines, role)
    case .quotation(let blocks):
      for inner in blocks { collect(inner, role, into: &texts) }
    case .list(let list):
      let role = list.isBibliography ? Role.reference : role
      for item in list.items {
        for inner in item.blocks { collect(inner, role, into: &texts) }
      }
    case .figure(let figure): add(figure.caption, .caption)
    case .table(let table):
      for row in [table.header] + table.rows {
        for cell in row { add(cell, .cell) }
      }
    case .code, .thematicBreak, .pageBreak: break
    }
  }
}

extension [Inline] {
  /// The text that checks of words and signs look at: without code and addresses, which are no
  /// language; a space stands for each.
  var checkedText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let string): text += string
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .span(_, let content):
        text += content.checkedText
      case .link(let link): text += link.isAutolink ? " " : link.content.checkedText
      case .crossReference(let reference): text += reference.content.checkedText
      case .image(let figure): text += figure.caption.checkedText
      case .code, .softBreak, .lineBreak: text += " "
      case .noteReference, .pageBreak: break
      }
    }
    return text
  }
}
