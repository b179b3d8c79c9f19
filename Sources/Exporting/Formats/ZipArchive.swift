import CZlib

/// Writes a ZIP archive (PKWARE APPNOTE 6.3.3) without extra fields; the same files give the same
/// bytes, for every file is dated 1 January 1980.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1980-01-01 in the form of MS-DOS.
  private static let day: UInt16 = 0x21

  /// - Parameter isStored: whether the file stands as it is, uncompressed.
  mutating func add(_ path: String, _ content: [UInt8], isStored: Bool = false) {
    let packed = isStored ? nil : Self.deflated(content)
    let data = packed ?? content
    let checksum = UInt32(truncatingIfNeeded: crc32(0, content, uInt(content.count)))
    let name = Array(path.utf8)
    let offset = UInt32(clamping: bytes.count)
    var head: [UInt8] = []
    // Version 2.0 is needed to read it; names are in UTF-8 (bit 11).
    Self.append(UInt16(20), &head)
    Self.append(UInt16(0x0800), &head)
    Self.append(UInt16(packed == nil ? 0 : 8), &head)
    Self.append(UInt16(0), &head)
    Self.append(Self.day, &head)
    Self.append(checksum, &head)
    Self.append(UInt32(clamping: data.count), &head)
    Self.append(UInt32(clamping: content.count), &head)
    Self.append(UInt16(clamping: name.count), &head)
    Self.append(UInt16(0), &head)
    bytes += [0x50, 0x4B, 0x03, 0x04] + head + name + data
    directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + head
    // No comment, one disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    Self.append(offset, &directory)
    directory += name
    count &+= 1
  }

  /// The archive with its directory.
  var finished: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    Self.append(count, &end)
    Self.append(count, &end)
    Self.append(UInt32(clamping: directory.count), &end)
    Self.append(UInt32(clamping: bytes.count), &end)
    Self.append(UInt16(0), &end)
    return bytes + directory + end
  }

  /// Raw DEFLATE (RFC 1951); `nil` where it fails or saves nothing.
  private static func deflated(_ content: [UInt8]) -> [UInt8]? {
    guard !content.isEmpty else { return nil }
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var input = content
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(content.count))))
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(target.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, Int(stream.total_out) < content.count else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
  }

  private static func append(_ number: some FixedWidthInteger, _ output: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { output += $0 }
  }
}
