import Orthography

/// The words of all articles together, and where each stands.
struct Corpus: Sendable {
  /// The distinct folded words of all articles, compounds written as one among them.
  private(set) var words = WordTable(minimumCapacity: 1 << 14)
  private(set) var kinds: [LetterTable.Kind] = []
  private(set) var spellings: [String] = []
  let articleCount: Int

  /// By word: from `entryStarts[word]` up to the next word's, the word's articles.
  private(set) var entryStarts: [Int] = []
  private(set) var entryArticles: [UInt32] = []
  /// What the word weighs in the article, in `SearchWeights.scale`ths.
  private(set) var entryWeights: [UInt32] = []
  /// By entry: from `positionStarts[entry]` up to the next entry's, the places of the word.
  private(set) var positionStarts: [Int] = []
  private(set) var positions: [UInt32] = []

  init(_ articles: [AnalysedArticle]) {
    articleCount = articles.count
    let numbers = articles.map { gather($0) }
    var compounds = articles.map { gatherHyphenated($0) }
    for (place, article) in articles.enumerated() {
      compounds[place] += spacedCompounds(article)
    }
    let norms = Norms(articles)
    place(articles, numbers: numbers, compounds: compounds, norms: norms)
  }

  /// Two neighbouring words that are also written as one.
  private struct Compound {
    var word: Int
    /// The token that it begins with.
    var token: Int
  }

  /// Takes an article's words in, and gives their numbers in the corpus.
  private mutating func gather(_ article: AnalysedArticle) -> [UInt32] {
    var numbers: [UInt32] = []
    article.words.bytes.withUnsafeBufferPointer { bytes in
      for word in 0..<article.words.count {
        let range = article.words.range(of: word)
        let number = words.insert(UnsafeBufferPointer(rebasing: bytes[range]))
        if number == kinds.count {
          kinds.append(article.kinds[word])
          spellings.append(article.spellings[word])
        }
        numbers.append(UInt32(number))
      }
    }
    return numbers
  }

  /// The words that a hyphen joins, as one word each: `בין־לאומי` is `בינלאומי` too.
  private mutating func gatherHyphenated(_ article: AnalysedArticle) -> [Compound] {
    var compounds: [Compound] = []
    for (place, joint) in article.joints.enumerated() where joint == .hyphen {
      guard let (one, two) = neighbours(article, at: place) else { continue }
      let joined = article.words.bytes[one] + article.words.bytes[two]
      let number = joined.withUnsafeBufferPointer { words.insert($0) }
      if number == kinds.count {
        kinds.append(article.kinds[Int(article.tokens[place])])
        spellings.append(String(decoding: joined, as: UTF8.self))
      }
      compounds.append(Compound(word: number, token: place - 1))
    }
    return compounds
  }

  /// The neighbours with a space between that stand as one word, or hyphenated, elsewhere in the
  /// publication.
  private func spacedCompounds(_ article: AnalysedArticle) -> [Compound] {
    var compounds: [Compound] = []
    article.words.bytes.withUnsafeBufferPointer { bytes in
      for (place, joint) in article.joints.enumerated() where joint == .space {
        guard let (one, two) = neighbours(article, at: place),
          let number = words.find(
            UnsafeBufferPointer(rebasing: bytes[one]),
            joinedWith: UnsafeBufferPointer(rebasing: bytes[two]))
        else { continue }
        compounds.append(Compound(word: number, token: place - 1))
      }
    }
    return compounds
  }

  /// Where the token before a place and the one at it stand in the bytes of the article's words;
  /// `nil` where they are no two words of one script with two letters at least.
  private func neighbours(
    _ article: AnalysedArticle, at place: Int
  ) -> (Range<Int>, Range<Int>)? {
    let first = Int(article.tokens[place - 1])
    let second = Int(article.tokens[place])
    let kind = article.kinds[first]
    guard kind == article.kinds[second], kind != .digit else { return nil }
    let (one, two) = (article.words.range(of: first), article.words.range(of: second))
    let letter = kind == .letter ? 1 : 2
    guard one.count >= 2 * letter, two.count >= 2 * letter else { return nil }
    return (one, two)
  }

