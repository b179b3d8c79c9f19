import Orthography

/// Reads the files of an index, each once.
final class IndexReader {
  private let read: (String) throws -> [UInt8]
  let manifest: Manifest
  private var terms: [Int: [String: [WordFamilies.Lead]]] = [:]
  private var keys: [Int: [String]] = [:]
  private var reversed: [Int: [String]] = [:]
  private var families: [Int: Family] = [:]
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

  /// The number of the last block whose first key is not above a key.
  private static func block(of key: String, in blocks: [String]) -> Int? {
    blocks.lastIndex { !key.utf8.lexicographicallyPrecedes($0.utf8) }
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
    for block in (Self.block(of: start, in: manifest.terms) ?? 0)..<manifest.terms.count {
      let first = manifest.terms[block]
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
      let first = manifest.reversed[block]
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

  /// A member of a family and its articles.
  struct Member {
    var word: String
    /// The places of its bases, and whether the word is rather a form of another family.
    var bases: [(place: Int, isSecond: Bool)]
    var articles: [Int]
    var weights: [Int]
    /// By article the pieces of it in which the word is shown, as bits.
    var pieces: [Int]
  }

  struct Family {
    var bases: [String]
    var members: [Member]
  }

  /// Where a family stands: the number of its block, and its place there.
  private func place(of family: Int) throws -> (block: Int, place: Int) {
    guard let block = manifest.postings.lastIndex(where: { $0.firstFamily <= family }) else {
      throw IndexFault.damaged(IndexFile.path(.manifest, nil))
    }
    return (block, family - manifest.postings[block].firstFamily)
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
    var counts: [Int] = []
    var members = try reader.list { reader in
      let member = Member(
        word: try reader.compactText(),
        bases: try reader.list { reader in
          let code = try reader.varint()
          return (code >> 1, code & 1 == 1)
        }, articles: [], weights: [], pieces: [])
      counts.append(try reader.varint())
      return member
    }
    for (place, count) in counts.enumerated() {
      var article = 0
      for _ in 0..<count {
        article += try reader.varint()
        members[place].articles.append(article)
      }
    }
    for (place, count) in counts.enumerated() {
      for _ in 0..<count {
        members[place].weights.append(WeightCode.weight(of: try reader.byte()))
      }
    }
    for (place, count) in counts.enumerated() {
      for _ in 0..<count { members[place].pieces.append(try reader.varint()) }
    }
    families[number] = Family(bases: bases, members: members)
    return Family(bases: bases, members: members)
  }

  /// By member of a family and article the places.
  ///
  /// - Parameter whole: whether to read those of all articles, and not of the heaviest alone.
  func places(_ number: Int, whole: Bool) throws -> [[Int: [Int]]] {
    let members = try family(number).members
    let all = members.enumerated().flatMap { place, member in
      zip(member.articles, member.weights).map { (member: place, article: $0, weight: $1) }
    }.sorted { ($0.article, $0.member) < ($1.article, $1.member) }
    let order = PostingsFile.order(all.map { ($0.article, $0.weight) })
    var places = [[Int: [Int]]](repeating: [:], count: members.count)
    func read(_ order: ArraySlice<Range<Int>>, _ reader: inout ByteReader) throws {
      for entry in order.joined().map({ all[$0] }) {
        places[entry.member][entry.article] = try TermsFile.rising(&reader)
      }
    }
    var near = try slice(.places, of: number)
    let count = try near.varint()
    guard count <= order.count else {
      throw IndexFault.damaged(
        IndexFile.path(.places, .init(manifest.index, try place(of: number).block)))
    }
    try read(order[..<count], &near)
    if whole, count < order.count {
      var far = try slice(.furtherPlaces, of: number)
      try read(order[count...], &far)
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

  /// The filters' values and their articles.
  func facets() throws -> [FacetsFile.Facet: [(value: String, articles: [Int])]] {
    let (content, path) = try content(.facets)
    return try FacetsFile.read(content, path: path)
  }
}
