/// Numbers distinct words, given as bytes, in the order in which they come.
struct WordTable: Sendable {
  /// The words' bytes, one after another.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [UInt32] = []
  /// By hash: the hash in the high half, the word's number plus one in the low half; zero is free.
  private var slots: [UInt64]

  init(minimumCapacity: Int = 512) {
    var capacity = 1024
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
  }

  var count: Int { ends.count }

  func range(of word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
  }

  subscript(word: Int) -> String { String(decoding: bytes[range(of: word)], as: UTF8.self) }

  /// The number of a word, a new one where it has none.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.folded(Self.hash(word))
    let slot = slot(of: hash) { equals($0, word) }
    if slots[slot] > 0 { return Self.number(slots[slot]) }
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of a word; `nil` where it has none.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slots[slot(of: Self.folded(Self.hash(word))) { equals($0, word) }]
    return slot > 0 ? Self.number(slot) : nil
  }

  /// The number of a word that is made of two parts; `nil` where it has none.
  ///
  /// - Parameter hash: the first part's.
  func find(
    _ head: UnsafeBufferPointer<UInt8>, _ hash: UInt64,
    joinedWith tail: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let hash = Self.folded(Self.hash(tail, after: hash))
    let slot = slots[
      slot(of: hash) { range in
        let middle = range.lowerBound + head.count
        return range.count == head.count + tail.count
          && equals(range.lowerBound..<middle, head) && equals(middle..<range.upperBound, tail)
      }]
    return slot > 0 ? Self.number(slot) : nil
  }

  func find(_ word: String) -> Int? {
    var word = word
    return word.withUTF8 { find($0) }
  }

  mutating func insert(_ word: String) -> Int {
    var word = word
    return word.withUTF8 { insert($0) }
  }

  /// The numbers of all words in the order of the words' bytes.
  var inOrder: [Int] {
    // The first bytes as a number decide most comparisons.
    let heads = (0..<count).map { word in
      let head = bytes[range(of: word)].prefix(8)
      return head.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - head.count))
    }
    return (0..<count).sorted { one, other in
      if heads[one] != heads[other] { return heads[one] < heads[other] }
      return bytes[range(of: one)].lexicographicallyPrecedes(bytes[range(of: other)])
    }
  }

  private static func number(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

  /// Where a word stands in `slots`, or the free place where it would.
  private func slot(of hash: UInt32, isWord: (Range<Int>) -> Bool) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] > 0 {
      if slots[slot] >> 32 == hash, isWord(range(of: Self.number(slots[slot]))) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func equals(_ range: Range<Int>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    for (place, byte) in word.enumerated() where bytes[range.lowerBound + place] != byte {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry > 0 {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// FNV-1a of some bytes, after others.
  static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, after start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private static func folded(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
