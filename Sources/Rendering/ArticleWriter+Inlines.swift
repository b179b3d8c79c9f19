import Manuscript
import Orthography

extension ArticleWriter {
  /// Lays out a block's inlines and tells their direction.
  func prepare(_ inlines: [Inline], in surrounding: Setting) -> Prepared {
    Prepared(LaidOut(inlines), in: surrounding)
  }

  /// Writes prepared inlines.
  ///
  /// - Parameter asHeadingEntry: whether they are written for a table of contents: without links,
  ///   note marks and page marks.
  mutating func write(
    _ prepared: Prepared, into html: inout HTMLBuffer, asHeadingEntry: Bool = false
  ) {
    let addresses = Set(prepared.flat.addresses)
    // A range inside a foreign passage runs as the passage does, on paper too.
    var passageEnd = 0
    let marks = ForeignRuns.find(in: prepared).compactMap { run -> Mark? in
      let isInside = run.range.lowerBound < passageEnd
      if !isInside { passageEnd = run.range.upperBound }
      guard !addresses.contains(run.range) else { return nil }
      return Self.mark(run, in: prepared.setting, medium: isInside ? .page : medium)
    }
    var writer = InlineWriter(prepared.flat, marks: marks)
    writer.write(
      prepared.inlines, into: &html,
      leaf: { inline, html in
        self.write(leaf: inline, in: prepared.setting, &html, asHeadingEntry: asHeadingEntry)
      },
      element: { inline, html in self.open(inline, &html, asHeadingEntry: asHeadingEntry) })
  }

  /// Writes plain text with its runs of the other direction isolated.
  static func write(plain prepared: Prepared, into html: inout HTMLBuffer) {
    let marks = ForeignRuns.find(in: prepared).map {
      mark($0, in: prepared.setting, medium: .page)
    }
    var writer = InlineWriter(prepared.flat, marks: marks)
    writer.write(prepared.inlines, into: &html, leaf: { _, _ in }, element: { _, _ in "" })
  }

  /// The element that sets a run apart: a `<span>` that names the language, a `<bdi>` or `<bdo>` for
  /// what is of no language. What is only kept together is not isolated: in Arabic the letters before
  /// a range decide how its digits and its dash are ordered (UAX #9, W2).
  ///
  /// The typesetter orders the text of each element by itself and knows no overrides, so on paper the
  /// signs that Unicode has for both stand in the text.
  private static func mark(_ run: ForeignRun, in setting: Setting, medium: Medium) -> Mark {
    let isPrint = medium == .print
    var open = HTMLBuffer()
    let close: StaticString
    switch run.kind {
    case .passage(let language):
      open.markup("<span")
      if language != setting.language { open.attribute("lang", language) }
      close = "</span>"
    case .number, .address:
      open.markup("<bdi")
      open.attribute("class", run.kind == .address ? "address" : "number")
      close = "</bdi>"
    case .turnedNumber:
      open.markup("<bdo class=\"number\"")
      close = isPrint ? "\u{202C}</bdo>" : "</bdo>"
    case .kept:
      let letter = isPrint && setting.letters == .arabic ? "\u{61C}" : ""
      return Mark(
        range: run.range, open: Array("<span class=\"number\">\(letter)".utf8),
        close: Array("</span>".utf8))
    }
    if run.direction != setting.direction { open.attribute("dir", run.direction.rawValue) }
    open.markup(isPrint && run.kind == .turnedNumber ? ">\u{202D}" : ">")
    return Mark(
      range: run.range, open: open.bytes,
      close: close.withUTF8Buffer { Array($0) })
  }

  private mutating func open(
    _ inline: Inline, _ html: inout HTMLBuffer, asHeadingEntry: Bool
  ) -> StaticString {
    switch inline {
    case .emphasis:
      html.markup("<em>")
      return "</em>"
    case .strong:
      html.markup("<strong>")
      return "</strong>"
    case .strikethrough:
      html.markup("<s>")
      return "</s>"
    case .link(let link):
      guard !asHeadingEntry else { return "" }
      guard let address = SafeAddress.link(link.destination) else {
        html.markup("<span class=\"refused-link\">")
        return "</span>"
      }
      html.markup("<a")
      html.attribute("href", address)
      if let title = link.title, !title.isEmpty { html.attribute("title", title) }
      html.markup(">")
      return "</a>"
    case .crossReference(let reference):
      guard !asHeadingEntry else { return "" }
      html.markup("<a")
      identify(reference.id, &html)
      html.attribute("href", "#" + reference.target)
      if let label = labelsByAnchor[reference.target] {
        let shown = PrintedNumerals.show(label, article.frontMatter)
        html.attribute("title", ArticleLabels.fill(labels.citedWork, label: shown, number: shown))
      } else {
        html.attribute("role", "doc-biblioref")
      }
      html.markup(">")
      return "</a>"
    default: return ""
    }
  }

