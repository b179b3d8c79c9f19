/// Reads lines whose runs were put out in another order, and keeps their likeliest readings.
struct ReadShuffledLines: Pass {
  static let name = "read-shuffled-lines"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let printed = (document.printed?.lines ?? document.lines).filter { !$0.isOrdered }
    guard ShuffledPaper.isShuffled(printed.map(\.raw)) else { return }
    let raws = (document.lines + document.starred).map { $0.isOrdered ? [] : $0.raw }
    let readings = ShuffledPaper(raws, knowledge).readings()
    for (index, found) in readings.enumerated() {
      if index < document.lines.count {
        read(&document.lines[index], found, &decisions)
      } else {
        read(&document.starred[index - document.lines.count], found, &decisions)
      }
    }
  }

  /// A first reading that leads the second by so much, in log-odds, was always right in trials.
  private static let certain = 4.0

  private func read(
    _ line: inout TextLine, _ found: [ShuffledSearch.Found], _ decisions: inout Decisions
  ) {
    guard !found.isEmpty else { return }
    var shapes = BracketShapes()
    let readings = found.map {
      Scored(.text(shapes.restore($0.text).string), score: $0.score)
    }
    let best = decisions.decide(
      .lineOrder, at: SourceRange(line.number, line.number), words: line.raw.trimmed.string,
      readings)
    guard case .text(let text) = best.reading else { return }
    line.text = Array(text.unicodeScalars)
    line.repairs.append(.shuffledRuns)
    if found.count > 1, found[0].score - found[1].score < Self.certain { line.doubt = .wordOrder }
  }
}
