import Manuscript
import Rendering

/// The text in JATS: `body` and `back`.
struct JATSBody: Visitor {
  var xml: XMLWriter
  let work: Work
  let labels: Set<String>
  let front: FrontMatter
  let numbered: [String: NumberedObject]
  let words: ArticleLabels
  /// The levels of the sections that are open.
  private var sections: [Int] = []
  /// A printed page that begins between two blocks: its mark goes into the next text.
  var pending: String??
  /// Whether what stands in a note or an item, where JATS allows paragraphs alone.
  private var narrow = 0
  /// The lists that are open: the letters of their items, and the place of the next.
  private var items: [(marks: [String]?, next: Int)] = []
  var references = 0
  /// Whether what stands in a citation, where JATS allows no `target`.
  var isInCitation = false
  /// The printed pages that have their mark.
  var pages: Set<String> = []

  static func write(
    _ article: Article, _ work: Work, _ labels: ArticleLabels, to xml: inout XMLWriter
  ) {
    var body = JATSBody(xml: xml, work: work, words: labels, article: article)
    body.write(article)
    xml = body.xml
  }

  private init(xml: XMLWriter, work: Work, words: ArticleLabels, article: Article) {
    self.xml = xml
    self.work = work
    self.words = words
    labels = Set(article.notes.map(\.label))
    front = article.frontMatter
    numbered = article.numberedObjects
  }

  private mutating func write(_ article: Article) {
    var lists: [(heading: [Inline]?, list: List)] = []
    xml.open("body")
    xml.newline()
    for (index, block) in article.blocks.enumerated() {
      if case .list(let list) = block.content, list.isBibliography {
        var heading: [Inline]?
        if index > 0, case .heading(_, let text) = article.blocks[index - 1].content {
          heading = text
        }
        lists.append((heading, list))
        continue
      }
      if case .heading = block.content, index + 1 < article.blocks.count,
        case .list(let list) = article.blocks[index + 1].content, list.isBibliography
      {
        continue
      }
      block.accept(&self)
    }
    if pending != nil {
      xml.open("p")
      writePending()
      xml.close("p")
    }
    closeSections(to: 0)
    xml.close("body")
    xml.newline()
    writeBack(article, lists)
  }

  private mutating func writeBack(_ article: Article, _ lists: [(heading: [Inline]?, list: List)]) {
    let hasNotes = !article.notes.isEmpty
    guard hasNotes || !lists.isEmpty || article.frontMatter.acknowledgements != nil else { return }
    xml.open("back")
    xml.newline()
    JATSFront.writeParagraphs("ack", [], article.frontMatter.acknowledgements, &xml)
    if hasNotes {
      let series = article.noteSeries
      let hasSeveral = series.count > 1
      for series in series {
        xml.open("fn-group", [("content-type", hasSeveral ? series.kind.rawValue : nil)])
        xml.newline()
        for note in series.notes { note.accept(&self) }
        xml.close("fn-group")
        xml.newline()
      }
    }
    for (heading, list) in lists { write(bibliography: list, heading) }
    xml.close("back")
    xml.newline()
  }

  private mutating func write(bibliography list: List, _ heading: [Inline]?) {
    xml.open("ref-list")
    if let heading {
      xml.open("title")
      heading.accept(&self)
      xml.close("title")
    }
    xml.newline()
    for (place, item) in list.items.enumerated() {
      xml.open("ref", [("id", "ref-\(item.anchor)")])
      if let start = list.start { xml.element("label", text: String(start + place)) }
      let content = item.blocks.flatMap { block -> [Inline] in
        if case .paragraph(let inlines) = block.content { inlines } else { [] }
      }
      xml.open(
        "mixed-citation",
        [("xml:lang", TextLanguage.other(content.plainText, in: work.language) ?? work.language)])
      isInCitation = true
      content.accept(&self)
      isInCitation = false
      xml.close("mixed-citation")
      xml.close("ref")
      xml.newline()
    }
    xml.close("ref-list")
    xml.newline()
  }

  /// `Figure 2` for an object that has a name.
  func label(of name: String) -> String? {
    numbered[name].map { words.number(of: $0, in: front) }
  }

  // MARK: - Sections

  private mutating func closeSections(to level: Int) {
    while let last = sections.last, last >= level {
      sections.removeLast()
      xml.close("sec")
      xml.newline()
    }
  }

  // MARK: - Blocks

