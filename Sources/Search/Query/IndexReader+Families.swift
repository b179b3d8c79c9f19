/// The families of words, and where they stand.
extension IndexReader {
  /// A member of a family and its articles; or all the members of one base in the family's light
  /// articles, of which the index does not say which of them they have.
  struct Member {
    /// Of all members of a base what is no word.
    var word: String
    /// The places of its bases, and whether the word is rather a form of another family.
    var bases: [(place: Int, isSecond: Bool)]
    /// First those that are heavy, then the light ones; each by their numbers.
    var articles: [Int] = []
    /// How many are heavy: the index has their weights and pieces.
    var heavyCount = 0
    var weights: [Int] = []
    /// By article the pieces of it in which the word is shown, as bits; all where the index does not
    /// have them.
    var pieces: [Int] = []

    /// What tells members of one base from those of another.
    var firstBase: Int { bases.first.map { $0.place << 1 | ($0.isSecond ? 1 : 0) } ?? 0 }

    /// Adds articles of which neither weights nor pieces are known.
    fileprivate mutating func addLight(_ light: [Int], weight: Int) {
      articles += light
      weights += Array(repeating: weight, count: light.count)
      pieces += Array(repeating: ArticleFile.allPieces, count: light.count)
    }
  }

  struct Family {
    var bases: [String]
    var members: [Member]
    /// The light articles, by their numbers.
    var light: [Int] = []
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
    var lightCounts: [Int] = []
    var members = try reader.list { reader in
      var member = Member(
        word: try reader.compactText(),
        bases: try reader.list { reader in
          let code = try reader.varint()
          return (code >> 1, code & 1 == 1)
        })
      let code = try reader.varint()
      member.heavyCount = code >> 1
      lightCounts.append(code & 1 == 1 ? try reader.varint() : 0)
      return member
    }
    func articles(_ count: Int) throws -> [Int] {
      var article = 0
      return try (0..<count).map { _ in
        article += try reader.varint()
        return article
      }
    }
    for place in members.indices {
      members[place].articles = try articles(members[place].heavyCount)
    }
    let light = try lightCounts.map(articles)
    for place in members.indices {
      for _ in 0..<members[place].heavyCount {
        members[place].weights.append(WeightCode.weight(of: try reader.byte()))
      }
    }
    for place in members.indices {
      for _ in 0..<members[place].heavyCount { members[place].pieces.append(try reader.varint()) }
    }
    var family = Family(bases: bases, members: members)
    if light.contains(where: { !$0.isEmpty }) { family.add(light, number) }
    families[number] = family
    return family
  }

  /// By member of a family and article the places.
  ///
  /// - Parameter whole: whether to read those of all articles, and not of the heaviest alone.
  func places(_ number: Int, whole: Bool) throws -> [[Int: [Int]]] {
    let family = try family(number)
    let heavy = family.members.enumerated().flatMap { place, member in
      (0..<member.heavyCount).map {
        (member: place, article: member.articles[$0], weight: member.weights[$0])
      }
    }.sorted { ($0.article, $0.member) < ($1.article, $1.member) }
    let order = PostingsFile.order(heavy.map { ($0.article, $0.weight) })
    var places = [[Int: [Int]]](repeating: [:], count: family.members.count)
    func read(_ articles: ArraySlice<Range<Int>>, _ reader: inout ByteReader) throws {
      for entry in articles.joined().map({ heavy[$0] }) {
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
    guard whole, count < order.count || !family.light.isEmpty else { return places }
    var far = try slice(.furtherPlaces, of: number)
    try read(order[count...], &far)
    for article in family.light {
      var member = 0
      for _ in 0..<(try far.varint()) {
        member += try far.varint()
        guard places.indices.contains(member) else {
          throw IndexFault.damaged(IndexFile.path(.furtherPlaces, .init(manifest.index, 0)))
        }
        places[member][article] = try TermsFile.rising(&far)
      }
    }
    return places
  }
}

extension IndexReader.Family {
  /// Whether a member is a word, or may be it in the light articles.
  func may(_ member: IndexReader.Member, be word: String) -> Bool {
    member.word == word
      || (member.word.utf8.first == 0 && bases[member.bases[0].place] == word)
  }

  /// Adds the light articles.
  ///
  /// - Parameters:
  ///   - light: by member those of its base, at the first that has it.
  ///   - number: the family's.
  fileprivate mutating func add(_ light: [[Int]], _ number: Int) {
    var sums: [Int: Int] = [:]
    for member in members {
      for (article, weight) in zip(member.articles, member.weights) {
        sums[article, default: 0] += weight
      }
    }
    // A quarter of the lightest: a light article may have more of the members.
    let weight = max(1, (sums.values.min() ?? 0) / 4)
    let counts = Dictionary(members.map { ($0.firstBase, 1) }, uniquingKeysWith: +)
    for (place, articles) in light.enumerated() where !articles.isEmpty {
      if counts[members[place].firstBase] == 1 {
        members[place].addLight(articles, weight: weight)
      } else {
        var all = IndexReader.Member(
          word: "\u{0}\(number).\(place)", bases: [members[place].bases[0]])
        all.addLight(articles, weight: weight)
        members.append(all)
      }
    }
    self.light = Set(light.joined()).sorted()
  }
}
