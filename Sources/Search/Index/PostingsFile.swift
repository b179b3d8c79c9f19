/// The files that lead from families to articles: for each family its bases and members, and for
/// each member its articles; for its heaviest articles also what it weighs there, and in which pieces
/// of them it stands. The members' places in the articles stand in files beside, which only searches
/// for more than one word need: those of each family's heaviest articles in one, for nearness; all
/// others in another, for phrases.
///
/// That weights stand of the heaviest articles alone (champion lists; Manning, Raghavan and Schütze,
/// Introduction to Information Retrieval, 7.1.3), and of the others no clitics, is what keeps a common
/// word's file small in a large publication, where it is in most articles.
enum PostingsFile {
  /// The content of a block is not to have more bytes than this, unless one family has.
  static let blockSize = 6_000
  /// So many bytes of a family's places stand in the first file.
  static let placesLimit = 2_500
  /// Articles are a family's heavy ones until they have so many entries, each a member in an article.
  static let heavyEntries = 1_200

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

    /// Takes the next family in; the block before it, if that has no room for it.
    ///
    /// - Parameter batch: has the postings of its words.
    mutating func add(_ number: Int, _ batch: PostingsBatch) -> Block? {
      let entries = families.members(of: number).map { batch.entries(of: $0.word) }
      let order = FamilyOrder(entries)
      let postings = PostingsFile.postings(of: number, families, entries, order)
      var full: Block?
      if !block.postings.isEmpty, block.postings.count + postings.count > blockSize {
        full = block
        block = Block(firstFamily: number)
      }
      block.postings.appendData(postings)
      let (near, far) = PostingsFile.places(order, batch.places)
      block.places.appendData(near)
      block.furtherPlaces.appendData(far)
      if !far.isEmpty { block.hasFurtherPlaces = true }
      return full
    }

    /// The block that has been begun; `nil` where none has.
    func finish() -> Block? { block.postings.isEmpty ? nil : block }
  }

  /// A family's articles in the order in which the files of places have them: the heaviest first, and
  /// after those that are heavy the others by their numbers.
  private struct FamilyOrder {
    /// Of one article those of the members in their order.
    let entries: [PostingsBatch.Entry]
    /// By entry the place of its member, where there are light articles.
    private(set) var members: [Int] = []
    /// By article its entries.
    private(set) var articles: [Range<Int>]
    /// How many of them are heavy.
    private(set) var heavyCount: Int

    init(_ members: [ArraySlice<PostingsBatch.Entry>]) {
      if members.count == 1 {
        entries = Array(members[0])
        self.members = entries.count > heavyEntries ? entries.map { _ in 0 } : []
      } else {
        let sorted = members.joined().enumerated()
          .sorted { ($0.element.article, $0.offset) < ($1.element.article, $1.offset) }
        entries = sorted.map(\.element)
        if entries.count > heavyEntries {
          let owners = members.enumerated().flatMap { place, own in own.map { _ in place } }
          self.members = sorted.map { owners[$0.offset] }
        }
      }
      articles = PostingsFile.order(
        entries.map { entry in
          (Int(entry.article), WeightCode.weight(of: WeightCode.code(of: Int(entry.weight))))
        })
      heavyCount = articles.count
      guard entries.count > heavyEntries else { return }
      var sum = 0
      heavyCount =
        articles.firstIndex { article in
          defer { sum += article.count }
          return sum >= heavyEntries
        } ?? articles.count
      articles[heavyCount...].sort { $0.lowerBound < $1.lowerBound }
    }

    /// The numbers of the heavy articles; `nil` where all are.
    var heavyArticles: Set<UInt32>? {
      heavyCount == articles.count
        ? nil : Set(articles[..<heavyCount].map { entries[$0.lowerBound].article })
    }
  }

  private static func postings(
    of number: Int, _ families: IndexedFamilies, _ entries: [ArraySlice<PostingsBatch.Entry>],
    _ order: FamilyOrder
  ) -> [UInt8] {
    var heavy = entries
    var light = [Set<UInt32>](repeating: [], count: entries.count)
    if let articles = order.heavyArticles {
      heavy = entries.map { own in own.filter { articles.contains($0.article) }[...] }
      for (own, first) in zip(entries, families.firstsOfBases(of: number)) {
        for entry in own where !articles.contains(entry.article) {
          light[first].insert(entry.article)
        }
      }
    }
    var content = Array(families.bytes[families.families[number].head])
    for (place, member) in families.members(of: number).enumerated() {
      content += families.bytes[member.head]
      content.appendVarint(heavy[place].count << 1 | (light[place].isEmpty ? 0 : 1))
      if !light[place].isEmpty { content.appendVarint(light[place].count) }
    }
    // What is alike stands together: so it is packed the better.
    for articles in heavy.map({ $0.map(\.article) }) + light.map({ $0.sorted() }) {
      var previous = 0
      for article in articles {
        content.appendVarint(Int(article) - previous)
        previous = Int(article)
      }
    }
    for entry in heavy.joined() { content.append(WeightCode.code(of: Int(entry.weight))) }
    for entry in heavy.joined() { content.appendVarint(Int(entry.pieces)) }
    return content
  }

  /// The order of articles by their weights, the heaviest first.
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
    _ order: FamilyOrder, _ bytes: [UInt8]
  ) -> (near: [UInt8], far: [UInt8]) {
    if order.entries.count == 1, let only = order.entries.first {
      // So are most families.
      return ([1] + bytes[Int(only.placesStart)..<Int(only.placesEnd)], [])
    }
    var (near, far): ([UInt8], [UInt8]) = ([], [])
    var nearCount = 0
    for (place, article) in order.articles.enumerated() {
      let isNear = far.isEmpty && near.count < placesLimit && place < order.heavyCount
      if isNear { nearCount += 1 }
      // Which members a light article has only this file says.
      let isLight = place >= order.heavyCount
      if isLight { far.appendVarint(article.count) }
      var previous = 0
      for place in article {
        let entry = order.entries[place]
        if isLight {
          far.appendVarint(order.members[place] - previous)
          previous = order.members[place]
        }
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
