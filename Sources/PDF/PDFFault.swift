/// Why a PDF could not be read.
public enum PDFFault: Error, Equatable, Sendable {
  /// It does not begin as a PDF does.
  case notPDF
  /// It opens with a password only.
  case locked
  /// Its objects cannot be made out; what qpdf said of it.
  case damaged(String)
  /// It has no pages.
  case withoutPages
  /// It has more than a paper has, as a file does that is made to exhaust a reader.
  case tooLarge(Measure)

  /// What there is too much of.
  public enum Measure: String, Sendable {
    case bytes, pages, glyphs, operators
  }
}
