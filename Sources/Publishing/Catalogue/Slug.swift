import Exporting

/// Names as they stand in addresses. Hebrew and Arabic letters may stand in them.
public enum Slug {
  /// An address of a text: letters and digits of any script, everything else as one hyphen; Latin
  /// letters small; points, vowel signs and tatweel left out. `+` and `#` right behind a letter are
  /// words, for C, C++ and C# are three things.
  ///
  /// Two texts that differ in nothing else are thought the same. Where no letter or digit is left
  /// the code points stand for the text.
  public static func make(of text: String) -> String {
    var slug = ""
    var isGap = false
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
        if isGap, !slug.isEmpty { slug += "-" }
        isGap = false
        slug.unicodeScalars.append(scalar)
      case .nonspacingMark, .enclosingMark, .format, .modifierLetter: continue
      case .mathSymbol where scalar == "+" && !isGap && !slug.isEmpty: slug += "-plus"
      case .otherPunctuation where scalar == "#" && !isGap && !slug.isEmpty: slug += "-sharp"
      default:
        // Geresh, gershayim, apostrophes and quotation marks stand inside words.
        if ["'", "\"", "\u{2019}", "\u{05F3}", "\u{05F4}", "\u{201D}"].contains(scalar) {
          continue
        }
        isGap = true
      }
    }
    if slug.isEmpty {
      slug = text.unicodeScalars.prefix(12).map { String($0.value, radix: 16) }
        .joined(separator: "-")
    }
    return shortened(slug.isEmpty ? "0" : slug)
  }

  /// Whether a text can be an article's address as it stands: no white space, nothing that has a
  /// meaning in addresses or paths, not hidden, at most 200 bytes.
  public static func isAddress(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first != ".", first != "-",
      text.utf8.count <= 200
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      if ["-", "_", ".", "~", "\u{05BE}"].contains(scalar) { return true }
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .decimalNumber, .nonspacingMark, .spacingMark:
        return true
      default: return false
      }
    }
  }

  /// A path as it stands in an address: letters other than ASCII and signs percent-encoded
  /// (RFC 3986), slashes kept.
  public static func percentEncoded(_ path: String) -> String { PercentEncoding.path(path) }

  /// File systems take 255 bytes in a name; a longer slug ends in a hash of the whole.
  private static func shortened(_ slug: String) -> String {
    let limit = 120
    guard slug.utf8.count > limit else { return slug }
    var prefix = ""
    for scalar in slug.unicodeScalars {
      if prefix.utf8.count + String(scalar).utf8.count > limit { break }
      prefix.unicodeScalars.append(scalar)
    }
    return prefix + "-" + ContentHash.hexadecimal(of: slug.utf8)
  }
}
