/// A picture as a page shows it.
public struct Picture: Sendable, Equatable {
  /// The address, relative to the page or absolute.
  public var address: String
  /// In pixels of the picture, where known; the page keeps the room free while it loads.
  public var width: Int?
  public var height: Int?

  public init(address: String, width: Int? = nil, height: Int? = nil) {
    self.address = address
    self.width = width
    self.height = height
  }
}
