/// Puts the words, brackets and signs of a line back in the order in which they were printed.
struct LineRepair {
  /// What was done to a line.
  enum Kind: String, Sendable, CaseIterable {
    case turnedSegments = "segments-in-turned-order"
    case shuffledRuns = "runs-shuffled"
    case movedRun = "runs-in-turned-order"
    case turnedBrackets = "brackets-turned"
    case movedHyphen = "hyphen-moved-to-line-end"
  }

  /// A line after its repair.
  struct Result {
    var text: Scalars
    var kinds: [Kind] = []
    /// What is not certain about it.
    var doubt: Doubt?
  }

  private let turnsBrackets: Bool
  private let stretchedLines: StretchedLines

  /// Learns a paper's habits from its lines.
  init(lines: [Scalars]) {
    let votes = lines.lazy.filter(\.hasRightToLeftLetter).map(TurnedBrackets.turned)
    var turned = 0
    var sound = 0
    for vote in votes {
      if vote > 0 { turned += 1 }
      if vote < 0 { sound += 1 }
    }
    turnsBrackets = turned > 2 * sound
    let stretches = lines.flatMap { StretchedLines.segments(of: $0).map(\.text) }
    let pairs = WordPairs(stretches: stretches)
    stretchedLines = StretchedLines(lines: lines, pairs: pairs)
  }

  /// What is known of a line before it is repaired.
  struct Place {
    /// Whether it can have been stretched to the column's width.
    var isJustified = true
    /// Whether its first leading space is that of a page's first line.
    var startsPage = false
    /// Whether it is a line as printed; a whole paragraph has nothing that could jump from its end
    /// to its start.
    var isPrintedLine = true
    /// Whether a bullet begins it.
    var isListItem = false
  }

  /// Repairs a line.
  ///
  /// - Parameter raw: the line with its spaces, as extracted.
  func repair(_ raw: Scalars, _ place: Place) -> Result {
    var result = Result(text: [])
    let isRightToLeft = raw.hasRightToLeftLetter
    let vote = TurnedBrackets.turned(raw)
    let turns = vote != 0 ? vote > 0 : isRightToLeft && turnsBrackets
    if raw.contains("\t") {
      result.text = tabbed(raw, turns: turns, &result)
      return result
    }
    var segments = StretchedLines.segments(of: raw)
    guard !segments.isEmpty else { return result }
    let leading = raw.prefix { $0.isSpacing }.count
    if (place.startsPage && leading < 2) || place.isListItem { segments[0].hasSpaceBefore = false }
    guard place.isPrintedLine else {
      let line = Array(segments.map(\.text).joined(separator: [" "]))
      if turns, line.contains(where: \.isPairedBracket) { result.kinds.append(.turnedBrackets) }
      result.text = turns ? TurnedBrackets.mirrored(line) : line
      return result
    }
    var isTurned = false
    if isRightToLeft, segments.count > 1, segments.count < 400 {
      let weight = stretchedLines.weight(of: segments, isJustified: place.isJustified)
      isTurned = weight > 0
      if weight.magnitude < 0.6 { result.doubt = .wordOrder }
    }
    if isTurned {
      result.kinds.append(.turnedSegments)
      segments.reverse()
    } else if segments.count > 1 {
      let first = segments[0].hasSpaceBefore
      let line = Array(segments.map(\.text).joined(separator: [" "]))
      segments = [StretchedLines.Segment(text: line, hasSpaceBefore: first)]
    }
    var pieces: [Scalars] = []
    for segment in segments {
      let restored = DirectionalRuns.restore(
        segment.text, hasSpaceBefore: segment.hasSpaceBefore, turnsBrackets: turns)
      if restored.isMoved, !result.kinds.contains(.movedRun) { result.kinds.append(.movedRun) }
      if restored.isDoubtful {
        result.doubt = result.doubt ?? .movedRun
      }
      var text = restored.text
      if isTurned, let swapped = Self.movingHyphen(text) {
        text = swapped
        result.kinds.append(.movedHyphen)
      }
      pieces.append(text)
    }
    if turns, raw.contains(where: \.isPairedBracket) { result.kinds.append(.turnedBrackets) }
    result.text = Array(pieces.joined(separator: [" "]))
    return result
  }

  /// A line whose words are parted by tabs. Its order is turned where its first word shows signs
  /// that belong to a line's end.
  private func tabbed(_ raw: Scalars, turns: Bool, _ result: inout Result) -> Scalars {
    let words = raw.words
    guard let first = words.first, first.count > 1, raw.hasRightToLeftLetter,
      first[0].isClausePunctuation, !first[1].isClausePunctuation
    else {
      let line = Array(words.joined(separator: [" "]))
      if turns, line.contains(where: \.isPairedBracket) { result.kinds.append(.turnedBrackets) }
      return turns ? TurnedBrackets.mirrored(line) : line
    }
    result.kinds.append(.movedRun)
    var runs: [Scalars] = []
    var latin: [Scalars] = []
    for word in words {
      if word.hasRightToLeftLetter {
        if !latin.isEmpty { runs.append(DirectionalRuns.leftToRightRun(latin)) }
        latin = []
        runs.append(turns ? TurnedBrackets.mirrored(word) : word)
      } else {
        latin.append(word)
      }
    }
    if !latin.isEmpty { runs.append(DirectionalRuns.leftToRightRun(latin)) }
    return Array(runs.reversed().joined(separator: [" "]))
  }

  /// `מבצעית־ הרמה`, where the maqaf can only have stood at the line's end: `הרמה מבצעית־`.
  ///
  /// A suspended first half (`דו־ ורב־צדדי`) goes on with a conjunction and stays.
  private static func movingHyphen(_ text: Scalars) -> Scalars? {
    for index in text.indices.dropFirst().dropLast(2)
    where text[index] == "\u{05BE}" && text[index + 1] == " " && text[index - 1].isLetter {
      guard text[index + 2] != "ו", text[index + 2].isLetter else { return nil }
      return Array(text[(index + 2)...]) + [" "] + text[...index]
    }
    return nil
  }
}
