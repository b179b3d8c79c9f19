/// Parts the notes at the foot of each page from the text above them.
///
/// A note's first line ends with a tab and its number; what follows up to the next such line or the
/// next page continues it.
struct NoteZones {
  /// A note as it stands at a page's foot.
  struct RawNote {
    /// The printed number; `nil` for lines that belong to a note whose first line is lost.
    var label: Int?
    var lines: [TextLine]
    /// The index of the page that it stands on, counted from 0.
    var page: Int
    /// The number as it is printed, or the sign's (`NoteSign`), where the article has another.
    var printed: Int?

    init(label: Int?, lines: [TextLine], page: Int) {
      self.label = label
      self.lines = lines
      self.page = page
    }
  }

  private(set) var body: [TextLine] = []
  private(set) var notes: [RawNote] = []
  private(set) var removals: [Removal] = []
  /// The lines of a note that an asterisk marks.
  private(set) var starred: [TextLine] = []
  /// The notes by what their marks look like.
  private(set) var keys: [NoteKey] = []
  /// The plans that the notes may follow, the likeliest first.
  private(set) var candidates: [NoteWeighing.Candidate] = []

  init(lines: [TextLine]) {
    if !lines.contains(where: { Self.trailingLabel($0.raw) != nil }) {
      let weighing = NoteWeighing(lines: GatheredNoteLabels(lines: lines).lines)
      candidates = weighing.candidates
      if let best = weighing.best {
        (notes, removals) = (best.parts.notes, best.parts.removals)
        starred = best.parts.starred
        keys = NoteKey.keys(of: notes, plan: best.plan)
        body = DisplacedMarks(lines: best.parts.body, keys: keys).lines
        return
      }
    }
    var inNotes = false
    var page = 0
    for (index, line) in lines.enumerated() {
      var line = line
      if inNotes, !line.startsPage, line.leadingSpaces > 0, Self.textResumes(index, in: lines) {
        line.startsPage = true
        recovered.append(index)
      }
      if line.startsPage {
        inNotes = false
        page += 1
      }
      if let label = Self.trailingLabel(line.raw) {
        inNotes = true
        removals.append(
          Removal(line: line.number, text: String(label.number), reason: .noteNumber))
        line = line.replacing(raw: Array(line.raw.dropLast(label.length)))
        notes.append(RawNote(label: label.number, lines: [line], page: page))
      } else if inNotes, !notes.isEmpty {
        if Self.isOrphan(line, after: notes[notes.count - 1]) {
          notes.append(RawNote(label: nil, lines: [line], page: page))
        } else {
          notes[notes.count - 1].lines.append(line)
        }
      } else if let last = body.indices.last, Self.isStrayTail(line, after: body[last]) {
        inNotes = true
        notes.append(RawNote(label: nil, lines: [line], page: page))
      } else {
        body.append(line)
      }
    }
    keys = NoteKey.keys(of: notes, plan: nil)
  }

  /// The lines that were found to begin a page only by the length of what would else be a note, by
  /// their index.
  private(set) var recovered: [Int] = []

  /// Whether text resumes with a line although nothing else marks a page there: no note begins in
  /// the next lines, which are more than a note has, and no page either.
  private static func textResumes(_ index: Int, in lines: [TextLine]) -> Bool {
    let after = lines[(index + 1)..<min(lines.count, index + 13)]
    return after.count == 12 && lines[index].isRightToLeft
      && after.allSatisfy { trailingLabel($0.raw) == nil && !$0.startsPage }
      && after.lazy.filter(\.isRightToLeft).count > 8
  }

  /// The number after the tab at a line's end, and the length of what it takes.
  static func trailingLabel(_ raw: Scalars) -> (number: Int, length: Int)? {
    var index = raw.count - 1
    while index >= 0, raw[index].isSpacing { index -= 1 }
    var number = 0
    var factor = 1
    var digits = 0
    while index >= 0, let digit = raw[index].digitValue, digits < 3 {
      number += digit * factor
      factor *= 10
      digits += 1
      index -= 1
    }
    guard digits > 0, number > 0, index >= 0 else { return nil }
    while index >= 0, raw[index] == " " { index -= 1 }
    guard index > 0, raw[index] == "\t" else { return nil }
    // Where every word is parted by a tab, a number at the end is a word.
    guard raw[..<index].lazy.filter({ $0 == "\t" }).count == 0 else { return nil }
    return (number, raw.count - index)
  }

  /// Whether a line cannot continue the note before it: that note's text is complete (an address
  /// alone, `Ibid.`), or the line is the Latin end of an entry that the note does not begin.
  private static func isOrphan(_ line: TextLine, after note: RawNote) -> Bool {
    guard note.label != nil, let last = note.lines.last, !line.isRightToLeft else { return false }
    let before = last.raw.trimmed
    let text = line.raw.trimmed
    if DirectionalRuns.isAddress(before) {
      // The rest of an address has no space before its next sign.
      let word = text.words.first ?? []
      let isRest = word.contains { $0 == "/" || $0 == "." || $0 == "_" || $0 == "%" || $0 == "-" }
      return note.lines.count == 1 && !isRest && before.words.count == 1 && text.words.count > 3
        && !Self.endsOpen(before)
    }
    return before.count < 8 && Ending.endsSentence(before)
  }

  private static func endsOpen(_ address: Scalars) -> Bool {
    guard let last = address.last else { return false }
    return last == "/" || last.isDash || last == "." || last == "_" || last == "=" || last == "?"
  }

  /// Whether a Latin line after Hebrew or Arabic text is the end of a note that is lost: it begins
  /// with a space or in mid-sentence, before the next page or before a note.
  private static func isStrayTail(_ line: TextLine, after previous: TextLine) -> Bool {
    guard !line.isRightToLeft, line.raw.hasLeftToRightLetter, previous.isRightToLeft else {
      return false
    }
    let text = line.raw.trimmed
    guard line.leadingSpaces == 1, text.words.count >= 2, text.contains(where: \.isDigit) else {
      return false
    }
    return previous.blanksAfter == 0 || Ending.endsSentence(previous.raw.trimmed)
  }
}
