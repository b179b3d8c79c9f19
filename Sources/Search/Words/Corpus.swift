import Orthography

/// The words of all articles together, and where each stands.
struct Corpus: Sendable {
  /// The distinct folded words of all articles, compounds written as one among them.
  private(set) var words = WordTable(minimumCapacity: 1 << 14)
  private(set) var kinds: [LetterTable.Kind] = []
  private(set) var spellings: [String] = []
  private(set) var counts: [UInt32] = []
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
    var compounds = zip(articles, numbers).map { gatherHyphenated($0, numbers: $1) }
    for (place, article) in articles.enumerated() {
      compounds[place] += spacedCompounds(article, numbers: numbers[place])
    }
    for article in compounds { for compound in article { counts[compound.word] += 1 } }
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
          counts.append(0)
        }
        numbers.append(UInt32(number))
      }
    }
    for token in article.tokens { counts[Int(numbers[Int(token)])] += 1 }
    return numbers
  }

  /// The words that a hyphen joins, as one word each: `בין־לאומי` is `בינלאומי` too.
  private mutating func gatherHyphenated(
    _ article: AnalysedArticle, numbers: [UInt32]
  ) -> [Compound] {
    var compounds: [Compound] = []
    for (place, joint) in article.joints.enumerated() where joint == .hyphen {
      guard let joined = joined(article, at: place) else { continue }
      let number = joined.withUnsafeBufferPointer { words.insert($0) }
      if number == kinds.count {
        kinds.append(article.kinds[Int(article.tokens[place])])
        spellings.append(String(decoding: joined, as: UTF8.self))
        counts.append(0)
      }
      compounds.append(Compound(word: number, token: place - 1))
    }
    return compounds
  }

  /// The neighbours with a space between that stand as one word, or hyphenated, elsewhere in the
  /// publication.
  private func spacedCompounds(_ article: AnalysedArticle, numbers: [UInt32]) -> [Compound] {
    var compounds: [Compound] = []
    for (place, joint) in article.joints.enumerated() where joint == .space {
      guard let joined = joined(article, at: place),
        let number = joined.withUnsafeBufferPointer({ words.find($0) })
      else { continue }
      compounds.append(Compound(word: number, token: place - 1))
    }
    return compounds
  }

  /// The bytes of the token at a place and of the one before it, written as one; `nil` where they
  /// are no two words of one script with two letters at least.
  private func joined(_ article: AnalysedArticle, at place: Int) -> [UInt8]? {
    let first = Int(article.tokens[place - 1])
    let second = Int(article.tokens[place])
    let kind = article.kinds[first]
    guard kind == article.kinds[second], kind != .digit else { return nil }
    let one = article.words.bytes[article.words.range(of: first)]
    let two = article.words.bytes[article.words.range(of: second)]
    let letter = kind == .letter ? 1 : 2
    guard one.count >= 2 * letter, two.count >= 2 * letter else { return nil }
    return Array(one) + two
  }

  /// Fills the lists of entries and positions: one pass to count, one to place.
  private mutating func place(
    _ articles: [AnalysedArticle], numbers: [[UInt32]], compounds: [[Compound]], norms: Norms
  ) {
    var entryCounts = [Int](repeating: 0, count: words.count + 1)
    var perArticle: [[Occurrences]] = []
    perArticle.reserveCapacity(articles.count)
    for (place, article) in articles.enumerated() {
      let occurrences = Self.occurrences(
        article, numbers: numbers[place], compounds: compounds[place], norms: norms)
      for occurrence in occurrences { entryCounts[occurrence.word] += 1 }
      perArticle.append(occurrences)
    }
    entryStarts = [0]
    entryStarts.reserveCapacity(words.count + 1)
    for word in 0..<words.count { entryStarts.append(entryStarts[word] + entryCounts[word]) }
    let total = entryStarts[words.count]
    var next = entryStarts
    entryArticles = [UInt32](repeating: 0, count: total)
    entryWeights = [UInt32](repeating: 0, count: total)
    var places = [[UInt32]](repeating: [], count: total)
    for (article, occurrences) in perArticle.enumerated() {
      for occurrence in occurrences {
        let entry = next[occurrence.word]
        next[occurrence.word] += 1
        entryArticles[entry] = UInt32(article)
        entryWeights[entry] = occurrence.weight
        places[entry] = occurrence.places
      }
    }
    positionStarts = [0]
    positionStarts.reserveCapacity(total + 1)
    for entry in places {
      positions += entry
      positionStarts.append(positions.count)
    }
  }

  /// A word of an article and the places where it stands.
  private struct Occurrences {
    var word: Int
    var weight: UInt32
    var places: [UInt32]
  }

  private static func occurrences(
    _ article: AnalysedArticle, numbers: [UInt32], compounds: [Compound], norms: Norms
  ) -> [Occurrences] {
    var weights: [Int: Double] = [:]
    var places: [Int: [UInt32]] = [:]
    var passageOfToken = [Int](repeating: 0, count: article.tokens.count)
    for (passage, start) in article.passageStarts.enumerated() {
      let end =
        passage + 1 < article.passageStarts.count
        ? article.passageStarts[passage + 1] : article.tokens.count
      for token in start..<end { passageOfToken[token] = passage }
    }
    let lengths = Norms.lengths(article)
    func add(_ word: Int, token: Int, alsoAt next: Bool) {
      let passage = passageOfToken[token]
      let field = article.article.passages[passage].field
      weights[word, default: 0] += norms.weight(field, length: lengths[Int(field.rawValue)])
      let place = UInt32(token + passage * AnalysedArticle.passageGap)
      places[word, default: []].append(place)
      // A compound has two places, so that a phrase goes on after it and before it.
      if next { places[word, default: []].append(place + 1) }
    }
    for (token, word) in article.tokens.enumerated() {
      add(Int(numbers[Int(word)]), token: token, alsoAt: false)
    }
    for compound in compounds { add(compound.word, token: compound.token, alsoAt: true) }
    return places.keys.sorted().map { word in
      let weight = UInt32(max(1, ((weights[word] ?? 0) * SearchWeights.scale).rounded()))
      return Occurrences(word: word, weight: weight, places: (places[word] ?? []).sorted())
    }
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
      let end =
        passage + 1 < article.passageStarts.count
        ? article.passageStarts[passage + 1] : article.tokens.count
      lengths[Int(article.article.passages[passage].field.rawValue)] += end - start
    }
    return lengths
  }

  /// What one occurrence in a field of a length weighs.
  func weight(_ field: SearchableArticle.Field, length: Int) -> Double {
    let (weight, effect) = SearchWeights.field(field)
    let ratio = Double(length) / max(1, averages[Int(field.rawValue)])
    return weight / (1 - effect + effect * ratio)
  }
}
