import Manuscript

/// A block of text that has been put together from lines, before note marks are told from numbers.
struct Passage {
  var kind: Kind
  /// The text; page breaks stand in it as `Marker.page`.
  var text: Scalars
  /// The numbers of the source's lines that it was made of.
  var sourceLines: [Int]
  var doubts: [Doubt] = []
  /// How many empty lines stand before it in the source.
  var blanksBefore = 0
  /// How many printed pages begin directly before it.
  var pageBreaksBefore: [Int] = []
  /// The lines that it was made of; empty where the source gave the block whole.
  var lines: [TextLine] = []
  /// The number or bullet that stood before the text, as printed; it is no longer in the text.
  var printedLabel: Scalars = []
  /// The number that orders it in the paper, where it stays in the text: that of a heading.
  var label: Label?
  /// The block as the source gives it, where the source says what its parts are; `text` is its
  /// plain text.
  var content: Block?

  enum Kind: Equatable {
    case paragraph
    case heading(level: Int)
    case item(number: Int?)
    case quotation
    case caption
    /// Its cells and rows are parted by `Marker.cell` and `Marker.row`.
    case table
  }
}

extension Passage {
  /// A block as a source gives it.
  init(_ content: Block, kind: Kind, sourceLines: [Int]) {
    self.init(kind: kind, text: Self.plainText(of: [content]), sourceLines: sourceLines)
    self.content = content
  }

  /// The words of blocks, their paragraphs parted by spaces.
  static func plainText(of blocks: [Block]) -> Scalars {
    let article = Article(frontMatter: FrontMatter(title: "", language: ""), blocks: blocks)
    return Array(article.passages.map(\.text).joined(separator: " ").unicodeScalars)
  }
}

/// Signs that stand in a text for what is no text. They are from a private plane of Unicode whose
/// characters are never let in from a source.
enum Marker {
  /// A printed page begins; the page's index follows as one scalar of the same plane.
  static let page = Unicode.Scalar(0xF_0001 as UInt32) ?? "\u{FFFC}"
  /// A note reference; its label follows, closed by `end`.
  static let note = Unicode.Scalar(0xF_0002 as UInt32) ?? "\u{FFFC}"
  static let end = Unicode.Scalar(0xF_0003 as UInt32) ?? "\u{FFFC}"
  /// A cell of a table ends, a row of one.
  static let cell = Unicode.Scalar(0xF_0004 as UInt32) ?? "\u{FFFC}"
  static let row = Unicode.Scalar(0xF_0005 as UInt32) ?? "\u{FFFC}"

  private static let first: UInt32 = 0xF_1000

  /// The mark of the page at an index, counted from 0.
  static func page(_ index: Int) -> Scalars {
    [page, Unicode.Scalar(first + UInt32(min(index, 0xD000))) ?? "\u{FFFC}"]
  }

  static func pageIndex(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value >= first && scalar.value <= 0xF_FFFF ? Int(scalar.value - first) : nil
  }

  static func isMarker(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0xF_0000 }

  /// The text without markers and what they enclose.
  static func removed(from text: Scalars) -> Scalars {
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isInNote = false
    for scalar in text {
      if scalar == note { isInNote = true }
      if scalar == end {
        isInNote = false
        continue
      }
      if !isInNote, !isMarker(scalar) { result.append(scalar) }
    }
    return result
  }
}
