/// Lines put out run by run, each right-to-left run turned by itself: what MuPDF and pypdf make of
/// a page.
///
/// These programs go through the signs from left to right, and turn each stretch of right-to-left
/// letters; a sign without direction goes with the letters on its left. So the punctuation at the
/// logical end of a run (its left edge in print) is put out before the run, together with what
/// stood at its beginning: `N` in `L N R`. Where `N` is to be cut is not written anywhere, but only
/// one cut is spaced as texts are.
struct TurnedRuns {
  /// Whether the runs follow one another as they are seen, from left to right (else as they are
  /// read).
  var runsAreVisual: Bool
  /// Whether a number or Latin stands before the line, of which the line may be the rest.
  var followsNumber = false

  var seams = Seams(areLost: false)

  /// Brackets and quotation marks that the program takes for signs written from left to right, or
  /// that another font parts from the letters beside them.
  var leftSigns: Set<Unicode.Scalar> = []

  /// A piece of a line: a run of right-to-left letters with what is between them, or what stands
  /// between two such runs.
  private enum Piece {
    case right([Unicode.Scalar])
    case left([Unicode.Scalar])
    case weak([Unicode.Scalar])

    var scalars: [Unicode.Scalar] {
      switch self {
      case .right(let scalars), .left(let scalars), .weak(let scalars): scalars
      }
    }

    var isRight: Bool { if case .right = self { true } else { false } }
    var isWeak: Bool { if case .weak = self { true } else { false } }
  }

  /// The line as it is seen, if its runs are visual; else the line as it is read.
  func restored(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let pieces = pieces(text)
    guard pieces.contains(where: { !$0.isWeak }) else { return turnedIfBetter(text) }
    guard runsAreVisual || pieces.contains(where: \.isRight) else { return text }
    var restored: [Unicode.Scalar] = []
    for index in pieces.indices {
      switch pieces[index] {
      case .left(let scalars):
        restored += scalars
      case .weak(let scalars):
        // What stands beside a right-to-left run is put out with it.
        if isRight(pieces, index + 1) || isRight(pieces, index - 1) { continue }
        if runsAreVisual {
          restored += index == 0 ? front(scalars, before: pieces[1...]) : scalars
        } else {
          restored += betweenLefts(scalars, pieces, index)
        }
      case .right(let scalars):
        let before = isWeak(pieces, index - 1) ? pieces[index - 1].scalars : []
        let after = isWeak(pieces, index + 1) ? pieces[index + 1].scalars : []
        restored += placed(scalars, before: before, after: after, pieces, index)
      }
    }
    return restored
  }

  // MARK: The cut

  /// A right-to-left run with the signs on either side of it, each where it belongs.
  ///
  /// Of the signs put out before the run some stand left of it in print and others right; of those
  /// put out after it some are its own end.
  private func placed(
    _ run: [Unicode.Scalar], before: [Unicode.Scalar], after: [Unicode.Scalar],
    _ pieces: [Piece], _ index: Int
  ) -> [Unicode.Scalar] {
    let previous = neighbour(pieces, from: index, step: -1)
    let next = neighbour(pieces, from: index, step: 1)
    // What is read before the run, and after it.
    let (earlier, later) = runsAreVisual ? (next, previous) : (previous, next)
    var best: (cost: Double, signs: [Unicode.Scalar]) = (.infinity, run)
    let ends = BracketShapes.unpaired(run)
    // Signs put out behind the first run show that the line's first sign went with it: so did all.
    let isFirst = runsAreVisual && previous == nil && !after.isEmpty
    for cut in 0...(isFirst ? 0 : before.count) {
      let (stay, go) = (Array(before[..<cut]), Array(before[cut...]))
      // Read as they are read, signs after the run stay there.
      for end in (runsAreVisual ? 0 : after.count)...after.count {
        let (own, rest) = (Array(after[..<end]), Array(after[end...]))
        let front = Array(rest.reversed()) + go + run.prefix(8)
        let back = Array(run.suffix(8)) + own + stay.reversed()
        let cost =
          edge(
            Array(earlier?.suffix(8) ?? []) + front, isFirst: earlier == nil, goesOn: later != nil)
          + edge(Array(back + (later?.prefix(8) ?? [])), isLast: later == nil)
          - sentenceEnd(stay, isLast: later == nil)
          - 0.4 * Double(closes(stay, ends.unclosed) + closes(go, ends.unopened))
          + (seams.areLost ? blindCost(stay: stay, go: go, isLineStart: earlier == nil) : 0)
          + (runsAreVisual ? (rest.isEmpty ? 0 : 0.35) : own.isEmpty ? 0 : 0.35)
        guard cost < best.cost - 0.01 else { continue }
        let signs =
          runsAreVisual
          ? stay + own.reversed() + run.reversed() + go.reversed() + rest
          : go + run + stay.reversed() + after
        best = (cost, signs)
      }
    }
    return best.signs
  }

  /// How many of the signs are partners to the brackets that a run leaves open.
  private func closes(_ signs: [Unicode.Scalar], _ partners: Set<Unicode.Scalar>) -> Int {
    partners.isEmpty ? 0 : signs.count(where: partners.contains)
  }

  /// The cost of a part of a line that may be its beginning or its end.
  private func edge(
    _ part: [Unicode.Scalar], isFirst: Bool = false, isLast: Bool = false, goesOn: Bool = false
  ) -> Double {
    var cost = seams.cost(part, edges: false)
    if isFirst { cost += edgeCost(part, goesOn: goesOn) }
    if isLast { cost += seams.cost(Array(part.suffix(3).drop { $0 == " " }), edges: true) * 0.5 }
    return cost
  }

