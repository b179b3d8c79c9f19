/// What a line of a paper's front is.
enum FrontPart: String, CaseIterable, Sendable {
  /// Where the paper appeared: a series, a journal, a volume with its editors.
  case series
  case title
  case subtitle
  case author
  case affiliation
  case email
  case date
  /// The word "abstract" alone on its line.
  case abstractLabel = "abstract-label"
  case abstract
  case keywords
  /// The paper's text has begun.
  case body
}
