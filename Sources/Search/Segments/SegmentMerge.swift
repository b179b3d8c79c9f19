import Orthography

/// Makes the search index of a publication: the segments of its articles in, static files out. It
/// touches no file, no clock and no other program.
///
/// ```swift
/// let segment = SearchSegment(article)  // from any thread; `segment.bytes` may be kept
/// write(segment.file)
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
/// Every file but `search/index.daf` carries a hash of its content in its name and never changes:
/// keep those of the last build beside the new ones, so that a page that was opened before goes on
/// finding.
public struct SegmentMerge: Sendable {
  /// By the article's number its place among the segments as they are given.
  private let order: [Int]
  private var vocabulary = Vocabulary()
  /// What answers show of each article, and the hash of its file.
  private var articles: [(article: SearchableArticle, hash: UInt64)] = []
  /// By article the numbers of its words in the vocabulary.
  private var numbers: [[UInt32]] = []
  private var norms = FieldNorms()

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
      articles.append((segment.article, segment.file.hash))
      let content = segment.body.content
      numbers.append(vocabulary.take(content, segment.bytes))
      norms.add(content.fieldLengths)
    }
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

  /// Makes the files of the index but those of the articles (`SearchSegment.file`).
  ///
  /// - Parameters:
  ///   - readings: what a dictionary says of `wordsForDictionary`.
  ///   - read: as for `init`, with the same segments.
  ///   - write: takes each file as soon as it is made.
  public func write<Fault: Error>(
    readings: WordReadings, read: (Int) throws(Fault) -> SearchSegment,
    write: (IndexFile) throws(Fault) -> Void
  ) throws(Fault) {
    let families = WordFamilies(vocabulary, readings: readings.readings)
    let heads = articles.map(\.article)
    let letters = IndexFile(.letters, LettersFile.content)
    let facets = FacetsFile.make(heads)
    let suggestions = SuggestionsFile.make(heads)
    for file in [letters, facets, suggestions] { try write(file) }
    let terms = TermsFile.make(families)
    let reversed = TermsFile.makeReversed(families)
    for (_, file) in terms + reversed { try write(file) }
    var blocks: [(firstFamily: Int, hash: UInt64)] = []
    try writePostings(families, read: read) { (block: PostingsFile.Block) throws(Fault) in
      blocks.append((block.firstFamily, block.postings.hash))
      try write(block.postings)
      try write(block.positions)
    }
    var directory: [UInt64] = []
    for start in stride(from: 0, to: articles.count, by: Manifest.directoryBlock) {
      let end = min(start + Manifest.directoryBlock, articles.count)
      let file = DirectoryFile.make(articles[start..<end])
      directory.append(file.hash)
      try write(file)
    }
    let manifest = Manifest(
      source: readings.source ?? "", articleCount: articles.count,
      letters: letters.hash, facets: facets.hash, suggestions: suggestions.hash,
      translations: Self.translations(heads),
      terms: terms.map { ($0.firstKey, $0.file.hash) },
      reversed: reversed.map { ($0.firstKey, $0.file.hash) },
      postings: blocks, directory: directory)
    try write(IndexFile(.manifest, manifest.content))
  }

  /// Makes the blocks of postings, so many words at a time that what they need has its limit.
  private func writePostings<Fault: Error>(
    _ families: WordFamilies, read: (Int) throws(Fault) -> SearchSegment,
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
