/// Gathers lines into paragraphs.
///
/// Where print leaves no doubt (an item begins, a word is parted) a rule decides; else the features of
/// the seam do, by weights that are fitted on papers whose paragraphs are known.
struct Paragraphs {
  private let style: LineStyle

  init(style: LineStyle) { self.style = style }

  /// The lines of each paragraph, in order.
  func gather(_ lines: [TextLine], _ decisions: inout Decisions) -> [[TextLine]] {
    let seams = SeamFeatures(
      style: style, habits: SeamHabits(lines: lines, fullWidth: style.fullWidth))
    var paragraphs: [[TextLine]] = []
    var current: [TextLine] = []
    for (index, line) in lines.enumerated() {
      var line = line
      if let last = current.last {
        var goesOn: Bool
        if let certain = certainty(of: current, last, goingOnWith: line) {
          goesOn = certain
        } else {
          let names = seams.names(
            of: current, last, line, after: paragraphs.last?.last,
            before: index + 1 < lines.count ? lines[index + 1] : nil)
          let score = Calibration.paragraphGoesOn.score(names)
          goesOn = score.total > 0
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
    return paragraphs
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
