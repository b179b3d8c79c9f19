import Manuscript

extension Block {
  /// The words that stand in the block itself, not in blocks inside it: of a heading, a paragraph, a
  /// caption, a table's cells.
  var ownText: String {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .figure(let figure): figure.caption.plainText
    case .table(let table):
      ([table.header] + table.rows).joined().map(\.plainText).joined(separator: " ")
    default: ""
    }
  }
}
