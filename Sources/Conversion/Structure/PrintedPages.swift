/// Finds where the printed pages begin, and takes their heads and numbers out of the text.
///
/// A source with form feeds says it. In others a page's first line keeps the space that ended the
/// page before it.
struct PrintedPages {
  /// The lines that remain, those that begin a page marked.
  private(set) var lines: [TextLine] = []
  private(set) var removals: [Removal] = []
  /// The number of the page that begins with the line at an index, where one is printed.
  private(set) var printedNumbers: [Int: Int] = [:]
  /// The number printed on the first page, or counted back to it.
  private(set) var firstNumber: Int?
  /// Title and author of a running head that names both.
  private(set) var runningTitle: String?
  private(set) var runningAuthor: String?

  /// What the running heads say.
  var runningHeads: [Scalars] {
    removals.filter { $0.reason == .runningHead }.map { Array($0.text.unicodeScalars) }
  }

  init(pages: [[TextLine]]) {
    var heads = RunningHeads(pages: pages)
    removals = heads.removals
    (runningTitle, runningAuthor) = (heads.title, heads.author)
    var number: Int?
    var isFirst = true
    for page in heads.pages {
      var startsPage = !isFirst
      number = page.number
      for line in page.lines {
        var line = line
        if startsPage {
          line.startsPage = true
          startsPage = false
          if let number { printedNumbers[lines.count] = number }
        } else if isFirst, lines.isEmpty, let number {
          firstNumber = number
        }
        lines.append(line)
      }
      isFirst = false
    }
    if pages.count == 1 { markLeadingSpaces() }
    heads.pages = []
  }

  /// Takes the lines that remain when some have been taken away. Pages that were numbered keep their
  /// numbers.
  mutating func replace(_ remaining: [TextLine]) {
    var numbers: [Int: Int] = [:]
    for (index, number) in printedNumbers { numbers[lines[index].number] = number }
    lines = remaining
    printedNumbers = [:]
    for (index, line) in lines.enumerated() {
      if let number = numbers[line.number] { printedNumbers[index] = number }
    }
  }

  /// Marks further lines as beginning a page.
  mutating func mark(_ indices: [Int]) {
    for index in indices { lines[index].startsPage = true }
  }

  /// The number of each page from the first, where one is printed: the others are counted from it.
  var pageNumbers: [Int] {
    var starts = [0]
    for (index, line) in lines.enumerated() where line.startsPage { starts.append(index) }
    var known: (page: Int, number: Int)? = firstNumber.map { (0, $0) }
    if known == nil {
      for (page, start) in starts.enumerated() {
        if let number = printedNumbers[start] {
          known = (page, number)
          break
        }
      }
    }
    guard let known, known.number - known.page > 0 else { return [] }
    return starts.indices.map { known.number - known.page + $0 }
  }

  /// The numbers of the pages that begin inside the paper, by the break's index.
  var numbersByBreak: [Int: Int] {
    var numbers: [Int: Int] = [:]
    for (index, number) in pageNumbers.dropFirst().enumerated() { numbers[index] = number }
    return numbers
  }

  /// Marks the lines whose one leading space is that of a page's first line.
  private mutating func markLeadingSpaces() {
    let candidates = lines.indices.filter { index in
      (1...2).contains(lines[index].leadingSpaces) && !lines[index].startsPage && beginsText(index)
    }
    guard !candidates.isEmpty else { return }
    // Pages have some twenty lines at least; where the space is more common it means another thing.
    guard lines.count >= candidates.count * 15 else { return }
    var last = 0
    for index in candidates {
      guard index - last >= 6 || last == 0 else { continue }
      lines[index].startsPage = true
      last = index
    }
  }

  /// Whether a line with a leading space can be a page's first line, rather than one that a moved
  /// run gave the space to.
  private func beginsText(_ index: Int) -> Bool {
    let text = lines[index].raw.trimmed
    guard lines[index].isRightToLeft, let first = text.first else { return false }
    let isOneSpace = lines[index].leadingSpaces == 1
    if first.isRightToLeftLetter { return isOneSpace }
    if first.isQuotationMark, text.count > 1, text[1].isRightToLeftLetter { return true }
    if first.isDigit {
      // A list's number, printed twice (`66`), or with its full stop, before the item's text.
      let digits = text.prefix(while: \.isDigit)
      if digits.count <= 3, digits.count + 1 < text.count, text[digits.count + 1].isSpacing,
        text[digits.count] == "." || text[digits.count].isPairedBracket
      {
        return true
      }
      return DoubledNumber.value(Array(digits)) != nil
    }
    // A heading whose Latin word jumped to its start, where a page's notes end.
    guard index > 0, isAfterNotes(index) else { return false }
    return first.isPairedBracket || first.isLeftToRightLetter || ListLabel.hasBullet(text)
  }

  /// Whether the lines before belong to notes and those after do not.
  private func isAfterNotes(_ index: Int) -> Bool {
    let before = lines[max(0, index - 6)..<index]
    guard before.contains(where: { NoteZones.trailingLabel($0.raw) != nil }) else { return false }
    let after = lines[(index + 1)..<min(lines.count, index + 5)]
    if ListLabel.hasBullet(lines[index].raw.trimmed) {
      return after.contains { ListLabel.hasBullet($0.raw.trimmed) }
    }
    return after.count >= 3
      && after.allSatisfy {
        $0.isRightToLeft && NoteZones.trailingLabel($0.raw) == nil && !$0.startsPage
          && $0.leadingSpaces == 0
      }
  }
}

/// The number of a list item that was printed twice: `11` for 1, `1010` for 10.
enum DoubledNumber {
  static func value(_ digits: Scalars) -> Int? {
    guard digits.count % 2 == 0, (2...6).contains(digits.count) else { return nil }
    let half = digits.count / 2
    guard digits[..<half].elementsEqual(digits[half...]) else { return nil }
    return digits[..<half].reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
  }
}
