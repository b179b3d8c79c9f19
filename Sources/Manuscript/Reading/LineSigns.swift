/// What annotated Markdown has beyond GFM and a line's first characters tell: verse, boxes, captions,
/// definitions, and the names of figures and tables.
///
/// The reader looks at the source with it, the writer at what it is about to write, so that what is
/// text is escaped where it would be read otherwise.
enum LineSigns {
  /// Whether a line is one of verse: `| …`, or a bar alone. A line that ends with a bar too is the
  /// row of a table.
  static func isVerse<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at start: Int, to end: Int
  ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
    guard start < end, bytes[start] == 0x7C else { return false }
    var last = end
    while last > start, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    if last == start + 1 { return true }
    return bytes[start + 1] == 0x20 && bytes[last - 1] != 0x7C
  }

  /// Whether ` || ` stands at an index, its first bar there.
  static func isGap<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at index: Int, to end: Int
  ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
    index > bytes.startIndex && index + 2 < end && bytes[index - 1] == 0x20
      && bytes[index + 1] == 0x7C && bytes[index + 2] == 0x20
  }

  /// Whether `: ` and a text stand at an index: a caption or a definition.
  static func isColon<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at start: Int, to end: Int
  ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
    start + 2 < end && bytes[start] == 0x3A && bytes[start + 1] == 0x20
      && bytes[(start + 2)..<end].contains { $0 > 0x20 }
  }

  enum Fence: Equatable {
    case opens(kind: String)
    case closes
  }

  /// The fence of a box: `::: box`, `::: {.box}` or `:::`; `nil` for any other line.
  static func fence<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at start: Int, to end: Int
  ) -> Fence? where Bytes.Element == UInt8, Bytes.Index == Int {
    var index = start
    while index < end, bytes[index] == 0x3A { index += 1 }
    guard index - start >= 3 else { return nil }
    var words: [UInt8] = []
    for byte in bytes[index..<end] where byte > 0x20 { words.append(byte) }
    if words.isEmpty { return .closes }
    if words.starts(with: [0x7B, 0x2E]), words.last == 0x7D {
      words = Array(words[2...].dropLast())
    }
    while words.last == 0x3A { words.removeLast() }
    guard let first = words.first, isLetter(first), words.count <= 30,
      words.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x2D })
    else { return nil }
    return .opens(kind: String(decoding: words, as: UTF8.self))
  }

  /// The name in `@fig-map` that stands at an index.
  static func reference<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at start: Int, to end: Int
  ) -> Range<Int>? where Bytes.Element == UInt8, Bytes.Index == Int {
    guard bytes[start] == 0x40 else { return nil }
    if start > bytes.startIndex, isLetter(bytes[start - 1]) || isDigit(bytes[start - 1]) {
      return nil
    }
    return named(bytes, start + 1, end)
  }

  /// `fig-` or `tbl-` and letters, digits and hyphens of ASCII, the last a letter or digit.
  static func named<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, _ start: Int, _ end: Int
  ) -> Range<Int>? where Bytes.Element == UInt8, Bytes.Index == Int {
    guard start + 4 < end else { return nil }
    let kind = Array(bytes[start..<start + 4])
    guard kind == Array("fig-".utf8) || kind == Array("tbl-".utf8) else { return nil }
    var index = start + 4
    while index < end, isLetter(bytes[index]) || isDigit(bytes[index]) || bytes[index] == 0x2D {
      index += 1
    }
    while bytes[index - 1] == 0x2D { index -= 1 }
    return index > start + 4 ? start..<index : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
