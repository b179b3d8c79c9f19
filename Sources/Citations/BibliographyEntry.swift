import Manuscript

/// An entry of a bibliography, as far as an in-text citation can name it.
struct BibliographyEntry {
  /// The identifier of the list item.
  var anchor: String
  /// The entry as it is printed.
  var text: String
  var position: SourcePosition
  /// The folded words before the year, or the first words where no year follows soon: authors, or
  /// the body that stands for one, or the title of a law.
  var head: [String]
  /// The years in the order in which they stand; the first is mostly that of publication, but in
  /// some styles it stands last.
  var years: [CitedYear]
  /// Which of the article's bibliographies it stands in.
  var list: Int
  /// Whether its first letter is of Hebrew or Arabic script.
  var isRightToLeft: Bool

  /// A head is no longer than this: after more words a number is part of a title.
  private static let longestHead = 16

  init(item: List.Item, list: Int) {
    self.list = list
    anchor = item.anchor
    position = item.position
    text = item.blocks.map(\.plainText).joined(separator: " ")
    let parsed = CitationText(text)
    var years: [CitedYear] = []
    var head: [String]?
    var words: [String] = []
    var index = 0
    while index < parsed.tokens.count {
      if let (year, end) = parsed.year(at: index) {
        years.append(year)
        if words.count <= Self.longestHead { head = head ?? words }
        index = end
      } else {
        if !parsed.tokens[index].isNumber { words.append(parsed.tokens[index].folded) }
        index += 1
      }
    }
    self.head = head ?? Array(words.prefix(Self.longestHead))
    self.years = years
    isRightToLeft = parsed.tokens.first { !$0.isNumber }?.isHebrewOrArabic ?? false
  }
}

extension Block {
  /// The text of the block without marks; items and rows are joined by spaces.
  var plainText: String {
    switch content {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .quotation(let blocks): blocks.map(\.plainText).joined(separator: " ")
    case .list(let list):
      list.items.flatMap(\.blocks).map(\.plainText).joined(separator: " ")
    case .figure(let figure): figure.caption.plainText
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0 }.map(\.plainText).joined(separator: " ")
    case .code(_, let text), .math(let text): text
    case .verse(let lines):
      lines.flatMap(\.parts).map(\.plainText).joined(separator: " ")
    case .definitions(let definitions):
      definitions.flatMap { [$0.term] + $0.meanings }.map(\.plainText).joined(separator: " ")
    case .box(let box): box.blocks.map(\.plainText).joined(separator: " ")
    case .thematicBreak, .pageBreak: ""
    }
  }
}
