/// Where the front matter and the body of a file stand.
struct FileParts {
  private(set) var frontMatter = 0..<0
  /// The number of the front matter's first line.
  private(set) var frontMatterLine = 1
  private(set) var body: Range<Int>
  private(set) var bodyLine = 1
  private var state = State.none

  private enum State {
    case none
    case closed
    case unclosed
  }

  /// Front matter stands between a line `---`, which only empty lines may precede, and a line `---`
  /// or `...`.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    body = start..<source.count
    var line = 1
    while start < source.count, source[start] == 0x0A || source[start] == 0x0D {
      let next = Self.next(source, after: start)
      start = next
      line += 1
    }
    let opening = Self.end(source, of: start)
    guard Self.isRule(source, start, opening) else { return }
    var lineStart = Self.next(source, after: opening)
    frontMatterLine = line + 1
    let contentStart = lineStart
    line += 1
    while lineStart < source.count {
      let end = Self.end(source, of: lineStart)
      if Self.isRule(source, lineStart, end) || Self.isDots(source, lineStart, end) {
        frontMatter = contentStart..<lineStart
        body = Self.next(source, after: end)..<source.count
        bodyLine = line + 1
        state = .closed
        return
      }
      lineStart = Self.next(source, after: end)
      line += 1
    }
    state = .unclosed
  }

  func findings(file: String) -> [Finding] {
    let start = SourcePosition(line: 1, column: 1)
    switch state {
    case .closed: return []
    case .none: return [Finding(.missingFrontMatter, .error, file: file, position: start)]
    case .unclosed: return [Finding(.unclosedFrontMatter, .error, file: file, position: start)]
    }
  }

  /// The index of the line break that ends a line, or the end of the source.
  private static func end(_ source: UnsafeBufferPointer<UInt8>, of start: Int) -> Int {
    var index = start
    while index < source.count, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
    return index
  }

  private static func next(_ source: UnsafeBufferPointer<UInt8>, after end: Int) -> Int {
    guard end < source.count else { return source.count }
    let isPair = source[end] == 0x0D && end + 1 < source.count && source[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  private static func isRule(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    has(source, start, end, sign: 0x2D)
  }

  private static func isDots(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    has(source, start, end, sign: 0x2E)
  }

  /// Whether a line is three times a sign, with spaces after it at most.
  private static func has(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, sign: UInt8
  ) -> Bool {
    guard end - start >= 3 else { return false }
    return source[start..<start + 3].allSatisfy { $0 == sign }
      && source[(start + 3)..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
