import Orthography

/// An article cut into words: what `SearchIndexBuilder` puts together with others.
///
/// It depends on the article alone, so that it can be made in parallel and kept as long as the
/// article does not change.
public struct AnalysedArticle: Sendable {
  /// What answers show of the article.
  var article: SearchableArticle
  /// The distinct folded words.
  var words: WordTable
  /// Each distinct word's script.
  var kinds: [LetterTable.Kind]
  /// Each distinct word as it is written where it first stands.
  var spellings: [String]
  /// The words of the text in order, by their numbers in `words`.
  var tokens: [UInt32]
  /// How each token hangs on the one before it.
  var joints: [WordScanner.Joint]
  /// For each passage, the number of its first token.
  var passageStarts: [Int]
  /// The file of the article in the index.
  public internal(set) var file: IndexFile

  /// The articles' words may stand this far apart at least when a passage's end is between them, so
  /// that no phrase and no nearness reaches across it.
  static let passageGap = 32

  /// An article of which nothing is cut yet.
  init(uncut article: SearchableArticle, file: IndexFile) {
    self.article = article
    words = WordTable()
    kinds = []
    spellings = []
    tokens = []
    joints = []
    passageStarts = []
    self.file = file
  }

  /// Cuts an article into words.
  public init(_ article: SearchableArticle) {
    self.init(uncut: article, file: ArticleFile.make(article))
    var scanner = WordScanner(joinsSigns: true)
    for passage in article.passages {
      passageStarts.append(tokens.count)
      let text = Array(passage.text.utf8)
      scanner.scan(text)
      scanner.folded.withUnsafeBufferPointer { folded in
        for (place, word) in scanner.words.enumerated() {
          let number = words.insert(UnsafeBufferPointer(rebasing: folded[word.folded]))
          if number == kinds.count {
            kinds.append(word.kind)
            spellings.append(String(decoding: text[word.source], as: UTF8.self))
          }
          tokens.append(UInt32(number))
          joints.append(place == 0 ? .apart : word.joint)
        }
      }
    }
  }

  /// The words of an article's passages of one field, by their numbers in `words`.
  func tokens(of field: SearchableArticle.Field) -> [UInt32] {
    article.passages.indices.filter { article.passages[$0].field == field }.flatMap { passage in
      let end = passage + 1 < passageStarts.count ? passageStarts[passage + 1] : tokens.count
      return tokens[passageStarts[passage]..<end]
    }
  }
}
