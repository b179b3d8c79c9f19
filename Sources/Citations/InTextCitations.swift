/// Finds the author-date citations of a text: `(Harlan & Weiss, 2014; כהן, 2010)`, `Weiss (2014)`.
struct InTextCitations {
  let bibliography: Bibliography

  /// A citation in a text.
  struct Citation {
    /// The name and the year in the text's UTF-8; the year alone where the name stands before
    /// another year.
    var range: Range<Int>
    var meaning: Bibliography.Meaning
    /// The number of the bracket it stands in, by which citations named together are known.
    var group: Int
  }

  /// The citations of a text, in order.
  func find(in text: CitationText) -> [Citation] {
    var citations: [Citation] = []
    for (number, bracket) in brackets(of: text).enumerated() {
      for segment in segments(of: bracket, in: text) {
        citations += read(segment, bracket: bracket, group: number, in: text)
      }
    }
    return citations
  }

  /// The tokens inside each innermost pair of brackets, as index ranges.
  private func brackets(of text: CitationText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in 0...text.tokens.count {
      for byte in text.utf8[text.gapRange(before: index)] {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): start = index
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          if let first = start, first < index { found.append(first..<index) }
          start = nil
        default: break
        }
      }
    }
    return found
  }

  /// A bracket's tokens, cut where a semicolon parts one work from the next.
  private func segments(of bracket: Range<Int>, in text: CitationText) -> [Range<Int>] {
    var cuts = [bracket.lowerBound]
    for index in bracket.dropFirst()
    where text.gap(before: index).contains(where: { ";؛".contains($0) }) {
      cuts.append(index)
    }
    return zip(cuts, cuts.dropFirst() + [bracket.upperBound]).map { $0..<$1 }
  }

  /// The citations of one segment: one for each year, all by the name that stands before the first.
  private func read(
    _ segment: Range<Int>, bracket: Range<Int>, group: Int, in text: CitationText
  ) -> [Citation] {
    var citations: [Citation] = []
    var name: Range<Int>?
    var index = segment.lowerBound
    while index < segment.upperBound {
      guard let (year, end) = text.year(at: index) else {
        index += 1
        continue
      }
      if name == nil {
        let before = segment.lowerBound..<index
        name =
          before.isEmpty && segment.lowerBound == bracket.lowerBound
          ? narrativeName(before: index, year: year, in: text)
          : self.name(in: before, year: year, of: text)
        guard let name else { return citations }
        let start = text.tokens[name.lowerBound].range.lowerBound
        let stop = text.tokens[min(end, segment.upperBound) - 1].range.upperBound
        citations.append(
          Citation(
            range: start..<stop,
            meaning: bibliography.meaning(of: text.tokens[name], year: year), group: group))
      } else if let name, let first = citations.first, first.meaning != .none {
        // A later number of four digits is a year only if the same author has a work of it.
        let meaning = bibliography.meaning(of: text.tokens[name], year: year)
        if meaning != .none {
          let stop = text.tokens[min(end, segment.upperBound) - 1].range.upperBound
          citations.append(
            Citation(
              range: text.tokens[index].range.lowerBound..<stop, meaning: meaning, group: group))
        }
      }
      index = end
    }
    if citations.isEmpty, case .entry(let entry) = bibliography.undated(by: text.tokens[segment]) {
      let range =
        text.tokens[segment.lowerBound].range
        .lowerBound..<text.tokens[segment.upperBound - 1].range
        .upperBound
      citations.append(Citation(range: range, meaning: .entry(entry), group: group))
    }
    return citations
  }

  /// The name before a year in a bracket: from the first word at which an entry begins, so that
  /// "see", "ראו" and "انظر" need no list; where no entry fits, all of it.
  private func name(in words: Range<Int>, year: CitedYear, of text: CitationText) -> Range<Int>? {
    guard !words.isEmpty else { return nil }
    // Without a work of the year no word can begin a name that fits.
    guard !bibliography.entries(of: year).isEmpty else { return words }
    for start in words where !text.tokens[start].isNumber {
      let candidate = start..<words.upperBound
      if bibliography.meaning(of: text.tokens[candidate], year: year) != .none { return candidate }
    }
    return words
  }

  /// A narrative citation's name is at most this many words long.
  private static let longestName = 8

  /// The name before a bracket that begins with a year: the longest run of words up to the bracket
  /// that an entry's head accounts for wholly.
  private func narrativeName(
    before index: Int, year: CitedYear, in text: CitationText
  ) -> Range<Int>? {
    guard !bibliography.entries(of: year).isEmpty else { return nil }
    var found: Range<Int>?
    var start = index
    while start > 0, index - start < Self.longestName {
      // A name does not run over the end of a sentence or out of another bracket.
      let gap = text.gap(before: start)
      if start < index, gap.contains(where: { "()[];؛!?؟".contains($0) }) { break }
      start -= 1
      let candidate = text.tokens[start..<index]
      guard candidate.allSatisfy({ !$0.isNumber }) else { break }
      let fits = bibliography.entries(of: year, name: candidate).contains {
        NameMatch.score(candidate, head: bibliography.entries[$0].head) >= 0.9
      }
      if fits { found = start..<index }
    }
    return found
  }
}
