import Manuscript

/// Notes that are no notes to the text: on the author, and thanks.
enum FrontNotes {
  /// A first note without a mark in the text that names the author is about the author. Gives the
  /// lines that went into the front matter.
  static func take(
    _ notes: inout [NoteText], marks: [Int], into frontMatter: inout FrontMatter
  ) -> [Int] {
    guard let first = notes.first, !first.isMissing, !marks.contains(first.label),
      first.label == 1
    else { return [] }
    let text = first.text.string
    for index in frontMatter.authors.indices {
      let name = frontMatter.authors[index].name
      let words = Array(name.unicodeScalars).words
      guard let family = words.last, text.contains(family.string) else { continue }
      if words.count == 1, let full = fullName(endingWith: family, in: first.text) {
        frontMatter.authors[index].name = full
      }
      frontMatter.authors[index].note = text
      return notes.removeFirst().sourceLines
    }
    return []
  }

  /// The name that a note on the author begins with, without rank and title, which are written as
  /// abbreviations.
  private static func fullName(endingWith family: Scalars, in text: Scalars) -> String? {
    let words = text.words.prefix(8)
    guard let end = words.firstIndex(where: { $0 == family }) else { return nil }
    let name = words[...end].filter { word in
      !word.dropFirst().contains { $0 == "\"" || $0 == "״" } && word.last != "'"
        && word.last != "׳" && word.last != "."
    }
    return name.count > 1 ? name.map(\.string).joined(separator: " ") : nil
  }

  /// A line that was taken for a heading and whose note names a figure is the figure's caption.
  static func markCaptions(_ passages: inout [Passage], notes: [NoteText]) {
    let names = ["figure", "fig.", "איור", "תרשים", "תמונה", "شكل", "الشكل", "صورة"]
    for index in passages.indices {
      guard case .heading = passages[index].kind,
        let mark = passages[index].text.firstIndex(of: Marker.note)
      else { continue }
      let label = passages[index].text[(mark + 1)...].prefix { $0 != Marker.end }
      guard let number = Marker.label(label),
        let note = notes.first(where: { $0.label == number })
      else { continue }
      let text = note.text.prefix(12).string.lowercased()
      if names.contains(where: text.hasPrefix) { passages[index].kind = .caption }
    }
  }

  /// A `*` note at the paper's end holds thanks, or where it first appeared.
  static func takeAcknowledgements(
    _ passages: inout [Passage], into frontMatter: inout FrontMatter
  ) -> [Int] {
    let filled = passages.indices.filter { !passages[$0].text.isEmpty }
    guard frontMatter.acknowledgements == nil,
      // At the end, or between the front and the text where a page's foot was put.
      let last = (filled.suffix(1) + filled.prefix(3)).first(where: {
        passages[$0].text.first == "*"
      }),
      passages[last].kind == .paragraph || passages[last].kind == .heading(level: 2),
      passages[last].text.first == "*", passages[last].text.count > 10
    else { return [] }
    frontMatter.acknowledgements =
      Marker.removed(
        from: Array(passages[last].text.dropFirst()).trimmed
      ).string
    return passages.remove(at: last).sourceLines
  }

  /// A note at a page's foot that an asterisk marks holds thanks, too; gives the lines taken.
  static func takeAcknowledgements(
    _ lines: [TextLine], into frontMatter: inout FrontMatter
  ) -> [Int] {
    guard frontMatter.acknowledgements == nil, !lines.isEmpty else { return [] }
    var pageIndex = 0
    let text = LineJoining.join(lines.filter { !$0.text.isEmpty }, pageIndex: &pageIndex)
    let words = Array(text.drop { $0 == "*" || $0.isSpacing })
    guard !words.isEmpty else { return [] }
    frontMatter.acknowledgements = words.string
    return lines.flatMap(\.sourceNumbers)
  }
}
