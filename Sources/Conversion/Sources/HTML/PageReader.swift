import Manuscript
import Markup

/// Reads a saved web page: the article's part, and what a word processor saves as a page.
final class PageReader {
  private let styles: PageStyles
  private let notes: PageNotes
  private var document = StructuredDocument()
  private var number = 0
  private var openNotes: [StructuredNote] = []
  private var hasTitle = false
  private var pictures: [String: String] = [:]

  /// - Throws: `SourceFault`.
  static func read(_ bytes: [UInt8]) throws(SourceFault) -> StructuredDocument {
    let page = try utf8(bytes)
    let root: MarkupElement
    do throws(MarkupReader.Fault) {
      root = try MarkupReader.html(page, encoding: "UTF-8")
    } catch {
      throw SourceFault(error, part: "HTML")
    }
    return PageReader(root).read(root)
  }

  /// The page in UTF-8: as it is, as it says itself, or by its bytes.
  private static func utf8(_ bytes: [UInt8]) throws(SourceFault) -> [UInt8] {
    do throws(TextReader.Fault) {
      return Array(try TextReader.decode(bytes).0.utf8)
    } catch {
      throw SourceFault(error)
    }
  }

  /// Reads the whole of a part of a page, in which nothing stands round the article.
  ///
  /// - Parameter pictures: the names of the pictures' files by the addresses that the part gives.
  static func fragment(
    _ root: MarkupElement, pictures: [String: String]
  ) -> StructuredDocument {
    let reader = PageReader(root)
    reader.pictures = pictures
    reader.document.blocks = reader.blocks(of: root, Context())
    reader.document.notes = reader.openNotes
    return reader.document
  }

  private init(_ root: MarkupElement) {
    styles = PageStyles(root)
    notes = PageNotes(root)
  }

  private func read(_ root: MarkupElement) -> StructuredDocument {
    var article = root
    var beside: [MarkupElement] = []
    for place in PageArticle.path(in: root, notes: notes) {
      for (index, child) in article.children.enumerated() where index != place {
        if case .element(let child) = child { beside.append(child) }
      }
      if case .element(let inner) = article.children[place] { article = inner }
    }
    hasTitle = article.descendants("h1").count == 1
    document.blocks = blocks(of: article, Context())
    // A rule that parts the notes from the text parts nothing any more.
    while document.blocks.last?.kind == .rule { document.blocks.removeLast() }
    document.notes = openNotes
    for element in beside where !PageArticle.passedOver.contains(element.name) {
      leaveOut(element, as: .surroundings)
    }
    document.stated = PageMetadata.read(root)
    return document
  }

  /// What an element stands in.
  private struct Context {
    var list: (level: Int, format: String?)?
    var isQuotation = false
    var look = StructuredBlock.Look()
    var isNote = false
  }

  // MARK: - Blocks

  private static let blockNames: Set<String> = [
    "p", "div", "section", "article", "main", "header", "footer", "aside", "h1", "h2", "h3", "h4",
    "h5", "h6", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "table", "figure", "figcaption",
    "pre", "hr", "center", "address", "details", "summary", "fieldset",
  ]

  private func blocks(of element: MarkupElement, _ context: Context) -> [StructuredBlock] {
    var blocks: [StructuredBlock] = []
    var loose: [MarkupNode] = []
    func flush() {
      let run = MarkupElement(name: "p", children: loose)
      if loose.contains(where: { if case .element = $0 { true } else { !isBlank($0) } }) {
        blocks += paragraph(run, .paragraph, context)
      }
      loose = []
    }
    for child in element.children {
      guard case .element(let inner) = child, isBlock(inner) else {
        loose.append(child)
        continue
      }
      flush()
      blocks += block(inner, context)
    }
    flush()
    return blocks
  }

  private func isBlank(_ node: MarkupNode) -> Bool {
    if case .text(let text) = node { text.allSatisfy(\.isWhitespace) } else { false }
  }

  private func isBlock(_ element: MarkupElement) -> Bool {
    Self.blockNames.contains(element.name) || PageArticle.passedOver.contains(element.name)
      || PageArticle.isSurrounding(element)
      || element.elements.contains { Self.blockNames.contains($0.name) }
  }

