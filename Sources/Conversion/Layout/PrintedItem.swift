/// The label that a list's item begins with: a bullet, a number, a letter.
struct PrintedItem {
  enum Label: Equatable {
    case bullet
    case number(Int)
    case letter(Unicode.Scalar)
  }

  var label: Label
  /// Where the item's own text begins.
  var length: Int

  private static let bullets = Set("•●▪◦‣·○■□–➢►✓◆\u{F0B7}\u{F0A7}\u{2043}\u{2013}".unicodeScalars)

  init?(_ text: Scalars) {
    var index = 0
    guard let first = text.first, text.count > 2 else { return nil }
    if Self.bullets.contains(first) || first == "-" {
      guard text[1].isSpacing || (first == "•" && text[1].isLetter) else { return nil }
      index = 1
      label = .bullet
    } else {
      let isEnclosed = first == "("
      if isEnclosed { index = 1 }
      let start = index
      while index < text.count, text[index].isDigit, index - start < 3 { index += 1 }
      guard index < text.count else { return nil }
      if index > start {
        guard index - start <= 2 else { return nil }
        label = .number(text[start..<index].reduce(0) { $0 * 10 + ($1.digitValue ?? 0) })
      } else if text[index].isLetter, index + 1 < text.count {
        label = .letter(text[index])
        index += 1
      } else {
        return nil
      }
      guard index + 1 < text.count, text[index] == ")" || (text[index] == "." && !isEnclosed),
        text[index + 1].isSpacing
      else { return nil }
      index += 1
    }
    while index < text.count, text[index].isSpacing { index += 1 }
    guard index < text.count else { return nil }
    length = index
  }

  var isBullet: Bool { label == .bullet }

  var isFirst: Bool {
    switch label {
    case .bullet: false
    case .number(let number): number == 1
    case .letter(let letter): letter == "א" || letter == "أ" || letter == "ا" || letter == "a"
    }
  }

  private static let hebrew = Array("אבגדהוזחטיכלמנסעפצקרשת".unicodeScalars)
  private static let arabic = Array("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ".unicodeScalars)
  private static let alphabetic = Array("أبتثجحخدذرزسشصضطظعغفقكلمنهوي".unicodeScalars)

  func follows(_ other: PrintedItem) -> Bool {
    switch (other.label, label) {
    case (.number(let one), .number(let next)): return next == one + 1
    case (.letter(let one), .letter(let next)):
      let one: Unicode.Scalar = one == "ا" ? "أ" : one
      if one.value < 0x80 { return next.value == one.value + 1 }
      return [Self.hebrew, Self.arabic, Self.alphabetic].contains { letters in
        letters.firstIndex(of: one).map { $0 + 1 < letters.count && letters[$0 + 1] == next }
          ?? false
      }
    default: return false
    }
  }
}
