/// Puts the labels that a page gathers at its end back at the heads of the page's list items.
///
/// Typesetters that hang a list's labels outside its column (WeasyPrint) paint them after the text
/// of the page, one behind another: `1.`, `2.`, and the bullets of the next list. How many labels a
/// list has is thus known; where its items begin, the line that introduces it tells, and which of the
/// lines that end a sentence end an item as well, how full they are.
struct GatheredLabels {
  /// The lines, each item's first with its label.
  private(set) var lines: [TextLine]

  private struct Group {
    /// The numbers; `nil` for a bullet.
    var numbers: [Int?]
    /// The lines of the labels.
    var sources: [Int]
  }

  /// A list of one page is not longer.
  private static let mostItems = 40
  private static let longestPage = 200

  /// How many letters fill a line of right-to-left script, and one of Latin.
  private let fullWidths: [Bool: Int]
  /// The label of the list that fills the page before to its end: its last number, 0 for a bullet.
  private var openLabel: Int?

  init(lines: [TextLine]) {
    self.lines = lines
    fullWidths = Dictionary(grouping: lines, by: \.isRightToLeft).mapValues { lines in
      lines.map(\.width).sorted()[lines.count * 9 / 10]
    }
    let starts = [0] + lines.indices.filter { $0 > 0 && lines[$0].startsPage } + [lines.count]
    for (start, end) in zip(starts, starts.dropFirst()) where end - start <= Self.longestPage {
      restore(start..<end)
    }
    self.lines = TextLine.withoutEmpty(self.lines)
  }

  // MARK: - Labels

  private mutating func restore(_ page: Range<Int>) {
    // Where bullets stand in the text as well, they were not gathered.
    guard let block = block(in: page),
      !(page.lowerBound..<block.lowerBound).contains(where: { label(at: $0) == 0 })
    else {
      openLabel = nil
      return
    }
    var from = page.lowerBound
    let before = openLabel
    openLabel = nil
    for group in groups(block) {
      guard group.numbers.count <= Self.mostItems,
        let items = items(of: group, in: from..<block.lowerBound, page: page, after: before)
      else {
        // A bullet is a sign and no text.
        for source in group.sources where group.numbers[0] == nil {
          lines[source] = lines[source].replacing(raw: [])
        }
        continue
      }
      place(group, items)
      from = items.end
      openLabel = items.end == block.lowerBound ? group.numbers.last.map { $0 ?? 0 } : nil
    }
  }

  /// The lines at a page's end that are nothing but labels; a note's mark may stand behind them.
  private func block(in page: Range<Int>) -> Range<Int>? {
    var end = page.upperBound
    while end > page.lowerBound, page.upperBound - end < 3, label(at: end - 1) == nil,
      !lines[end - 1].raw.contains(where: \.isLetter)
    {
      end -= 1
    }
    var start = end
    while start > page.lowerBound, label(at: start - 1) != nil { start -= 1 }
    return start < end && start > page.lowerBound ? start..<end : nil
  }

  /// The number of a label that stands alone on a line, 0 for a bullet.
  private func label(at index: Int) -> Int? {
    let text = lines[index].raw.filter { !$0.isSpacing }
    if text == ["•"] { return 0 }
    guard text.count > 1, text.first == "." || text.last == "." else { return nil }
    let digits = text.filter { $0 != "." }
    guard digits.count == text.count - 1, (1...2).contains(digits.count),
      digits.allSatisfy(\.isDigit)
    else { return nil }
    return digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
  }

  /// The labels by list: numbers that rise by one, bullets that follow one another.
  private func groups(_ block: Range<Int>) -> [Group] {
    var groups: [Group] = []
    for index in block {
      guard let value = label(at: index) else { continue }
      let number = value > 0 ? value : nil
      if let last = groups.last?.numbers.last, last.map({ $0 + 1 }) == number {
        groups[groups.count - 1].numbers.append(number)
        groups[groups.count - 1].sources.append(index)
      } else {
        groups.append(Group(numbers: [number], sources: [index]))
      }
    }
    return groups
  }

  // MARK: - Items

  /// Where the items of a list begin, and the line behind the last of them.
  private struct Items {
    var heads: [Int]
    var end: Int
    var weight: Double
    /// Whether no line announces them.
    var isDoubtful = false
  }

