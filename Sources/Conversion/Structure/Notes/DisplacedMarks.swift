/// Puts note marks that stand apart from their words back behind them.
///
/// Raised numbers are set on a line of their own height, and extractors put them alone before or
/// behind their line, at its start or its end. Their order is that of the notes, and a note at a
/// page's foot has its mark on the page; so each is looked for between its neighbours.
struct DisplacedMarks {
  private struct Place {
    var line: Int
    var range: Range<Int>
    var label: Int
    var kind: Kind
  }

  private enum Kind {
    /// Directly behind a word or a sign.
    case attached
    case alone
    case lineStart
    case lineEnd
    case inside

    var weight: Double {
      switch self {
      case .attached: 1
      case .alone: 0.9
      case .lineStart: 0.6
      case .lineEnd: 0.5
      case .inside: 0.2
      }
    }
  }

  /// The lines with their marks in place.
  private(set) var lines: [TextLine]

  private let pieces: LineHalves

  /// - Parameters:
  ///   - lines: the lines of the text, without the notes.
  ///   - keys: the notes in order.
  init(lines: [TextLine], keys: [NoteKey]) {
    self.lines = lines
    pieces = LineHalves(lines: lines)
    var page = 0
    var pages: [Int] = []
    for (index, line) in lines.enumerated() {
      if line.startsPage, index > 0 { page += 1 }
      pages.append(page)
    }
    var places: [Int: [Place]] = [:]
    let kind: NotePlan.Labels = keys.contains { NoteSign.isSign($0.printed) } ? .signs : .numbers
    for index in lines.indices {
      for place in Self.places(in: lines[index].raw, line: index, kind) {
        var place = place
        if place.kind == .inside, lines[index].isTail { place.kind = .lineStart }
        places[place.label, default: []].append(place)
      }
    }
    // By label: the best score of a rising chain that ends at each place.
    var states: [(score: Double, place: Place, previous: Int)] = []
    var front: [Int] = []
    for label in keys {
      var next: [Int] = []
      for place in places[label.printed] ?? []
      where label.page.map({ (0...1).contains($0 - pages[place.line]) }) ?? true {
        var best = (score: 0.0, previous: -1)
        // A note for which its page has no room is put to the foot of the next.
        let distance = label.page.map { 0.3 * Double($0 - pages[place.line]) } ?? 0
        for state in front {
          let earlier = states[state].place
          guard (earlier.line, earlier.range.upperBound) <= (place.line, place.range.lowerBound)
          else { continue }
          if states[state].score > best.score { best = (states[state].score, state) }
        }
        states.append((best.score + place.kind.weight - distance, place, best.previous))
        next.append(states.count - 1)
      }
      // A label without a place leaves the chain as it was.
      front = Array((front + next).suffix(200))
    }
    var chosen: [Place] = []
    var state = front.max { states[$0].score < states[$1].score } ?? -1
    while state >= 0 {
      chosen.append(states[state].place)
      state = states[state].previous
    }
    // From the last to the first, so that what is moved leaves earlier places where they are.
    let marked = Set(chosen.map(\.line))
    for place in chosen {
      if place.kind == .attached {
        self.lines[place.line].marks.append(place.label)
      } else if let whole = whole(place, pages: pages, marked: marked) {
        put(whole)
        self.lines[whole.lines.lowerBound].marks.append(place.label)
      } else {
        move(place, pages: pages)
      }
    }
    joinParted(chosen, pages: pages)
    self.lines = TextLine.withoutEmpty(self.lines)
  }

