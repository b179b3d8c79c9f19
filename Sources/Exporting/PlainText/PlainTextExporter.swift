import Manuscript
import Rendering

/// The article as plain text in UTF-8: for mail, for machines that read aloud, for counting words.
///
/// A paragraph is a line, blocks are parted by empty lines, note marks stand in brackets and the
/// notes at the end.
public struct PlainTextExporter: Exporter {
  public init() {}

  public var name: String { "txt" }
  public var version: Int { 2 }
  public var needs: ExportNeeds { [.publication] }

  public func files(of article: ExportedArticle) throws(ExportFault) -> [ExportedFile] {
    var text = PlainText(Work(article), article.labels)
    article.article.accept(&text)
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
  /// The lists that are open, with the number of the next item; `nil` for bullets.
  private var numbers: [Int?] = []

  init(_ work: Work, _ labels: ArticleLabels) {
    let authors = work.authors.map(\.name).joined(separator: ", ")
    let notices = work.notices.map { notice in
      let heading = notice == work.retraction ? labels.retracted : labels.corrections
      return "\(heading) (\(notice.date.iso8601)): \(notice.text)"
    }
    paragraphs =
      ([
        work.markedTitle, work.subtitle ?? "", authors, DublinCoreTags.source(of: work) ?? "",
        work.doi.map(DOI.address) ?? work.address ?? "",
      ] + notices + [work.abstract ?? ""]).filter { !$0.isEmpty }
  }

  var finished: String { paragraphs.joined(separator: "\n\n") + "\n" }

  mutating func visit(_ block: Block) -> Descent {
    switch block.content {
    case .list(let list): numbers.append(list.start)
    case .code(_, let text), .math(let text): paragraphs.append(text)
    default: break
    }
    return .inside
  }

  mutating func leave(_ block: Block) {
    if case .list = block.content { numbers.removeLast() }
  }

  mutating func visit(_ item: List.Item, of list: List) -> Descent {
    if let last = numbers.indices.last, let number = numbers[last] {
      head = "\(number). "
      numbers[last] = number + 1
    } else {
      head = "– "
    }
    return .inside
  }

  mutating func visit(row: [[Inline]], of table: Table, isHeader: Bool) -> Descent {
    let cells = row.map { cell -> String in
      line = ""
      cell.accept(&self)
      return line
    }
    if cells.contains(where: { !$0.isEmpty }) { paragraphs.append(cells.joined(separator: "\t")) }
    return .past
  }

  mutating func visit(_ note: Note) -> Descent {
    head = "[\(note.label)] "
    if note.blocks.isEmpty { paragraphs.append(head) }
    return .inside
  }

  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent {
    line = ""
    text.accept(&self)
    if !line.isEmpty { paragraphs.append(head + line) }
    head = ""
    return .past
  }

  mutating func visit(_ inline: Inline) -> Descent {
    switch inline {
    case .text(let text), .code(let text), .math(let text, _): line += text
    case .noteReference(let label): line += "[\(label)]"
    case .softBreak: line += " "
    case .lineBreak: line += "\n"
    default: break
    }
    return .inside
  }
}
