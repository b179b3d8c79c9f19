import Orthography

/// The distinct folded words of a publication, with what hyphens join as words of their own.
struct Vocabulary: Sendable {
  private(set) var words = WordTable(minimumCapacity: 1 << 14)
  private(set) var kinds: [LetterTable.Kind] = []
  /// Each word as it is written where it first stands.
  private(set) var spellings: [String] = []
  /// Whether each stands by itself, and not only as two that a hyphen joins.
  private var areWhole: [Bool] = []
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

  /// A hash of all that the families of the words depend on.
  ///
  /// - Parameter order: the numbers of the words in the order of their bytes.
  func key(_ order: [Int]) -> UInt64 {
    order.reduce(IndexFile.hash([])) { hash, word in
      var hash = IndexFile.hash(words.bytes[words.range(of: word)], after: hash)
      hash = IndexFile.hash([0, kinds[word].rawValue, isName(word) ? 1 : 0], after: hash)
      return IndexFile.hash([0], after: IndexFile.hash(spellings[word].utf8, after: hash))
    }
  }

  /// Whether a later spelling tells more than the first: a small letter at its head, that the word is
  /// no name.
  private func isBetter(_ spelling: ArraySlice<UInt8>, than word: Int) -> Bool {
    guard kinds[word] == .letter else { return false }
    func isSmall(_ spelling: String) -> Bool {
      spelling.unicodeScalars.first?.properties.isLowercase ?? false
    }
    return !isSmall(spellings[word]) && isSmall(String(decoding: spelling, as: UTF8.self))
  }

  /// Takes an article's words in; the articles must come in their order.
  ///
  /// - Parameter bytes: the segment's.
  /// - Returns: the numbers of the article's words.
  mutating func take(_ content: SegmentBody.Content, _ bytes: [UInt8]) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(content.words.count)
    for word in content.words {
      let own = bytes.withUnsafeBufferPointer {
        words.insert(UnsafeBufferPointer(rebasing: $0[word.folded]))
      }
      let isWhole = !content.isEmpty(word, in: bytes)
      if own == kinds.count {
        kinds.append(word.kind)
        spellings.append(String(decoding: bytes[word.spelling], as: UTF8.self))
        areWhole.append(isWhole)
        areAuthors.append(word.isAuthor)
      } else {
        if isWhole, !areWhole[own] || isBetter(bytes[word.spelling], than: own) {
          kinds[own] = word.kind
          spellings[own] = String(decoding: bytes[word.spelling], as: UTF8.self)
          areWhole[own] = true
        }
        if word.isAuthor { areAuthors[own] = true }
      }
      numbers.append(UInt32(own))
    }
    return numbers
  }
}
