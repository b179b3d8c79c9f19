import Orthography

/// Reads lines of a family back into the order in which they are read.
struct OrderReader {
  /// Whether the right-to-left text is Arabic, in which percent signs and hyphens do not join
  /// numbers.
  let isArabic: Bool
  let lexicon: any Lexicon
  /// Whether the text's runs have spaces between them.
  var seams = Seams(areLost: false)
  /// Brackets and quotation marks that part the runs beside them.
  var leftSigns: Set<Unicode.Scalar> = []
  private let halfTurned: HalfTurnedWords
  private let bracketsStay: Bool
  /// Whether a number or Latin stands before the line, of which the line may be the rest.
  var followsNumber = false

  /// - Parameter lines: the lines of the paper as they were put out.
  init(isArabic: Bool, lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    self.isArabic = isArabic
    self.lexicon = lexicon
    halfTurned = HalfTurnedWords(lines: isArabic ? lines : [], lexicon: lexicon)
    bracketsStay = SegmentOrder.bracketsStay(lines)
  }

  /// A reader that differs from another in what words it knows.
  init(_ other: OrderReader, lexicon: any Lexicon) {
    isArabic = other.isArabic
    self.lexicon = lexicon
    seams = other.seams
    leftSigns = other.leftSigns
    halfTurned = other.halfTurned
    bracketsStay = other.bracketsStay
    followsNumber = other.followsNumber
  }

  /// A line of a text of a family as it is read.
  ///
  /// Raised numbers and changes of font part a line for some programs, and a line that needs no
  /// turning may be given as it is read: where another reading is better spaced by a whole breach, it
  /// is taken.
  ///
  /// - Parameter nextMark: the number of the note whose mark comes next.
  func restored(
    _ line: [Unicode.Scalar], as family: OrderFamily, nextMark: Int = 1
  ) -> [Unicode.Scalar] {
    // A line put out run by run may be a piece, which begins and ends in the middle of the printed one.
    let isWhole = family != .visualRuns
    let (cost, reading) =
      family == .turnedRuns
      ? LineBoxes(
        read: { read($0, as: family) }, nextMark: nextMark, seams: seams,
        isWord: { lexicon.knows($0.text) }
      )
      .restored(line)
      : costed(read(line, as: family), isWhole: isWhole)
    guard cost > 0.5 else { return reading }
    var best = (cost: cost - 0.6, reading: reading)
    for other in alternatives(line, to: family) {
      let cost = seams.cost(OrderDetector.trimmed(other), edges: isWhole)
      if cost < best.cost { best = (cost, other) }
    }
    return best.reading
  }

  /// What is amiss in lines after they have been read: their spacing, and brackets without partner.
  func cost(_ lines: [[Unicode.Scalar]]) -> Double {
    lines.reduce(0) { sum, line in
      let (cost, reading) = LineBoxes(
        read: { read($0, as: .turnedRuns) }, nextMark: 0, seams: seams
      ).restored(line)
      return sum + cost + BracketShapes.cost(reading)
    }
  }

  private func costed(
    _ reading: [Unicode.Scalar], isWhole: Bool
  ) -> (cost: Double, reading: [Unicode.Scalar]) {
    (seams.cost(OrderDetector.trimmed(reading), edges: isWhole), reading)
  }

  /// A line as it is read, with what the spaces at its edges tell.
  ///
  /// - Parameters:
  ///   - previous: the line before it.
  ///   - nextMark: the number of the note whose mark comes next.
  func piece(
    _ line: Line, source: [Unicode.Scalar], after previous: [Unicode.Scalar],
    as family: OrderFamily, nextMark: Int
  ) -> LinePiece {
    var reader = self
    let digits = previous.reversed().prefix { Kind($0).isLeftToRight }.count
    reader.followsNumber = digits > 0 && (digits > 3 || digits < previous.count)
    let reading = reader.restored(source, as: family, nextMark: nextMark)
    let edges: (leading: Bool?, trailing: Bool)?
    switch family {
    case .marked, .turnedWords, .turnedTokens: edges = nil
    case .turnedClauses: edges = TurnedWords.edges(source)
    default:
      edges = (
        reading.first.map { Kind($0) == .space } ?? false,
        reading.last.map { Kind($0) == .space } ?? false
      )
    }
    return LinePiece(line: line, reading: reading, edges: edges)
  }

