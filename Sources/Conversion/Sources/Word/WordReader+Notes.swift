import Manuscript
import Markup

extension WordReader {
  /// Reads the notes to which the text led, in the order of their marks.
  func readNotes() throws(SourceFault) {
    let relations = [
      WordNotes.Kind.foot: try package.relations(of: "footnotes.xml"),
      .end: try package.relations(of: "endnotes.xml"),
    ]
    // A note may itself hold a mark, so that the list grows while it is read.
    var index = 0
    while index < notes.marked.count {
      let mark = notes.marked[index]
      index += 1
      guard let element = notes.element(mark) else { continue }
      var blocks = blocks(of: element, relations[mark.kind] ?? [:])
      dropMark(mark.label, from: &blocks)
      document.notes.append(StructuredNote(label: mark.label, blocks: blocks))
    }
    for (kind, element) in notes.unmarked() {
      let blocks = blocks(of: element, relations[kind] ?? [:])
      guard !blocks.isEmpty else { continue }
      let label = notes.freeLabel(kind)
      document.notes.append(StructuredNote(label: label, blocks: blocks))
    }
  }

  /// A mark of the author's own is typed at the note's head, too.
  private func dropMark(_ label: String, from blocks: inout [StructuredBlock]) {
    guard let first = blocks.first, case .text(let text)? = first.inlines.first,
      Int(label) == nil, text.hasPrefix(label)
    else { return }
    let rest = text.dropFirst(label.count).drop { $0 == " " }
    blocks[0].inlines[0] = .text(String(rest))
    document.removals.append(
      Removal(line: first.numbers.first ?? 0, text: label, reason: .noteNumber))
  }

  /// Reads the texts at the heads and feet of pages, which are left out of the article; what they
  /// say of the journal is read from them.
  func readHeads(_ relations: [String: WordRelation]) throws(SourceFault) {
    let parts = relations.values.filter { ["header", "footer"].contains($0.kind) }
      .map(\.target).sorted()
    var seen: Set<String> = []
    for path in parts {
      for paragraph in try package.part(at: path)?.descendants("w:p") ?? [] {
        let text = Cleaning.clean(WordText.raw(paragraph))
        guard text.unicodeScalars.contains(where: \.isLetter), seen.insert(text).inserted else {
          continue
        }
        number += 1
        document.source.append((number, text))
        document.pageHeads.append(text)
        document.removals.append(Removal(line: number, text: text, reason: .runningHead))
      }
    }
  }
}

/// The footnotes and endnotes of a Word file, and the marks that lead to them.
struct WordNotes {
  enum Kind: Hashable { case foot, end }

  /// A mark in the text.
  struct Mark {
    var kind: Kind
    var id: String
    var label: String
  }

  /// The marks in the order in which they were met.
  private(set) var marked: [Mark] = []
  private var elements: [Kind: [(id: String, element: MarkupElement)]] = [:]
  private var formats: [Kind: String] = [:]
  private var counts: [Kind: Int] = [:]
  private var labels: Set<String> = []

  init(_ package: WordPackage) throws(SourceFault) {
    let settings = try package.part("settings.xml")
    let section = package.document.descendants("w:sectPr").last
    for (kind, name) in [(Kind.foot, "footnote"), (.end, "endnote")] {
      elements[kind] = (try package.part("\(name)s.xml")?.all("w:\(name)") ?? [])
        .filter {
          ["separator", "continuationSeparator", "continuationNotice"]
            .contains($0["w:type"] ?? "") == false
        }
        .compactMap { element in element["w:id"].map { ($0, element) } }
      let format = [section, settings].lazy.compactMap {
        $0?.at("w:\(name)Pr", "w:numFmt")?["w:val"]
      }.first
      formats[kind] = format ?? (kind == .foot ? "decimal" : "lowerRoman")
    }
    // Endnotes alone are numbered as a reader expects; beside footnotes they keep apart from them.
    if elements[.foot]?.isEmpty ?? true, formats[.end] == "lowerRoman" { formats[.end] = "decimal" }
  }

  /// The label of a mark that is met in the text: its number, or what the author typed.
  mutating func mark(_ kind: Kind, id: String, custom: String?) -> String {
    if let known = marked.first(where: { $0.kind == kind && $0.id == id }) { return known.label }
    var label: String
    if let custom, !custom.isEmpty {
      label = custom
    } else {
      counts[kind, default: 0] += 1
      let count = counts[kind] ?? 1
      label = PrintedNumber.text(count, as: formats[kind] ?? "decimal") ?? String(count)
    }
    if labels.contains(label) {
      // Two notes of one mark: the later one says which it is.
      let base = kind == .end ? "e\(label)" : label
      label = base
      var number = 2
      while labels.contains(label) {
        label = "\(base)-\(number)"
        number += 1
      }
    }
    labels.insert(label)
    marked.append(Mark(kind: kind, id: id, label: label))
    return label
  }

  func element(_ mark: Mark) -> MarkupElement? {
    elements[mark.kind]?.first { $0.id == mark.id }?.element
  }

  /// The notes to which nothing in the text leads.
  func unmarked() -> [(Kind, MarkupElement)] {
    [Kind.foot, .end].flatMap { kind in
      (elements[kind] ?? []).filter { note in
        !marked.contains { $0.kind == kind && $0.id == note.id }
      }.map { (kind, $0.element) }
    }
  }

  /// A label that no note has.
  mutating func freeLabel(_ kind: Kind) -> String {
    mark(kind, id: "free-\(labels.count)", custom: nil)
  }
}
