/// Checks that bytes are UTF-8.
enum TextEncoding {
  /// The place of the first byte that is not UTF-8; `nil` where all are.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\n"):
        line += 1
        column = 1
      case .scalarValue: column += 1
      case .emptyInput: return nil
      case .error: return SourcePosition(line: line, column: column)
      }
    }
  }
}
