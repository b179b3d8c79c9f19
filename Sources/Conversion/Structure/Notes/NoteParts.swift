/// A paper's lines parted into text and notes by the labels of one plan.
struct NoteParts {
  /// The lines that are no notes.
  private(set) var body: [TextLine] = []
  private(set) var notes: [NoteZones.RawNote] = []
  private(set) var removals: [Removal] = []
  /// The lines of a note that an asterisk marks: thanks.
  private(set) var starred: [TextLine] = []
  /// Whether all notes stand after the text.
  let areAtEnd: Bool

  private let evidence: NoteEvidence
  private let plan: NotePlan

  init(_ chain: NoteChain, _ evidence: NoteEvidence, _ plan: NotePlan) {
    self.evidence = evidence
    self.plan = plan
    areAtEnd = plan.place == .end
    part(chain.links)
    keepPageBreaks()
  }

  private mutating func part(_ links: [NoteChain.Link]) {
    let lines = evidence.lines
    let first = links.first?.label.line ?? lines.count
    var owners: [Int: NoteChain.Link] = [:]
    for link in links { owners[link.label.line] = link }
    let last = links.last?.label.line ?? 0
    var starts = starts(above: links)
    if !areAtEnd, plan.labels == .numbers,
      !links.contains(where: { evidence.pages[$0.label.line] == 0 })
    {
      starts.formUnion(thanks())
    }
    var current: NoteChain.Link?
    for (index, line) in lines.enumerated() {
      if let link = owners[index] {
        current = link
        begin(link, line)
      } else if let link = current, index < link.end, !isAfterNotes(index, last) {
        notes[notes.count - 1].lines.append(line)
      } else if Self.isNotesHeading(line.raw), index + 1 == first {
        removals.append(Removal(line: line.number, text: line.raw.trimmed.string, reason: .label))
      } else if starts.contains(index) {
        starred.append(line)
      } else {
        if let link = current, index >= link.end || isAfterNotes(index, last) { current = nil }
        body.append(line)
      }
    }
  }

  /// Whether a part of the paper that can follow its notes has begun.
  private func isAfterNotes(_ index: Int, _ last: Int) -> Bool {
    areAtEnd && index > last && Self.beginsPart(evidence.lines[index].raw)
  }

  private mutating func begin(_ link: NoteChain.Link, _ line: TextLine) {
    let label = link.label
    if plan.labels == .numbers {
      removals.append(
        Removal(line: line.number, text: Array(line.raw[label.range]).string, reason: .noteNumber))
    }
    var raw = line.raw
    raw.removeSubrange(label.range)
    var note = NoteZones.RawNote(
      label: link.number, lines: [line.replacing(raw: raw)], page: evidence.pages[label.line])
    note.printed = label.number
    notes.append(note)
  }

  // MARK: - Thanks

  /// The lines above a page's first numbered note that an asterisk begins.
  private func starts(above links: [NoteChain.Link]) -> Set<Int> {
    guard plan.labels == .numbers else { return [] }
    var found: Set<Int> = []
    var pages: Set<Int> = []
    for link in links where pages.insert(evidence.pages[link.label.line]).inserted {
      let first = link.label.line
      let top = evidence.start(ofPage: evidence.pages[first])
      for index in stride(from: first - 1, through: max(top, first - 5), by: -1)
      where evidence.lines[index].raw.trimmed.first == "*" {
        found.formUnion(index..<first)
        break
      }
    }
    return found
  }

  /// The line at the first page's foot that an asterisk begins, where no other there does: thanks
  /// stand there, though the page may have no numbered note.
  private func thanks() -> Range<Int> {
    let end = evidence.ends[0]
    let foot = max(0, end - NoteChain.usualLength)..<end
    let found = foot.filter { evidence.lines[$0].raw.trimmed.first == "*" }
    return found.count == 1 ? found[0]..<end : end..<end
  }

  /// A page's break stays with the text: where a page begins with notes, its next line takes it.
  private mutating func keepPageBreaks() {
    var owed = false
    var result: [TextLine] = []
    for line in evidence.lines {
      // Where a page begins in the middle of a source line, two lines have one number.
      let isKept =
        result.count < body.count && body[result.count].number == line.number
        && body[result.count].raw == line.raw
      if line.startsPage, !isKept { owed = true }
      guard isKept else { continue }
      var line = line
      if owed {
        line.startsPage = true
        owed = false
      }
      result.append(line)
    }
    guard result.count == body.count else { return }
    body = result
  }

  // MARK: - Words

  private static let headings: Set<String> = [
    "הערות", "הערות שוליים", "הערות סיום", "notes", "endnotes", "footnotes", "الهوامش", "هوامش",
    "الحواشي", "حواشي", "ملاحظات", "الملاحظات",
  ]

  /// Whether a line is nothing but the heading of notes.
  static func isNotesHeading(_ text: Scalars) -> Bool {
    text.count < 60 && headings.contains(FrontMatterWords.key(text))
  }

  /// Whether a line begins the part of a paper that can follow its notes.
  private static func beginsPart(_ text: Scalars) -> Bool {
    FrontMatterWords.isBibliography(text)
      || FrontMatterWords.after(FrontMatterWords.abstract, in: text.trimmed) != nil
      || FrontMatterWords.after(FrontMatterWords.keywords, in: text.trimmed) != nil
  }
}
