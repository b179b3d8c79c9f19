/// Puts the bullets and numbers of lists back at the heads of their items.
///
/// Extractors leave a list's label alone on a line before or behind its item's first line, gather
/// the labels behind the list, or put them at the line's far end. Which it is, the place of the
/// first label below the line that introduces the list tells for all of them. The entries of a
/// bibliography, which have no labels, begin where an author and a year stand.
struct DisplacedLabels {
  /// The lines, each item's first with its label.
  private(set) var lines: [TextLine]

  private struct Label {
    var line: Int
    /// `nil` for a bullet.
    var number: Int?
    var range: Range<Int>
    var isAlone: Bool
    /// The line behind the label's, where that holds its full stop.
    var stop: Int?
  }

  /// A list of typeset pages is not longer.
  private static let window = 60
  /// An item has no more lines than this.
  private static let longestItem = 8

  /// How many letters fill a line: most lines of a paragraph do.
  private let fullWidth: Int

  init(lines: [TextLine]) {
    self.lines = lines
    let widths = lines.map(\.width).sorted()
    fullWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    var index = 0
    while index < self.lines.count {
      let text = self.lines[index].raw.trimmed
      if FrontMatterWords.isBibliography(text) {
        markEntries(from: index + 1)
        restore(after: index, isBibliography: true)
      } else if text.last == ":" {
        restore(after: index, isBibliography: false)
      }
      index += 1
    }
    self.lines = TextLine.withoutEmpty(self.lines)
  }

  // MARK: - Labels

  private mutating func restore(after introduction: Int, isBibliography: Bool) {
    let labels = labels(after: introduction, isBibliography: isBibliography)
    guard let first = labels.first, labels.count > 1 || first.line == introduction + 1 else {
      if labels.isEmpty, !isBibliography { inferItems(after: introduction) }
      return
    }
    let isGathered =
      labels.count > 1 && first.isAlone && first.line > introduction + 1
      && zip(labels, labels.dropFirst()).allSatisfy { $1.line == $0.line + 1 }
    if isGathered {
      spread(labels, after: introduction)
    } else if !first.isAlone {
      for label in labels where !label.isAlone { moveToHead(label) }
    } else if first.line == introduction + 1 {
      for label in labels where label.isAlone { join(label, to: (label.stop ?? label.line) + 1) }
    } else if first.line == introduction + 2 {
      for label in labels where label.isAlone { join(label, to: label.line - 1) }
    }
  }

  /// The items of a list whose bullets are lost: below a colon, three paragraphs or more that are a
  /// line each and do not fill it, or that begin with the same word.
  private mutating func inferItems(after introduction: Int) {
    func isLine(_ index: Int) -> Bool {
      lines.indices.contains(index) && Ending.endsSentence(lines[index].raw.trimmed)
        && Double(lines[index].width) < 0.92 * Double(fullWidth)
        && !ListLabel.begins(lines[index].raw.trimmed)
    }
    var heads = Array(
      sequence(first: introduction + 1) { $0 + 1 }.prefix { isLine($0) && $0 < introduction + 30 })
    if heads.count < 3 {
      heads = []
      var index = introduction + 1
      let word = lines.indices.contains(index) ? lines[index].raw.words.first : nil
      while lines.indices.contains(index), lines[index].raw.words.first == word,
        !ListLabel.begins(lines[index].raw.trimmed)
      {
        heads.append(index)
        let last = (index..<min(lines.count, index + Self.longestItem)).first {
          Ending.endsSentence(lines[$0].raw.trimmed)
        }
        guard let last else { break }
        index = last + 1
      }
    }
    guard heads.count > 2 else { return }
    for (place, head) in heads.enumerated() {
      begin(
        Label(line: head, number: nil, range: 0..<0, isAlone: false, stop: nil), at: head,
        lines[head].raw.trimmed)
      // One mark shows the list to the editor.
      if place == 0 { lines[head].doubt = .itemOrParagraph }
      var next = head + 1
      while next < lines.count, place + 1 >= heads.count || next < heads[place + 1],
        !Ending.endsSentence(lines[next - 1].raw.trimmed)
      {
        lines[next].continuesItem = true
        next += 1
      }
    }
  }

  /// The labels of one list: bullets, or numbers from 1 without a gap.
  private func labels(after introduction: Int, isBibliography: Bool) -> [Label] {
    var found: [Label] = []
    var last = introduction
    let limit = min(lines.count, introduction + 1 + Self.window)
    for index in (introduction + 1)..<max(limit, introduction + 1) {
      guard index - last <= Self.longestItem || isBibliography else { break }
      guard let label = label(at: index, number: found.count + 1) else { continue }
      if let first = found.first, (first.number == nil) != (label.number == nil) { continue }
      if let first = found.first, first.isAlone != label.isAlone { continue }
      found.append(label)
      last = index
    }
    return found
  }

