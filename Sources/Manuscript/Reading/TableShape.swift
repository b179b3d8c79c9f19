/// The columns of a table, as far as they must be known before cmark sees it.
///
/// cmark leaves out the cells that a row has beyond the header's, and fills short rows up: a header
/// of two thousand columns over short rows turns 18 KB into a gigabyte. So the bars of surplus cells
/// are made text, and a table that would grow so is left as text.
struct TableShape {
  var columns: Int
  /// Whether the line under the header has passed.
  var isInRows = false

  static let columnLimit = 200
  /// How many cells may be filled up in one table.
  static let paddingLimit = 20_000

  init(columns: Int) { self.columns = columns }

  /// The bars of a row, which part cells, and those too many.
  struct Bars {
    fileprivate var allowed: Int
    fileprivate var last: Int
    private(set) var surplus = 0

    fileprivate init(allowed: Int, last: Int) {
      self.allowed = allowed
      self.last = last
    }

    /// Counts the bar at an index; whether it would part a cell that the header has no column for.
    mutating func isSurplus(at index: Int) -> Bool {
      if allowed > 0 {
        allowed -= 1
        return false
      }
      if index == last { return false }
      surplus += 1
      return true
    }
  }

  func bars(_ source: UnsafeBufferPointer<UInt8>, _ row: Range<Int>) -> Bars {
    let trimmed = Self.trimmed(source, row)
    let hasLeading = !trimmed.isEmpty && source[trimmed.lowerBound] == 0x7C
    let last = trimmed.isEmpty ? -1 : trimmed.upperBound - 1
    return Bars(allowed: columns - (hasLeading ? 0 : 1), last: last)
  }

  /// The number of columns that the rule under a header has; `nil` for any other line.
  static func columns(ofRule source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    guard let first = line.first, [0x7C, 0x3A, 0x2D].contains(source[first]) else { return nil }
    var hasDash = false
    for index in line {
      switch source[index] {
      case 0x2D: hasDash = true
      case 0x7C, 0x3A, 0x20, 0x09: continue
      default: return nil
      }
    }
    return hasDash ? cells(source, line) : nil
  }

  /// The number of cells of a row.
  static func cells(_ source: UnsafeBufferPointer<UInt8>, _ row: Range<Int>) -> Int {
    var rest = trimmed(source, row)
    guard !rest.isEmpty else { return 0 }
    if source[rest.lowerBound] == 0x7C { rest = (rest.lowerBound + 1)..<rest.upperBound }
    var count = 1
    var index = rest.lowerBound
    while index < rest.upperBound {
      if source[index] == 0x5C {
        index += 2
        continue
      }
      if source[index] == 0x7C, index + 1 < rest.upperBound { count += 1 }
      index += 1
    }
    return count
  }

  /// How many cells are missing in the rows that follow a rule.
  static func padding(
    _ source: UnsafeBufferPointer<UInt8>, after end: Int, columns: Int
  ) -> Int {
    var missing = 0
    var start = end
    while missing <= paddingLimit {
      if start < source.count, source[start] == 0x0D { start += 1 }
      if start < source.count, source[start] == 0x0A { start += 1 }
      var lineEnd = start
      while lineEnd < source.count, source[lineEnd] != 0x0A, source[lineEnd] != 0x0D {
        lineEnd += 1
      }
      let count = cells(source, start..<lineEnd)
      if count == 0 { break }
      missing += max(0, columns - count)
      start = lineEnd
    }
    return missing
  }

  private static func trimmed(
    _ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
    while end > start, source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
