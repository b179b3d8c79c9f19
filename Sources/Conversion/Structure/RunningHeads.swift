import Manuscript

/// Running heads and page numbers: lines that repeat from page to page or that hold a page number,
/// at a page's head or foot, or alone between empty lines.
struct RunningHeads {
  struct NumberedPage {
    var lines: [TextLine]
    var number: Int?
  }

  var pages: [NumberedPage] = []
  private(set) var removals: [Removal] = []
  private(set) var title: String?
  private(set) var author: String?

  init(pages source: [[TextLine]]) {
    if source.count > 1 {
      byPage(source)
    } else {
      alone(source.first ?? [])
    }
  }

  // MARK: - Pages that the source parts

  /// On pages that are known, the first and the last lines are compared with one another.
  private mutating func byPage(_ source: [[TextLine]]) {
    let nonEmpty = source.map { $0.filter { !$0.raw.trimmed.isEmpty } }.filter { !$0.isEmpty }
    let edges = PageEdges(pages: nonEmpty)
    for (index, page) in nonEmpty.enumerated() {
      var lines: [TextLine] = []
      for (place, line) in page.enumerated() {
        if let found = edges.found[index][place] {
          note(line, found.isNumber ? .pageNumber : .runningHead)
        } else {
          lines.append(line)
        }
      }
      pages.append(NumberedPage(lines: lines, number: edges.numbers[index]))
    }
  }

  /// The letters of a line, without its digits: the same on every page that repeats it.
  private static func key(_ text: Scalars) -> String {
    text.filter { $0.isLetterOrDigit && !$0.isDigit }.string
  }

  static func number(in text: Scalars) -> Int? {
    let words = text.words
    for word in [words.first, words.last].compactMap({ $0 }) {
      let digits = word.filter(\.isDigit)
      guard !digits.isEmpty, digits.count <= 4, word.allSatisfy({ $0.isDigit || !$0.isLetter }),
        let first = word.firstIndex(where: \.isDigit),
        word[first...].prefix(while: \.isDigit).count == digits.count
      else { continue }
      return digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    }
    return nil
  }

  /// What a running head names that is neither the paper's title nor its authors: the journal. It
  /// stands on two pages, or on one beside the page's number while other pages have other heads.
  static func journal(in removals: [Removal], of paper: FrontMatter) -> String? {
    var known = Set<String>()
    for text in [paper.title] + paper.authors.map(\.name) {
      known.formUnion(Array(text.unicodeScalars).words.map(PageEdges.key))
    }
    var counts: [String: Int] = [:]
    for removal in removals where removal.reason == .runningHead {
      let head = Array(removal.text.unicodeScalars).trimmed
      let text = withoutNumber(head)
      let words = text.words
      let strange = words.filter { !known.contains(PageEdges.key($0)) }
      let isNumbered = text.count < head.count
      guard words.count > 1, strange.count * 2 + (isNumbered ? 1 : 0) > words.count else {
        continue
      }
      counts[Array(words.joined(separator: [" "])).string, default: 0] += isNumbered ? 2 : 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
      $0.value > 1 ? $0.key : nil
    }
  }

  /// A head without the number at its beginning or end.
  static func withoutNumber(_ head: Scalars) -> Scalars {
    let text = Array(head.drop { $0.isDigit || $0.isSpacing }.reversed())
      .drop { $0.isDigit || $0.isSpacing }
    return Array(text.reversed())
  }

  // MARK: - One stream of lines

