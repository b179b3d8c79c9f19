extension Tokens {
  /// The end of the web or mail address or the DOI that begins at a byte; `nil` where none does.
  ///
  /// An address is what a browser's address line would take: `https://…`, `www.…`, `name@host.tld`,
  /// `doi:10.…` or `10.1234/…`; it ends before a space, a Hebrew or Arabic letter, and before the
  /// punctuation that closes the sentence or the bracket round it.
  static func addressEnd(_ bytes: [UInt8], _ index: Int, previous: Token.Kind?) -> Int? {
    if let previous, previous == .latin || previous == .digits { return nil }
    switch bytes[index] | 0x20 {
    case UInt8(ascii: "h"), UInt8(ascii: "w"), UInt8(ascii: "d"), UInt8(ascii: "f"):
      for prefix in prefixes where begins(bytes, index, prefix) {
        return end(bytes, index, longerThan: prefix.count)
      }
      return mailEnd(bytes, index)
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return mailEnd(bytes, index)
    case UInt8(ascii: "1") where begins(bytes, index, doi):
      var slash = index + doi.count
      while slash < bytes.count, (48...57).contains(bytes[slash]) { slash += 1 }
      guard slash - index >= doi.count + 4, slash < bytes.count, bytes[slash] == UInt8(ascii: "/")
      else { return nil }
      return end(bytes, index, longerThan: slash + 1 - index)
    default: return nil
    }
  }

  private static let doi = Array("10.".utf8)
  private static let prefixes = ["https://", "http://", "www.", "doi:10.", "doi.org/", "ftp://"]
    .map { Array($0.utf8) }

  private static func begins(_ bytes: [UInt8], _ index: Int, _ prefix: [UInt8]) -> Bool {
    guard index + prefix.count < bytes.count else { return false }
    for (offset, byte) in prefix.enumerated() {
      let there = bytes[index + offset]
      let folded = (65...90).contains(there) ? there | 0x20 : there
      if folded != byte { return false }
    }
    return true
  }

  /// The end of a run of address characters, without the punctuation after it and without closing
  /// brackets that were not opened in it.
  private static func end(_ bytes: [UInt8], _ start: Int, longerThan minimum: Int) -> Int? {
    var end = start
    var open = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20 || byte >= 0x80 || [0x22, 0x3C, 0x3E, 0x5C, 0x7F].contains(byte) { break }
      if byte == UInt8(ascii: "(") { open += 1 }
      if byte == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      if byte == UInt8(ascii: "]") { break }
      end += 1
    }
    while end > start, ".,;:!?'".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end - start > minimum ? end : nil
  }

  private static func mailEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    func isName(_ byte: UInt8) -> Bool {
      switch byte {
      case 48...57, 65...90, 97...122, 0x2E, 0x2D, 0x5F, 0x2B: true
      default: false
      }
    }
    var index = start
    // A mailbox's name and its host have no more bytes (RFC 5321, 4.5.3.1).
    let nameEnd = min(bytes.count, start + 65)
    while index < nameEnd, isName(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "@") else { return nil }
    let host = index + 1
    index = host
    let hostEnd = min(bytes.count, host + 255)
    while index < hostEnd, isName(bytes[index]), bytes[index] != 0x5F, bytes[index] != 0x2B {
      index += 1
    }
    while index > host, bytes[index - 1] == 0x2E || bytes[index - 1] == 0x2D { index -= 1 }
    return bytes[host..<index].contains(UInt8(ascii: ".")) ? index : nil
  }
}
