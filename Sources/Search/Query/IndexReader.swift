import Orthography

/// Reads the files of an index, each once.
final class IndexReader {
  private let read: (String) throws -> [UInt8]
  let manifest: Manifest
  private var terms: [Int: [String: [WordFamilies.Lead]]] = [:]
  private var keys: [Int: [String]] = [:]
  private var reversed: [Int: [String]] = [:]
  private var postings: [Int: (positions: UInt64, slices: [ArraySlice<UInt8>])] = [:]
  private var positions: [Int: [ArraySlice<UInt8>]] = [:]

  /// - Parameter read: gives the bytes of a file by its path relative to the site's root.
  init(read: @escaping (String) throws -> [UInt8]) throws {
    self.read = read
    let path = IndexFile.path(.manifest, hash: 0)
    manifest = try Manifest(
      IndexFile.content(of: try read(path), kind: .manifest, path: path), path: path)
  }

  /// - Parameter own: the hash of the file's bytes where it is not the one in its name.
  private func content(
    _ kind: IndexFile.Kind, _ hash: UInt64, own: UInt64? = nil
  ) throws -> ([UInt8], String) {
    let path = IndexFile.path(kind, hash: hash)
    return (
      try IndexFile.content(of: try read(path), kind: kind, path: path, hash: own ?? hash), path
    )
  }

  /// The number of the last block whose first key is not above a key.
  private static func block(
    of key: String, in blocks: [(firstKey: String, hash: UInt64)]
  ) -> Int? {
    blocks.lastIndex { !key.utf8.lexicographicallyPrecedes($0.firstKey.utf8) }
  }

  /// The families that a key leads to; none where it is not in the index.
  func leads(of key: String) throws -> [WordFamilies.Lead] {
    guard let block = Self.block(of: key, in: manifest.terms) else { return [] }
    try load(block)
    return terms[block]?[key] ?? []
  }

  /// Whether a word is a form of some family.
  func has(_ word: String) throws -> Bool { try leads(of: word).contains { !$0.isKin } }

  private func load(_ block: Int) throws {
    guard terms[block] == nil else { return }
    let (content, path) = try content(.terms, manifest.terms[block].hash)
    let entries = try TermsFile.read(content, path: path) { reader in
      try TermsFile.rising(&reader).map(WordFamilies.Lead.init(code:))
    }
    terms[block] = Dictionary(entries.map { ($0.key, $0.entry) }) { first, _ in first }
    keys[block] = entries.map(\.key)
  }

  /// The keys that begin with some letters, in order.
  func keys(beginning start: String) throws -> [String] {
    var found: [String] = []
    for block in (Self.block(of: start, in: manifest.terms) ?? 0)..<manifest.terms.count {
      let first = manifest.terms[block].firstKey
      if !first.utf8.starts(with: start.utf8), start.utf8.lexicographicallyPrecedes(first.utf8) {
        break
      }
      try load(block)
      found += (keys[block] ?? []).filter { $0.utf8.starts(with: start.utf8) }
    }
    return found
  }

  /// The words that end in some letters, in the order of their letters from the end.
  func words(ending end: String) throws -> [String] {
    let start = String(String.UnicodeScalarView(end.unicodeScalars.reversed()))
    var found: [String] = []
    for block in (Self.block(of: start, in: manifest.reversed) ?? 0)..<manifest.reversed.count {
      let entry = manifest.reversed[block]
      if !entry.firstKey.utf8.starts(with: start.utf8),
        start.utf8.lexicographicallyPrecedes(entry.firstKey.utf8)
      {
        break
      }
      if reversed[block] == nil {
        let (content, path) = try content(.reversed, entry.hash)
        reversed[block] = try TermsFile.read(content, path: path) { _ in }.map(\.key)
      }
      found += (reversed[block] ?? []).filter { $0.utf8.starts(with: start.utf8) }
    }
    return found.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
  }

