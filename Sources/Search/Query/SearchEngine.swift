import Orthography

/// Answers queries by the files of an index (`SegmentMerge`). The browser's search is the same
/// algorithm over the same files (Templates/scripts/search-engine.js); change both.
public struct SearchEngine {
  private let index: IndexReader
  private let resolver: WordResolver

  /// - Parameter read: gives the bytes of a file of the site by its path relative to the site's
  ///   root.
  /// - Throws: what `read` throws, or `IndexFault`.
  public init(read: @escaping (String) throws -> [UInt8]) throws {
    index = try IndexReader(read: read)
    resolver = WordResolver(index: index)
  }

  /// What a query found.
  public struct Answer: Sendable {
    /// All the articles found.
    public var total: Int
    /// The first of them, the best first.
    public var results: [Result]
    /// The words that misspelt words of the query were taken for.
    public var corrections: [String]
    /// Words of the query that stand nowhere.
    public var missing: [String]
  }

  /// An article found.
  public struct Result: Sendable {
    public var article: SearchableArticle
    /// Whole and comparable within one answer.
    public var score: Int
    /// The passages that answer best, the best first.
    public var passages: [Excerpt]
    /// The same article in other languages, where they were found too.
    public var translations: [SearchableArticle]
  }

  /// A stretch of a passage round what was found.
  public struct Excerpt: Sendable, Equatable {
    public var anchor: String
    public var text: String
    /// Where the found words stand in `text`, in its UTF-8.
    public var marks: [Range<Int>]
  }

  /// Answers a query.
  ///
  /// - Parameter limit: the most results that are given; `total` counts all.
  /// - Throws: what `read` throws, or `IndexFault`.
  public func answer(_ text: String, limit: Int = 10) throws -> Answer {
    let query = SearchQuery(text)
    var answer = Answer(total: 0, results: [], corrections: [], missing: [])
    var wanted: [UnitMatch] = []
    var excluded: Set<Int> = []
    let units = try units(of: query)
    for unit in units {
      let match = try match(unit, isAlone: units.count == 1)
      if unit.isExcluded {
        excluded.formUnion(match.articles.keys)
      } else {
        wanted.append(match)
        answer.corrections += match.corrections.map(FinalLetters.written)
        if match.articles.isEmpty {
          let words = unit.words.map(\.text).joined(separator: " ")
          answer.missing.append(unit.form == .prefix ? words : FinalLetters.written(words))
        }
      }
    }
    var candidates = mostMatched(wanted)
    if wanted.isEmpty, !query.filters.isEmpty || !query.units.isEmpty {
      for article in 0..<index.manifest.articleCount { candidates[article] = 0 }
      if query.filters.isEmpty, excluded.isEmpty { candidates = [:] }
    }
    for article in excluded { candidates[article] = nil }
    if !query.filters.isEmpty {
      let allowed = try articles(passing: query.filters)
      candidates = candidates.filter { allowed.contains($0.key) }
    }
    if wanted.count > 1 { try addProximity(of: wanted, to: &candidates) }
    let ordered = grouped(candidates.sorted { ($1.value, $0.key) < ($0.value, $1.key) })
    answer.total = ordered.count
    let finder = PassageFinder(units: wanted.map(\.patterns))
    answer.results = try ordered.prefix(limit).map { number, score, others in
      let entry = try index.entry(number)
      return Result(
        article: entry.article, score: score,
        passages: try finder.excerpts(of: number, entry, index),
        translations: try others.map { try index.entry($0).article })
    }
    return answer
  }

  /// The translations of one article as one answer: the best of them.
  private func grouped(
    _ ordered: [(key: Int, value: Int)]
  ) -> [(number: Int, score: Int, others: [Int])] {
    var groupOfArticle: [Int: Int] = [:]
    for (group, articles) in index.manifest.translations.enumerated() {
      for article in articles { groupOfArticle[article] = group }
    }
    var answers: [(number: Int, score: Int, others: [Int])] = []
    var placeOfGroup: [Int: Int] = [:]
    for (number, score) in ordered {
      if let group = groupOfArticle[number] {
        if let place = placeOfGroup[group] {
          answers[place].others.append(number)
          continue
        }
        placeOfGroup[group] = answers.count
      }
      answers.append((number, score, []))
    }
    return answers
  }

  // MARK: - Units

  /// What a unit of a query found.
  private struct UnitMatch {
    /// By article what the unit weighs there and the nearest grade.
    var articles: [Int: (weight: Int, grade: MatchGrade)] = [:]
    /// For each word of the unit that stands by itself, what it found: for nearness.
    var words: [WordResolver.Match] = []
    var corrections: [String] = []
    /// What to look for in a text.
    var patterns: [PassageFinder.Pattern] = []

    mutating func add(_ article: Int, weight: Int, grade: MatchGrade) {
      let known = articles[article]
      articles[article] = ((known?.weight ?? 0) + weight, min(known?.grade ?? grade, grade))
    }
  }

