/// Finds formulas in a line: `$…$`, and `$$…$$` where it is displayed.
///
/// The rule is Pandoc's (a sign that opens has no space behind it; one that closes has none before
/// it and no digit behind it), made narrower where money and names of variables would be taken for
/// formulas: `US$5 and HK$`, `$HOME/$USER`. A formula has no letters of Hebrew or Arabic outside
/// `\text{…}`, so `$5 (כלומר 20 שקל$` is none, and no backtick, which would part a span of code.
enum FormulaSigns {
  struct Formula {
    var tex: Range<Int>
    var isDisplayed: Bool
    /// The index behind its last sign.
    var end: Int
  }

  /// The formula whose first sign stands at an index; `nil` where none begins.
  static func formula<Bytes: RandomAccessCollection>(
    in bytes: Bytes, at start: Int, to end: Int
  ) -> Formula? where Bytes.Element == UInt8, Bytes.Index == Int {
    guard start + 2 < end, bytes[start] == 0x24 else { return nil }
    if start > bytes.startIndex, isLetterOrDigit(bytes[start - 1]) { return nil }
    let isDisplayed = bytes[start + 1] == 0x24
    let first = start + (isDisplayed ? 2 : 1)
    guard first < end, isDisplayed || bytes[first] > 0x20 else { return nil }
    var index = first
    var depth = 0
    while index < end, index - first <= longest {
      switch bytes[index] {
      case 0x5C: index += 2
      case 0x60, 0x0A: return nil
      case 0x7B:
        depth += 1
        index += 1
      case 0x7D:
        depth -= 1
        index += 1
      // Hebrew and Arabic: U+0590 to U+06FF.
      case 0xD6...0xDB where depth <= 0: return nil
      case 0x24:
        guard isDisplayed else { return closed(bytes, first, index, end) }
        guard index + 1 < end, bytes[index + 1] == 0x24 else { return nil }
        guard bytes[first..<index].contains(where: { $0 > 0x20 }) else { return nil }
        return Formula(tex: first..<index, isDisplayed: true, end: index + 2)
      default: index += 1
      }
    }
    return nil
  }

  private static let longest = 2000

  private static func closed<Bytes: RandomAccessCollection>(
    _ bytes: Bytes, _ first: Int, _ close: Int, _ end: Int
  ) -> Formula? where Bytes.Element == UInt8, Bytes.Index == Int {
    guard close > first, bytes[close - 1] > 0x20 else { return nil }
    if close + 1 < end, isLetterOrDigit(bytes[close + 1]) || bytes[close + 1] == 0x24 {
      return nil
    }
    return Formula(tex: first..<close, isDisplayed: false, end: close + 1)
  }

  /// The formula that stands alone from an index on, over lines if need be; `nil` where none
  /// does. It ends before an empty line at the latest.
  static func block(
    in source: UnsafeBufferPointer<UInt8>, at start: Int, lineEnd: Int, mayHaveLines: Bool
  ) -> Formula? {
    guard start + 2 <= lineEnd, source[start] == 0x24, source[start + 1] == 0x24 else { return nil }
    let first = start + 2
    var line = first..<lineEnd
    for number in 0..<lineLimit {
      let content = trimmed(source, line)
      guard number == 0 || !content.isEmpty else { return nil }
      if let sign = sign(source, line) {
        guard sign + 2 == content.upperBound,
          source[first..<sign].contains(where: { $0 > 0x20 })
        else { return nil }
        return Formula(tex: first..<sign, isDisplayed: true, end: line.upperBound)
      }
      guard mayHaveLines, let next = nextLine(source, after: line.upperBound) else { return nil }
      line = next
    }
    return nil
  }

  private static let lineLimit = 60

  /// Where `$$` stands first in a line.
  private static func sign(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index + 1 < line.upperBound {
      if source[index] == 0x24, source[index + 1] == 0x24 { return index }
      index += 1
    }
    return nil
  }

  private static func nextLine(
    _ source: UnsafeBufferPointer<UInt8>, after end: Int
  ) -> Range<Int>? {
    guard end < source.count, source[end] == 0x0A else { return nil }
    var index = end + 1
    while index < source.count, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
    return end + 1..<index
  }

  private static func trimmed(
    _ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, source[end - 1] <= 0x20 { end -= 1 }
    return line.lowerBound..<end
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
