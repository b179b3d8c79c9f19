/// A short name for everything that a page or another output is made from: 64 bits, mixed eight
/// bytes at a time by folded multiplication (as in wyhash). Equal inputs have equal keys; it guards
/// against nothing else.
struct BuildKey {
  private(set) var value: UInt64 = 0x2d35_8dcc_aa6c_78a5

  private mutating func mix(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x8bb8_4b93_962e_acc9)
    value = product.high ^ product.low ^ 0x9e37_79b9_7f4a_7c15
  }

  mutating func add(_ number: UInt64) { mix(number) }
  mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }
  mutating func add(_ flag: Bool) { mix(flag ? 1 : 2) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  mutating func add(orNone text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  mutating func add(_ facts: Files.Facts?) {
    guard let facts else { return add(false) }
    for number in [facts.size, facts.modified] { add(number) }
    add(UInt64(facts.inode))
    add(facts.kind == .file)
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var rest: UInt64 = 0
    for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
    mix(rest)
  }
}
