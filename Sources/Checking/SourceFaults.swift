import Manuscript

/// Faults of writing that Markdown passes over in silence, found in the lines of a source: what was
/// meant as a heading, a list or a table is text to it.
///
/// `CheckedArticle` reports them; `Mending` corrects those whose correction is certain.
struct SourceFaults {
  struct Fault {
    var kind: Finding.Kind
    var position: SourcePosition
    var facts: [String: String] = [:]
    /// What to write instead, where that is certain.
    var edits: [(range: Range<Int>, replacement: String)] = []
  }

  private let source: [UInt8]
  private(set) var faults: [Fault] = []
  /// Labels of the notes that have a text.
  private let notes: Set<String>

  /// The faults of a source, in its order.
  static func find(in source: [UInt8], article: Article) -> [Fault] {
    // What is not UTF-8 is reported as such; places in it would not be those of its text.
    guard String(validating: source, as: UTF8.self) != nil else { return [] }
    var search = SourceFaults(source, article)
    search.run()
    return search.faults
  }

  private init(_ source: [UInt8], _ article: Article) {
    self.source = source
    notes = Set(article.notes.map(\.label))
  }

  private struct Line {
    var number: Int
    var range: Range<Int>
    /// Made when it is asked for: most lines are seen to be sound by their bytes.
    var text: String { String(decoding: bytes, as: UTF8.self) }
    let bytes: ArraySlice<UInt8>
  }

  private mutating func run() {
    var paragraph: [Line] = []
    var fence: UInt8?
    var isInComment = false
    for line in bodyLines() {
      let content = source[line.range].drop { $0 == 0x20 || $0 == 0x09 }
      if isInComment {
        isInComment = !line.text.contains("-->")
        continue
      }
      if let sign = fence {
        if content.starts(with: [sign, sign, sign]) { fence = nil }
        continue
      }
      if content.starts(with: [0x60, 0x60, 0x60]) || content.starts(with: [0x7E, 0x7E, 0x7E]) {
        fence = content.first
        check(paragraph)
        paragraph = []
        continue
      }
      if content.starts(with: Array("<!--".utf8)), !line.text.contains("-->") { isInComment = true }
      if content.isEmpty {
        check(paragraph)
        paragraph = []
        continue
      }
      check(line)
      paragraph.append(line)
    }
    check(paragraph)
  }

