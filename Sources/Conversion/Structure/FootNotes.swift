/// Parts the notes from the text where the pages are known and each note begins with its number.
///
/// Notes are numbered through a paper, stand at the feet of its pages or all together after its
/// text, and each has a mark before it in the text. Of all numbers that stand where a note can
/// begin, the chain is taken that rises by one, leaves little below a page's last note, and has
/// marks for its numbers.
struct FootNotes {
  /// The lines that are no notes.
  private(set) var body: [TextLine] = []
  private(set) var notes: [NoteZones.RawNote] = []
  private(set) var removals: [Removal] = []
  /// The lines of a note that an asterisk marks: thanks.
  private(set) var starred: [TextLine] = []
  /// Whether all notes stand after the text.
  private(set) var areAtEnd = false

  private let lines: [TextLine]
  /// The page of each line, and the index behind each page's last line.
  private let pages: [Int]
  private let ends: [Int]
  private let marks: MarkPlaces
  /// Whether the numbers of notes have a full stop, so that a bare number alone on a line is a mark.
  private let stopsLabels: Bool

  /// The notes of a paper; `nil` where there are none that are sure.
  init?(lines: [TextLine]) {
    self.lines = lines
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
    marks = MarkPlaces(lines: lines)
    stopsLabels = Self.stopsLabels(lines)
    let chain = self.chain()
    let marked = chain.filter { marks.stands($0.number, before: $0.line) }
    guard chain.count >= 2, marked.count * 5 >= chain.count * 3 else { return nil }
    // Numbers in the notes themselves are no marks: only what stands above the page's first note.
    var zones: [Int: Int] = [:]
    for label in chain where zones[pages[label.line]] == nil {
      zones[pages[label.line]] = label.line
    }
    // Where no page is known the notes stand after the text, so all marks stand above the first one.
    if page == 0, let first = chain.first {
      let above = chain.filter { marks.stands($0.number, before: first.line) }
      guard chain.count >= 3, above.count * 5 >= chain.count * 4 else { return nil }
    }
    areAtEnd = standAtEnd(chain, zones: zones)
    part(by: chain, zones: zones)
  }

  /// Whether all notes stand after the text: their heading stands above the first, or the marks of
  /// the first stand on earlier pages. (The last of them may share a page with their marks.)
  private func standAtEnd(_ chain: [NoteLabel], zones: [Int: Int]) -> Bool {
    guard chain.count > 3, let first = chain.first?.line else { return false }
    if first > 0, Self.isNotesHeading(lines[first - 1].raw) { return true }
    let half = chain.prefix((chain.count + 1) / 2)
    let early = half.filter { label in
      let page = pages[label.line]
      return !marks.stands(
        label.number, before: zones[page] ?? label.line, from: start(ofPage: page))
    }
    return early.count * 10 >= half.count * 7
  }

  private func start(ofPage page: Int) -> Int { page == 0 ? 0 : ends[page - 1] }

  // MARK: - The chain

  /// A note runs on over at most so many lines without much doubt.
  private static let usualLength = 10
  /// So many numbers in a row may be lost.
  private static let longestGap = 3
  /// So many beginnings of one number are kept in view.
  private static let width = 16

  private func chain() -> [NoteLabel] {
    let listLines = introducedLists()
    let labels = labels()
    var previous = [Int](repeating: -1, count: labels.count)
    var scores = [Double](repeating: 0, count: labels.count)
    var byNumber: [Int: [Int]] = [:]
    var best = (score: 0.0, index: -1)
    for (index, label) in labels.enumerated() {
      // A list's item is no note, but the number may go on by chance in the notes below the list.
      let own = label.weight + markWeight(label) - (listLines.contains(label.line) ? 0.9 : 0)
      var reached = -0.6 * Double(label.number - 1)
      for gap in 0...Self.longestGap {
        for earlier in byNumber[label.number - 1 - gap] ?? []
        where labels[earlier].line < label.line {
          let value = scores[earlier] - 0.6 * Double(gap) - cost(labels[earlier], label)
          if value > reached { (reached, previous[index]) = (value, earlier) }
        }
      }
      scores[index] = own + reached
      guard scores[index] > 0 else { continue }
      byNumber[label.number, default: []].append(index)
      if let count = byNumber[label.number]?.count, count > Self.width {
        byNumber[label.number]?.removeFirst()
      }
      let final = scores[index] - tail(after: label.line)
      if final > best.score { best = (final, index) }
    }
    var chain: [NoteLabel] = []
    var index = best.index
    while index >= 0 {
      chain.append(labels[index])
      index = previous[index]
    }
    return chain.reversed()
  }

