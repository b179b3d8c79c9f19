/// What a piece of an article is, by the marks of annotated Markdown that it begins with.
public enum PieceKind: Codable, Equatable, Sendable {
  case paragraph
  case heading(Int)
  /// An item of a list with its mark as written: `-`, `1.`, `1)`.
  case item(String)
  case quotation
  /// The words under a picture; the picture's file where there is one.
  case caption(String)
  /// A note's definition, with its label.
  case note(String)
  /// What has no words to set otherwise: page breaks, tables, code, rules.
  case other

  init(of text: String) {
    self = .paragraph
    guard let first = text.utf8.first else { return }
    switch first {
    case UInt8(ascii: "#"):
      if let match = text.prefixMatch(of: #/(#{1,6})[ \t]+/#) {
        self = .heading(match.output.1.count)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let match = text.prefixMatch(of: #/(\d{1,9}[.)])(?:[ \t]+|$)/#) {
        self = .item(String(match.output.1))
      }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
      if let match = text.prefixMatch(of: #/([-*+])(?:[ \t]+|$)/#) {
        self = .item(String(match.output.1))
      } else if ["---", "___", "***"].contains(text) {
        self = .other
      }
    case UInt8(ascii: ">"): self = .quotation
    case UInt8(ascii: "["):
      if let match = text.prefixMatch(of: #/\[\^([^\]\s]+)\]:[ \t]*/#) {
        self = .note(String(match.output.1))
      }
    case UInt8(ascii: "!"):
      if let match = Piece.withoutChecks(text).wholeMatch(of: #/!\[[^\n]*\]\(([^)\n]*)\)/#) {
        self = .caption(String(match.output.1))
      }
    default:
      if ["<!--", "|", "```", "~~~", ":::", "$$"].contains(where: text.hasPrefix) { self = .other }
    }
  }

  /// A name for the interface: `heading`, `item`.
  public var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .item: "item"
    case .quotation: "quotation"
    case .caption: "caption"
    case .note: "note"
    case .other: "other"
    }
  }

  /// The words of a text of this kind, its marks taken off.
  func words(of text: String) -> String {
    switch self {
    case .paragraph, .other: text
    case .heading: String(text.trimmingPrefix(#/#{1,6}[ \t]+/#))
    case .item: String(text.trimmingPrefix(#/(?:[-*+]|\d{1,9}[.)])[ \t]*/#))
    case .note: String(text.trimmingPrefix(#/\[\^[^\]\s]+\]:[ \t]*/#))
    case .caption(let file): String(text.dropFirst(2).dropLast(file.count + 3))
    case .quotation:
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.trimmingPrefix(#/>[ ]?/#) }.joined(separator: "\n")
    }
  }

  /// The text of a piece of this kind with these words.
  func marked(_ words: String) -> String {
    switch self {
    case .other: return words
    case .paragraph: return Self.escaped(words)
    case .heading(let level):
      return String(repeating: "#", count: level) + " " + Self.oneLine(words)
    case .item(let mark): return mark + " " + words
    case .note(let label): return "[^\(label)]: " + words
    case .caption(let file): return "![\(Self.oneLine(words))](\(file))"
    case .quotation:
      return words.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    }
  }

  private static func oneLine(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A paragraph that would be read as something else gets a backslash before its first sign.
  private static func escaped(_ words: String) -> String {
    guard PieceKind(of: words) != .paragraph else { return words }
    if let match = words.prefixMatch(of: #/(\d{1,9})([.)].*)/#.dotMatchesNewlines()) {
      return match.output.1 + "\\" + match.output.2
    }
    // Comments and pictures are what they are; only marks of blocks are taken literally.
    return words.prefixMatch(of: #/(?:[-*+][ \t]|#|>|\|)/#) == nil ? words : "\\" + words
  }
}
