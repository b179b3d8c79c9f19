import Orthography

/// The distinct folded words of a publication, with what hyphens join as words of their own.
///
/// Articles may be taken in in any order; which word has which number depends on it, what the index
/// says does not.
struct Vocabulary: Sendable {
  private(set) var words = WordTable(minimumCapacity: 1 << 14)
  private(set) var kinds: [LetterTable.Kind] = []
  /// Each word as it is written where it first stands.
  private(set) var spellings: [String] = []
  /// The number of the first article in which each word stands; `Int.max` for what only hyphens join.
  private var firstArticles: [Int] = []
  /// Whether each stands among the authors of an article.
  private var areAuthors: [Bool] = []

  /// Whether a word is a name: one of an author's, or with a capital letter wherever it first stands
  /// in an article.
  func isName(_ word: Int) -> Bool {
    if areAuthors[word] { return true }
    guard kinds[word] == .letter else { return false }
    return spellings[word].unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Whether a word is written with gershayim.
  func isAcronym(_ word: Int) -> Bool {
    spellings[word].unicodeScalars.contains {
      LetterTable.standard.kind(of: $0.value) == .doubleQuote
    }
  }

  /// Whether a spelling tells more than another: one with a small letter at its head that the word is
  /// no name.
  private func isBetter(_ one: String, _ number: Int, than word: Int) -> Bool {
    guard kinds[word] == .letter, firstArticles[word] != .max else {
      return number < firstArticles[word]
    }
    func isSmall(_ spelling: String) -> Bool {
      spelling.unicodeScalars.first?.properties.isLowercase ?? false
    }
    let (own, other) = (isSmall(one), isSmall(spellings[word]))
    return own == other ? number < firstArticles[word] : own
  }

  /// Takes an article's words in.
  ///
  /// - Parameter number: the article's place among all.
  mutating func take(_ article: AnalysedArticle, number: Int) -> NumberedArticle {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(article.words.count)
    article.words.bytes.withUnsafeBufferPointer { bytes in
      for word in 0..<article.words.count {
        let own = words.insert(UnsafeBufferPointer(rebasing: bytes[article.words.range(of: word)]))
        if own == kinds.count {
          kinds.append(article.kinds[word])
          spellings.append(article.spellings[word])
          firstArticles.append(number)
          areAuthors.append(false)
        } else if isBetter(article.spellings[word], number, than: own) {
          kinds[own] = article.kinds[word]
          spellings[own] = article.spellings[word]
          firstArticles[own] = number
        }
        numbers.append(UInt32(own))
      }
    }
    for token in article.tokens(of: .authors) { areAuthors[Int(numbers[Int(token)])] = true }
    var numbered = NumberedArticle(article, tokens: article.tokens.map { numbers[Int($0)] })
    for (place, joint) in numbered.joints.enumerated() where joint == .hyphen {
      guard let (one, two) = neighbours(numbered, at: place) else { continue }
      let joined = Array(words.bytes[one] + words.bytes[two])
      let own = joined.withUnsafeBufferPointer { words.insert($0) }
      if own == kinds.count {
        kinds.append(kinds[Int(numbered.tokens[place])])
        spellings.append(String(decoding: joined, as: UTF8.self))
        firstArticles.append(.max)
        areAuthors.append(false)
      }
      numbered.compounds.append(NumberedArticle.Compound(word: UInt32(own), token: place - 1))
    }
    return numbered
  }

  /// The neighbours with a space between that stand as one word, or hyphenated, elsewhere in the
  /// publication.
  func spacedCompounds(_ article: NumberedArticle) -> [NumberedArticle.Compound] {
    var compounds: [NumberedArticle.Compound] = []
    words.bytes.withUnsafeBufferPointer { bytes in
      for (place, joint) in article.joints.enumerated() where joint == .space {
        guard let (one, two) = neighbours(article, at: place),
          let word = words.find(
            UnsafeBufferPointer(rebasing: bytes[one]),
            joinedWith: UnsafeBufferPointer(rebasing: bytes[two]))
        else { continue }
        compounds.append(NumberedArticle.Compound(word: UInt32(word), token: place - 1))
      }
    }
    return compounds
  }

  /// Where the token before a place and the one at it stand in the words' bytes; `nil` where they
  /// are no two words of one script with two letters at least.
  private func neighbours(
    _ article: NumberedArticle, at place: Int
  ) -> (Range<Int>, Range<Int>)? {
    let first = Int(article.tokens[place - 1])
    let second = Int(article.tokens[place])
    let kind = kinds[first]
    guard kind == kinds[second], kind != .digit else { return nil }
    let (one, two) = (words.range(of: first), words.range(of: second))
    let letter = kind == .letter ? 1 : 2
    guard one.count >= 2 * letter, two.count >= 2 * letter else { return nil }
    return (one, two)
  }
}

/// What the index needs of an article when its words are in the vocabulary: a fifth of what the
/// analysis takes up.
struct NumberedArticle: Sendable {
  /// What answers can be filtered by; without its passages.
  var article: SearchableArticle
  /// The hash of the article's file in the index.
  var fileHash: UInt64
  /// The words of the text in order, by their numbers in the vocabulary.
  var tokens: [UInt32]
  /// How each token hangs on the one before it.
  var joints: [WordScanner.Joint]
  /// For each passage, its field and the number of its first token.
  var passages: [(field: SearchableArticle.Field, start: Int)]
  /// What hyphens join.
  var compounds: [Compound] = []

  /// Two neighbouring words that are also written as one.
  struct Compound: Sendable {
    var word: UInt32
    /// The token that it begins with.
    var token: Int
  }

  init(_ analysed: AnalysedArticle, tokens: [UInt32]) {
    article = analysed.article
    passages = zip(article.passages, analysed.passageStarts).map { ($0.field, $1) }
    article.passages = []
    fileHash = analysed.file.hash
    self.tokens = tokens
    joints = analysed.joints
  }

  /// The number after a passage's last token.
  func passageEnd(_ passage: Int) -> Int {
    passage + 1 < passages.count ? passages[passage + 1].start : tokens.count
  }
}
