import Manuscript
import Markup

/// Reads a Word file (DOCX; ECMA-376, transitional and strict) from its XML: nothing that stands in
/// it is passed over in silence, whatever element it is in.
final class WordReader {
  let package: WordPackage
  let styles: WordStyles
  private var numbering: WordNumbering
  var notes: WordNotes
  let comments: [String: String]
  var document = StructuredDocument()
  /// The number of the paragraph that is read, counted from 1.
  var number = 0
  /// The fields that are open; they may go on over several paragraphs.
  var fields: [WordField] = []
  /// What a paragraph left for the next: its mark was deleted, or it is a drop capital.
  var carried: (text: StyledText, numbers: [Int])?
  private let hasPageBreaks: Bool

  /// Reads a file's bytes.
  ///
  /// - Throws: `SourceFault`.
  static func read(_ bytes: [UInt8]) throws(SourceFault) -> StructuredDocument {
    try WordReader(bytes).read()
  }

  private init(_ bytes: [UInt8]) throws(SourceFault) {
    package = try WordPackage(bytes)
    styles = WordStyles(try package.part("styles.xml"))
    numbering = WordNumbering(try package.part("numbering.xml"))
    notes = try WordNotes(package)
    var comments: [String: String] = [:]
    for comment in try package.part("comments.xml")?.all("w:comment") ?? [] {
      guard let id = comment["w:id"] else { continue }
      let text = comment.descendants("w:p").map { paragraph in
        paragraph.descendants("w:t").map(\.text).joined()
      }.joined(separator: " ")
      comments[id] = [comment["w:author"], text].compactMap { $0 }.joined(separator: ": ")
    }
    self.comments = comments
    hasPageBreaks = !package.document.descendants("w:lastRenderedPageBreak").isEmpty
  }

  private func read() throws(SourceFault) -> StructuredDocument {
    guard let body = package.document.first("w:body") else { throw .damaged("word/document.xml") }
    let relations = try package.relations()
    for block in blocks(of: body, relations) { document.blocks.append(block) }
    if let carried {
      document.blocks.append(
        StructuredBlock(.paragraph, carried.text.inlines(), numbers: carried.numbers))
    }
    try readNotes()
    try readHeads(relations)
    document.statedTitle = try package.part(at: "docProps/core.xml")?.first("dc:title")?.text
    document.firstPage = body.descendants("w:pgNumType").first?["w:start"].flatMap { Int($0) }
    return document
  }

  // MARK: - Parts

  /// The blocks of a part, a cell or a text box.
  func blocks(
    of container: MarkupElement, _ relations: [String: WordRelation]
  ) -> [StructuredBlock] {
    var blocks: [StructuredBlock] = []
    for element in container.elements {
      switch element.name {
      case "w:p": blocks += paragraph(element, relations)
      case "w:tbl": blocks += table(element, relations)
      case "w:sdt": blocks += content(of: element, relations)
      case "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:dir", "w:bdo":
        blocks += self.blocks(of: element, relations)
      case "w:del", "w:moveFrom": remove(element, as: .deleted)
      case "mc:AlternateContent":
        if let chosen = Self.chosen(element) { blocks += self.blocks(of: chosen, relations) }
      default: break
      }
    }
    return blocks
  }

  /// A content control; a table of contents is made anew by every site.
  private func content(
    of control: MarkupElement, _ relations: [String: WordRelation]
  ) -> [StructuredBlock] {
    guard let content = control.first("w:sdtContent") else { return [] }
    let gallery = control.at("w:sdtPr", "w:docPartObj", "w:docPartGallery")?["w:val"]
    if gallery == "Table of Contents" {
      remove(content, as: .contents)
      return []
    }
    return blocks(of: content, relations)
  }

  /// What a program that knows no more than the standard shows of alternatives.
  static func chosen(_ alternatives: MarkupElement) -> MarkupElement? {
    alternatives.first("mc:Choice") ?? alternatives.first("mc:Fallback")
  }

  /// Leaves an element's paragraphs out by name.
  func remove(_ element: MarkupElement, as reason: Removal.Reason) {
    let paragraphs = element.descendants("w:p")
    for part in paragraphs.isEmpty ? [element] : paragraphs {
      number += paragraphs.isEmpty ? 0 : 1
      let text = WordText.raw(part)
      guard !text.isEmpty else { continue }
      if !paragraphs.isEmpty { document.source.append((number, text)) }
      document.removals.append(Removal(line: number, text: text, reason: reason))
    }
  }

  // MARK: - Paragraphs

  private func paragraph(
    _ element: MarkupElement, _ relations: [String: WordRelation]
  ) -> [StructuredBlock] {
    number += 1
    let properties = element.first("w:pPr")
    let own = WordParagraphFormat(properties)
    if styles.isContents(own.style) {
      number -= 1
      remove(MarkupElement(name: "w:body", children: [.element(element)]), as: .contents)
      return []
    }
    document.source.append((number, WordText.raw(element)))
    var text = WordText(reader: self, relations: relations, style: own.style)
    text.read(element)
    var styled = text.styled
    var numbers = [number]
    if let carried {
      var before = carried.text
      before.add(styled)
      styled = before
      numbers = carried.numbers + numbers
      self.carried = nil
    }
    let isDropCapital = properties?.first("w:framePr")?["w:dropCap"].map { $0 != "none" } ?? false
    let isJoined = properties?.at("w:rPr", "w:del") != nil
    if isDropCapital || isJoined, text.boxes.isEmpty, text.pictures.isEmpty {
      carried = (styled, numbers)
      return []
    }
    var format = own.over(styles.paragraph(own.style))
    let mark = mark(format)
    if let list = format.list, list != "0" {
      format = own.over(
        numbering.paragraph(list: list, level: format.level ?? 0).over(styles.paragraph(own.style)))
    }
    var blocks = [block(styled, numbers, own, format, mark, text)]
    blocks += text.equations.map {
      StructuredBlock(.paragraph, [.math($0, isDisplayed: true)], numbers: numbers)
    }
    blocks += text.pictures.map { figure($0, numbers) }
    for box in text.boxes { blocks += self.blocks(of: box, relations) }
    return pages(text.pageBreaksBefore) + blocks.filter { !$0.isEmpty }
  }

