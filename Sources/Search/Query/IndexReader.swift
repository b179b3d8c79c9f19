import Orthography

/// Reads the files of an index, each once.
final class IndexReader {
  private let read: (String) throws -> [UInt8]
  let manifest: Manifest
  private var terms: [Int: [String: [WordFamilies.Lead]]] = [:]
  private var keys: [Int: [String]] = [:]
  private var reversed: [Int: [String]] = [:]
  private var families: [Int: Family] = [:]
  private var branches: [Int: [String]] = [:]
  private var postingsBranches: [Int: [Manifest.PostingsBlock]] = [:]
  private var slices: [IndexFile.Kind: [Int: [ArraySlice<UInt8>]]] = [:]

  /// - Parameter read: gives the bytes of a file by its path relative to the site's root.
  init(read: @escaping (String) throws -> [UInt8]) throws {
    self.read = read
    let path = IndexFile.path(.manifest, nil)
    manifest = try Manifest(
      IndexFile.content(of: try read(path), .manifest, nil), path: path)
  }

  /// The content of a file of the index and its path.
  private func content(_ kind: IndexFile.Kind, _ number: Int = 0) throws -> ([UInt8], String) {
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
  private func postingsBranch(_ place: Int) throws -> [Manifest.PostingsBlock] {
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

  // MARK: - Families

  /// A member of a family and its articles.
  struct Member {
    var word: String
    /// The places of its bases, and whether the word is rather a form of another family.
    var bases: [(place: Int, isSecond: Bool)]
    /// First those that are heavy, then the others; each by their numbers.
    var articles: [Int]
    /// How many are heavy: the index has their weights and pieces.
    var heavyCount: Int
    var weights: [Int]
    /// By article the pieces of it in which the word is shown, as bits; all where the index does not
    /// have them.
    var pieces: [Int]
  }

  struct Family {
    var bases: [String]
    var members: [Member]
  }

  /// Where a family stands: the number of its block, and its place there.
  private func place(of family: Int) throws -> (block: Int, place: Int) {
    func last(_ blocks: [Manifest.PostingsBlock]) throws -> Int {
      guard let place = blocks.lastIndex(where: { $0.firstFamily <= family }) else {
        throw IndexFault.damaged(IndexFile.path(.manifest, nil))
      }
      return place
    }
    var blocks = manifest.postings.entries
    var block = try last(blocks)
    var first = 0
    if manifest.postings.hasBranches {
      first = block * Manifest.postingsBranch
      blocks = try postingsBranch(block)
      block = try last(blocks)
    }
    return (first + block, family - blocks[block].firstFamily)
  }

  /// What a block of families has of one of them.
  private func slice(_ kind: IndexFile.Kind, of family: Int) throws -> ByteReader {
    let (block, place) = try place(of: family)
    let path = IndexFile.path(kind, .init(manifest.index, block))
    if slices[kind]?[block] == nil {
      var reader = ByteReader(try content(kind, block).0, path: path)
      var all: [ArraySlice<UInt8>] = []
      while !reader.isAtEnd { all.append(try reader.data()) }
      slices[kind, default: [:]][block] = all
    }
    guard let all = slices[kind]?[block], all.indices.contains(place) else {
      throw IndexFault.damaged(path)
    }
    return ByteReader(Array(all[place]), path: path)
  }

  /// A family with its members' articles.
  func family(_ number: Int) throws -> Family {
    if let known = families[number] { return known }
    var reader = try slice(.postings, of: number)
    let bases = try reader.list { try $0.compactText() }
    var otherCounts: [Int] = []
    var members = try reader.list { reader in
      let member = Member(
        word: try reader.compactText(),
        bases: try reader.list { reader in
          let code = try reader.varint()
          return (code >> 1, code & 1 == 1)
        }, articles: [], heavyCount: 0, weights: [], pieces: [])
      let code = try reader.varint()
      otherCounts.append(code & 1 == 1 ? try reader.varint() : 0)
      var own = member
      own.heavyCount = code >> 1
      return own
    }
    for counts in [members.map(\.heavyCount), otherCounts] {
      for (place, count) in counts.enumerated() {
        var article = 0
        for _ in 0..<count {
          article += try reader.varint()
          members[place].articles.append(article)
        }
      }
    }
    for place in members.indices {
      for _ in 0..<members[place].heavyCount {
        members[place].weights.append(WeightCode.weight(of: try reader.byte()))
      }
    }
    for place in members.indices {
      for _ in 0..<members[place].heavyCount { members[place].pieces.append(try reader.varint()) }
    }
    if otherCounts.contains(where: { $0 > 0 }) {
      let weight = Self.lightWeight(members)
      for (place, count) in otherCounts.enumerated() {
        members[place].weights += Array(repeating: weight, count: count)
        members[place].pieces += Array(repeating: ArticleFile.allPieces, count: count)
      }
    }
    families[number] = Family(bases: bases, members: members)
    return Family(bases: bases, members: members)
  }

  /// What a member weighs in an article of which the index does not have it: a quarter of the lightest
  /// that it has, for such an article may have more of the members.
  private static func lightWeight(_ members: [Member]) -> Int {
    var sums: [Int: Int] = [:]
    for member in members {
      for (article, weight) in zip(member.articles, member.weights) {
        sums[article, default: 0] += weight
      }
    }
    return max(1, (sums.values.min() ?? 0) / 4)
  }

  /// By member of a family and article the places.
  ///
  /// - Parameter whole: whether to read those of all articles, and not of the heaviest alone.
  func places(_ number: Int, whole: Bool) throws -> [[Int: [Int]]] {
    let members = try family(number).members
    typealias Entry = (member: Int, article: Int, weight: Int)
    func ordered(_ range: (Member) -> Range<Int>) -> [Entry] {
      members.enumerated().flatMap { place, member in
        range(member).map { (place, member.articles[$0], member.weights[$0]) }
      }.sorted { ($0.article, $0.member) < ($1.article, $1.member) }
    }
    let heavy = ordered { 0..<$0.heavyCount }
    let order = PostingsFile.order(heavy.map { ($0.article, $0.weight) })
    var places = [[Int: [Int]]](repeating: [:], count: members.count)
    func read(_ entries: some Sequence<Entry>, _ reader: inout ByteReader) throws {
      for entry in entries {
        places[entry.member][entry.article] = try TermsFile.rising(&reader)
      }
    }
    var near = try slice(.places, of: number)
    let count = try near.varint()
    guard count <= order.count else {
      throw IndexFault.damaged(
        IndexFile.path(.places, .init(manifest.index, try place(of: number).block)))
    }
    try read(order[..<count].joined().map { heavy[$0] }, &near)
    let others = whole ? ordered { $0.heavyCount..<$0.articles.count } : []
    if whole, count < order.count || !others.isEmpty {
      var far = try slice(.furtherPlaces, of: number)
      try read(order[count...].joined().map { heavy[$0] } + others, &far)
    }
    return places
  }

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
