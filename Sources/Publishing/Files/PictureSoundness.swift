/// Whether a picture's file is whole, by the marks that its format has at its end: a copy that broke
/// off shows a part of the picture, or nothing.
enum PictureSoundness {
  /// - Parameter kind: the ending of the file's name, small; of formats that are not known here
  ///   every file is taken as whole.
  static func isWhole(_ bytes: [UInt8], _ kind: String) -> Bool {
    switch kind {
    case "png": isWholePNG(bytes)
    case "jpg", "jpeg": isWholeJPEG(bytes)
    case "gif": isWholeGIF(bytes)
    case "webp": isWholeWebP(bytes)
    default: true
    }
  }

  /// Chunks up to IEND (ISO/IEC 15948, 5.2 and 5.3).
  private static func isWholePNG(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return false }
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      let name = bytes[(place + 4)..<(place + 8)]
      place += 12 + length
      if name.elementsEqual("IEND".utf8) { return place <= bytes.count }
    }
    return false
  }

  /// Segments up to the first scan, and the mark of the end behind it (ITU-T T.81, B.1).
  private static func isWholeJPEG(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0xFF, 0xD8]), let scan = PictureMetadata.segments(bytes).last,
      scan.kind == 0xDA
    else { return false }
    let rest = bytes[scan.whole.lowerBound...]
    return zip(rest, rest.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
  }

  /// The trailer (GIF89a, 27), behind which some programs leave zeros.
  private static func isWholeGIF(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("GIF8".utf8)) && bytes.last { $0 != 0 } == 0x3B
  }

  /// The size that the container states (RFC 9649, 2.4).
  private static func isWholeWebP(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)) else { return false }
    let size = bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    return bytes.count >= size + 8
  }
}
