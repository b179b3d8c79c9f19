/// What a list item begins with: a bullet, a number, or both.
struct ListLabel {
  /// The number, or `nil` for a bullet.
  var number: Int?
  /// How many scalars of the text it takes.
  var length: Int
  /// Whether the number was printed twice, its full stop at the line's far end.
  var isDoubled = false

  private static let bullets: Set<Unicode.Scalar> = ["•", "▪", "●", "○", "■", "◦", "‣", "·", "*"]

  /// Whether a text begins with a bullet or a dash for one.
  static func hasBullet(_ text: Scalars) -> Bool {
    guard let first = text.first, text.count > 1 else { return false }
    return (bullets.contains(first) || first == "-" || first == "–") && text[1].isSpacing
  }

  static func begins(_ text: Scalars) -> Bool { ListLabel(text) != nil }

  /// Reads the label at a text's start: `- `, `•`, `1.`, `1)`, `- ١-`, or a doubled number.
  init?(_ text: Scalars) {
    var index = 0
    var hasBullet = false
    if let first = text.first, Self.bullets.contains(first) || (first == "-" || first == "–"),
      text.count > 1, text[1].isSpacing || (Self.bullets.contains(first) && first != "*")
    {
      hasBullet = true
      index = 1
      while index < text.count, text[index].isSpacing { index += 1 }
    }
    let start = index
    while index < text.count, text[index].isDigit, index - start < 6 { index += 1 }
    let digits = Array(text[start..<index])
    if !digits.isEmpty, index < text.count {
      let value = digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
      let sign = text[index]
      let closes = sign == "." || sign == ")" || sign == "-" || sign == "–"
      let after = index + 1 < text.count ? text[index + 1] : " "
      if closes, digits.count <= 3, hasBullet || after.isSpacing || (sign != "-" && after.isLetter),
        !after.isDigit
      {
        index += 1
        while index < text.count, text[index].isSpacing { index += 1 }
        guard index < text.count else { return nil }
        self.init(number: value, length: index)
        return
      }
      if let doubled = DoubledNumber.value(digits), sign.isSpacing {
        while index < text.count, text[index].isSpacing { index += 1 }
        guard index < text.count,
          text[index].isLetter || text[index].isQuotationMark
            || text[index] == "." || text[index].isPairedBracket
        else { return nil }
        self.init(number: doubled, length: index, isDoubled: true)
        return
      }
    }
    guard hasBullet, start < text.count else { return nil }
    self.init(number: nil, length: start)
  }

  private init(number: Int?, length: Int, isDoubled: Bool = false) {
    self.number = number
    self.length = length
    self.isDoubled = isDoubled
  }
}
