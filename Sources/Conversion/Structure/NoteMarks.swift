/// Tells note marks from years, percentages and other numbers, and puts markers in their place.
///
/// The marks of a paper rise by one from mark to mark. Of all numbers that stand where a mark can
/// stand, the longest rising chain is taken, and numbers whose notes are known weigh more.
struct NoteMarks {
  private struct Candidate {
    var passage: Int
    var range: Range<Int>
    var number: Int
    /// What the mark must come after, where it jumped before a Latin word or a year.
    var target: Int?
    var weight: Double
  }

  private(set) var labels: [Int] = []

  /// Finds the marks in the passages and writes markers for them.
  ///
  /// - Parameter known: the labels of the notes that the paper has.
  init(in passages: inout [Passage], known: Set<Int>) {
    guard !known.isEmpty else { return }
    let highest = known.max() ?? 0
    var candidates: [Candidate] = []
    for index in passages.indices {
      candidates += Self.candidates(in: passages[index].text, passage: index).filter {
        $0.number <= highest + 3
      }
    }
    let chosen = Self.chain(candidates, known: known)
    labels = chosen.map { candidates[$0].number }
    for index in chosen.reversed() {
      let candidate = candidates[index]
      Self.mark(candidate, in: &passages[candidate.passage])
    }
  }

  // MARK: - Candidates

  private static func candidates(in text: Scalars, passage: Int) -> [Candidate] {
    var candidates: [Candidate] = []
    for (digits, number) in text.shortNumbers {
      let (start, index) = (digits.lowerBound, digits.upperBound)
      guard number > 0, text[start].digitValue != 0 else { continue }
      if let target = jumpTarget(text, digits: start..<index) {
        candidates.append(
          Candidate(
            passage: passage, range: start..<index, number: number, target: target, weight: 0.8))
        continue
      }
      guard start > 0, canFollow(text, at: start), canPrecede(text, at: index) else { continue }
      candidates.append(
        Candidate(passage: passage, range: start..<index, number: number, target: nil, weight: 1))
    }
    return candidates
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

  /// `24.JSF` or `53.2015`: the mark, the full stop and the word came out in turned order. Gives the
  /// index behind the word.
  private static func jumpTarget(_ text: Scalars, digits: Range<Int>) -> Int? {
    guard digits.upperBound + 1 < text.count, text[digits.upperBound] == ".",
      digits.lowerBound == 0 || text[digits.lowerBound - 1].isSpacing
    else { return nil }
    var end = digits.upperBound + 1
    let first = text[end]
    guard first.isLeftToRightLetter || first.isDigit else { return nil }
    while end < text.count, text[end].isLetterOrDigit, !text[end].isRightToLeftLetter { end += 1 }
    let word = text[(digits.upperBound + 1)..<end]
    if first.isDigit {
      guard word.count == 4, isYear(word) else { return nil }
    }
    guard end == text.count || text[end].isSpacing || Marker.isMarker(text[end]) else { return nil }
    return end
  }

  // MARK: - The chain

  /// The indices of the candidates that make the best rising chain.
  private static func chain(_ candidates: [Candidate], known: Set<Int>) -> [Int] {
    // best[n]: the best chain that ends with the number n, by the candidate it ends with.
    var best: [Int: (score: Double, index: Int)] = [:]
    var previous = [Int](repeating: -1, count: candidates.count)
    var top: (score: Double, index: Int)?
    for (index, candidate) in candidates.enumerated() {
      var score = candidate.weight + (known.contains(candidate.number) ? 0.8 : 0)
      var from = -1
      var gain = -0.3 * Double(min(candidate.number - 1, 8))
      for distance in 1...12 {
        guard let other = best[candidate.number - distance] else { continue }
        let value = other.score - 0.35 * Double(distance - 1)
        if value > gain {
          gain = value
          from = other.index
        }
      }
      score += gain
      guard score > 0 else { continue }
      previous[index] = from
      if score > (best[candidate.number]?.score ?? 0) {
        best[candidate.number] = (score, index)
      }
      if score > (top?.score ?? 0) { top = (score, index) }
    }
    var chain: [Int] = []
    var index = top?.index ?? -1
    while index >= 0 {
      chain.append(index)
      index = previous[index]
    }
    return chain.reversed()
  }

  private static func mark(_ candidate: Candidate, in passage: inout Passage) {
    let label = Array(String(candidate.number).unicodeScalars)
    let marker = [Marker.note] + label + [Marker.end]
    if let target = candidate.target {
      let word = passage.text[(candidate.range.upperBound + 1)..<target]
      passage.text.replaceSubrange(
        candidate.range.lowerBound..<target, with: Array(word) + ["."] + marker)
    } else {
      passage.text.replaceSubrange(candidate.range, with: marker)
    }
  }
}
