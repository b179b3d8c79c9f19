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

  /// The choices that were made, with the readings that were not taken.
  public var decisions: Decisions

  /// The lines of the source that each block and note was made of.
  public var places = SourcePlaces()

  /// A doubt and the line of the source where it arose.
  public struct DoubtAt: Equatable, Sendable {
    public var doubt: Doubt
    public var line: Int
  }
}

extension Conversion {
  /// The article that a document has become at the end of its way, and what an editor should know.
  init(_ document: Document, _ decisions: Decisions) {
    let language = document.language ?? "en"
    let assembly = ArticleAssembly(
      inlineText: InlineText(
        pageNumbers: document.printed?.numbersByBreak ?? [:], isMarkdown: document.isMarkdown,
        noteSigns: NoteKey.signs(document.noteKeys)),
      language: language)
    account = document.account
    var frontMatter = document.frontMatter
    frontMatter.doubts = ([.uncorrected] + document.frontDoubts).map {
      $0.sentence(language: language)
    }
    article = Article(
      frontMatter: frontMatter,
      blocks: assembly.blocks(document.passages, leadingBreaks: document.leadingBreaks)
        + UnplacedText.blocks(account.unplaced, language: language),
      notes: assembly.notes(document.notes),
      linkLists: document.targets?.lists(pageNumbers: document.printed?.pageNumbers ?? []) ?? [])
    removals = document.removals
    repairs = document.repairs.sorted { ($0.line, $0.kind) < ($1.line, $1.kind) }
    doubts = document.frontDoubts.map { DoubtAt(doubt: $0, line: document.frontLines.first ?? 1) }
    for (found, lines) in document.passages.map({ ($0.doubts, $0.sourceLines) })
      + document.notes.map({ ($0.doubts, $0.sourceLines) })
    {
      doubts += found.map { DoubtAt(doubt: $0, line: lines.first ?? 0) }
    }
    missingNotes = document.notes.filter(\.isMissing).map(\.label)
    orphanedNotes =
      document.profile.notes == .given
      ? [] : document.notes.map(\.label).filter { !document.marks.contains($0) }
    self.decisions = decisions
    places = SourcePlaces(document)
  }
}
