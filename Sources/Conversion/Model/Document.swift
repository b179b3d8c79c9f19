import Manuscript

/// A paper on its way from a source to an article.
///
/// A reader makes it and states in its profile what the source says; the passes of `Pipeline` take
/// it on, each leaving what it found in the next of the document's forms: pages, lines, paragraphs,
/// passages. A reader whose source says what its parts are fills the later forms itself.
public struct Document: Sendable {
  /// The pages as they were read, for the account of every letter.
  public let source: [Page]
  /// What is known, and how.
  public var profile: SourceProfile
  /// Whether the source parts its pages, as extraction programs do; what is fitted on their texts
  /// says nothing of others.
  var isPaged: Bool { source.count > 1 }
  /// The paper's language as a BCP 47 tag; `nil` until its letters have told it.
  public var language: String?

  /// The pages, their lines in the order in which they are read.
  public var pages: [Page]
  /// How each page was ordered in the source.
  var families: [OrderFamily] = []
  /// The numbers of the lines whose words were found by a dictionary, for want of spaces.
  var segmented: Set<Int> = []

  /// The lines of each page that hold something; empty when `lines` take over.
  var pageLines: [[TextLine]] = []
  /// The running heads, page numbers and beginnings of pages.
  var printed: PrintedPages?
  /// The addresses that stand at the pages' feet.
  var targets: LinkTargets?
  /// The lines of the text itself: without heads, notes and what the front took.
  var lines: [TextLine] = []
  /// The lines of a note that an asterisk marks.
  var starred: [TextLine] = []
  /// The notes, line by line.
  var rawNotes: [NoteZones.RawNote] = []
  /// The notes by what their marks look like.
  var noteKeys: [NoteKey] = []
  var style: LineStyle?
  /// The words that hyphens part at the ends of lines.
  var parted: PartedWords?
  /// The numbers of items that were printed twice, by line; they are no longer in the lines.
  var doubledNumbers: [Int: Int] = [:]
  /// Whether the source writes Markdown's emphasis and escapes.
  var isMarkdown = false

  /// The lines of each paragraph.
  var paragraphs: [[TextLine]] = []
  /// The blocks of the text.
  var passages: [Passage] = []
  /// The notes, whole.
  var notes: [NoteText] = []
  /// The labels of the marks that were found in the text, in order.
  var marks: [Int] = []

  /// What the paper says of itself, and the numbers of the source's lines that say it.
  var frontMatter: FrontMatter
  var frontLines: [Int] = []
  var frontDoubts: [Doubt] = []
  /// Whether a masthead has told the title and the authors.
  var hasMasthead = false
  /// Page breaks that stand before the first passage.
  var leadingBreaks: [Int] = []

  /// What of the source is left out, by name.
  var removals: [Removal] = []
  /// What was repaired, line by line.
  var repairs: [RepairRecord] = []

  /// A paper of lines whose parts are to be found out.
  ///
  /// - Parameter language: the paper's language as a BCP 47 tag; `nil` to tell it by its letters.
  public init(pages: [Page], profile: SourceProfile = .text, language: String? = nil) {
    source = pages
    self.pages = pages
    self.profile = profile
    self.language = language
    frontMatter = FrontMatter(title: "", language: language ?? "")
  }

  /// A paper whose parts the source tells.
  ///
  /// - Parameters:
  ///   - pages: the source's text, a line for each of its parts, for the account.
  ///   - passages: the blocks of the text; `sourceLines` says which lines of `pages` they hold.
  ///   - notes: the notes, likewise.
  ///   - frontMatter: what the source itself says of the paper.
  init(
    pages: [Page], passages: [Passage], notes: [NoteText], frontMatter: FrontMatter,
    profile: SourceProfile = .structured
  ) {
    self.init(
      pages: pages, profile: profile,
      language: frontMatter.language.isEmpty ? nil : frontMatter.language)
    self.passages = passages
    self.notes = notes
    self.frontMatter = frontMatter
  }
}
