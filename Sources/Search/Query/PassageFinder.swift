import Orthography

/// Finds the passages of an article that answer a query, and what to mark in them.
struct PassageFinder {
  /// A way in which a unit of a query stands in a text: for each of the words that follow one
  /// another, the words of the index that will do.
  struct Pattern {
    var words: [Set<String>]
    /// By word the nearest grade, for the order of passages.
    var grades: [String: MatchGrade]
    /// How many places a word stands after the one before it at most.
    var reach: Int
    /// The words as the index has them, for each that follow one another.
    let parts: [[WordResolver.Match]]

    init(_ parts: [[WordResolver.Match]], reach: Int = 1) {
      words = parts.map { Set($0.map(\.word)) }
      grades = [:]
      self.reach = reach
      self.parts = parts
      for match in parts.joined() {
        grades[match.word] = min(grades[match.word] ?? .name, match.grade)
      }
    }
  }

  /// The patterns of each unit.
  let units: [[Pattern]]

  /// The most passages that are shown of an article.
  static let passageLimit = 3
  /// The words of an excerpt before the first that is found, and all its words.
  static let wordsBefore = 10
  static let excerptWords = 40

  /// A unit found in a passage.
  private struct Hit {
    var unit: Int
    /// Tokens of the passage.
    var tokens: Range<Int>
    var grade: MatchGrade
  }

