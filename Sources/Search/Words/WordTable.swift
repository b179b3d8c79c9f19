/// Numbers distinct words, given as bytes, in the order in which they come.
struct WordTable: Sendable {
  /// The words' bytes, one after another.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private(set) var ends: [Int] = []
  /// Word numbers plus one by hash; zero is free.
  private var slots: [UInt32]

  init(minimumCapacity: Int = 512) {
    var capacity = 1024
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
  }

  var count: Int { ends.count }

  func range(of word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  subscript(word: Int) -> String { String(decoding: bytes[range(of: word)], as: UTF8.self) }

  /// The number of a word, a new one where it has none.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let slot = slot(of: word)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of a word; `nil` where it has none.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = slots[slot(of: word)]
    return number > 0 ? Int(number) - 1 : nil
  }

  func find(_ word: String) -> Int? {
    var word = word
    return word.withUTF8 { find($0) }
  }

  mutating func insert(_ word: String) -> Int {
    var word = word
    return word.withUTF8 { insert($0) }
  }

  /// Where a word stands in `slots`, or the free place where it would.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
    while slots[slot] > 0 {
      let range = range(of: Int(slots[slot]) - 1)
      if range.count == word.count, bytes[range].elementsEqual(word) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { all in
      for number in ends.indices {
        let word = UnsafeBufferPointer(rebasing: all[range(of: number)])
        var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
        while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
      }
    }
  }

  /// FNV-1a, with its high bits folded in.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
