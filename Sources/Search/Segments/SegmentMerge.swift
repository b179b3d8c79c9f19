import Orthography

/// Makes the search index of a publication: the segments of its articles in, static files out. It
/// touches no file, no clock and no other program.
///
/// ```swift
/// let segment = SearchSegment(article)  // from any thread; `segment.bytes` may be kept
/// for file in segment.files { write(file) }
///
/// let merge = SegmentMerge(slugs) { number in segments[number] }
/// let words = merge.wordsForDictionary  // may be asked of a dictionary: HspellReadings
/// merge.write(readings: .none, read: { number in segments[number] }) { file in write(file) }
/// ```
///
/// The same segments and the same readings give the same bytes, in whatever order the segments are
/// given: articles are numbered by their slugs. Segments are read one at a time and more than once,
/// so that none needs to be in memory while another is read; what is in memory at once beside the
/// publication's words does not grow with it.
///
/// Every file but `search/index.daf` carries in its name a hash of all that it was made of, and never
/// changes: keep those of the last build beside the new ones, so that a page that was opened before
/// goes on finding.
public struct SegmentMerge: Sendable {
  /// By the article's number its place among the segments as they are given.
  private let order: [Int]
  private var vocabulary = Vocabulary()
  private var articles: [DirectoryFile.Entry] = []
  /// By article the numbers of its words in the vocabulary.
  private var numbers: [[UInt32]] = []
  private var norms = FieldNorms()
  /// The numbers of the words in the order of their bytes.
  private let wordOrder: [Int]

  /// Reads every segment once.
  ///
  /// - Parameters:
  ///   - slugs: the articles' slugs, each once.
  ///   - read: gives the segment of the article with a place in `slugs`.
  public init<Fault: Error>(
    _ slugs: [String], read: (Int) throws(Fault) -> SearchSegment
  ) throws(Fault) {
    order = slugs.indices.sorted { slugs[$0].utf8.lexicographicallyPrecedes(slugs[$1].utf8) }
    for place in order {
      let segment = try read(place)
      articles.append(
        DirectoryFile.Entry(
          article: segment.article, hash: segment.textHash, pieces: segment.files.count))
      let content = segment.body.content
      numbers.append(vocabulary.take(content, segment.bytes))
      norms.add(content.fieldLengths)
    }
    wordOrder = vocabulary.words.inOrder
  }

  /// The publication's distinct Hebrew words as they are written, by their folded form: what a
  /// dictionary is worth asking about.
  public var wordsForDictionary: [String: String] {
    var words: [String: String] = [:]
    for number in vocabulary.kinds.indices where vocabulary.kinds[number] == .hebrew {
      let (word, spelling) = (vocabulary.words[number], vocabulary.spellings[number])
      if HspellReadings.canAsk(spelling, folded: word) { words[word] = spelling }
    }
    return words
  }

  /// The families of the publication's words.
  ///
  /// - Parameter readings: what a dictionary says of `wordsForDictionary`.
  public func families(readings: WordReadings) -> IndexedFamilies {
    IndexedFamilies(
      WordFamilies(vocabulary, order: wordOrder, readings: readings.readings),
      source: readings.source)
  }

  /// The families as a later build may take them up.
  ///
  /// - Parameter dictionary: what tells the dictionary that gave the readings from every other and from
  ///   its other versions.
  public func kept(_ families: IndexedFamilies, dictionary: String) -> [UInt8] {
    var ranks = [Int](repeating: 0, count: wordOrder.count)
    for (rank, word) in wordOrder.enumerated() { ranks[word] = rank }
    return families.kept(key: key(dictionary), ranks: ranks)
  }

  /// The families that a build before has `kept`; `nil` where they are of other words or another
  /// dictionary, or damaged.
  public func families(kept: [UInt8], dictionary: String) -> IndexedFamilies? {
    IndexedFamilies(kept: kept, key: key(dictionary), order: wordOrder)
  }

  private func key(_ dictionary: String) -> UInt64 {
    IndexFile.hash(dictionary.utf8, after: vocabulary.key(wordOrder))
  }

  /// Makes the files of the index but those of the articles (`SearchSegment.files`).
  ///
  /// - Parameters:
  ///   - readings: what a dictionary says of `wordsForDictionary`.
  ///   - read: as for `init`, with the same segments.
  ///   - write: takes each file as soon as it is made.
  public func write<Fault: Error>(
    readings: WordReadings, read: (Int) throws(Fault) -> SearchSegment,
    write: (IndexFile) throws(Fault) -> Void
  ) throws(Fault) {
    try self.write(families(readings: readings), read: read, write: write)
  }