  mutating func visit(_ block: Block) -> Descent {
    let id = block.anchor.isEmpty ? nil : block.anchor
    if narrow > 0, needsParagraph(block) { xml.open("p") }
    switch block.content {
    case .heading(let level, _) where narrow == 0:
      closeSections(to: level)
      sections.append(level)
      xml.open("sec", [("id", id.map { "sec-\($0)" })])
      xml.open("title")
    case .heading:
      xml.open("p")
      xml.open("bold")
    case .paragraph: xml.open("p", [("id", id)])
    case .quotation(let blocks):
      xml.open("disp-quote", [("id", id)])
      guard let (quoted, source, _) = blocks.quotationSource else { break }
      quoted.accept(&self)
      xml.open("attrib")
      source.accept(&self)
      xml.close("attrib")
      return .past
    case .list(let list):
      let lettering = Lettering(list)
      xml.open(
        "list",
        [("list-type", lettering != nil ? "simple" : list.start == nil ? "bullet" : "order")])
      items.append((lettering?.marks, 0))
      guard let lettering else { break }
      let bare = lettering.bare(list)
      for item in bare.items {
        _ = visit(item, of: bare)
        item.blocks.accept(&self)
        leave(item, of: bare)
      }
      return .past
    case .figure(let figure):
      xml.open("fig", [("id", id)])
      xml.element("label", text: figure.name.flatMap(label))
      if !figure.caption.isEmpty {
        xml.open("caption")
        xml.open("p")
      }
    case .table:
      xml.open("table-wrap", [("id", id)])
      if case .table(let table) = block.content {
        xml.element("label", text: table.name.flatMap(label))
      }
      if case .table(let table) = block.content, !table.caption.isEmpty {
        xml.open("caption")
        xml.open("p")
        table.caption.accept(&self)
        xml.close("p")
        xml.close("caption")
      }
      xml.open("table")
    case .verse(let lines):
      writePending()
      xml.open("verse-group", [("id", id)])
      for line in lines {
        xml.open("verse-line")
        for (place, part) in line.parts.enumerated() {
          if place > 0 { xml.text(" ") }
          part.accept(&self)
        }
        xml.close("verse-line")
      }
      xml.close("verse-group")
      return .past
    case .definitions(let definitions):
      writePending()
      xml.open("def-list", [("id", id)])
      for definition in definitions {
        xml.open("def-item")
        xml.open("term")
        definition.term.accept(&self)
        xml.close("term")
        xml.open("def")
        for meaning in definition.meanings {
          xml.open("p")
          meaning.accept(&self)
          xml.close("p")
        }
        xml.close("def")
        xml.close("def-item")
      }
      xml.close("def-list")
      return .past
    case .box: xml.open("boxed-text", [("id", id)])
    case .math(let tex):
      xml.element("disp-formula", [("id", id)]) { $0.element("tex-math", text: tex) }
      return .past
    case .code(let language, let text):
      xml.element("code", [("language", language?.isEmpty == true ? nil : language)], text: text)
      return .past
    case .thematicBreak: xml.element("p", [("content-type", "break")], text: "* * *")
    case .pageBreak(let number): pending = .some(number)
    }
    return .inside
  }

  mutating func leave(_ block: Block) {
    switch block.content {
    case .heading where narrow == 0: xml.close("title")
    case .heading:
      xml.close("bold")
      xml.close("p")
    case .paragraph: xml.close("p")
    case .quotation: xml.close("disp-quote")
    case .list:
      xml.close("list")
      items.removeLast()
    case .figure(let figure):
      if !figure.caption.isEmpty {
        xml.close("p")
        xml.close("caption")
      }
      if let text = figure.alternative { xml.element("alt-text", text: text) }
      if !figure.source.isEmpty {
        xml.empty("graphic", [("xlink:href", PercentEncoding.path(figure.source))])
      }
      xml.close("fig")
    case .table:
      if isInTableBody { xml.close("tbody") }
      isInTableBody = false
      xml.close("table")
      xml.close("table-wrap")
    case .box: xml.close("boxed-text")
    case .code, .verse, .definitions, .math, .thematicBreak, .pageBreak: break
    }
    if narrow > 0, needsParagraph(block) { xml.close("p") }
    xml.newline()
  }

  /// Notes and items hold paragraphs and, items, lists; anything else stands in a paragraph.
  private func needsParagraph(_ block: Block) -> Bool {
    switch block.content {
    case .paragraph, .heading, .thematicBreak, .pageBreak: false
    case .list: items.isEmpty
    default: true
    }
  }

  mutating func visit(_ item: List.Item, of list: List) -> Descent {
    narrow += 1
    xml.open("list-item", [("id", item.anchor.isEmpty ? nil : item.anchor)])
    guard let last = items.indices.last else { return .inside }
    let place = items[last].next
    items[last].next += 1
    if let mark = items[last].marks?[place] {
      xml.element("label", text: mark)
    } else if let start = list.start, start != 1 || list.delimiter != .period {
      xml.element(
        "label",
        text: PrintedNumerals.show(String(start + place), front) + String(list.delimiter.rawValue))
    }
    return .inside
  }

  mutating func leave(_ item: List.Item, of list: List) {
    if item.blocks.isEmpty { xml.empty("p") }
    xml.close("list-item")
    narrow -= 1
  }

  private var isInTableBody = false

  mutating func visit(row: [[Inline]], of table: Table, isHeader: Bool) -> Descent {
    if isHeader {
      xml.open("thead")
    } else if !isInTableBody {
      xml.open("tbody")
      isInTableBody = true
    }
    xml.open("tr")
    for (column, cell) in row.enumerated() {
      let alignment: String? =
        switch column < table.alignments.count ? table.alignments[column] : .unset {
        case .unset: nil
        case .start: "left"
        case .center: "center"
        case .end: "right"
        }
      xml.open(isHeader ? "th" : "td", [("align", alignment)])
      cell.accept(&self)
      xml.close(isHeader ? "th" : "td")
    }
    xml.close("tr")
    if isHeader { xml.close("thead") }
    xml.newline()
    return .past
  }

  mutating func visit(_ note: Note) -> Descent {
    narrow += 1
    let text = note.blocks.first.map { block -> String in
      if case .paragraph(let inlines) = block.content { inlines.plainText } else { "" }
    }
    xml.open(
      "fn",
      [
        ("id", Anchors.note(note.label)),
        ("xml:lang", text.flatMap { TextLanguage.other($0, in: work.language) }),
      ])
    xml.element("label", text: PrintedNumerals.show(note.label, front))
    if note.blocks.isEmpty { xml.empty("p", [("content-type", "missing")]) }
    return .inside
  }

  mutating func leave(_ note: Note) {
    xml.close("fn")
    xml.newline()
    narrow -= 1
  }

  mutating func visit(text: [Inline], _ role: TextRole, in block: Block) -> Descent {
    writePending()
    // JATS has a table's caption above the table, where it was written.
    if case .table = block.content, role == .caption { return .past }
    return .inside
  }
}
