import Manuscript
import Orthography

/// An article as lists, neighbours and metadata know it: all but its text.
struct ArticleEntry: Sendable, Equatable {
  /// The name of its folder in Articles.
  var folder: String
  /// The file as the user knows it.
  var file: String
  var frontMatter: FrontMatter
  var slug: String
  /// Whether a converter was not sure of a place in it that nobody has settled since.
  var isDoubtful: Bool
  /// The beginning of its abstract.
  let summary: String?

  init(
    folder: String, file: String, frontMatter: FrontMatter, slug: String, isDoubtful: Bool = false
  ) {
    self.folder = folder
    self.file = file
    self.frontMatter = frontMatter
    self.slug = slug
    self.isDoubtful = isDoubtful
    summary = Summary.of(frontMatter.abstract)
  }

  /// Where its page stands, from the site's root, with a slash at the end; not percent-encoded.
  var path: String { "articles/\(slug)/" }
  var direction: Direction { Direction(language: frontMatter.language) }

  /// What is not to be seen yet on a day, the article or its text; `nil` where all is.
  func awaited(on day: PartialDate) -> (isWhole: Bool, finding: Finding)? {
    for (key, date, what) in [
      ("publish-on", frontMatter.publishOn, "article"), ("embargo", frontMatter.embargo, "text"),
    ] {
      guard let date, date > day else { continue }
      return (what == "article", Self.awaited(key, date, what, file: file))
    }
    return nil
  }

  /// That a page of the editors' is not to be seen yet on a day; `nil` where it is.
  static func awaited(_ front: FrontMatter, on day: PartialDate, file: String) -> Finding? {
    guard let date = front.publishOn, date > day else { return nil }
    return awaited("publish-on", date, "page", file: file)
  }

  private static func awaited(
    _ key: String, _ date: PartialDate, _ what: String, file: String
  ) -> Finding {
    Finding(
      .awaitedDate, .notice, file: file,
      facts: ["key": key, "value": date.iso8601, "what": what])
  }

  /// The printed first page as a number, for sorting.
  var firstPage: Int? {
    frontMatter.citation?.page.flatMap { page in
      Int(page.prefix { $0.isASCII && $0.isNumber })
    }
  }

  /// Newest first; what appeared on the same day in print order.
  static func isNewer(_ left: ArticleEntry, _ right: ArticleEntry) -> Bool {
    let (leftDate, rightDate) = (left.frontMatter.date, right.frontMatter.date)
    if leftDate != rightDate {
      guard let rightDate else { return true }
      guard let leftDate else { return false }
      return leftDate > rightDate
    }
    return isBeforeInPrint(left, right)
  }

  /// The order in a volume: as the editors say, then by the printed page.
  static func isBeforeInPrint(_ left: ArticleEntry, _ right: ArticleEntry) -> Bool {
    func key(_ entry: ArticleEntry) -> (Int, Int) {
      (entry.frontMatter.order ?? .max, entry.firstPage ?? .max)
    }
    let (leftKey, rightKey) = (key(left), key(right))
    if leftKey != rightKey { return leftKey < rightKey }
    return left.slug.utf8.lexicographicallyPrecedes(right.slug.utf8)
  }
}