  /// A query's units, with neighbours that the publication also writes as one word made compounds.
  private func units(of query: SearchQuery) throws -> [SearchQuery.Unit] {
    var units: [SearchQuery.Unit] = []
    for unit in query.units {
      if unit.form == .word, !unit.isExcluded, let last = units.last, last.form == .word,
        !last.isExcluded, last.words[0].kind == unit.words[0].kind,
        last.words[0].kind != .digit,
        try index.has(last.words[0].text + unit.words[0].text)
      {
        units[units.count - 1].form = .compound
        units[units.count - 1].words += unit.words
      } else {
        units.append(unit)
      }
    }
    return units
  }

  private func match(_ unit: SearchQuery.Unit, isAlone: Bool) throws -> UnitMatch {
    switch unit.form {
    case .word: return try matchWord(unit, isAlone: isAlone)
    case .prefix: return wordMatch(try resolver.meaning(ofPrefix: unit.words[0].text))
    case .phrase: return try matchPhrase(unit.words, reach: .clitic)
    case .compound: return try matchCompound(unit.words)
    case .reference: return try matchReference(unit.words)
    }
  }

  private func matchWord(_ unit: SearchQuery.Unit, isAlone: Bool) throws -> UnitMatch {
    let word = unit.words[0]
    var context = WordResolver.Context(mayCorrect: false, isAlone: isAlone, isHead: unit.isHead)
    var whole = try resolver.meaning(of: word, context)
    // What is only near is no reason to leave an article out.
    if unit.isExcluded {
      whole.words = whole.words.filter { $0.grade <= .form }
      return wordMatch(whole)
    }
    if !whole.words.isEmpty { return wordMatch(whole) }
    // Perhaps the publication writes apart what the reader writes as one.
    if word.kind != .digit, let parted = try matchParted(word) { return parted }
    context.mayCorrect = true
    return wordMatch(try resolver.meaning(of: word, context))
  }

  private func wordMatch(_ meaning: WordResolver.Meaning) -> UnitMatch {
    var match = UnitMatch()
    for word in meaning.words {
      for (article, weight) in zip(word.articles, word.weights) {
        match.add(article, weight: weight, grade: word.grade)
      }
    }
    match.words = meaning.words
    match.corrections = meaning.corrections
    match.patterns = [PassageFinder.Pattern([meaning.words])]
    return match
  }

  /// Words one after another, each in a form as near as `reach`; where a word is only found in a
  /// farther form, in that.
  private func matchPhrase(_ words: [SearchQuery.Word], reach: MatchGrade) throws -> UnitMatch {
    var match = UnitMatch()
    var parts: [[WordResolver.Match]] = []
    for word in words {
      let meaning = try resolver.meaning(of: word)
      let nearest = meaning.words.map(\.grade).min() ?? .exact
      parts.append(meaning.words.filter { $0.grade <= max(reach, nearest) })
      match.corrections += meaning.corrections
    }
    match.patterns = [PassageFinder.Pattern(parts)]
    try addRuns(of: parts, reach: 1, to: &match)
    return match
  }

  /// The numbers of a reference, one near the other in their order, in digits or letters.
  private func matchReference(_ numbers: [SearchQuery.Word]) throws -> UnitMatch {
    var match = UnitMatch()
    let parts = try numbers.map { try resolver.meaning(ofNumber: $0).words }
    match.patterns = [PassageFinder.Pattern(parts, reach: SearchWeights.referenceReach)]
    if numbers.count == 1 { match.words = parts[0] }
    try addRuns(of: parts, reach: SearchWeights.referenceReach, to: &match)
    return match
  }

  /// Adds the articles in which words follow one another, each so many places after the one before
  /// at most.
  private func addRuns(
    of parts: [[WordResolver.Match]], reach: Int, to match: inout UnitMatch
  ) throws {
    guard parts.allSatisfy({ !$0.isEmpty }) else { return }
    let occurrences = try parts.map { try places(of: $0, whole: true) }
    for (article, first) in occurrences[0] {
      var count = 0
      var nearest: MatchGrade?
      for (start, grade) in first {
        var (place, worst) = (start, grade)
        let holds = occurrences.dropFirst().allSatisfy { own in
          guard let places = own[article],
            let next = (place + 1...place + reach).first(where: { places[$0] != nil })
          else { return false }
          (place, worst) = (next, max(worst, places[next] ?? .name))
          return true
        }
        guard holds else { continue }
        count += 1
        nearest = min(nearest ?? worst, worst)
      }
      if let nearest {
        match.add(article, weight: count * Int(SearchWeights.scale), grade: nearest)
      }
    }
  }

