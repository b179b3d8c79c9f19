import Orthography

extension SegmentBody.Content {
  /// The number of words in each field, by the field's raw value.
  var fieldLengths: [Int] {
    var lengths = [Int](repeating: 0, count: SearchableArticle.Field.allCases.count)
    for passage in passages { lengths[Int(passage.field.rawValue)] += passage.length }
    return lengths
  }

  /// One more than the last place.
  var placeCount: Int {
    let tokens = passages.reduce(0) { $0 + $1.length }
    return tokens + passages.count * AnalysedArticle.passageGap
  }

  /// Calls a function with each place of a word in order.
  ///
  /// - Parameter bytes: the segment's.
  func forEachPlace(of word: SegmentBody.Word, in bytes: [UInt8], _ body: (Int) -> Void) {
    guard !word.places.isEmpty else { return }
    var reader = ByteReader(bytes, path: "", from: word.places.lowerBound)
    guard let count = try? reader.varint() else { return }
    var place = 0
    for _ in 0..<count {
      guard let step = try? reader.varint() else { return }
      place += step
      body(place)
    }
  }

  /// Whether a word stands only as two that a hyphen joins.
  func isEmpty(_ word: SegmentBody.Word, in bytes: [UInt8]) -> Bool {
    bytes[word.fieldsStart] == 0
  }

  /// What a word weighs in the article by its occurrences.
  ///
  /// - Parameters:
  ///   - bytes: the segment's.
  ///   - weights: those of an occurrence in each field (`FieldNorms.weights`).
  func weight(of word: SegmentBody.Word, in bytes: [UInt8], _ weights: [Double]) -> Double {
    var reader = ByteReader(bytes, path: "", from: word.fieldsStart)
    var sum = 0.0
    for _ in 0..<((try? reader.varint()) ?? 0) {
      guard let field = try? reader.byte(), let count = try? reader.varint() else { break }
      sum += Double(count) * weights[Int(field)]
    }
    return sum
  }

  /// The passage in which a place is.
  func passage(at place: Int, starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// By passage its first place.
  var passageStarts: [Int] {
    var starts: [Int] = []
    var place = 0
    for passage in passages {
      starts.append(place)
      place += passage.length + AnalysedArticle.passageGap
    }
    return starts
  }
}
