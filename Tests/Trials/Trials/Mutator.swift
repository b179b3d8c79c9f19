/// Makes inputs of others: what was there is changed, moved, taken away, repeated, or mixed with
/// words of the format. The same seed gives the same inputs.
struct Mutator {
  private var state: UInt64
  let corpus: [[UInt8]]
  let words: [[UInt8]]
  /// No input is longer, in bytes.
  let limit: Int

  init(seed: UInt64, corpus: [[UInt8]], words: [String], limit: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.corpus = corpus.isEmpty ? [[]] : corpus
    self.words = words.map { Array($0.utf8) }
    self.limit = limit
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  private mutating func range(in input: [UInt8], longest: Int) -> Range<Int> {
    let start = below(input.count + 1)
    return start..<min(input.count, start + below(longest) + 1)
  }

  mutating func input() -> [UInt8] {
    var input = corpus[below(corpus.count)]
    if input.count > limit {
      let start = below(input.count - limit)
      input = Array(input[start..<(start + limit)])
    }
    for _ in 0...below(8) { change(&input) }
    return input.count > limit ? Array(input.prefix(limit)) : input
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = below(input.count + 1)
    switch below(9) {
    case 0 where !input.isEmpty: input[below(input.count)] ^= UInt8(1 << below(8))
    case 1 where !input.isEmpty: input[below(input.count)] = UInt8(below(256))
    case 2: input.removeSubrange(range(in: input, longest: 64))
    case 3: input.insert(contentsOf: input[range(in: input, longest: 64)], at: place)
    case 4:
      let piece = Array(input[range(in: input, longest: 16)])
      for _ in 0..<below(64) { input.insert(contentsOf: piece, at: place) }
    case 5:
      let other = corpus[below(corpus.count)]
      input.insert(contentsOf: other[range(in: other, longest: 256)], at: place)
    case 6: input.removeSubrange(place...)
    default:
      guard !words.isEmpty else { return }
      let word = words[below(words.count)]
      for _ in 0...(below(4) == 0 ? below(32) : 0) { input.insert(contentsOf: word, at: place) }
    }
  }
}
