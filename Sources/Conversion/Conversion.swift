import Manuscript

/// What became of a paper.
public struct Conversion: Sendable {
  public var article: Article
  /// What of the source is not in the article, by name.
  public var removals: [Removal]
  /// What became of every letter and digit.
  public var account: Account
  /// What was mended, line by line.
  public var repairs: [RepairRecord]
  /// What is not certain.
  public var doubts: [DoubtAt]
  /// The labels of notes whose mark is in the text and whose own text is lost.
  public var missingNotes: [Int]
  /// The labels of notes whose mark was not found in the text.
  public var orphanedNotes: [Int]

  /// A doubt and the line of the source where it arose.
  public struct DoubtAt: Equatable, Sendable {
    public var doubt: Doubt
    public var line: Int
  }
}
