import PDF

/// What stands at one place of a printed line: a letter with its marks, a ligature, a sign, a space.
struct PrintedCluster {
  var text: String
  /// The left and the right end, in points from the page's left edge.
  var x0: Double
  var x1: Double
  /// The baseline, in points from the page's upper edge.
  var y: Double
  var size: Double
  var font: Int
  var isBold: Bool
  var isItalic: Bool
  /// When it was drawn.
  var order: Int
  var code: UInt32
  var isActual: Bool
  var isArtifact: Bool
  var mark: Int?
  /// Whether it stands above the line as note marks do.
  var isRaised = false
  let kind: BidiClass
  let isSpace: Bool

  init(_ text: String, of glyph: PDFGlyph, style: PDFFontStyle, order: Int) {
    self.text = text
    (x0, x1, y, size, font) = (glyph.x0, glyph.x1, glyph.y, glyph.size, glyph.font)
    isBold = style.isBold || glyph.isStroked
    isItalic = style.isItalic
    self.order = order
    (code, isActual, isArtifact, mark) = (glyph.code, glyph.isActual, glyph.isArtifact, glyph.mark)
    kind = BidiClass(text)
    isSpace = !text.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// A space that is only a gap on paper.
  init(gapFrom x0: Double, to x1: Double, like other: PrintedCluster) {
    text = " "
    (self.x0, self.x1, y, size, font) = (x0, x1, other.y, other.size, other.font)
    (isBold, isItalic) = (other.isBold, other.isItalic)
    (order, code, isActual, isArtifact, mark) = (
      other.order, 0, false, other.isArtifact, other.mark
    )
    kind = .space
    isSpace = true
  }

  var scalar: Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  var isDigit: Bool { scalar?.isDigit ?? false }
  var middle: Double { (x0 + x1) / 2 }
}
