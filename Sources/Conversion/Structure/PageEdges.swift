/// Finds the running head and the number of each page that a source parts, at the page's head or
/// foot.
///
/// Page numbers rise by one from page to page, which other numbers at the edges of pages do not; a
/// line that holds its page's number at its beginning or end is the running head or a part of it. A
/// head that stands on a line of its own repeats on other pages, or names the paper.
struct PageEdges {
  /// A line that is not of the text.
  struct Found {
    var line: TextLine
    var isNumber: Bool
  }

  /// The number of each page, where it is known from the page itself.
  private(set) var numbers: [Int?]
  /// The lines of each page that are heads or numbers, by their index in the page.
  private(set) var found: [[Int: Found]]

  private let pages: [[TextLine]]
  /// In how many pages a text stands at an edge.
  private var repeats: [String: Int] = [:]
  /// The words of the paper's first lines.
  private var frontWords: Set<String> = []
  /// The number that the first page has or would have.
  private let base: Int?

  init(pages: [[TextLine]]) {
    self.pages = pages
    numbers = pages.map { _ in nil }
    found = pages.map { _ in [:] }
    base = Self.base(pages)
    for page in pages {
      for key in Set(Self.edgeIndices(page).map { Self.key(page[$0].raw) }) where !key.isEmpty {
        repeats[key, default: 0] += 1
      }
    }
    for line in (pages.first ?? []).prefix(12) {
      frontWords.formUnion(Self.words(line.raw))
    }
    for index in pages.indices { read(index) }
  }

  // MARK: - One page

  private mutating func read(_ index: Int) {
    let page = pages[index]
    let expected = base.map { $0 + index }
    for fromTop in [true, false] {
      var place = fromTop ? 0 : page.count - 1
      for _ in 0..<3 {
        guard page.indices.contains(place), found[index].count < page.count - 1 else { break }
        guard let kind = kind(page[place], expected: expected, isFirstPage: index == 0) else {
          break
        }
        if let number = kind.number { numbers[index] = numbers[index] ?? number }
        found[index][place] = Found(line: page[place], isNumber: kind.isNumber)
        place += fromTop ? 1 : -1
      }
    }
  }

  /// Whether a line at an edge is a head or a number, and the number that it holds.
  private func kind(
    _ line: TextLine, expected: Int?, isFirstPage: Bool
  ) -> (isNumber: Bool, number: Int?)? {
    guard line.width < 150 else { return nil }
    let key = Self.key(line.raw)
    let edges = Self.numbers(line.raw)
    if let expected, edges.contains(expected) {
      if key.isEmpty { return line.width <= 9 ? (true, expected) : nil }
      if isHead(key, line) || !Ending.endsSentence(line.raw.trimmed) { return (false, expected) }
      return nil
    }
    if key.isEmpty {
      // Without a sequence a number alone may be a page's, but not a note's mark.
      guard base == nil, line.width <= 9, let number = edges.first, number > 0 else { return nil }
      return (true, number)
    }
    // Notes that differ in their numbers alone (`3. Ibid., p. 9.`) repeat as heads do.
    guard !ListLabel.begins(line.raw.trimmed) else { return nil }
    guard repeats[key, default: 0] > 1 || (!isFirstPage && hasTitleWords(line)) else { return nil }
    return (false, expected == nil ? RunningHeads.number(in: line.raw) : nil)
  }

  private func isHead(_ key: String, _ line: TextLine) -> Bool {
    repeats[key, default: 0] > 1 || hasTitleWords(line)
  }

  /// Whether a line has nothing but words of the paper's first lines: it names title or author.
  private func hasTitleWords(_ line: TextLine) -> Bool {
    let words = Self.words(line.raw)
    return words.count > 2 && words.allSatisfy(frontWords.contains)
  }

  // MARK: - The sequence

  /// The number of the first page for which most pages hold theirs at an edge.
  private static func base(_ pages: [[TextLine]]) -> Int? {
    var votes: [Int: Double] = [:]
    for (index, page) in pages.enumerated() {
      var best: [Int: Double] = [:]
      for place in edgeIndices(page) {
        let isOutermost = place < 2 || place > page.count - 3
        for number in numbers(page[place].raw) where number - index > 0 {
          let alone = key(page[place].raw).isEmpty
          let weight = (isOutermost ? 1.0 : 0.5) + (alone ? 0.25 : 0)
          best[number - index] = max(best[number - index] ?? 0, weight)
        }
      }
      votes.merge(best, uniquingKeysWith: +)
    }
    let needed = max(1.9, Double(pages.count) * 0.5)
    return votes.filter { $0.value >= needed }
      .max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  // MARK: - Lines

  private static func edgeIndices(_ page: [TextLine]) -> [Int] {
    page.count > 6
      ? [0, 1, 2, page.count - 3, page.count - 2, page.count - 1] : Array(page.indices)
  }

  /// The letters of a line, without its digits: the same on every page that repeats it.
  static func key(_ text: Scalars) -> String {
    text.filter { $0.isLetterOrDigit && !$0.isDigit }.string
  }

  private static func words(_ text: Scalars) -> [String] {
    text.words.map { key($0) }.filter { !$0.isEmpty }
  }

  /// The whole numbers with which a line begins and ends; a letter may be glued to them.
  private static func numbers(_ text: Scalars) -> [Int] {
    let text = text.trimmed
    var found: [Int] = []
    let head = text.prefix(while: \.isDigit)
    let tail = text.reversed().prefix(while: \.isDigit)
    if (1...4).contains(head.count) {
      let after = head.count < text.count ? text[head.count] : nil
      if after.map({ $0.isLetter || $0.isSpacing }) ?? true { found.append(value(head)) }
    }
    if (1...4).contains(tail.count), tail.count < text.count {
      let before = text[text.count - tail.count - 1]
      if before.isLetter || before.isSpacing { found.append(value(tail.reversed())) }
    }
    return found
  }

  private static func value(_ digits: some Sequence<Unicode.Scalar>) -> Int {
    digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
  }
}