  /// The lines below the front matter.
  private func bodyLines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    var number = 1
    var rules = source.starts(with: [0x2D, 0x2D, 0x2D]) ? 0 : 2
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A { end += 1 }
      let content = source[start..<end]
      if rules < 2 {
        if content.allSatisfy({ $0 == 0x2D || $0 <= 0x20 }), content.count >= 3 { rules += 1 }
      } else {
        lines.append(Line(number: number, range: start..<end, bytes: content))
      }
      start = end + 1
      number += 1
    }
    return lines
  }

  // MARK: - A line

  private mutating func check(_ line: Line) {
    checkHeading(line)
    checkBullet(line)
    checkTabs(line)
    checkPicture(line)
    checkSuperscripts(line)
  }

  /// `##כותרת`: without its space it is text. One sign alone may begin a hashtag.
  private mutating func checkHeading(_ line: Line) {
    let signs = line.bytes.prefix { $0 == 0x23 }.count
    guard (2...6).contains(signs), let next = line.text.dropFirst(signs).first, next.isLetter else {
      return
    }
    let place = line.range.lowerBound + signs
    faults.append(
      Fault(
        kind: .headingWithoutSpace, position: SourcePosition(line: line.number, column: 1),
        facts: ["text": String(line.text.prefix(40))], edits: [(place..<place, " ")]))
  }

  private static let bullets: Set<Character> = [
    "●", "•", "▪", "■", "◦", "○", "‣", "➢", "✓", "\u{F0B7}",
  ]

  /// `● פריט`: the bullet of another program.
  private mutating func checkBullet(_ line: Line) {
    // All of them have three bytes.
    guard let lead = line.bytes.first(where: { $0 != 0x20 && $0 != 0x09 }), lead >= 0xE2 else {
      return
    }
    let lineText = line.text
    let text = lineText.drop { $0 == " " || $0 == "\t" }
    guard let first = text.first, Self.bullets.contains(first),
      let gap = text.dropFirst().first, gap == " " || gap == "\t"
    else { return }
    let start = line.range.upperBound - text.utf8.count
    let rest = text.dropFirst().drop { $0 == " " || $0 == "\t" }
    faults.append(
      Fault(
        kind: .foreignBullet,
        position: SourcePosition(line: line.number, column: lineText.count - text.count + 1),
        facts: ["sign": String(first)],
        edits: [(start..<line.range.upperBound - rest.utf8.count, "- ")]))
  }

  private static let pictures = [".png)", ".jpg)", ".jpeg)", ".svg)", ".gif)", ".webp)", ".avif)"]

  /// `![map](three towns.png)`: a name with spaces needs angle brackets.
  private mutating func checkPicture(_ line: Line) {
    guard let sign = line.bytes.firstIndex(of: 0x21), line.bytes[sign...].contains(0x5B) else {
      return
    }
    let text = line.text
    guard let open = text.firstRange(of: "!["),
      let middle = text[open.upperBound...].firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return }
    let name = text[middle.upperBound..<end]
    guard name.contains(" "), !name.hasPrefix("<"), !name.contains("\""),
      Self.pictures.contains(where: { (name.lowercased() + ")").hasSuffix($0) })
    else { return }
    let start =
      line.range.lowerBound
      + text.utf8.distance(from: text.startIndex, to: middle.upperBound)
    let column = text.distance(from: text.startIndex, to: open.lowerBound) + 1
    faults.append(
      Fault(
        kind: .pictureWithSpaces, position: SourcePosition(line: line.number, column: column),
        facts: ["value": String(name)],
        edits: [(start..<start + name.utf8.count, "<\(name)>")]))
  }

  /// Tabs inside a line, pasted from a word processor.
  private mutating func checkTabs(_ line: Line) {
    guard line.bytes.contains(0x09) else { return }
    let lineText = line.text
    let text = lineText.drop { $0 == " " || $0 == "\t" }
    guard let column = lineText.firstIndex(of: "\t"), text.contains("\t"),
      text.first.map({ !Self.bullets.contains($0) }) ?? false
    else { return }
    var edits: [(range: Range<Int>, replacement: String)] = []
    var index = line.range.upperBound - text.utf8.count
    while index < line.range.upperBound {
      if source[index] == 0x09 {
        var end = index
        while end < line.range.upperBound, source[end] == 0x09 || source[end] == 0x20 { end += 1 }
        edits.append((index..<end, " "))
        index = end
      } else {
        index += 1
      }
    }
    faults.append(
      Fault(
        kind: .tabInText,
        position: SourcePosition(
          line: line.number, column: lineText.distance(from: lineText.startIndex, to: column) + 1),
        edits: edits))
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9",
  ]

  /// `מילה¹`: digits above the line behind a word of Hebrew or Arabic, or behind the sign that ends a
  /// sentence, are marks of notes. They are put right where a note has their number.
  private mutating func checkSuperscripts(_ line: Line) {
    guard Self.hasSuperscript(line.bytes) else { return }
    let text = line.text
    var label = ""
    var start = text.startIndex
    for index in text.indices {
      if let digit = Self.superscripts[text[index]] {
        if label.isEmpty { start = index }
        label.append(digit)
        let next = text.index(after: index)
        if next < text.endIndex, Self.superscripts[text[next]] != nil { continue }
        report(label, start..<next, of: text, line)
        label = ""
      }
    }
  }

  /// Whether there may be such a digit: `²`, `³` and `¹` are C2 B2, C2 B3 and C2 B9, the others E2 81
  /// B0 to E2 81 B9.
  private static func hasSuperscript(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast().contains { index in
        switch (bytes[index], bytes[index + 1]) {
        case (0xC2, 0xB2), (0xC2, 0xB3), (0xC2, 0xB9): true
        case (0xE2, 0x81): index + 2 < bytes.count && (0xB0...0xB9).contains(bytes[index + 2])
        default: false
        }
      }
    }
  }

  private mutating func report(
    _ label: String, _ range: Range<String.Index>, of text: String, _ line: Line
  ) {
    guard range.lowerBound > text.startIndex else { return }
    let before = text[text.index(before: range.lowerBound)]
    let isMark =
      before.unicodeScalars.first.map { (0x05D0...0x08FF).contains($0.value) } ?? false
      || ".,;:!?”\"״»)".contains(before)
    guard isMark else { return }
    let offset = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let length = text.utf8.distance(from: range.lowerBound, to: range.upperBound)
    let place = line.range.lowerBound + offset..<line.range.lowerBound + offset + length
    faults.append(
      Fault(
        kind: .superscriptNote,
        position: SourcePosition(
          line: line.number,
          column: text.distance(from: text.startIndex, to: range.lowerBound) + 1),
        facts: ["label": label], edits: notes.contains(label) ? [(place, "[^\(label)]")] : []))
  }

  // MARK: - A paragraph

  private mutating func check(_ lines: [Line]) {
    guard lines.count > 1 else { return }
    if checkTable(lines) || checkLetters(lines) { return }
    checkShortLines(lines)
  }

  /// Rows with bars and no rule below the first.
  private mutating func checkTable(_ lines: [Line]) -> Bool {
    guard lines.allSatisfy({ $0.bytes.contains(0x7C) }) else { return false }
    let rows = lines.map { $0.text.trimmingSpaces }
    guard rows.allSatisfy({ $0.hasPrefix("|") && $0.hasSuffix("|") && $0.count > 2 }) else {
      return false
    }
    guard !rows[1].allSatisfy({ "|:- ".contains($0) }) else { return true }
    let counts = Set(rows.map { row in row.count { $0 == "|" } })
    let end = lines[0].range.upperBound
    let rule = "\n|" + String(repeating: " --- |", count: (counts.first ?? 2) - 1)
    faults.append(
      Fault(
        kind: .tableWithoutRule, position: SourcePosition(line: lines[0].number, column: 1),
        edits: counts.count == 1 ? [(end..<end, rule)] : []))
    return true
  }

  /// Lines that begin with letters in their order: a list that is read as one paragraph.
  private mutating func checkLetters(_ lines: [Line]) -> Bool {
    var marks: [String] = []
    for line in lines {
      guard let mark = Lettering.mark(line.text) else { return false }
      marks.append(mark.label)
    }
    let first = marks[0]
    let orders = marks.map(Lettering.places(of:))
    let start = Lettering.places(of: first)
    let isList = start.indices.contains { order in
      start[order] > 0 && orders.enumerated().allSatisfy { $1[order] == start[order] + $0 }
    }
    guard isList else { return false }
    faults.append(
      Fault(
        kind: .letteredLines, position: SourcePosition(line: lines[0].number, column: 1),
        facts: ["text": String(lines[0].text.prefix(30))],
        edits: lines.map { ($0.range.lowerBound..<$0.range.lowerBound, "- ") }))
    return true
  }

  /// An editor's program wraps prose at 70 columns or more; shorter lines one below another were
  /// meant to stay lines.
  private static let shortLine = 60

  private mutating func checkShortLines(_ lines: [Line]) {
    let texts = lines.lazy.map { line in
      line.text.trimmingSpaces.drop { $0 == ">" || $0 == " " }
    }
    let signs: Set<Character> = ["-", "*", "+", "|", "#", ":", "<", "[", "!", "$"]
    guard
      texts.allSatisfy({ text in
        guard let first = text.first else { return false }
        return text.count < Self.shortLine && !signs.contains(first) && !first.isNumber
          && !text.hasSuffix("\\") && !first.isWhitespace
      }),
      lines.dropLast().allSatisfy({ !$0.text.hasSuffix("  ") })
    else { return }
    faults.append(
      Fault(
        kind: .linesRunTogether, position: SourcePosition(line: lines[0].number, column: 1),
        facts: ["count": String(lines.count)]))
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " || text.last == "\r" { text.removeLast() }
    return text
  }
}
