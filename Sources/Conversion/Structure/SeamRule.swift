/// Whether a paragraph goes on from line to line, in a text without form feeds.
///
/// Such texts were saved by hand from a reader of PDFs, and show paragraphs by signs that no program
/// of the corpora leaves: a space behind a line that goes on, an empty line before a paragraph's last.
/// The weights of `Calibration` say nothing of them, so the signs are weighed by a rule.
struct SeamRule {
  let style: LineStyle

  /// The paragraphs, those much longer than the paper's others doubted where they may be two.
  static func doubted(_ paragraphs: [[TextLine]], at unshown: Set<Int>) -> [[TextLine]] {
    func length(_ lines: [TextLine]) -> Int { lines.reduce(0) { $0 + $1.width } }
    let lengths = paragraphs.filter { $0.count > 1 }.map(length).sorted()
    guard !unshown.isEmpty, !lengths.isEmpty else { return paragraphs }
    let usual = Double(lengths[lengths.count / 2])
    return paragraphs.map { lines in
      guard Double(length(lines)) > 2.5 * usual,
        let index = lines.firstIndex(where: { unshown.contains($0.number) })
      else { return lines }
      var lines = lines
      lines[index].doubt = lines[index].doubt ?? .paragraphEnd
      return lines
    }
  }

  /// How much speaks for a paragraph going on with the next line, above 0, or against it: the signs
  /// are weighed against one another.
  func weight(
    of current: [TextLine], _ last: TextLine, goingOnWith next: TextLine, after previous: TextLine?
  ) -> Double {
    let isEnd = Ending.endsSentence(last.text)
    var weight = isEnd ? -1.0 : 2.0
    // The space that ends a line goes to its start together with a moved run.
    let hasSpace = last.isMoved ? last.leadingSpaces == 1 || last.goesOn : last.goesOn
    // An item whose number was printed twice has that number's full stop at its line's end.
    if style.marksContinuation, !last.beginsItem { weight += hasSpace ? 1 : -3 }
    // What was opened in a bracket is closed before the paragraph ends.
    if !isEnd, next.isMoved, TurnedBrackets.unpaired(last.text) > 0,
      TurnedBrackets.unpaired(next.text) > 0
    {
      weight += 3
    }
    let column = columnWidth(current)
    let isShort = Double(last.width) < 0.8 * column && !(last.isStretched && last.goesOn)
    if isShort {
      let isNarrow = !isEnd && last.goesOn && similar(last.width, next.width)
      if !isNarrow { weight -= 3 }
      if current.count == 1, !isEnd, Double(next.width) > 1.4 * Double(last.width) { weight -= 2 }
    } else {
      weight += 0.5
      // A line that is a little short of the column ends a sentence more often than it goes on.
      if isEnd, !last.isStretched, Double(last.width) < 0.93 * column {
        weight -= 0.4
      } else if isEnd, last.isOrdered, next.blanksBefore == 0 {
        // Of the lines that fill the column and end a sentence few end a paragraph: a paragraph's
        // last line is as long as it happens to be, and seldom just full.
        weight += 1
      }
    }
    // Neither a line in a paragraph nor its last is short and without a full stop.
    let nextIsShort = Double(next.width) < 0.75 * column && !next.isStretched
    if isEnd, nextIsShort, !Ending.endsSentence(next.text) { weight -= 2 }
    if next.startsPage { return isEnd ? weight - 0.4 : weight }
    let isBlankBetween = next.blanksBefore > 0
    if isBlankBetween {
      if last.isRightToLeft != next.isRightToLeft, !next.isMoved { weight -= 3 }
      if style.hasBlanksInside {
        if isEnd, !Ending.endsSentence(next.text) { weight -= 3 }
        if isShort { weight -= 1 }
        if next.blanksBefore > 1 { weight -= 2 }
      } else {
        weight -= 4
      }
    } else if style.hasBlanksInside {
      if current.count == 1, isSetApart(last, before: next, after: previous) { return -10 }
      let isLastLine = last.blanksBefore > 0 && current.count > 1 && !last.startsPage
      weight += isLastLine ? (isEnd ? -5 : -1) : 0.5
    }
    return weight
  }

  /// Whether a line with no full stop stands apart from an ended paragraph before it, in a paper
  /// whose empty lines part no paragraphs: a heading that nearly fills the column.
  private func isSetApart(
    _ line: TextLine, before next: TextLine, after previous: TextLine?
  ) -> Bool {
    guard let previous, line.blanksBefore > 0, !line.startsPage, !line.isTabbed,
      !previous.isTabbed, !line.isStretched, Ending.endsSentence(previous.text),
      !Ending.endsSentence(line.text)
    else { return false }
    let isTwoLines =
      next.blanksAfter > 0 && next.width < line.width && !Ending.endsSentence(next.text)
    return !isTwoLines && !WordPairs.isBound(line.text.words.last ?? [])
      && Double(line.width) < 0.92 * Double(style.fullWidth)
  }

  /// The width that a line of the paragraph fills: that of the lines before, where they are all
  /// narrow beside a picture.
  func columnWidth(_ current: [TextLine]) -> Double {
    let before = current.dropLast().suffix(3)
    let full = Double(style.fullWidth)
    guard before.count == 3, before.allSatisfy({ Double($0.width) < 0.7 * full }) else {
      return full
    }
    return Double(before.map(\.width).max() ?? style.fullWidth)
  }

  private func similar(_ left: Int, _ right: Int) -> Bool {
    abs(left - right) * 4 <= max(left, right)
  }
}
