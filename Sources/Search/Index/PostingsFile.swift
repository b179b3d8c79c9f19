/// The files that lead from families to articles: for each family its bases and members, and for
/// each member its articles; the members' places in the articles stand in a file beside, which only
/// searches for more than one word need. Both have the name of the first, which begins with the hash
/// of the other.
enum PostingsFile {
  /// The content of a block is ended when it has this many bytes.
  static let blockSize = 12_000

  struct Block {
    var firstFamily: Int
    var postings: IndexFile
    var positions: IndexFile
  }

  /// Makes the blocks of families that come in their order.
  struct Maker {
    private let families: WordFamilies
    private var postings: [UInt8] = []
    private var positions: [UInt8] = []
    private var first = 0
    private var next = 0

    init(_ families: WordFamilies) { self.families = families }

    /// Takes the next family in; the block that is full with it.
    ///
    /// - Parameter batch: has the postings of its words.
    mutating func add(_ number: Int, _ batch: PostingsBatch) -> Block? {
      let (familyPostings, familyPositions) = PostingsFile.content(
        of: families.families[number], families.names, batch)
      postings.appendVarint(familyPostings.count)
      postings += familyPostings
      positions.appendVarint(familyPositions.count)
      positions += familyPositions
      next = number + 1
      return postings.count >= blockSize ? finish() : nil
    }

    /// The block that has been begun; `nil` where none has.
    mutating func finish() -> Block? {
      guard !postings.isEmpty else { return nil }
      let places = IndexFile(.positions, positions)
      var content: [UInt8] = []
      content.appendHash(places.hash)
      let file = IndexFile(.postings, content + postings)
      defer { (postings, positions, first) = ([], [], next) }
      return Block(
        firstFamily: first, postings: file, positions: places.named(as: .positions, file.hash))
    }
  }

  private static func content(
    of family: WordFamilies.Family, _ names: WordTable, _ batch: PostingsBatch
  ) -> (postings: [UInt8], positions: [UInt8]) {
    var postings: [UInt8] = []
    var positions: [UInt8] = []
    func append(name: Int) {
      let range = names.range(of: name)
      postings.appendVarint(range.count)
      postings += names.bytes[range]
    }
    postings.appendVarint(family.bases.count)
    for base in family.bases { append(name: base) }
    postings.appendVarint(family.members.count)
    for member in family.members {
      append(name: member.word)
      postings.appendList(member.bases) { $1.appendVarint($0.place << 1 | ($0.isSecond ? 1 : 0)) }
      let entries = batch.entries(of: member.word)
      postings.appendVarint(entries.count)
      var previous = 0
      for entry in entries {
        postings.appendVarint(Int(entry.article) - previous)
        previous = Int(entry.article)
        postings.appendVarint(Int(entry.weight))
        positions += batch.places[Int(entry.placesStart)..<Int(entry.placesEnd)]
      }
    }
    return (postings, positions)
  }
}
