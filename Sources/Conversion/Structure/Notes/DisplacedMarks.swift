/// Puts note marks that stand apart from their words back behind them.
///
/// Raised numbers are set on a line of their own height, and extractors put them alone before or
/// behind their line, at its start or its end. Their order is that of the notes, and a note at a
/// page's foot has its mark on the page; so all are placed together, each between its neighbours.
struct DisplacedMarks {
  /// The lines with their marks in place.
  private(set) var lines: [TextLine]

  private let halves: LineHalves
  /// The index of each line's page.
  private var pages: [Int] = []

  /// The places of one label that are kept in view.
  private static let width = 400

  /// - Parameters:
  ///   - lines: the lines of the text, without the notes.
  ///   - keys: the notes in order.
  init(lines: [TextLine], keys: [NoteKey]) {
    self.lines = lines
    halves = LineHalves(lines: lines)
    var page = 0
    for (index, line) in lines.enumerated() {
      if line.startsPage, index > 0 { page += 1 }
      pages.append(page)
    }
    let chosen = row(of: keys)
    let marked = Set(chosen.map(\.line))
    var single: [MarkPlace] = []
    // From the last to the first, so that what is joined leaves earlier places where they are.
    for group in groups(chosen).reversed() {
      if group.count > 1 {
        put(halves.whole(lines, marks: group, isFree: { isFree($0, beside: group[0], marked) }))
        self.lines[group[0].line].marks += group.map(\.label)
      } else if group[0].kind != .attached, let whole = whole(group[0], marked: marked) {
        put(whole)
        self.lines[whole.lines.lowerBound].marks.append(group[0].label)
      } else {
        single.append(group[0])
      }
    }
    move(single)
    joinParted(chosen)
    self.lines = TextLine.withoutEmpty(self.lines)
  }

  // MARK: - The row of marks

  /// The places of the marks: the likeliest of all rows that rise as the notes do.
  private func row(of keys: [NoteKey]) -> [MarkPlace] {
    let labels: NotePlan.Labels =
      keys.contains { NoteSign.isSign($0.printed) } ? .signs : .numbers
    var places: [Int: [MarkPlace]] = [:]
    var start = 0
    while start < lines.count {
      let end = pages[start...].firstIndex { $0 != pages[start] } ?? lines.count
      for index in start..<end {
        for place in MarkPlace.places(lines, at: index, page: start..<end, labels) {
          places[place.label, default: []].append(place)
        }
      }
      start = end
    }
    // By label: the best score of a rising row that ends at each place.
    var states: [(score: Double, place: MarkPlace, previous: Int)] = []
    var front: [Int] = []
    for key in keys {
      var next: [Int] = []
      for place in places[key.printed] ?? []
      where key.page.map({ (0...1).contains($0 - pages[place.line]) }) ?? true {
        var best = (score: 0.0, previous: -1)
        // A note for which its page has no room is put to the foot of the next.
        let distance = key.page.map { 0.3 * Double($0 - pages[place.line]) } ?? 0
        for state in front where states[state].score > best.score {
          if follows(place, states[state].place) { best = (states[state].score, state) }
        }
        states.append((best.score + place.weight - distance, place, best.previous))
        next.append(states.count - 1)
      }
      // A label without a place leaves the row as it was.
      front = Array((front + next).suffix(Self.width))
    }
    var chosen: [MarkPlace] = []
    var state = front.max { states[$0].score < states[$1].score } ?? -1
    while state >= 0 {
      chosen.append(states[state].place)
      state = states[state].previous
    }
    return chosen.reversed()
  }

  private func follows(_ place: MarkPlace, _ earlier: MarkPlace) -> Bool {
    if earlier.spot < place.spot { return true }
    return isTurned(earlier, place)
  }

  /// Whether two marks stand in the pieces of one printed line, which came out from its far end: what
  /// stands between them ends with the sentence that the second one marks.
  private func isTurned(_ first: MarkPlace, _ second: MarkPlace) -> Bool {
    guard lines[first.line].isPiece, lines[second.line].isPiece, second.origin < first.origin,
      first.line - second.line < 4, pages[first.line] == pages[second.line],
      second.kind == .alone || second.kind == .lineStart
    else { return false }
    var between: Scalars = []
    for index in second.line...first.line {
      let raw = lines[index].raw
      let start = index == second.line ? second.range.upperBound : 0
      let end = index == first.line ? first.range.lowerBound : raw.count
      between += [" "] + raw[start..<max(start, end)]
    }
    return Ending.endsSentence(between.trimmed)
  }