  private func block(_ element: MarkupElement, _ context: Context) -> [StructuredBlock] {
    if PageArticle.passedOver.contains(element.name) { return mathematics(element) }
    let look = styles.look(of: element)
    if look.isHidden == true {
      leaveOut(element, as: .hidden)
      return []
    }
    if PageArticle.isSurrounding(element) {
      leaveOut(element, as: .surroundings)
      return []
    }
    if !context.isNote, let label = notes.label(of: element),
      !openNotes.contains(where: { $0.label == label })
    {
      var inner = Context()
      inner.isNote = true
      let index = openNotes.count
      openNotes.append(StructuredNote(label: label, blocks: []))
      openNotes[index].blocks =
        element.name == "p" ? paragraph(element, .paragraph, inner) : blocks(of: element, inner)
      withoutMark(label, &openNotes[index].blocks)
      return []
    }
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = element.name.last?.wholeNumberValue ?? 2
      return paragraph(
        element, level == 1 && hasTitle ? .title : .heading(level: level), context, isPlain: true)
    case "p", "address", "dt", "summary":
      if element.elements.contains(where: isBlock) { return blocks(of: element, context) }
      return paragraph(element, kind(element, context), context)
    case "ul", "ol", "menu": return list(element, context)
    case "blockquote":
      var inner = context
      inner.isQuotation = true
      return blocks(of: element, inner)
    case "pre":
      number += 1
      let text = Self.typed(element)
      document.source.append((number, text))
      return [StructuredBlock(.code(text), numbers: [number])]
    case "hr": return [StructuredBlock(.rule, numbers: [])]
    case "table": return table(element, context)
    case "figcaption": return paragraph(element, .caption, context)
    default: return blocks(of: element, context)
    }
  }

  /// A text that keeps its lines, which `br` may part too.
  private static func typed(_ element: MarkupElement) -> String {
    func text(_ element: MarkupElement) -> String {
      element.children.map { node in
        switch node {
        case .text(let text): text
        case .element(let child): child.name == "br" ? "\n" : text(child)
        }
      }.joined()
    }
    let lines = text(element).split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      .joined(separator: "\n")
  }

  /// What a word processor calls a paragraph.
  private func kind(_ element: MarkupElement, _ context: Context) -> StructuredBlock.Kind {
    let names = (element["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    if names.contains("title") || names.contains("msotitle") { return .title }
    if names.contains("subtitle") || names.contains("msosubtitle") { return .subtitle }
    if names.contains("msocaption") { return .caption }
    if names.contains("msoquote") { return .quotation }
    return context.isQuotation ? .quotation : .paragraph
  }

  private func paragraph(
    _ element: MarkupElement, _ kind: StructuredBlock.Kind, _ context: Context,
    isPlain: Bool = false
  ) -> [StructuredBlock] {
    number += 1
    let look = styles.look(of: element)
    var line = PageLine(styles: styles, notes: notes, isNote: context.isNote, isPlain: isPlain)
    line.read(element, base: look)
    document.source.append((number, line.source))
    for text in line.hidden {
      document.removals.append(Removal(line: number, text: text, reason: .hidden))
    }
    for text in line.backLinks {
      document.removals.append(Removal(line: number, text: text, reason: .noteNumber))
    }
    var kind = kind
    if context.isQuotation, kind == .paragraph { kind = .quotation }
    let inlines = line.styled.inlines(isPlain: isPlain)
    var blocks: [StructuredBlock] = []
    let isText = (kind == .paragraph || kind == .quotation) && context.list == nil
    for part in isText ? Self.paragraphs(inlines) : [inlines] where !part.isEmpty {
      blocks.append(
        StructuredBlock(
          kind, part, numbers: [number],
          look: StructuredBlock.Look(
            size: look.size ?? line.size, isBold: line.isBold,
            isCentered: look.isCentered ?? false)))
    }
    for picture in line.pictures {
      let words = picture.words.isEmpty ? nil : picture.words
      if let file = pictures[picture.address] {
        blocks.append(StructuredBlock(.figure(file: file, alternative: words), numbers: []))
      } else {
        blocks.append(
          StructuredBlock(
            .figure(file: "", alternative: nil), words.map { [.text($0)] } ?? [], numbers: []))
      }
    }
    return blocks
  }

  /// The paragraphs of a text in which two ends of lines part them.
  private static func paragraphs(_ inlines: [Inline]) -> [[Inline]] {
    var parts: [[Inline]] = [[]]
    for (place, inline) in inlines.enumerated() {
      let isEnd = inline == .lineBreak
      if isEnd, place > 0, inlines[place - 1] == .lineBreak {
        if parts[parts.count - 1].last == .lineBreak {
          parts[parts.count - 1].removeLast()
          parts.append([])
        }
      } else if !(isEnd && parts[parts.count - 1].isEmpty) {
        parts[parts.count - 1].append(inline)
      }
    }
    return parts
  }

  /// The number that is typed at a note's head.
  private func withoutMark(_ label: String, _ blocks: inout [StructuredBlock]) {
    guard let first = blocks.first, case .text(let text)? = first.inlines.first else { return }
    let rest = text.drop { $0 == "[" || $0 == "(" || $0 == " " }
    guard rest.hasPrefix(label) else { return }
    let after = rest.dropFirst(label.count)
    guard after.first.map({ " .)]".contains($0) }) ?? true else { return }
    blocks[0].inlines[0] = .text(String(after.drop { " .)]".contains($0) }))
    document.removals.append(
      Removal(line: first.numbers.first ?? 0, text: label, reason: .noteNumber))
  }

  // MARK: - Lists and tables

  private func list(_ element: MarkupElement, _ context: Context) -> [StructuredBlock] {
    var blocks: [StructuredBlock] = []
    let level = context.list.map { $0.level + 1 } ?? 0
    let formats = ["a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"]
    let style = element["style"]?.lowercased() ?? ""
    var format = element.name == "ol" ? formats[element["type"] ?? ""] ?? "decimal" : "bullet"
    if style.contains("hebrew") { format = "hebrew1" }
    if style.contains("arabic-abjad") { format = "arabicAbjad" }
    var count = element["start"].flatMap { Int($0) } ?? 1
    for child in element.elements {
      guard child.name == "li" else {
        blocks += block(child, context)
        continue
      }
      if let label = notes.label(of: child), !context.isNote,
        !openNotes.contains(where: { $0.label == label })
      {
        blocks += block(child, context)
        continue
      }
      count = child["value"].flatMap { Int($0) } ?? count
      var inner = Context(look: context.look, isNote: context.isNote)
      inner.list = (level, nil)
      var item = self.blocks(of: child, inner)
      let label = PrintedNumber.text(count, as: format)
      let isByDigits = PrintedNumber.isByDigits(format)
      if let first = item.indices.first, item[first].kind == .paragraph {
        item[first].kind = .item(
          StructuredBlock.Item(
            level: level, number: isByDigits ? count : nil,
            label: isByDigits ? nil : label.map { "\($0)." }))
      }
      blocks += item
      count += 1
    }
    return blocks
  }

  private func table(_ element: MarkupElement, _ context: Context) -> [StructuredBlock] {
    let first = number + 1
    var rows: [[[Inline]]] = []
    var inner: [StructuredBlock] = []
    var caption: [StructuredBlock] = []
    func walk(_ element: MarkupElement) {
      for child in element.elements {
        switch child.name {
        case "caption": caption += paragraph(child, .caption, context)
        case "tr":
          var cells: [[Inline]] = []
          for cell in child.elements where cell.name == "td" || cell.name == "th" {
            let blocks = blocks(of: cell, Context(isNote: context.isNote))
            inner += blocks
            cells.append(StructuredBlock.line(of: blocks))
            let span = cell["colspan"].flatMap { Int($0) } ?? 1
            for _ in 1..<max(1, min(span, 60)) { cells.append([]) }
          }
          if !cells.isEmpty { rows.append(cells) }
        default: walk(child)
        }
      }
    }
    walk(element)
    let width = rows.map(\.count).max() ?? 0
    guard width > 1, first <= number else { return caption + inner }
    rows = rows.map { $0 + Array(repeating: [], count: width - $0.count) }
    return caption + [StructuredBlock(.table(rows), numbers: Array(first...number))]
  }

  // MARK: - What is left out

  private func mathematics(_ element: MarkupElement) -> [StructuredBlock] {
    guard element.name == "script", element["type"]?.hasPrefix("math/tex") == true else {
      return []
    }
    number += 1
    return [StructuredBlock(.paragraph, [.text("$$\(element.text)$$")], numbers: [number])]
  }

  private func leaveOut(_ element: MarkupElement, as reason: Removal.Reason) {
    let text = StyledText.cleaned(PageLine.text(of: element))
    guard text.unicodeScalars.contains(where: \.isLetterOrDigit) else { return }
    number += 1
    document.source.append((number, text))
    document.removals.append(Removal(line: number, text: text, reason: reason))
  }
}
