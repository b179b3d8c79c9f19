/// What a PDF shows.
public struct PDFDocument: Sendable {
  public var pages: [PDFPage] = []
  public var fonts: [PDFFontStyle] = []
  public var pictures: [PDFPicture] = []
  /// The structure tree's elements in document order; empty where the file is not tagged.
  public var structure: [PDFStructureElement] = []
  public var metadata = PDFMetadata()
  public init() {}
}

/// What the file says of itself: hints, often wrong.
public struct PDFMetadata: Equatable, Sendable {
  public var title: String?
  public var author: String?
  public var subject: String?
  public var keywords: String?
  /// The program that wrote the text.
  public var creator: String?
  /// The program that made the PDF.
  public var producer: String?
  /// BCP 47 tag of the text.
  public var language: String?
}

/// An element of the structure tree (ISO 32000-2, 14.7).
public struct PDFStructureElement: Equatable, Sendable {
  /// The standard type: `P`, `H1`, `L`, `Table`, `Note` …
  public var type: String
  /// The place of the element that holds it; `nil` at the top.
  public var parent: Int?
  public var actualText: String?
  public var alternative: String?
  /// Its own marked content in order: page (from 0) and number.
  public var content: [PDFMark]
}

/// Marked content of a page.
public struct PDFMark: Hashable, Sendable {
  public var page: Int
  public var number: Int

  public init(page: Int, number: Int) { (self.page, self.number) = (page, number) }
}
