import CBrotli
import CDeflate

/// Ways in which a copy of a file is packed for servers that hand packed copies out
/// (nginx: `gzip_static`, `brotli_static`).
enum Packing: String, CaseIterable, Sendable {
  /// gzip (RFC 1952).
  case gzip = "gz"
  /// Brotli (RFC 7932).
  case brotli = "br"

  /// Whether files of a name are worth it: pictures, fonts and the search index are packed already.
  static func isWorth(_ path: String) -> Bool {
    let type = MediaType.of(path)
    return type.hasPrefix("text/") || type.hasSuffix("xml") || type.hasSuffix("json")
  }

  /// A file packed as tightly as can be; `nil` where there is no memory for it.
  func pack(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .gzip: Self.gzip(bytes)
    case .brotli: Self.brotli(bytes)
    }
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(12) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { packed, count in
      count = libdeflate_gzip_compress(
        compressor, bytes, bytes.count, packed.baseAddress, packed.count)
    }
  }

  private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
    var size = BrotliEncoderMaxCompressedSize(bytes.count)
    guard size > 0 else { return nil }
    var packed = [UInt8](repeating: 0, count: size)
    let isDone = BrotliEncoderCompress(
      BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &size,
      &packed)
    guard isDone != 0 else { return nil }
    packed.removeLast(packed.count - size)
    return packed
  }
}
