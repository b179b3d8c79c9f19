import Manuscript
import Orthography

extension ArticleWriter {
  /// An item with its first paragraph laid out, where it begins with one.
  private struct LaidOutItem {
    let item: List.Item
    let first: LaidOut?
    let count: DirectionCount

    /// The letter of the item, where the list is lettered; the text is without it.
    let mark: String?

    init(_ item: List.Item, mark: String?) {
      self.item = item
      self.mark = mark
      var count = DirectionCount()
      if let block = item.blocks.first, case .paragraph(var inlines) = block.content {
        if let mark, case .text(let text)? = inlines.first {
          inlines[0] = .text(String(text.dropFirst(mark.count).drop { $0 == " " }))
        }
        let first = LaidOut(inlines)
        count.add(first.count)
        self.first = first
      } else {
        first = nil
      }
      self.count = count
    }
  }

  /// The items of a list, laid out, and the setting of the list as a whole.
  private func layOut(_ list: List, in surrounding: Setting) -> ([LaidOutItem], Setting) {
    let marks = Lettering(list)?.marks
    let items = list.items.enumerated().map { LaidOutItem($1, mark: marks?[$0]) }
    var count = DirectionCount()
    for item in items { count.add(item.count) }
    guard count.turned(in: surrounding.direction) != nil else { return (items, surrounding) }
    return (items, setting(of: list.items.flatMap(\.blocks), in: surrounding))
  }

  /// Writes a list that is no bibliography.
  mutating func write(
    _ list: List, anchor: String, in setting: Setting, _ html: inout HTMLBuffer
  ) {
    let (items, own) = layOut(list, in: setting)
    html.markup(list.start == nil ? "<ul" : "<ol")
    if list.start == nil {
      // Safari takes the role from a list without marks of its own.
      if items.first?.mark != nil { html.markup(" class=\"lettered\" role=\"list\"") }
    } else {
      writeNumbering(list, &html)
    }
    identify(anchor, &html)
    html.setting(own, in: setting)
    html.markup(">\n")
    for item in items { write(item, in: own, &html) }
    html.markup(list.start == nil ? "</ul>\n" : "</ol>\n")
  }

  /// The first number, and the class of the digits and signs in which the numbers are shown.
  private func writeNumbering(_ list: List, _ html: inout HTMLBuffer) {
    var classes: [String] = []
    switch article.frontMatter.numerals {
    case .arabic: classes.append("numerals-arab")
    case .hebrew: classes.append("numerals-hebr")
    case .latin, nil: break
    }
    if list.delimiter == .bracket { classes.append("bracketed") }
    if !classes.isEmpty { html.attribute("class", classes.joined(separator: " ")) }
    if let start = list.start, start != 1 { html.attribute("start", start) }
  }

  private mutating func write(
    _ laidOut: LaidOutItem, in setting: Setting, _ html: inout HTMLBuffer,
    ending: (inout ArticleWriter, inout HTMLBuffer) -> Void = { _, _ in }
  ) {
    let item = laidOut.item
    let first = laidOut.first.map { Prepared($0, in: setting) }
    let own = first?.setting ?? self.setting(of: item.blocks, in: setting)
    html.markup("<li")
    identify(item.anchor, &html)
    html.setting(own, in: setting)
    html.markup(">")
    if let mark = laidOut.mark {
      html.markup("<span class=\"item-mark\">")
      html.text(mark)
      html.markup("</span> ")
    }
    // A single paragraph needs no element of its own; nor does the first before a nested list.
    if let first,
      item.blocks.dropFirst().allSatisfy({ if case .list = $0.content { true } else { false } })
    {
      write(first, into: &html)
      ending(&self, &html)
      if item.blocks.count > 1 { html.markup("\n") }
      write(Array(item.blocks.dropFirst()), in: own, into: &html)
    } else if let first, laidOut.mark != nil, let block = item.blocks.first {
      write(paragraph: first, anchor: block.anchor, in: own, &html)
      write(Array(item.blocks.dropFirst()), in: own, into: &html)
    } else {
      write(item.blocks, in: own, into: &html)
      ending(&self, &html)
    }
    html.markup("</li>\n")
  }

  /// Writes a bibliography: a list with the role that DPUB-ARIA gives it.
  ///
  /// - Parameter heading: the anchor of the heading above it, by which it is named.
  mutating func write(
    bibliography list: List, anchor: String, heading: String?, in setting: Setting,
    _ html: inout HTMLBuffer
  ) {
    let (items, own) = layOut(list, in: setting)
    html.markup("<div class=\"bibliography\" role=\"doc-bibliography\"")
    if let heading, !heading.isEmpty { html.attribute("aria-labelledby", heading) }
    html.setting(own, in: setting)
    html.markup(">\n")
    html.markup(list.start == nil ? "<ul" : "<ol")
    if list.start != nil { writeNumbering(list, &html) }
    identify(anchor, &html)
    html.markup(">\n")
    for item in items {
      write(item, in: own, &html) { writer, html in
        writer.writeBackLinks(toCitationsOf: item.item.anchor, &html)
      }
    }
    html.markup(list.start == nil ? "</ul>\n</div>\n" : "</ol>\n</div>\n")
  }

  /// One link for each place that cites a bibliography's entry.
  private func writeBackLinks(toCitationsOf anchor: String, _ html: inout HTMLBuffer) {
    guard let places = citations[anchor], !anchor.isEmpty else { return }
    html.markup(" <span class=\"back-links\">")
    for (index, place) in places.enumerated() {
      let number = PrintedNumerals.show(String(index + 1), article.frontMatter)
      html.markup("<a role=\"doc-backlink\"")
      html.attribute("href", "#" + place)
      html.attribute("aria-label", ArticleLabels.fill(labels.backToCitation, number: number))
      html.markup(">↑")
      if places.count > 1 {
        html.markup("<sub>")
        html.text(number)
        html.markup("</sub>")
      }
      html.markup("</a>")
    }
    html.markup("</span>")
  }
}
