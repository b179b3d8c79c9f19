import Foundation
import Orthography

/// Searches the readings of a shuffled line.
///
/// Read from left to right, a token goes on with the run before it, or a wide gap stands before it, or
/// a border of runs. Between wide gaps stand pieces that were turned: their atoms are read from right
/// to left. The first atom behind a wide gap is read before what has been gathered of its run, an atom
/// behind a border begins a new run. So what is finished always grows in the order in which it is
/// read, and the language can judge it. Readings that can only go on alike are kept as one, the worse
/// ones as ways to the same place (beam search with recombination).
struct ShuffledSearch {
  private let line: ShuffledLine
  private let words: ShuffledWords
  private let width: Int
  /// The token before the line, and that behind it.
  private let before: LanguageScore.Token
  private let after: LanguageScore.Token

  /// A reading and how much speaks for it, in log-odds.
  struct Found {
    var text: Scalars
    var score: Double
  }

  private static let leastBorder = -7.0
  private static let leastSpace = -6.0
  private static let mostVariants = 6
  /// How far below the best a reading is given up.
  private static let span = 12.0
  /// How much more likely the pieces of a token can become beside others.
  private static let slack = 5.0

  init(
    _ line: ShuffledLine, language: LanguageScore, width: Int,
    before: LanguageScore.Token = LanguageScore.unknown,
    after: LanguageScore.Token = LanguageScore.unknown
  ) {
    self.line = line
    words = ShuffledWords(line, language: language)
    self.width = width
    self.before = before
    self.after = after
  }

  /// A reading of the first tokens.
  private struct State {
    /// What the line's form says, and the language of what is finished but for its last word.
    var form = 0.0
    var language = 0.0
    var finished = ShuffledPaths.start
    var context: LanguageScore.Token
    /// The last word, to which the next run may belong, and its part in `total`.
    var open: ShuffledWords.Word = []
    var openScore = 0.0
    /// Where the last finished atom ends in the line.
    var end = 0
    var run: [ShuffledWords.Stretch] = []
    var runScore = 0.0
    /// The atoms since the last wide gap, and the part of all but the last of them in `total`.
    var atoms: [ShuffledWords.Stretch] = []
    var settled = 0.0
    var total = 0.0

    /// A sum of all that decides how the reading can go on.
    var place: UInt64 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func mix(_ value: UInt64) {
        hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      mix(UInt64(UInt32(bitPattern: context)))
      mix(UInt64(end))
      for stretches in [open, run, atoms] {
        mix(UInt64(stretches.count))
        for stretch in stretches { mix(UInt64(stretch)) }
      }
      return hash
    }
  }

  // MARK: - Search

  /// The best readings, the likelier first.
  func best(_ count: Int) -> [Found] {
    guard let first = line.cuttings.first else { return [] }
    var paths = ShuffledPaths(signs: line.signs)
    var states: [State] = []
    for cutting in first {
      var state = State(context: before)
      state.form = cutting.score
      add(cutting.pieces, to: &state)
      weigh(&state)
      states.append(state)
    }
    for index in line.tokens.indices.dropFirst() {
      states = step(pruned(states, &paths), to: index, &paths)
    }
    var ends: [(path: Int, score: Double)] = []
    for state in pruned(states, &paths) {
      for closed in closing(state, &paths) {
        for var end in appending(closed.run, to: closed, &paths) {
          words.add(end.open, to: &end.language, &end.context)
          if after >= 0 { end.language += words.language.score(after, after: end.context) }
          ends.append((end.finished, end.form + ShuffledWords.weight * end.language))
        }
      }
    }
    return paths.best(count, ends).map { Found(text: $0.text, score: $0.score) }
  }

  private func step(_ states: [State], to index: Int, _ paths: inout ShuffledPaths) -> [State] {
    let border = line.borders[index - 1]
    let cuttings = line.cuttings[index]
    var next: [State] = []
    next.reserveCapacity(states.count * 6)
    var best = -Double.infinity
    func keep(_ state: inout State) {
      weigh(&state)
      guard state.total > best - Self.span else { return }
      best = max(best, state.total)
      next.append(state)
    }
    // What a cutting is worth before its pieces are seen beside others.
    let worths = cuttings.map { cutting in
      cutting.pieces.reduce(cutting.score) {
        $0 + ShuffledWords.weight * words.estimate([ShuffledWords.stretch($1)])
      } + Self.slack
    }
    for state in states {
      for (cutting, worth) in zip(cuttings, worths) {
        let bound = best - Self.span - state.total - worth
        if border.sameRun > max(Self.leastBorder, bound), let last = state.atoms.last {
          var same = state
          same.form += border.sameRun + cutting.score
          let start = ShuffledWords.range(last).lowerBound
          same.atoms[same.atoms.count - 1] = ShuffledWords.stretch(
            start..<cutting.pieces[0].upperBound)
          add(cutting.pieces.dropFirst(), to: &same)
          keep(&same)
        }
        if border.runBorder > max(Self.leastBorder, bound) {
          var other = state
          other.form += border.runBorder + cutting.score
          add(cutting.pieces[...], to: &other)
          keep(&other)
        }
      }
      let worth = worths.max() ?? 0
      guard border.wideGap > max(Self.leastBorder, best - Self.span - state.total - worth) else {
        continue
      }
      for var closed in closing(state, &paths) {
        closed.form += border.wideGap
        weigh(&closed)
        for (cutting, worth) in zip(cuttings, worths) where closed.total + worth > best - Self.span
        {
          var other = closed
          other.form += cutting.score
          add(cutting.pieces[...], to: &other)
          keep(&other)
        }
      }
    }
    return next
  }

