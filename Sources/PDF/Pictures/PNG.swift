import CZlib

/// Writes PNG files (ISO/IEC 15948).
enum PNG {
  /// - Parameters:
  ///   - rows: each row with the number of its filter (0) before it.
  ///   - isGrey: one byte a sample, else three.
  static func file(rows: [UInt8], width: Int, height: Int, isGrey: Bool) -> [UInt8]? {
    var size = compressBound(uLong(rows.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, rows, uLong(rows.count), 6) == Z_OK else { return nil }
    packed.removeLast(packed.count - Int(size))
    let header =
      word(width) + word(height) + [8, isGrey ? 0 : 2, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", packed) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return word(data.count) + body + word(Int(crc32(0, body, uInt(body.count))))
  }

  private static func word(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }
}
