/// A document as a tree of lines, for a person who looks at what a pass did and for tests.
enum DocumentDump {
  /// What the document holds in its present form; empty parts are left out.
  static func text(of document: Document) -> String {
    var tree = Tree()
    let profile = document.profile
    tree.add(
      0,
      "document language=\(document.language ?? "?") order=\(profile.order) "
        + "notes=\(profile.notes) structure=\(profile.structure)")
    if document.printed == nil, document.pageLines.isEmpty, document.passages.isEmpty {
      for (index, page) in document.pages.enumerated() {
        tree.add(1, "page \(index + 1)" + family(index, document))
        for line in page.lines { tree.add(2, "line \(line.number)", line.text) }
      }
    }
    for (index, page) in document.pageLines.enumerated() {
      tree.add(1, "page \(index + 1)" + family(index, document))
      for line in page { tree.add(2, line) }
    }
    tree.add("front-matter", front(of: document))
    tree.add("lines", document.lines)
    for (index, lines) in document.paragraphs.enumerated() {
      tree.add(1, "paragraph \(index + 1)")
      for line in lines { tree.add(2, line) }
    }
    for passage in document.passages where !passage.text.isEmpty {
      tree.add(
        1, name(of: passage.kind) + places(passage.sourceLines) + doubts(passage.doubts),
        shown(passage.text))
    }
    for note in document.rawNotes {
      tree.add(1, "note \(note.label.map(String.init) ?? "?") page \(note.page + 1)")
      for line in note.lines { tree.add(2, line) }
    }
    tree.add("starred", document.starred)
    for note in document.notes {
      let text = note.isMissing ? "missing" : shown(note.text)
      tree.add(1, "note \(note.label)" + places(note.sourceLines) + doubts(note.doubts), text)
    }
    for removal in document.removals {
      tree.add(1, "removed \(removal.reason.rawValue) \(removal.line)", removal.text)
    }
    return tree.text
  }

  private static func family(_ page: Int, _ document: Document) -> String {
    page < document.families.count ? " order=\(document.families[page])" : ""
  }

  private static func front(of document: Document) -> [(String, String)] {
    let front = document.frontMatter
    var rows = [("title", front.title), ("subtitle", front.subtitle ?? "")]
    rows += front.authors.map { author in
      (
        "author",
        ([author.name] + author.affiliations + [author.email ?? ""])
          .filter { !$0.isEmpty }.joined(separator: " | ")
      )
    }
    rows += [("abstract", front.abstract ?? "")]
    rows += front.keywords.map { ("keyword", $0) }
    rows += [("acknowledgements", front.acknowledgements ?? "")]
    for translation in front.translations {
      rows.append(("title \(translation.language)", translation.title ?? ""))
      rows += translation.authors.map { ("author \(translation.language)", $0.name) }
      rows.append(("abstract \(translation.language)", translation.abstract ?? ""))
    }
    return rows.filter { !$0.1.isEmpty }
  }

  private static func name(of kind: Passage.Kind) -> String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading(let level): "heading level=\(level)"
    case .item(let number): "item" + (number.map { " number=\($0)" } ?? "")
    case .quotation: "quotation"
    case .caption: "caption"
    case .table: "table"
    }
  }

  private static func places(_ lines: [Int]) -> String {
    guard let first = lines.min(), let last = lines.max() else { return "" }
    return first == last ? " line=\(first)" : " lines=\(first)-\(last)"
  }

  private static func doubts(_ doubts: [Doubt]) -> String {
    doubts.isEmpty ? "" : " doubts=" + doubts.map(\.rawValue).joined(separator: ",")
  }

  /// A text with its markers shown: `[^3]` for a note's, `[page 2]` where a page begins.
  static func shown(_ text: Scalars) -> String {
    var result: Scalars = []
    for scalar in text {
      switch scalar {
      case Marker.note: result += Array("[^".unicodeScalars)
      case Marker.end: result.append("]")
      case Marker.page: break
      case Marker.cell: result += Array(" | ".unicodeScalars)
      case Marker.row: result += Array(" || ".unicodeScalars)
      default:
        if let page = Marker.pageIndex(scalar) {
          result += Array("[page \(page + 2)]".unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return result.string
  }

  /// Lines indented by their depth.
  private struct Tree {
    private(set) var text = ""

    mutating func add(_ depth: Int, _ head: String, _ body: String? = nil) {
      text += String(repeating: "  ", count: depth) + head
      if let body { text += ": " + body }
      text += "\n"
    }

    mutating func add(_ depth: Int, _ line: TextLine) {
      var head = "line \(line.number)"
      if line.startsPage { head += " starts-page" }
      if line.beginsItem { head += " begins-item" }
      if line.isTable { head += " table" }
      if !line.marks.isEmpty {
        head += " marks=" + line.marks.map(String.init).joined(separator: ",")
      }
      if let doubt = line.doubt { head += " doubts=\(doubt.rawValue)" }
      add(depth, head, shown(line.text.isEmpty ? line.raw : line.text))
    }

    mutating func add(_ name: String, _ lines: [TextLine]) {
      guard !lines.isEmpty else { return }
      add(1, name)
      for line in lines { add(2, line) }
    }

    mutating func add(_ name: String, _ rows: [(String, String)]) {
      guard !rows.isEmpty else { return }
      add(1, name)
      for (key, value) in rows { add(2, key, value) }
    }
  }
}
