import Manuscript

/// Where an article's cross-references stand.
///
/// They are gathered from the tree that is written, so that no way back leads to a place that the
/// page does not have.
enum CitingPlaces {
  /// For each anchor that is cited, the identifiers of the places that cite it, body before notes.
  static func find(in article: Article) -> [String: [String]] {
    var places: [String: [String]] = [:]
    for block in article.blocks { gather(block, &places) }
    for note in article.notes { for block in note.blocks { gather(block, &places) } }
    return places
  }

  private static func gather(_ block: Block, _ places: inout [String: [String]]) {
    switch block.content {
    case .heading(_, let inlines), .paragraph(let inlines): gather(inlines, &places)
    case .quotation(let blocks): for block in blocks { gather(block, &places) }
    case .list(let list):
      for item in list.items { for block in item.blocks { gather(block, &places) } }
    case .figure(let figure): gather(figure.caption, &places)
    case .table(let table):
      for cell in table.header { gather(cell, &places) }
      for row in table.rows { for cell in row { gather(cell, &places) } }
    case .code, .thematicBreak, .pageBreak: break
    }
  }

  private static func gather(_ inlines: [Inline], _ places: inout [String: [String]]) {
    for inline in inlines {
      switch inline {
      case .crossReference(let reference):
        places[reference.target, default: []].append(reference.id)
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .span(_, let content):
        gather(content, &places)
      case .link(let link): gather(link.content, &places)
      default: break
      }
    }
  }
}
