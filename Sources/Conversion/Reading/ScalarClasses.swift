import Orthography

/// A text as Unicode scalars: the form in which lines are taken apart.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
  /// A letter or mark of Hebrew or Arabic script.
  var isRightToLeftLetter: Bool {
    guard value >= 0x0591 else { return false }
    let script = Script(self)
    return script == .hebrew || script == .arabic
  }

  /// A letter of a script that is written from left to right.
  var isLeftToRightLetter: Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value & ~0x20) }
    guard let script = Script(self) else { return false }
    return script.direction == .leftToRight && !isDigit
  }

  /// A decimal digit in European or in either of the two Arabic forms.
  var isDigit: Bool { digitValue != nil }

  /// What a decimal digit stands for.
  var digitValue: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0x0660...0x0669: Int(value - 0x0660)
    case 0x06F0...0x06F9: Int(value - 0x06F0)
    default: nil
    }
  }

  var isLetter: Bool { isRightToLeftLetter || isLeftToRightLetter }

  /// What the account counts: a letter, a mark on one, or a digit.
  var isLetterOrDigit: Bool { isDigit || isLetter || (value > 0x7F && properties.isAlphabetic) }

  /// Any of the spaces that stand between words, a tab among them.
  var isSpacing: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A sign that ends a sentence or a clause and stands directly after a word.
  var isClausePunctuation: Bool {
    switch value {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x060C, 0x061B, 0x061F, 0x2026: true
    default: false
    }
  }

  var isOpeningBracket: Bool { self == "(" || self == "[" || self == "{" }
  var isClosingBracket: Bool { self == ")" || self == "]" || self == "}" }
  /// A bracket of a pair; guillemets, which cling to words as brackets do, are not among them.
  var isPairedBracket: Bool { isOpeningBracket || isClosingBracket }

  var isQuotationMark: Bool {
    switch value {
    case 0x22, 0x27, 0x05F3, 0x05F4, 0x2018...0x201F, 0xAB, 0xBB: true
    default: false
    }
  }

  /// A hyphen, a maqaf or a dash.
  var isDash: Bool { value == 0x2D || value == 0x05BE || (0x2010...0x2015).contains(value) }

  /// The bracket that faces the other way; itself for anything else.
  var mirrored: Unicode.Scalar {
    switch self {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "{": "}"
    case "}": "{"
    case "«": "»"
    case "»": "«"
    default: self
    }
  }
}

extension Sequence where Element == Unicode.Scalar {
  /// The scalars as a string.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

extension Array where Element == Unicode.Scalar {
  var hasRightToLeftLetter: Bool { contains(where: \.isRightToLeftLetter) }
  var hasLeftToRightLetter: Bool { contains(where: \.isLeftToRightLetter) }

  /// The text without spaces at its ends.
  var trimmed: Scalars {
    guard let first = firstIndex(where: { !$0.isSpacing }),
      let last = lastIndex(where: { !$0.isSpacing })
    else { return [] }
    return Array(self[first...last])
  }

  /// The whole numbers of at most three digits, as those of notes are.
  var shortNumbers: [(digits: Range<Int>, value: Int)] {
    var found: [(digits: Range<Int>, value: Int)] = []
    var index = 0
    while index < count {
      guard self[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < count, self[index].isDigit { index += 1 }
      guard index - start <= 3 else { continue }
      found.append(
        (start..<index, self[start..<index].reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }))
    }
    return found
  }

  /// The words between spaces.
  var words: [Scalars] { split(whereSeparator: \.isSpacing).map(Array.init) }
}
