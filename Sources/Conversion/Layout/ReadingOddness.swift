/// What no writer writes: the measure that chooses between readings that look the same on paper.
enum ReadingOddness {
  static func cost(_ text: Scalars) -> Int {
    var cost = 0
    var depth = 0
    for index in text.indices {
      let scalar = text[index]
      let before = index > 0 ? text[index - 1] : nil
      let after = index + 1 < text.count ? text[index + 1] : nil
      let isFirst = before.map(\.isSpacing) ?? true
      if scalar == Marker.note {
        cost += markCost(text, at: index, isFirst: isFirst)
      } else if scalar == Marker.end {
        if after == ".", index + 2 < text.count, text[index + 2].isDigit { cost += 1 }
        if let after, after.isDigit || (after.isLeftToRightLetter && after.value < 0x80) {
          cost += 1
        }
      } else if ".,;:!?،؛".unicodeScalars.contains(scalar) {
        if before?.isSpacing == true, after.map({ $0.isSpacing || $0 == Marker.note }) ?? true {
          cost += 1
        }
        if isFirst, ".,;:".unicodeScalars.contains(scalar),
          after.map({ $0.isLetterOrDigit && !Marker.isMarker($0) }) ?? false
        {
          cost += 1
        }
        if before == "(" || before == "[" { cost += 1 }
      }
      if scalar == "&", before?.isSpacing == true, index > 1,
        text[index - 2].isRightToLeftLetter, index + 2 < text.count,
        text[index + 2].isLeftToRightLetter
      {
        cost += 1
      }
      if scalar.isOpeningBracket || scalar == "«" {
        if scalar != "«", after?.isSpacing == true { cost += 1 }
        depth += 1
      } else if scalar.isClosingBracket || scalar == "»" {
        if scalar != "»", before?.isSpacing == true { cost += 1 }
        depth -= 1
        if depth < -1 {
          cost += 1
          depth = -1
        }
      }
    }
    return cost + fallingRanges(text)
  }

  /// A mark with nothing before it, behind an opening sign, or between a number's digits.
  private static func markCost(_ text: Scalars, at index: Int, isFirst: Bool) -> Int {
    guard let end = text[index...].firstIndex(of: Marker.end) else { return 1 }
    let after = end + 1 < text.count ? text[end + 1] : nil
    let label = text[(index + 1)..<end]
    var cost = 0
    if isFirst, !(label.allSatisfy(\.isDigit) && after?.isSpacing == true) { cost += 1 }
    if index > 0 {
      if "–-([«".unicodeScalars.contains(text[index - 1]) { cost += 1 }
      if text[index - 1].isDigit, after == "." || after?.isDigit == true, end + 2 < text.count,
        text[end + 2].isDigit
      {
        cost += 1
      }
    }
    return cost
  }

  /// Ranges of two numbers of one length of which the first is the greater.
  private static func fallingRanges(_ text: Scalars) -> Int {
    var cost = 0
    for index in text.indices.dropFirst() where text[index] == "–" || text[index] == "-" {
      var start = index
      while start > 0, text[start - 1].isDigit { start -= 1 }
      var end = index + 1
      while end < text.count, text[end].isDigit { end += 1 }
      let (first, second) = (text[start..<index], text[(index + 1)..<end])
      guard (1...4).contains(first.count), first.count == second.count,
        start == 0 || !".,/-–".unicodeScalars.contains(text[start - 1]),
        end == text.count || !"/-–".unicodeScalars.contains(text[end])
      else { continue }
      func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
        digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
      }
      if value(first) > value(second) { cost += 1 }
    }
    return cost
  }
}
