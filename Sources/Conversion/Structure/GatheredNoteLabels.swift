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
      let start = start(of: labels), let heads = heads(of: labels, from: start)
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

  /// Where the notes begin: below their heading, or below the line with the last of their marks.
  private func start(of labels: [Label]) -> Int? {
    let above = 0..<labels[0].line
    if let heading = above.last(where: { FootNotes.isNotesHeading(lines[$0].raw) }) {
      return heading + 1
    }
    let marks = MarkPlaces(lines: Array(lines[above]))
    return labels.reduce(0 as Int?) { place, label in
      place.map { marks.first(label.number, from: $0) ?? $0 }
    }.flatMap { $0 > 0 ? $0 + 1 : nil }
  }

  /// The line that begins each note; `nil` where the numbers do not stand behind their notes.
  private func heads(of labels: [Label], from start: Int) -> [Int]? {
    var heads: [Int] = []
    var begin = start
    var index = 0
    while index < labels.count {
      var end = index + 1
      while end < labels.count, labels[end].line == labels[end - 1].line + 1 { end += 1 }
      let found = begins(begin..<max(begin, labels[index].line), isFirst: begin == start)
      let count = end - index
      guard found.count >= count, labels[index].line - begin <= (count + 1) * Self.longestNote
      else { return nil }
      heads += found.sorted { ($0.weight, $1.line) > ($1.weight, $0.line) }.prefix(count)
        .map(\.line).sorted()
      begin = labels[end - 1].line + 1
      index = end
    }
    return heads
  }

  /// The lines that can begin a note, and what speaks for it.
  private func begins(_ range: Range<Int>, isFirst: Bool) -> [(line: Int, weight: Double)] {
    range.compactMap { index in
      guard lines[index].raw.trimmed.first != "*" else { return nil }
      var above = index - 1
      while above >= 0, Self.number(of: lines[above].raw) != nil { above -= 1 }
      if isFirst && index == range.lowerBound || above < 0 { return (index, 2) }
      let line = lines[above]
      let fill = Double(line.width) / Double(max(1, lines[index].width))
      return (index, (Ending.endsSentence(line.raw.trimmed) ? 1 : 0) + 0.5 * (1 - min(1, fill)))
    }
  }
}
