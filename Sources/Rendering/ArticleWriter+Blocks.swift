import Manuscript
import Orthography

extension ArticleWriter {
  /// Writes blocks that stand in a setting.
  mutating func write(_ blocks: [Block], in setting: Setting, into html: inout HTMLBuffer) {
    var headingAnchor: String?
    for block in blocks {
      if case .list(let list) = block.content, list.isBibliography {
        write(bibliography: list, anchor: block.anchor, heading: headingAnchor, in: setting, &html)
      } else {
        write(block, in: setting, into: &html)
      }
      write(doubts: block.doubts, &html)
      if case .heading = block.content { headingAnchor = block.anchor }
    }
  }

  private mutating func write(_ block: Block, in setting: Setting, into html: inout HTMLBuffer) {
    switch block.content {
    case .heading(let level, let inlines):
      write(heading: inlines, level: level, anchor: block.anchor, in: setting, &html)
    case .paragraph(let inlines):
      write(paragraph: prepare(inlines, in: setting), anchor: block.anchor, in: setting, &html)
    case .quotation(let blocks):
      let own = self.setting(of: blocks, in: setting)
      html.markup("<blockquote")
      identify(block.anchor, &html)
      html.setting(own, in: setting)
      html.markup(">\n")
      if let (quoted, source, anchor) = blocks.quotationSource {
        write(quoted, in: own, into: &html)
        let prepared = prepare(source, in: own)
        html.markup("<footer class=\"source\"")
        identify(anchor, &html)
        html.setting(prepared.setting, in: own)
        html.markup(">")
        write(prepared, into: &html)
        html.markup("</footer>\n")
      } else {
        write(blocks, in: own, into: &html)
      }
      html.markup("</blockquote>\n")
    case .list(let list): write(list, anchor: block.anchor, in: setting, &html)
    case .figure(let figure): write(figure, anchor: block.anchor, in: setting, &html)
    case .table(let table): write(table, anchor: block.anchor, in: setting, &html)
    case .verse(let lines): write(verse: lines, anchor: block.anchor, in: setting, &html)
    case .definitions(let definitions): write(definitions: definitions, in: setting, &html)
    case .box(let box): write(box, anchor: block.anchor, in: setting, &html)
    case .math(let tex): write(formula: tex, anchor: block.anchor, &html)
    case .code(let language, let text):
      codes += 1
      html.markup("<pre dir=\"ltr\" tabindex=\"0\" role=\"region\"")
      identify(block.anchor, &html)
      html.attribute("aria-label", ArticleLabels.fill(labels.code, number: String(codes)))
      html.markup("><code")
      if let language, !language.isEmpty { html.attribute("data-language", language) }
      html.markup(">")
      html.text(text)
      html.markup("</code></pre>\n")
    case .thematicBreak: html.markup("<hr/>\n")
    case .pageBreak(let number):
      html.markup("<div class=\"page-break-line\">")
      write(pageBreak: number, &html)
      html.markup("</div>\n")
    }
  }

  /// Says below a block what a converter was not sure of in it. Only a page of the site says so: an
  /// export is the text alone.
  private func write(doubts: [String], _ html: inout HTMLBuffer) {
    guard medium == .page else { return }
    for doubt in doubts {
      html.markup("<p class=\"doubt\" role=\"note\">")
      let text = ArticleLabels.fill(labels.doubt, label: doubt)
      html.markup(ArticleRenderer.inline(text, language: base.language))
      html.markup("</p>\n")
    }
  }

  /// Writes a paragraph that stands in a setting.
  mutating func write(
    paragraph prepared: Prepared, anchor: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    html.markup("<p")
    identify(anchor, &html)
    html.setting(prepared.setting, in: setting)
    html.markup(">")
    write(prepared, into: &html)
    html.markup("</p>\n")
  }

  private mutating func write(
    heading inlines: [Inline], level: Int, anchor: String, in setting: Setting,
    _ html: inout HTMLBuffer
  ) {
    // A level that is skipped in the file would be a gap in the outline that screen readers read.
    let level = max(2, min(level, (result.contents.last?.level ?? 1) + 1, 6))
    let prepared = prepare(inlines, in: setting)
    html.markup("<h")
    html.text(String(level))
    let identifier = take(anchor)
    if let identifier { html.attribute("id", identifier) }
    html.setting(prepared.setting, in: setting)
    html.markup(">")
    write(prepared, into: &html)
    html.markup("</h")
    html.text(String(level))
    html.markup(">\n")
    var entry = HTMLBuffer()
    write(prepared, into: &entry, asHeadingEntry: true)
    result.contents.append(
      RenderedArticle.ContentsEntry(
        level: level, anchor: identifier ?? anchor, html: entry.bytes,
        language: prepared.setting.language, direction: prepared.setting.direction))
  }

  /// The setting of blocks taken together.
  func setting(of blocks: [Block], in surrounding: Setting) -> Setting {
    var all: [Inline] = []
    for block in blocks { Self.gather(block, &all) }
    return Prepared(LaidOut(all), in: surrounding).setting
  }