  private mutating func write(
    leaf: Inline, in setting: Setting, _ html: inout HTMLBuffer, asHeadingEntry: Bool
  ) {
    switch leaf {
    case .code(let code):
      html.markup("<code dir=\"ltr\">")
      html.text(code)
      html.markup("</code>")
    case .link(let link): write(autolink: link, in: setting, &html, asHeadingEntry: asHeadingEntry)
    case .span(let language, let content):
      let own = Setting(language: Self.isLanguageTag(language) ? language : "und")
      html.markup("<span")
      html.attribute("lang", own.language)
      html.attribute("dir", own.direction.rawValue)
      html.markup(">")
      write(Prepared(LaidOut(content), setting: own), into: &html, asHeadingEntry: asHeadingEntry)
      html.markup("</span>")
    case .image(let figure) where !asHeadingEntry: write(inlineImage: figure, &html)
    case .noteReference(let label) where !asHeadingEntry:
      write(noteReference: label, in: setting, &html)
    case .pageBreak(let number) where !asHeadingEntry: write(pageBreak: number, &html)
    case .math(let tex, let isDisplayed):
      write(formula: tex, isDisplayed: isDisplayed, &html)
    case .numberedReference(let name):
      write(referenceTo: name, &html, asHeadingEntry: asHeadingEntry)
    default: break
    }
  }

  private func write(
    autolink link: Link, in setting: Setting, _ html: inout HTMLBuffer, asHeadingEntry: Bool
  ) {
    let text = link.content.plainText
    let address = asHeadingEntry ? nil : SafeAddress.link(link.destination)
    html.markup(address == nil ? "<bdi" : "<a")
    if setting.direction == .rightToLeft || address == nil { html.attribute("dir", "ltr") }
    if let address {
      html.attribute("class", "address")
      html.attribute("href", address)
    }
    html.markup(">")
    html.text(text)
    html.markup(address == nil ? "</bdi>" : "</a>")
  }

  /// Letters, digits and hyphens, beginning with a letter (the shape of a BCP 47 tag).
  private static func isLanguageTag(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 35 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
    return isLetter(first)
      && text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 0x2D }
  }

  /// Writes a mark where a printed page begins: its number as text, for DPUB-ARIA 1.1 names the mark
  /// by its content. The brackets are for readers without the style sheet.
  mutating func write(pageBreak number: String?, _ html: inout HTMLBuffer) {
    html.markup("<span class=\"page-break\" role=\"doc-pagebreak\"")
    if medium == .book { html.attribute("epub:type", "pagebreak") }
    guard let number, !number.isEmpty else {
      html.attribute("title", labels.pageBreak)
      html.markup("></span>")
      return
    }
    let shown = PrintedNumerals.show(number, article.frontMatter)
    if let anchor = take(Anchors.page(number)) {
      html.attribute("id", anchor)
      result.pages.append(RenderedArticle.PageEntry(number: shown, anchor: anchor))
    }
    html.attribute("title", ArticleLabels.fill(labels.page, label: shown, number: shown))
    html.markup("><span class=\"bracket\">[</span><bdi>")
    html.text(shown)
    html.markup("</bdi><span class=\"bracket\">]</span></span>")
  }

  /// Writes a note's mark: a link to the note where there is one.
  private mutating func write(
    noteReference label: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let shown = PrintedNumerals.show(label, article.frontMatter)
    if medium == .print, noteLabels.contains(label), references[label] == nil {
      references[label] = 1
      writeFootnote(label, shown, in: setting, &html)
      return
    }
    // Two marks in a row are told apart by the style sheet; the space is for readers without it.
    let isNext = html.ends(with: "</sup>")
    if isNext { html.text("\u{202F}") }
    html.markup(isNext ? "<sup class=\"note-mark note-mark-next\">" : "<sup class=\"note-mark\">")
    guard noteLabels.contains(label) else {
      html.markup("<bdi>")
      html.text(shown)
      html.markup("</bdi></sup>")
      return
    }
    references[label, default: 0] += 1
    html.markup("<a role=\"doc-noteref\" dir=\"auto\"")
    if medium == .book { html.attribute("epub:type", "noteref") }
    identify(Anchors.noteReference(label, occurrence: references[label] ?? 1), &html)
    html.attribute("href", "#" + Anchors.note(label))
    html.attribute(
      "aria-label", ArticleLabels.fill(labels.noteReference, label: shown, number: shown))
    html.markup(">")
    html.text(shown)
    html.markup("</a></sup>")
  }

  private func write(inlineImage figure: Figure, _ html: inout HTMLBuffer) {
    guard let source = SafeAddress.picture(figure.source), let picture = picture(source) else {
      html.markup("<span class=\"missing-picture\">")
      html.text(figure.caption.plainText)
      html.markup("</span>")
      return
    }
    write(picture, alternative: figure.alternative ?? figure.caption.plainText, &html)
  }

  /// Writes the picture itself.
  func write(_ picture: Picture, alternative: String, _ html: inout HTMLBuffer) {
    let isInWidths = medium == .page && !picture.widths.isEmpty
    if isInWidths {
      html.markup("<picture><source type=\"image/webp\"")
      write(widths: picture.webP, &html)
      html.markup("/>")
    }
    html.markup("<img")
    html.attribute("src", picture.address)
    if isInWidths { write(widths: picture.widths, &html) }
    html.attribute("alt", alternative)
    if let width = picture.width, let height = picture.height {
      html.attribute("width", width)
      html.attribute("height", height)
    }
    html.markup(medium == .page ? " loading=\"lazy\"/>" : "/>")
    if isInWidths { html.markup("</picture>") }
  }

  /// The widths of a picture, and how wide the page shows it: as wide as the screen, or as the column.
  private func write(widths: [Picture.Width], _ html: inout HTMLBuffer) {
    html.attribute(
      "srcset", widths.map { "\($0.address) \($0.pixels)w" }.joined(separator: ", "))
    html.attribute("sizes", "(max-width: 48rem) 100vw, 44rem")
  }
}