  private func alternatives(
    _ line: [Unicode.Scalar], to family: OrderFamily
  ) -> [[Unicode.Scalar]] {
    switch family {
    case .logical, .marked, .turnedWords, .turnedTokens, .turnedClauses: []
    case .visual: parted(line, as: family, glued: true)
    case .visualRuns: [read(line, as: .visual)]
    case .turnedRuns:
      [line, read(line, as: .displacedSigns)]
    case .displacedSigns: [line]
    case .segments: [line]
    case .halfTurned: []
    }
  }

  /// Readings of a line that a raised note mark parts: what stands before the mark and what stands
  /// after it are each ordered by themselves.
  private func parted(
    _ line: [Unicode.Scalar], as family: OrderFamily, glued: Bool = false
  ) -> [[Unicode.Scalar]] {
    var readings: [[Unicode.Scalar]] = []
    var index = 0
    while index < line.count, readings.count < 4 {
      guard Kind(line[index]) == .digit else {
        index += 1
        continue
      }
      var end = index
      while end < line.count, Kind(line[end]) == .digit { end += 1 }
      let isGlued = end < line.count && Kind(line[end]) != .space
      if end - index < 4, index > 0, isSeam(line[index - 1]), isGlued || !glued {
        readings.append(
          read(Array(line[..<index]), as: family) + line[index..<end]
            + read(Array(line[end...]), as: family))
      }
      index = end
    }
    return readings
  }

  /// Whether a note mark may follow a sign.
  private func isSeam(_ scalar: Unicode.Scalar) -> Bool {
    switch Kind(scalar) {
    case .right: scalar.value != 0x5BE
    case .separator, .neutral, .mark: true
    default: false
    }
  }

  /// A line as it is read, by the rule of its family alone.
  func read(_ line: [Unicode.Scalar], as family: OrderFamily) -> [Unicode.Scalar] {
    let inverse = VisualInverse(isArabic: isArabic, seams: seams)
    switch family {
    case .logical: return line
    case .marked: return inverse.logical(MarkedOrder.visual(line))
    case .visual: return inverse.logical(line)
    case .visualRuns: return VisualRuns.logical(line)
    case .turnedRuns:
      return inverse.logical(
        TurnedRuns(runsAreVisual: true, seams: seams, leftSigns: leftSigns)
          .restored(line))
    case .displacedSigns:
      return TurnedRuns(runsAreVisual: false, followsNumber: followsNumber, seams: seams)
        .restored(line)
    case .segments: return segments(line, inverse)
    case .halfTurned:
      return halfTurned.restored(segments(line, inverse))
    case .turnedWords: return TurnedWords(lexicon: lexicon, turnsWords: true).logical(line)
    case .turnedTokens: return TurnedTokens(lexicon: lexicon).logical(line)
    case .turnedClauses: return TurnedWords(lexicon: lexicon, turnsWords: false).logical(line)
    }
  }

  /// PDFium takes a line as right to left or left to right by counting its words: both are tried.
  private func segments(_ line: [Unicode.Scalar], _ inverse: VisualInverse) -> [Unicode.Scalar] {
    guard line.contains(where: { Kind($0).isLeftToRight || $0.isBracket }) else { return line }
    let kinds = line.map(Kind.init)
    let rightToLeft = inverse.logical(visual(line, isRightToLeft: true))
    guard kinds.count(where: { $0 == .left }) > kinds.count(where: { $0 == .right }) else {
      return rightToLeft
    }
    let leftToRight = inverse.logical(visual(line, isRightToLeft: false))
    return seams.cost(rightToLeft) < seams.cost(leftToRight) ? rightToLeft : leftToRight
  }

  private func visual(_ line: [Unicode.Scalar], isRightToLeft: Bool) -> [Unicode.Scalar] {
    SegmentOrder.visual(line, isRightToLeft: isRightToLeft, bracketsStay: bracketsStay)
  }
}
