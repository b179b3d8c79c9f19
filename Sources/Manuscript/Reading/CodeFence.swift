/// A fence of code that is open.
struct CodeFence {
  var sign: UInt8
  var length: Int
  /// Where the fence stands in its line.
  var offset: Int
  /// Whether marks of quotations, lists or notes stand before it, and how many of quotations.
  var isInContainer: Bool
  var quotations: Int

  /// A fence inside a quotation, list or note ends with it.
  func isLeft(byLineWithContentAt offset: Int, isBlank: Bool, quotations: Int) -> Bool {
    guard isInContainer else { return false }
    return quotations < self.quotations || (!isBlank && offset < self.offset)
  }

  /// The fence that a line opens at its content; `nil` where it opens none.
  init?(scanner: LineScanner, lineStart: Int, from start: Int, to end: Int) {
    let source = scanner.source
    guard start < end, source[start] == 0x60 || source[start] == 0x7E else { return nil }
    sign = source[start]
    var index = start
    while index < end, source[index] == sign { index += 1 }
    length = index - start
    guard length >= 3 else { return nil }
    if sign == 0x60, source[index..<end].contains(sign) { return nil }
    let marks = source[lineStart..<start]
    isInContainer = marks.contains { $0 != 0x20 && $0 != 0x09 }
    // What goes on in a note is indented by four spaces, however long its label is.
    offset = marks.contains(0x5E) ? 4 : start - lineStart
    quotations = Self.quotations(in: source, lineStart..<start)
  }

  /// How many marks of quotations stand before a line's content.
  static func quotations(in source: UnsafeBufferPointer<UInt8>, _ marks: Range<Int>) -> Int {
    source[marks].reduce(0) { $1 == 0x3E ? $0 + 1 : $0 }
  }

  /// Whether a line's content closes the fence.
  func isClosed(by source: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
    var index = content.lowerBound
    while index < content.upperBound, source[index] == sign { index += 1 }
    guard index - content.lowerBound >= length else { return false }
    return source[index..<content.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
