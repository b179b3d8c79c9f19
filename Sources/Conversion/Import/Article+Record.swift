import Manuscript
import Orthography

extension Article {
  /// Takes what a record says of an article whose own front was read from a paper. The record goes
  /// before the print; a title that is not the record's stays in the text, for it may be a heading.
  public mutating func take(_ record: FrontMatter) {
    let printed = frontMatter.title
    let known = Self.letters(record.title + " " + (record.subtitle ?? ""))
    let read = Self.letters(printed)
    frontMatter = record.completed(by: frontMatter)
    guard !record.title.isEmpty, !read.isEmpty, !known.contains(read), !read.contains(known) else {
      return
    }
    let doubts = ["he": "כותרת כפי שנדפסה", "ar": "عنوان كما طُبع"]
    blocks.insert(
      Block(
        .heading(level: 2, [.text(printed)]),
        doubts: [doubts[frontMatter.language] ?? "a title as printed"]), at: 0)
  }

  /// Whether it has a list of sources.
  public var hasBibliography: Bool {
    blocks.contains { block in
      if case .list(let list) = block.content { list.isBibliography } else { false }
    }
  }

  /// A text by its letters and digits alone.
  static func letters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        Cleaning.clean(text).lowercased().unicodeScalars.filter(\.isLetterOrDigit)))
  }
}

extension FrontMatter {
  /// What a record says of an article, and from the article's own front what the record leaves out.
  fileprivate func completed(by front: FrontMatter) -> FrontMatter {
    var whole = self
    if title.isEmpty { whole.title = front.title }
    if language.isEmpty { whole.language = front.language }
    whole.subtitle = subtitle ?? front.subtitle
    if authors.isEmpty { whole.authors = front.authors }
    for index in whole.authors.indices {
      guard let same = front.authors.first(where: { $0.name == whole.authors[index].name }) else {
        continue
      }
      if whole.authors[index].affiliations.isEmpty {
        whole.authors[index].affiliations = same.affiliations
      }
      whole.authors[index].note = whole.authors[index].note ?? same.note
    }
    whole.abstract = abstract ?? front.abstract
    if keywords.isEmpty { whole.keywords = front.keywords }
    whole.acknowledgements = acknowledgements ?? front.acknowledgements
    if translations.isEmpty { whole.translations = front.translations }
    whole.numerals = numerals ?? front.numerals
    whole.doubts = front.doubts
    return whole
  }
}