  /// Joins what stood on either side of a mark that parted a printed line: the two fill it together.
  private mutating func joinParted(_ chosen: [Place], pages: [Int]) {
    let widths = lines.lazy.map(\.width).filter { $0 > 20 }.sorted()
    guard !widths.isEmpty else { return }
    let full = Double(widths[widths.count * 3 / 4])
    for place in chosen where place.kind == .alone {
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

  private static func places(in text: Scalars, line: Int, _ kind: NotePlan.Labels) -> [Place] {
    var found: [Place] = []
    for (digits, number) in text.noteTokens(kind) {
      guard let place = Self.kind(text, digits) else { continue }
      found.append(Place(line: line, range: digits, label: number, kind: place))
    }
    return found
  }

  private static func kind(_ text: Scalars, _ digits: Range<Int>) -> Kind? {
    let isStart = text[..<digits.lowerBound].allSatisfy(\.isSpacing)
    let isEnd = text[digits.upperBound...].allSatisfy(\.isSpacing)
    if isStart, isEnd { return .alone }
    let after = isEnd ? nil : text[digits.upperBound]
    if let after, after == "%" || after == "/" || after.isDash || after == "." || after == "," {
      return nil
    }
    if isStart { return .lineStart }
    let before = text[digits.lowerBound - 1]
    let isBehindSign =
      before.isClausePunctuation || before.isQuotationMark || before.isClosingBracket
      || before.isLetter
    if isBehindSign, after.map({ !$0.isLetter }) ?? true {
      let earlier = digits.lowerBound > 1 ? text[digits.lowerBound - 2] : " "
      return earlier.isDigit && before != "." ? nil : .attached
    }
    guard before.isSpacing, after?.isSpacing ?? true else { return nil }
    return isEnd ? .lineEnd : .inside
  }

  // MARK: - Lines in pieces

  /// The printed line that a mark parted. A line that has another mark is a piece of another line.
  private func whole(_ place: Place, pages: [Int], marked: Set<Int>) -> LineHalves.Whole? {
    func isFree(_ index: Int) -> Bool {
      lines.indices.contains(index) && pages[index] == pages[place.line] && !marked.contains(index)
    }
    let isBehindMark = isFree(place.line - 1) && marked.contains(place.line - 2)
    let first = isFree(place.line - 1) && !isBehindMark ? place.line - 1 : place.line
    let last = isFree(place.line + 1) ? place.line + 1 : place.line
    return pieces.whole(lines, at: place.line, mark: place.range, page: first...last)
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

  /// Moves a mark to the nearest end of a sentence: in its own line, else in the one it belongs to.
  private mutating func move(_ place: Place, pages: [Int]) {
    let label = Array(lines[place.line].raw[place.range])
    var rest = lines[place.line].raw
    rest.removeSubrange(place.range)
    func isOnPage(_ index: Int) -> Bool {
      lines.indices.contains(index) && pages[index] == pages[place.line]
    }
    func target(_ index: Int, _ text: Scalars, near column: Int) -> (line: Int, at: Int)? {
      Self.sentenceEnd(in: text, near: column).map { (index, $0) }
    }
    var found: (line: Int, at: Int)?
    if place.kind == .alone {
      if isOnPage(place.line + 1) {
        let next = lines[place.line + 1].raw
        found = target(place.line + 1, next, near: next.count)
      }
    } else {
      found = target(
        place.line, rest, near: place.kind == .inside ? place.range.lowerBound : rest.count)
    }
    if found == nil, isOnPage(place.line - 1) {
      let before = lines[place.line - 1].raw
      found = target(place.line - 1, before, near: before.count)
    }
    guard let found else { return }
    if found.line != place.line { lines[place.line] = lines[place.line].replacing(raw: rest) }
    var text = found.line == place.line ? rest : lines[found.line].raw
    text.insert(contentsOf: label, at: found.at)
    lines[found.line] = lines[found.line].replacing(raw: text)
    lines[found.line].marks.append(place.label)
    if found.line != place.line {
      lines[found.line].absorbed += lines[place.line].sourceNumbers
    }
    if place.kind != .alone { lines[found.line].doubt = .movedRun }
  }

  /// The index behind the end of a sentence that is nearest to a column.
  private static func sentenceEnd(in text: Scalars, near column: Int) -> Int? {
    var best: Int?
    for index in text.indices where ".!?؟".unicodeScalars.contains(text[index]) {
      var end = index + 1
      while end < text.count, text[end].isQuotationMark || text[end].isClosingBracket { end += 1 }
      guard end == text.count || text[end].isSpacing else { continue }
      // A full stop of an abbreviation or an initial ends no sentence: a word stands before it.
      guard index > 1,
        text[index - 1].isLetterOrDigit || text[index - 1].isClosingBracket
          || text[index - 1].isQuotationMark || text[index - 1] == "%" || text[index - 1] == "٪",
        text[index - 2] != ".", !text[index - 2].isSpacing
      else { continue }
      if best.map({ abs($0 - column) > abs(end - column) }) ?? true { best = end }
    }
    return best
  }
}