  /// The pieces of an article in which the units may stand, the best first: those that have more of
  /// the query, in the nearer forms.
  ///
  /// - Parameter count: the number of the article's pieces.
  func pieces(of article: Int, count: Int) -> [Int] {
    var scores = [Int](repeating: 0, count: count)
    for part in units.joined().flatMap(\.parts) {
      var best = [Int](repeating: 0, count: count)
      for word in part {
        guard let place = word.articles.firstIndex(of: article) else { continue }
        for piece in 0..<count where word.pieces[place] >> piece & 1 == 1 {
          best[piece] = max(best[piece], SearchWeights.percent(word.grade))
        }
      }
      for piece in 0..<count { scores[piece] += best[piece] }
    }
    return (0..<count).filter { scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  /// The best passages of the first piece of an article that has any: pieces with all words of a
  /// phrase may not have the phrase.
  func excerpts(
    of article: Int, _ entry: DirectoryFile.Entry, _ index: IndexReader
  ) throws -> [SearchEngine.Excerpt] {
    for piece in pieces(of: article, count: entry.pieces) {
      let excerpts = excerpts(of: try index.passages(entry, piece: piece))
      if !excerpts.isEmpty { return excerpts }
    }
    return []
  }

  /// The best of some passages, the best first, each cut round what was found.
  func excerpts(of passages: [SearchableArticle.Passage]) -> [SearchEngine.Excerpt] {
    var scanner = WordScanner(joinsSigns: true)
    var found: [(score: Int, order: Int, hits: [Hit])] = []
    for (order, passage) in passages.enumerated() where passage.field.isShown {
      scanner.scan(Array(passage.text.utf8))
      let hits = hits(in: scanner)
      guard !hits.isEmpty else { continue }
      found.append((score(hits, passage.field), order, hits))
    }
    found.sort { ($1.score, $0.order) < ($0.score, $1.order) }
    return found.prefix(Self.passageLimit).map { _, order, hits in
      let passage = passages[order]
      let text = Array(passage.text.utf8)
      scanner.scan(text)
      return Self.excerpt(of: text, words: scanner.words, hits: hits, anchor: passage.anchor)
    }
  }

  /// Every place of a passage where a unit stands, in order.
  private func hits(in scanner: WordScanner) -> [Hit] {
    let tokens = scanner.words.map { String(decoding: scanner.folded[$0.folded], as: UTF8.self) }
    var hits: [Hit] = []
    for start in tokens.indices {
      for (unit, patterns) in units.enumerated() {
        var best: Hit?
        for pattern in patterns {
          guard let hit = Self.hit(pattern, tokens: tokens, words: scanner.words, at: start) else {
            continue
          }
          if best.map({ hit.grade < $0.grade }) ?? true {
            best = Hit(unit: unit, tokens: hit.tokens, grade: hit.grade)
          }
        }
        if let best { hits.append(best) }
      }
    }
    return hits
  }

  private static func hit(
    _ pattern: Pattern, tokens: [String], words: [WordScanner.Word], at start: Int
  ) -> (tokens: Range<Int>, grade: MatchGrade)? {
    guard let first = pattern.words.first else { return nil }
    guard first.contains(tokens[start]) else {
      return compound(pattern, tokens: tokens, words: words, at: start)
    }
    var worst = pattern.grades[tokens[start]] ?? .name
    var place = start
    for allowed in pattern.words.dropFirst() {
      let near = place + 1..<min(tokens.count, place + 1 + pattern.reach)
      guard let next = near.first(where: { allowed.contains(tokens[$0]) }) else { return nil }
      worst = max(worst, pattern.grades[tokens[next]] ?? .name)
      place = next
    }
    return (start..<place + 1, worst)
  }

  /// Two tokens that the index also has as one word.
  private static func compound(
    _ pattern: Pattern, tokens: [String], words: [WordScanner.Word], at start: Int
  ) -> (tokens: Range<Int>, grade: MatchGrade)? {
    guard pattern.words.count == 1, start + 1 < tokens.count else { return nil }
    guard words[start + 1].joint == .hyphen || words[start + 1].joint == .space else { return nil }
    let joined = tokens[start] + tokens[start + 1]
    guard pattern.words[0].contains(joined) else { return nil }
    return (start..<start + 2, pattern.grades[joined] ?? .name)
  }

  /// A passage is the better the more of the query it has, in the nearer forms; then a heading or an
  /// abstract comes before the text, and that before a note.
  private func score(_ hits: [Hit], _ field: SearchableArticle.Field) -> Int {
    var best = [Int](repeating: 0, count: units.count)
    for hit in hits { best[hit.unit] = max(best[hit.unit], SearchWeights.percent(hit.grade)) }
    let fieldScore =
      switch field {
      case .abstract: 12
      case .heading: 6
      case .note: 0
      default: 10
      }
    return best.reduce(0, +) * 4 + min(hits.count, 10) + fieldScore
  }

  private static func excerpt(
    of text: [UInt8], words: [WordScanner.Word], hits: [Hit], anchor: String
  ) -> SearchEngine.Excerpt {
    let first = max(0, hits[0].tokens.lowerBound - wordsBefore)
    let last = min(words.count, first + excerptWords)
    let start = first == 0 ? 0 : words[first].source.lowerBound
    let end = last == words.count ? text.count : words[last - 1].source.upperBound
    var marks: [Range<Int>] = []
    for hit in hits where hit.tokens.upperBound <= last {
      for token in hit.tokens {
        let mark =
          words[token].source.lowerBound - start..<words[token].source.upperBound - start
        if marks.last.map({ $0.lowerBound < mark.lowerBound }) ?? true { marks.append(mark) }
      }
    }
    var excerpt = String(decoding: text[start..<end], as: UTF8.self)
    let leading = first == 0 ? "" : "… "
    if end < text.count { excerpt += " …" }
    return SearchEngine.Excerpt(
      anchor: anchor, text: leading + excerpt,
      marks: marks.map {
        $0.lowerBound + leading.utf8.count..<$0.upperBound + leading.utf8.count
      })
  }
}

extension SearchableArticle.Field {
  /// Whether a passage of the field is shown under an answer; title, authors and keywords stand in
  /// the answer's head.
  var isShown: Bool {
    switch self {
    case .text, .heading, .abstract, .note: true
    case .title, .keywords, .authors: false
    }
  }
}