  /// Makes the files of the index but those of the articles (`SearchSegment.files`).
  ///
  /// - Parameters:
  ///   - families: those of this publication's words.
  ///   - read: as for `init`, with the same segments.
  ///   - write: takes each file as soon as it is made.
  public func write<Fault: Error>(
    _ families: IndexedFamilies, read: (Int) throws(Fault) -> SearchSegment,
    write: (IndexFile) throws(Fault) -> Void
  ) throws(Fault) {
    let heads = articles.map(\.article)
    let (terms, reversed) = (families.terms, families.reversed)
    let source = families.source ?? ""
    let letters = IndexFile.Name(IndexFile.hash(LettersFile.content))
    let index = name(families, source: source)
    func make(_ kind: IndexFile.Kind, _ content: [UInt8], _ number: Int = 0) throws(Fault) {
      try write(IndexFile(kind, content, .init(index, number)))
    }
    try write(IndexFile(.letters, LettersFile.content, letters))
    for facet in FacetsFile.Facet.allCases {
      try make(.facets, FacetsFile.content(facet, of: heads), facet.rawValue)
    }
    try write(SuggestionsFile.make(heads, .init(index)))
    for (number, block) in terms.enumerated() { try make(.terms, block.content, number) }
    for (number, block) in reversed.enumerated() { try make(.reversed, block.content, number) }
    var blocks: [Manifest.PostingsBlock] = []
    try writePostings(families, read: read) { (block: PostingsFile.Block) throws(Fault) in
      try make(.postings, block.postings, blocks.count)
      try make(.places, block.places, blocks.count)
      if block.hasFurtherPlaces { try make(.furtherPlaces, block.furtherPlaces, blocks.count) }
      blocks.append(
        Manifest.PostingsBlock(
          firstFamily: block.firstFamily, hasFurtherPlaces: block.hasFurtherPlaces))
    }
    for start in stride(from: 0, to: articles.count, by: Manifest.directoryBlock) {
      let end = min(start + Manifest.directoryBlock, articles.count)
      try make(
        .directory, DirectoryFile.content(of: articles[start..<end]),
        start / Manifest.directoryBlock)
    }
    let contents = Manifest.contents(
      index: index, source: source, articleCount: articles.count,
      letters: letters.owner, translations: Self.translations(heads),
      terms: terms.map(\.firstKey), reversed: reversed.map(\.firstKey), postings: blocks,
      familyCount: families.families.count)
    for (number, branch) in contents.branches.enumerated() { try make(.branch, branch, number) }
    try write(IndexFile(.manifest, contents.manifest, nil))
  }

  /// A hash of all that the index is made of: the articles, the families of their words, the keys
  /// that lead to these, and how much a word weighs in each field.
  private func name(_ families: IndexedFamilies, source: String) -> UInt64 {
    var own: [UInt8] = [IndexFile.version, UInt8(KeptFile.version)]
    own.appendText(source)
    for weight in norms.weights(Array(repeating: 0, count: 8)) {
      own.appendHash(weight.bitPattern)
    }
    for entry in articles {
      own.appendHash(entry.hash)
      own += SearchSegment.head(of: entry.article)
    }
    own.appendHash(families.hash)
    return IndexFile.hash(own)
  }

  /// Makes the blocks of postings, so many words at a time that what they need has its limit.
  private func writePostings<Fault: Error>(
    _ families: IndexedFamilies, read: (Int) throws(Fault) -> SearchSegment,
    write: (PostingsFile.Block) throws(Fault) -> Void
  ) throws(Fault) {
    var compounds: [[Compounds.Compound]] = []
    var counts = [UInt32](repeating: 0, count: vocabulary.words.count)
    for (number, place) in order.enumerated() {
      let segment = try read(place)
      let own = Compounds.compounds(
        of: segment.body.content, segment.bytes, numbers[number], vocabulary)
      for word in numbers[number] { counts[Int(word)] += 1 }
      for compound in own { counts[Int(compound.word)] += 1 }
      compounds.append(own)
    }
    var maker = PostingsFile.Maker(families)
    for range in PostingsBatch.ranges(of: families, counts: counts) {
      var batch = PostingsBatch(families, range, counts: counts)
      for (number, place) in order.enumerated() {
        let segment = try read(place)
        batch.add(
          segment.body.content, segment.bytes, article: number, words: numbers[number],
          compounds: compounds[number], norms: norms)
      }
      for family in range {
        if let block = maker.add(family, batch) { try write(block) }
      }
    }
    if let block = maker.finish() { try write(block) }
  }

  /// The articles that are one in several languages, by their numbers.
  private static func translations(_ articles: [SearchableArticle]) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    for (number, article) in articles.enumerated() {
      groups[article.original ?? article.slug, default: []].append(number)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