  /// What speaks against a cut where the spaces between runs are lost.
  ///
  /// Inside a run they are not: no space stands at a seam, and a sign without one beside it touches
  /// what it was put out with. A line seldom begins with a sign.
  private func blindCost(
    stay: [Unicode.Scalar], go: [Unicode.Scalar], isLineStart: Bool
  ) -> Double {
    var cost = 0.0
    if let first = go.first, Kind(first) == .space { cost += 0.5 }
    if let last = stay.last, Kind(last) == .space { cost += 0.5 }
    if stay.isEmpty, go.count == 1, go[0].isBracket { cost += 0.2 }
    // A star at the head of a line is the label of a note.
    if isLineStart, stay.contains("*") { cost += 0.4 }
    if isLineStart, go.first != "*", go.contains(where: { Kind($0) != .space }) { cost += 0.2 }
    return cost
  }

  /// A full stop is more often the end of the line than of a number in its middle.
  private func sentenceEnd(_ stay: [Unicode.Scalar], isLast: Bool) -> Double {
    isLast && stay.contains { $0 == "." || $0 == "?" || $0 == "!" } ? 0.15 : 0
  }

  /// What it costs a line to begin with these signs: closing punctuation does not. Where runs are put
  /// out as they are read, one may begin a new line in mid-line, and then it does.
  private func edgeCost(_ beginning: [Unicode.Scalar], goesOn: Bool) -> Double {
    guard let first = beginning.first else { return 0 }
    if Kind(first) == .space { return runsAreVisual ? 0.9 : 0.1 }
    guard Spacing.isCloser(first) else { return 0 }
    return followsNumber && goesOn ? 0.1 : 0.9
  }

  /// The letters or digits nearest to a run, with nothing that is to be cut: `nil` at an edge.
  private func neighbour(_ pieces: [Piece], from index: Int, step: Int) -> [Unicode.Scalar]? {
    var place = index + step
    while pieces.indices.contains(place) {
      switch pieces[place] {
      case .left(let scalars): return scalars
      case .right: return nil
      case .weak: place += step
      }
    }
    return nil
  }

  // MARK: Signs alone

  /// The signs at the front of a line that begins with Latin or a number: they go with the letters
  /// of the line before, and are turned where those are read from right to left.
  private func front(
    _ signs: [Unicode.Scalar], before pieces: ArraySlice<Piece>
  ) -> [Unicode.Scalar] {
    guard signs.count > 1, let run = pieces.first?.scalars else { return signs }
    // No line has a space at its edge; what stands alone with a number is its label.
    if let first = signs.first, Kind(first) == .space, run.contains(where: { Kind($0) == .left }) {
      return signs.reversed()
    }
    // In a right-to-left line they are read last.
    let end = Array(run.suffix(8))
    return seams.cost(end + signs) < seams.cost(end + signs.reversed())
      ? signs.reversed() : signs
  }

  private func turnedIfBetter(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard !runsAreVisual else { return text }
    let turned = Array(text.reversed())
    return seams.cost(turned) < seams.cost(text) ? turned : text
  }

  /// Signs between two left-to-right runs, which are read from right to left if they were a run of
  /// the paragraph.
  private func betweenLefts(
    _ weak: [Unicode.Scalar], _ pieces: [Piece], _ index: Int
  ) -> [Unicode.Scalar] {
    let before = Array((neighbour(pieces, from: index, step: -1) ?? []).suffix(6))
    let after = Array((neighbour(pieces, from: index, step: 1) ?? []).prefix(6))
    let turned = Array(weak.reversed())
    let asIs = seams.cost(before + weak + after, edges: false)
    return seams.cost(before + turned + after, edges: false) < asIs ? turned : weak
  }

  // MARK: Pieces

  private func isRight(_ pieces: [Piece], _ index: Int) -> Bool {
    pieces.indices.contains(index) && pieces[index].isRight
  }

  private func isWeak(_ pieces: [Piece], _ index: Int) -> Bool {
    pieces.indices.contains(index) && pieces[index].isWeak
  }

  private func isLeft(_ kind: Kind) -> Bool { kind == .left || kind == .digit }

  private func pieces(_ text: [Unicode.Scalar]) -> [Piece] {
    let kinds = text.map { leftSigns.contains($0) ? Kind.left : Kind($0) }
    var pieces: [Piece] = []
    var index = 0
    while index < text.count {
      var end = index
      if leftSigns.contains(text[index]) {
        // What is read next to a run is the sign, whatever stands beyond it.
        end += 1
        pieces.append(.left([text[index]]))
      } else if kinds[index].isWeak {
        while end < text.count, kinds[end].isWeak { end += 1 }
        pieces.append(.weak(Array(text[index..<end])))
      } else {
        // Arabic-Indic digits are turned with the letters.
        let isRight = !isLeft(kinds[index])
        var last = index
        while end < text.count, kinds[end].isWeak || isLeft(kinds[end]) != isRight,
          !leftSigns.contains(text[end])
        {
          if !kinds[end].isWeak { last = end }
          end += 1
        }
        // A percent sign goes with its number, a bracket that closes what a run opened with it.
        if !isRight {
          while last + 1 < text.count, kinds[last + 1] == .terminator { last += 1 }
        }
        let run = Array(text[index...last])
        pieces.append(isRight ? .right(run) : .left(run))
        end = last + 1
      }
      index = end
    }
    return pieces
  }
}
