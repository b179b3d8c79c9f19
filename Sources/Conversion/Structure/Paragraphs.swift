/// Gathers lines into paragraphs.
///
/// Where print leaves no doubt (an item begins, a word is parted) a rule decides; else the features of
/// the seam do, by weights that are fitted on papers whose paragraphs are known.
struct Paragraphs {
  private let style: LineStyle
  private let rule: SeamRule
  /// Whether a program that marks pages made the text: the weights are fitted on such.
  private let isFitted: Bool

  init(style: LineStyle, isFitted: Bool) {
    self.style = style
    self.isFitted = isFitted
    rule = SeamRule(style: style)
  }

  /// The lines of each paragraph, in order.
  func gather(_ lines: [TextLine], _ decisions: inout Decisions) -> [[TextLine]] {
    let seams = SeamFeatures(
      style: style, habits: SeamHabits(lines: lines, fullWidth: style.fullWidth))
    var paragraphs: [[TextLine]] = []
    // Where a sentence ends at a full line's end, print does not show whether its paragraph does.
    var unshown: Set<Int> = []
    var current: [TextLine] = []
    for (index, line) in lines.enumerated() {
      var line = line
      if let last = current.last {
        var goesOn: Bool
        if let certain = certainty(of: current, last, goingOnWith: line) {
          goesOn = certain
        } else if !isFitted {
          let weight = rule.weight(
            of: current, last, goingOnWith: line, after: paragraphs.last?.last)
          goesOn = weight > 0
          if goesOn, Ending.endsSentence(last.text) {
            // What a colon announces begins a paragraph or a list more often than it goes on.
            if weight < 0.7 || (weight <= 1 && last.text.last == ":") {
              line.doubt = line.doubt ?? .paragraphEnd
            } else if weight <= 1 {
              unshown.insert(line.number)
            }
          }
        } else {
          let names = seams.names(
            of: current, last, line, after: paragraphs.last?.last,
            before: index + 1 < lines.count ? lines[index + 1] : nil)
          var score = Calibration.paragraphGoesOn.score(names)
          let weight = rule.weight(
            of: current, last, goingOnWith: line, after: paragraphs.last?.last)
          score.add("rule", weight > 0 ? 1 : -1, weight: Calibration.rule)
          goesOn = score.total > Thresholds.seam
          decisions.decide(
            .paragraphEnd, at: SourceRange(last.number, line.number),
            words: "\(last.text.string)\n\(line.text.string)",
            [
              Scored(.joined, score: score.total, evidence: score.evidence),
              Scored(.parted, score: 0),
            ])
          if abs(score.total) < Calibration.doubtfulSeam {
            line.doubt = line.doubt ?? .paragraphEnd
          }
        }
        if !goesOn {
          paragraphs.append(current)
          current = []
        }
      }
      current.append(line)
    }
    if !current.isEmpty { paragraphs.append(current) }
    return SeamRule.doubted(paragraphs, at: unshown)
  }

  /// Whether a paragraph certainly goes on with the next line, or certainly does not; `nil` where
  /// signs must be weighed.
  private func certainty(
    of current: [TextLine], _ last: TextLine, goingOnWith next: TextLine
  ) -> Bool? {
    if last.isTable || next.isTable { return false }
    if next.continuesItem { return true }
    if next.beginsItem || beginsItem(next, after: last, in: current) { return false }
    if last.isTabbed != next.isTabbed { return false }
    if next.isOrdered,
      FrontMatterWords.beginsPart(next.text) || FrontMatterWords.isLabel(last.text)
    {
      return false
    }
    if Ending.endsWithHyphen(last.text), !style.hasParagraphLines { return true }
    if style.hasParagraphLines { return ParagraphLines.runsOn(last, next) }
    return nil
  }

  /// Whether a line begins a list item. A dash in mid-sentence may come to a line's start, so a dash
  /// alone is taken for a bullet only after an ended sentence or another item.
  private func beginsItem(_ line: TextLine, after last: TextLine, in current: [TextLine]) -> Bool {
    guard let label = ListLabel(line.text) else { return false }
    guard label.number == nil, line.text.first?.isDash ?? false, !style.hasParagraphLines else {
      return true
    }
    if let first = current.first, ListLabel.begins(first.text) || first.beginsItem { return true }
    return Ending.endsSentence(last.text)
  }
}
