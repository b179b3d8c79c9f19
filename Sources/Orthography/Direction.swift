/// The base direction of a text or a block.
public enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction in which a language is written, by its BCP 47 tag: the script subtag where there
  /// is one, else the language's usual script.
  public init(language: String) {
    if let known = Self.ofRecords[language] {
      self = known
    } else {
      self.init(tag: language)
    }
  }

  /// The directions of the records' own tags, by which most texts ask.
  private static let ofRecords = Dictionary(
    Languages.all.map { ($0.tag, Direction(tag: $0.tag)) }, uniquingKeysWith: { _, last in last })

  private init(tag language: String) {
    let subtags = language.lowercased().split(separator: "-")
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      self = Self.rightToLeftScripts.contains(String(script)) ? .rightToLeft : .leftToRight
    } else if ["syr", "dv", "arc"].contains(subtags.first ?? "") {
      self = .rightToLeft
    } else {
      self = Languages.script(of: language).direction
    }
  }

  /// The other direction.
  public var opposite: Direction { self == .leftToRight ? .rightToLeft : .leftToRight }

  private static let rightToLeftScripts: Set<String> = ["hebr", "arab", "syrc", "thaa", "nkoo"]
}
