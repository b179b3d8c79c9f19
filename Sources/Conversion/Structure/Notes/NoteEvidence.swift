/// What a paper's lines show of its notes, whatever plan they follow: labels, marks, pages, and how
/// well a note can end above a line.
struct NoteEvidence {
  let lines: [TextLine]
  /// The page of each line, and the index behind each page's last line.
  let pages: [Int]
  let ends: [Int]
  let labels: [NoteLabel]
  let marks: MarkPlaces
  /// The first lines of items of lists that a colon introduces.
  let listLines: Set<Int>
  /// Lines that read as headings: short, without a full stop, text below.
  let headingLines: Set<Int>
  /// The line of the last heading of notes, if most of a row of labels stands below it.
  let heading: Int?
  /// How many letters fill a line.
  let fullWidth: Int
  let kind: NotePlan.Labels

  init(lines: [TextLine], kind: NotePlan.Labels) {
    self.lines = lines
    self.kind = kind
    var page = 0
    var pages: [Int] = []
    var ends: [Int] = []
    for (index, line) in lines.enumerated() {
      if line.startsPage, index > 0 {
        ends.append(index)
        page += 1
      }
      pages.append(page)
    }
    ends.append(lines.count)
    self.pages = pages
    self.ends = ends
    marks = MarkPlaces(lines: lines, kind: kind)
    let widths = lines.map(\.width).sorted()
    fullWidth = widths.isEmpty ? 0 : widths[widths.count * 3 / 4]
    listLines = kind == .numbers ? Self.introducedLists(lines) : []
    headingLines = Self.headings(lines, fullWidth: fullWidth)
    let sources = kind == .numbers ? SourceLists.items(in: lines) : []
    let stopsLabels = Self.stopsLabels(lines)
    let found = lines.indices.flatMap { index in
      sources.contains(index)
        ? [] : Self.candidates(index, lines, end: ends[pages[index]], kind, stopsLabels)
    }
    heading = Self.heading(lines, found, marks)
    labels = found
  }

  func start(ofPage page: Int) -> Int { page == 0 ? 0 : ends[page - 1] }

  /// How far down its page a line stands, from 0 to 1.
  func depth(_ line: Int) -> Double {
    let start = start(ofPage: pages[line])
    return Double(line - start) / Double(max(1, ends[pages[line]] - start))
  }

  // MARK: - Where a note ends

  /// What speaks for the text going on below a note, with a line of the note's page, in log-odds:
  /// that a sentence ended above, on a short line, and that the type or the place on the page changes.
  func breakEvidence(at line: Int, noteStart: Int) -> Double {
    let (above, below) = (lines[line - 1], lines[line])
    var evidence = Ending.endsSentence(above.raw.trimmed) || isAddress(above) ? 0.6 : -1.5
    let note = lines[noteStart..<line]
    let noteWidth = note.map(\.width).max() ?? 0
    if Double(above.width) < 0.8 * Double(max(noteWidth, fullWidth)) { evidence += 0.5 }
    if below.blanksBefore > 0 { evidence += 0.4 }
    if let size = above.fontSize, let next = below.fontSize {
      evidence += abs(size - next) > 0.6 ? 2.5 : -1.5
    }
    if let box = above.box, let next = below.box, next.y + next.height < box.y { evidence += 1.5 }
    let following = lines[line..<min(ends[pages[line]], line + 5)]
    let nextWidth = following.map(\.width).max() ?? 0
    if note.count > 1, Double(nextWidth) < 0.93 * Double(noteWidth) { evidence += 0.4 }
    if following.count < 2 { evidence -= 1 }
    return evidence
  }

  private func isAddress(_ line: TextLine) -> Bool {
    line.raw.words.last.map { DirectionalRuns.isAddress($0) } ?? false
  }

  // MARK: - Labels

