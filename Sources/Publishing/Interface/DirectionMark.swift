import Orthography

/// Marks of direction for places where no element can tell it: `<title>`, Open Graph, feeds.
enum DirectionMark {
  /// The text as a reader of a plain line must get it: such a line takes its direction from its
  /// first letter (UAX #9, P2 and P3), so a right-to-left text that begins with a Latin one gets a
  /// right-to-left mark before it, and the reverse.
  static func marked(_ text: String, _ direction: Direction) -> String {
    for scalar in text.unicodeScalars {
      guard let script = Script(scalar) else { continue }
      if script.direction == direction { return text }
      return (direction == .rightToLeft ? "\u{200F}" : "\u{200E}") + text
    }
    return text
  }
}