  /// Words one after another in any form, or written as one word.
  private func matchCompound(_ words: [SearchQuery.Word]) throws -> UnitMatch {
    var match = try matchPhrase(words, reach: .form)
    if Set(words.map(\.kind)).count == 1 {
      let joined = SearchQuery.Word(text: words.map(\.text).joined(), kind: words[0].kind)
      let whole = wordMatch(
        try resolver.meaning(of: joined, WordResolver.Context(mayCorrect: false)))
      for (article, (weight, grade)) in whole.articles {
        match.add(article, weight: weight, grade: grade)
      }
      match.words = whole.words
      match.patterns += whole.patterns
    }
    guard match.articles.isEmpty, words.count > 1 else { return match }
    // Nowhere together: an article with all of them is the next best.
    let apart = try words.map { word in
      try matchWord(
        SearchQuery.Unit(form: .word, words: [word], isExcluded: false), isAlone: false)
    }
    for article in mostMatched(apart).keys {
      match.add(article, weight: 1, grade: .correction)
    }
    match.corrections = apart.flatMap(\.corrections)
    match.patterns = apart.flatMap(\.patterns)
    return match
  }

  /// A word that stands nowhere as two that follow one another.
  private func matchParted(_ word: SearchQuery.Word) throws -> UnitMatch? {
    let letters = Array(word.text.unicodeScalars)
    guard (Spelling.minimumLength...Spelling.maximumLength).contains(letters.count) else {
      return nil
    }
    for place in 2...(letters.count - 2) {
      let first = String(String.UnicodeScalarView(letters[..<place]))
      let second = String(String.UnicodeScalarView(letters[place...]))
      guard try index.has(first), try index.has(second) else { continue }
      let words = [first, second].map { SearchQuery.Word(text: $0, kind: word.kind) }
      let match = try matchPhrase(words, reach: .form)
      if !match.articles.isEmpty { return match }
    }
    return nil
  }

  /// By article and place the nearest grade of some words.
  ///
  /// - Parameter whole: whether in all articles, and not in those alone where a word weighs most.
  private func places(
    of matches: [WordResolver.Match], whole: Bool
  ) throws -> [Int: [Int: MatchGrade]] {
    var places: [Int: [Int: MatchGrade]] = [:]
    for (family, members) in Dictionary(grouping: matches, by: \.family) {
      let all = try index.places(family, whole: whole)
      for member in members {
        for (article, own) in all[member.member] {
          for place in own {
            let known = places[article]?[place] ?? .name
            places[article, default: [:]][place] = min(known, member.grade)
          }
        }
      }
    }
    return places
  }

  // MARK: - Scores

  /// The articles that all units have, or where there is none the most; with their scores.
  private func mostMatched(_ units: [UnitMatch]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for unit in units { for article in unit.articles.keys { counts[article, default: 0] += 1 } }
    guard let most = counts.values.max() else { return [:] }
    var scores: [Int: Int] = [:]
    for unit in units {
      let rarity = Self.rarity(of: unit.articles.count, among: index.manifest.articleCount)
      for (article, (weight, grade)) in unit.articles where counts[article] == most {
        let saturated = weight * 2200 / (weight + SearchWeights.saturation)
        scores[article, default: 0] += rarity * saturated * SearchWeights.percent(grade) / 100
      }
    }
    return scores
  }

  /// The logarithm to the base 2 of one and all articles by those that have a word, in 64ths: whole
  /// numbers, so that every machine has the same.
  static func rarity(of count: Int, among all: Int) -> Int {
    guard count > 0 else { return 0 }
    // 16 bits after the point.
    var ratio = (all + count) * 65536 / count
    var logarithm = 0
    while ratio >= 131_072 {
      ratio /= 2
      logarithm += 64
    }
    for bit in [32, 16, 8, 4, 2, 1] {
      ratio = ratio * ratio / 65536
      if ratio >= 131_072 {
        ratio /= 2
        logarithm += bit
      }
    }
    return logarithm
  }

  /// Raises articles in which neighbouring words of the query stand near one another, as far as the
  /// places are told of the articles in which each weighs most.
  private func addProximity(of units: [UnitMatch], to scores: inout [Int: Int]) throws {
    let places = try units.map { try self.places(of: $0.words, whole: false) }
    for article in scores.keys {
      var bonus = 0
      for pair in 1..<units.count {
        guard let one = places[pair - 1][article], let other = places[pair][article] else {
          continue
        }
        let distance = Self.distance(one.keys.sorted(), other.keys.sorted())
        guard distance <= SearchWeights.proximityReach else { continue }
        bonus += (scores[article] ?? 0) * SearchWeights.proximityPercent / 100 / max(1, distance)
      }
      scores[article, default: 0] += bonus
    }
  }

  /// The least distance between a place of one rising list and one of another.
  static func distance(_ one: [Int], _ other: [Int]) -> Int {
    var least = Int.max
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      least = min(least, abs(one[left] - other[right]))
      if one[left] < other[right] { left += 1 } else { right += 1 }
    }
    return least
  }

  // MARK: - Filters

  private func articles(passing filters: [SearchQuery.Filter]) throws -> Set<Int> {
    var allowed = Set(0..<index.manifest.articleCount)
    for filter in filters {
      var passing: Set<Int> = []
      for (value, articles) in try index.values(of: filter.facet) where filter.admits(value) {
        passing.formUnion(articles)
      }
      if filter.isExcluded { allowed.subtract(passing) } else { allowed.formIntersection(passing) }
    }
    return allowed
  }
}
