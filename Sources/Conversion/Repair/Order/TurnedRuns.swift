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
  }

  /// The line as it is seen, if its runs are visual; else the line as it is read.
  func restored(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let pieces = Self.pieces(text)
    guard pieces.contains(where: { if case .right = $0 { true } else { false } }) else {
      return onlyWeak(pieces) ? turnedIfBetter(text) : text
    }
    var restored: [Unicode.Scalar] = []
    for index in pieces.indices {
      switch pieces[index] {
      case .left(let scalars):
        restored += scalars
      case .weak(let scalars):
        if index + 1 < pieces.count, case .right = pieces[index + 1] { continue }
        restored += runsAreVisual ? scalars : betweenLefts(scalars, pieces, index)
      case .right(let scalars):
        let weak = index > 0 ? pieces[index - 1] : nil
        var before: [Unicode.Scalar] = []
        if case .weak(let scalars) = weak { before = scalars }
        let (stay, go) = cut(before, right: scalars, pieces, index)
        if runsAreVisual {
          restored += stay + scalars.reversed() + go.reversed()
        } else {
          restored += go + scalars + stay.reversed()
        }
      }
    }
    return restored
  }

  // MARK: The cut

  /// Cuts the signs before a right-to-left run: those that stand left of it in print, and those that
  /// stand right of it.
  private func cut(
    _ weak: [Unicode.Scalar], right: [Unicode.Scalar], _ pieces: [Piece], _ index: Int
  ) -> (stay: [Unicode.Scalar], go: [Unicode.Scalar]) {
    guard !weak.isEmpty else { return ([], []) }
    let previous = neighbour(pieces, from: index - 1, step: -1)
    let next = neighbour(pieces, from: index, step: 1)
    // What is read before the run, and after it.
    let (reading, following) = runsAreVisual ? (next, previous) : (previous, next)
    var best = (cost: Double.infinity, at: 0)
    for at in 0...weak.count {
      let stay = Array(weak[..<at].reversed())
      let go = Array(weak[at...])
      let front = Array((reading?.suffix(8) ?? []) + go + right.prefix(8))
      let back = Array(right.suffix(8) + stay + (following?.prefix(8) ?? []))
      var cost = Spacing.cost(
        front, edges: reading == nil && right.count < 8 && runsAreVisual)
      cost += Spacing.cost(back, edges: false)
      if reading == nil { cost += edgeCost(Array((go + right).prefix(2))) }
      if following == nil { cost += Spacing.cost(Array(back.suffix(3)), edges: true) * 0.5 }
      if cost < best.cost - 0.01 { best = (cost, at) }
    }
    return (Array(weak[..<best.at]), Array(weak[best.at...]))
  }

  /// What it costs a line to begin with these signs: closing punctuation does not.
  private func edgeCost(_ beginning: [Unicode.Scalar]) -> Double {
    guard let first = beginning.first else { return 0 }
    return Spacing.isCloser(first) || Kind(first) == .space ? 0.9 : 0
  }

  /// The letters or digits nearest to a run, with nothing that is to be cut: `nil` at an edge.
  private func neighbour(_ pieces: [Piece], from index: Int, step: Int) -> [Unicode.Scalar]? {
    var place = index
    if step > 0 { place += 1 }
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

  private func onlyWeak(_ pieces: [Piece]) -> Bool {
    !pieces.contains { if case .weak = $0 { false } else { true } }
  }

  private func turnedIfBetter(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard !runsAreVisual else { return text }
    let turned = Array(text.reversed())
    return Spacing.cost(turned) < Spacing.cost(text) ? turned : text
  }

  /// Signs between two left-to-right runs, which are read from right to left if they were a run of
  /// the paragraph.
  private func betweenLefts(
    _ weak: [Unicode.Scalar], _ pieces: [Piece], _ index: Int
  ) -> [Unicode.Scalar] {
    let before = Array((neighbour(pieces, from: index - 1, step: -1) ?? []).suffix(6))
    let after = Array((neighbour(pieces, from: index, step: 1) ?? []).prefix(6))
    let turned = Array(weak.reversed())
    let asIs = Spacing.cost(before + weak + after, edges: false)
    return Spacing.cost(before + turned + after, edges: false) < asIs ? turned : weak
  }

  // MARK: Pieces

  private static func pieces(_ text: [Unicode.Scalar]) -> [Piece] {
    let kinds = text.map(Kind.init)
    var pieces: [Piece] = []
    var index = 0
    while index < text.count {
      var end = index
      if kinds[index].isWeak {
        while end < text.count, kinds[end].isWeak { end += 1 }
        pieces.append(.weak(Array(text[index..<end])))
      } else {
        let isRight = !kinds[index].isLeftToRight
        var last = index
        while end < text.count, kinds[end].isWeak || kinds[end].isLeftToRight != isRight {
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
