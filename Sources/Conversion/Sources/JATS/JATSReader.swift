import Manuscript
import Markup

/// Reads an article in JATS (ANSI/NISO Z39.96), as journals and archives exchange them.
final class JATSReader {
  private var document = StructuredDocument()
  private var number = 0
  private var labels: [String: String] = [:]

  /// - Throws: `SourceFault`.
  static func read(_ bytes: [UInt8]) throws(SourceFault) -> StructuredDocument {
    let root: MarkupElement
    do throws(MarkupReader.Fault) {
      root = try MarkupReader.xml(
        bytes,
        prefixes: [
          "http://www.w3.org/1999/xlink": "xlink", "http://www.w3.org/1998/Math/MathML": "mml",
          "http://www.w3.org/XML/1998/namespace": "xml",
        ])
    } catch {
      throw SourceFault(error, part: "JATS")
    }
    guard let article = root.name == "article" ? root : root.descendants("article").first else {
      throw .damaged("article")
    }
    return JATSReader().read(article)
  }

  private func read(_ article: MarkupElement) -> StructuredDocument {
    for note in article.descendants("fn") {
      guard let id = note["id"] else { continue }
      labels[id] = note.first("label").flatMap { PageNotes.label($0.text) } ?? "\(labels.count + 1)"
    }
    document.frontMatter = JATSFront.read(article)
    number += 1
    let front = article.first("front").map { PageLine.text(of: Self.words($0)) } ?? ""
    document.source.append((number, StyledText.cleaned(front)))
    document.frontNumbers = [number]
    if let body = article.first("body") { document.blocks += blocks(of: body, level: 1) }
    if let back = article.first("back") { document.blocks += blocks(of: back, level: 1) }
    return document
  }

  /// An element without what front matter writes in another form: dates, numbers and identifiers.
  private static func words(_ element: MarkupElement) -> MarkupElement {
    var kept = element
    kept.children = element.children.compactMap { node in
      guard case .element(let child) = node else { return node }
      return coded.contains(child.name) ? nil : .element(words(child))
    }
    return kept
  }

  private static let coded: Set<String> = [
    "label", "pub-date", "history", "fpage", "lpage", "elocation-id", "article-id", "journal-id",
    "issn", "isbn", "contrib-id", "xref", "counts", "permissions", "article-categories", "self-uri",
    "pub-history", "abbrev-journal-title", "award-group", "fn", "related-article",
  ]

  private func blocks(of element: MarkupElement, level: Int) -> [StructuredBlock] {
    element.elements.flatMap { block($0, level: level) }
  }

  private func block(_ element: MarkupElement, level: Int) -> [StructuredBlock] {
    switch element.name {
    case "sec", "app", "ack", "notes": return blocks(of: element, level: level + 1)
    case "title", "subtitle": return paragraph(element, .heading(level: max(1, level - 1)))
    case "p", "verse-line", "attrib": return paragraph(element, .paragraph)
    case "disp-quote", "verse-group":
      return blocks(of: element, level: level).map { block in
        var block = block
        if block.kind == .paragraph { block.kind = .quotation }
        return block
      }
    case "list": return list(element, depth: 0)
    case "fig": return figure(element)
    case "table-wrap":
      let caption = element.first("caption").map { blocks(of: $0, level: level) } ?? []
      return (element.first("label").map { paragraph($0, .paragraph) } ?? []) + caption
        + element.descendants("table").flatMap(table)
    case "ref-list":
      let title = element.first("title").map { paragraph($0, .heading(level: 1)) } ?? []
      return title + element.all("ref").flatMap { paragraph($0, .reference, leavingOut: ["label"]) }
    case "fn-group", "fn": return notes(element, level: level)
    case "disp-formula":
      number += 1
      document.source.append((number, element.text))
      let tex = element.descendants("tex-math").first?.text ?? element.text
      return [StructuredBlock(.paragraph, [.text("$$\(tex)$$")], numbers: [number])]
    case "label": return []
    default: return blocks(of: element, level: level)
    }
  }

