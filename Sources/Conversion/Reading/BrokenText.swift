import Orthography

/// Whether a text's letters are not those that its pages show: the table by which a font's glyphs name
/// their letters is broken, and the extractor wrote letters of whatever scripts it named.
///
/// A word of Hebrew or Arabic script with letters of a third script inside is what no language writes.
/// Where a good part of a paper's words are such, and several foreign scripts are among them, nothing
/// can be restored from the letters.
enum BrokenText {
  /// From this share of broken words a text is not to be read; single odd words are names and signs.
  private static let limit = 0.15
  private static let fewest = 3

  static func isBroken(_ pages: [Page]) -> Bool {
    var (words, broken) = (0, 0)
    var foreign: Set<UInt32> = []
    for line in pages.lazy.flatMap(\.lines).prefix(2_000) {
      for word in line.text.unicodeScalars.split(whereSeparator: \.isSpacing) {
        guard word.count > 1, word.contains(where: \.isRightToLeftLetter) else { continue }
        words += 1
        // Blocks of scripts begin at multiples of 128.
        let others = word.filter { Script($0) == .other }.map { $0.value >> 7 }
        guard !others.isEmpty else { continue }
        broken += 1
        foreign.formUnion(others)
      }
    }
    return broken >= fewest && foreign.count >= 2 && Double(broken) > limit * Double(words)
  }
}
