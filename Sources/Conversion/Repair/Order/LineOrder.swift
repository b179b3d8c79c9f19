import Foundation
import Orthography

/// Puts the lines of a paper into the order in which they are read, whatever program they were
/// extracted by.
///
/// Each page is told apart by `OrderDetector` and read back by `OrderReader`. A page that is in
/// order stays as it is, but for invisible direction marks and Arabic presentation forms.
public struct LineOrder {
  private let lexicon: any Lexicon

  /// - Parameter lexicon: words to judge readings by; the stage works without any.
  public init(lexicon: any Lexicon = EmptyLexicon()) { self.lexicon = lexicon }

  /// What was done to a line.
  public struct Repair: Equatable, Sendable {
    /// The page, counted from 0.
    public var page: Int
    /// The number of the line in the source.
    public var line: Int
    /// How the line was ordered in the source.
    public var family: OrderFamily
  }

  /// Pages in logical order, and what was done to which lines.
  public struct Result: Sendable {
    public var pages: [Page]
    /// How each page was ordered in the source.
    public var families: [OrderFamily]
    public var repairs: [Repair]
    /// The numbers of the lines whose words were found by a dictionary, for want of spaces.
    public var segmented: Set<Int> = []
  }

  /// Puts pages in order.
  public func restore(_ pages: [Page]) -> Result {
    let sources = pages.map { page in page.lines.map { Self.cleaned($0.text) } }
    var reader = OrderReader(
      isArabic: Self.isArabic(pages), lines: sources.flatMap { $0 }, lexicon: lexicon)
    // The first lines tell as much as all.
    let sample = sources.joined().prefix(400).map { Array($0.prefix(600)) }
    var families = OrderDetector(reader: reader).families(sources)
    reader.seams = Seams(
      areLost: Seams.areLost(in: sample.map { reader.read($0, as: .turnedRuns) }))
    if reader.seams.areLost, !families.contains(where: { $0 != .logical }) {
      families = OrderDetector(reader: reader).families(sources)
    }
    if families.contains(.turnedClauses) { learnClauses(&reader, from: sample, &families) }
    learn(&reader, from: sources, families)
    var result = Result(pages: [], families: families, repairs: [])
    var shapes = BracketShapes()
    let pieces = self.pieces(of: pages, sources, reader, families)
    var joining = LinePieces(pages: pieces)
    for (place, page) in pages.enumerated() {
      let family = families[place]
      var restored = page
      if family.mayBreakLines, let lines = joining.lines(of: pieces[place]) {
        restored.lines = lines
      } else {
        restored.lines = pieces[place].map { piece in
          var line = piece.line
          line.text = piece.reading.text
          return line
        }
      }
      let originals = Dictionary(
        page.lines.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
      for index in restored.lines.indices {
        let line = restored.lines[index]
        var text = [Unicode.Scalar](line.text)
        if family != .logical {
          shapes.hasSpaces = !family.losesSpaces
          text = TurnedRanges.restored(shapes.restore(text))
          text = family.losesSpaces ? Respacing.restored(text) : Respacing.tightened(text)
        }
        if family == .turnedRuns, reader.seams.areLost { text = Seams.spaced(text) }
        text.removeAll(where: Self.isMark)
        if family != .logical {
          // The space at the head of a piece tells that it is the later part of its line.
          let isTail = family.partsLines && text.first.map { Kind($0) == .space } == true
          text = (isTail ? [" "] : []) + OrderDetector.trimmed(text)
        }
        restored.lines[index].text = Self.composed(text)
        if restored.lines[index].text != originals[line.number] {
          result.repairs.append(Repair(page: place, line: line.number, family: family))
        }
      }
      result.pages.append(restored)
    }
    findWords(&result)
    if reader.isArabic {
      joinTornLines(&result)
      joinWords(&result)
    }
    return result
  }

  /// The lines of each page as they are read, with what their edges tell.
  private func pieces(
    of pages: [Page], _ sources: [[[Unicode.Scalar]]], _ reader: OrderReader,
    _ families: [OrderFamily]
  ) -> [[LinePiece]] {
    var nextMark = 1
    return pages.indices.map { place in
      var pieces: [LinePiece] = []
      for (index, line) in pages[place].lines.enumerated() {
        let previous = index > 0 ? sources[place][index - 1] : []
        let piece = reader.piece(
          line, source: sources[place][index], after: previous, as: families[place],
          nextMark: nextMark)
        nextMark = LineBoxes.nextMark(nextMark, after: piece.reading)
        pieces.append(piece)
      }
      return families[place] == .visual ? MarginLabels.spread(pieces) : pieces
    }
  }

  /// Puts spaces back where they were lost.
  private func findWords(_ result: inout Result) {
    let lines = result.pages.flatMap(\.lines).map { [Unicode.Scalar]($0.text) }
    let spaces = LostSpaces(lines: lines, lexicon: lexicon)
    for (place, page) in result.pages.enumerated() {
      for (index, line) in page.lines.enumerated() {
        guard let text = spaces.restored([Unicode.Scalar](line.text)), text.text != line.text else {
          continue
        }
        result.pages[place].lines[index].text = text.text
        result.segmented.insert(line.number)
      }
    }
  }

  /// Makes lines whole that signs tore, on the pages of a program that parts lines there.
  private func joinTornLines(_ result: inout Result) {
    let torn = TornLines(pages: result.pages)
    for place in result.pages.indices {
      if result.families[place].partsLines {
        result.pages[place] = torn.joined(result.pages[place])
      } else if result.families[place] == .marked {
        result.pages[place] = TornLines.mended(
          StrayLetters(lexicon: lexicon).restored(result.pages[place]))
      }
    }
  }

  /// Signs that a font of right-to-left letters may lack.
  private static let stops: Set<Unicode.Scalar> = [
    ",", ".", ";", ":", "!", "?", "،", "؛", "؟", "/", "–", "—",
  ]

  /// Whether stops touch the words behind them in many lines: they were put out before the words that
  /// they follow. Where many stand between spaces, as some authors set them, they tell nothing.
  private func stopsTouch(_ lines: [[Unicode.Scalar]]) -> Bool {
    var (touching, free) = (0, 0)
    for line in lines {
      let kinds = line.map(Kind.init)
      let stops = line.indices.dropFirst().dropLast().filter { Spacing.isCloser(line[$0]) }
      if stops.contains(where: { kinds[$0 + 1] == .right }) { touching += 1 }
      if stops.contains(where: { kinds[$0 - 1] == .space && kinds[$0 + 1] == .space }) { free += 1 }
    }
    return touching * 8 > lines.count && free * 4 < lines.count
  }

  /// Tells clauses that are turned in whole lines from those that are turned in pieces of lines.
  ///
  /// Where a font lacks the signs of punctuation they are taken from another, and part the runs of a
  /// line as numbers do: then the runs are seen, and numbers stand inside the lines.
  private func learnClauses(
    _ reader: inout OrderReader, from sample: [[Unicode.Scalar]], _ families: inout [OrderFamily]
  ) {
    let whole = sample.count(where: Self.holdsTouchingRun)
    guard whole > 5, whole * 20 > sample.count, stopsTouch(sample) else { return }
    var parting = reader
    parting.leftSigns = Self.stops.union(["(", ")", "[", "]", "«", "»"])
    let before = sample.reduce(0) { $0 + reader.seams.cost(OrderDetector.trimmed($1)) }
    guard parting.cost(sample) < 0.5 * before else { return }
    reader = parting
    families = families.map { $0 == .turnedClauses ? .turnedRuns : $0 }
  }

  /// Whether Latin or a number stands between right-to-left words and touches one.
  private static func holdsTouchingRun(_ line: [Unicode.Scalar]) -> Bool {
    let kinds = line.map(Kind.init)
    guard let first = kinds.firstIndex(of: .right), let last = kinds.lastIndex(of: .right) else {
      return false
    }
    return (first..<last).contains {
      kinds[$0] == .right && line[$0].value != 0x5BE && kinds[$0 + 1].isLeftToRight
    }
  }

  /// Learns from the lines that were put out run by run how their runs meet.
  private func learn(
    _ reader: inout OrderReader, from pages: [[[Unicode.Scalar]]], _ families: [OrderFamily]
  ) {
    let lines = zip(pages, families).lazy.filter { $0.1 == .turnedRuns }.flatMap(\.0)
    // The first lines tell as much as all.
    let sample = lines.prefix(400).map { Array($0.prefix(600)) }
    guard !sample.isEmpty else { return }
    for signs in [Self.stops, ["«", "»"], ["(", ")"], ["[", "]"]] {
      let marked = sample.filter { $0.contains(where: signs.contains) }
      var parting = reader
      parting.leftSigns.formUnion(signs)
      if signs == Self.stops, !stopsTouch(marked) { continue }
      let (before, after) = (reader.cost(marked), parting.cost(marked))
      if after < (signs == Self.stops ? 0.75 * before : before) - 0.1 { reader = parting }
    }
  }

  /// Makes split words whole on the pages that were put in order.
  private func joinWords(_ result: inout Result) {
    let lines = result.pages.flatMap(\.lines).map { [Unicode.Scalar]($0.text) }
    let words = SplitWords(lines: lines, lexicon: lexicon)
    for (place, page) in result.pages.enumerated() where result.families[place] != .logical {
      for (index, line) in page.lines.enumerated() {
        result.pages[place].lines[index].text = words.joined([Unicode.Scalar](line.text)).text
      }
    }
  }

  /// Whether Arabic letters prevail over Hebrew ones.
  private static func isArabic(_ pages: [Page]) -> Bool {
    var balance = 0
    for line in pages.lazy.flatMap(\.lines).prefix(400) {
      for scalar in line.text.unicodeScalars.prefix(600) {
        switch Script(scalar) {
        case .arabic: balance += 1
        case .hebrew: balance -= 1
        default: break
        }
      }
    }
    return balance > 0
  }

  /// A line without what carries nothing: byte order marks, and the marks of a direction that has no
  /// extent.
  private static func cleaned(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x200E, 0x200F, 0x061C, 0xFEFF: false
      default: true
      }
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A line with the letters that presentation forms stand for.
  private static func composed(_ text: [Unicode.Scalar]) -> String {
    guard text.contains(where: isPresentationForm) else { return text.text }
    return text.map { scalar in
      isPresentationForm(scalar)
        ? String(Character(scalar)).precomposedStringWithCompatibilityMapping
        : String(Character(scalar))
    }.joined().precomposedStringWithCanonicalMapping
  }

  private static func isPresentationForm(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0xFB00...0xFB06: true
    default: false
    }
  }
}
