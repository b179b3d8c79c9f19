import Conversion
import Manuscript

extension Draft {
  /// The draft of a conversion.
  ///
  /// - Parameters:
  ///   - markdown: its article as written.
  ///   - lines: the source's lines by their numbers.
  public init(_ conversion: Conversion, markdown: String, lines: [Int: String]) {
    var sheet = Sheet(markdown)
    let places = Self.places(conversion, markdown)
    for (index, line) in sheet.firstLines.enumerated() {
      sheet.pieces[index].lines = places[line] ?? []
    }
    self.init(
      base: sheet, matters: MatterFinder(conversion).matters(of: sheet),
      source: lines.sorted { $0.key < $1.key }.map { Line(number: $0.key, text: $0.value) })
    let taken = Set(sheet.pieces.flatMap(\.lines))
    if let first = taken.min() {
      frontLines = source.map(\.number).filter { $0 < first }
    }
  }

  /// The source's lines of what begins on each line of the file: the article that was converted and
  /// the one that is read from its file have the same blocks.
  private static func places(_ conversion: Conversion, _ markdown: String) -> [Int: [Int]] {
    var (made, read) = (Positions(), Positions())
    conversion.article.accept(&made)
    ManuscriptReader.read(markdown, file: "").article.accept(&read)
    guard made.found.count == read.found.count else { return [:] }
    var places: [Int: [Int]] = [:]
    for (source, file) in zip(made.found, read.found) where source.line > 0 {
      let lines = conversion.places.lines(from: source.line)
      places[file.line] = Array(Set((places[file.line] ?? []) + lines)).sorted()
    }
    return places
  }
}

/// The positions of blocks, items and notes, in reading order.
private struct Positions: Visitor {
  var found: [SourcePosition] = []
  /// A quotation is one piece, whatever paragraphs it has.
  private var quotations: [SourcePosition] = []

  mutating func visit(_ block: Block) -> Descent {
    switch block.content {
    case .list: return .inside
    case .quotation:
      found.append(block.position)
      return .past
    default:
      found.append(block.position)
      return .past
    }
  }

  mutating func visit(_ note: Note) -> Descent {
    found.append(note.position)
    return .past
  }
}
