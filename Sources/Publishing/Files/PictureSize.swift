/// The size of a picture in pixels, read from the head of its file, so that a page can keep the room
/// free while it loads.
enum PictureSize {
  static func of(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return png(bytes) }
    if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
    if bytes.starts(with: Array("GIF8".utf8)) { return gif(bytes) }
    return nil
  }

  private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func png(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard let width = big(bytes, 16, 4), let height = big(bytes, 20, 4) else { return nil }
    return sound(width, height)
  }

  private static func gif(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 10 else { return nil }
    return sound(Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8)
  }

  /// The first frame header (SOF) of a JPEG.
  private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var offset = 2
    while let marker = big(bytes, offset, 2), marker >> 8 == 0xFF {
      let kind = marker & 0xFF
      guard let length = big(bytes, offset + 2, 2), length >= 2 else { return nil }
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
        guard let height = big(bytes, offset + 5, 2), let width = big(bytes, offset + 7, 2) else {
          return nil
        }
        return sound(width, height)
      }
      offset += 2 + length
    }
    return nil
  }

  private static func sound(_ width: Int, _ height: Int) -> (width: Int, height: Int)? {
    (1...100_000).contains(width) && (1...100_000).contains(height) ? (width, height) : nil
  }
}
