/// A picture of a PDF as a file of its own.
public struct PDFPicture: Equatable, Sendable {
  public enum Format: String, Sendable {
    case jpeg = "jpg"
    case png
    case jpeg2000 = "jp2"
  }

  public var format: Format
  public var bytes: [UInt8]
  /// In samples.
  public var width: Int
  public var height: Int
}
