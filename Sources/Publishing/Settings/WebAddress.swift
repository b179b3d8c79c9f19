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

/// Tags of languages.
public enum LanguageTag {
  /// Whether a text has the form of a BCP 47 tag: `he`, `ar`, `zh-Hant`, `en-GB`.
  public static func isWellFormed(_ tag: String) -> Bool {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 && $0 >= 65 })
    else { return false }
    return subtags.dropFirst().allSatisfy { subtag in
      (1...8).contains(subtag.utf8.count)
        && subtag.unicodeScalars.allSatisfy {
          $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
    }
  }
}
