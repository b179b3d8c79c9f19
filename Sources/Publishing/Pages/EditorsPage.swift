import Manuscript

/// A page that the editors wrote: `Articles/pages/NAME.md`, or `NAME.LANGUAGE.md` for its form in
/// another language. What stands in `Articles/pages/news` is news.
struct EditorsPage: Sendable {
  /// The name that menus know it by; that of news begins with `news/`.
  var name: String
  /// The file, as a path from `Articles/pages`.
  var file: String
  /// The same as the user knows it.
  var source: String
  var language: String
  var title: String
  var isDraft: Bool
  /// Where it stands in the site.
  var path: String
  /// The day of news.
  var date: PartialDate?
  /// The beginning of its abstract.
  var summary: String?
  /// Its older addresses.
  var aliases: [String] = []

  /// The keys of front matter that a page has a use for.
  static let keys: Set<String> = [
    "title", "lang", "abstract", "date", "draft", "publish-on", "aliases",
  ]

  /// The folder of news in `Articles/pages`, and of their pages in the site.
  static let newsFolder = "news"

  var isNews: Bool { name.hasPrefix(Self.newsFolder + "/") }

  /// Names that the site uses for its own pages.
  static let reserved: Set<String> = [
    "articles", "assets", "covers", "authors", "keywords", "volumes", "series", "years",
    "languages",
    "search", "pages", "works",
  ]

  /// The name and the language that a file's name gives.
  ///
  /// - Parameter name: the path from `Articles/pages`.
  static func parts(ofFile name: String) -> (name: String, language: String?) {
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard let dot = stem.lastIndex(of: ".") else { return (stem, nil) }
    let language = String(stem[stem.index(after: dot)...])
    guard LanguageTag.isWellFormed(language) else { return (stem, nil) }
    return (String(stem[..<dot]), language)
  }
}
