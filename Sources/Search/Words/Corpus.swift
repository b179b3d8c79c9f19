import Orthography

/// The words of all articles together, and where each stands.
struct Corpus: Sendable {
  let articleCount: Int
  private let wordCount: Int

  /// By word: from `entryStarts[word]` up to the next word's, the word's articles.
  private(set) var entryStarts: [Int] = []
  private(set) var entryArticles: [UInt32] = []
  /// What the word weighs in the article, in `SearchWeights.scale`ths.
  private(set) var entryWeights: [UInt32] = []
  /// By entry: from `positionStarts[entry]` up to the next entry's, the places of the word.
  private(set) var positionStarts: [UInt32] = []
  private(set) var positions: [UInt32] = []

  init(_ articles: [NumberedArticle], _ vocabulary: Vocabulary) {
    articleCount = articles.count
    wordCount = vocabulary.words.count
    let compounds = articles.map { article in
      (article.compounds + vocabulary.spacedCompounds(article)).sorted { $0.token < $1.token }
    }
    place(articles, compounds: compounds, norms: Norms(articles))
  }

  /// Fills the lists of entries and positions: one pass to count, one to place.
  private mutating func place(
    _ articles: [NumberedArticle], compounds: [[NumberedArticle.Compound]], norms: Norms
  ) {
    var entryCounts = [UInt32](repeating: 0, count: wordCount)
    var positionCounts = [UInt32](repeating: 0, count: wordCount)
    var lastArticle = [UInt32](repeating: .max, count: wordCount)
    func count(_ word: Int, _ article: Int, places: UInt32) {
      if lastArticle[word] != article {
        lastArticle[word] = UInt32(article)
        entryCounts[word] += 1
      }
      positionCounts[word] += places
    }
    for (number, article) in articles.enumerated() {
      for token in article.tokens { count(Int(token), number, places: 1) }
      for compound in compounds[number] { count(Int(compound.word), number, places: 2) }
    }
    entryStarts = Self.starts(entryCounts)
    var nextPosition = Self.starts(positionCounts)
    let entryTotal = entryStarts[wordCount]
    positionStarts = [UInt32](repeating: 0, count: entryTotal + 1)
    positionStarts[entryTotal] = UInt32(nextPosition[wordCount])
    positions = [UInt32](repeating: 0, count: nextPosition[wordCount])
    entryArticles = [UInt32](repeating: 0, count: entryTotal)
    var weights = [Float](repeating: 0, count: entryTotal)
    // The number after each word's last entry so far.
    var nextEntry = entryStarts
    for word in lastArticle.indices { lastArticle[word] = .max }
    func put(_ word: Int, _ article: Int, place: Int, weight: Float, alsoAfter: Bool) {
      if lastArticle[word] != article {
        lastArticle[word] = UInt32(article)
        entryArticles[nextEntry[word]] = UInt32(article)
        positionStarts[nextEntry[word]] = UInt32(nextPosition[word])
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
      let own = compounds[number]
      var compound = 0
      let lengths = Norms.lengths(article)
      for (passage, (field, start)) in article.passages.enumerated() {
        let weight = norms.weight(field, length: lengths[Int(field.rawValue)])
        let gap = passage * AnalysedArticle.passageGap
        for token in start..<article.passageEnd(passage) {
          let word = Int(article.tokens[token])
          put(word, number, place: token + gap, weight: weight, alsoAfter: false)
          while compound < own.count, own[compound].token == token {
            put(
              Int(own[compound].word), number, place: token + gap, weight: weight, alsoAfter: true)
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

  init(_ articles: [NumberedArticle]) {
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
  static func lengths(_ article: NumberedArticle) -> [Int] {
    var lengths = [Int](repeating: 0, count: SearchableArticle.Field.allCases.count)
    for (passage, (field, start)) in article.passages.enumerated() {
      lengths[Int(field.rawValue)] += article.passageEnd(passage) - start
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
