/// Something that stands in the source and not in the article, by name.
public struct Removal: Equatable, Sendable {
  /// The number of the line in the source.
  public var line: Int
  public var text: String
  public var reason: Reason
  /// The numbers of further lines that the text was gathered from.
  public var furtherLines: [Int] = []

  /// Why it is not in the article.
  public enum Reason: String, Sendable, CaseIterable {
    case runningHead = "running-head"
    case pageNumber = "page-number"
    case listNumber = "list-number"
    case noteNumber = "note-number"
    case cover = "cover"
    case label = "label"
    /// A date, which the front matter writes in another form.
    case date = "date"
    /// A word that joins names which the front matter lists.
    case conjunction = "conjunction"
    /// What stretches a word in print.
    case stretching = "stretching"
  }
}
