/// What a line of a paper's front is.
enum FrontPart: String, CaseIterable, Sendable {
  /// Where the paper appeared: a series, a journal, a volume with its editors.
  case series
  /// Whose paper it is, above the title: a university and its department.
  case institution
  case title
  case subtitle
  case author
  case affiliation
  case email
  case date
  /// For what the paper was written, and to whom it was handed: a seminar, a degree, a teacher.
  case occasion
  /// The word "abstract" alone on its line.
  case abstractLabel = "abstract-label"
  case abstract
  case keywords
  /// The paper's text has begun.
  case body
}
