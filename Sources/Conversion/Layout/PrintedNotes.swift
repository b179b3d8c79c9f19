import PDF

/// The notes of a printed paper, taken out of its lines: at the foot of pages or columns, or gathered
/// at the end.
struct PrintedNotes {
  struct Note {
    /// As annotated Markdown writes it.
    var label: String
    var printed: String
    var page: Int
    /// Its lines; of the first what stands behind the label.
    var lines: [(line: PrintedLine, text: Scalars)]
    var style: NoteHead.Style
    var isFoot: Bool
  }

  private(set) var notes: [Note] = []
  /// The pages without them.
  private(set) var pages: [[PrintedLine]]
  /// Lines that only announce the notes.
  private(set) var headings: [PrintedLine] = []

  private let reader: LineReader
  private let measures: PrintedMeasures
  /// The labels of the raised marks inside the lines of each page.
  private let marks: [Set<String>]
  private var hasRestarted = false

  init(
    _ pages: [[PrintedLine]], sheets: [PDFPage], measures: PrintedMeasures, reader: LineReader
  ) {
    self.pages = pages
    (self.reader, self.measures) = (reader, measures)
    marks = pages.map { page in
      Set(page.flatMap { Self.marks(in: $0.text).filter { !$0.isFirst }.map(\.label) })
    }
    takeFeet(sheets)
    if notes.count(where: { $0.label.first?.isNumber == true }) < 2, !takeEnd(isBareTaken: false) {
      _ = takeEnd(isBareTaken: true)
    }
    setLabels()
  }

  /// The labels of a line's marks, and whether they stand at its beginning.
  static func marks(in text: Scalars) -> [(label: String, isFirst: Bool)] {
    var found: [(String, Bool)] = []
    var index = 0
    while let start = text[index...].firstIndex(of: Marker.note),
      let end = text[start...].firstIndex(of: Marker.end)
    {
      for part in text[(start + 1)..<end].split(separator: ",") {
        found.append((PrintedNoteLabel.ascii(Array(part)), start == 0))
      }
      index = end + 1
    }
    return found
  }

  // MARK: At the foot

  private mutating func takeFeet(_ sheets: [PDFPage]) {
    var expected = 1
    for page in pages.indices {
      var rest: [PrintedLine] = []
      var isFirstZone = true
      for group in Self.groups(pages[page]) {
        guard let cut = start(of: group, sheet: sheets[page], expected: expected) else {
          rest += group
          continue
        }
        rest += group[..<cut]
        read(Array(group[cut...]), page: page, expected: &expected, mayRestart: isFirstZone)
        isFirstZone = false
      }
      pages[page] = rest
    }
  }

