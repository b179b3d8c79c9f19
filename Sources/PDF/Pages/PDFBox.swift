/// An upright rectangle, in points; y grows downwards on a page.
public struct PDFBox: Equatable, Sendable {
  public var x0: Double
  public var y0: Double
  public var x1: Double
  public var y1: Double

  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
  }

  /// The smallest box that holds the points.
  init(around points: [(x: Double, y: Double)]) {
    self.init(x0: .infinity, y0: .infinity, x1: -.infinity, y1: -.infinity)
    for point in points {
      x0 = min(x0, point.x)
      y0 = min(y0, point.y)
      x1 = max(x1, point.x)
      y1 = max(y1, point.y)
    }
  }

  public var width: Double { x1 - x0 }
  public var height: Double { y1 - y0 }

  public func intersection(_ other: PDFBox) -> PDFBox {
    PDFBox(
      x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
  }

  public func contains(x: Double, y: Double, within slack: Double = 0) -> Bool {
    x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack
  }
}
