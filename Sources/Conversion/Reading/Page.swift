/// A page of a paper as a source gives it: lines from top to bottom, in whatever order of words the
/// source has.
public struct Page: Equatable, Sendable {
  public var lines: [Line]

  public init(lines: [Line]) { self.lines = lines }
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

  /// The size of the line's letters in points, if the source knows.
  public var fontSize: Double?

  public init(text: String, number: Int, box: Box? = nil, fontSize: Double? = nil) {
    self.text = text
    self.number = number
    self.box = box
    self.fontSize = fontSize
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
}
