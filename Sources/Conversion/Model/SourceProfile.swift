/// What a source says of a paper, and what is left to be found out.
///
/// A reader states what its format gives and never guesses; a pass guesses only what the profile
/// leaves open.
public struct SourceProfile: Equatable, Sendable {
  /// How far something is known.
  public enum Trust: String, Sendable, Comparable {
    /// Nobody knows.
    case absent
    /// A pass found it out.
    case inferred
    /// The source says so.
    case given

    public static func < (left: Trust, right: Trust) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .absent: 0
      case .inferred: 1
      case .given: 2
      }
    }
  }

  /// The order of the words in a line.
  public var order: Trust
  /// The spaces between words.
  public var spaces: Trust
  /// Where lines stand on their page.
  public var geometry: Trust
  /// In which fonts and sizes letters are set.
  public var fonts: Trust
  /// Which mark leads to which note.
  public var notes: Trust
  /// What is a heading, a paragraph, an item, a table.
  public var structure: Trust

  public init(
    order: Trust, spaces: Trust, geometry: Trust, fonts: Trust, notes: Trust, structure: Trust
  ) {
    self.order = order
    self.spaces = spaces
    self.geometry = geometry
    self.fonts = fonts
    self.notes = notes
    self.structure = structure
  }

  /// A text that an extractor left: nothing is sure but the letters.
  public static let text = SourceProfile(
    order: .absent, spaces: .absent, geometry: .absent, fonts: .absent, notes: .absent,
    structure: .absent)

  /// A PDF: places and fonts are known, and the order follows from them.
  public static let pdf = SourceProfile(
    order: .given, spaces: .given, geometry: .given, fonts: .given, notes: .absent,
    structure: .absent)

  /// A document that says what each of its parts is: Word, HTML, JATS.
  public static let structured = SourceProfile(
    order: .given, spaces: .given, geometry: .absent, fonts: .given, notes: .given,
    structure: .given)

  /// Lines that a program read from a scan, in the order in which they are read.
  public static let scan = SourceProfile(
    order: .given, spaces: .given, geometry: .inferred, fonts: .absent, notes: .absent,
    structure: .absent)
}
