import CDeflate
import CZlib
import Orthography

/// What is common to the files that one build keeps for the next: a first line that says what the
/// file is and what it was made by, a checksum, the content. They are no part of a site.
///
/// Such a file is only ever a shortcut: one that is damaged, of another version or of another Daf is
/// as good as none.
enum KeptFile {
  /// What made the file: kept files are of use only to a Daf that would make the same.
  ///
  /// The letter table and the rules are in it by themselves, and libdeflate, which packs an article's file
  /// of the index, by its version. `version` stands for the code and goes up when that changes what
  /// is worked out.
  private static let maker: [UInt8] = {
    let letters = String(IndexFile.hash(LettersFile.content), radix: 16)
    let packer = "libdeflate \(LIBDEFLATE_VERSION_STRING)"
    return Array("daf kept \(version) index \(IndexFile.version) \(letters) \(packer)\n".utf8)
  }()

  static let version = 4

  /// - Parameter kind: tells the kinds of kept files apart.
  static func bytes(kind: UInt8, _ content: [UInt8]) -> [UInt8] {
    var bytes = maker + [kind]
    bytes.appendHash(UInt64(checksum(content[...])))
    return bytes + content
  }

  /// Where the content begins; `nil` where the file is of another kind or maker, or damaged.
  static func contentStart(of bytes: [UInt8], kind: UInt8) -> Int? {
    guard bytes.starts(with: maker) else { return nil }
    var reader = ByteReader(bytes, path: "", from: maker.count)
    guard (try? reader.byte()) == kind, let told = try? reader.hash() else { return nil }
    return told == UInt64(checksum(bytes[reader.offset...])) ? reader.offset : nil
  }

  /// CRC-32 as zlib has it.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt {
    bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
  }
}
