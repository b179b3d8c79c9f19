import CDeflate
import CZlib

/// A file of the index (docs/search-index.md): four bytes that say what it is, then its content,
/// compressed as zlib does (RFC 1950), whose checksum tells a damaged file.
public struct IndexFile: Sendable, Equatable {
  /// The file's path relative to the site's root: `search/t-0123456789abcdef.daf`.
  public var path: String
  public var bytes: [UInt8]
  /// The hash that stands in the file's name.
  private(set) var hash: UInt64

  /// The version of the format; one that a reader does not know it does not read.
  public static let version: UInt8 = 4

  /// The folder of the index in a site.
  public static let folder = "search"

  /// What a file holds; the raw value is its fourth byte and the first letter of its name.
  enum Kind: UInt8 {
    case manifest = 0x6D  // m
    case letters = 0x6C  // l
    case terms = 0x74  // t
    case reversed = 0x72  // r
    case postings = 0x70  // p
    case positions = 0x71  // q
    case directory = 0x64  // d
    case article = 0x61  // a
    case facets = 0x66  // f
    case suggestions = 0x73  // s
  }

  /// Packs a content. The name carries a hash of the bytes, except the manifest's, which is where
  /// everything starts.
  init(_ kind: Kind, _ content: [UInt8]) {
    self.init(kind, packed: [0x44, 0x41, Self.version, kind.rawValue] + Self.deflate(content))
  }

  /// A file that was packed before.
  ///
  /// - Parameter hash: that of its bytes, where it is known.
  init(_ kind: Kind, packed bytes: [UInt8], hash: UInt64? = nil) {
    self.bytes = bytes
    self.hash = hash ?? Self.hash(bytes)
    path = Self.path(kind, hash: self.hash)
  }

  /// The file under the name of another, which tells its hash: where one is known, so is the other.
  func named(as kind: Kind, _ hash: UInt64) -> IndexFile {
    var file = self
    file.hash = hash
    file.path = Self.path(kind, hash: hash)
    return file
  }

  static func path(_ kind: Kind, hash: UInt64) -> String {
    if kind == .manifest { return "\(folder)/index.daf" }
    let digits = String(hash, radix: 16)
    let letter = Character(Unicode.Scalar(kind.rawValue))
    return "\(folder)/\(letter)-" + String(repeating: "0", count: 16 - digits.count) + digits
      + ".daf"
  }

  /// Unpacks a file.
  ///
  /// - Parameter hash: that of its bytes, where it is known, so that no file is taken for another.
  /// - Throws: `IndexFault` for a file of another kind or version, and for a damaged one.
  static func content(
    of bytes: [UInt8], kind: Kind, path: String, hash: UInt64? = nil
  ) throws -> [UInt8] {
    guard bytes.count > 4, bytes[0] == 0x44, bytes[1] == 0x41, bytes[3] == kind.rawValue else {
      throw IndexFault.damaged(path)
    }
    guard bytes[2] == version else { throw IndexFault.version(path, bytes[2]) }
    if let hash, Self.hash(bytes) != hash { throw IndexFault.damaged(path) }
    guard let content = inflate(Array(bytes[4...])) else { throw IndexFault.damaged(path) }
    return content
  }

  /// FNV-1a, 64 bits: it tells versions of a file apart, and one file from another.
  static func hash(_ bytes: [UInt8], after start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The fastest level: for seven thousandths of the index's size the others take several times as
  /// long.
  private static let level: Int32 = 1

  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      // Memory is short; zlib wants less of it.
      return deflateSlowly(content)
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, content.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { packed, count in
      // With so large a buffer it does not fail.
      count = libdeflate_zlib_compress(
        compressor, content, content.count, packed.baseAddress, packed.count)
    }
  }

  private static func deflateSlowly(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(content.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, content, uLong(content.count), Z_BEST_SPEED)
    packed.removeLast(packed.count - Int(size))
    return packed
  }

  private static func inflate(_ packed: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit_(&stream, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var packed = packed
    var content: [UInt8] = []
    var status = Z_OK
    packed.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while status == Z_OK {
        let produced = chunk.withUnsafeMutableBufferPointer { output -> Int in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          return output.count - Int(stream.avail_out)
        }
        content += chunk[0..<produced]
        if produced == 0, stream.avail_in == 0 { break }
      }
    }
    return status == Z_STREAM_END ? content : nil
  }
}

/// What is wrong with an index.
public enum IndexFault: Error, Equatable, Sendable {
  /// A file is not there.
  case missing(String)
  /// A file is not what it should be.
  case damaged(String)
  /// A file is of a version that this Daf does not read.
  case version(String, UInt8)
}
