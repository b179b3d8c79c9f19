/// A font as glyphs refer to it.
public struct PDFFontStyle: Equatable, Sendable {
  /// The PostScript name without a subset's prefix; a name of its own where the file gives none.
  public var name: String
  public var isBold: Bool
  public var isItalic: Bool
  /// Whether the file gives the font no name (Type 3 fonts): boldness must be told by widths.
  public var isNameless: Bool

  public init(
    name: String, isBold: Bool = false, isItalic: Bool = false, isNameless: Bool = false
  ) {
    (self.name, self.isBold, self.isItalic) = (name, isBold, isItalic)
    self.isNameless = isNameless
  }
}

enum FontNames {
  /// `ABCDEF+Name` without its prefix (9.9.2).
  static func withoutPrefix(_ name: String) -> String {
    let parts = name.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 6, parts[0].allSatisfy(\.isUppercase) else {
      return name
    }
    return String(parts[1])
  }

  static func isBold(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["bold", "black", "heavy", "demi", "-bd", ",b"].contains { name.contains($0) }
  }

  static func isItalic(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["ital", "obliq", "slant"].contains { name.contains($0) }
  }
}
