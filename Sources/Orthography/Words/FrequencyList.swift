import CZlib
import Foundation

/// How often the words of a language are used: a list of the wordfreq project, read as data at run
/// time where it is installed.
///
/// Such a list (format `cB`, version 1) is packed by gzip and MessagePack: a header, and then for each
/// frequency from 1 down, in hundredths of a decimal order of magnitude, the words that have it. Words
/// are kept by a hash of 64 bits, for half a million of them must not take longer to load than a paper
/// to convert.
public final class FrequencyList: Lexicon {
  private let script: Script
  /// The hashes of the words, each at the place that it asks for or the next free one; 0 is free.
  private let hashes: [UInt64]
  /// The frequency of the word at each place, in hundredths below 1.
  private let levels: [UInt16]

  /// No such list has as many bytes when unpacked.
  private static let mostBytes = 1 << 27

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - script: the script of its language; words of other scripts it does not judge.
  ///   - bytes: the file, as it is installed.
  /// - Returns: `nil` where the bytes are no such list.
  public init?(script: Script, bytes: [UInt8]) {
    guard let unpacked = Self.unzipped(bytes) else { return nil }
    var reader = PackedLists(bytes: unpacked)
    guard let count = reader.arrayCount(), count > 1, reader.skipHeader() else { return nil }
    var found: [(hash: UInt64, level: UInt16)] = []
    found.reserveCapacity(700_000)
    for level in 0..<UInt16(clamping: count - 1) {
      guard let words = reader.arrayCount() else { return nil }
      for _ in 0..<words {
        guard let word = reader.string() else { return nil }
        found.append((Self.hash(unpacked[word]), level))
      }
    }
    guard !found.isEmpty else { return nil }
    var capacity = 1024
    while capacity < found.count * 2 { capacity *= 2 }
    var hashes = [UInt64](repeating: 0, count: capacity)
    var levels = [UInt16](repeating: 0, count: capacity)
    for item in found {
      var place = Int(truncatingIfNeeded: item.hash) & (capacity - 1)
      while hashes[place] != 0, hashes[place] != item.hash { place = (place + 1) & (capacity - 1) }
      guard hashes[place] == 0 else { continue }
      hashes[place] = item.hash
      levels[place] = item.level
    }
    self.script = script
    self.hashes = hashes
    self.levels = levels
  }

  /// A list says which words are used, not which are right: it knows no word.
  public func knows(_ word: String) -> Bool? { nil }

  public func frequency(of word: String) -> Double? {
    let spelled = spelling(word)
    guard Orthography.script(of: spelled) == script else { return nil }
    let hash = Self.hash(Array(spelled.utf8)[...])
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == hash { return pow(10, -Double(levels[place]) / 100) }
      place = (place + 1) & (hashes.count - 1)
    }
    return 0
  }

  /// FNV-1a, its bits mixed so that the low ones spread; never 0.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash == 0 ? 1 : hash
  }

  /// What gzip packed; `nil` where the bytes are damaged or not from gzip.
  private static func unzipped(_ bytes: [UInt8]) -> [UInt8]? {
    // A gzip file ends with the length of what it holds.
    guard bytes.count > 18, bytes[0] == 0x1F, bytes[1] == 0x8B else { return nil }
    let length = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard (1..<mostBytes).contains(length) else { return nil }
    var packed = bytes
    var unpacked = [UInt8](repeating: 0, count: length)
    // zlib keeps the stream's address.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    guard
      inflateInit2_(stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(stream) }
    let status = packed.withUnsafeMutableBufferPointer { source in
      unpacked.withUnsafeMutableBufferPointer { target in
        stream.pointee.next_in = source.baseAddress
        stream.pointee.avail_in = UInt32(source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        return inflate(stream, Z_FINISH)
      }
    }
    return status == Z_STREAM_END && Int(stream.pointee.total_out) == length ? unpacked : nil
  }
}

/// Reads the arrays and strings of MessagePack, one after another.
private struct PackedLists {
  let bytes: [UInt8]
  var index = 0

  /// The number of elements of the array that begins here.
  mutating func arrayCount() -> Int? {
    guard let first = byte() else { return nil }
    switch first {
    case 0x90...0x9F: return Int(first & 0x0F)
    case 0xDC: return number(2)
    case 0xDD: return number(4)
    default: return nil
    }
  }

  /// Skips a map of short strings to short strings or small numbers.
  mutating func skipHeader() -> Bool {
    guard let first = byte(), (0x80...0x8F).contains(first) else { return false }
    for _ in 0..<Int(first & 0x0F) * 2 {
      if index < bytes.count, bytes[index] < 0x80 {
        index += 1
      } else if string() == nil {
        return false
      }
    }
    return true
  }

  /// Where the bytes of the string that begins here are.
  mutating func string() -> Range<Int>? {
    guard let first = byte() else { return nil }
    let length: Int?
    switch first {
    case 0xA0...0xBF: length = Int(first & 0x1F)
    case 0xD9: length = number(1)
    case 0xDA: length = number(2)
    default: return nil
    }
    guard let length, index + length <= bytes.count else { return nil }
    index += length
    return index - length..<index
  }

  private mutating func byte() -> UInt8? {
    guard index < bytes.count else { return nil }
    index += 1
    return bytes[index - 1]
  }

  private mutating func number(_ size: Int) -> Int? {
    guard index + size <= bytes.count else { return nil }
    index += size
    return bytes[index - size..<index].reduce(0) { $0 << 8 | Int($1) }
  }
}
