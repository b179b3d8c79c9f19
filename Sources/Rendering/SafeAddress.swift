/// The addresses that a page may lead to.
enum SafeAddress {
  /// The address of a link as it may stand in `href`; `nil` where its scheme is not `http`,
  /// `https`, `mailto` or `tel`, or cannot be told.
  ///
  /// Browsers drop tabs, line ends and leading controls before they read a scheme (WHATWG URL,
  /// "basic URL parser"), so `java\nscript:` is judged as they read it.
  static func link(_ address: String) -> String? {
    if isPlain(address), address.hasPrefix("https://") || address.hasPrefix("http://") {
      return address
    }
    let cleaned = String(
      String.UnicodeScalarView(
        address.unicodeScalars.filter { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }))
    guard let colon = cleaned.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return encoded(address)
    }
    let head = cleaned[..<colon]
    if head.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0x3F || $0 == 0x23 }) {
      return encoded(address)
    }
    return ["http", "https", "mailto", "tel"].contains(head.lowercased()) ? encoded(address) : nil
  }

  /// The address of a picture inside the article's folder; `nil` for any other.
  static func picture(_ source: String) -> String? {
    guard !source.isEmpty, !source.contains(":"), !source.contains("\\"), !source.hasPrefix("/"),
      !source.split(separator: "/").contains("..")
    else { return nil }
    return encoded(source)
  }

  /// Whether an address has nothing in it that must be encoded.
  private static func isPlain(_ address: String) -> Bool {
    address.utf8.allSatisfy { byte in
      byte > 0x20 && byte != 0x7F && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x5C
    }
  }

  /// Spaces and controls percent-encoded; the rest as it is written (an IRI may have any letter).
  private static func encoded(_ address: String) -> String? {
    if isPlain(address) { return address.isEmpty ? nil : address }
    let trimmed = address.trimmingPrefix { $0.isWhitespace }
    guard !trimmed.isEmpty else { return nil }
    var result = ""
    for scalar in trimmed.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: continue
      case 0x00...0x20, 0x7F:
        result +=
          "%" + (scalar.value < 16 ? "0" : "")
          + String(scalar.value, radix: 16, uppercase: true)
      case 0x22: result += "%22"
      case 0x3C: result += "%3C"
      case 0x3E: result += "%3E"
      case 0x5C: result += "%5C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