  /// The marks in groups of those that stand in the pieces of one printed line.
  private func groups(_ row: [MarkPlace]) -> [[MarkPlace]] {
    var groups: [[MarkPlace]] = []
    for place in row {
      if let last = groups.last?.last, place.spot < last.spot {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.map { $0.reversed() }
  }

  // MARK: - Lines in pieces

  private func isFree(_ index: Int, beside place: MarkPlace, _ marked: Set<Int>) -> Bool {
    lines.indices.contains(index) && pages[index] == pages[place.line] && !marked.contains(index)
  }

  /// The printed line that a mark parted. A line that has another mark is a piece of another line.
  private func whole(_ place: MarkPlace, marked: Set<Int>) -> LineHalves.Whole? {
    if place.kind == .glued { return halves.turned(lines, at: place.line, mark: place.range) }
    let isBehindMark =
      isFree(place.line - 1, beside: place, marked) && marked.contains(place.line - 2)
    let first =
      isFree(place.line - 1, beside: place, marked) && !isBehindMark ? place.line - 1 : place.line
    let last = isFree(place.line + 1, beside: place, marked) ? place.line + 1 : place.line
    return halves.whole(lines, at: place.line, mark: place.range, page: first...last)
  }

  private mutating func put(_ whole: LineHalves.Whole) {
    let host = whole.lines.lowerBound
    var line = lines[host].replacing(raw: whole.text)
    line.isTail = false
    for index in whole.lines.dropFirst() {
      line.absorbed += lines[index].sourceNumbers
      lines[index] = lines[index].replacing(raw: [])
    }
    lines[host] = line
  }

  // MARK: - Single marks

  /// Moves marks to where they belong. The places are those of the lines before anything is moved.
  private mutating func move(_ places: [MarkPlace]) {
    var edits: [Int: [(range: Range<Int>, text: Scalars)]] = [:]
    for place in places {
      lines[place.spot.line].marks.append(place.label)
      guard place.isMoved else { continue }
      edits[place.line, default: []].append((place.range, []))
      edits[place.spot.line, default: []].append(
        (place.spot.at..<place.spot.at, Array(lines[place.line].raw[place.range])))
      if place.spot.line != place.line {
        lines[place.spot.line].absorbed += lines[place.line].sourceNumbers
      }
      if place.kind != .alone { lines[place.spot.line].doubt = .movedRun }
    }
    for (index, edits) in edits {
      var text = lines[index].raw
      for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        text.replaceSubrange(edit.range, with: edit.text)
      }
      lines[index] = lines[index].replacing(raw: text)
    }
  }

  /// Joins what stood on either side of a mark that parted a printed line: the two fill it together.
  private mutating func joinParted(_ chosen: [MarkPlace]) {
    let widths = lines.lazy.map(\.width).filter { $0 > 20 }.sorted()
    guard !widths.isEmpty else { return }
    let full = Double(widths[widths.count * 3 / 4])
    for place in chosen.reversed() where place.kind == .alone {
      let (before, after) = (place.line - 1, place.line + 1)
      guard lines.indices.contains(before), lines.indices.contains(after),
        pages[before] == pages[after], lines[place.line].raw.isEmpty,
        lines[before].marks.contains(place.label), !lines[before].isPiece,
        !lines[after].raw.isEmpty, lines[after].blanksBefore + lines[place.line].blanksBefore == 0
      else { continue }
      let (first, second) = (Double(lines[before].width), Double(lines[after].width))
      guard max(first, second) < 0.85 * full,
        (0.88 * full...1.08 * full).contains(first + second)
      else { continue }
      let absorbed = lines[after].sourceNumbers
      lines[before] = lines[before].replacing(
        raw: lines[before].raw.trimmed + [" "] + lines[after].raw.trimmed)
      lines[before].absorbed += absorbed
      lines[after] = lines[after].replacing(raw: [])
    }
  }
}
