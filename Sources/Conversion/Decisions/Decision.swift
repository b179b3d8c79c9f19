/// A choice that a pass made between readings of one place.
///
/// The report, the `check:` marks and an editor's desk are views of the same decisions.
public struct Decision: Sendable {
  public let id: DecisionID
  public let kind: Kind
  /// Where in the source the choice arose.
  public let range: SourceRange
  /// The words of the source that the choice is about.
  public let words: String
  public let best: Scored
  /// The other readings, the likelier first.
  public let others: [Scored]

  /// What is chosen.
  public enum Kind: String, Sendable, CaseIterable {
    /// The order of a line's words.
    case lineOrder = "line-order"
    /// Whether a paragraph ends between two lines.
    case paragraphEnd = "paragraph-end"
    /// What a block is.
    case blockKind = "block-kind"
    /// How deep a heading stands.
    case headingLevel = "heading-level"
    /// Which note a mark leads to, or whether a number is a mark.
    case noteMark = "note-mark"
    /// Where the paper's notes are.
    case notePlan = "note-plan"
    /// Which number, item or page label a numeral is.
    case number
    /// What a line of the front says.
    case frontLine = "front-line"
    /// Where words end.
    case spaces
    /// Whether a block, or a note, is wrong in some way.
    case block
    case note
  }

  /// How likely the best reading is, from 0 to 1, beside the others.
  ///
  /// Scores are log-odds, so the readings share one among them by the softmax of their scores.
  public var probability: Double {
    let scores = ([best] + others).map(\.score)
    let highest = scores.max() ?? 0
    let weights = scores.map { Decision.exponential($0 - highest) }
    let sum = weights.reduce(0, +)
    return sum > 0 ? weights[0] / sum : 0
  }
}

/// A reading of a place, with what speaks for it.
public struct Scored: Equatable, Sendable {
  public var reading: Reading
  /// How much speaks for it, in log-odds: 0 says nothing, 2.2 that it is right nine times in ten.
  public var score: Double
  public var evidence: [Evidence]

  public init(_ reading: Reading, score: Double, evidence: [Evidence] = []) {
    self.reading = reading
    self.score = score
    self.evidence = evidence
  }
}

/// How a place can be read.
public enum Reading: Equatable, Sendable {
  case text(String)
  /// Two lines belong to one paragraph, or to two.
  case joined
  case parted
  /// The name of a kind of block, or of a part of the front: `heading`, `item`, `author`.
  case kind(String)
  case level(Int)
  case label(Label)
  /// There is nothing of the kind: the number is no mark.
  case none
}

/// Something that speaks for a reading or against it.
public struct Evidence: Equatable, Sendable {
  /// What was seen, in words joined by hyphens: `short-line`, `known-word`.
  public var feature: String
  /// How much it adds to the log-odds.
  public var weight: Double

  public init(_ feature: String, _ weight: Double) {
    self.feature = feature
    self.weight = weight
  }
}

/// A place in the source: its lines, by their numbers.
public struct SourceRange: Hashable, Sendable {
  public var first: Int
  public var last: Int

  public init(_ first: Int, _ last: Int) {
    self.first = min(first, last)
    self.last = max(first, last)
  }
}

/// A name for a choice that stays the same when a paper is converted anew, by this version of Daf or
/// by another: it depends on what is chosen and on the source's own words.
public struct DecisionID: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameters:
  ///   - words: the source's words at the place.
  ///   - occurrence: how many places with the same words stand before it.
  init(_ kind: Decision.Kind, words: String, occurrence: Int) {
    // FNV-1a, 64 bits: the same on every machine, which Swift's own hashes are not.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words.utf8 where byte != 0x20 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    description = "\(kind.rawValue)-\(digits)" + (occurrence > 0 ? "-\(occurrence + 1)" : "")
  }
}
