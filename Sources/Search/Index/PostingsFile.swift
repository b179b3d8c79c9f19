/// The files that lead from families to articles: for each family its bases and members, and for
/// each member its articles, what it weighs there, and in which pieces of them it stands. The members'
/// places in the articles stand in files beside, which only searches for more than one word need: those
/// of each family's heaviest articles in one, for nearness; all others in another, for phrases.
enum PostingsFile {
  /// The content of a block is ended when it has this many bytes.
  static let blockSize = 6_000
  /// So many bytes of a family's places stand in the first file.
  static let placesLimit = 2_500

  /// The contents of a block's files.
  struct Block {
    var firstFamily: Int
    var postings: [UInt8] = []
    var places: [UInt8] = []
    var furtherPlaces: [UInt8] = []
    /// Whether any family has further places.
    var hasFurtherPlaces = false
  }

  /// Makes the blocks of families that come in their order.
  struct Maker {
    private let families: IndexedFamilies
    private var block = Block(firstFamily: 0)

    init(_ families: IndexedFamilies) { self.families = families }

    /// Takes the next family in; the block that is full with it.
    ///
    /// - Parameter batch: has the postings of its words.
    mutating func add(_ number: Int, _ batch: PostingsBatch) -> Block? {
      let entries = families.members(of: number).map { batch.entries(of: $0.word) }
      block.postings.appendData(PostingsFile.postings(of: number, families, entries))
      let (near, far) = PostingsFile.places(entries, batch.places)
      block.places.appendData(near)
      block.furtherPlaces.appendData(far)
      if !far.isEmpty { block.hasFurtherPlaces = true }
      guard block.postings.count >= blockSize else { return nil }
      defer { block = Block(firstFamily: number + 1) }
      return block
    }

    /// The block that has been begun; `nil` where none has.
    func finish() -> Block? { block.postings.isEmpty ? nil : block }
  }

  private static func postings(
    of number: Int, _ families: IndexedFamilies, _ entries: [ArraySlice<PostingsBatch.Entry>]
  ) -> [UInt8] {
    var content = Array(families.bytes[families.families[number].head])
    for (member, own) in zip(families.members(of: number), entries) {
      content += families.bytes[member.head]
      content.appendVarint(own.count)
    }
    // What is alike stands together: so it is packed the better.
    for own in entries {
      var previous = 0
      for entry in own {
        content.appendVarint(Int(entry.article) - previous)
        previous = Int(entry.article)
      }
    }
    for entry in entries.joined() { content.append(WeightCode.code(of: Int(entry.weight))) }
    for entry in entries.joined() { content.appendVarint(Int(entry.pieces)) }
    return content
  }

  /// The order in which a family's articles stand in the files of places: the heaviest first.
  ///
  /// - Parameter entries: the family's articles and weights, by articles.
  /// - Returns: by article the entries that are its.
  static func order(_ entries: [(article: Int, weight: Int)]) -> [Range<Int>] {
    var articles: [(range: Range<Int>, weight: Int)] = []
    for (place, entry) in entries.enumerated() {
      if place > 0, entries[place - 1].article == entry.article {
        let last = articles.count - 1
        articles[last].range = articles[last].range.lowerBound..<place + 1
        articles[last].weight += entry.weight
      } else {
        articles.append((place..<place + 1, entry.weight))
      }
    }
    articles.sort { ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound) }
    return articles.map(\.range)
  }

  private static func places(
    _ entries: [ArraySlice<PostingsBatch.Entry>], _ bytes: [UInt8]
  ) -> (near: [UInt8], far: [UInt8]) {
    if entries.count == 1, entries[0].count == 1, let only = entries[0].first {
      // So are most families.
      return ([1] + bytes[Int(only.placesStart)..<Int(only.placesEnd)], [])
    }
    // Of one article those of the members in their order.
    let all =
      entries.count == 1
      ? Array(entries[0])
      : entries.joined().enumerated()
        .sorted { ($0.element.article, $0.offset) < ($1.element.article, $1.offset) }
        .map(\.element)
    let order = order(
      all.map { entry in
        (Int(entry.article), WeightCode.weight(of: WeightCode.code(of: Int(entry.weight))))
      })
    var (near, far): ([UInt8], [UInt8]) = ([], [])
    var nearCount = 0
    for article in order {
      let isNear = far.isEmpty && near.count < placesLimit
      if isNear { nearCount += 1 }
      for entry in all[article] {
        let list = bytes[Int(entry.placesStart)..<Int(entry.placesEnd)]
        if isNear { near += list } else { far += list }
      }
    }
    var counted: [UInt8] = []
    counted.appendVarint(nearCount)
    return (counted + near, far)
  }
}

/// Weights as bytes: exact below 16, then eight steps to the double.
enum WeightCode {
  static func code(of weight: Int) -> UInt8 {
    guard weight >= 16 else { return UInt8(max(0, weight)) }
    let exponent = Int.bitWidth - 1 - weight.leadingZeroBitCount - 3
    return UInt8(min(255, 8 * exponent + weight >> exponent))
  }

  /// The middle of the weights with a code.
  static func weight(of code: UInt8) -> Int {
    guard code >= 16 else { return Int(code) }
    let exponent = Int(code) / 8 - 1
    return (8 + Int(code) % 8) << exponent + (1 << exponent - 1) / 2
  }
}
