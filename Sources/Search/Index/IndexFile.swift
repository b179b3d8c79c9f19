import CDeflate
import CZlib

/// A file of the index (docs/search-index.md): four bytes that say what it is, those that say which
/// one it is, then its content, compressed as zlib does (RFC 1950), whose checksum tells a damaged
/// file.
public struct IndexFile: Sendable, Equatable {
  /// The file's path relative to the site's root: `search/t-0123456789abcdef.bin`.
  public var path: String
  public var bytes: [UInt8]

  /// The version of the format; one that a reader does not know it does not read.
  public static let version: UInt8 = 6

  /// The folder of the index in a site.
  public static let folder = "search"

  /// What a file holds; the raw value is its fourth byte and the first letter of its name.
  enum Kind: UInt8 {
    case manifest = 0x6D  // m
    case letters = 0x6C  // l
    case branch = 0x62  // b
    case terms = 0x74  // t
    case reversed = 0x72  // r
    case postings = 0x70  // p
    case places = 0x71  // q
    case furtherPlaces = 0x78  // x
    case directory = 0x64  // d
    case article = 0x61  // a
    case facets = 0x66  // f
    case suggestions = 0x73  // s
  }

  /// What tells a file from every other: what it belongs to, an index or an article or its own
  /// content, by a hash, and its place among the files of its kind.
  struct Name: Equatable, Sendable {
    var owner: UInt64
    var number = 0

    init(_ owner: UInt64, _ number: Int = 0) {
      self.owner = owner
      self.number = number
    }
  }

  /// Packs a content.
  ///
  /// - Parameter name: `nil` for the manifest alone, which is where everything starts.
  init(_ kind: Kind, _ content: [UInt8], _ name: Name?) {
    let level = kind == .letters || kind == .manifest ? Self.highLevel : Self.level
    bytes = Self.header(kind, name) + Self.deflate(content, level)
    path = Self.path(kind, name)
  }

  /// A file that was packed before.
  init(_ kind: Kind, packed bytes: [UInt8], _ name: Name) {
    self.bytes = bytes
    path = Self.path(kind, name)
  }

  private static func header(_ kind: Kind, _ name: Name?) -> [UInt8] {
    var header = [0x44, 0x41, version, kind.rawValue]
    if let name {
      header.appendHash(name.owner)
      header.appendVarint(name.number)
    }
    return header
  }

  static func path(_ kind: Kind, _ name: Name?) -> String {
    guard let name else { return "\(folder)/index.bin" }
    let letter = Character(Unicode.Scalar(kind.rawValue))
    return "\(folder)/\(letter)-\(digits(of: name.owner))-\(name.number).bin"
  }

  /// A hash in sixteen hexadecimal digits.
  static func digits(of hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Unpacks a file.
  ///
  /// - Parameter name: the file's, so that none is taken for another.
  /// - Throws: `IndexFault` for another file, one of another version, and a damaged one.
  static func content(of bytes: [UInt8], _ kind: Kind, _ name: Name?) throws -> [UInt8] {
    let path = path(kind, name)
    guard bytes.count > 4, bytes[0] == 0x44, bytes[1] == 0x41 else {
      throw IndexFault.damaged(path)
    }
    guard bytes[2] == version else { throw IndexFault.version(path, bytes[2]) }
    let header = header(kind, name)
    guard bytes.starts(with: header), let content = inflate(Array(bytes[header.count...])) else {
      throw IndexFault.damaged(path)
    }
    return content
  }

  /// FNV-1a, 64 bits.
  static func hash(
    _ bytes: some Sequence<UInt8>, after start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The fastest level: for seven thousandths of the index's size the others take several times as
  /// long.
  private static let level: Int32 = 1
  /// That of the two files that every first query fetches.
  private static let highLevel: Int32 = 12

  private static func deflate(_ content: [UInt8], _ level: Int32) -> [UInt8] {
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

  /// How many bytes a file may unpack to; those that Daf makes have a thousandth of it.
  private static let contentLimit = 1 << 27

  private static func inflate(_ packed: [UInt8]) -> [UInt8]? {
    // zlib keeps the stream's address, so that it must not move (`inflateStateCheck`).
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(stream) }
    var packed = packed
    var content: [UInt8] = []
    var status = Z_OK
    packed.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(input.count)
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while status == Z_OK, content.count <= contentLimit {
        let produced = chunk.withUnsafeMutableBufferPointer { output -> Int in
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          status = CZlib.inflate(stream, Z_NO_FLUSH)
          return output.count - Int(stream.pointee.avail_out)
        }
        content += chunk[0..<produced]
        if produced == 0, stream.pointee.avail_in == 0 { break }
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
