/// Texts of articles' files with one byte for a letter (docs/search-index.md), which halves what zlib
/// has to look through and leaves the reader less to fetch.
enum CompactText {
  /// Where the letters begin that the bytes from 80 to EF stand for: Hebrew's at first, and Arabic's.
  private static let windows: [UInt32] = [0x0590, 0x0600]
  private static let windowSize: UInt32 = 0x70
  private static let firstSwitch: UInt8 = 0xF0
  private static let other: UInt8 = 0xF2

  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var window = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: value))
      } else if value >= windows[0], value < windows[1] + windowSize {
        let own = value < windows[1] ? 0 : 1
        if own != window { bytes.append(firstSwitch + UInt8(own)) }
        window = own
        bytes.append(UInt8(truncatingIfNeeded: 0x80 + value - windows[own]))
      } else {
        bytes.append(other)
        bytes.appendVarint(Int(value))
      }
    }
    return bytes
  }

  /// - Parameter path: the file, for faults.
  static func text(of bytes: ArraySlice<UInt8>, path: String) throws -> String {
    var reader = ByteReader(Array(bytes), path: path)
    var text = String.UnicodeScalarView()
    var window = windows[0]
    while !reader.isAtEnd {
      let byte = try reader.byte()
      let value: UInt32
      switch byte {
      case 0..<0x80: value = UInt32(byte)
      case 0x80..<firstSwitch: value = window + UInt32(byte) - 0x80
      case firstSwitch..<other:
        window = windows[Int(byte - firstSwitch)]
        continue
      default: value = UInt32(truncatingIfNeeded: try reader.varint())
      }
      guard let scalar = Unicode.Scalar(value) else { throw IndexFault.damaged(path) }
      text.append(scalar)
    }
    return String(text)
  }
}
