/// Compares the notes of an article with the marks that refer to them.
struct NoteAudit {
  private let file: String
  private var marks: [String: Int] = [:]
  private var definitions: [String: SourcePosition] = [:]
  private(set) var findings: [Finding] = []

  private init(file: String) { self.file = file }

  /// What is wrong with the notes.
  ///
  /// - Parameter references: the labels of all marks in the file in their order, with their places;
  ///   those that turned out to stand in code are left out by comparing with the article.
  static func findings(
    in article: Article, references: [(label: String, position: SourcePosition)], file: String
  ) -> [Finding] {
    var audit = NoteAudit(file: file)
    for block in article.blocks { audit.walk(block) }
    let inBody = audit.marks
    for note in article.notes {
      for block in note.blocks { audit.walk(block) }
    }
    for note in article.notes { audit.check(note) }
    for (label, position) in references where audit.definitions[label] == nil {
      guard let count = audit.marks[label], count > 0 else { continue }
      audit.marks[label] = count - 1
      audit.report(.noteWithoutText, .error, position, label)
    }
    for note in article.notes where inBody[note.label] == nil {
      guard audit.definitions[note.label] == note.position else { continue }
      if audit.marks[note.label] == nil {
        audit.report(.noteWithoutMark, .warning, note.position, note.label)
      }
    }
    return audit.findings
  }

  private mutating func check(_ note: Note) {
    if definitions[note.label] != nil {
      report(.noteTwice, .error, note.position, note.label)
    } else {
      definitions[note.label] = note.position
    }
    if note.isMissing { report(.missingNote, .warning, note.position, note.label) }
    for block in note.blocks where Self.holdsMark(block) {
      report(.noteInNote, .warning, note.position, note.label)
      break
    }
  }

  private static func holdsMark(_ block: Block) -> Bool {
    var audit = NoteAudit(file: "")
    audit.walk(block)
    return !audit.marks.isEmpty
  }

  private mutating func walk(_ block: Block) {
    switch block.content {
    case .heading(_, let inlines), .paragraph(let inlines):
      walk(inlines, block.position)
    case .quotation(let blocks):
      for block in blocks { walk(block) }
    case .list(let list):
      for item in list.items {
        for block in item.blocks { walk(block) }
      }
    case .figure(let figure): walk(figure.caption, block.position)
    case .table(let table):
      for cell in table.header { walk(cell, block.position) }
      for row in table.rows {
        for cell in row { walk(cell, block.position) }
      }
      walk(table.caption, block.position)
    case .verse(let lines):
      for part in lines.flatMap(\.parts) { walk(part, block.position) }
    case .definitions(let definitions):
      for definition in definitions {
        for text in [definition.term] + definition.meanings { walk(text, definition.position) }
      }
    case .box(let box):
      for block in box.blocks { walk(block) }
    case .code, .math, .thematicBreak, .pageBreak: break
    }
  }

  private mutating func walk(
    _ inlines: [Inline], _ position: SourcePosition, isInLink: Bool = false
  ) {
    for inline in inlines {
      switch inline {
      case .noteReference(let label):
        marks[label, default: 0] += 1
        if isInLink { report(.noteInLink, .warning, position, label) }
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .span(_, let content):
        walk(content, position, isInLink: isInLink)
      case .link(let link): walk(link.content, position, isInLink: true)
      case .crossReference(let reference): walk(reference.content, position, isInLink: isInLink)
      case .image(let figure): walk(figure.caption, position, isInLink: isInLink)
      case .text, .code, .math, .numberedReference, .pageBreak, .softBreak, .lineBreak: break
      }
    }
  }

  private mutating func report(
    _ kind: Finding.Kind, _ severity: Finding.Severity, _ position: SourcePosition, _ label: String
  ) {
    findings.append(
      Finding(kind, severity, file: file, position: position, facts: ["label": label]))
  }
}