  /// Lines that stand under one another in one column.
  private static func groups(_ page: [PrintedLine]) -> [[PrintedLine]] {
    var groups: [[PrintedLine]] = []
    for line in page {
      if let last = groups.last?.last, last.column == line.column {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  private func start(of group: [PrintedLine], sheet: PDFPage, expected: Int) -> Int? {
    let column = (
      x0: group.map(\.x0).min() ?? 0, x1: group.map(\.x1).max() ?? 0
    )
    var best: Int?
    for rule in sheet.rules
    where rule.height <= 3 && rule.width >= 20 && rule.width <= 0.98 * sheet.width
      && rule.y0 > 0.12 * sheet.height && rule.x1 > column.x0 && rule.x0 < column.x1
    {
      guard !isOfTable(rule, sheet),
        let first = group.firstIndex(where: { $0.y - 0.3 * $0.size > rule.y0 }),
        group[first...].allSatisfy({ $0.y - 0.3 * $0.size > rule.y0 })
      else { continue }
      let zone = group[first...]
      let isSmall = zone.map(\.size).median < measures.body - 0.3
      let head = head(group[first], isSmall: true)
      let isLabelled =
        head.map { isPlausible($0, page: group[first].page, expected: expected, isSmall: isSmall) }
        ?? false
      if isLabelled || (isSmall && !notes.isEmpty) { best = min(best ?? first, first) }
    }
    return best ?? startBySize(group, expected: expected)
  }

  /// Whether a rule is part of a ruled table.
  private func isOfTable(_ rule: PDFBox, _ sheet: PDFPage) -> Bool {
    sheet.rules.contains {
      $0.height > 5 && abs($0.y0 - rule.y0) < 300 && rule.x0 - 2 <= $0.x0 && $0.x0 <= rule.x1 + 2
        && $0.y1 > rule.y0 - 2 && $0.y0 < rule.y0 + 2
    }
  }

  private func startBySize(_ group: [PrintedLine], expected: Int) -> Int? {
    var first = group.count
    while first > 0, group[first - 1].size < measures.body - 0.4 { first -= 1 }
    for index in first..<group.count {
      let line = group[index]
      if let head = head(line, isSmall: true),
        isPlausible(head, page: line.page, expected: expected, isSmall: true)
      {
        return index
      }
      let isApart =
        index == 0 || line.y - group[index - 1].y > 1.2 * measures.leading(line.size)
      if !notes.isEmpty, isApart, index > 0,
        group[index...].allSatisfy({ $0.size <= line.size + 0.3 }),
        group[index...].contains(where: { other in
          head(other, isSmall: true).map {
            isPlausible($0, page: other.page, expected: expected, isSmall: true)
          } ?? false
        })
      {
        return index
      }
    }
    return nil
  }

  private func head(_ line: PrintedLine, isSmall: Bool) -> NoteHead? {
    NoteHead(line, reader: reader, isBareTaken: isSmall)
  }

  /// Whether a label can begin a page's notes: it follows the notes before, or begins anew, and a mark
  /// in the text bears it.
  private func isPlausible(
    _ head: NoteHead, page: Int, expected: Int, isSmall: Bool
  ) -> Bool {
    // LibreOffice may put a note's beginning on the page behind its mark.
    let isMarked =
      marks[page].contains(head.label) || (page > 0 && marks[page - 1].contains(head.label))
    guard let number = head.number else { return head.style == .raised && (isMarked || isSmall) }
    let follows = number == expected || (number > expected && number <= expected + 2 && isMarked)
    let restarts = number == 1 && expected > 1 && marks[page].contains(head.label)
    guard follows || restarts else { return false }
    return isMarked || (isSmall && head.style != .bare)
  }

  private mutating func read(
    _ zone: [PrintedLine], page: Int, expected: inout Int, mayRestart: Bool
  ) {
    var isFirst = true
    var owner = page
    for line in zone {
      if let head = head(line, isSmall: true) {
        var isTaken = false
        if let number = head.number {
          if number == expected
            || (number > expected && number <= expected + 2
              && (head.style == .raised
                || head.style != .bare && marks[page].contains(head.label)))
          {
            isTaken = true
          } else if number == 1, expected > 1, isFirst, mayRestart || marks[page].contains("1") {
            hasRestarted = true
            isTaken = true
          } else if number == 1, expected > 1, head.style == .raised,
            marks.indices.contains(page + 1),
            marks[page + 1].contains("1"), !marks[page].contains("1")
          {
            // A typesetter may set the first note of the next page's lines here.
            hasRestarted = true
            isTaken = true
            owner = page + 1
          }
          if isTaken { expected = number + 1 }
        } else {
          isTaken = head.style == .raised
        }
        if isTaken {
          notes.append(
            Note(
              label: head.label, printed: head.label, page: owner, lines: [(line, head.rest)],
              style: head.style, isFoot: true))
          isFirst = false
          continue
        }
      }
      if notes.isEmpty {
        notes.append(
          Note(
            label: "", printed: "", page: page, lines: [(line, line.text)], style: .bare,
            isFoot: true))
      } else {
        notes[notes.count - 1].lines.append((line, line.text))
      }
    }
  }

  // MARK: At the end

  /// - Parameter isBareTaken: whether a number alone is a label; then more of them must be marked.
  /// - Returns: whether notes were found.
  private mutating func takeEnd(isBareTaken: Bool) -> Bool {
    let flat = pages.joined().map { $0 }
    let heads = flat.map { NoteHead($0, reader: reader, isBareTaken: isBareTaken) }
    let (least, share) = isBareTaken ? (3.0, 0.8) : (2.0, 0.6)
    let allMarks = Set(marks.joined().filter { Int($0) != nil })
    var best: (matched: Int, start: Int, end: Int, labelled: [Int])?
    for start in flat.indices where heads[start]?.number == 1 {
      let chain = chain(flat, heads, from: start)
      guard chain.labelled.count >= 2 else { continue }
      let labels = Set((1...chain.labelled.count).map(String.init))
      let outside = flat[..<start] + flat[chain.end...]
      var found = Set(outside.flatMap { Self.marks(in: $0.text).map(\.label) })
      if heads[start]?.style == .enclosed {
        found.formUnion(outside.flatMap { EnclosedMarks.labels(in: $0.text) })
      }
      var matched = found.intersection(labels).count
      if start > 0, Self.isNotesHeading(flat[start - 1]) { matched += labels.count }
      guard Double(matched) >= max(least, share * Double(max(labels.count, allMarks.count))),
        best.map({ matched > $0.matched }) ?? true
      else { continue }
      best = (matched, start, chain.end, chain.labelled)
    }
    guard let best else { return false }
    for index in best.start..<best.end {
      if best.labelled.contains(index), let head = heads[index] {
        notes.append(
          Note(
            label: head.label, printed: head.label, page: flat[index].page,
            lines: [(flat[index], head.rest)], style: head.style, isFoot: false))
      } else {
        notes[notes.count - 1].lines.append((flat[index], flat[index].text))
      }
    }
    var taken = Set(flat[best.start..<best.end].map(\.number))
    if best.start > 0, Self.isNotesHeading(flat[best.start - 1]) {
      taken.insert(flat[best.start - 1].number)
      headings.append(flat[best.start - 1])
    }
    pages = pages.map { $0.filter { !taken.contains($0.number) } }
    if notes.first?.style == .enclosed { markEnclosed() }
    return true
  }

  /// The lines of a run of notes from the first on.
  private func chain(
    _ flat: [PrintedLine], _ heads: [NoteHead?], from start: Int
  ) -> (end: Int, labelled: [Int]) {
    var labelled = [start]
    var index = start + 1
    let (size, isBold) = (flat[start].size, flat[start].isBold)
    while index < flat.count {
      let line = flat[index]
      if heads[index]?.number == labelled.count + 1, abs(line.size - size) < 1.3 {
        labelled.append(index)
      } else {
        let isOther =
          line.size > size + 0.9 || (line.isBold && !isBold && line.text.count < 80)
          || (heads[index]?.number == 1)
        let previous = flat[index - 1]
        let isFar =
          line.page == previous.page && line.column == previous.column
          && line.y - previous.y > 2.2 * measures.leading(size)
        if isOther || isFar { break }
      }
      index += 1
    }
    return (index, labelled)
  }

  private static let words: Set<String> = [
    "הערות", "הערות שוליים", "הערות סוף", "הערות ומקורות", "الهوامش", "هوامش", "الحواشي",
    "الهوامش والمراجع", "notes", "endnotes",
    "footnotes",
  ]

  static func isNotesHeading(_ line: PrintedLine) -> Bool {
    words.contains(FrontMatterWords.key(Marker.removed(from: line.text)))
  }

  /// Marks that stand in the text as `(3)`, in the order of the notes.
  private mutating func markEnclosed() {
    var next = 1
    let lines = pages.joined().map { $0 }
    let texts = lines.map { line in
      EnclosedMarks.marked(line.text, next: &next, last: notes.count)
    }
    guard Double(next - 1) >= 0.6 * Double(notes.count) else { return }
    for (line, text) in zip(lines, texts) { line.text = text }
  }

  // MARK: Labels

  /// Where notes begin anew on each page their numbers run on through the article.
  private mutating func setLabels() {
    guard hasRestarted || Set(notes.map(\.label)).count < notes.count else { return }
    var running = 0
    for index in notes.indices {
      running += 1
      notes[index].label = String(running)
    }
  }

  /// The label of a mark on a page; `nil` where no note bears it.
  func label(_ printed: String, page: Int) -> String? {
    let own = notes.filter { $0.printed == printed }
    if own.count == 1, !hasRestarted || own[0].page == page { return own[0].label }
    return own.first { $0.page == page }?.label ?? own.first { $0.page == page + 1 }?.label
      ?? (hasRestarted ? nil : own.first?.label)
  }
}

/// Note marks that stand in the line as `(3)` or `[3]`.
enum EnclosedMarks {
  static func labels(in text: Scalars) -> [String] { found(text).map(\.label) }

  private static func found(_ text: Scalars) -> [(range: Range<Int>, label: String)] {
    var result: [(Range<Int>, String)] = []
    for index in text.indices where text[index] == "(" || text[index] == "[" {
      var end = index + 1
      while end < text.count, text[end].isDigit { end += 1 }
      guard (1...3).contains(end - index - 1), end < text.count,
        text[end] == ")" || text[end] == "]"
      else { continue }
      result.append((index..<(end + 1), PrintedNoteLabel.ascii(Array(text[(index + 1)..<end]))))
    }
    return result
  }

  /// The text with marks for the labels that come next.
  static func marked(_ text: Scalars, next: inout Int, last: Int) -> Scalars {
    var result: Scalars = []
    var index = 0
    for (range, label) in found(text) where next <= last && Int(label) == next {
      result += text[index..<range.lowerBound]
      while result.last?.isSpacing == true { result.removeLast() }
      result += [Marker.note] + Array(label.unicodeScalars) + [Marker.end]
      index = range.upperBound
      next += 1
    }
    return result + text[index...]
  }
}
