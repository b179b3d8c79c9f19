/// A marked-content sequence that is open (ISO 32000-2, 14.6).
struct MarkedContent {
  var tag: String
  var number: Int?
  /// Text given in the place of the glyphs.
  var actualText: String?
  /// The place, among the page's glyphs, of the one that bears the given text.
  var bearer: Int?
}
