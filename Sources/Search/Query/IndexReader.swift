import Orthography

/// Reads the files of an index, each once.
final class IndexReader {
  private let read: (String) throws -> [UInt8]
  let manifest: Manifest
  private var terms: [Int: [String: [WordFamilies.Lead]]] = [:]
  private var keys: [Int: [String]] = [:]
  private var reversed: [Int: [String]] = [:]
  var families: [Int: Family] = [:]
  private var branches: [Int: [String]] = [:]
  private var postingsBranches: [Int: [Manifest.PostingsBlock]] = [:]
  var slices: [IndexFile.Kind: [Int: [ArraySlice<UInt8>]]] = [:]

  /// - Parameter read: gives the bytes of a file by its path relative to the site's root.
  init(read: @escaping (String) throws -> [UInt8]) throws {
    self.read = read
    let path = IndexFile.path(.manifest, nil)
    manifest = try Manifest(
      IndexFile.content(of: try read(path), .manifest, nil), path: path)
  }

  /// The content of a file of the index and its path.
  func content(_ kind: IndexFile.Kind, _ number: Int = 0) throws -> ([UInt8], String) {
    try content(kind, .init(manifest.index, number))
  }

  private func content(
    _ kind: IndexFile.Kind, _ name: IndexFile.Name
  ) throws -> ([UInt8], String) {
    let path = IndexFile.path(kind, name)
    return (try IndexFile.content(of: try read(path), kind, name), path)
  }

  // MARK: - Blocks

  /// The number of the last block whose first key is not above a key.
  private func block(of key: String, in blocks: Manifest.Blocks<String>) throws -> Int? {
    func last(_ keys: [String]) -> Int? {
      keys.lastIndex { !key.utf8.lexicographicallyPrecedes($0.utf8) }
    }
    guard let place = last(blocks.entries), blocks.hasBranches else { return last(blocks.entries) }
    let keys = try branch(blocks.firstBranch + place)
    return place * Manifest.keyBranch + (last(keys) ?? 0)
  }

  /// The least key that a block may have.
  private func firstKey(of block: Int, in blocks: Manifest.Blocks<String>) throws -> String {
    guard blocks.hasBranches else { return blocks.entries[block] }
    let number = blocks.firstBranch + block / Manifest.keyBranch
    let keys = try branch(number)
    guard keys.indices.contains(block % Manifest.keyBranch) else {
      throw IndexFault.damaged(IndexFile.path(.branch, .init(manifest.index, number)))
    }
    return keys[block % Manifest.keyBranch]
  }

  /// The least keys of a branch's blocks.
  private func branch(_ number: Int) throws -> [String] {
    if let known = branches[number] { return known }
    let (content, path) = try content(.branch, number)
    var reader = ByteReader(content, path: path)
    var keys: [String] = []
    while !reader.isAtEnd { keys.append(try reader.text()) }
    branches[number] = keys
    return keys
  }

  /// The blocks of a branch of postings, by its place among these.
  func postingsBranch(_ place: Int) throws -> [Manifest.PostingsBlock] {
    if let known = postingsBranches[place] { return known }
    let (content, path) = try content(.branch, manifest.postings.firstBranch + place)
    var reader = ByteReader(content, path: path)
    let blocks = try Manifest.readPostings(
      &reader, firstFamily: manifest.postings.entries[place].firstFamily)
    postingsBranches[place] = blocks
    return blocks
  }

  /// All blocks of postings.
  func postingsBlocks() throws -> [Manifest.PostingsBlock] {
    guard manifest.postings.hasBranches else { return manifest.postings.entries }
    return try manifest.postings.entries.indices.flatMap { try postingsBranch($0) }
  }

  // MARK: - Words

  /// The families that a key leads to; none where it is not in the index.
  func leads(of key: String) throws -> [WordFamilies.Lead] {
    guard let block = try block(of: key, in: manifest.terms) else { return [] }
    try load(block)
    return terms[block]?[key] ?? []
  }

  /// Whether a word is a form of some family.
  func has(_ word: String) throws -> Bool { try leads(of: word).contains { !$0.isKin } }

  private func load(_ block: Int) throws {
    guard terms[block] == nil else { return }
    let (content, path) = try content(.terms, block)
    let entries = try TermsFile.read(content, path: path) { reader in
      try TermsFile.rising(&reader).map(WordFamilies.Lead.init(code:))
    }
    terms[block] = Dictionary(entries.map { ($0.key, $0.entry) }) { first, _ in first }
    keys[block] = entries.map(\.key)
  }

  /// The keys that begin with some letters, in order.
  func keys(beginning start: String) throws -> [String] {
    var found: [String] = []
    for block in (try block(of: start, in: manifest.terms) ?? 0)..<manifest.terms.count {
      let first = try firstKey(of: block, in: manifest.terms)
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
    for block in (try block(of: start, in: manifest.reversed) ?? 0)..<manifest.reversed.count {
      let first = try firstKey(of: block, in: manifest.reversed)
      if !first.utf8.starts(with: start.utf8),
        start.utf8.lexicographicallyPrecedes(first.utf8)
      {
        break
      }
      if reversed[block] == nil {
        let (content, path) = try content(.reversed, block)
        reversed[block] = try TermsFile.read(content, path: path) { _ in }.map(\.key)
      }
      found += (reversed[block] ?? []).filter { $0.utf8.starts(with: start.utf8) }
    }
    return found.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
  }

  // MARK: - Articles

  /// What answers show of an article, and its files.
  func entry(_ number: Int) throws -> DirectoryFile.Entry {
    let (directory, path) = try content(.directory, number / Manifest.directoryBlock)
    var reader = ByteReader(directory, path: path)
    for _ in 0..<number % Manifest.directoryBlock { _ = try DirectoryFile.read(&reader) }
    return try DirectoryFile.read(&reader)
  }

  /// The passages of a piece of an article.
  func passages(_ entry: DirectoryFile.Entry, piece: Int) throws -> [SearchableArticle.Passage] {
    let (content, path) = try content(.article, .init(entry.hash, piece))
    return try ArticleFile.read(content, path: path)
  }

  /// A filter's values and their articles.
  func values(of facet: FacetsFile.Facet) throws -> [(value: String, articles: [Int])] {
    let (content, path) = try content(.facets, facet.rawValue)
    return try FacetsFile.read(content, path: path)
  }
}
