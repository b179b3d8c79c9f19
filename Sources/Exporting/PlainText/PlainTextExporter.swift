import Manuscript
import Orthography
import Rendering

/// The article as plain text in UTF-8: for mail, for machines that read aloud, for counting words.
///
/// A paragraph is a line, blocks are parted by empty lines, lines of verse and of a definition stand
/// together, note marks stand in brackets and the notes at the end, each series for itself.
public struct PlainTextExporter: Exporter {
  public init() {}

  public var name: String { "txt" }
  public var version: Int { 3 }
  public var needs: ExportNeeds { [.publication, .templates] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    var text = PlainText(article)
    article.article.blocks.accept(&text)
    text.write(article.article.noteSeries)
    return [
      ExportedFile(
        path: "article.txt", bytes: Array(text.finished.utf8),
        mediaType: "text/plain; charset=utf-8",
        offer: ExportOffer(string: "formatText", fallback: "TXT"))
    ]
  }
}

/// Gathers an article's text.
private struct PlainText: Visitor {
  private var paragraphs: [String]
  private var line = ""
  /// What the next paragraph begins with: a note's label, an item's number or bullet.
  private var head = ""
  /// The lists that are open, with the place of the next item.
  private var places: [Int] = []
  private let numbered: [String: NumberedObject]
  private let labels: ArticleLabels
  private let front: FrontMatter

  init(_ article: ExportedArticle) {
    let work = Work(article)
    numbered = article.article.numberedObjects
    labels = article.labels
    front = article.article.frontMatter
    let labels = article.labels
    let authors = work.authors.map(\.name)
      .joined(separator: Languages.comma(in: article.article.frontMatter.language))
    let notices = work.notices.map { notice in
      let heading = notice == work.retraction ? labels.retracted : labels.corrections
      return "\(heading) (\(notice.date.iso8601)): \(notice.text)"
    }
    paragraphs =
      ([
        work.markedTitle, work.subtitle ?? "", authors, work.appearance(labels) ?? "",
        work.doi.map(DOI.address) ?? work.address ?? "",
      ] + notices + [work.abstract ?? ""]).filter { !$0.isEmpty }
  }

  var finished: String { paragraphs.joined(separator: "\n\n") + "\n" }

  mutating func visit(_ block: Block) -> Descent {
    switch block.content {
    case .list: places.append(0)
    case .code(_, let text), .math(let text): paragraphs.append(text)
    case .figure(let figure): head = caption(figure.name)
    case .verse(let lines):
      for stanza in lines.split(whereSeparator: \.parts.isEmpty) {
        paragraphs.append(
          stanza.map { line in
            String(repeating: " ", count: line.indent)
              + line.parts.map { read($0) }.joined(separator: " \u{2003} ")
          }.joined(separator: "\n"))
      }
      return .past
    case .definitions(let definitions):
      for definition in definitions {
        let lines = [read(definition.term)] + definition.meanings.map { "\t" + read($0) }
        paragraphs.append(lines.joined(separator: "\n"))
      }
      return .past
    case .box: paragraphs.append(Self.rule)
    default: break
    }
    return .inside
  }

  mutating func leave(_ block: Block) {
    switch block.content {
    case .list: places.removeLast()
    case .box: paragraphs.append(Self.rule)
    default: break
    }
    head = ""
  }

  /// What stands round a box, and between two series of notes.
  private static let rule = "* * *"

  mutating func visit(_ item: List.Item, of list: List) -> Descent {
    guard let last = places.indices.last else { return .inside }
    if let start = list.start {
      head =
        PrintedNumerals.show(String(start + places[last]), front) + "\(list.delimiter.rawValue) "
    } else {
      // A lettered item has its letter in its text.
      head = Lettering(list) == nil ? "– " : ""
    }
    places[last] += 1
    return .inside
  }

  /// The notes, one series after another.
  mutating func write(_ series: [NoteSeries]) {
    for (place, series) in series.enumerated() {
      if place > 0 { paragraphs.append(Self.rule) }
      for note in series.notes { note.accept(&self) }
    }
  }

  /// A text by itself.
  private mutating func read(_ text: [Inline]) -> String {
    line = ""
    text.accept(&self)
    return line
  }

  /// `Figure 2` for a name of the text; `nil` where nothing has it.
  private func label(_ name: String) -> String? {
    numbered[name].map { labels.number(of: $0, in: front) }
  }

  private func caption(_ name: String?) -> String {
    name.flatMap(label).map { $0 + ". " } ?? ""
  }

  mutating func visit(row: [[Inline]], of table: Table, isHeader: Bool) -> Descent {
    let cells = row.map { read($0) }
    if cells.contains(where: { !$0.isEmpty }) { paragraphs.append(cells.joined(separator: "\t")) }
    return .past
  }

  mutating func visit(_ note: Note) -> Descent {
    head = "[\(PrintedNumerals.show(note.label, front))] "
    if note.blocks.isEmpty { paragraphs.append(head) }
    return .inside
  }

  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent {
    if role == .caption, case .table(let table) = block.content { head = caption(table.name) }
    let line = read(text)
    if !line.isEmpty || role == .caption && !head.isEmpty { paragraphs.append(head + line) }
    head = ""
    return .past
  }

  mutating func visit(_ inline: Inline) -> Descent {
    switch inline {
    case .text(let text), .code(let text), .math(let text, _): line += text
    case .noteReference(let label): line += "[\(PrintedNumerals.show(label, front))]"
    case .numberedReference(let name): line += label(name) ?? "@" + name
    case .softBreak: line += " "
    case .lineBreak: line += "\n"
    default: break
    }
    return .inside
  }
}
