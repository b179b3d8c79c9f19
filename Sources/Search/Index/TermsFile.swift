import Orthography

/// The files that lead from words to families: sorted keys in blocks, each key's beginning shared
/// with the one before it (front coding).
enum TermsFile {
  /// The content of a block is ended when it has this many bytes.
  static let blockSize = 12_000

  static func make(keys: [String: [Int]]) -> [(firstKey: String, file: IndexFile)] {
    blocks(of: keys.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, kind: .terms) {
      key, content in
      var previous = 0
      content.appendList(keys[key] ?? []) { family, content in
        content.appendVarint(family - previous)
        previous = family
      }
    }
  }

  /// The keys that a misspelt word may be corrected to, written backwards: a word whose beginning is
  /// wrong is found by its end.
  static func makeReversed(keys: [String: [Int]]) -> [(firstKey: String, file: IndexFile)] {
    let words = keys.keys.filter {
      !$0.hasPrefix(WordFamilies.stemMark)
        && $0.unicodeScalars.count >= Spelling.minimumLength - 1
    }.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
    return blocks(
      of: words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, kind: .reversed
    ) { _, _ in }
  }

  private static func blocks(
    of keys: [String], kind: IndexFile.Kind, entry: (String, inout [UInt8]) -> Void
  ) -> [(firstKey: String, file: IndexFile)] {
    var blocks: [(firstKey: String, file: IndexFile)] = []
    var content: [UInt8] = []
    var firstKey = ""
    var previous: [UInt8] = []
    func finish() {
      if !content.isEmpty { blocks.append((firstKey, IndexFile(kind, content))) }
      content = []
      previous = []
    }
    for key in keys {
      if content.count >= blockSize { finish() }
      if content.isEmpty { firstKey = key }
      let bytes = Array(key.utf8)
      var shared = 0
      while shared < min(previous.count, bytes.count), previous[shared] == bytes[shared] {
        shared += 1
      }
      content.appendVarint(shared)
      content.appendVarint(bytes.count - shared)
      content += bytes[shared...]
      entry(key, &content)
      previous = bytes
    }
    finish()
    return blocks
  }

  /// The keys of a block with what follows each.
  static func read<Entry>(
    _ content: [UInt8], path: String, entry: (inout ByteReader) throws -> Entry
  ) throws -> [(key: String, entry: Entry)] {
    var reader = ByteReader(content, path: path)
    var entries: [(key: String, entry: Entry)] = []
    var previous: [UInt8] = []
    while !reader.isAtEnd {
      let shared = try reader.varint()
      guard shared <= previous.count else { throw IndexFault.damaged(path) }
      previous = Array(previous[0..<shared]) + (try reader.data())
      entries.append((String(decoding: previous, as: UTF8.self), try entry(&reader)))
    }
    return entries
  }

  /// The numbers of a key's families.
  static func families(_ reader: inout ByteReader) throws -> [Int] {
    var previous = 0
    return try reader.list { reader in
      previous += try reader.varint()
      return previous
    }
  }
}
