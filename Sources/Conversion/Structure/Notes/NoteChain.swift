/// The labels of a paper's notes under one plan: of all numbers or signs that stand where a note can
/// begin, the row that rises by one, leaves little below each note, and has marks.
///
/// The best row is found over all candidates at once. Between two labels the first note runs on to
/// the second, or ends and the text goes on: at a page's end always, within a page where a column
/// ends.
struct NoteChain {
  /// A note's label, and the line behind its last.
  struct Link {
    var label: NoteLabel
    var end: Int
    /// The note's label in the article, counted through the paper.
    var number: Int
  }

  /// A note runs on over at most so many lines without much doubt.
  static let usualLength = 10
  /// So many numbers in a row may be lost.
  static let longestGap = 3
  /// So many beginnings of one number are kept in view.
  private static let width = 16

  private(set) var links: [Link] = []
  private(set) var score = 0.0

  private let evidence: NoteEvidence
  private let plan: NotePlan

  init(_ evidence: NoteEvidence, _ plan: NotePlan) {
    self.evidence = evidence
    self.plan = plan
    find()
  }

  private mutating func find() {
    // Where their heading is known, notes stand below it.
    let labels = evidence.labels.filter { label in
      evidence.heading.map { label.line > $0 } ?? true
    }
    var previous = [Int](repeating: -1, count: labels.count)
    var scores = [Double](repeating: 0, count: labels.count)
    var byNumber: [Int: [Int]] = [:]
    var best = (score: 0.0, index: -1)
    // Where notes begin anew: the best row that ends on each page, and on any before it.
    var (bestBefore, bestOnPage) = ((score: 0.0, index: -1), (score: 0.0, index: -1))
    var page = 0
    for (index, label) in labels.enumerated() {
      if plan.counting == .anew, evidence.pages[label.line] != page {
        page = evidence.pages[label.line]
        if bestOnPage.score > bestBefore.score { bestBefore = bestOnPage }
        byNumber = [:]
      }
      var reached = -0.6 * Double(label.number - plan.first)
      if plan.counting == .anew {
        reached += bestBefore.score
        previous[index] = bestBefore.index
      }
      for gap in 0...Self.longestGap {
        for earlier in byNumber[label.number - 1 - gap] ?? []
        where labels[earlier].line < label.line {
          let value =
            scores[earlier] - 0.6 * Double(gap) - cost(labels[earlier], label)
          if value > reached { (reached, previous[index]) = (value, earlier) }
        }
      }
      scores[index] = weight(label) + reached
      guard scores[index] > 0 else { continue }
      byNumber[label.number, default: []].append(index)
      if let count = byNumber[label.number]?.count, count > Self.width {
        byNumber[label.number]?.removeFirst()
      }
      let final = scores[index] - ending(of: label, before: pageEnd(label)).cost
      if final > best.score { best = (final, index) }
      if final > bestOnPage.score { bestOnPage = (final, index) }
    }
    var chain: [NoteLabel] = []
    var index = best.index
    while index >= 0 {
      chain.append(labels[index])
      index = previous[index]
    }
    score = best.score
    link(chain.reversed())
  }

  private mutating func link(_ chain: [NoteLabel]) {
    var base = 0
    for (position, label) in chain.enumerated() {
      let next = position + 1 < chain.count ? chain[position + 1] : nil
      let end: Int
      if let next, plan.place == .end || evidence.pages[next.line] == evidence.pages[label.line] {
        end =
          plan.place == .end || joined(label, next) <= parted(label, next).cost
          ? next.line : parted(label, next).line
      } else {
        end = ending(of: label, before: pageEnd(label)).line
      }
      if plan.counting == .anew, position > 0,
        evidence.pages[chain[position - 1].line] != evidence.pages[label.line]
      {
        base = links.last?.number ?? 0
      }
      let number =
        plan.labels == .signs && plan.counting == .through
        ? label.number : base + label.number - plan.first + 1
      links.append(Link(label: label, end: end, number: number))
    }
  }

  // MARK: - Weights

  /// What speaks for a label being a note's: its place in the line, its marks, where it stands.
  private func weight(_ label: NoteLabel) -> Double {
    var weight = label.weight + markWeight(label)
    // A list's item is no note, but the number may go on by chance in the notes below the list.
    if evidence.listLines.contains(label.line) { weight -= 0.9 }
    if evidence.headingLines.contains(label.line) { weight -= 0.4 }
    if plan.place == .end {
      if evidence.heading == label.line - 1 { weight += 0.5 }
    } else if evidence.ends.count > 1, evidence.depth(label.line) < 0.3 {
      // The first page's head has signs of its own, those of affiliations.
      let isFront = plan.labels == .signs && evidence.pages[label.line] == 0
      weight -= isFront ? 2 : 0.3
    }
    return weight
  }

  /// What the marks in the text say of a label: one on its page speaks for it, one on an earlier
  /// page less, for the notes may all stand at the end.
  private func markWeight(_ label: NoteLabel) -> Double {
    let start = evidence.start(ofPage: evidence.pages[label.line])
    let isOnPage = evidence.marks.stands(label.number, before: label.line, from: start)
    if plan.counting == .anew { return isOnPage ? 0.8 : -0.6 }
    if isOnPage { return 0.8 }
    return evidence.marks.stands(label.number, before: label.line) ? 0.5 : -0.3
  }

  // MARK: - Lines between labels

  private func pageEnd(_ label: NoteLabel) -> Int { evidence.ends[evidence.pages[label.line]] }

  private func cost(_ first: NoteLabel, _ second: NoteLabel) -> Double {
    if plan.place == .end { return joined(first, second) }
    guard evidence.pages[first.line] == evidence.pages[second.line] else {
      return ending(of: first, before: pageEnd(first)).cost
    }
    return min(joined(first, second), parted(first, second).cost)
  }

  private func joined(_ first: NoteLabel, _ second: NoteLabel) -> Double {
    Self.cost(ofLines: second.line - first.line)
  }

  /// The text goes on between two notes of one page.
  private func parted(_ first: NoteLabel, _ second: NoteLabel) -> (cost: Double, line: Int) {
    let broken = breaking(first, before: second.line - 1)
    return broken ?? (.infinity, second.line)
  }

  /// Where a page's last note ends: with the page, or above it.
  private func ending(of label: NoteLabel, before end: Int) -> (cost: Double, line: Int) {
    let whole = (cost: Self.cost(ofLines: end - label.line), line: end)
    guard let broken = breaking(label, before: end), broken.cost < whole.cost else { return whole }
    return broken
  }

  private func breaking(_ label: NoteLabel, before end: Int) -> (cost: Double, line: Int)? {
    let last = min(end, label.line + 2 * Self.usualLength + 1)
    guard label.line + 1 < last else { return nil }
    let price = plan.place == .column ? 1.6 : 3.2
    var best: (cost: Double, line: Int)?
    for line in (label.line + 1)..<last {
      let cost =
        Self.cost(ofLines: line - label.line)
        + max(0.3, price - evidence.breakEvidence(at: line, noteStart: label.line))
      if best.map({ cost < $0.cost }) ?? true { best = (cost, line) }
    }
    return best
  }

  private static func cost(ofLines count: Int) -> Double {
    0.03 * Double(count - 1) + 0.12 * Double(max(0, count - usualLength))
  }
}
