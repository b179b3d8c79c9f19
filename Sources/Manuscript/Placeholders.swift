extension String {
  /// The text with its placeholders, `{name}`, filled; one that has no value stands as it is.
  public func filling(_ value: (Substring) -> String?) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let start = rest.utf8.index(after: open)
      guard let close = rest.utf8[start...].firstIndex(of: UInt8(ascii: "}")) else { break }
      if let value = value(rest[start..<close]) {
        result += rest[..<open]
        result += value
        rest = rest[rest.utf8.index(after: close)...]
      } else {
        result += rest[..<start]
        rest = rest[start...]
      }
    }
    return result + rest
  }
}
