/// Ranges of numbers that came out with their ends exchanged: `58.–31` for `31–58.`
///
/// Where a line's numbers were put out from right to left, the stop behind a range stays with the number
/// that it touched. Print has no stop between a number and a dash, so such a range is known.
enum TurnedRanges {
  static func restored(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var line = line
    var index = 1
    while index + 2 < line.count {
      let isRange =
        (line[index] == "." || line[index] == ",") && line[index + 1].value == 0x2013
        && Kind(line[index - 1]) == .digit && Kind(line[index + 2]) == .digit
      guard isRange else {
        index += 1
        continue
      }
      var start = index
      while start > 0, Kind(line[start - 1]) == .digit { start -= 1 }
      var end = index + 2
      while end < line.count, Kind(line[end]) == .digit { end += 1 }
      let (first, last) = (Array(line[(index + 2)..<end]), Array(line[start..<index]))
      if isBelow(first, last), start == 0 || Kind(line[start - 1]) == .space {
        line.replaceSubrange(start..<end, with: first + [line[index + 1]] + last + [line[index]])
      }
      index = end
    }
    return line
  }

  private static func isBelow(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    guard let first = Int(one.text), let second = Int(other.text) else { return false }
    return first < second
  }
}
