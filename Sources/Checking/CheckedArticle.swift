import Manuscript

/// An article while it is checked: its tree, its texts in reading order, its source, and what has
/// been found.
struct CheckedArticle {
  let article: Article
  let file: String
  let surroundings: Surroundings
  let texts: [CheckedText]
  private(set) var findings: [Finding] = []
  /// The files that were asked for.
  var checkedFiles: Set<String> = []
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
  var look: QuickLook

  fileprivate init(_ text: String, _ role: Role, _ position: SourcePosition) {
    self.text = text
    self.role = role
    self.position = position
    look = QuickLook(text)
  }

  /// The texts of body and notes in reading order; code is none.
  static func texts(of article: Article) -> [CheckedText] {
    var collector = CheckedTextCollector()
    article.accept(&collector)
    return collector.texts
  }
}

private struct CheckedTextCollector: Visitor {
  var texts: [CheckedText] = []
  private var isInNote = false
  private var bibliographies = 0

  mutating func visit(_ note: Note) -> Descent {
    isInNote = true
    return .inside
  }

  mutating func leave(_ note: Note) { isInNote = false }

  mutating func visit(_ block: Block) -> Descent {
    if case .list(let list) = block.content, list.isBibliography { bibliographies += 1 }
    return .inside
  }

  mutating func leave(_ block: Block) {
    if case .list(let list) = block.content, list.isBibliography { bibliographies -= 1 }
  }

  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent {
    let checked = text.checkedText
    guard !checked.isEmpty else { return .past }
    let role: CheckedText.Role =
      switch role {
      case .heading: .heading
      case .caption: .caption
      case .cell: .cell
      case .paragraph: bibliographies > 0 ? .reference : isInNote ? .note : .paragraph
      }
    texts.append(CheckedText(checked, role, block.position))
    return .past
  }
}

extension [Inline] {
  /// The text that checks of words and signs look at: without code and addresses, which are no
  /// language; a space stands for each.
  var checkedText: String {
    if count == 1, case .text(let text) = self[0] { return text }
    var text = ""
    appendCheckedText(to: &text)
    return text
  }

  private func appendCheckedText(to text: inout String) {
    for inline in self {
      switch inline {
      case .text(let string): text += string
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .span(_, let content):
        content.appendCheckedText(to: &text)
      case .link(let link) where link.isAutolink: text += " "
      case .link(let link): link.content.appendCheckedText(to: &text)
      case .crossReference(let reference): reference.content.appendCheckedText(to: &text)
      case .image(let figure): figure.caption.appendCheckedText(to: &text)
      case .code, .math, .numberedReference, .softBreak, .lineBreak: text += " "
      case .noteReference, .pageBreak: break
      }
    }
  }
}
