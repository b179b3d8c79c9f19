import CZlib

/// A zip archive, as office documents are: its files by name, unpacked when they are asked for and
/// within limits (PKWARE's APPNOTE.TXT 6.3; deflated and stored files, without encryption).
public struct ZipArchive: Sendable {
  /// Why an archive is not read.
  public enum Fault: Error, Equatable, Sendable {
    /// It is no archive, or its directory is damaged.
    case malformed
    /// A file in it is encrypted or packed in a way that is not known.
    case unsupported(String)
    /// A file in it is damaged.
    case damaged(String)
    /// It would unpack to more bytes than the limit.
    case tooLarge(limit: Int)
  }

  /// How many bytes the files of an archive may have in all, unpacked, and how many files there may
  /// be.
  public static let byteLimit = 400 << 20
  public static let fileLimit = 20_000

  private struct Entry {
    var method: UInt16
    var isEncrypted: Bool
    var packed: Int
    var unpacked: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// The names of the files, as the archive's directory lists them.
  public var names: [String] { entries.keys.sorted() }

  /// Reads an archive's directory.
  ///
  /// - Throws: `Fault`.
  public init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    guard let end = Self.endRecord(bytes) else { throw .malformed }
    let count = Int(Self.number16(bytes, end + 10))
    var place = Int(Self.number32(bytes, end + 16))
    guard count <= Self.fileLimit else { throw .malformed }
    var total = 0
    for _ in 0..<count {
      guard place >= 0, place + 46 <= bytes.count, Self.number32(bytes, place) == 0x0201_4B50
      else { throw .malformed }
      let nameLength = Int(Self.number16(bytes, place + 28))
      let extraLength = Int(Self.number16(bytes, place + 30))
      let commentLength = Int(Self.number16(bytes, place + 32))
      guard place + 46 + nameLength <= bytes.count else { throw .malformed }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      let entry = Entry(
        method: Self.number16(bytes, place + 10),
        isEncrypted: Self.number16(bytes, place + 8) & 1 != 0,
        packed: Int(Self.number32(bytes, place + 20)),
        unpacked: Int(Self.number32(bytes, place + 24)),
        header: Int(Self.number32(bytes, place + 42)))
      total += entry.unpacked
      guard total <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
      if entries[name] == nil { entries[name] = entry }
      place += 46 + nameLength + extraLength + commentLength
    }
  }

  /// A file's bytes; `nil` where the archive has none of that name.
  ///
  /// - Parameter limit: the bytes that it may have, unpacked.
  /// - Throws: `Fault`.
  public func file(_ name: String, limit: Int = byteLimit) throws(Fault) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard entry.unpacked <= limit else { throw .tooLarge(limit: limit) }
    guard entry.header + 30 <= bytes.count,
      Self.number32(bytes, entry.header) == 0x0403_4B50
    else { throw .damaged(name) }
    let start =
      entry.header + 30 + Int(Self.number16(bytes, entry.header + 26))
      + Int(Self.number16(bytes, entry.header + 28))
    guard start + entry.packed <= bytes.count else { throw .damaged(name) }
    guard !entry.isEncrypted else { throw .unsupported(name) }
    switch entry.method {
    case 0: return Array(bytes[start..<(start + entry.packed)])
    case 8:
      guard let content = inflate(start..<(start + entry.packed), upTo: entry.unpacked) else {
        throw .damaged(name)
      }
      return content
    default: throw .unsupported(name)
    }
  }

  /// Unpacks to no more bytes than the directory says; `nil` if there are others.
  private func inflate(_ range: Range<Int>, upTo size: Int) -> [UInt8]? {
    // What compresses better than 1:1032 is no deflated data, whatever the directory says.
    guard size <= range.count * 1_040 + 64 else { return nil }
    return bytes.withUnsafeBufferPointer { input in
      let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
      stream.initialize(to: z_stream())
      defer { stream.deallocate() }
      let structure = Int32(MemoryLayout<z_stream>.size)
      guard inflateInit2_(stream, -15, ZLIB_VERSION, structure) == Z_OK else { return nil }
      defer { inflateEnd(stream) }
      var isWhole = false
      let content = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
        stream.pointee.next_in = input.baseAddress.map {
          UnsafeMutablePointer(mutating: $0 + range.lowerBound)
        }
        stream.pointee.avail_in = UInt32(range.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(size + 1)
        isWhole = CZlib.inflate(stream, Z_FINISH) == Z_STREAM_END
        count = size + 1 - Int(stream.pointee.avail_out)
      }
      return isWhole && content.count == size ? content : nil
    }
  }

  /// Where the record at the archive's end begins: within its last 64 KB.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var place = bytes.count - 22
    let last = max(0, place - 65_535)
    while place >= last {
      if number32(bytes, place) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  private static func number16(_ bytes: [UInt8], _ place: Int) -> UInt16 {
    UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  private static func number32(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    UInt32(number16(bytes, place)) | UInt32(number16(bytes, place + 2)) << 16
  }
}
