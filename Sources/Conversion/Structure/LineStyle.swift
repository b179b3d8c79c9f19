/// How a paper's lines show where paragraphs end.
struct LineStyle {
  /// Whether each line is a paragraph: the source was not broken into printed lines.
  let hasParagraphLines: Bool
  /// Whether a line that goes on in the next ends with a space.
  let marksContinuation: Bool
  /// Whether empty lines stand inside paragraphs: before the last line of each, or after every line.
  let hasBlanksInside: Bool
  /// The width of a full line.
  let fullWidth: Int

  init(lines: [TextLine]) {
    let widths = lines.map(\.width).sorted()
    func quantile(_ share: Double) -> Int {
      widths.isEmpty ? 0 : widths[min(widths.count - 1, Int(Double(widths.count) * share))]
    }
    let long = widths.filter { $0 > 160 }
    hasParagraphLines =
      long.reduce(0, +) * 2 > widths.reduce(0, +) && long.count * 6 > widths.count
    let full = quantile(0.75)
    fullWidth = full
    var goOn = 0
    var open = 0
    var blanksInside = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where Double(line.width) > 0.8 * Double(full) && !Ending.endsSentence(line.raw.trimmed) {
      open += 1
      if line.goesOn { goOn += 1 }
      if line.blanksAfter > 0, !next.startsPage { blanksInside += 1 }
    }
    marksContinuation = goOn * 10 > open * 7
    hasBlanksInside = blanksInside * 20 > open
  }
}
