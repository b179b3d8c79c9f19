import Orthography

/// Numbers in Arabic digits that came out turned: `٦٤٩١` for `١٩٤٦`.
///
/// Some programs take these digits for right-to-left letters and turn them with their words. Years
/// tell: a paper has more numbers of four digits that are years from one side than from the other.
struct TurnedNumbers {
  /// Whether the paper's numbers are turned.
  let areTurned: Bool

  init(lines: [[Unicode.Scalar]]) {
    var (turned, sound) = (0, 0)
    for line in lines {
      for range in Self.numbers(line) {
        let digits = line[range].compactMap(\.digitValue)
        guard digits.count == 4, range.count == 4 else { continue }
        switch (Self.isYear(digits), Self.isYear(digits.reversed())) {
        case (true, false): sound += 1
        case (false, true): turned += 1
        default: break
        }
      }
    }
    areTurned = turned > 1 && turned > 4 * sound
  }

  /// A line with its numbers as they are read.
  func restored(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var turned = line
    for range in Self.numbers(line) {
      turned.replaceSubrange(range, with: Array(line[range].reversed()))
    }
    return turned
  }

  private static func isYear(_ digits: [Int]) -> Bool {
    digits[0] == 1 && digits[1] > 1 || digits[0] == 2 && digits[1] == 0 && digits[2] < 4
  }

  /// Where numbers in Arabic digits stand, with the signs inside them.
  private static func numbers(_ line: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < line.count {
      guard isArabicDigit(line[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < line.count {
        let isInner =
          index + 1 < line.count && "./,:٫٬–-".unicodeScalars.contains(line[index])
          && isArabicDigit(line[index + 1])
        guard isArabicDigit(line[index]) || isInner else { break }
        index += 1
      }
      found.append(start..<index)
    }
    return found
  }

  /// Whether a sign is a digit of Arabic (U+0660–0669) or Persian (U+06F0–06F9).
  private static func isArabicDigit(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.digitValue != nil
  }
}
