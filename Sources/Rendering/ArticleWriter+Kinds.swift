import Manuscript
import Orthography

extension ArticleWriter {
  /// Writes verse: a paragraph for each stanza, its lines kept.
  mutating func write(
    verse lines: [VerseLine], anchor: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let own = self.setting(of: [Block(.verse(lines))], in: setting)
    html.markup("<div class=\"verse\"")
    identify(anchor, &html)
    html.setting(own, in: setting)
    html.markup(">\n")
    var isOpen = false
    for line in lines {
      if line.parts.isEmpty {
        if isOpen { html.markup("</p>\n") }
        isOpen = false
        continue
      }
      html.markup(isOpen ? "<br/>\n" : "<p class=\"stanza\">")
      isOpen = true
      write(line, in: own, &html)
    }
    if isOpen { html.markup("</p>\n") }
    html.markup("</div>\n")
  }

  /// Half-lines stand beside each other with a wide space (U+2003) between them, for readers
  /// without the style sheet too.
  private mutating func write(
    _ line: VerseLine, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    html.markup(line.parts.count > 1 ? "<span class=\"half-lines\">" : "<span class=\"line\">")
    html.text(String(repeating: "\u{A0}", count: min(line.indent, 40)))
    for (index, part) in line.parts.enumerated() {
      if index > 0 { html.text(" \u{2003} ") }
      let prepared = Prepared(LaidOut(part), setting: setting)
      if line.parts.count > 1 { html.markup("<span>") }
      write(prepared, into: &html)
      if line.parts.count > 1 { html.markup("</span>") }
    }
    html.markup("</span>")
  }

  mutating func write(
    definitions: [Definition], in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let own = self.setting(of: [Block(.definitions(definitions))], in: setting)
    html.markup("<dl")
    html.setting(own, in: setting)
    html.markup(">\n")
    for definition in definitions {
      write(definition.term, "<dt", "</dt>\n", anchor: definition.anchor, in: own, &html)
      for meaning in definition.meanings {
        write(meaning, "<dd", "</dd>\n", anchor: "", in: own, &html)
      }
    }
    html.markup("</dl>\n")
  }

  private mutating func write(
    _ inlines: [Inline], _ open: StaticString, _ close: StaticString, anchor: String,
    in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let prepared = prepare(inlines, in: setting)
    html.markup(open)
    identify(anchor, &html)
    html.setting(prepared.setting, in: setting)
    html.markup(">")
    write(prepared, into: &html)
    html.markup(close)
  }

  mutating func write(
    _ box: Box, anchor: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let own = self.setting(of: box.blocks, in: setting)
    html.markup("<div class=\"box\" role=\"note\"")
    html.attribute("data-kind", box.kind)
    identify(anchor, &html)
    html.setting(own, in: setting)
    html.markup(">\n")
    write(box.blocks, in: own, into: &html)
    html.markup("</div>\n")
  }

  // MARK: - Formulas

  /// Writes a formula that stands alone.
  mutating func write(formula tex: String, anchor: String, _ html: inout HTMLBuffer) {
    html.markup("<div class=\"formula\"")
    identify(anchor, &html)
    html.markup(" dir=\"ltr\">")
    write(formula: tex, isDisplayed: true, &html)
    html.markup("</div>\n")
  }

  /// Writes a formula as MathML; where that cannot be had, its source with its signs, in a run of
  /// its own.
  func write(formula tex: String, isDisplayed: Bool, _ html: inout HTMLBuffer) {
    if let mathematics = mathematics(tex, isDisplayed) {
      html.markup(mathematics)
      return
    }
    let sign = isDisplayed ? "$$" : "$"
    html.markup("<bdi class=\"formula-source\" dir=\"ltr\">")
    html.text(sign + tex + sign)
    html.markup("</bdi>")
  }

  // MARK: - Numbered figures and tables

  /// `Figure 2` for an object that has a name; `nil` for any other.
  func numberLabel(of name: String?) -> String? {
    guard let name, let object = numbered[name] else { return nil }
    return labels.number(of: object, in: article.frontMatter)
  }

  func write(
    referenceTo name: String, _ html: inout HTMLBuffer, asHeadingEntry: Bool
  ) {
    guard let label = numberLabel(of: name), let object = numbered[name] else {
      html.markup("<bdi dir=\"ltr\">@")
      html.text(name)
      html.markup("</bdi>")
      return
    }
    html.markup(asHeadingEntry ? "<span class=\"number-label\">" : "<a class=\"number-label\"")
    if !asHeadingEntry {
      html.attribute("href", "#" + object.anchor)
      html.markup(">")
    }
    html.markup(ArticleRenderer.inline(label, language: base.language))
    html.markup(asHeadingEntry ? "</span>" : "</a>")
  }

  /// Writes a caption's number, where it has one.
  func write(numberOf name: String?, isAlone: Bool, _ html: inout HTMLBuffer) {
    guard let label = numberLabel(of: name) else { return }
    html.markup("<span class=\"number-label\">")
    html.markup(ArticleRenderer.inline(label, language: base.language))
    html.markup(isAlone ? "</span>" : ".</span> ")
  }
}
