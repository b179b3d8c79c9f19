import Orthography

/// Reads the numbers and texts of an index file's content, front to back.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private let path: String

  /// - Parameters:
  ///   - path: the file, for faults.
  ///   - start: where to begin.
  init(_ bytes: [UInt8], path: String, from start: Int = 0) {
    self.bytes = bytes
    self.path = path
    offset = start
  }

  var isAtEnd: Bool { offset >= bytes.count }

  mutating func byte() throws -> UInt8 {
    guard offset < bytes.count else { throw IndexFault.damaged(path) }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func varint() throws -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = try byte()
      guard shift < 56 else { throw IndexFault.damaged(path) }
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(number) }
      shift += 7
    }
  }

  /// Bytes after a length.
  mutating func data() throws -> ArraySlice<UInt8> { try take(varint()) }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw IndexFault.damaged(path) }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  /// Where bytes after a length stand, which are passed over.
  mutating func dataRange() throws -> Range<Int> {
    let count = try varint()
    let start = offset
    try skip(count)
    return start..<offset
  }

  mutating func text() throws -> String { String(decoding: try data(), as: UTF8.self) }

  /// A text in the form of `CompactText`.
  mutating func compactText() throws -> String { try CompactText.text(of: data(), path: path) }

  mutating func skip(_ count: Int) throws {
    guard count >= 0, count <= bytes.count - offset else { throw IndexFault.damaged(path) }
    offset += count
  }

  /// Eight bytes, the highest first.
  mutating func hash() throws -> UInt64 {
    try take(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A list after its count.
  mutating func list<Element>(_ element: (inout ByteReader) throws -> Element) throws -> [Element] {
    let count = try varint()
    var list: [Element] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }
}

extension [UInt8] {
  /// Appends a length and the text's UTF-8.
  mutating func appendText(_ text: String) {
    appendVarint(text.utf8.count)
    append(contentsOf: text.utf8)
  }

  /// Appends a length and the text in the form of `CompactText`.
  mutating func appendCompact(_ text: String) {
    let bytes = CompactText.bytes(of: text)
    appendVarint(bytes.count)
    append(contentsOf: bytes)
  }

  /// Appends eight bytes, the highest first.
  mutating func appendHash(_ hash: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: hash >> UInt64(shift)))
    }
  }

  /// Appends a length and the bytes.
  mutating func appendData(_ data: [UInt8]) {
    appendVarint(data.count)
    append(contentsOf: data)
  }

  /// Appends rising numbers: their count, and each less the one before it.
  mutating func appendRising(_ numbers: some Collection<Int>) {
    var previous = 0
    appendList(numbers) { number, bytes in
      bytes.appendVarint(number - previous)
      previous = number
    }
  }

  /// Appends a count and the elements.
  mutating func appendList<Value>(
    _ list: some Collection<Value>, _ element: (Value, inout [UInt8]) -> Void
  ) {
    appendVarint(list.count)
    for value in list { element(value, &self) }
  }
}
