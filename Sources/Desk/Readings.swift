/// The readings of a piece that an editor may take with one key, the likelier first.
public struct Readings {
  public let all: [Offer]

  /// How many keys there are.
  public static let limit = 5

  /// What a reading changes.
  public enum Effect: Equatable, Sendable {
    case words(String)
    case kind(PieceKind)
    case joinNext
    case joinPrevious
    /// Two pieces, the second from a place in the words on, in UTF-16 units.
    case part(Int)
    /// The piece is nothing but the number of a note: it becomes its mark at the end of the piece before.
    case referenceInPrevious(String)
  }

  /// A reading with what speaks for it.
  public struct Offer: Equatable, Sendable {
    public var effect: Effect
    /// What is done, for the interface: `words`, `heading`, `caption`, `join-next`.
    public var name: String
    public var evidence: [String]
    /// How likely it is, from 0 to 1, where that is known.
    public var probability: Double?
  }

  /// - Parameter choice: the words that are chosen, in UTF-16 units.
  public init(_ session: DeskSession, _ piece: Piece, choice: Range<Int>? = nil) {
    let matters = session.matters(of: piece)
    let words = piece.words
    let kinds = Set(matters.flatMap(\.kinds))
    var offers: [Offer] = []
    for alternative in matters.flatMap(\.alternatives) where words.contains(alternative.was) {
      offers.append(
        Offer(
          effect: .words(words.replacing(alternative.was, with: alternative.now)), name: "words",
          evidence: alternative.evidence, probability: alternative.probability))
    }
    offers += Self.references(session, piece, words)
    if let choice {
      offers += ChosenWords(words, choice).readings.map {
        Offer(effect: .words($0.words), name: $0.name, evidence: [])
      }
    }
    if let placing = SignPlacing(words, around: Spots.all(in: words)) {
      offers += placing.readings(2).filter { $0 != words }.map {
        Offer(effect: .words($0), name: "signs", evidence: [])
      }
    }
    let order = Self.orders(of: piece, words)
    let isOrderDoubted = !kinds.isDisjoint(with: ["word-order", "moved-run", "citation-order"])
    if isOrderDoubted { offers += order }
    offers += Self.kinds(of: piece)
    if matters.contains(where: \.joinsNext) || kinds.contains("paragraph-end") {
      offers.insert(
        Offer(effect: .joinNext, name: "join-next", evidence: []), at: min(1, offers.count))
    }
    if !isOrderDoubted { offers += order }
    var seen: Set<String> = []
    all = offers.filter { seen.insert("\($0.effect)").inserted }.prefix(Self.limit).map { $0 }
  }

  /// The numbers that may be marks of notes, as such.
  private static func references(
    _ session: DeskSession, _ piece: Piece, _ words: String
  ) -> [Offer] {
    (session.lost.candidates[piece.id] ?? []).flatMap { candidate -> [Offer] in
      if candidate.range == 0..<words.utf16.count {
        return [
          Offer(
            effect: .referenceInPrevious(candidate.label), name: "note-mark",
            evidence: ["lost-reference"])
        ]
      }
      return LostReferences.readings(words, candidate).map {
        Offer(effect: .words($0), name: "note-mark", evidence: ["lost-reference"])
      }
    }
  }

  /// What else a piece may be.
  private static func kinds(of piece: Piece) -> [Offer] {
    let kinds: [(PieceKind, String)] =
      switch piece.kind {
      case .heading(let level):
        [
          (.caption(""), "caption"), (.heading(level == 2 ? 3 : 2), "heading"),
          (.paragraph, "paragraph"),
        ]
      case .paragraph where piece.words.count < 160:
        [(.heading(2), "heading"), (.caption(""), "caption"), (.item("-"), "item")]
      case .caption: [(.heading(2), "heading"), (.paragraph, "paragraph")]
      case .item: [(.paragraph, "paragraph")]
      case .quotation: [(.paragraph, "paragraph")]
      default: []
      }
    return kinds.map { Offer(effect: .kind($0), name: $1, evidence: []) }
  }

  /// The words of the first clause turned by one: a piece at an end of a line goes to the other end.
  private static func orders(of piece: Piece, _ words: String) -> [Offer] {
    switch piece.kind {
    case .note, .paragraph, .item, .heading, .caption: break
    default: return []
    }
    let signs = [" - ", " – ", ": ", "; ", " <"]
    guard words.count < 400,
      let end = signs.compactMap({ words.range(of: $0)?.lowerBound }).min()
    else { return [] }
    let clause = words[..<end].split(separator: " ")
    guard (2...8).contains(clause.count) else { return [] }
    let rest = words[end...]
    let turned = [
      clause.dropFirst() + clause.prefix(1), clause.suffix(1) + clause.dropLast(),
    ]
    return turned.map {
      Offer(effect: .words($0.joined(separator: " ") + rest), name: "order", evidence: [])
    }
  }
}