  /// The best states, of those that can only go on alike the best one.
  private func pruned(_ states: [State], _ paths: inout ShuffledPaths) -> [State] {
    var seen: [UInt64: Int] = [:]
    var kept: [State] = []
    kept.reserveCapacity(width)
    let best = states.lazy.map(\.total).max() ?? 0
    for index in states.indices.sorted(by: { states[$0].total > states[$1].total }) {
      let state = states[index]
      guard state.total > best - Self.span else { break }
      let place = state.place
      if let same = seen[place] {
        kept[same].finished = paths.join(
          kept[same].finished, state.finished, worse: kept[same].total - state.total)
        continue
      }
      guard kept.count < width else { continue }
      seen[place] = kept.count
      kept.append(state)
    }
    return kept
  }

  /// Adds atoms behind those since the last wide gap.
  private func add(_ pieces: some Sequence<Range<Int>>, to state: inout State) {
    for piece in pieces {
      if let last = state.atoms.last {
        state.settled += ShuffledWords.weight * words.estimate([last])
        if state.atoms.count > 1 {
          state.settled += words.joint(last, state.atoms[state.atoms.count - 2], spaces)
        }
      }
      state.atoms.append(ShuffledWords.stretch(piece))
    }
  }

  private func weigh(_ state: inout State) {
    state.total =
      state.form + ShuffledWords.weight * state.language + state.openScore + state.runScore
      + state.settled
    guard let last = state.atoms.last else { return }
    state.total += ShuffledWords.weight * words.estimate([last])
    if state.atoms.count > 1, state.run.isEmpty {
      state.total += words.joint(last, state.atoms[state.atoms.count - 2], spaces)
    }
  }

  // MARK: - Runs

  /// The states after a wide gap, or the end, behind the atoms.
  private func closing(_ state: State, _ paths: inout ShuffledPaths) -> [State] {
    var state = state
    let atoms = state.atoms
    state.atoms = []
    state.settled = 0
    guard let first = atoms.first, let last = atoms.last else { return [state] }
    if atoms.count == 1 {
      state.run = [first] + state.run
      state.runScore = ShuffledWords.weight * words.estimate(state.run)
      return [state]
    }
    let run = [last] + state.run
    state.run = []
    var states = appending(run, to: state, &paths)
    for atom in atoms.dropFirst().dropLast().reversed() {
      states = states.flatMap { appending([atom], to: $0, &paths) }
      if states.count > Self.mostVariants {
        for index in states.indices { weigh(&states[index]) }
        states.sort { $0.total > $1.total }
        states.removeSubrange(Self.mostVariants...)
      }
    }
    for index in states.indices {
      states[index].run = [first]
      states[index].runScore = ShuffledWords.weight * words.estimate([first])
    }
    return states
  }

  /// A run behind what is finished, with a space between or without.
  private func appending(
    _ run: [ShuffledWords.Stretch], to state: State, _ paths: inout ShuffledPaths
  ) -> [State] {
    guard let first = run.first, let last = run.last else { return [state] }
    var state = state
    state.run = []
    state.runScore = 0
    let found = words.words(of: run)
    guard let opening = found.first, let closing = found.last else { return [state] }
    func finished(_ hasSpace: Bool, _ body: (inout State) -> Void) -> State {
      var next = state
      next.finished = paths.add(run, hasSpace: hasSpace, to: next.finished)
      next.end = ShuffledWords.range(last).upperBound
      body(&next)
      for word in found.dropFirst().dropLast() {
        words.add(word, to: &next.language, &next.context)
      }
      if found.count > 1 { next.open = closing }
      next.openScore = ShuffledWords.weight * words.estimate(open: next.open, after: next.context)
      return next
    }
    guard state.finished != ShuffledPaths.start else {
      return [
        finished(false) { next in
          next.open = opening
          if found.count > 1 { words.add(opening, to: &next.language, &next.context) }
        }
      ]
    }
    let (spaced, glued) = spaces(state.end, first)
    var states: [State] = []
    if spaced > Self.leastSpace {
      states.append(
        finished(true) { next in
          next.form += spaced
          words.add(next.open, to: &next.language, &next.context)
          next.open = opening
          if found.count > 1 { words.add(opening, to: &next.language, &next.context) }
        })
    }
    if glued > Self.leastSpace {
      states.append(
        finished(false) { next in
          next.form += glued
          next.open += opening
          if found.count > 1 { words.add(next.open, to: &next.language, &next.context) }
        })
    }
    return states
  }

  /// The log-probabilities of a space, and of none, where one run follows another: by the signs that
  /// meet, else by the spaces behind the earlier run.
  private func spaces(_ end: Int, _ first: ShuffledWords.Stretch) -> (Double, Double) {
    let (left, right) = (line.signs[end - 1], line.signs[ShuffledWords.range(first).lowerBound])
    if right.isClausePunctuation { return (-.infinity, 0) }
    if left.isClausePunctuation, right.isLetter { return (0, -.infinity) }
    var share = Calibration.spaceAfterRun[line.gapClass(behind: end)]
    if left.isRightToLeftLetter, right.isLeftToRightLetter || right.isDigit { share = 0.98 }
    if right.isRightToLeftLetter, left.isLeftToRightLetter || left.isDigit { share = 0.98 }
    return (log(share), log(1 - share))
  }
}
