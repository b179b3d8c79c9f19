import Manuscript

/// A paper whose source says what its parts are: what the readers of Word files, web pages and JATS
/// make, before front matter, headings without styles and lists are read out of it.
struct StructuredDocument {
  /// The parts in reading order.
  var blocks: [StructuredBlock] = []
  var notes: [StructuredNote] = []
  /// The whole front, where the source states it in so many words, as a JATS file does, and the
  /// numbers of the paragraphs that hold it.
  var frontMatter: FrontMatter?
  var frontNumbers: [Int] = []
  /// What the source states for catalogues, beside the front that a reader reads.
  var stated: FrontMatter?
  /// The texts at the heads and feet of pages.
  var pageHeads: [String] = []
  /// The title in the file's properties, where the text itself shows none.
  var statedTitle: String?
  /// The number of the first printed page, where the source states it.
  var firstPage: Int?
  /// The files of pictures, for the article's folder.
  var pictures: [SourcePicture] = []
  /// What was left out, by name.
  var removals: [Removal] = []
  /// The text of each paragraph as it stands in the source, by its number, for the account.
  var source: [(number: Int, text: String)] = []
}

/// A picture out of a paper's file.
public struct SourcePicture: Equatable, Sendable {
  /// The name of its file in the article's folder.
  public var name: String
  public var bytes: [UInt8]
}

/// A note of a structured paper.
struct StructuredNote {
  var label: String
  var blocks: [StructuredBlock]
}

/// A part of a structured paper.
struct StructuredBlock {
  var kind: Kind
  var inlines: [Inline]
  /// The numbers of the source's paragraphs that it was made of, counted from 1.
  var numbers: [Int]
  var look = Look()
  /// What an editor should look at, in words.
  var doubts: [String] = []

  init(
    _ kind: Kind, _ inlines: [Inline] = [], numbers: [Int], look: Look = Look(),
    doubts: [String] = []
  ) {
    self.kind = kind
    self.inlines = inlines
    self.numbers = numbers
    self.look = look
    self.doubts = doubts
  }

  enum Kind: Equatable {
    case title
    case subtitle
    case author
    case date
    case abstract
    /// The highest heading in a text is level 1.
    case heading(level: Int)
    case paragraph
    case item(Item)
    case quotation
    case caption
    /// An entry of the list of sources.
    case reference
    /// The cells of each row.
    case table([[[Inline]]])
    case figure(file: String, alternative: String?)
    case code(String)
    case rule
    case pageBreak
  }

  /// A list's item.
  struct Item: Equatable {
    /// How deep the list lies in others, from 0.
    var level: Int
    /// The number in a list that is numbered by whole numbers.
    var number: Int?
    /// Any other mark, as it is printed: `א.`, `1.2`.
    var label: String?
  }

  /// How a paragraph looks, where that must tell what it is.
  struct Look: Equatable {
    /// The size of most of its letters in points.
    var size: Double?
    /// Whether all of it is bold.
    var isBold = false
    var isCentered = false
    /// Whether it is indented at both ends, or as a whole at its start.
    var isInset = false
  }

  var text: String { inlines.plainText }
}

extension StructuredBlock {
  /// Whether it holds nothing.
  var isEmpty: Bool {
    switch kind {
    case .pageBreak, .rule, .figure: false
    case .table(let rows): rows.joined().allSatisfy(\.isEmpty)
    case .code(let text): text.isEmpty
    default: inlines.isEmpty
    }
  }
}

extension StructuredBlock {
  /// The text of blocks on one line, as a table's cell holds it.
  static func line(of blocks: [StructuredBlock]) -> [Inline] {
    var line: [Inline] = []
    for block in blocks {
      var inlines = block.inlines
      if case .item(let item) = block.kind, let mark = item.label ?? item.number.map({ "\($0)." }) {
        inlines.insert(.text(mark + " "), at: 0)
      }
      if case .table(let rows) = block.kind {
        inlines = Array(rows.joined().filter { !$0.isEmpty }.joined(separator: [.text(" ")]))
      }
      guard !inlines.isEmpty else { continue }
      line += (line.isEmpty ? [] : [.text(" ")]) + inlines
    }
    return line
  }
}

extension StructuredDocument {
  /// The labels of the notes to which marks in the text or in other notes lead.
  var noteMarks: Set<String> {
    let all = (blocks + notes.flatMap(\.blocks)).flatMap { block -> [String] in
      guard case .table(let rows) = block.kind else { return block.inlines.noteLabels }
      return rows.joined().flatMap(\.noteLabels)
    }
    return Set(all)
  }
}

extension [Inline] {
  /// The same without bold and italics, which a heading has by itself.
  var withoutEmphasis: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let content), .strong(let content): content.withoutEmphasis
      default: [inline]
      }
    }
  }

  /// The labels of the notes to which marks lead.
  var noteLabels: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .noteReference(let label): [label]
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .span(_, let content):
        content.noteLabels
      case .link(let link): link.content.noteLabels
      default: []
      }
    }
  }
}
