/// A picture as a page shows it.
public struct Picture: Sendable, Equatable {
  /// The address, relative to the page or absolute.
  public var address: String
  /// In pixels of the picture, where known; the page keeps the room free while it loads.
  public var width: Int?
  public var height: Int?
  /// The same picture in several widths, of which the browser takes one, the narrowest first; empty
  /// where there is one alone.
  public var widths: [Width] = []
  /// The same as WebP.
  public var webP: [Width] = []

  /// One of several widths of a picture.
  public struct Width: Sendable, Equatable {
    public var address: String
    /// How many pixels wide it is.
    public var pixels: Int

    public init(address: String, pixels: Int) {
      self.address = address
      self.pixels = pixels
    }
  }

  public init(address: String, width: Int? = nil, height: Int? = nil) {
    self.address = address
    self.width = width
    self.height = height
  }
}
