import Orthography

/// The files that lead from words to families: sorted keys in blocks, each key's beginning shared
/// with the one before it (front coding).
enum TermsFile {
  /// The content of a block is ended when it has this many bytes.
  static let blockSize = 6_000

  /// The contents of the blocks, each with the least key that it may have.
  static func make(_ families: WordFamilies) -> [IndexedFamilies.KeyBlock] {
    blocks(of: families.names, families.keys.map(\.name)) { place, content in
      content.appendRising(families.keys[place].leads.map(\.code))
    }
  }

  /// The keys that a misspelt word may be corrected to, written backwards: a word whose beginning is
  /// wrong is found by its end.
  static func makeReversed(_ families: WordFamilies) -> [IndexedFamilies.KeyBlock] {
    var reversed = WordTable(minimumCapacity: families.keys.count)
    for key in families.keys {
      let name = families.names[key.name]
      let word = name.unicodeScalars
      guard WordFamilies.isWord(name), word.count >= Spelling.minimumLength - 1 else { continue }
      _ = reversed.insert(String(letters: word.reversed()))
    }
    return blocks(of: reversed, reversed.inOrder) { _, _ in }
  }

  /// - Parameters:
  ///   - keys: the numbers of the keys in the table, in the order of their bytes.
  ///   - entry: appends what follows a key, given by its place among them.
  private static func blocks(
    of table: WordTable, _ keys: [Int], entry: (Int, inout [UInt8]) -> Void
  ) -> [IndexedFamilies.KeyBlock] {
    var blocks: [IndexedFamilies.KeyBlock] = []
    var content: [UInt8] = []
    var firstKey = ""
    var previous: ArraySlice<UInt8> = []
    var last: ArraySlice<UInt8> = []
    func finish() {
      if !content.isEmpty { blocks.append(.init(firstKey: firstKey, content: content)) }
      content = []
      previous = []
    }
    for (place, key) in keys.enumerated() {
      if content.count >= blockSize { finish() }
      let bytes = table.bytes[table.range(of: key)]
      if content.isEmpty { firstKey = separator(before: table[key], after: last) }
      last = bytes
      let shared = zip(previous, bytes).prefix { $0 == $1 }.count
      content.appendVarint(shared)
      content.appendVarint(bytes.count - shared)
      content += bytes.dropFirst(shared)
      entry(place, &content)
      previous = bytes
    }
    finish()
    return blocks
  }

  /// The shortest beginning of a key that comes after the last of the block before: all that the
  /// manifest needs to tell blocks apart.
  private static func separator(before key: String, after last: ArraySlice<UInt8>) -> String {
    var separator = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      separator.append(scalar)
      if last.lexicographicallyPrecedes(String(separator).utf8) { break }
    }
    return String(separator)
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

  /// A rising list of numbers.
  static func rising(_ reader: inout ByteReader) throws -> [Int] {
    var previous = 0
    return try reader.list { reader in
      previous += try reader.varint()
      return previous
    }
  }
}
