/// Addresses that come from settings and front matter.
enum WebAddress {
  /// Whether an address may be put into a link: `http`, `https`, `mailto`, or a relative one.
  ///
  /// Browsers drop tabs, line ends and leading controls before they read a scheme (WHATWG URL,
  /// “basic URL parser”), so an address with any of these is refused.
  static func isSafe(_ address: String) -> Bool {
    guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
      return false
    }
    let beforePath = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard beforePath.contains(":") else { return true }
    let scheme = beforePath.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto"].contains(scheme)
  }
}
