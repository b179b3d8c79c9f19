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

  static func make(_ families: WordFamilies, corpus: Corpus) -> [Block] {
    var blocks: [Block] = []
    var postings: [UInt8] = []
    var positions: [UInt8] = []
    var first = 0
    for (number, family) in families.families.enumerated() {
      let (familyPostings, familyPositions) = content(of: family, families.names, corpus: corpus)
      postings.appendVarint(familyPostings.count)
      postings += familyPostings
      positions.appendVarint(familyPositions.count)
      positions += familyPositions
      if postings.count >= blockSize || number == families.families.count - 1 {
        let places = IndexFile(.positions, positions)
        var content: [UInt8] = []
        content.appendHash(places.hash)
        let file = IndexFile(.postings, content + postings)
        blocks.append(
          Block(
            firstFamily: first, postings: file,
            positions: places.named(as: .positions, file.hash)))
        postings = []
        positions = []
        first = number + 1
      }
    }
    return blocks
  }

  private static func content(
    of family: WordFamilies.Family, _ names: WordTable, corpus: Corpus
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
      let entries = corpus.entryStarts[member.word]..<corpus.entryStarts[member.word + 1]
      postings.appendVarint(entries.count)
      var previous = 0
      for entry in entries {
        let article = Int(corpus.entryArticles[entry])
        postings.appendVarint(article - previous)
        previous = article
        postings.appendVarint(Int(corpus.entryWeights[entry]))
        let places = Int(corpus.positionStarts[entry])..<Int(corpus.positionStarts[entry + 1])
        positions.appendVarint(places.count)
        var last = 0
        for place in places {
          positions.appendVarint(Int(corpus.positions[place]) - last)
          last = Int(corpus.positions[place])
        }
      }
    }
    return (postings, positions)
  }
}
