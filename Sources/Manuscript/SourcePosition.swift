/// A place in the file that a value was read from.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, counted from 1; 0 where the value was not read from a file.
  public var line: Int

  /// The column in Unicode scalars, counted from 1; 0 where only the line is known.
  public var column: Int

  public init(line: Int, column: Int = 0) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The position of a value that does not come from a file.
  public static let none = SourcePosition(line: 0)
}
