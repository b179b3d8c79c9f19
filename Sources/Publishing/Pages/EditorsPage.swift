import Manuscript

/// A page that the editors wrote: `Articles/pages/NAME.md`, or `NAME.LANGUAGE.md` for its form in
/// another language.
struct EditorsPage: Sendable {
  /// The name that menus know it by.
  var name: String
  /// The file as the user knows it.
  var file: String
  var language: String
  var title: String
  var isDraft: Bool
  /// Where it stands in the site.
  var path: String

  /// Names that the site uses for its own pages.
  static let reserved: Set<String> = [
    "articles", "assets", "covers", "authors", "keywords", "volumes", "series", "years",
    "languages",
    "search", "pages", "works",
  ]

  /// The name and the language that a file's name gives.
  static func parts(ofFile name: String) -> (name: String, language: String?) {
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard let dot = stem.lastIndex(of: ".") else { return (stem, nil) }
    let language = String(stem[stem.index(after: dot)...])
    guard LanguageTag.isWellFormed(language) else { return (stem, nil) }
    return (String(stem[..<dot]), language)
  }
}
