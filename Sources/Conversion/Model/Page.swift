/// A page of a paper as a source gives it: lines from top to bottom, in whatever order of words the
/// source has.
public struct Page: Equatable, Sendable {
  public var lines: [Line]

  /// The width and height of the page in points, if the source knows.
  public var size: Box?

  /// The number that the source itself gives to the page (a PDF's page label), if it gives one.
  public var label: Label?

  public init(lines: [Line], size: Box? = nil, label: Label? = nil) {
    self.lines = lines
    self.size = size
    self.label = label
  }
}

/// A line of a page.
///
/// An empty line of the source is a line with an empty text: the space between lines is evidence.
public struct Line: Equatable, Sendable {
  /// The line's text with its spaces, without its line break.
  public var text: String

  /// The line's number in the source file, counted from 1: by it the account of every letter is
  /// kept.
  public var number: Int

  /// The numbers of further lines of the source that are pieces of this printed line.
  public var furtherNumbers: [Int] = []

  /// Where the line stands on the page, if the source knows.
  public var box: Box?

  /// The pieces that the text consists of, in its order, where the source knows more of them than
  /// their letters; their texts joined are `text`. Empty otherwise.
  public var spans: [Span]

  /// What is known of the line beside its words: that a note, an item or a page's head begins with
  /// it.
  public var labels: [Label] = []

  public init(text: String, number: Int, box: Box? = nil) {
    self.text = text
    self.number = number
    self.box = box
    spans = []
  }

  /// A line of spans; its text is theirs, joined.
  public init(spans: [Span], number: Int, box: Box? = nil) {
    self.init(text: spans.map(\.text).joined(), number: number, box: box)
    self.spans = spans
  }

  /// The size of most of the line's letters in points, if the source knows.
  public var fontSize: Double? {
    var letters: [Double: Int] = [:]
    for span in spans {
      if let size = span.size { letters[size, default: 0] += span.text.unicodeScalars.count }
    }
    return letters.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

/// A piece of a line that is set in one way.
public struct Span: Equatable, Sendable {
  public var text: String
  public var box: Box?
  public var font: Font?
  /// The size of the letters in points.
  public var size: Double?
  /// How far the letters stand above the line's base in points; below 0 for inferiors.
  public var rise: Double
  /// The address that the piece leads to.
  public var link: String?

  public init(
    text: String, box: Box? = nil, font: Font? = nil, size: Double? = nil, rise: Double = 0,
    link: String? = nil
  ) {
    self.text = text
    self.box = box
    self.font = font
    self.size = size
    self.rise = rise
    self.link = link
  }
}

/// A rectangle on a page in points from its upper left corner.
public struct Box: Equatable, Sendable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A font as far as a converter cares.
public struct Font: Equatable, Hashable, Sendable {
  public var name: String
  public var isBold: Bool
  public var isItalic: Bool

  public init(name: String, isBold: Bool = false, isItalic: Bool = false) {
    self.name = name
    self.isBold = isBold
    self.isItalic = isItalic
  }
}
