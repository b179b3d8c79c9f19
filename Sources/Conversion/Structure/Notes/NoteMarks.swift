/// Tells note marks from years, percentages and other numbers, and puts markers in their place.
///
/// The marks of a paper stand in the order of its notes. Of all numbers or signs that stand where a
/// mark can stand, the row is taken that most notes agree with.
struct NoteMarks {
  private struct Candidate {
    var passage: Int
    var range: Range<Int>
    var number: Int
    var page: Int
    /// What the mark must come after, where it jumped before a Latin word or a year.
    var target: Int?
    var weight: Double
    /// The space before the full stop that it follows, which is none of the text's.
    var space: Int?
  }

  /// The labels of the notes whose marks were found, in order.
  private(set) var labels: [Int] = []
  /// The marks that the article writes otherwise.
  private(set) var removals: [Removal] = []

  /// Finds the marks in the passages and writes markers for them.
  ///
  /// - Parameter known: the notes that the paper has.
  init(in passages: inout [Passage], known: [NoteKey]) {
    guard !known.isEmpty else { return }
    let keys = NoteKey.withLost(known)
    let isBySign = keys.contains { NoteSign.isSign($0.printed) }
    let numbers = Set(keys.map(\.printed))
    var candidates: [Candidate] = []
    var page = 0
    for index in passages.indices {
      if let last = passages[index].pageBreaksBefore.last { page = last + 1 }
      candidates += Self.candidates(
        in: passages[index].text, passage: index, page: &page, isBySign ? .signs : .numbers
      ).filter { numbers.contains($0.number) }
    }
    let chosen = Self.chain(candidates, keys)
    labels = chosen.map { keys[$0.key].label }
    for (candidate, key) in chosen.reversed() {
      mark(candidates[candidate], keys[key], in: &passages[candidates[candidate].passage])
    }
  }

  // MARK: - Candidates

