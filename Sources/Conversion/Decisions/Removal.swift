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
    /// A letter that a font's ligature put out twice.
    case doubling = "doubling"
    /// A table of contents.
    case contents = "contents"
    /// What an editor of the source struck out, in a file that tracks changes.
    case deleted = "deleted"
    /// What the source keeps without showing it.
    case hidden = "hidden"
    /// What a page has round its article: menus, forms, advertisements.
    case surroundings = "surroundings"

    /// Whether the article is without what it means: the words of a cover or a running head are in no
    /// part of it, while a label, a number or a date became a field, a mark or a place.
    var isLeftOut: Bool {
      switch self {
      case .cover, .runningHead, .contents, .deleted, .hidden, .surroundings: true
      case .pageNumber, .listNumber, .noteNumber, .label, .date, .conjunction, .stretching,
        .doubling:
        false
      }
    }
  }
}