  private func items(of group: Group, in range: Range<Int>, page: Range<Int>, after before: Int?)
    -> Items?
  {
    var best: Items?
    var unannounced: Items?
    for start in range {
      let isContinued =
        start == page.lowerBound
        && (group.numbers[0].map { $0 > 1 } ?? false || before == 0 && group.numbers[0] == nil)
      let isIntroduced =
        start > 0
        && lines[start - 1].raw.last { !$0.isSpacing && !$0.isDash } == ":"
      let isParagraph = start > 0 && ends(start - 1) && isShort(start - 1)
      guard isIntroduced || isContinued || isParagraph,
        var found = items(group.numbers.count, from: start, to: range.upperBound)
      else { continue }
      if !isIntroduced, !isContinued {
        if found.weight > unannounced?.weight ?? 0 { unannounced = found }
        continue
      }
      // A colon in mid-paragraph stands at the end of a full line.
      if isIntroduced, isShort(start - 1) { found.weight += 2 }
      if found.weight > best?.weight ?? 0 { best = found }
    }
    if best == nil, var found = unannounced, found.weight > 2.5 * Double(group.numbers.count) {
      found.isDoubtful = true
      return found
    }
    return best
  }

  /// The best way to part lines into items: short lines that end a sentence end an item.
  private func items(_ count: Int, from start: Int, to pageEnd: Int) -> Items? {
    let limit = min(pageEnd, start + count * 12)
    let isPageEnd = limit == pageEnd
    // By line and number of items: the best weight of so many items that end with the line.
    var best = [[(weight: Double, previous: Int)?]](
      repeating: [(weight: Double, previous: Int)?](repeating: nil, count: limit - start + 1),
      count: count + 1)
    best[0][0] = (0, 0)
    for item in 1...count {
      for end in (start + 1)..<max(limit + 1, start + 1) {
        // The last item may go on over the page.
        let isOpen = item == count && end == limit && isPageEnd
        guard let weight = endWeight(end - 1) ?? (isOpen ? 1 : nil) else { continue }
        var inside = 0.0
        for begin in stride(from: end - 1, through: start, by: -1) {
          if begin < end - 1 { inside += insideWeight(begin) }
          guard end - begin <= 12, inside > -6 else { break }
          guard let before = best[item - 1][begin - start] else { continue }
          let total = before.weight + weight + inside
          if total > best[item][end - start]?.weight ?? -.infinity {
            best[item][end - start] = (total, begin)
          }
        }
      }
    }
    guard
      let end = (start + 1..<max(limit + 1, start + 1)).max(by: {
        (best[count][$0 - start]?.weight ?? -.infinity, -$0)
          < (best[count][$1 - start]?.weight ?? -.infinity, -$1)
      }), let last = best[count][end - start]
    else { return nil }
    var heads: [Int] = []
    var place = end
    for item in stride(from: count, through: 1, by: -1) {
      guard let state = best[item][place - start] else { return nil }
      heads.append(state.previous)
      place = state.previous
    }
    return Items(heads: heads.reversed(), end: end, weight: last.weight)
  }

  /// What speaks for an item ending with a line; `nil` if none can.
  private func endWeight(_ index: Int) -> Double? {
    if ends(index) { return isShort(index) ? 3 : 1 }
    return isShort(index) ? 0.5 : nil
  }

  /// What speaks against an item going on behind a line.
  private func insideWeight(_ index: Int) -> Double {
    if ends(index) { return isShort(index) ? -3 : -2.5 }
    return isShort(index) ? -1.5 : 0
  }

  private func isShort(_ index: Int) -> Bool {
    Double(lines[index].width) < 0.85 * Double(fullWidths[lines[index].isRightToLeft] ?? 0)
  }

  private func ends(_ index: Int) -> Bool { Ending.endsSentence(lines[index].raw.trimmed) }

  private mutating func place(_ group: Group, _ items: Items) {
    for (position, head) in items.heads.enumerated() {
      let mark = group.numbers[position].map { Array("\($0). ".unicodeScalars) } ?? ["•", " "]
      let source = group.sources[position]
      var line = lines[head].replacing(raw: mark + lines[head].raw.trimmed)
      line.beginsItem = true
      if items.isDoubtful { line.doubt = .itemOrParagraph }
      line.absorbed += lines[source].sourceNumbers
      lines[head] = line
      lines[source] = lines[source].replacing(raw: [])
      let next = position + 1 < items.heads.count ? items.heads[position + 1] : items.end
      for index in (head + 1)..<max(next, head + 1) { lines[index].continuesItem = true }
    }
  }
}
