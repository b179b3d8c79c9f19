/// A number or sign by which a paper counts or points: that of a note, of an item, of a heading, of
/// a page.
public struct Label: Equatable, Hashable, Sendable {
  public var kind: Kind
  public var value: Value
  public var origin: Origin

  public init(_ kind: Kind, _ value: Value, origin: Origin) {
    self.kind = kind
    self.value = value
    self.origin = origin
  }

  /// What the label counts.
  public enum Kind: String, Sendable, CaseIterable {
    /// The mark in the text that leads to a note.
    case noteMark = "note-mark"
    /// The number that a note begins with.
    case note
    /// A list item's number or bullet.
    case item
    case heading
    case page
  }

  /// What stands in print.
  public enum Value: Equatable, Hashable, Sendable {
    case number(Int)
    /// The numbers of a heading from the highest level down: 2.1 is `[2, 1]`.
    case path([Int])
    /// `*`, `†`, `•`, or a letter.
    case sign(String)
  }

  /// How it is known.
  public enum Origin: String, Sendable, CaseIterable {
    /// The source itself says so (a note of a Word file).
    case given
    /// It stands in its place in print.
    case printed
    /// It stood elsewhere and was put in its place.
    case moved
    /// It is not there: the sequence tells it.
    case inferred
  }

  /// The number, where the value is one.
  public var number: Int? {
    if case .number(let number) = value { return number }
    return nil
  }
}
