/// The file where a search starts: which other files there are.
struct Manifest {
  /// What the names of the index's files have in common.
  var index: UInt64
  /// The dictionary that the index was made with; empty where rules did all.
  var source: String
  var articleCount: Int
  var letters: UInt64
  /// The articles that are one in several languages.
  var translations: [[Int]]
  /// By block of terms, and of reversed terms, the least key that it may have.
  var terms: [String]
  var reversed: [String]
  var postings: [PostingsBlock]

  /// A block of postings.
  struct PostingsBlock {
    var firstFamily: Int
    /// Whether its places do not all stand in the first of its two files.
    var hasFurtherPlaces: Bool
  }

  /// The number of articles that a directory file covers.
  static let directoryBlock = 16

  /// - Parameter familyCount: the number of all families.
  func content(familyCount: Int) -> [UInt8] {
    var content: [UInt8] = []
    content.appendHash(index)
    content.appendText(source)
    content.appendVarint(articleCount)
    content.appendHash(letters)
    content.appendList(translations) { $1.appendRising($0) }
    for keys in [terms, reversed] { content.appendList(keys) { $1.appendText($0) } }
    let ends = postings.dropFirst().map(\.firstFamily) + [familyCount]
    content.appendList(zip(postings, ends).map { $0 }) { block, content in
      let count = block.1 - block.0.firstFamily
      content.appendVarint(count << 1 | (block.0.hasFurtherPlaces ? 1 : 0))
    }
    return content
  }
}

extension Manifest {
  init(_ content: [UInt8], path: String) throws {
    var reader = ByteReader(content, path: path)
    index = try reader.hash()
    source = try reader.text()
    articleCount = try reader.varint()
    letters = try reader.hash()
    translations = try reader.list { try TermsFile.rising(&$0) }
    terms = try reader.list { try $0.text() }
    reversed = try reader.list { try $0.text() }
    var family = 0
    postings = try reader.list { reader in
      let code = try reader.varint()
      defer { family += code >> 1 }
      return PostingsBlock(firstFamily: family, hasFurtherPlaces: code & 1 == 1)
    }
  }

  /// The number of directory files.
  var directoryCount: Int {
    (articleCount + Self.directoryBlock - 1) / Self.directoryBlock
  }
}
