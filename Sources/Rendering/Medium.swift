/// Where an article's HTML is read.
public enum Medium: Sendable {
  /// A page of the site.
  case page
  /// A book of web pages (EPUB 3.3): note marks, notes and page marks say what they are in its
  /// vocabulary, so that reading systems show notes in pop-ups and know the pages of the print.
  case book
  /// Paper: a note stands where its mark does, for the typesetter to put it at the foot of the page
  /// (CSS Generated Content for Paged Media, footnotes).
  case print
}
