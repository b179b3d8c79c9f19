/// The file where a search starts: which other files there are.
///
/// It has a size that does not grow with the publication: where there are too many blocks to name here,
/// files of *branches* stand between, each of which names some.
struct Manifest {
  /// What the names of the index's files have in common.
  var index: UInt64
  /// The dictionary that the index was made with; empty where rules did all.
  var source: String
  var articleCount: Int
  var letters: UInt64
  /// The articles that are one in several languages.
  var translations: [[Int]]
  var terms: Blocks<String>
  var reversed: Blocks<String>
  var postings: Blocks<PostingsBlock>

  /// The blocks of a kind of files, or what there is of each of their branches.
  struct Blocks<Entry> {
    /// The number of all blocks.
    var count: Int
    /// By block what there is to say of it, or that of the first block of each branch.
    var entries: [Entry]
    /// The number of the first branch.
    var firstBranch = 0

    var hasBranches: Bool { entries.count < count }
  }

  /// A block of postings, or a branch of them.
  struct PostingsBlock {
    var firstFamily: Int
    /// Whether its places do not all stand in the first of its two files.
    var hasFurtherPlaces: Bool
  }

  /// The number of articles that a directory file covers.
  static let directoryBlock = 8
  /// So many blocks of keys, and of postings, the manifest names itself.
  static let mostKeyBlocks = 512
  static let mostPostingsBlocks = 1_024
  /// The blocks of keys, and of postings, that a branch has where there are more.
  static let keyBranch = 128
  static let postingsBranch = 256

  /// The number of directory files.
  var directoryCount: Int {
    (articleCount + Self.directoryBlock - 1) / Self.directoryBlock
  }
  /// The number of branches.
  var branchCount: Int {
    func count<Entry>(_ blocks: Blocks<Entry>) -> Int {
      blocks.hasBranches ? blocks.entries.count : 0
    }
    return count(terms) + count(reversed) + count(postings)
  }
}

// MARK: - Writing

extension Manifest {
  /// What the contents of the manifest and of its branches are made of.
  struct Contents {
    let manifest: [UInt8]
    let branches: [[UInt8]]
  }

  /// - Parameters:
  ///   - terms: by block the least key that it may have; so `reversed`.
  ///   - familyCount: the number of all families.
  static func contents(
    index: UInt64, source: String, articleCount: Int, letters: UInt64, translations: [[Int]],
    terms: [String], reversed: [String], postings: [PostingsBlock], familyCount: Int
  ) -> Contents {
    var content: [UInt8] = []
    content.appendHash(index)
    content.appendText(source)
    content.appendVarint(articleCount)
    content.appendHash(letters)
    var previous = 0
    content.appendList(translations) { group, content in
      content.appendRising([group[0] - previous] + group.dropFirst().map { $0 - previous })
      previous = group[0]
    }
    var branches: [[UInt8]] = []
    for keys in [terms, reversed] {
      content.appendVarint(keys.count)
      guard keys.count > mostKeyBlocks else {
        for key in keys { content.appendText(key) }
        continue
      }
      for part in parts(keys, keyBranch) {
        content.appendText(part[part.startIndex])
        var branch: [UInt8] = []
        for key in part { branch.appendText(key) }
        branches.append(branch)
      }
    }
    let ends = postings.dropFirst().map(\.firstFamily) + [familyCount]
    let blocks = zip(postings, ends).map {
      ($1 - $0.firstFamily) << 1 | ($0.hasFurtherPlaces ? 1 : 0)
    }
    content.appendVarint(blocks.count)
    guard blocks.count > mostPostingsBlocks else {
      for code in blocks { content.appendVarint(code) }
      return Contents(manifest: content, branches: branches)
    }
    for part in parts(blocks, postingsBranch) {
      var branch: [UInt8] = []
      for code in part { branch.appendVarint(code) }
      branches.append(branch)
      content.appendVarint(part.reduce(0) { $0 + $1 >> 1 } << 1)
    }
    return Contents(manifest: content, branches: branches)
  }

  /// Some blocks by branches.
  private static func parts<Entry>(_ blocks: [Entry], _ size: Int) -> [ArraySlice<Entry>] {
    stride(from: 0, to: blocks.count, by: size).map { blocks[$0..<min($0 + size, blocks.count)] }
  }
}

// MARK: - Reading

extension Manifest {
  init(_ content: [UInt8], path: String) throws {
    var reader = ByteReader(content, path: path)
    index = try reader.hash()
    source = try reader.text()
    articleCount = try reader.varint()
    letters = try reader.hash()
    var previous = 0
    translations = try reader.list { reader in
      let group = try TermsFile.rising(&reader).map { $0 + previous }
      previous = group.first ?? previous
      return group
    }
    /// The number of entries that there are of some blocks.
    func entryCount(_ count: Int, _ most: Int, _ size: Int) -> Int {
      count <= most ? count : (count + size - 1) / size
    }
    func keys(_ firstBranch: Int) throws -> Blocks<String> {
      let count = try reader.varint()
      var entries: [String] = []
      for _ in 0..<entryCount(count, Self.mostKeyBlocks, Self.keyBranch) {
        entries.append(try reader.text())
      }
      return Blocks(count: count, entries: entries, firstBranch: firstBranch)
    }
    terms = try keys(0)
    reversed = try keys(terms.hasBranches ? terms.entries.count : 0)
    let count = try reader.varint()
    postings = Blocks(
      count: count,
      entries: try Self.readPostings(
        &reader, count: entryCount(count, Self.mostPostingsBlocks, Self.postingsBranch),
        firstFamily: 0),
      firstBranch: reversed.firstBranch + (reversed.hasBranches ? reversed.entries.count : 0))
  }

  /// - Parameter count: how many blocks, or branches, are read; `nil` for all that there are.
  static func readPostings(
    _ reader: inout ByteReader, count: Int? = nil, firstFamily: Int
  ) throws -> [PostingsBlock] {
    var family = firstFamily
    var blocks: [PostingsBlock] = []
    while count.map({ blocks.count < $0 }) ?? !reader.isAtEnd {
      let code = try reader.varint()
      blocks.append(PostingsBlock(firstFamily: family, hasFurtherPlaces: code & 1 == 1))
      family += code >> 1
    }
    return blocks
  }
}
