/// Takes from each page the lines that hold something, cleaned of what no reader sees, with the empty
/// lines around them counted.
struct TakeLines: Pass {
  static let name = "take-lines"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let isGiven = document.profile.order == .given
    document.pageLines = document.pages.indices.map { place in
      let family = place < document.families.count ? document.families[place] : .logical
      return lines(
        of: document.pages[place], family: family, isOrdered: isGiven || family != .logical,
        segmented: document.segmented)
    }
  }

  private func lines(
    of page: Page, family: OrderFamily, isOrdered: Bool, segmented: Set<Int>
  ) -> [TextLine] {
    var lines: [TextLine] = []
    var blanks = 0
    for line in page.lines {
      // The spaces at the ends of a line that was put in order tell nothing.
      let cleaned = Array(Cleaning.clean(line.text).unicodeScalars)
      let text = isOrdered ? cleaned.trimmed : cleaned
      guard text.contains(where: { !$0.isSpacing }) else {
        blanks += 1
        if let last = lines.indices.last { lines[last].blanksAfter = blanks }
        continue
      }
      var textLine = TextLine(number: line.number, raw: text)
      textLine.blanksBefore = blanks
      textLine.family = family
      textLine.isOrdered = isOrdered
      textLine.isPiece = family.partsLines
      textLine.isTail = family.partsLines && cleaned.first?.isSpacing == true
      textLine.absorbed = line.furtherNumbers
      textLine.box = line.box
      textLine.fontSize = line.fontSize
      textLine.labels = line.labels
      if segmented.contains(line.number) { textLine.doubt = .lostSpaces }
      lines.append(textLine)
      blanks = 0
    }
    return lines
  }
}

/// Tells the paper's language by its letters, where nobody said it.
struct TellLanguage: Pass {
  static let name = "tell-language"

  func applies(to profile: SourceProfile) -> Bool { true }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    if document.language == nil {
      let texts =
        document.passages.isEmpty
        ? document.pageLines.lazy.flatMap { $0 }.map(\.raw) : document.passages.map(\.text)
      document.language = Self.language(of: texts)
      if document.language == "ar", isPersian(texts.joined()) { document.language = "fa" }
    }
    document.frontMatter.language = document.language ?? "en"
  }

  static func language(of texts: [Scalars]) -> String {
    var scalars: Scalars = []
    var latin = 0
    for text in texts {
      for scalar in text {
        if scalar.isRightToLeftLetter {
          scalars.append(scalar)
        } else if scalar.isLeftToRightLetter {
          latin += 1
        }
      }
    }
    return scalars.count * 3 > latin ? FrontWords.language(of: scalars) : "en"
  }

  /// Persian has letters of its own, and writes yeh and kaf otherwise than Arabic.
  private func isPersian(_ letters: some Sequence<Unicode.Scalar>) -> Bool {
    var balance = 0
    for letter in letters {
      switch letter {
      case "پ", "چ", "ژ", "گ", "ی", "ک": balance += 1
      case "ي", "ك", "ة", "ى", "أ", "إ": balance -= 1
      default: break
      }
    }
    return balance > 0
  }
}

/// Repairs the order of words, brackets and signs inside lines.
struct RepairLines: Pass {
  static let name = "repair-lines"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let style = document.style ?? LineStyle(lines: document.lines)
    let repair = LineRepair(lines: (document.printed?.lines ?? document.lines).map(\.raw))
    document.lines = repaired(document.lines, by: repair, style: style)
    document.starred = repaired(document.starred, by: repair, style: style)
    for index in document.rawNotes.indices {
      document.rawNotes[index].lines = repaired(
        document.rawNotes[index].lines, by: repair, style: style)
    }
    document.repairs += RepairRecord.records(
      of: document.lines + document.rawNotes.flatMap(\.lines))
  }

  /// The lines repaired. A line is taken for justified unless it is set apart as the last of a
  /// paragraph: it ends a sentence and has no space behind it, or does not fill the column.
  private func repaired(
    _ lines: [TextLine], by repair: LineRepair, style: LineStyle
  ) -> [TextLine] {
    lines.indices.map { index in
      var line = lines[index]
      if line.repairs.contains(.shuffledRuns) { return line }
      if line.isOrdered {
        line.text = Array(line.raw.words.joined(separator: [" "]))
        return line
      }
      let isFull = Double(line.width) >= 0.8 * Double(style.fullWidth)
      let isLast = Ending.endsSentence(line.raw.trimmed) && (!line.goesOn || line.blanksBefore > 0)
      let result = repair.repair(
        line.raw,
        LineRepair.Place(
          isJustified: (isFull || line.goesOn) && !isLast && line.trailingSpaces < 2,
          startsPage: line.startsPage, isPrintedLine: !style.hasParagraphLines,
          isListItem: isListItem(index, in: lines)))
      line.text = result.text
      line.doubt = result.doubt
      line.repairs = result.kinds
      return line
    }
  }

  /// Whether a line begins with a bullet: one that it shares with a line beside it, or that nothing
  /// can have moved there.
  private func isListItem(_ index: Int, in lines: [TextLine]) -> Bool {
    func hasBullet(_ line: TextLine) -> Bool { ListLabel.hasBullet(line.raw.trimmed) }
    guard hasBullet(lines[index]) else { return false }
    if lines[index].leadingSpaces == 0 { return true }
    return (index > 0 && hasBullet(lines[index - 1]))
      || (index + 1 < lines.count && hasBullet(lines[index + 1]))
  }
}

/// Tells whether the source writes Markdown already: it says so in several ways, for an address in
/// angle brackets or an asterisk may stand in any text.
struct TellMarkdown: Pass {
  static let name = "tell-markdown"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    var ways: Set<Way> = []
    for line in document.lines { Self.add(to: &ways, line.text) }
    document.isMarkdown = ways.count > 1
  }

  private enum Way { case autolink, escape, emphasis, heading, link, note }

  private static func add(to ways: inout Set<Way>, _ text: Scalars) {
    if let level = text.firstIndex(where: { $0 != "#" }), (1...6).contains(level),
      text[level].isSpacing
    {
      ways.insert(.heading)
    }
    for index in text.indices {
      let next = index + 1 < text.count ? text[index + 1] : " "
      switch text[index] {
      case "<" where InlineText.address(text, at: index) != nil: ways.insert(.autolink)
      case "\\" where isEscapable(next): ways.insert(.escape)
      case "]" where next == "(" && text[(index + 2)...].prefix(8).string.contains("http"):
        ways.insert(.link)
      case "[" where next == "^": ways.insert(.note)
      case "*" where isEmphasis(text, from: index): ways.insert(.emphasis)
      default: break
      }
    }
  }

  /// Whether a backslash before a sign is Markdown's: the sign is punctuation of ASCII.
  private static func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x7F && scalar.value > 0x20 && !scalar.isLetterOrDigit
  }

  /// Whether an asterisk touches the word behind it and another closes what it opens.
  private static func isEmphasis(_ text: Scalars, from start: Int) -> Bool {
    guard start + 2 < text.count, !text[start + 1].isSpacing, text[start + 1] != "*" else {
      return false
    }
    return text.indices[(start + 2)...].contains { text[$0] == "*" && !text[$0 - 1].isSpacing }
  }
}
