import Orthography

/// Puts labels that were gathered in a box of their own back before the lines they belong to.
///
/// pdfminer takes what lies in one column as one box, so the numbers in the margin of a list or of
/// notes come out by themselves, behind the texts or before them. The lines of a box follow one
/// another without a gap: the first label stands beside the first line of a text's box, the second
/// beside the second. (pdfminer.six, `layout.py`: `group_textlines`.)
enum MarginLabels {
  /// The pieces of a page, each label right before its line: empty pieces are empty lines, and part
  /// boxes.
  static func spread(_ page: [LinePiece]) -> [LinePiece] {
    let boxes = page.indices.split { page[$0].text.isEmpty }.map { Array($0) }
    var owner: [Int: Int] = [:]
    for (place, box) in boxes.enumerated() {
      for run in runs(in: box, page) {
        let near = [place - 1, place + 1].filter(boxes.indices.contains).map { boxes[$0] }
          .filter { isText($0, count: run.count, page) && owner[$0[0]] == nil }
        guard let target = near.first(where: { $0.count == run.count }) ?? near.first else {
          continue
        }
        for (label, line) in zip(run, target) { owner[line] = label }
      }
    }
    guard !owner.isEmpty else { return page }
    let moved = Set(owner.values)
    return page.indices.flatMap { index in
      moved.contains(index) ? [] : (owner[index].map { [page[$0]] } ?? []) + [page[index]]
    }
  }

  /// Labels that follow one another in a box and count upwards.
  private static func runs(in box: [Int], _ page: [LinePiece]) -> [[Int]] {
    var runs: [[Int]] = []
    for index in box {
      guard let number = page[index].number, page[index].isStopped else { continue }
      if let last = runs.last?.last, last == index - 1, page[last].number == number - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs.filter { $0.count > 1 }
  }

  /// Whether a box has lines of right-to-left text, as many as there are labels, each of which may end
  /// what a label began.
  private static func isText(_ box: [Int], count: Int, _ page: [LinePiece]) -> Bool {
    let fullWidth = page.lazy.map(\.width).max() ?? 0
    return box.count >= count
      && box.prefix(count).allSatisfy { index in
        page[index].number == nil && page[index].text.contains { Kind($0) == .right }
      }
      && box.prefix(count - 1).allSatisfy { index in
        page[index].endsSentence || page[index].width < fullWidth * 0.7
      }
  }
}
