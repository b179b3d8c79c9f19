/// The part of the graphics state that matters to text and lines (ISO 32000-2, 8.4 and 9.3).
struct GraphicsState {
  var matrix: Matrix
  /// What is not clipped, on the page.
  var clip: PDFBox
  var font: Int?
  var size = 1.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  var scaling = 1.0
  var leading = 0.0
  var rise = 0.0
  var rendering = 0
  var lightness = 0.0
  var lineWidth = 1.0
}
