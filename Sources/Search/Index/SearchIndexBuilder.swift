import Orthography

/// Makes the search index of a publication: articles in, static files out. It touches no file, no
/// clock and no other program.
///
/// ```swift
/// let analysed = articles.map(AnalysedArticle.init)  // article by article, in parallel
/// let builder = SearchIndexBuilder(articles: analysed)
/// let words = builder.wordsForDictionary  // may be asked of a dictionary: HspellReadings
/// for file in builder.files(readings: .none) { write(file.bytes, to: file.path) }
/// ```
///
/// The same articles and the same readings give the same bytes. Every file but
/// `search/index.daf` carries a hash of its content in its name and never changes: keep those of the
/// last build beside the new ones, so that a page that was opened before goes on finding.
public struct SearchIndexBuilder: Sendable {
  private let articles: [AnalysedArticle]
  private let corpus: Corpus

  /// - Parameter articles: in the order in which equal answers are to stand; every language of the
  ///   publication goes into one index.
  public init(articles: [AnalysedArticle]) {
    self.articles = articles
    corpus = Corpus(articles)
  }

  /// The publication's distinct Hebrew words as they are written, by their folded form: what a
  /// dictionary is worth asking about.
  public var wordsForDictionary: [String: String] {
    var words: [String: String] = [:]
    for number in 0..<corpus.words.count where corpus.kinds[number] == .hebrew {
      let (word, spelling) = (corpus.words[number], corpus.spellings[number])
      if HspellReadings.canAsk(spelling, folded: word) { words[word] = spelling }
    }
    return words
  }

  /// The files of the index.
  public func files(readings: WordReadings) -> [IndexFile] {
    let families = WordFamilies(
      words: corpus.words, kinds: corpus.kinds, readings: readings.readings)
    let letters = IndexFile(.letters, LettersFile.content)
    let facets = FacetsFile.make(articles.map(\.article))
    let terms = TermsFile.make(families)
    let reversed = TermsFile.makeReversed(families)
    let postings = PostingsFile.make(families, corpus: corpus)
    let directory = stride(from: 0, to: articles.count, by: Manifest.directoryBlock).map { start in
      var content: [UInt8] = []
      for article in articles[start..<min(start + Manifest.directoryBlock, articles.count)] {
        content.appendHash(article.file.hash)
      }
      return IndexFile(.directory, content)
    }
    let manifest = Manifest(
      source: readings.source ?? "", articleCount: articles.count,
      letters: letters.hash, facets: facets.hash,
      terms: terms.map { ($0.firstKey, $0.file.hash) },
      reversed: reversed.map { ($0.firstKey, $0.file.hash) },
      postings: postings.map { ($0.firstFamily, $0.postings.hash, $0.positions.hash) },
      directory: directory.map(\.hash))
    return [IndexFile(.manifest, manifest.content), letters, facets]
      + terms.map(\.file) + reversed.map(\.file)
      + postings.flatMap { [$0.postings, $0.positions] }
      + directory + articles.map(\.file)
  }
}
