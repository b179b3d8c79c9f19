import Orthography

/// Makes the search index of a publication: articles in, static files out. It touches no file, no
/// clock and no other program.
///
/// ```swift
/// var builder = SearchIndexBuilder()
/// for (number, article) in articles.enumerated() {  // in any order
///   let analysed = AnalysedArticle(article)  // from any thread
///   write(analysed.file)
///   builder.add(analysed, number: number)
/// }
/// let words = builder.wordsForDictionary  // may be asked of a dictionary: HspellReadings
/// for file in builder.files(readings: .none) { write(file) }
/// ```
///
/// The same articles and the same readings give the same bytes. Every file but
/// `search/index.daf` carries a hash of its content in its name and never changes: keep those of the
/// last build beside the new ones, so that a page that was opened before goes on finding.
public struct SearchIndexBuilder: Sendable {
  private var vocabulary = Vocabulary()
  private var articles: [Int: NumberedArticle] = [:]

  public init() {}

  /// Takes an article in; its own file (`AnalysedArticle.file`) belongs to the index too.
  ///
  /// - Parameter number: where the article stands among those that answer equally well; every
  ///   language of the publication goes into one index.
  public mutating func add(_ article: AnalysedArticle, number: Int) {
    articles[number] = vocabulary.take(article, number: number)
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

  /// The files of the index but those of the articles.
  public func files(readings: WordReadings) -> [IndexFile] {
    let articles = articles.sorted { $0.key < $1.key }.map(\.value)
    let corpus = Corpus(articles, vocabulary)
    let families = WordFamilies(vocabulary, readings: readings.readings)
    let letters = IndexFile(.letters, LettersFile.content)
    let facets = FacetsFile.make(articles.map(\.article))
    let terms = TermsFile.make(families)
    let reversed = TermsFile.makeReversed(families)
    let postings = PostingsFile.make(families, corpus: corpus)
    let suggestions = SuggestionsFile.make(articles.map(\.article))
    let directory = stride(from: 0, to: articles.count, by: Manifest.directoryBlock).map { start in
      DirectoryFile.make(articles[start..<min(start + Manifest.directoryBlock, articles.count)])
    }
    let manifest = Manifest(
      source: readings.source ?? "", articleCount: articles.count,
      letters: letters.hash, facets: facets.hash, suggestions: suggestions.hash,
      translations: Self.translations(articles.map(\.article)),
      terms: terms.map { ($0.firstKey, $0.file.hash) },
      reversed: reversed.map { ($0.firstKey, $0.file.hash) },
      postings: postings.map { ($0.firstFamily, $0.postings.hash) },
      directory: directory.map(\.hash))
    return [IndexFile(.manifest, manifest.content), letters, facets, suggestions]
      + terms.map(\.file) + reversed.map(\.file)
      + postings.flatMap { [$0.postings, $0.positions] }
      + directory
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
