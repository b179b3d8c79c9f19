extension ForeignRuns {
  /// The end of the number that begins at an index, where it must be isolated from text written
  /// from right to left: it has a sign, is a range, or is part of an operation. A plain number,
  /// with its separators, percent sign or currency, UAX #9 keeps together by itself (W4, W5).
  ///
  /// - Parameter ranges: whether ranges run from left to right, as in Hebrew; in Arabic `١٩٨٥–٢٠٢٠`
  ///   begins on the right, whatever the digits.
  func numberEnd(from first: Int, ranges: Bool) -> Int? {
    var index = first
    var isSpecial = false
    if tokens[index].kind == .dash {
      guard isSign(index) else { return nil }
      isSpecial = true
      index += 1
    }
    guard var end = plainNumberEnd(from: index) else { return nil }
    while true {
      if ranges, kind(end + 1) == .dash, let next = plainNumberEnd(from: end + 2) {
        end = next
      } else if let next = operationEnd(after: end) {
        end = next
      } else {
        return isSpecial ? end : nil
      }
      isSpecial = true
    }
  }

  /// The end of the range that begins at an index, in digits of any kind; `nil` where none does.
  func rangeEnd(from first: Int) -> Int? {
    func isNumber(_ index: Int) -> Bool {
      kind(index) == .digits || kind(index) == .arabicDigits
    }
    guard isNumber(first), kind(first + 1) == .dash, isNumber(first + 2) else { return nil }
    return first + 2
  }

  /// The end of an operator and a number after an index: `< 0.05`, `×4`.
  func operationEnd(after last: Int) -> Int? {
    var index = last + 1
    if kind(index) == .space { index += 1 }
    guard kind(index) == .punctuation || (kind(index) == .dash && isPlus(index)),
      Self.operators.contains(Array(bytes[tokens[index].range]))
    else { return nil }
    index += 1
    if kind(index) == .space { index += 1 }
    return plainNumberEnd(from: index)
  }

  private static let operators = Set(
    ["=", "<", ">", "×", "÷", "≤", "≥", "≈", "+"].map { Array($0.utf8) })

  private func kind(_ index: Int) -> Token.Kind? {
    index < tokens.count ? tokens[index].kind : nil
  }

  private func isPlus(_ index: Int) -> Bool {
    bytes[tokens[index].range.lowerBound] == UInt8(ascii: "+")
  }

  /// Whether a dash at an index is a sign: plus, minus or plus-minus, nothing glued before it, a
  /// number glued after it.
  private func isSign(_ index: Int) -> Bool {
    switch Tokens.decode(bytes, tokens[index].range.lowerBound).0.value {
    case 0x2B, 0x2D, 0xB1, 0x2212: break
    default: return false
    }
    guard kind(index + 1) == .digits || (kind(index + 1) == .unit && kind(index + 2) == .digits)
    else { return false }
    if index == 0 { return true }
    switch tokens[index - 1].kind {
    case .space, .lineBreak, .opening, .quote: return true
    default: return false
    }
  }

  /// The end of a number with its separators and what is glued to it; `nil` where there is none.
  func plainNumberEnd(from first: Int) -> Int? {
    var index = first
    if kind(index) == .unit { index += 1 }
    guard kind(index) == .digits else { return nil }
    while kind(index + 1) == .punctuation, kind(index + 2) == .digits,
      ".,:/".utf8.contains(bytes[tokens[index + 1].range.lowerBound])
    {
      index += 2
    }
    while kind(index + 1) == .unit { index += 1 }
    return index
  }
}