  /// In one stream a page number stands alone between empty lines, or with the running head.
  private mutating func alone(_ source: [TextLine]) {
    var lines: [TextLine] = []
    var number: Int?
    var isFirstPage = true
    func isText(_ line: TextLine) -> Bool { !line.raw.trimmed.isEmpty }
    let numbered = source.filter(isText)
    var repeated: [String: Int] = [:]
    for line in numbered where line.width < 150 && line.blanksBefore > 0 {
      repeated[Self.key(line.raw), default: 0] += 1
    }
    var sinceNote = 9
    for (index, line) in numbered.enumerated() {
      if index == 0, let value = Self.number(in: line.raw), isHeadOf(numbered) {
        note(line, .runningHead)
        number = value
        continue
      }
      sinceNote = NoteZones.trailingLabel(line.raw) == nil ? sinceNote + 1 : 0
      let text = line.raw.trimmed
      let stands =
        line.blanksBefore > 0 && line.blanksAfter > 0
        && NoteZones.trailingLabel(line.raw) == nil
      if stands, text.count <= 6, let found = Self.pageNumber(text) {
        note(line, .pageNumber)
        close(&lines, &number, &isFirstPage, next: found)
      } else if stands, let head = Self.head(line) {
        note(line, .runningHead)
        title = title ?? head.title
        author = author ?? head.author
        close(&lines, &number, &isFirstPage, next: head.number)
      } else if stands, line.width > 12, sinceNote > 4, repeated[Self.key(line.raw), default: 0] > 2
      {
        note(line, .runningHead)
        close(&lines, &number, &isFirstPage, next: Self.number(in: text))
      } else {
        lines.append(line)
      }
    }
    pages.append(NumberedPage(lines: lines, number: number))
  }

  /// Whether the first line says again what the next ones say, title or authors, and is shorter than
  /// they are together.
  private func isHeadOf(_ lines: [TextLine]) -> Bool {
    let words = lines[0].raw.words.map(PageEdges.key).filter { !$0.isEmpty }
    let below = Set(lines.dropFirst().prefix(8).flatMap { $0.raw.words.map(PageEdges.key) })
    return words.count > 2 && lines[0].width < 150 && words.allSatisfy(below.contains)
  }

  /// A page number stands at the head of its page, so it parts what comes before from what follows;
  /// near the paper's start it is the first page's own.
  private mutating func close(
    _ lines: inout [TextLine], _ number: inout Int?, _ isFirstPage: inout Bool, next: Int?
  ) {
    if isFirstPage, lines.count < 8 {
      number = number ?? next
    } else {
      pages.append(NumberedPage(lines: lines, number: number))
      lines = []
      number = next
    }
    isFirstPage = false
  }

  private static func pageNumber(_ text: Scalars) -> Int? {
    guard let first = text.firstIndex(where: \.isDigit) else { return nil }
    let digits = text[first...].prefix(while: \.isDigit)
    // A dash may stand on both sides of the number, never inside.
    guard (1...4).contains(digits.count), text.count - digits.count <= 6,
      (text[..<first] + text[digits.endIndex...]).allSatisfy({ $0.isDash || $0.isSpacing })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
  }

  /// A running head with its page number: number, wide gap, title, a bar, the author.
  private static func head(_ line: TextLine) -> (number: Int?, title: String?, author: String?)? {
    let text = line.raw.trimmed
    guard line.width < 150, !Ending.endsSentence(text), let number = number(in: text) else {
      return nil
    }
    let segments = StretchedLines.segments(of: text).map(\.text)
    // A head has a number, a title and perhaps an author, and is set apart by a bar, by the space
    // before it, or by its shortness; a line of text that begins or ends with a year is none.
    guard (2...4).contains(segments.count),
      text.contains("|") || line.leadingSpaces > 2 || (line.width < 60 && number < 1_900),
      segments.first.flatMap(pageNumber) != nil || segments.last.flatMap(pageNumber) != nil
    else { return nil }
    let rest = segments.filter { pageNumber($0) == nil }
    let joined = Array(rest.joined(separator: [" "]))
    let parts = joined.split(separator: "|").map { Array($0).trimmed }.filter { !$0.isEmpty }
    guard parts.count == 2 else { return (number, nil, nil) }
    let byLength = parts.sorted { $0.count > $1.count }
    return (number, byLength[0].string, byLength[1].string)
  }

  private mutating func note(_ line: TextLine, _ reason: Removal.Reason) {
    removals.append(
      Removal(
        line: line.number, text: line.raw.trimmed.string, reason: reason,
        furtherLines: line.absorbed))
  }
}