  /// The numbers that can be labels. Where most of a row of them stands below a heading of notes, those
  /// above it are a list's.
  private func labels() -> [NoteLabel] {
    let sources = SourceLists.items(in: lines)
    let labels = lines.indices.flatMap { sources.contains($0) ? [] : candidates(ofLine: $0) }
    guard let heading = lines.lastIndex(where: { Self.isNotesHeading($0.raw) }) else {
      return labels
    }
    let below = labels.filter { $0.line > heading && $0.weight >= 0.5 }
    let numbers = Set(below.map(\.number))
    var last = 0
    while let next = (1...Self.longestGap).first(where: { numbers.contains(last + $0) }) {
      last += next
    }
    let found = numbers.count { $0 <= last && marks.stands($0, before: heading) }
    return found >= 4 && found * 5 >= last * 3 ? labels.filter { $0.line > heading } : labels
  }

  /// The lines that begin the items of numbered lists: a line that ends with a colon introduces one,
  /// which begins right below it with 1.
  private func introducedLists() -> Set<Int> {
    var found: Set<Int> = []
    for index in lines.indices.dropLast() where lines[index].raw.trimmed.last == ":" {
      var number = 1
      var last = index
      var place = index + 1
      while place < lines.count, place - last <= (number == 1 ? 1 : Self.usualLength) {
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

  /// A number alone on its line is a note's only if the note follows: numbers that stand below one
  /// another are those of a list.
  private func candidates(ofLine index: Int) -> [NoteLabel] {
    let found = NoteLabel.candidates(in: lines[index].raw, line: index)
    guard let label = found.first, label.range == lines[index].raw.indices else { return found }
    if stopsLabels, !lines[index].raw.contains(".") { return [] }
    let next = index + 1 < ends[pages[index]] ? lines[index + 1].raw : []
    let isFollowed =
      next.contains(where: \.isLetter)
      && NoteLabel.candidates(in: next, line: index + 1).first.map { $0.range.lowerBound > 0 }
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

  /// What the marks in the text say of a label: one on its page speaks for it, one on an earlier
  /// page less, for the notes may all stand at the end.
  private func markWeight(_ label: NoteLabel) -> Double {
    if standsBelowMark(label) { return 0.8 }
    return marks.stands(label.number, before: label.line) ? 0.5 : -0.3
  }

  private func standsBelowMark(_ label: NoteLabel) -> Bool {
    marks.stands(label.number, before: label.line, from: start(ofPage: pages[label.line]))
  }

  /// What speaks against two notes following one another: lines between them on one page, or below
  /// the first where the second stands on a later one.
  private func cost(_ first: NoteLabel, _ second: NoteLabel) -> Double {
    if pages[first.line] == pages[second.line] {
      return Self.cost(ofLines: second.line - first.line)
    }
    return tail(after: first.line)
  }

  private func tail(after line: Int) -> Double {
    Self.cost(ofLines: ends[pages[line]] - line)
  }

  private static func cost(ofLines count: Int) -> Double {
    0.03 * Double(count - 1) + 0.12 * Double(max(0, count - usualLength))
  }

  // MARK: - Parting

  private mutating func part(by chain: [NoteLabel], zones: [Int: Int]) {
    var labels: [Int: NoteLabel] = [:]
    for label in chain { labels[label.line] = label }
    let first = chain.first?.line ?? 0
    let last = chain.last?.line ?? 0
    var zones = zones
    if areAtEnd {
      for page in pages[first]...pages[last] {
        zones[page] = max(first, start(ofPage: page))
      }
    }
    for page in zones.keys { zones[page] = begin(ofZone: zones[page] ?? 0, page: page) }
    if zones[0] == nil { zones[0] = thanks() }
    var isEnded = false
    for (index, line) in lines.enumerated() {
      guard let zone = zones[pages[index]], index >= zone, !isEnded else {
        body.append(line)
        continue
      }
      if areAtEnd, index > last, Self.beginsPart(line.raw) {
        isEnded = true
        body.append(line)
      } else if let label = labels[index] {
        begin(label, line)
      } else if Self.isNotesHeading(line.raw), index + 1 == first {
        removals.append(
          Removal(line: line.number, text: line.raw.trimmed.string, reason: .label))
      } else if notes.isEmpty || (notes.last?.page != pages[index] && !areAtEnd) {
        starred.append(line)
      } else {
        notes[notes.count - 1].lines.append(line)
      }
    }
    keepPageBreaks()
  }

  private mutating func begin(_ label: NoteLabel, _ line: TextLine) {
    removals.append(
      Removal(
        line: line.number, text: Array(line.raw[label.range]).string, reason: .noteNumber))
    var raw = line.raw
    raw.removeSubrange(label.range)
    notes.append(
      NoteZones.RawNote(
        label: label.number, lines: [line.replacing(raw: raw)], page: pages[label.line]))
  }

  /// A zone begins with the asterisk of an unnumbered note that stands right above, or with the
  /// heading of the notes.
  private func begin(ofZone first: Int, page: Int) -> Int {
    let top = start(ofPage: page)
    if first > top, Self.isNotesHeading(lines[first - 1].raw) { return first - 1 }
    for index in stride(from: first - 1, through: max(top, first - 5), by: -1) {
      if lines[index].raw.trimmed.first == "*" { return index }
    }
    return first
  }

  /// The line at the first page's foot that an asterisk begins, where no other there does: thanks
  /// stand there, though the page may have no numbered note.
  private func thanks() -> Int? {
    let foot = max(0, ends[0] - Self.usualLength)..<ends[0]
    let found = foot.filter { lines[$0].raw.trimmed.first == "*" }
    return found.count == 1 ? found.first : nil
  }

  /// A page's break stays with the text: where a page begins with notes, its next line takes it.
  private mutating func keepPageBreaks() {
    var owed = false
    var result: [TextLine] = []
    for line in lines {
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

/// Where in a paper numbers stand as note marks may.
struct MarkPlaces {
  /// By number, the indices of the lines, rising.
  private var places: [Int: [Int]] = [:]

  init(lines: [TextLine]) {
    for (index, line) in lines.enumerated() {
      for number in Self.numbers(in: line.raw) where places[number]?.last != index {
        places[number, default: []].append(index)
      }
    }
  }

  /// Whether a mark of the number stands above a line, and at or below another.
  func stands(_ number: Int, before line: Int, from start: Int = 0) -> Bool {
    places[number]?.contains { $0 >= start && $0 < line } ?? false
  }

  /// The first line with a mark of the number, at or below another.
  func first(_ number: Int, from start: Int) -> Int? {
    places[number]?.first { $0 >= start }
  }

  /// The numbers that touch a letter, a bracket or a full stop, or begin or end a line, without a
  /// full stop behind them: such a one begins an item.
  private static func numbers(in text: Scalars) -> [Int] {
    var numbers: [Int] = []
    for (digits, number) in text.shortNumbers {
      let (start, index) = (digits.lowerBound, digits.upperBound)
      let before = text[..<start].last
      let after = index < text.count ? text[index] : nil
      let isStart = text[..<start].allSatisfy(\.isSpacing)
      let isEnd = text[index...].allSatisfy(\.isSpacing)
      let touches =
        before.map { $0.isLetter || ".,:;!?)]״\"”»،؛؟".unicodeScalars.contains($0) } ?? false
      let isOpen = after.map { $0 != "%" && $0 != "/" && !$0.isDash } ?? true
      guard touches || isStart || isEnd || before?.isSpacing == true, isOpen,
        !(isStart && after == ".")
      else { continue }
      numbers.append(number)
    }
    return numbers
  }
}