  private func paragraph(
    _ element: MarkupElement, _ kind: StructuredBlock.Kind, leavingOut: Set<String> = []
  ) -> [StructuredBlock] {
    number += 1
    let place = number
    var styled = StyledText()
    var inner: [StructuredBlock] = []
    var source = ""
    func walk(_ element: MarkupElement, _ style: StyledText.Style, _ link: String?) {
      for child in element.children {
        guard case .element(let child) = child else {
          if case .text(let text) = child {
            source += text
            styled.add(text, style: style, link: link)
          }
          continue
        }
        if leavingOut.contains(child.name) { continue }
        switch child.name {
        case "bold": walk(child, style.union(.strong), link)
        case "italic": walk(child, style.union(.emphasis), link)
        case "strike": walk(child, style.union(.strikethrough), link)
        case "ext-link", "uri": walk(child, style, child["xlink:href"] ?? link)
        case "break": styled.add(.lineBreak)
        case "xref" where child["ref-type"] == "fn" || labels[child["rid"] ?? ""] != nil:
          guard let label = labels[child["rid"] ?? ""] else { continue }
          source += child.text
          document.removals.append(Removal(line: place, text: child.text, reason: .noteNumber))
          styled.add(.noteReference(label))
        case "fn":
          if let label = child["id"].flatMap({ labels[$0] }) { styled.add(.noteReference(label)) }
          inner += notes(child, level: 1)
        case "inline-formula":
          source += child.text
          styled.add(.text("$\(child.descendants("tex-math").first?.text ?? child.text)$"))
        case "disp-quote", "list", "fig", "table-wrap", "disp-formula":
          inner += block(child, level: 1)
        default: walk(child, style, link)
        }
      }
    }
    walk(element, [], nil)
    document.source.append((place, source))
    let made = StructuredBlock(
      kind, styled.inlines(isPlain: kind != .paragraph && kind != .reference), numbers: [place])
    return (made.isEmpty ? [] : [made]) + inner
  }

  private func list(_ element: MarkupElement, depth: Int) -> [StructuredBlock] {
    let formats = [
      "order": "decimal", "alpha-lower": "lowerLetter", "alpha-upper": "upperLetter",
      "roman-lower": "lowerRoman", "roman-upper": "upperRoman",
    ]
    let format = formats[element["list-type"] ?? ""] ?? "bullet"
    var blocks: [StructuredBlock] = []
    for (index, item) in element.all("list-item").enumerated() {
      var first = true
      for part in item.elements where part.name != "label" {
        var made = part.name == "list" ? list(part, depth: depth + 1) : block(part, level: 1)
        if first, let place = made.indices.first, made[place].kind == .paragraph {
          let printed = item.first("label")?.text ?? PrintedNumber.text(index + 1, as: format)
          let isNumber = format == "decimal"
          made[place].kind = .item(
            StructuredBlock.Item(
              level: depth, number: isNumber ? index + 1 : nil,
              label: isNumber || format == "bullet" ? nil : printed))
          first = false
        }
        blocks += made
      }
    }
    return blocks
  }

  private func figure(_ element: MarkupElement) -> [StructuredBlock] {
    let label = element.first("label").map { paragraph($0, .caption) } ?? []
    let caption = element.first("caption")?.elements.flatMap { paragraph($0, .caption) } ?? []
    let words = (label + caption).map(\.inlines).filter { !$0.isEmpty }
    return [
      StructuredBlock(
        .figure(file: "", alternative: nil), Array(words.joined(separator: [.text(" ")])),
        numbers: (label + caption).flatMap(\.numbers))
    ]
  }

  private func table(_ element: MarkupElement) -> [StructuredBlock] {
    let first = number + 1
    var rows: [[[Inline]]] = []
    for row in element.descendants("tr") {
      var cells: [[Inline]] = []
      for cell in row.elements where cell.name == "td" || cell.name == "th" {
        cells.append(StructuredBlock.line(of: paragraph(cell, .paragraph)))
        let span = cell["colspan"].flatMap { Int($0) } ?? 1
        for _ in 1..<max(1, min(span, 60)) { cells.append([]) }
      }
      rows.append(cells)
    }
    let width = rows.map(\.count).max() ?? 0
    guard width > 0, first <= number else { return [] }
    rows = rows.map { $0 + Array(repeating: [], count: width - $0.count) }
    return [StructuredBlock(.table(rows), numbers: Array(first...number))]
  }

  /// Takes notes out of the text; what is called a note without an identifier is a paragraph.
  private func notes(_ element: MarkupElement, level: Int) -> [StructuredBlock] {
    if element.name == "fn-group" {
      return element.elements.flatMap { notes($0, level: level) }
    }
    guard element.name == "fn", let label = element["id"].flatMap({ labels[$0] }) else {
      return blocks(of: element, level: level)
    }
    let blocks = element.elements.filter { $0.name != "label" }.flatMap { block($0, level: level) }
    document.notes.append(StructuredNote(label: label, blocks: blocks))
    return []
  }
}
