/// What two neighbouring lines show of whether one paragraph holds both: yes-or-no features, by
/// name, whose weights are in `Calibration`.
///
/// Print shows the end of a paragraph by several weak signs together: a full stop, a line that does not
/// fill its column, space below, an indent. Which of them a paper uses differs from paper to paper, so
/// the features say what the lines show beside what the paper's lines usually show.
struct SeamFeatures {
  private let style: LineStyle
  private let habits: SeamHabits

  init(style: LineStyle, habits: SeamHabits) {
    self.style = style
    self.habits = habits
  }

  /// The features that hold between two lines.
  ///
  /// - Parameters:
  ///   - current: the lines of the paragraph so far; `last` is the last of them.
  ///   - previous: the last line of the paragraph before.
  ///   - following: the line after `next`.
  func names(
    of current: [TextLine], _ last: TextLine, _ next: TextLine, after previous: TextLine?,
    before following: TextLine?
  ) -> [String] {
    let column = SeamRule(style: style).columnWidth(current)
    let isEnd = Ending.endsSentence(last.text)
    let end = isEnd ? "end" : "open"
    let fill = Self.fill(last, of: column)
    let space = space(before: next)
    var names = ["\(end)-\(fill)", "\(end)-\(space)", "\(fill)-\(space)"]
    let nextFill = Self.fill(next, of: column)
    let nextEnd = Ending.endsSentence(next.text) ? "end" : "open"
    names.append("\(end)-next-\(nextFill)-\(nextEnd)")
    if next.startsPage { names.append("\(end)-page") }
    if current.count == 1 { names.append("\(end)-first-\(fill)") }
    if style.marksContinuation {
      let hasSpace = last.isMoved ? last.leadingSpaces == 1 || last.goesOn : last.goesOn
      if !last.beginsItem { names.append(hasSpace ? "\(end)-space" : "\(end)-no-space") }
    }
    if last.isStretched { names.append("stretched") }
    if last.text.last?.isClausePunctuation == true, !isEnd { names.append("comma") }
    if last.text.last == ":" { names.append("colon") }
    if WordPairs.isBound(last.text.words.last ?? []) { names.append("bound-word") }
    if !isEnd, TurnedBrackets.unpaired(last.text) > 0 { names.append("open-bracket") }
    if let first = next.text.first {
      if first.isClausePunctuation || first.isClosingBracket { names.append("next-sign") }
      if first.isDigit { names.append("\(end)-next-digit") }
      if first.properties.isLowercase { names.append("next-lowercase") }
      if first.properties.isUppercase, !isEnd { names.append("next-uppercase") }
    }
    if last.isRightToLeft != next.isRightToLeft { names.append("\(end)-other-script") }
    if last.isOrdered { names.append("\(end)-ordered") }
    if current.count == 1, !isEnd, fill == "short" || fill == "half" {
      let follows = previous.map { Ending.endsSentence($0.text) } ?? true
      names.append(follows ? "alone-after-end" : "alone-after-open")
      if nextFill == "full" || nextFill == "near" { names.append("short-before-full") }
    }
    if NumberedHeadings.label(last.text) != nil, current.count == 1, !isEnd {
      names.append("numbered-open")
    }
    if Captions.begins(last.text), current.count == 1 { names.append("\(end)-caption") }
    if let following, next.blanksAfter > 0 || following.blanksBefore > 0 {
      names.append("\(space)-then-blank")
    }
    if habits.hasIndents {
      names.append(next.leadingSpaces > 1 ? "\(end)-indent" : "\(end)-no-indent")
    }
    if let larger = largerSize(last, next) { names.append(larger) }
    return names
  }

  /// How much of its column a line fills.
  private static func fill(_ line: TextLine, of column: Double) -> String {
    switch Double(line.width) / max(column, 1) {
    case ..<0.5: "half"
    case ..<0.8: "short"
    case ..<0.93: "near"
    default: "full"
    }
  }

  /// The space above a line, beside what the paper has inside paragraphs.
  private func space(before next: TextLine) -> String {
    if next.startsPage { return "over-page" }
    let blanks = next.blanksBefore
    guard blanks > 0 else { return style.hasBlanksInside ? "tight-among-blanks" : "tight" }
    if habits.isSpaced { return blanks > habits.usualBlanks ? "wide" : "usual-blank" }
    return style.hasBlanksInside ? (blanks > 1 ? "blanks-inside" : "blank-inside") : "blank"
  }

  private func largerSize(_ last: TextLine, _ next: TextLine) -> String? {
    guard let one = last.fontSize, let other = next.fontSize else { return nil }
    if one > other * 1.04 { return "size-falls" }
    return other > one * 1.04 ? "size-rises" : "size-stays"
  }
}

/// What a paper's lines usually show between them.
struct SeamHabits {
  /// Whether most lines that go on have empty lines behind them, and how many.
  let isSpaced: Bool
  let usualBlanks: Int
  /// Whether a line here and there is indented.
  let hasIndents: Bool

  init(lines: [TextLine], fullWidth: Int) {
    let open = zip(lines, lines.dropFirst()).filter { last, next in
      Double(last.width) > 0.8 * Double(fullWidth) && !Ending.endsSentence(last.text)
        && !next.startsPage
    }
    let blanks = open.map { $0.1.blanksBefore }.sorted()
    usualBlanks = blanks.isEmpty ? 0 : blanks[blanks.count / 2]
    isSpaced = usualBlanks > 0
    let indented = lines.count { $0.leadingSpaces > 1 }
    hasIndents = indented * 30 > lines.count && indented * 2 < lines.count
  }
}
