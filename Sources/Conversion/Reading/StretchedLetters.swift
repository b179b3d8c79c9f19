import Orthography

/// Takes out of Arabic words what only stretches them: tatweel, and the digit that a program gives for
/// a stretching glyph.
///
/// Typesetters stretch letters to fill a line (kashida), and the glyph that they use may say nothing of
/// what it is, or be taken for a digit. Within words one and the same digit then stands time and again,
/// where note marks and years would differ.
struct StretchedLetters {
  private(set) var pages: [Page]
  private(set) var removals: [Removal] = []

  init(pages: [Page]) {
    self.pages = pages
    let digit = Self.digit(in: pages)
    for (place, page) in pages.enumerated() {
      for (index, line) in page.lines.enumerated() {
        let text = Array(line.text.unicodeScalars)
        let signs = Self.signs(in: text, digit: digit)
        guard !signs.isEmpty else { continue }
        removals.append(
          Removal(line: line.number, text: signs.map { text[$0] }.string, reason: .stretching))
        let removed = Set(signs)
        self.pages[place].lines[index].text =
          text.indices.filter { !removed.contains($0) }.map { text[$0] }.string
      }
    }
  }

  /// The digit that stretches words, if one does.
  private static func digit(in pages: [Page]) -> Unicode.Scalar? {
    var counts: [Unicode.Scalar: Int] = [:]
    for line in pages.lazy.flatMap(\.lines) {
      let text = Array(line.text.unicodeScalars)
      for run in text.shortNumbers where isInside(run.digits, text) {
        guard Set(text[run.digits]).count == 1 else { continue }
        counts[text[run.digits.lowerBound], default: 0] += 1
      }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value >= 10, counts.values.reduce(0, +) * 10 <= most.value * 11
    else { return nil }
    return most.key
  }

  /// Whether signs stand within a word: between letters, a vowel sign that a space parts from its
  /// letter among them.
  private static func isInside(_ signs: Range<Int>, _ text: Scalars) -> Bool {
    var (start, end) = (signs.lowerBound - 1, signs.upperBound)
    while start >= 0, isDirectionMark(text[start]) { start -= 1 }
    while end < text.count, isDirectionMark(text[end]) { end += 1 }
    guard start >= 0, end < text.count, isArabic(text[start]) else { return false }
    if text[end] == " ", end + 1 < text.count { return Kind(text[end + 1]) == .mark }
    return isArabic(text[end])
  }

  private static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value)
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x600 && scalar != "\u{640}" && Script(scalar) == .arabic
  }

  /// The places of what stretches the words of a line.
  private static func signs(in text: Scalars, digit: Unicode.Scalar?) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < text.count {
      let sign = text[index]
      guard sign == "\u{640}" || sign == digit else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[end] == sign { end += 1 }
      if isInside(index..<end, text) { found += index..<end }
      index = end
    }
    return found
  }
}
