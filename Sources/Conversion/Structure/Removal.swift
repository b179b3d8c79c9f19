/// Something that stands in the source and not in the article, by name.
public struct Removal: Equatable, Sendable {
  /// The number of the line in the source.
  public var line: Int
  public var text: String
  public var reason: Reason

  /// Why it is not in the article.
  public enum Reason: String, Sendable, CaseIterable {
    case runningHead = "running-head"
    case pageNumber = "page-number"
    case listNumber = "list-number"
    case noteNumber = "note-number"
    case cover = "cover"
    case label = "label"
    case ornament = "ornament"
  }
}
