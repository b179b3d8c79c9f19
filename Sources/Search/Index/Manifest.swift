/// The file where a search starts: which other files there are.
struct Manifest {
  /// The dictionary that the index was made with; empty where rules did all.
  var source: String
  var articleCount: Int
  var letters: UInt64
  var facets: UInt64
  var suggestions: UInt64
  /// The articles that are one in several languages.
  var translations: [[Int]]
  var terms: [(firstKey: String, hash: UInt64)]
  var reversed: [(firstKey: String, hash: UInt64)]
  var postings: [(firstFamily: Int, hash: UInt64)]
  var directory: [UInt64]

  /// The number of articles that a directory file covers.
  static let directoryBlock = 16

  var content: [UInt8] {
    var content: [UInt8] = []
    content.appendText(source)
    content.appendVarint(articleCount)
    content.appendHash(letters)
    content.appendHash(facets)
    content.appendHash(suggestions)
    content.appendList(translations) { group, content in
      var previous = 0
      content.appendList(group) { article, content in
        content.appendVarint(article - previous)
        previous = article
      }
    }
    for blocks in [terms, reversed] {
      content.appendList(blocks) { block, content in
        content.appendText(block.firstKey)
        content.appendHash(block.hash)
      }
    }
    content.appendList(postings) { block, content in
      content.appendVarint(block.firstFamily)
      content.appendHash(block.hash)
    }
    content.appendList(directory) { $1.appendHash($0) }
    return content
  }
}

extension Manifest {
  init(_ content: [UInt8], path: String) throws {
    var reader = ByteReader(content, path: path)
    source = try reader.text()
    articleCount = try reader.varint()
    letters = try reader.hash()
    facets = try reader.hash()
    suggestions = try reader.hash()
    translations = try reader.list { try TermsFile.rising(&$0) }
    terms = try reader.list { (try $0.text(), try $0.hash()) }
    reversed = try reader.list { (try $0.text(), try $0.hash()) }
    postings = try reader.list { (try $0.varint(), try $0.hash()) }
    directory = try reader.list { try $0.hash() }
  }
}
