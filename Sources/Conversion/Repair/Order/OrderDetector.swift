import Orthography

/// Tells by weighed evidence in which order a program put out the signs of a page.
///
/// Each family's reading is tried on the lines, and the reading that looks least damaged is taken.
/// A text is the work of one program, so a page follows the whole text unless its own lines speak
/// clearly for another family; and the order that the text has is kept unless another is clearly
/// better: a sound text is never turned.
struct OrderDetector {
  var reader: OrderReader
  var evidence: OrderEvidence

  init(reader: OrderReader) {
    self.reader = reader
    evidence = OrderEvidence(lexicon: reader.lexicon)
  }

  /// The family of each page.
  ///
  /// Where letters alone show that words are not turned, no dictionary is asked: it takes longer to load
  /// than a paper to read.
  func families(_ pages: [[[Unicode.Scalar]]]) -> [OrderFamily] {
    if !reader.isArabic {
      let plain = OrderDetector(reader: OrderReader(reader, lexicon: EmptyLexicon()))
      let costs = pages.map(plain.tally)
      let whole = costs.reduce(into: Tally()) { $0.add($1) }
      if whole.keepsLetters { return families(whole, costs) }
    }
    let costs = pages.map(tally)
    return families(costs.reduce(into: Tally()) { $0.add($1) }, costs)
  }

  private func families(_ whole: Tally, _ costs: [Tally]) -> [OrderFamily] {
    let family = decision(whole, preferring: .logical, factor: 1)
    return costs.map { decision($0, preferring: family, factor: 2) }
  }

  /// What each family's reading costs, and the lines that tell anything.
  private struct Tally {
    var costs: [OrderFamily: Double] = [:]
    /// How much the spacing alone speaks against a reading.
    var spacing: [OrderFamily: Double] = [:]
    /// How much the clauses alone do.
    var clauses: [OrderFamily: Double] = [:]
    /// Words that only a dictionary or their letters show to be turned singly.
    var halfTurned = 0
    /// Punctuation glued between two right-to-left words.
    var seams = 0
    /// Lines that lost their spaces, in which all is glued.
    var spaceless = 0
    /// Lines that begin with closing punctuation.
    var closedBeginnings = 0
    /// Lines of nothing but punctuation and brackets: pieces of a line that was put out run by run.
    var fragments = 0
    /// What words tell that stand with the signs that touch them.
    var tokens = TurnedTokens.Evidence()
    var lines = 0
    var words = 0
    var markedLines = 0

    /// Whether the readings that turn letters are much worse than the best of the others.
    var keepsLetters: Bool {
      let turning: [OrderFamily] = [.visual, .visualRuns]
      guard let kept = costs.filter({ !turning.contains($0.key) }).values.min(),
        let turned = turning.compactMap({ costs[$0] }).min()
      else { return false }
      return turned - kept > 0.25 * Double(words)
    }

    mutating func add(_ other: Tally) {
      costs.merge(other.costs, uniquingKeysWith: +)
      spacing.merge(other.spacing, uniquingKeysWith: +)
      clauses.merge(other.clauses, uniquingKeysWith: +)
      halfTurned += other.halfTurned
      seams += other.seams
      spaceless += other.spaceless
      closedBeginnings += other.closedBeginnings
      fragments += other.fragments
      tokens.add(other.tokens)
      lines += other.lines
      words += other.words
      markedLines += other.markedLines
    }
  }