  private static func candidates(
    in text: Scalars, passage: Int, page: inout Int, _ kind: NotePlan.Labels
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    var from = 0
    func turnPages(to end: Int) {
      for scalar in text[from..<end] {
        if let index = Marker.pageIndex(scalar) { page = index + 1 }
      }
      from = end
    }
    for (range, number) in text.noteTokens(kind) {
      let (start, index) = (range.lowerBound, range.upperBound)
      turnPages(to: start)
      guard number > 0, text[start].digitValue != 0 else { continue }
      if kind == .numbers, let target = jumpTarget(text, digits: range) {
        candidates.append(
          Candidate(
            passage: passage, range: range, number: number, page: page, target: target, weight: 0.8)
        )
        continue
      }
      guard start > 0, canPrecede(text, at: index) else { continue }
      if canFollow(text, at: start) {
        candidates.append(
          Candidate(
            passage: passage, range: range, number: number, page: page, target: nil, weight: 1))
      } else if let space = spaceBeforeStop(text, at: start) {
        candidates.append(
          Candidate(
            passage: passage, range: range, number: number, page: page, target: nil, weight: 0.5,
            space: space))
      }
    }
    turnPages(to: text.count)
    if kind == .numbers { candidates += behindYears(in: text, passage: passage, page: page) }
    return candidates.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Marks that came out right behind a year: `19464.` for `1946.` and the mark 4.
  private static func behindYears(in text: Scalars, passage: Int, page: Int) -> [Candidate] {
    var found: [Candidate] = []
    var index = 0
    while index < text.count {
      guard text[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isDigit { index += 1 }
      guard (5...6).contains(index - start), isYear(text[start..<(start + 4)]), index < text.count,
        text[index] == ".", text[start + 4].digitValue != 0,
        index + 1 == text.count || text[index + 1].isSpacing
      else { continue }
      let mark = (start + 4)..<index
      let number = text[mark].reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
      found.append(
        Candidate(
          passage: passage, range: mark, number: number, page: page, target: index, weight: 0.5))
    }
    return found
  }

  /// The space that an extractor set before the full stop before a mark, `word .6`.
  private static func spaceBeforeStop(_ text: Scalars, at start: Int) -> Int? {
    guard start > 2, text[start - 1] == ".", text[start - 2].isSpacing,
      text[start - 3].isRightToLeftLetter
        || text[start - 3].properties.canonicalCombiningClass
          != .notReordered
    else { return nil }
    return start - 2
  }

  /// A mark stands directly behind a word's last letter or the punctuation after it.
  private static func canFollow(_ text: Scalars, at start: Int) -> Bool {
    let before = text[start - 1]
    if before.isRightToLeftLetter { return true }
    guard before.isClausePunctuation || before.isQuotationMark || before.isClosingBracket else {
      return false
    }
    guard start > 1 else { return false }
    let earlier = text[start - 2]
    if before.isClausePunctuation, earlier.isSpacing { return false }
    if before.isClausePunctuation, earlier.isDigit {
      // After a year, or a number whose thousands are parted, a full stop ends a sentence; after
      // other numbers it is a decimal point.
      guard before == "." else { return false }
      let first = text[..<(start - 1)].lastIndex { !$0.isDigit && !isThousands($0) } ?? -1
      let number = text[(first + 1)..<(start - 1)]
      return number.contains(where: isThousands) || (number.count == 4 && isYear(number))
    }
    return true
  }

  private static func isThousands(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "٬"
  }

  private static func isYear(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    guard digits.allSatisfy(\.isDigit), let century = digits.first?.digitValue else { return false }
    return century == 1 || century == 2
  }

  private static func canPrecede(_ text: Scalars, at end: Int) -> Bool {
    guard end < text.count else { return true }
    let after = text[end]
    return after.isSpacing || Marker.isMarker(after) || after.isClausePunctuation
      || after.isClosingBracket || after.isQuotationMark || after.isDash
  }

  /// `24.JSF`, `53.2015` or `16%–5.22%`: the mark, the full stop and the word came out in turned order.
  /// Gives the index behind the word.
  private static func jumpTarget(_ text: Scalars, digits: Range<Int>) -> Int? {
    guard digits.upperBound + 1 < text.count, text[digits.upperBound] == "." else { return nil }
    if let end = fallingRange(text, digits: digits) { return end }
    guard digits.lowerBound == 0 || text[digits.lowerBound - 1].isSpacing else { return nil }
    var end = digits.upperBound + 1
    let first = text[end]
    guard first.isLeftToRightLetter || first.isDigit else { return nil }
    if let run = latinSentenceEnd(text, from: end) { return run }
    while end < text.count, text[end].isLetterOrDigit, !text[end].isRightToLeftLetter { end += 1 }
    let word = text[(digits.upperBound + 1)..<end]
    if first.isDigit {
      guard word.count == 4, isYear(word) else { return nil }
    }
    guard end == text.count || text[end].isSpacing || Marker.isMarker(text[end]) else { return nil }
    return end
  }

  /// `7.Lindqvist (1999: 61)`: a mark and the full stop of a sentence that ends in Latin. Gives the
  /// index behind the Latin, a word and what stands in brackets behind it.
  private static func latinSentenceEnd(_ text: Scalars, from start: Int) -> Int? {
    guard text[start].isLeftToRightLetter else { return nil }
    let end =
      text[start...].firstIndex { $0.isRightToLeftLetter || Marker.isMarker($0) } ?? text.count
    let latin = Array(text[start..<end]).trimmed
    guard latin.last?.isClosingBracket == true,
      latin.count(where: \.isOpeningBracket) == latin.count(where: \.isClosingBracket),
      !latin.contains(".")
    else { return nil }
    return start + latin.count
  }

  /// Ranges rise: where one falls, the mark behind it was put before its second number, `16%–5.22%`.
  /// Gives the index behind the range.
  private static func fallingRange(_ text: Scalars, digits: Range<Int>) -> Int? {
    let dash = digits.lowerBound - 1
    guard dash > 0, text[dash].isDash else { return nil }
    var start = dash
    while start > 0, text[start - 1].isDigit || text[start - 1] == "%" { start -= 1 }
    let lower = text[start..<dash].filter(\.isDigit)
    let rest = text[(digits.upperBound + 1)...]
    let upper = Array(rest.prefix(while: \.isDigit))
    let behind = rest.dropFirst(upper.count)
    let sign = behind.first == "%" ? 1 : 0
    func value(_ digits: some Sequence<Unicode.Scalar>) -> Int {
      digits.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    }
    guard (1...4).contains(lower.count), (1...4).contains(upper.count),
      behind.dropFirst(sign).first.map({ $0.isSpacing || Marker.isMarker($0) }) ?? true,
      value(text[digits]) < value(lower), value(lower) < value(upper)
    else { return nil }
    return digits.upperBound + 1 + upper.count + sign
  }

  // MARK: - The chain

  /// The candidates that make the best row, each with the index of its key.
  private static func chain(
    _ candidates: [Candidate], _ keys: [NoteKey]
  ) -> [(candidate: Int, key: Int)] {
    var places: [Int: [Int]] = [:]
    for (index, key) in keys.enumerated() { places[key.printed, default: []].append(index) }
    let isAnew = keys.contains(where: \.isRelabelled)
    // By key: the best row that ends with it.
    var best: [Int: (score: Double, state: Int)] = [:]
    var states: [(candidate: Int, key: Int, previous: Int)] = []
    var top: (score: Double, state: Int) = (0, -1)
    for (index, candidate) in candidates.enumerated() {
      for key in places[candidate.number] ?? [] {
        if isAnew, let page = keys[key].page, !(0...1).contains(page - candidate.page) { continue }
        var (gain, from) = (-0.3 * Double(min(key, 8)), -1)
        for distance in 1...12 {
          guard let other = best[key - distance] else { continue }
          let value = other.score - 0.35 * Double(distance - 1)
          if value > gain { (gain, from) = (value, other.state) }
        }
        let score = candidate.weight + (keys[key].isFound ? 0.8 : 0) + gain
        guard score > 0, score > best[key]?.score ?? 0 else { continue }
        states.append((index, key, from))
        best[key] = (score, states.count - 1)
        if score > top.score { top = (score, states.count - 1) }
      }
    }
    var chain: [(candidate: Int, key: Int)] = []
    var state = top.state
    while state >= 0 {
      chain.append((states[state].candidate, states[state].key))
      state = states[state].previous
    }
    return chain.reversed()
  }

  private mutating func mark(_ candidate: Candidate, _ key: NoteKey, in passage: inout Passage) {
    let marker: Scalars
    if key.isRelabelled {
      marker = [Marker.note, Marker.label(key.label), Marker.end]
      if !NoteSign.isSign(key.printed) {
        removals.append(
          Removal(
            line: passage.sourceLines.first ?? 0,
            text: Array(passage.text[candidate.range]).string, reason: .noteNumber))
      }
    } else {
      marker = [Marker.note] + Array(String(key.label).unicodeScalars) + [Marker.end]
    }
    if let target = candidate.target {
      // The full stop stands right behind the mark, and the word, if one jumped, behind that.
      let word = passage.text[candidate.range.upperBound...].dropFirst().prefix(
        max(0, target - candidate.range.upperBound - 1))
      let end = max(target, candidate.range.upperBound + 1)
      passage.text.replaceSubrange(
        candidate.range.lowerBound..<end, with: Array(word) + ["."] + marker)
    } else {
      passage.text.replaceSubrange(candidate.range, with: marker)
      if let space = candidate.space { passage.text.remove(at: space) }
    }
  }
}
