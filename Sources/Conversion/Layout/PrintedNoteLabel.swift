/// The labels of notes: numbers, and the signs that papers use in their place.
enum PrintedNoteLabel {
  static let signs: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "¶", "‖", "⁎", "∗"]

  /// What a raised piece of text is as a note's label: `12`, `١٢`, `*`, `**`, `(3)`, `a`; `nil` for
  /// anything else, as `nd` in 2nd.
  static func label(_ text: Scalars) -> Scalars? {
    var text = text.filter { !$0.isSpacing }
    while let first = text.first, first == "(" || first == ")" || first == "[" || first == "]" {
      text.removeFirst()
    }
    while let last = text.last, "()[].".unicodeScalars.contains(last) { text.removeLast() }
    guard !text.isEmpty, text.count <= 11 else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let areLabels = parts.allSatisfy { part in
      !part.isEmpty
        && (part.allSatisfy { superior($0)?.isDigit ?? false } && part.count <= 3
          || part.allSatisfy { signs.contains($0) } && part.count <= 4)
    }
    if areLabels { return text.map { superior($0) ?? $0 } }
    // A single letter: an affiliation's sign.
    if text.count == 1, text[0].isLeftToRightLetter, text[0].value < 0x80 { return text }
    return nil
  }

  /// A superior figure as the figure.
  static func superior(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xB9: "1"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2070 + 0x30)
    case 0x2217, 0x204E: "*"
    default: scalar
    }
  }

  /// The label in ASCII figures, as annotated Markdown writes it.
  static func ascii(_ label: Scalars) -> String {
    label.map { scalar in
      if let digit = scalar.digitValue { return String(digit) }
      return String(superior(scalar) ?? scalar)
    }.joined()
  }
}