  private func tally(_ page: [[Unicode.Scalar]]) -> Tally {
    var tally = Tally()
    // A long page tells by its first lines as much as by all.
    for line in page.prefix(400) {
      if Self.isFragment(line) { tally.fragments += 1 }
      guard line.contains(where: { Kind($0) == .right }) else { continue }
      if line.first(where: { Kind($0) != .space }).map(Spacing.isCloser) == true {
        tally.closedBeginnings += 1
      }
      if line.contains(where: { $0.value == 0x202B }) { tally.markedLines += 1 }
      tally.lines += 1
      tally.tokens.add(line)
      tally.seams += Self.seams(line)
      if LostSpaces.hasLost(line) { tally.spaceless += 1 }
      tally.words += OrderEvidence.words(line).count
      let beginning = Array(line.prefix(600))
      if reader.isArabic {
        tally.halfTurned += HalfTurnedWords.turnedWords(in: beginning, lexicon: reader.lexicon)
      }
      for family in Self.candidates {
        let reading = Self.trimmed(reader.read(beginning, as: family))
        let spacing = reader.seams.cost(reading)
        let clauses = evidence.clauseCost(reading)
        tally.spacing[family, default: 0] += spacing
        tally.clauses[family, default: 0] += clauses
        tally.costs[family, default: 0] += spacing + clauses + evidence.letterCost(reading)
      }
    }
    return tally
  }

  private static let candidates: [OrderFamily] = [
    .logical, .visual, .visualRuns, .turnedRuns, .displacedSigns, .segments, .turnedWords,
    .turnedClauses, .halfTurned,
  ]

  private static func isFragment(_ line: [Unicode.Scalar]) -> Bool {
    let signs = line.filter { Kind($0) != .space }
    return (1...4).contains(signs.count)
      && signs.allSatisfy { Spacing.isCloser($0) || $0.isBracket || $0.value == 0x2013 }
  }

  private static func seams(_ line: [Unicode.Scalar]) -> Int {
    line.indices.dropFirst().dropLast().count { index in
      Spacing.isCloser(line[index]) && Kind(line[index - 1]) == .right
        && Kind(line[index + 1]) == .right
    }
  }

  /// A line without the spaces at its ends and with single spaces inside: how many there are tells
  /// of indents and columns, not of order.
  static func trimmed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(line.split { Kind($0) == .space }.joined(separator: [" "]))
  }

  private func decision(
    _ tally: Tally, preferring preferred: OrderFamily, factor: Double
  ) -> OrderFamily {
    guard tally.lines > 0 else { return preferred }
    if tally.markedLines * 2 > tally.lines { return .marked }
    let kept = preferred == .marked ? .logical : preferred
    if kept != .turnedTokens, let clauses = tally.clauses[.logical],
      let turned = tally.clauses[.turnedWords],
      clauses - turned > factor * (2 + Double(tally.words) / 80)
    {
      return .turnedWords
    }
    // One page has too few lines to tell another order by them.
    if kept == .turnedTokens || factor == 1 && tally.tokens.isTurned { return .turnedTokens }
    // What is spaced anew in reading tells nothing by its spacing alone.
    guard kept != .turnedWords else { return kept }
    let turnsClauses =
      Double(tally.seams) > 2 + Double(tally.words) / 100 && tally.spaceless * 4 < tally.lines
      && tally.closedBeginnings * 15 > tally.lines
    var others = tally.costs.filter {
      $0.key != .turnedWords && ($0.key != .turnedClauses || turnsClauses || kept == .turnedClauses)
    }
    // Where nearly all words are turned the line is visual; where few are, none is.
    if !(tally.words / 8...tally.words * 3 / 4).contains(tally.halfTurned), kept != .halfTurned {
      others[.halfTurned] = nil
    }
    // A line put out as it is seen is whole.
    for family in [OrderFamily.visual, .turnedRuns] {
      others[family, default: 0] += min(Double(tally.fragments), Double(tally.lines) / 20) * 1.5
    }
    guard let cost = others[kept],
      let best = others.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }), best.key != kept,
      cost - best.value > factor * (2 + Double(tally.words) / 100)
    else { return kept }
    // Letters that were turned leave no doubt; else most of what is amiss must be mended by the
    // reading, for every text has spacing of its own.
    if [.visual, .visualRuns, .halfTurned].contains(best.key) { return best.key }
    guard let spacing = tally.spacing[kept], let mended = tally.spacing[best.key],
      mended < spacing * 0.7
    else { return kept }
    return best.key
  }
}

extension OrderFamily: Comparable {
  /// The order in which families are listed, to decide between equals.
  public static func < (one: OrderFamily, other: OrderFamily) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}
