/// What cameras and programs write into pictures beside the picture: where it was taken and when, by
/// whom, with what. None of it goes into a site.
enum PictureMetadata {
  /// A picture without it. What a browser needs to show the picture stays: the colour profile, and
  /// which side is up.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return png(bytes) }
    if isWebP(bytes) { return webP(bytes) }
    return bytes
  }

  /// Which side of a JPEG is up, 1 to 8 (Exif 2.3, “Orientation”); 1 where it does not say.
  static func orientation(of bytes: [UInt8]) -> Int {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return 1 }
    for segment in segments(bytes) where segment.kind == 0xE1 {
      if let found = orientation(exif: bytes[segment.content]) { return found }
    }
    return 1
  }

  // MARK: - JPEG

  struct Segment {
    var kind: UInt8
    /// With its marker and length.
    var whole: Range<Int>
    var content: Range<Int>
  }

  /// The segments before the scan (ISO/IEC 10918-1, B.1).
  static func segments(_ bytes: [UInt8]) -> [Segment] {
    var segments: [Segment] = []
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF {
      let kind = bytes[place + 1]
      // A marker may be filled up.
      if kind == 0xFF {
        place += 1
        continue
      }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { break }
      segments.append(
        Segment(
          kind: kind, whole: place..<(place + 2 + length),
          content: (place + 4)..<(place + 2 + length)))
      place += 2 + length
      // The scan begins; what follows is the picture itself.
      if kind == 0xDA { break }
    }
    return segments
  }

  /// Application segments but JFIF's, the colour profile and Adobe's (how colours are coded), and
  /// comments are left out.
  private static func jpeg(_ bytes: [UInt8]) -> [UInt8] {
    let segments = segments(bytes)
    guard let last = segments.last, last.kind == 0xDA else { return bytes }
    var result: [UInt8] = [0xFF, 0xD8]
    let up = orientation(of: bytes)
    var isUpSaid = up == 1
    for segment in segments {
      let isMetadata =
        (0xE1...0xEF).contains(segment.kind) && ![0xE2, 0xEE].contains(segment.kind)
        || segment.kind == 0xFE || isOtherPictures(bytes, segment)
      if !isUpSaid, segment.kind != 0xE0 {
        result += exif(orientation: up)
        isUpSaid = true
      }
      if !isMetadata { result += bytes[segment.whole] }
    }
    return result + bytes[last.whole.upperBound...]
  }

  /// APP2 holds colour profiles, and lists of further pictures in the file (CIPA DC-007).
  private static func isOtherPictures(_ bytes: [UInt8], _ segment: Segment) -> Bool {
    segment.kind == 0xE2 && !bytes[segment.content].starts(with: Array("ICC_PROFILE".utf8))
  }

  /// A segment that says which side is up, and nothing else.
  private static func exif(orientation: Int) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0,
      UInt8(orientation), 0, 0, 0, 0, 0, 0,
    ]
    let content = Array("Exif".utf8) + [0, 0] + tiff
    let length = content.count + 2
    return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  private static func orientation(exif: ArraySlice<UInt8>) -> Int? {
    guard exif.starts(with: Array("Exif".utf8) + [0, 0]) else { return nil }
    let tiff = Array(exif.dropFirst(6))
    guard tiff.count >= 8, tiff[0] == tiff[1], tiff[0] == 0x49 || tiff[0] == 0x4D else {
      return nil
    }
    let isLittle = tiff[0] == 0x49
    func number(_ place: Int, _ count: Int) -> Int? {
      guard place >= 0, place + count <= tiff.count else { return nil }
      let digits = tiff[place..<(place + count)]
      return isLittle
        ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(4, 4), let count = number(start, 2) else { return nil }
    for entry in 0..<min(count, 1000) where number(start + 2 + entry * 12, 2) == 0x0112 {
      return number(start + 2 + entry * 12 + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil }
    }
    return nil
  }

  // MARK: - PNG and WebP

  /// Chunks of text, times and Exif (PNG, third edition, 11.3) are left out.
  private static func png(_ bytes: [UInt8]) -> [UInt8] {
    var result = Array(bytes.prefix(8))
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { return bytes }
      let kind = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
      let end = place + 12 + length
      if !["tEXt", "zTXt", "iTXt", "tIME", "eXIf"].contains(kind) { result += bytes[place..<end] }
      place = end
    }
    return result + bytes[place...]
  }

  private static func isWebP(_ bytes: [UInt8]) -> Bool {
    bytes.count > 12 && bytes.starts(with: Array("RIFF".utf8))
      && bytes[8..<12].elementsEqual("WEBP".utf8)
  }

  /// The chunks EXIF and XMP are left out (WebP container, “Metadata”).
  private static func webP(_ bytes: [UInt8]) -> [UInt8] {
    var result = Array(bytes.prefix(12))
    var place = 12
    while place + 8 <= bytes.count {
      let length = bytes[(place + 4)..<(place + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 8 else { return bytes }
      let kind = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
      let end = min(bytes.count, place + 8 + length + length % 2)
      if !["EXIF", "XMP "].contains(kind) {
        let start = result.count
        result += bytes[place..<end]
        // The flags that say that there are such chunks.
        if kind == "VP8X", length > 0 { result[start + 8] &= 0b1111_0011 }
      }
      place = end
    }
    let size = result.count - 8
    for byte in 0..<4 { result[4 + byte] = UInt8(size >> (8 * byte) & 0xFF) }
    return result
  }
}