  /// A member of a family and its articles.
  struct Member {
    var word: String
    /// The places of its bases, and whether the word is rather a form of another family.
    var bases: [(place: Int, isSecond: Bool)]
    var articles: [Int]
    var weights: [Int]
  }

  struct Family {
    var bases: [String]
    var members: [Member]
  }

  /// A family with its members' articles.
  func family(_ number: Int) throws -> Family {
    guard let block = manifest.postings.lastIndex(where: { $0.firstFamily <= number }) else {
      throw IndexFault.damaged(IndexFile.path(.manifest, hash: 0))
    }
    let entry = manifest.postings[block]
    let path = IndexFile.path(.postings, hash: entry.hash)
    guard let slices = try loadPostings(block)?.slices,
      slices.indices.contains(number - entry.firstFamily)
    else {
      throw IndexFault.damaged(path)
    }
    var reader = ByteReader(Array(slices[number - entry.firstFamily]), path: path)
    let bases = try reader.list { try $0.text() }
    let members = try reader.list { reader in
      var member = Member(
        word: try reader.text(),
        bases: try reader.list { reader in
          let code = try reader.varint()
          return (code >> 1, code & 1 == 1)
        }, articles: [],
        weights: [])
      var article = 0
      for _ in 0..<(try reader.varint()) {
        article += try reader.varint()
        member.articles.append(article)
        member.weights.append(try reader.varint())
      }
      return member
    }
    return Family(bases: bases, members: members)
  }

  /// The places of each member of a family in each of its articles, in the order of `family`.
  func places(_ number: Int, family: Family) throws -> [[[Int]]] {
    guard let block = manifest.postings.lastIndex(where: { $0.firstFamily <= number }) else {
      return []
    }
    let entry = manifest.postings[block]
    let path = IndexFile.path(.positions, hash: entry.hash)
    if positions[block] == nil, let own = try loadPostings(block)?.positions {
      let (content, path) = try content(.positions, entry.hash, own: own)
      positions[block] = try Self.slices(ByteReader(content, path: path))
    }
    guard let slices = positions[block], slices.indices.contains(number - entry.firstFamily) else {
      throw IndexFault.damaged(path)
    }
    var reader = ByteReader(Array(slices[number - entry.firstFamily]), path: path)
    return try family.members.map { member in
      try member.articles.map { _ in try TermsFile.rising(&reader) }
    }
  }

  private func loadPostings(
    _ block: Int
  ) throws -> (positions: UInt64, slices: [ArraySlice<UInt8>])? {
    if postings[block] == nil {
      let (content, path) = try content(.postings, manifest.postings[block].hash)
      var reader = ByteReader(content, path: path)
      let hash = try reader.hash()
      postings[block] = (hash, try Self.slices(reader))
    }
    return postings[block]
  }

  private static func slices(_ reader: ByteReader) throws -> [ArraySlice<UInt8>] {
    var reader = reader
    var slices: [ArraySlice<UInt8>] = []
    while !reader.isAtEnd { slices.append(try reader.data()) }
    return slices
  }

  /// What answers show of an article.
  func article(_ number: Int) throws -> SearchableArticle {
    let block = number / Manifest.directoryBlock
    guard manifest.directory.indices.contains(block) else {
      throw IndexFault.damaged(IndexFile.path(.manifest, hash: 0))
    }
    let (directory, path) = try content(.directory, manifest.directory[block])
    var reader = ByteReader(directory, path: path)
    for _ in 0..<number % Manifest.directoryBlock { _ = try DirectoryFile.read(&reader) }
    var (hash, article) = try DirectoryFile.read(&reader)
    let (content, articlePath) = try content(.article, hash)
    article.passages = try ArticleFile.read(content, path: articlePath)
    return article
  }

  /// The filters' values and their articles.
  func facets() throws -> [FacetsFile.Facet: [(value: String, articles: [Int])]] {
    let (content, path) = try content(.facets, manifest.facets)
    return try FacetsFile.read(content, path: path)
  }
}
