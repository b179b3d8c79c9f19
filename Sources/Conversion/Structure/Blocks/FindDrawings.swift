/// Finds the labels of drawings: four short blocks or more in a row, none a sentence.
struct FindDrawings: Pass {
  static let name = "find-drawings"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style, !style.hasParagraphLines else { return }
    let width = max(60, style.fullWidth)
    var passages = document.passages
    // What stands before the first sentence is the paper's front.
    var start =
      passages.firstIndex { $0.text.count > 40 && Ending.endsSentence($0.text) } ?? passages.count
    while start < passages.count {
      var end = start
      while end < passages.count, isLabel(passages, end, width) { end += 1 }
      if end - start >= 4 { gather(&passages, start..<end) }
      start = max(end, start + 1)
    }
    document.passages = passages.filter { !$0.text.isEmpty || !$0.sourceLines.isEmpty }
  }

  /// Makes one caption of the labels.
  private func gather(_ passages: inout [Passage], _ range: Range<Int>) {
    var labels: [Scalars] = []
    for index in range {
      // Lines of one label have no empty line between them.
      if index > range.lowerBound, passages[index].blanksBefore == 0, let last = labels.popLast() {
        labels.append(last + [" "] + passages[index].text)
      } else {
        labels.append(passages[index].text)
      }
    }
    var caption = Passage(
      kind: .caption,
      text: Array(labels.filter { !$0.isEmpty }.joined(separator: [";", " "])),
      sourceLines: passages[range].flatMap(\.sourceLines))
    caption.pageBreaksBefore = passages[range].flatMap(\.pageBreaksBefore)
    caption.lines = passages[range].flatMap(\.lines)
    passages[range.lowerBound] = caption
    for index in range.dropFirst() {
      passages[index].text = []
      passages[index].sourceLines = []
      passages[index].pageBreaksBefore = []
    }
  }

  private func isLabel(_ passages: [Passage], _ index: Int, _ width: Int) -> Bool {
    let passage = passages[index]
    guard passage.kind == .paragraph, let last = passage.lines.last, passage.lines.count <= 2 else {
      return false
    }
    return passage.lines.allSatisfy { $0.width * 2 < width } && !Ending.endsSentence(passage.text)
      && (last.blanksAfter > 0 || goesOn(passages, index + 1, width))
  }

  /// Whether the next line goes on with a label.
  private func goesOn(_ passages: [Passage], _ index: Int, _ width: Int) -> Bool {
    guard passages.indices.contains(index), let line = passages[index].lines.first,
      passages[index].lines.count == 1
    else { return false }
    return line.width * 2 < width && line.blanksAfter > 0 && !Ending.endsSentence(line.text)
  }
}
