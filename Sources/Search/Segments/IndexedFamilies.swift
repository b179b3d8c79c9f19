/// What the index says of a publication's words before it says where they stand: their families, and
/// the files that lead to these.
///
/// It depends on the words and on what a dictionary says of them, on nothing else of the articles: a
/// build whose words are those of the build before may keep it (`SegmentMerge.kept`).
public struct IndexedFamilies: Sendable {
  /// A word that stands in the publication.
  struct Member: Sendable {
    /// Its number in the vocabulary.
    var word: Int
    /// What the postings say of it before its articles, in `bytes`.
    var head: Range<Int>
  }

  struct Family: Sendable {
    /// What the postings say of it before its members, in `bytes`.
    var head: Range<Int>
    /// Its members' places in `members`.
    var members: Range<Int>
  }

  /// The content of a file that leads from words to families.
  struct KeyBlock: Sendable {
    var firstKey: String
    var content: [UInt8]
  }

  /// The dictionary's name and version; `nil` where there was none.
  public let source: String?
  private(set) var bytes: [UInt8] = []
  private(set) var families: [Family] = []
  private(set) var members: [Member] = []
  let terms: [KeyBlock]
  let reversed: [KeyBlock]
  /// Of all of it.
  let hash: UInt64

  init(_ families: WordFamilies, source: String?) {
    self.source = source
    terms = TermsFile.make(families)
    reversed = TermsFile.makeReversed(families)
    var (bytes, members): ([UInt8], [Member]) = ([], [])
    for family in families.families {
      let start = bytes.count
      bytes.appendList(family.bases) { $1.appendCompact(families.names[$0]) }
      bytes.appendVarint(family.members.count)
      let (head, first) = (start..<bytes.count, members.count)
      for member in family.members {
        let start = bytes.count
        bytes.appendCompact(families.names[member.word])
        bytes.appendList(member.bases) { $1.appendVarint($0.place << 1 | ($0.isSecond ? 1 : 0)) }
        members.append(Member(word: member.word, head: start..<bytes.count))
      }
      self.families.append(Family(head: head, members: first..<members.count))
    }
    (self.bytes, self.members) = (bytes, members)
    hash = terms.reduce(IndexFile.hash(bytes)) { IndexFile.hash($1.content, after: $0) }
  }

  /// By member of a family the place of the first that has the same base as its first.
  func firstsOfBases(of family: Int) -> [Int] {
    var firsts: [Int: Int] = [:]
    return members(of: family).enumerated().map { place, member in
      var reader = ByteReader(bytes, path: "", from: member.head.lowerBound)
      // The index's own bytes are not damaged; a word has a base.
      _ = try? reader.data()
      _ = try? reader.varint()
      let base = (try? reader.varint()) ?? 0
      let first = firsts[base] ?? place
      firsts[base] = first
      return first
    }
  }

  /// The members of a family, by its number.
  func members(of family: Int) -> ArraySlice<Member> { members[families[family].members] }
}

// MARK: - Kept for a later build

extension IndexedFamilies {
  static let kind = UInt8(ascii: "f")

  /// - Parameters:
  ///   - key: what tells the words and the dictionary from others.
  ///   - ranks: by the number of a word its place in the order of the words' bytes, which is the same
  ///     whatever the articles.
  func kept(key: UInt64, ranks: [Int]) -> [UInt8] {
    var content: [UInt8] = []
    content.appendHash(key)
    content.appendHash(hash)
    content.appendList(source.map { [$0] } ?? []) { $1.appendText($0) }
    for blocks in [terms, reversed] {
      content.appendList(blocks) { block, content in
        content.appendText(block.firstKey)
        content.appendData(block.content)
      }
    }
    content.appendData(bytes)
    content.appendList(families) { family, content in
      content.appendVarint(family.head.count)
      content.appendList(members[family.members]) { member, content in
        content.appendVarint(ranks[member.word])
        content.appendVarint(member.head.count)
      }
    }
    return KeptFile.bytes(kind: Self.kind, content)
  }

  /// What was kept; `nil` where it is damaged or was kept under another key.
  ///
  /// - Parameter order: the numbers of the words in the order of their bytes.
  init?(kept file: [UInt8], key: UInt64, order: [Int]) {
    guard let start = KeptFile.contentStart(of: file, kind: Self.kind) else { return nil }
    var reader = ByteReader(file, path: "", from: start)
    do {
      guard try reader.hash() == key else { return nil }
      hash = try reader.hash()
      source = try reader.list { try $0.text() }.first
      func blocks() throws -> [KeyBlock] {
        try reader.list { KeyBlock(firstKey: try $0.text(), content: Array(try $0.data())) }
      }
      terms = try blocks()
      reversed = try blocks()
      bytes = Array(try reader.data())
      var position = 0
      func head(_ reader: inout ByteReader) throws -> Range<Int> {
        let count = try reader.varint()
        guard count <= bytes.count - position else { throw IndexFault.damaged("") }
        position += count
        return position - count..<position
      }
      for _ in 0..<(try reader.varint()) {
        let (own, first) = (try head(&reader), members.count)
        for _ in 0..<(try reader.varint()) {
          let rank = try reader.varint()
          guard order.indices.contains(rank) else { return nil }
          members.append(Member(word: order[rank], head: try head(&reader)))
        }
        families.append(Family(head: own, members: first..<members.count))
      }
    } catch {
      return nil
    }
  }
}