  /// A number alone on its line is a note's only if the note follows: numbers that stand below one
  /// another are those of a list.
  private static func candidates(
    _ index: Int, _ lines: [TextLine], end: Int, _ kind: NotePlan.Labels, _ stopsLabels: Bool
  ) -> [NoteLabel] {
    let found = NoteLabel.candidates(in: lines[index].raw, line: index, kind: kind)
    guard let label = found.first, label.range == lines[index].raw.indices else { return found }
    if kind == .numbers, stopsLabels, !lines[index].raw.contains(".") { return [] }
    let next = index + 1 < end ? lines[index + 1].raw : []
    let isFollowed =
      next.contains(where: \.isLetter)
      && NoteLabel.candidates(in: next, line: index + 1, kind: kind).first.map {
        $0.range.lowerBound > 0
      }
        ?? true
    return isFollowed ? found : []
  }

  /// Whether, of the numbers that stand alone on a line or at its head, those with a full stop make up
  /// most of the row that the bare ones make: the items of a list are only its first.
  private static func stopsLabels(_ lines: [TextLine]) -> Bool {
    var (stopped, bare): (Set<Int>, Set<Int>) = ([], [])
    for line in lines {
      let text = line.raw.trimmed.drop { $0 == "." || $0.isSpacing }
      let digits = text.prefix(while: \.isDigit)
      guard (1...3).contains(digits.count) else { continue }
      let number = digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
      let hasStop = text.startIndex > 0 || text.dropFirst(digits.count).first == "."
      if hasStop {
        stopped.insert(number)
      } else if digits.count == text.count {
        bare.insert(number)
      }
    }
    return bare.count > 3 && bare.intersection(stopped).count * 3 > bare.count * 2
  }

  /// The heading of the notes, where most of a row of labels stands below it.
  private static func heading(
    _ lines: [TextLine], _ labels: [NoteLabel], _ marks: MarkPlaces
  ) -> Int? {
    guard let heading = lines.lastIndex(where: { NoteParts.isNotesHeading($0.raw) }) else {
      return nil
    }
    let below = labels.filter { $0.line > heading && $0.weight >= 0.5 }
    let numbers = Set(below.map(\.number))
    var last = (numbers.min() ?? 1) - 1
    while let next = (1...NoteChain.longestGap).first(where: { numbers.contains(last + $0) }) {
      last += next
    }
    let found = numbers.count { $0 <= last && marks.stands($0, before: heading) }
    return found >= 3 && found * 5 >= numbers.count { $0 <= last } * 3 ? heading : nil
  }

  // MARK: - What else has numbers

  /// The lines that begin the items of numbered lists: a line that ends with a colon introduces one,
  /// which begins right below it with 1.
  private static func introducedLists(_ lines: [TextLine]) -> Set<Int> {
    var found: Set<Int> = []
    for index in lines.indices.dropLast() where lines[index].raw.trimmed.last == ":" {
      var number = 1
      var last = index
      var place = index + 1
      while place < lines.count, place - last <= (number == 1 ? 1 : NoteChain.usualLength) {
        if NoteLabel.candidates(in: lines[place].raw, line: place).first.map({
          $0.number == number && $0.range.lowerBound == 0
        }) == true {
          found.insert(place)
          number += 1
          last = place
        }
        place += 1
      }
    }
    return found
  }

  /// Short lines without a full stop, below an ended sentence and above a full line.
  private static func headings(_ lines: [TextLine], fullWidth: Int) -> Set<Int> {
    Set(
      lines.indices.dropLast().filter { index in
        let text = lines[index].raw.trimmed
        guard text.contains(where: \.isLetter), lines[index].width * 4 < fullWidth * 3,
          !Ending.endsSentence(text), text.last != "،", text.last != ",",
          index == 0 || Ending.endsSentence(lines[index - 1].raw.trimmed)
            || lines[index].blanksBefore > 0 || lines[index].startsPage
        else { return false }
        return lines[index + 1].width * 4 > fullWidth * 3
      })
  }
}
