/// A part of an article's text that an editor handles as one: a heading, a paragraph, an item of a
/// list, a note's definition, a table.
public struct Piece: Codable, Equatable, Sendable {
  /// Tells the piece from the others of a session; it stays while the piece is changed.
  public var id: Int
  /// The empty lines and line breaks between the piece before and this one.
  public var gap: String
  /// The Markdown as it stands in the file, without a line break at its end.
  public var text: String
  /// The numbers of the source's lines that it was made of; empty where nothing is known of them.
  public var lines: [Int] = []
  /// Whether an editor has looked at it and found it right, or made it so.
  public var isSettled = false

  public init(id: Int, gap: String, text: String, lines: [Int] = [], isSettled: Bool = false) {
    self.id = id
    self.gap = gap
    self.text = text
    self.lines = lines
    self.isSettled = isSettled
  }
}

extension Piece {
  /// What the piece is, by the marks that it begins with.
  public var kind: PieceKind { PieceKind(of: text) }

  /// The words, without the marks of the piece's kind and without `check:` comments.
  public var words: String { kind.words(of: Piece.withoutChecks(text)) }

  /// The texts of the `<!-- check: … -->` comments.
  public var checks: [String] {
    text.matches(of: #/<!--\s*check:\s*(.*?)\s*-->/#).map { String($0.output.1) }
  }

  /// The number of a note's definition; `nil` for other pieces, and for notes with other labels.
  var noteNumber: Int? {
    if case .note(let label) = kind { Int(label) } else { nil }
  }

  /// The numbers of the notes to which marks in the words lead.
  var markedNotes: [Int] {
    // Most pieces have no mark, and a search by bytes says so.
    guard text.utf8.contains(UInt8(ascii: "^")) else { return [] }
    return words.matches(of: #/\[\^(\d{1,4})\]/#).compactMap { Int($0.output.1) }
  }

  /// A text without its `check:` comments and the spaces beside them.
  static func withoutChecks(_ text: String) -> String {
    guard text.contains("<!--") else { return text }
    return text.replacing(#/\ ?<!--\s*check:.*?-->/#, with: "")
  }

  /// The piece with other words, of the same kind; its doubts are settled by it.
  func with(words: String) -> Piece {
    var piece = self
    piece.text = kind.marked(words)
    return piece
  }

  /// The piece with nothing left to be checked.
  var settled: Piece {
    var piece = self
    piece.text = Piece.withoutChecks(text)
    piece.isSettled = true
    return piece
  }
}
