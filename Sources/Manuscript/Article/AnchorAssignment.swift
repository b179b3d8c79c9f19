extension Article {
  /// Gives every part of the body the identifier by which a page, the index and citations address
  /// it.
  ///
  /// A heading gets a slug of its text. Paragraphs, items, quotations, figures, tables and code get
  /// `p1`, `p2` … in reading order. The first paragraph of an item or a quotation has none of its
  /// own: the item's or quotation's leads to it.
  public mutating func assignAnchors() {
    var assignment = AnchorAssignment()
    for index in blocks.indices { assignment.assign(&blocks[index]) }
  }
}

private struct AnchorAssignment {
  private var count = 0
  private var headings = Set(Anchors.reserved)
  /// How many headings share a slug, so that many equal ones take no longer than others.
  private var repeats: [String: Int] = [:]

  mutating func assign(_ block: inout Block) {
    switch block.content {
    case .heading(_, let inlines):
      block.anchor = unique(Anchors.slug(ofHeading: inlines.plainText))
    case .paragraph, .figure, .table, .code, .verse, .math:
      block.anchor = next()
    case .quotation(var blocks):
      block.anchor = next()
      assign(within: &blocks)
      block.content = .quotation(blocks)
    case .list(var list):
      block.anchor = ""
      for index in list.items.indices {
        list.items[index].anchor = next()
        assign(within: &list.items[index].blocks)
      }
      block.content = .list(list)
    case .definitions(var definitions):
      block.anchor = ""
      for index in definitions.indices { definitions[index].anchor = next() }
      block.content = .definitions(definitions)
    case .box(var box):
      block.anchor = next()
      assign(within: &box.blocks)
      block.content = .box(box)
    case .thematicBreak, .pageBreak:
      block.anchor = ""
    }
  }

  private mutating func assign(within blocks: inout [Block]) {
    for index in blocks.indices {
      if index == 0, case .paragraph = blocks[0].content {
        blocks[0].anchor = ""
      } else {
        assign(&blocks[index])
      }
    }
  }

  private mutating func next() -> String {
    count += 1
    return "p\(count)"
  }

  private mutating func unique(_ slug: String) -> String {
    var number = repeats[slug, default: 0]
    var candidate = slug
    repeat {
      number += 1
      candidate = number == 1 ? slug : "\(slug)-\(number)"
    } while !headings.insert(candidate).inserted
    repeats[slug] = number
    return candidate
  }
}
