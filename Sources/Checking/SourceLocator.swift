import Manuscript

/// Finds pieces of text in a source, to tell their columns.
struct SourceLocator {
  private let source: [UInt8]
  /// The index of each line's first byte.
  private lazy var starts: [Int] = Self.starts(of: source)
  /// A piece that was looked for from a line.
  private struct Search: Hashable {
    var line: Int
    var piece: [UInt8]
  }
  /// Where the last search for a piece from a line ended, so that equal pieces get places one after
  /// another, whatever was looked for between them.
  private var ends: [Search: Int] = [:]
  /// The place that was told last: columns are counted on from it, for a long line may have many
  /// findings.
  private var last = (index: 0, position: SourcePosition(line: 1, column: 1))
  /// The lines of the paragraph whose end was looked for last.
  private var paragraph = 0..<0

  init(_ source: [UInt8]) {
    self.source = source
  }

  private static func starts(of source: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in source.enumerated() where byte == 0x0A { starts.append(index + 1) }
    return starts
  }

  /// The place of a piece at or after a line's start, within the lines up to the next empty one;
  /// `nil` where it does not stand there as it is.
  mutating func place(of piece: [UInt8], from line: Int) -> SourcePosition? {
    guard line > 0, line <= starts.count, !piece.isEmpty else { return nil }
    let search = Search(line: line, piece: piece)
    let start = ends[search] ?? starts[line - 1]
    let end = endOfParagraph(from: line)
    guard let found = find(piece, from: start, to: end) else { return nil }
    ends[search] = found + piece.count
    return position(of: found)
  }

  /// The first place in the whole source where the name of a file stands; `nil` where it does not.
  mutating func place(ofFile name: String) -> SourcePosition? {
    let piece = Array(name.utf8)
    guard !piece.isEmpty, let found = find(piece, from: 0, to: source.count) else { return nil }
    return position(of: found)
  }

  private mutating func endOfParagraph(from line: Int) -> Int {
    if !paragraph.contains(line) {
      var next = line
      while next < starts.count, starts[next] < source.count, source[starts[next]] != 0x0A {
        next += 1
      }
      paragraph = line..<next + 1
    }
    let next = paragraph.upperBound - 1
    return next < starts.count ? starts[next] : source.count
  }

  private func find(_ piece: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start + piece.count <= end else { return nil }
    var index = start
    while index + piece.count <= end {
      if source[index] == piece[0], source[index..<index + piece.count].elementsEqual(piece) {
        return index
      }
      index += 1
    }
    return nil
  }

  private mutating func position(of index: Int) -> SourcePosition {
    var (line, after) = (1, starts.count + 1)
    while after - line > 1 {
      let middle = (line + after) / 2
      if starts[middle - 1] <= index { line = middle } else { after = middle }
    }
    var known = last
    if known.position.line != line || known.index > index {
      known = (starts[line - 1], SourcePosition(line: line, column: 1))
    }
    let column = source[known.index..<index].reduce(known.position.column) {
      $1 & 0xC0 == 0x80 ? $0 : $0 + 1
    }
    last = (index, SourcePosition(line: line, column: column))
    return last.position
  }
}
