import Manuscript
import Orthography

extension ArticleWriter {
  /// The section of notes; empty where there are none.
  mutating func writeNotes() -> [UInt8] {
    guard !article.notes.isEmpty, medium != .print else { return [] }
    var html = HTMLBuffer()
    html.markup(
      "<section class=\"notes\" role=\"doc-endnotes\" id=\"notes\" aria-labelledby=\"daf-notes\">")
    html.markup("\n<h2 id=\"daf-notes\">")
    html.markup(ArticleRenderer.inline(labels.notes, language: base.language))
    html.markup("</h2>\n")
    let series = article.noteSeries
    // A note that another note refers to has its mark among the notes: its back link can be
    // written only when all are.
    let written = series.map { series in
      series.notes.map { note in
        var content = HTMLBuffer()
        let own = write(note: note, &content)
        return WrittenNote(note: note, html: content, setting: own)
      }
    }
    // A single note of the other kind, as a star for thanks, needs no heading of its own.
    let hasHeadings = series.count > 1 && series.allSatisfy { $0.notes.count > 1 }
    for (series, notes) in zip(series, written) {
      if hasHeadings { writeHeading(of: series.kind, &html) }
      html.markup("<ol class=\"note-list\" role=\"list\"")
      if written.count > 1 { html.attribute("data-series", series.kind.rawValue) }
      if hasHeadings { html.attribute("aria-labelledby", "daf-notes-" + series.kind.rawValue) }
      html.markup(">\n")
      write(notes, &html)
      html.markup("</ol>\n")
    }
    html.markup("</section>\n")
    return html.bytes
  }

  private struct WrittenNote {
    var note: Note
    var html: HTMLBuffer
    var setting: Setting
  }

  private func writeHeading(of kind: NoteSeries.Kind, _ html: inout HTMLBuffer) {
    html.markup("<h3 class=\"note-series\"")
    html.attribute("id", "daf-notes-" + kind.rawValue)
    html.markup(">")
    let heading = kind == .numbers ? labels.notesWithNumbers : labels.notesWithMarks
    html.markup(ArticleRenderer.inline(heading, language: base.language))
    html.markup("</h3>\n")
  }

  private mutating func write(_ notes: [WrittenNote], _ html: inout HTMLBuffer) {
    for written in notes {
      let (note, content, setting) = (written.note, written.html, written.setting)
      html.markup("<li")
      identify(Anchors.note(note.label), &html)
      if medium == .book { html.attribute("epub:type", "footnote") }
      // The labels of all notes stand in one column, at the side that the article's direction says.
      html.markup("><span class=\"note-label\">")
      html.text(PrintedNumerals.show(note.label, article.frontMatter))
      html.markup("</span> <div class=\"note-text\"")
      html.setting(setting, in: base)
      html.markup(">")
      // No space before the links back: they stay with the note's last word at a line's end.
      let text = content.bytes
      html.markup(text.last == 0x0A ? Array(text.dropLast()) : text)
      writeBackLinks(to: note.label, &html)
      html.markup("</div></li>\n")
    }
  }

  /// Writes a note where its mark stands, as one run of text: what is in it may be no block, for it
  /// stands in a paragraph.
  mutating func writeFootnote(
    _ label: String, _ shown: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let note = article.notes.first { $0.label == label }
    var inlines: [Inline] = []
    for (place, block) in (note?.blocks ?? []).enumerated() {
      if place > 0 { inlines.append(.lineBreak) }
      Self.gather(block, &inlines)
    }
    if inlines.isEmpty { inlines = [.text(labels.missingNote)] }
    let prepared = prepare(inlines, in: base)
    html.markup("<span class=\"footnote\"")
    if hasTwoSeries { html.attribute("data-series", NoteSeries.kind(ofLabel: label).rawValue) }
    identify(Anchors.note(label), &html)
    html.attribute("data-label", shown)
    html.attribute("lang", prepared.setting.language)
    html.attribute("dir", prepared.setting.direction.rawValue)
    html.markup(">")
    write(prepared, into: &html)
    html.markup("</span>")
  }

  /// Writes a note's text and gives the setting that it is in.
  private mutating func write(note: Note, _ html: inout HTMLBuffer) -> Setting {
    if note.isMissing || note.blocks.isEmpty {
      html.markup("<p class=\"missing-note\">")
      html.markup(ArticleRenderer.inline(labels.missingNote, language: base.language))
      html.markup("</p>\n")
      return base
    }
    if note.blocks.count == 1, case .paragraph(let inlines) = note.blocks[0].content {
      let prepared = prepare(inlines, in: base)
      write(
        paragraph: prepared, anchor: note.blocks[0].anchor, in: prepared.setting, &html)
      return prepared.setting
    }
    let own = setting(of: note.blocks, in: base)
    write(note.blocks, in: own, into: &html)
    return own
  }

  /// One link for each place that refers to the note.
  private mutating func writeBackLinks(to label: String, _ html: inout HTMLBuffer) {
    let count = references[label] ?? 0
    // Of two notes with one label the first is the one that the marks lead to.
    references[label] = 0
    guard count > 0 else { return }
    let shown = PrintedNumerals.show(label, article.frontMatter)
    html.markup("<span class=\"back-links\">")
    for occurrence in 1...count {
      html.markup("<a role=\"doc-backlink\"")
      html.attribute("href", "#" + Anchors.noteReference(label, occurrence: occurrence))
      html.attribute(
        "aria-label",
        ArticleLabels.fill(
          count == 1 ? labels.backToReference : labels.backToReferenceOfSeveral, label: shown,
          number: String(occurrence)))
      html.markup(">↑")
      if count > 1 {
        html.markup("<sub>")
        html.text(PrintedNumerals.show(String(occurrence), article.frontMatter))
        html.markup("</sub>")
      }
      html.markup("</a>")
    }
    html.markup("</span>")
  }

  /// The links that a source lists at the foot of its pages; empty where there are none.
  mutating func writeLinkLists() -> [UInt8] {
    guard !article.linkLists.isEmpty else { return [] }
    var html = HTMLBuffer()
    html.markup("<section class=\"source-links\" id=\"links\" aria-labelledby=\"daf-links\">")
    html.markup("\n<h2 id=\"daf-links\">")
    html.markup(ArticleRenderer.inline(labels.links, language: base.language))
    html.markup("</h2>\n")
    for list in article.linkLists {
      if let page = list.page {
        let shown = PrintedNumerals.show(page, article.frontMatter)
        html.markup("<h3>")
        html.text(ArticleLabels.fill(labels.linksOfPage, label: shown, number: shown))
        html.markup("</h3>\n")
      }
      html.markup("<ul>\n")
      for address in list.addresses {
        html.markup("<li dir=\"ltr\">")
        let link = SafeAddress.link(address)
        if let link {
          html.markup("<a class=\"address\"")
          html.attribute("href", link)
          html.markup(">")
        }
        html.text(address)
        html.markup(link == nil ? "</li>\n" : "</a></li>\n")
      }
      html.markup("</ul>\n")
    }
    html.markup("</section>\n")
    return html.bytes
  }
}