  static func gather(_ block: Block, _ inlines: inout [Inline]) {
    switch block.content {
    case .heading(_, let content), .paragraph(let content): inlines += content + [.softBreak]
    case .quotation(let blocks): for block in blocks { gather(block, &inlines) }
    case .list(let list):
      for item in list.items { for block in item.blocks { gather(block, &inlines) } }
    case .figure(let figure): inlines += figure.caption + [.softBreak]
    case .table(let table):
      for cell in table.header + table.rows.flatMap({ $0 }) { inlines += cell + [.softBreak] }
    case .verse(let lines):
      for part in lines.flatMap(\.parts) { inlines += part + [.softBreak] }
    case .definitions(let definitions):
      for text in definitions.flatMap({ [$0.term] + $0.meanings }) {
        inlines += text + [.softBreak]
      }
    case .box(let box): for block in box.blocks { gather(block, &inlines) }
    case .code, .math, .thematicBreak, .pageBreak: break
    }
  }

  // MARK: - Figures and tables

  private mutating func write(
    _ figure: Figure, anchor: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let prepared = prepare(figure.caption, in: setting)
    let picture = SafeAddress.picture(figure.source).flatMap { self.picture($0) }
    html.markup("<figure")
    let width = figure.attributes.width ?? picture.map { ObjectWidth($0) }
    if let name = width?.name { html.attribute("class", name) }
    identify(anchor, &html)
    html.markup(">\n")
    if let picture {
      write(
        picture, alternative: figure.alternative ?? figure.caption.plainText, &html)
    } else {
      html.markup("<p class=\"missing-picture\">")
      html.markup(ArticleRenderer.inline(labels.missingPicture, language: base.language))
      html.markup("</p>")
    }
    if !figure.caption.isEmpty || numberLabel(of: figure.name) != nil {
      html.markup("\n<figcaption")
      html.setting(prepared.setting, in: setting)
      html.markup(">")
      write(numberOf: figure.name, isAlone: figure.caption.isEmpty, &html)
      write(prepared, into: &html)
      html.markup("</figcaption>")
    }
    html.markup("\n</figure>\n")
  }

  private mutating func write(
    _ table: Table, anchor: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    tables += 1
    let own = self.setting(of: [Block(.table(table))], in: setting)
    html.markup("<div")
    let width = table.attributes.width ?? ObjectWidth(table)
    html.attribute("class", ["table-box", width.name].compactMap { $0 }.joined(separator: " "))
    html.markup(" role=\"region\" tabindex=\"0\"")
    identify(anchor, &html)
    html.attribute("aria-label", ArticleLabels.fill(labels.table, number: String(tables)))
    html.setting(own, in: setting)
    html.markup("><table>\n")
    write(captionOf: table, in: own, &html)
    if table.header.contains(where: { !$0.isEmpty }) {
      html.markup("<thead><tr>")
      write(row: table.header, of: table, isHeader: true, in: own, &html)
      html.markup("</tr></thead>\n")
    }
    if !table.rows.isEmpty {
      html.markup("<tbody>\n")
      for row in table.rows {
        html.markup("<tr>")
        write(row: row, of: table, isHeader: false, in: own, &html)
        html.markup("</tr>\n")
      }
      html.markup("</tbody>\n")
    }
    html.markup("</table></div>\n")
  }

  private mutating func write(
    captionOf table: Table, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    guard !table.caption.isEmpty || numberLabel(of: table.name) != nil else { return }
    let prepared = prepare(table.caption, in: setting)
    html.markup("<caption")
    html.setting(prepared.setting, in: setting)
    html.markup(">")
    write(numberOf: table.name, isAlone: table.caption.isEmpty, &html)
    write(prepared, into: &html)
    html.markup("</caption>\n")
  }

  /// Cells stand at the side that their column has, whatever their own direction: a cell of the
  /// other direction has it on an element inside.
  private mutating func write(
    row: [[Inline]], of table: Table, isHeader: Bool, in setting: Setting,
    _ html: inout HTMLBuffer
  ) {
    for (column, cell) in row.enumerated() {
      let prepared = prepare(cell, in: setting)
      let asHeader = isHeader && !cell.isEmpty
      html.markup(asHeader ? "<th scope=\"col\"" : "<td")
      switch column < table.alignments.count ? table.alignments[column] : .unset {
      case .unset: break
      case .start: html.attribute("class", "align-start")
      case .center: html.attribute("class", "align-center")
      case .end: html.attribute("class", "align-end")
      }
      html.markup(">")
      if prepared.setting != setting {
        html.markup("<span")
        html.setting(prepared.setting, in: setting)
        html.markup(">")
      }
      write(prepared, into: &html)
      if prepared.setting != setting { html.markup("</span>") }
      html.markup(asHeader ? "</th>" : "</td>")
    }
  }
}
