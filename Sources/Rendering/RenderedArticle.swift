import Manuscript
import Orthography

/// An article's parts as HTML (UTF-8, well-formed), for a template to put into their places.
///
/// Texts that come from the front matter are given as HTML too: runs of the other direction in them
/// are isolated, as in the body.
public struct RenderedArticle: Sendable {
  /// BCP 47 tag of the article.
  public var language: String
  public var direction: Direction
  /// Inline HTML.
  public var title: [UInt8] = []
  /// Inline HTML; empty where there is none.
  public var subtitle: [UInt8] = []
  /// Paragraphs; empty where there is none.
  public var abstract: [UInt8] = []
  /// Paragraphs; empty where there are none.
  public var acknowledgements: [UInt8] = []
  /// What the paper gives in other languages, in the order of the front matter.
  public var translations: [Translation] = []
  public var body: [UInt8] = []
  /// The whole section of notes with its heading; empty where there are no notes.
  public var notes: [UInt8] = []
  /// The targets of hyperlinks that the source lists at the foot of its pages, a section with its
  /// heading; empty where there are none.
  public var linkLists: [UInt8] = []
  /// The headings in order, without note marks.
  public var contents: [ContentsEntry] = []
  /// The printed pages that the body marks, in order: the number as shown, and the anchor.
  public var pages: [PageEntry] = []
  public var findings: [Finding] = []

  /// A heading as a table of contents lists it.
  public struct ContentsEntry: Sendable, Equatable {
    /// 2 for a section, 3 for a subsection, and so on; never more than one below the entry before.
    public var level: Int
    /// The `id` of the heading.
    public var anchor: String
    /// Inline HTML without links.
    public var html: [UInt8]
    /// BCP 47 tag and direction of the heading's text.
    public var language: String
    public var direction: Direction
  }

  /// The place where a printed page begins.
  public struct PageEntry: Sendable, Equatable {
    /// As shown to the reader.
    public var number: String
    /// The `id` of the mark.
    public var anchor: String
  }

  /// Title and abstract in another language.
  public struct Translation: Sendable {
    public var language: String
    public var direction: Direction
    /// Inline HTML; empty where there is none.
    public var title: [UInt8]
    /// Paragraphs; empty where there are none.
    public var abstract: [UInt8]
  }
}
