import Manuscript

/// Writes what a build records for the next one, as bytes.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func key(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func data(_ value: [UInt8]) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func text(orNone value: String?) { optional(value) { $0.text($1) } }

  mutating func list<Values: Collection>(
    _ values: Values, _ write: (inout RecordWriter, Values.Element) -> Void
  ) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads what a build before has recorded.
struct RecordReader {
  /// The bytes are not what a build wrote.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    position += 1
    return bytes[position - 1]
  }

  mutating func number() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
      guard shift < 64 else { throw Damage() }
    }
  }

  mutating func key() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(try byte()) << shift }
    return value
  }

  mutating func flag() throws(Damage) -> Bool { try byte() == 1 }

  private mutating func range() throws(Damage) -> Range<Int> {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    position += count
    return (position - count)..<position
  }

  mutating func text() throws(Damage) -> String {
    String(decoding: bytes[try range()], as: UTF8.self)
  }

  mutating func data() throws(Damage) -> [UInt8] { Array(bytes[try range()]) }

  mutating func optional<Value>(
    _ read: (inout RecordReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func textOrNone() throws(Damage) -> String? {
    try optional { (reader) throws(Damage) in try reader.text() }
  }

  mutating func list<Value>(
    _ read: (inout RecordReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try number()
    // Every value takes a byte at least.
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func texts() throws(Damage) -> [String] {
    try list { (reader) throws(Damage) in try reader.text() }
  }
}
