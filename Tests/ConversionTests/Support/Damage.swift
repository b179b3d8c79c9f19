/// Random damage to a text, the same for the same seed.
struct Damage {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A text with lines turned, moved, cut and joined, and odd characters strewn in.
  mutating func damaged(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      guard lines.count > 1 else { break }
      let index = Int.random(in: 0..<lines.count, using: &generator)
      let other = Int.random(in: 0..<lines.count, using: &generator)
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: lines.swapAt(index, other)
      case 1: lines[index] = lines[index].split(separator: " ").reversed().joined(separator: "  ")
      case 2: lines.remove(at: index)
      case 3: lines[index] += lines[other]
      case 4: lines.insert("", at: index)
      case 5: lines[index] = " " + lines[index]
      case 6: lines[index] += " \t\(Int.random(in: 0...999, using: &generator))"
      case 7: lines[index] = String(lines[index].reversed())
      case 8: lines[index].insert(contentsOf: odd(), at: place(in: lines[index]))
      case 9: lines[index] = "- " + lines[index]
      case 10: lines[index] = "\(Int.random(in: 0...99, using: &generator))\(lines[index])"
      default: lines[index] = String(lines[index][place(in: lines[index])...])
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A text of random characters.
  mutating func noise(length: Int) -> String {
    (0..<length).map { _ in odd() }.joined()
  }

  private mutating func place(in text: String) -> String.Index {
    text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &generator))
  }

  private static let pieces = [
    "א", "ב", "ם", "ת", "ة", "ل", "ا", "A", "z", "1", "23", "٤", "(", ")", "[", "]", "<", ">", " ",
    "  ", "\t", "\n", "\n\n", "\u{0C}", "\u{200F}", "\u{202B}", "\u{202C}", "\u{202A}", ".", ",",
    ":",
    "\"", "״", "־", "–", "- ", "*", "\\", "`", "#", "|", "^", "https://a.b/", "@", "\u{F075}",
    "\u{F0001}", "\u{F0002}", "\u{10FFFF}", "\u{FB2A}", "\u{FEFB}", "\u{0301}", "é", "中", "🙂", "\r",
    "---",
    "תקציר:", "Abstract:", "11 ", "[^1]", "<!-- x -->", "&amp;", "\u{0}",
  ]

  private mutating func odd() -> String {
    Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
  }
}
