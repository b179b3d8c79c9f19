/// A page: what is drawn on it, in the order in which it is drawn.
public struct PDFPage: Sendable {
  /// In points, as the page is looked at: cropped and turned.
  public var width: Double
  public var height: Double
  public var glyphs: [PDFGlyph] = []
  /// Lines, and boxes so thin that they are lines.
  public var rules: [PDFBox] = []
  /// Rectangles that are filled or framed.
  public var boxes: [PDFRectangle] = []
  /// Small filled discs, as bullets are drawn by some programs.
  public var discs: [PDFDisc] = []
  public var pictures: [PDFPlacedPicture] = []
  /// Areas in which curves or slanted lines are drawn: a drawing.
  public var drawings: [PDFBox] = []
  public var links: [PDFLink] = []
  /// The printed label, where the file gives one (`iv`, `133`).
  public var label: String?

  /// An empty page.
  public init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
}

/// A rectangle that is filled or framed.
public struct PDFRectangle: Equatable, Sendable {
  public var box: PDFBox
  public var isFilled: Bool
  public var isFramed: Bool
  /// How light its fill is: 0 black, 1 white.
  public var lightness: Double
}

/// A small filled disc, and when it was drawn: how many glyphs came before it.
public struct PDFDisc: Equatable, Sendable {
  public var box: PDFBox
  public var order: Int
}

/// A picture where it is shown.
public struct PDFPlacedPicture: Equatable, Sendable {
  public var box: PDFBox
  /// Its place in `PDFDocument.pictures`; `nil` where its bytes cannot be given.
  public var picture: Int?
}

/// A link of a page.
public struct PDFLink: Equatable, Sendable {
  public var box: PDFBox
  public var address: String
}
