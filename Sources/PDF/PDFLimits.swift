/// How much of a PDF is read: a paper stays far below, a file made to exhaust its reader does not.
public struct PDFLimits: Sendable {
  /// The most pages.
  public var pages = 3_000
  /// The most bytes of one stream after decompression; what follows is not read.
  public var streamBytes = 64 << 20
  /// The most bytes of all streams after decompression.
  public var totalBytes = 384 << 20
  /// The most operators of all content streams.
  public var operators = 12_000_000
  /// The most glyphs.
  public var glyphs = 2_500_000
  /// How deeply forms may hold forms.
  public var formDepth = 10
  /// The most elements of the structure tree.
  public var structureElements = 400_000
  /// The most bytes of a picture's samples.
  public var pictureBytes = 48 << 20

  public init() {}
}
