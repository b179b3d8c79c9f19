/// A glyph as it stands on a page.
public struct PDFGlyph: Equatable, Sendable {
  /// The letters that it stands for; U+FFFD where the file does not say.
  public var text: String
  /// The left and the right end: origin and advance, in points from the page's left edge.
  public var x0: Double
  public var x1: Double
  /// The baseline, in points from the page's upper edge.
  public var y: Double
  /// The font's size on paper, in points.
  public var size: Double
  /// The place of its font in `PDFDocument.fonts`.
  public var font: Int
  /// The font's code for it.
  public var code: UInt32
  /// The lowest and highest point of its outline above the baseline, in em, where they are known.
  public var ink: ClosedRange<Double>?
  /// Not to be seen: drawn invisibly, outside the page, or outside what is clipped.
  public var isHidden: Bool
  /// Drawn with an outline around it: a way to make it bold.
  public var isStroked: Bool
  /// Standing on its side or its head.
  public var isTurned: Bool
  /// Whether the text was given by the file beside the glyphs (`ActualText`).
  public var isActual: Bool
  /// Marked as no part of the text: a running head, a page number, an ornament.
  public var isArtifact: Bool
  /// Marked as drawn in the order opposite to that of writing (`ReversedChars`).
  public var isReversed: Bool
  /// The number of its marked content, by which the structure tree refers to it.
  public var mark: Int?

  /// A glyph of which only text, place and font are known.
  public init(
    text: String, x0: Double, x1: Double, y: Double, size: Double, font: Int, code: UInt32 = 0
  ) {
    (self.text, self.x0, self.x1, self.y, self.size) = (text, x0, x1, y, size)
    (self.font, self.code) = (font, code)
    (isHidden, isStroked, isTurned, isActual) = (false, false, false, false)
    (isArtifact, isReversed) = (false, false)
  }
}
