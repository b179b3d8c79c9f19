/// What a conversion knew of a paper beside its text: the lines of the source, and where it was not
/// sure.
public struct Draft: Codable, Equatable, Sendable {
  /// The article as it was converted, in pieces with their lines.
  public var base: Sheet
  public var matters: [Matter]
  /// The source's lines in order.
  public var source: [Line]
  /// The numbers of the lines that the front matter was read from.
  public var frontLines: [Int]

  public struct Line: Codable, Equatable, Sendable {
    public var number: Int
    public var text: String
  }

  public init(
    base: Sheet, matters: [Matter] = [], source: [Line] = [], frontLines: [Int] = []
  ) {
    self.base = base
    self.matters = matters
    self.source = source
    self.frontLines = frontLines
  }

  /// How likely a fault must be for a piece to count as doubtful before an editor says otherwise.
  static let doubtful = 0.5

  /// The share of letters in doubtful pieces above which a conversion is not to be read by others.
  private static let doubtfulShare = 0.2

  /// Whether more of it is likely to be wrong than a reader should meet.
  public var isDoubtful: Bool {
    let doubted = Set(matters.filter { $0.weight >= Self.doubtful }.compactMap { $0.lines.min() })
    var (all, wrong) = (0, 0)
    for piece in base.pieces {
      all += piece.text.utf8.count
      if piece.lines.min().map(doubted.contains) ?? false { wrong += piece.text.utf8.count }
    }
    return Double(wrong) > Self.doubtfulShare * Double(all)
  }

  /// What an article has that was written, not converted: nothing but its text.
  public init(written file: String) { self.init(base: Sheet(file)) }
}

/// A place where a conversion was not sure, with what else it might have been.
public struct Matter: Codable, Equatable, Sendable {
  /// The source's lines; the first tells which piece it is about.
  public var lines: [Int]
  /// How likely it is that something is wrong here, from 0 to 1.
  public var weight: Double
  /// What is doubted, by the names of `Doubt`.
  public var kinds: [String]
  /// What speaks for a fault, the strongest first.
  public var evidence: [String]
  /// Other readings of words, the likelier first.
  public var alternatives: [Alternative]
  /// Whether the piece may go on in the next, or the piece before in it; and before which lines it
  /// may be two.
  public var joinsNext = false
  public var joinsPrevious = false
  public var partsBefore: [Int] = []

  /// Words that may be meant in the place of others.
  public struct Alternative: Codable, Equatable, Sendable {
    public var was: String
    public var now: String
    /// How likely it is beside the others, from 0 to 1.
    public var probability: Double
    public var evidence: [String]
  }

  public init(
    lines: [Int], weight: Double, kinds: [String] = [], evidence: [String] = [],
    alternatives: [Alternative] = []
  ) {
    self.lines = lines
    self.weight = weight
    self.kinds = kinds
    self.evidence = evidence
    self.alternatives = alternatives
  }
}
