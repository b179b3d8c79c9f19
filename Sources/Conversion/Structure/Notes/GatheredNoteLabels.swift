/// Puts the numbers of notes that stand behind the notes back at their heads.
///
/// Chromium paints the numbers of notes at the end outside their column, so they are a box of their
/// own to an extractor that orders boxes (pdfminer): the number follows the box of lines that it
/// stands beside, two or three of them together, or all of them follow all notes. How many notes
/// begin above each such box is thus known; which lines begin them is told by the line before, which
/// ends a sentence and is seldom full.
struct GatheredNoteLabels {
  /// The lines, each note's first with its number.
  private(set) var lines: [TextLine]

  private struct Label {
    var line: Int
    var number: Int
  }

  /// A note has at most so many lines.
  private static let longestNote = 12
  /// So many numbers in a row may be lost.
  private static let longestGap = 3

  init(lines: [TextLine]) {
    self.lines = lines
    let labels = Self.chain(in: lines)
    guard let last = labels.last, labels.count >= 3, labels.count * 5 >= last.number * 4,
      zip(labels, labels.dropFirst()).contains(where: { $0.line + 1 == $1.line }),
      let start = start(of: labels), let heads = heads(of: labels, from: start),
      // Notes that have their numbers need none: those that stand alone are a list's.
      !heads.contains(where: { isNumbered(lines[$0].raw, line: $0) })
    else { return }
    for (label, head) in zip(labels, heads) {
      var line = self.lines[head]
      line = line.replacing(raw: Array("\(label.number). ".unicodeScalars) + line.raw.trimmed)
      line.absorbed += self.lines[label.line].sourceNumbers
      self.lines[head] = line
      self.lines[label.line] = self.lines[label.line].replacing(raw: [])
    }
    self.lines = TextLine.withoutEmpty(self.lines)
  }

  /// The last numbers with a full stop that stand alone on their lines and rise from 1.
  private static func chain(in lines: [TextLine]) -> [Label] {
    var labels: [Label] = []
    for index in lines.indices.reversed() {
      guard let number = number(of: lines[index].raw) else { continue }
      if let next = labels.last?.number,
        !(max(1, next - 1 - longestGap)..<max(2, next)).contains(number) || number >= next
      {
        continue
      }
      labels.append(Label(line: index, number: number))
      if number == 1 { return labels.reversed() }
    }
    return []
  }

  private static func number(of raw: Scalars) -> Int? {
    let text = raw.filter { !$0.isSpacing }
    guard (2...4).contains(text.count), text.first == "." || text.last == "." else { return nil }
    let digits = text.filter(\.isDigit)
    guard digits.count == text.count - 1 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    return number > 0 ? number : nil
  }

  private func isNumbered(_ text: Scalars, line: Int) -> Bool {
    NoteLabel.candidates(in: text, line: line).first.map {
      $0.range.lowerBound == 0 && $0.weight >= 0.9
    } ?? false
  }

  /// Where the notes begin: below their heading, or below the line with the last of their marks where
  /// most of the paper stands above.
  private func start(of labels: [Label]) -> Int? {
    let above = 0..<labels[0].line
    if let heading = above.last(where: { NoteParts.isNotesHeading(lines[$0].raw) }) {
      return heading + 1
    }
    guard labels[labels.count - 1].line * 2 > lines.count else { return nil }
    let marks = MarkPlaces(lines: Array(lines[above]))
    return labels.reduce(0 as Int?) { place, label in
      place.map { marks.first(label.number, from: $0) ?? $0 }
    }.flatMap { $0 > 0 ? $0 + 1 : nil }
  }

  /// The line that begins each note, above its number or right below it, and below the note before;
  /// `nil` where the numbers do not stand behind their notes.
  private func heads(of labels: [Label], from start: Int) -> [Int]? {
    let end = min(lines.count, labels[labels.count - 1].line + 2)
    guard start < labels[0].line, end - start <= (labels.count + 1) * Self.longestNote else {
      return nil
    }
    let weights = weights(of: start..<end)
    // By line: the best weight of the notes so far, the last of which begins there.
    var best = [Double](repeating: -.infinity, count: weights.count)
    var previous = [[Int]]()
    for (position, label) in labels.enumerated() {
      var next = [Double](repeating: -.infinity, count: weights.count)
      var from = [Int](repeating: -1, count: weights.count)
      var (highest, place) = (position == 0 ? 0 : -Double.infinity, -1)
      let box = boxStart(of: position, in: labels)
      for line in 0..<min(weights.count, label.line - start + 2) {
        let isBelow = line + start > label.line
        if let weight = weights[line], highest > -.infinity,
          !isBelow || !lines[line + start].startsPage
        {
          // A number may have been moved away from its box, but seldom.
          next[line] = highest + weight - (line + start < box || isBelow ? 0.4 : 0)
          from[line] = place
        }
        if position > 0, best[line] > highest { (highest, place) = (best[line], line) }
      }
      best = next
      previous.append(from)
    }
    guard var place = best.indices.max(by: { best[$0] < best[$1] }), best[place] > -.infinity
    else { return nil }
    var heads: [Int] = []
    for from in previous.reversed() {
      heads.append(place + start)
      place = from[place]
    }
    return heads.reversed()
  }

  /// The line below the numbers that stand above a number's box.
  private func boxStart(of position: Int, in labels: [Label]) -> Int {
    var first = position
    while first > 0, labels[first - 1].line + 1 == labels[first].line { first -= 1 }
    return first > 0 ? labels[first - 1].line + 1 : 0
  }

  /// What speaks for each line beginning a note; `nil` for those that cannot.
  private func weights(of range: Range<Int>) -> [Double?] {
    let fullWidths = Dictionary(grouping: lines[range], by: \.isRightToLeft).mapValues { lines in
      lines.map(\.width).sorted()[lines.count * 9 / 10]
    }
    var above: TextLine?
    return range.map { index in
      let line = lines[index]
      let text = line.raw.trimmed
      guard Self.number(of: text) == nil else { return nil }
      defer { above = line }
      guard text.first != "*" else { return nil }
      guard let above else { return 2 }
      let full = Double(max(1, fullWidths[above.isRightToLeft] ?? 1))
      let ends = Ending.endsSentence(above.raw.trimmed)
      let isSmall = text.first?.properties.isLowercase ?? false
      return (ends ? 1 : 0) - (isSmall ? 1 : 0) + 0.5 * (1 - min(1, Double(above.width) / full))
    }
  }
}
