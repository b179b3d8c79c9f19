/// Tags of languages (BCP 47).
public enum LanguageTag {
  /// A tag is at most this long in bytes, the length that RFC 5646 (section 4.4.1) asks programs to
  /// make room for.
  public static let maximumLength = 35

  /// Whether a text has the form of a tag that browsers take: `he`, `ar`, `zh-Hant`, `en-GB`.
  ///
  /// The form is that of Unicode locale identifiers (UTS 35, `unicode_bcp47_locale_id`): a language
  /// of two or three letters, script, region, variants, extensions and private use. It cannot hold
  /// a slash, a dot or a space, so that a tag is also a safe name of a folder.
  public static func isWellFormed(_ tag: String) -> Bool {
    guard tag.utf8.count <= maximumLength else { return false }
    var subtags = tag.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)[...]
    guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }),
      let language = subtags.popFirst(), (2...3).contains(language.count),
      language.allSatisfy(isLetter)
    else { return false }
    if let script = subtags.first, script.count == 4, script.allSatisfy(isLetter) {
      subtags.removeFirst()
    }
    if let region = subtags.first,
      region.count == 2 && region.allSatisfy(isLetter)
        || region.count == 3 && region.allSatisfy(isDigit)
    {
      subtags.removeFirst()
    }
    var seen: Set<String> = []
    while let variant = subtags.first,
      variant.count >= 5 || variant.count == 4 && isDigit(variant[variant.startIndex])
    {
      guard seen.insert(lowercased(variant)).inserted else { return false }
      subtags.removeFirst()
    }
    while let singleton = subtags.popFirst() {
      guard singleton.count == 1, seen.insert(lowercased(singleton)).inserted else { return false }
      let isPrivate = lowercased(singleton) == "x"
      let values = subtags.prefix { isPrivate || $0.count > 1 }
      guard !values.isEmpty else { return false }
      subtags.removeFirst(values.count)
    }
    return true
  }

  private static func lowercased(_ subtag: Substring.UTF8View) -> String {
    String(Substring(subtag)).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
