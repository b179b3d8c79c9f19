/// Lines in which direction marks carry the order, as pdftotext writes them: each right-to-left
/// stretch stands between RLE and PDF, and inside it each left-to-right piece, with the punctuation
/// beside it, between LRE and PDF in the order in which it is seen.
enum MarkedOrder {
  /// Whether a line has such marks.
  static func isMarked(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x202A...0x202C).contains($0.value) }
  }

  /// The line as it is seen, from left to right, without the marks.
  static func visual(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var groups: [Group] = [Group(isRightToLeft: false)]
    for scalar in text {
      switch scalar.value {
      case 0x202B: groups.append(Group(isRightToLeft: true))
      case 0x202A: groups.append(Group(isRightToLeft: false))
      case 0x202C:
        guard groups.count > 1, let inner = groups.popLast() else { continue }
        groups[groups.count - 1].embed(inner.visual)
      default: groups[groups.count - 1].append(scalar)
      }
    }
    while groups.count > 1, let inner = groups.popLast() {
      groups[groups.count - 1].embed(inner.visual)
    }
    return groups[0].visual
  }

  /// An embedding with the pieces that it holds, each as it is seen.
  private struct Group {
    let isRightToLeft: Bool
    var pieces: [[Unicode.Scalar]] = []
    /// Which of the pieces are embeddings of their own.
    private var embedded: Set<Int> = []

    init(isRightToLeft: Bool) { self.isRightToLeft = isRightToLeft }

    mutating func append(_ scalar: Unicode.Scalar) { pieces.append([scalar]) }

    mutating func embed(_ piece: [Unicode.Scalar]) {
      embedded.insert(pieces.count)
      pieces.append(piece)
    }

    var visual: [Unicode.Scalar] {
      isRightToLeft ? Array((turned ?? pieces).reversed().joined()) : Array(pieces.joined())
    }

    /// The pieces as a right-to-left paragraph would have them, where the line is one of a paragraph
    /// that runs from left to right: the sign that ends it is then seen on its right, and comes first.
    /// Its runs follow one another from left to right, so the first run of the stream is read last.
    private var turned: [[Unicode.Scalar]]? {
      guard embedded.contains(0), !pieces[0].isEmpty, pieces[0].allSatisfy(Spacing.isCloser),
        pieces.count > 1, !embedded.contains(1), Kind(pieces[1][0]) == .right
      else { return nil }
      var runs: [[Unicode.Scalar]] = []
      for (index, piece) in pieces.enumerated() {
        if embedded.contains(index) || embedded.contains(index - 1) || runs.isEmpty {
          runs.append(piece)
        } else {
          runs[runs.count - 1] += piece
        }
      }
      runs = runs.map(OrderDetector.trimmed).filter { !$0.isEmpty }.reversed()
      // A number goes with the Latin words of its line, as one run from left to right.
      if let first = runs.first, first.allSatisfy({ Kind($0) == .digit }),
        let latin = runs.lastIndex(where: { $0.contains { Kind($0) == .left } })
      {
        runs[latin] += [" "] + first
        runs.removeFirst()
      }
      let stop = runs.removeLast()
      var line: [[Unicode.Scalar]] = []
      for run in runs {
        if !line.isEmpty { line.append([" "]) }
        if Kind(run[0]) == .right { line += run.map { [$0] } } else { line.append(run) }
      }
      return line + stop.map { [$0] }
    }
  }
}
