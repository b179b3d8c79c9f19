import CZlib
import Testing

@testable import Markup

@Suite struct ZipArchiveTests {
  @Test func storedAndDeflatedFilesAreRead() throws {
    let content = Array(String(repeating: "שלום ", count: 200).utf8)
    let archive = try ZipArchive(
      TestArchive.bytes([("a.txt", Array("a".utf8), false), ("b/c.txt", content, true)]))
    #expect(archive.names == ["a.txt", "b/c.txt"])
    #expect(try archive.file("a.txt") == Array("a".utf8))
    #expect(try archive.file("b/c.txt") == content)
    #expect(try archive.file("none") == nil)
  }

  @Test func whatUnpacksToMoreThanItSaysIsRefused() throws {
    let content = [UInt8](repeating: 0x20, count: 1 << 20)
    var bytes = TestArchive.bytes([("a", content, true)])
    let end = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[end + 24] = 16
    bytes[end + 25] = 0
    bytes[end + 26] = 0
    let archive = try ZipArchive(bytes)
    #expect(throws: ZipArchive.Fault.damaged("a")) { try archive.file("a") }
  }

  @Test func anArchiveThatSaysItIsHugeIsRefused() throws {
    var bytes = TestArchive.bytes([("a", [1], false)])
    let place = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[place + 27] = 0x7F
    #expect(throws: ZipArchive.Fault.tooLarge(limit: ZipArchive.byteLimit)) {
      try ZipArchive(bytes)
    }
  }

  /// Every cut and many a changed byte: an error, or the very bytes, and no crash.
  @Test func damagedArchivesAreToldOrRead() throws {
    let content = Array("דף ועוד דף ועוד דף".utf8)
    let whole = TestArchive.bytes([("a", content, true), ("b", content, false)])
    for length in 0..<whole.count {
      let archive = try? ZipArchive(Array(whole[..<length]))
      #expect(archive == nil)
    }
    for place in whole.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var bytes = whole
        bytes[place] = value
        guard let archive = try? ZipArchive(bytes) else { continue }
        for name in archive.names { _ = try? archive.file(name) }
      }
    }
  }
}

/// Makes archives for tests.
enum TestArchive {
  static func bytes(_ files: [(name: String, content: [UInt8], isDeflated: Bool)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let packed = file.isDeflated ? deflated(file.content) : file.content
      let name = Array(file.name.utf8)
      let sizes = number(packed.count, 4) + number(file.content.count, 4)
      let common =
        number(20, 2) + number(0, 2) + number(file.isDeflated ? 8 : 0, 2) + number(0, 4)
        + number(0, 4) + sizes + number(name.count, 2) + number(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
        + number(0, 4) + number(bytes.count, 4) + name
      bytes += [0x50, 0x4B, 3, 4] + common + name + packed
    }
    return bytes + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2)
      + number(files.count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(content.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, content, uLong(content.count), 9)
    // Without zlib's own head and checksum.
    return Array(packed[2..<(Int(size) - 4)])
  }
}
