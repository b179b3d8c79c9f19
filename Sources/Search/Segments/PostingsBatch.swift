import Orthography

/// The postings of the words of some families, gathered from the segments one after another.
struct PostingsBatch {
  /// A word in an article.
  struct Entry {
    var article: UInt32 = 0
    /// In `SearchWeights.scale`ths.
    var weight: UInt32 = 0
    /// The pieces of the article in which the word is shown, as bits.
    var pieces: UInt32 = 0
    /// Where the rising list of its places begins in `places`, and where it ends.
    var placesStart: UInt32 = 0
    var placesEnd: UInt32 = 0
  }

  /// A batch is ended when it has so many entries: about 60 MB.
  static let limit = 2_500_000

  /// By word of the vocabulary its number among those of the batch; -1 for the others.
  private var slots: [Int32]
  /// By word the place of its first compound in the article that is being taken in; -1 for none.
  private var compoundStarts: [Int32]
  /// By slot the first entry, and the next that is free.
  private var starts: [Int]
  private var next: [Int]
  private var entries: [Entry]
  private(set) var places: [UInt8] = []

  /// The families parted so that none but the largest families passes the limit.
  ///
  /// - Parameter counts: by word the number of articles that have it; at least that.
  static func ranges(of families: IndexedFamilies, counts: [UInt32]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (first, sum) = (0, 0)
    for number in families.families.indices {
      sum += families.members(of: number).reduce(0) { $0 + Int(counts[$1.word]) }
      if sum >= limit {
        ranges.append(first..<number + 1)
        (first, sum) = (number + 1, 0)
      }
    }
    if first < families.families.count { ranges.append(first..<families.families.count) }
    return ranges
  }

  init(_ families: IndexedFamilies, _ range: Range<Int>, counts: [UInt32]) {
    slots = Array(repeating: -1, count: counts.count)
    compoundStarts = slots
    starts = []
    var sum = 0
    for family in range {
      for member in families.members(of: family) where slots[member.word] < 0 {
        slots[member.word] = Int32(starts.count)
        starts.append(sum)
        sum += Int(counts[member.word])
      }
    }
    next = starts
    entries = Array(repeating: Entry(), count: sum)
  }

  /// The entries of a word of the batch, in the order of articles.
  func entries(of word: Int) -> ArraySlice<Entry> {
    let slot = Int(slots[word])
    return entries[starts[slot]..<next[slot]]
  }

  /// Takes in an article's postings; articles must come in their order.
  ///
  /// - Parameters:
  ///   - bytes: the segment's.
  ///   - words: the numbers of the article's words in the vocabulary.
  ///   - compounds: ordered by their words.
  mutating func add(
    _ content: SegmentBody.Content, _ bytes: [UInt8], article: Int, words: [UInt32],
    compounds: [Compounds.Compound], norms: FieldNorms
  ) {
    let weights = norms.weights(content.fieldLengths)
    let starts = content.passageStarts
    for (place, compound) in compounds.enumerated().reversed() {
      compoundStarts[Int(compound.word)] = Int32(place)
    }
    /// Takes away the compounds that are a word.
    func take(_ word: UInt32) -> ArraySlice<Compounds.Compound>? {
      let start = Int(compoundStarts[Int(word)])
      guard start >= 0 else { return nil }
      compoundStarts[Int(word)] = -1
      return compounds[start...].prefix { $0.word == word }
    }
    func weight(_ compounds: ArraySlice<Compounds.Compound>) -> (weight: Double, pieces: Int) {
      var sum = (weight: 0.0, pieces: 0)
      for compound in compounds {
        let place = content.passage(at: Int(compound.place), starts: starts)
        let passage = content.passages[place]
        sum.weight += weights[Int(passage.field.rawValue)]
        if passage.field.isShown { sum.pieces |= 1 << passage.piece }
      }
      return sum
    }
    // A compound has two places, so that a phrase goes on after it and before it.
    func both(_ compounds: ArraySlice<Compounds.Compound>) -> [Int] {
      compounds.flatMap { [Int($0.place), Int($0.place) + 1] }
    }
    for (number, word) in zip(words, content.words) where slots[Int(number)] >= 0 {
      let own = take(number)
      if own == nil, content.isEmpty(word, in: bytes) { continue }
      var sum = (weight: content.weight(of: word, in: bytes, weights), pieces: word.pieces)
      if let own {
        let further = weight(own)
        sum = (sum.weight + further.weight, sum.pieces | further.pieces)
        var all = both(own)
        content.forEachPlace(of: word, in: bytes) { all.append($0) }
        append(Int(number), article, sum, all)
      } else {
        let start = places.count
        places += bytes[word.places]
        append(Int(number), article, sum, start)
      }
    }
    for compound in compounds {
      guard let own = take(compound.word), slots[Int(compound.word)] >= 0 else { continue }
      append(Int(compound.word), article, weight(own), both(own))
    }
  }

  private mutating func append(
    _ word: Int, _ article: Int, _ sum: (weight: Double, pieces: Int), _ all: [Int]
  ) {
    let start = places.count
    places.appendRising(Set(all).sorted())
    append(word, article, sum, start)
  }

  private mutating func append(
    _ word: Int, _ article: Int, _ sum: (weight: Double, pieces: Int), _ start: Int
  ) {
    let slot = Int(slots[word])
    entries[next[slot]] = Entry(
      article: UInt32(article),
      weight: UInt32(max(1, (sum.weight * SearchWeights.scale).rounded())),
      pieces: UInt32(sum.pieces),
      placesStart: UInt32(start), placesEnd: UInt32(places.count))
    next[slot] += 1
  }
}
