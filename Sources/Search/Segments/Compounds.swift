import Orthography

/// Neighbours of a text that the publication also writes as one word.
enum Compounds {
  /// Two neighbouring words as one.
  struct Compound: Sendable {
    /// Its number in the vocabulary.
    var word: UInt32
    /// Where the first of the two stands.
    var place: UInt32
  }

  /// What hyphens join in an article, and its neighbours with a space between that stand as one word,
  /// or hyphenated, elsewhere in the publication; ordered by words, then places.
  ///
  /// - Parameters:
  ///   - numbers: those of the article's words in the vocabulary.
  static func compounds(
    of content: SegmentBody.Content, _ bytes: [UInt8], _ numbers: [UInt32],
    _ vocabulary: Vocabulary
  ) -> [Compound] {
    var compounds = content.joined.map {
      Compound(word: numbers[$0.word], place: UInt32($0.place))
    }
    // By place the word there plus one.
    var words = [Int32](repeating: 0, count: content.placeCount)
    for (number, word) in content.words.enumerated() {
      content.forEachPlace(of: word, in: bytes) { words[$0] = Int32(number + 1) }
    }
    bytes.withUnsafeBufferPointer { bytes in
      let hashes = content.words.map {
        WordTable.hash(UnsafeBufferPointer(rebasing: bytes[$0.folded]))
      }
      var token = 0
      for (passage, own) in content.passages.enumerated() {
        for _ in 0..<own.length {
          defer { token += 1 }
          let spaces = bytes[content.spaces.lowerBound + token / 8]
          guard spaces >> UInt8(token % 8) & 1 == 1 else { continue }
          let place = token + passage * AnalysedArticle.passageGap
          let first = Int(words[place - 1]) - 1
          let one = content.words[first]
          let two = content.words[Int(words[place]) - 1]
          guard AnalysedArticle.mayJoin(one.kind, one.folded.count, two.kind, two.folded.count),
            let word = vocabulary.words.find(
              UnsafeBufferPointer(rebasing: bytes[one.folded]), hashes[first],
              joinedWith: UnsafeBufferPointer(rebasing: bytes[two.folded]))
          else { continue }
          compounds.append(Compound(word: UInt32(word), place: UInt32(place - 1)))
        }
      }
    }
    return compounds.sorted { ($0.word, $0.place) < ($1.word, $1.place) }
  }
}