  /// Fills the lists of entries and positions: one pass to count, one to place.
  private mutating func place(
    _ articles: [AnalysedArticle], numbers: [[UInt32]], compounds: [[Compound]], norms: Norms
  ) {
    var entryCounts = [UInt32](repeating: 0, count: words.count)
    var positionCounts = [UInt32](repeating: 0, count: words.count)
    var lastArticle = [UInt32](repeating: .max, count: words.count)
    func count(_ word: Int, _ article: Int, places: UInt32) {
      if lastArticle[word] != article {
        lastArticle[word] = UInt32(article)
        entryCounts[word] += 1
      }
      positionCounts[word] += places
    }
    for (number, article) in articles.enumerated() {
      for token in article.tokens { count(Int(numbers[number][Int(token)]), number, places: 1) }
      for compound in compounds[number] { count(compound.word, number, places: 2) }
    }
    entryStarts = Self.starts(entryCounts)
    var nextPosition = Self.starts(positionCounts)
    let entryTotal = entryStarts[words.count]
    positionStarts = [Int](repeating: 0, count: entryTotal + 1)
    positionStarts[entryTotal] = nextPosition[words.count]
    positions = [UInt32](repeating: 0, count: nextPosition[words.count])
    entryArticles = [UInt32](repeating: 0, count: entryTotal)
    var weights = [Float](repeating: 0, count: entryTotal)
    // The number after each word's last entry so far.
    var nextEntry = entryStarts
    for word in lastArticle.indices { lastArticle[word] = .max }
    func put(_ word: Int, _ article: Int, place: Int, weight: Float, alsoAfter: Bool) {
      if lastArticle[word] != article {
        lastArticle[word] = UInt32(article)
        entryArticles[nextEntry[word]] = UInt32(article)
        positionStarts[nextEntry[word]] = nextPosition[word]
        nextEntry[word] += 1
      }
      weights[nextEntry[word] - 1] += weight
      positions[nextPosition[word]] = UInt32(place)
      nextPosition[word] += 1
      // A compound has two places, so that a phrase goes on after it and before it.
      guard alsoAfter else { return }
      positions[nextPosition[word]] = UInt32(place + 1)
      nextPosition[word] += 1
    }
    for (number, article) in articles.enumerated() {
      let ownNumbers = numbers[number]
      let ownCompounds = compounds[number].sorted { $0.token < $1.token }
      var compound = 0
      let lengths = Norms.lengths(article)
      for (passage, start) in article.passageStarts.enumerated() {
        let field = article.article.passages[passage].field
        let weight = norms.weight(field, length: lengths[Int(field.rawValue)])
        let gap = passage * AnalysedArticle.passageGap
        for token in start..<article.passageEnd(passage) {
          let word = Int(ownNumbers[Int(article.tokens[token])])
          put(word, number, place: token + gap, weight: weight, alsoAfter: false)
          while compound < ownCompounds.count, ownCompounds[compound].token == token {
            put(
              ownCompounds[compound].word, number, place: token + gap, weight: weight,
              alsoAfter: true)
            compound += 1
          }
        }
      }
    }
    entryWeights = weights.map { UInt32(max(1, ($0 * Float(SearchWeights.scale)).rounded())) }
  }

  /// Where each of some lists begins when they stand one after another, and where the last ends.
  private static func starts(_ counts: [UInt32]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    var sum = 0
    for count in counts {
      sum += Int(count)
      starts.append(sum)
    }
    return starts
  }
}

/// The usual lengths of fields, against which an article's are held.
private struct Norms {
  private var averages: [Double]

  init(_ articles: [AnalysedArticle]) {
    var sums = [Double](repeating: 0, count: SearchableArticle.Field.allCases.count)
    var counts = sums
    for article in articles {
      for (field, length) in Self.lengths(article).enumerated() where length > 0 {
        sums[field] += Double(length)
        counts[field] += 1
      }
    }
    averages = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 1 }
  }

  /// The number of words in each field of an article, by the field's raw value.
  static func lengths(_ article: AnalysedArticle) -> [Int] {
    var lengths = [Int](repeating: 0, count: SearchableArticle.Field.allCases.count)
    for (passage, start) in article.passageStarts.enumerated() {
      lengths[Int(article.article.passages[passage].field.rawValue)] +=
        article.passageEnd(passage) - start
    }
    return lengths
  }

  /// What one occurrence in a field of a length weighs.
  func weight(_ field: SearchableArticle.Field, length: Int) -> Float {
    let (weight, effect) = SearchWeights.field(field)
    let ratio = Double(length) / max(1, averages[Int(field.rawValue)])
    return Float(weight / (1 - effect + effect * ratio))
  }
}
