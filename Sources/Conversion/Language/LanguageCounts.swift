import Foundation
import Orthography

/// How often the words of a language follow one another: counts that `make language-data` makes on the
/// user's machine from texts which are installed there, read as data at run time.
///
/// A file has the signs `DAFCOUNT`, the number of its entries, the hashes of the entries in order, and
/// the count of each, in little-endian integers of 64 and 32 bits. An entry is one to three tokens
/// (`LanguageTokens`) parted by tabs; with a tab behind it, its count is that of the different tokens
/// that follow it. The empty entry is the number of all tokens.
public final class LanguageCounts: Sendable {
  private let data: Data
  private let count: Int
  /// The number of all tokens.
  public let total: Int

  private static let magic = Array("DAFCOUNT".utf8)
  private static let headerSize = 16

  /// - Returns: `nil` where the bytes are no such counts.
  public init?(_ data: Data) {
    guard data.count >= Self.headerSize, data.prefix(8).elementsEqual(Self.magic) else {
      return nil
    }
    let count = data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
    guard count > 0, count < 1 << 32, data.count == Self.headerSize + Int(count) * 12 else {
      return nil
    }
    self.data = data
    self.count = Int(UInt64(littleEndian: count))
    total = Self.count(of: "", in: data, entries: self.count)
    guard total > 0 else { return nil }
  }

  /// The file at a path; `nil` where there is none or it is something else.
  public convenience init?(path: String) {
    // Mapped: a paper asks for few of the entries.
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      return nil
    }
    self.init(data)
  }

  /// Counts of some texts, a passage each, that are at hand; of a text with no word, `nil`.
  public convenience init?(passages: some Sequence<String>) {
    var table: [String: UInt32] = [:]
    var total: UInt32 = 0
    for passage in passages {
      let tokens = LanguageTokens.tokens(of: passage.unicodeScalars)
      guard !tokens.isEmpty else { continue }
      total += UInt32(tokens.count)
      let line = [LanguageTokens.start] + tokens
      for token in line { table[token, default: 0] += 1 }
      for (first, second) in zip(line, line.dropFirst()) {
        let pair = "\(first)\t\(second)"
        if table[pair] == nil { table[first + "\t", default: 0] += 1 }
        table[pair, default: 0] += 1
      }
    }
    table[""] = total
    let rows = table.map { (stableHash($0.key.utf8), $0.value) }.sorted { $0.0 < $1.0 }
    var data = Data(Self.magic)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    append(UInt64(rows.count))
    for row in rows { append(row.0) }
    for row in rows { append(row.1) }
    self.init(data)
  }

  /// How often tokens stand one after another.
  ///
  /// - Complexity: logarithmic in the number of entries.
  public func count(of tokens: String...) -> Int {
    Self.count(of: tokens.joined(separator: "\t"), in: data, entries: count)
  }

  /// How many different tokens follow.
  public func followers(of tokens: String...) -> Int {
    Self.count(of: tokens.joined(separator: "\t") + "\t", in: data, entries: count)
  }

  private static func count(of entry: String, in data: Data, entries: Int) -> Int {
    let hash = stableHash(entry.utf8)
    return data.withUnsafeBytes { bytes in
      var (low, high) = (0, entries)
      while low < high {
        let middle = (low + high) / 2
        let value = UInt64(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: headerSize + middle * 8, as: UInt64.self))
        if value == hash {
          return Int(
            UInt32(
              littleEndian: bytes.loadUnaligned(
                fromByteOffset: headerSize + entries * 8 + middle * 4, as: UInt32.self)))
        }
        if value < hash { low = middle + 1 } else { high = middle }
      }
      return 0
    }
  }
}

/// FNV-1a, its bits mixed so that the low ones spread; never 0.
private func stableHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  hash ^= hash >> 32
  return hash == 0 ? 1 : hash
}

/// The counts of words that a machine and a publication have, by script; they are asked for when a
/// paper needs them.
public struct LanguageData: Sendable {
  let counts: @Sendable (Script) -> [LanguageCounts]

  public init(_ counts: @escaping @Sendable (Script) -> [LanguageCounts] = { _ in [] }) {
    self.counts = counts
  }
}