  /// Page breaks before a paragraph, where the file says where pages begin at all.
  private func pages(_ count: Int) -> [StructuredBlock] {
    hasPageBreaks
      ? Array(repeating: StructuredBlock(.pageBreak, numbers: []), count: count) : []
  }

  /// The number of a paragraph in its list, counted on.
  private func mark(_ format: WordParagraphFormat) -> WordNumbering.Mark? {
    guard let list = format.list, list != "0" else { return nil }
    return numbering.next(list: list, level: format.level ?? 0)
  }

  private func block(
    _ styled: StyledText, _ numbers: [Int], _ own: WordParagraphFormat,
    _ format: WordParagraphFormat, _ mark: WordNumbering.Mark?, _ text: WordText
  ) -> StructuredBlock {
    var kind = styles.kind(own.style) ?? .paragraph
    if kind == .paragraph, let outline = format.outline, outline < 9 {
      kind = .heading(level: min(outline + 1, 6))
    }
    var look = StructuredBlock.Look(
      size: text.size, isBold: text.isBold, isCentered: format.alignment == "center")
    var inlines: [Inline] = []
    switch kind {
    case .title, .subtitle, .author, .date, .heading:
      inlines = styled.inlines(isPlain: true)
      if let mark, !mark.printed.isEmpty {
        inlines.insert(.text(mark.printed + " "), at: 0)
      }
    case .code: kind = .code(styled.inlines(isPlain: true).plainText)
    default:
      inlines = styled.inlines()
      if let mark {
        kind = .item(
          StructuredBlock.Item(
            level: mark.level, number: mark.number,
            label: mark.number == nil && !mark.printed.isEmpty ? mark.printed : nil))
      } else if kind == .paragraph {
        // 18 points, a quarter of an inch, is less than any quotation is indented and more than
        // what justifies a line.
        let start = format.indentStart ?? 0
        look.isInset =
          start >= 18 && ((format.indentEnd ?? 0) >= 18 || (format.firstLine ?? 0) == 0)
      }
    }
    return StructuredBlock(kind, inlines, numbers: numbers, look: look, doubts: text.doubts)
  }

  // MARK: - Tables and pictures

  private func table(
    _ element: MarkupElement, _ relations: [String: WordRelation]
  ) -> [StructuredBlock] {
    let first = number + 1
    var rows: [[[Inline]]] = []
    var inner: [StructuredBlock] = []
    for row in Self.rows(of: element) {
      var cells: [[Inline]] = []
      for cell in Self.cells(of: row) {
        let blocks = blocks(of: cell, relations)
        inner += blocks
        let merge = cell.at("w:tcPr", "w:vMerge")
        let goesOn = merge != nil && merge?["w:val"] != "restart"
        cells.append(goesOn ? [] : StructuredBlock.line(of: blocks))
        let span = cell.at("w:tcPr", "w:gridSpan")?["w:val"].flatMap { Int($0) } ?? 1
        for _ in 1..<max(1, min(span, 60)) { cells.append([]) }
      }
      if !cells.isEmpty { rows.append(cells) }
    }
    // A frame round a text is a table of one cell, and what lays a page out has one column.
    let width = rows.map(\.count).max() ?? 0
    guard width > 1, first <= number else { return inner }
    rows = rows.map { $0 + Array(repeating: [], count: width - $0.count) }
    let pictures = inner.filter { if case .figure = $0.kind { true } else { false } }
    let table = StructuredBlock(
      .table(rows), numbers: Array(first...number), doubts: inner.flatMap(\.doubts))
    return [table] + pictures
  }

  private static func rows(of element: MarkupElement) -> [MarkupElement] {
    element.elements.flatMap { child -> [MarkupElement] in
      switch child.name {
      case "w:tr": [child]
      case "w:sdt": child.first("w:sdtContent").map(rows) ?? []
      case "w:customXml", "w:ins": rows(of: child)
      default: []
      }
    }
  }

  private static func cells(of row: MarkupElement) -> [MarkupElement] {
    row.elements.flatMap { child -> [MarkupElement] in
      switch child.name {
      case "w:tc": [child]
      case "w:sdt": child.first("w:sdtContent").map(cells) ?? []
      case "w:customXml": cells(of: child)
      default: []
      }
    }
  }

  private func figure(_ picture: WordText.Picture, _ numbers: [Int]) -> StructuredBlock {
    StructuredBlock(
      .figure(file: picture.file, alternative: picture.alternative),
      picture.words.isEmpty ? [] : [.text(picture.words)], numbers: numbers)
  }
}