  private func label(at index: Int, number: Int) -> Label? {
    let raw = lines[index].raw
    if let bullet = raw.firstIndex(of: "•") {
      let isAlone = raw.trimmed.count == 1
      // At the line's head it is in its place.
      if !isAlone, raw[..<bullet].allSatisfy({ $0.isSpacing || $0 == "(" }) { return nil }
      return Label(
        line: index, number: nil, range: bullet..<(bullet + 1), isAlone: isAlone, stop: nil)
    }
    guard !lines[index].marks.contains(number) else { return nil }
    let digits = Array(String(number).unicodeScalars)
    let text = raw.trimmed
    if text == digits, index + 1 < lines.count, lines[index + 1].raw.trimmed == ["."] {
      return Label(
        line: index, number: number, range: 0..<raw.count, isAlone: true, stop: index + 1)
    }
    if text == digits + ["."] || text == ["."] + digits || text == [".", " "] + digits {
      return Label(line: index, number: number, range: 0..<raw.count, isAlone: true, stop: nil)
    }
    // `… הסיכון.1`, `… מטרים.2. `: behind a full stop at the line's end.
    let end = (raw.lastIndex { !$0.isSpacing } ?? -1) + 1
    let stop = end > 0 && raw[end - 1] == "." ? end - 1 : end
    let start = stop - digits.count
    guard start > 2, Array(raw[start..<stop]) == digits else { return nil }
    if raw[start - 1] == ".", !raw[start - 2].isDigit {
      // One full stop is the label's: the sentence's own stays.
      let hasOwn = stop < end
      return Label(
        line: index, number: number, range: (hasOwn ? start : start - 1)..<end, isAlone: false,
        stop: nil)
    }
    if raw[start - 1].isClosingBracket {
      return Label(line: index, number: number, range: start..<stop, isAlone: false, stop: nil)
    }
    return nil
  }

  private func mark(_ label: Label) -> Scalars {
    label.number.map { Array("\($0). ".unicodeScalars) } ?? ["•", " "]
  }

  private mutating func moveToHead(_ label: Label) {
    var raw = lines[label.line].raw
    raw.removeSubrange(label.range)
    begin(label, at: label.line, raw.trimmed)
  }

  /// Joins a label that stands alone to an item's first line.
  private mutating func join(_ label: Label, to target: Int) {
    guard lines.indices.contains(target), !lines[target].raw.trimmed.isEmpty else { return }
    let absorbed =
      lines[label.line].sourceNumbers + (label.stop.map { lines[$0].sourceNumbers } ?? [])
    let startsPage = lines[label.line].startsPage
    lines[label.line] = lines[label.line].replacing(raw: [])
    if let stop = label.stop { lines[stop] = lines[stop].replacing(raw: []) }
    begin(label, at: target, lines[target].raw.trimmed)
    lines[target].absorbed += absorbed
    lines[target].startsPage = lines[target].startsPage || startsPage
    // Up to the end of its sentence the item goes on.
    var last = target
    var next = max(target, label.line) + 1
    while next < lines.count, next - target < Self.longestItem,
      !Ending.endsSentence(lines[last].raw.trimmed), !ListLabel.begins(lines[next].raw.trimmed),
      !lines[next].raw.trimmed.isEmpty
    {
      if self.label(at: next, number: (label.number ?? 0) + 1)?.isAlone == true { break }
      if !lines[next].startsPage { lines[next].continuesItem = true }
      last = next
      next += 1
    }
  }

  private mutating func begin(_ label: Label, at index: Int, _ text: Scalars) {
    var line = lines[index].replacing(raw: mark(label) + text)
    line.beginsItem = true
    lines[index] = line
  }

  /// Gives gathered labels to the items above them, where as many sentences end as there are labels.
  private mutating func spread(_ labels: [Label], after introduction: Int) {
    guard let group = labels.first?.line, let last = labels.last?.line else { return }
    var heads: [Int] = []
    var isHead = true
    for index in (introduction + 1)..<group {
      if isHead { heads.append(index) }
      isHead =
        Ending.endsSentence(lines[index].raw.trimmed)
        || lines[index].raw.trimmed.last.map(\.isDigit) ?? false
    }
    guard heads.count == labels.count else { return }
    for (label, head) in zip(labels, heads) {
      begin(label, at: head, lines[head].raw.trimmed)
      lines[head].absorbed += lines[label.line].sourceNumbers
    }
    for index in (introduction + 1)..<group where !heads.contains(index) {
      lines[index].continuesItem = true
    }
    for index in group...last { lines[index] = lines[index].replacing(raw: []) }
  }

  // MARK: - Bibliographies

  /// Marks where the entries of a bibliography in an author-date style begin: a line that has a
  /// year in brackets after a name. The other lines go on with the entry before.
  private mutating func markEntries(from start: Int) {
    var heads: [Int] = []
    var end = start
    while end < lines.count, end - start < 400 {
      let text = lines[end].raw.trimmed
      if Self.beginsEntry(text) { heads.append(end) }
      if let head = heads.last, end - head > Self.longestItem { break }
      if heads.isEmpty, end - start > 3 { break }
      end += 1
    }
    guard heads.count > 2, let first = heads.first, let last = heads.last else { return }
    for index in first..<min(lines.count, last + Self.longestItem) {
      if heads.contains(index) {
        lines[index].beginsItem = true
      } else if index < last || !Ending.endsSentence(lines[index - 1].raw.trimmed) {
        guard !lines[index].raw.contains("•") else { continue }
        lines[index].continuesItem = true
      } else {
        break
      }
    }
  }

  private static func beginsEntry(_ text: Scalars) -> Bool {
    guard let bracket = text.prefix(90).firstIndex(of: "("), bracket > 2,
      let first = text.first, first.isLetter || first == "•"
    else { return false }
    let digits = text[(bracket + 1)...].prefix(while: \.isDigit)
    guard digits.count == 4, let century = digits.first?.digitValue, century == 1 || century == 2
    else { return false }
    // Between name and bracket stand letters, initials and commas: a sentence has no full stop
    // before its citation but those of initials.
    return text[..<bracket].filter { $0 == "," || $0 == "&" }.count > 0
      || text[..<bracket].count < 30
  }
}
