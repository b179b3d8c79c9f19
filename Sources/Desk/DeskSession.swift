/// An article on the desk: its pieces, what is doubted, and every step that was taken.
public struct DeskSession: Sendable {
  public private(set) var sheet: Sheet { didSet { finder = LostReferences.Finder() } }
  public let draft: Draft
  private var done: [Edit] = []
  private var undone: [Edit] = []
  private var nextID: Int
  private let matters: [Int: Matter]
  private var finder = LostReferences.Finder()

  /// Why a step cannot be taken.
  public enum Fault: String, Error, Sendable {
    /// The piece is no longer there: another desk has changed the article.
    case noPiece = "no-piece"
    /// There is nothing to be joined with, or nothing to part.
    case noPlace = "no-place"
    /// The action is not one of those that the desk knows.
    case unknown
  }

  public init(_ sheet: Sheet, draft: Draft) {
    self.sheet = sheet
    self.draft = draft
    nextID = (sheet.pieces.map(\.id).max() ?? 0) + 1
    matters = Dictionary(
      draft.matters.compactMap { matter in matter.lines.min().map { ($0, matter) } },
      uniquingKeysWith: { $0.weight >= $1.weight ? $0 : $1 })
  }

  /// Takes an article onto the desk: what is as it was converted keeps its lines and its doubts.
  public init(_ file: String, draft: Draft) {
    self.init(draft.base, draft: draft)
    guard file != sheet.text else { return }
    var maker = EditMaker(session: self, nextID: nextID)
    var whole = Action("whole")
    whole.text = file
    try? maker.make(whole)
    _ = sheet.apply(maker.edit)
    sheet.tail = Sheet(file).tail
    nextID = maker.nextID
  }

  /// Puts what was decided before into the sheet, as it was when the session began.
  ///
  /// - Parameter changes: pieces of the sheet, apart from one another, and the texts in their place.
  mutating func decide(_ changes: [(pieces: Range<Int>, texts: [String])], front: String) {
    for (range, texts) in changes.sorted(by: { $0.pieces.lowerBound > $1.pieces.lowerBound }) {
      let all = sheet.pieces[range]
      let old = all.filter { !$0.isPageBreak }
      let lines = Array(Set(old.flatMap(\.lines))).sorted()
      var fresh = texts.map { text in
        nextID += 1
        return Piece(id: nextID - 1, gap: "\n\n", text: text, lines: lines, isSettled: true)
      }
      for (index, piece) in zip(fresh.indices, old) {
        fresh[index].id = piece.id
        fresh[index].gap = piece.gap
        if old.count == fresh.count { fresh[index].lines = piece.lines }
      }
      // A printed page that begins between the pieces is kept, unless a text holds its mark now.
      if !texts.contains(where: { $0.contains("<!-- page") }) {
        fresh.insert(contentsOf: all.filter(\.isPageBreak), at: min(1, fresh.count))
      }
      sheet.pieces.replaceSubrange(range, with: fresh)
    }
    sheet.front = front
    if !sheet.pieces.contains(where: { weight(of: $0) >= Draft.doubtful }) {
      sheet.front = FrontText(front).published ?? front
    }
  }

  /// The notes that nothing in the text leads to.
  var lost: LostReferences { finder.references(in: sheet) }

  public var canUndo: Bool { !done.isEmpty }
  public var canRedo: Bool { !undone.isEmpty }
  /// How many steps stand.
  public var stepCount: Int { done.count }

  /// What is doubted of a piece.
  public func matters(of piece: Piece) -> [Matter] { piece.lines.compactMap { matters[$0] } }

  /// How likely it is that something is wrong with a piece, from 0 to 1.
  public func weight(of piece: Piece) -> Double { piece.isSettled ? 0 : doubt(of: piece) }

  /// The same, whether it is settled or not.
  public func doubt(of piece: Piece) -> Double {
    var weight = matters(of: piece).map(\.weight).max() ?? 0
    if !piece.checks.isEmpty { weight = max(weight, 0.5) }
    if !spots(of: piece).isEmpty || hasNoReference(piece) {
      weight = max(weight, Self.odd)
    }
    return weight
  }

  /// How likely a fault is where signs stand as sound text does not have them: of 25,000 words in 15
  /// sound papers one had a space missing at a sign, and none a falling range.
  private static let odd = 0.9

  /// Whether a piece is a note's definition to which nothing in the text leads.
  public func hasNoReference(_ piece: Piece) -> Bool { lost.withoutCandidate.contains(piece.id) }

  /// The places in a piece's words that print hardly has, with the numbers that may be lost marks.
  public func spots(of piece: Piece) -> [Spot] {
    let numbers = (lost.candidates[piece.id] ?? []).map {
      Spot(start: $0.range.lowerBound, end: $0.range.upperBound, kind: "lost-reference")
    }
    return (Spot.all(in: piece.words) + numbers).sorted { $0.start < $1.start }
  }

  /// Takes a step.
  ///
  /// - Returns: what it changes; `nil` where it changes nothing.
  /// - Throws: `Fault`.
  public mutating func perform(_ action: Action) throws(Fault) -> Edit? {
    switch action.name {
    case "undo":
      guard let edit = done.popLast() else { return nil }
      undone.append(edit)
      _ = sheet.apply(edit.inverse)
      return edit.inverse
    case "redo":
      guard let edit = undone.popLast() else { return nil }
      done.append(edit)
      _ = sheet.apply(edit)
      return edit
    default:
      var maker = EditMaker(session: self, nextID: nextID)
      try maker.make(action)
      guard !maker.edit.isEmpty, sheet.apply(maker.edit) else { return nil }
      nextID = maker.nextID
      done.append(maker.edit)
      undone = []
      return maker.edit
    }
  }

  /// Takes up a step that was taken before, as a journal keeps it.
  ///
  /// - Returns: whether it fits the sheet.
  public mutating func replay(_ step: JournalStep) -> Bool {
    switch step {
    case .edit(let edit):
      guard sheet.apply(edit) else { return false }
      done.append(edit)
      undone = []
      for splice in edit.splices {
        for piece in splice.inserted { nextID = max(nextID, piece.id + 1) }
      }
      return true
    case .undo:
      guard let edit = done.popLast() else { return false }
      undone.append(edit)
      return sheet.apply(edit.inverse)
    case .redo:
      guard let edit = undone.popLast() else { return false }
      done.append(edit)
      return sheet.apply(edit)
    }
  }
}

/// What a journal keeps of a step.
public enum JournalStep: Codable, Equatable, Sendable {
  case edit(Edit)
  case undo
  case redo
}

/// What an editor does: a name, and as much beside it as the name needs.
public struct Action: Codable, Equatable, Sendable {
  /// `text`, `take`, `kind`, `join`, `join-previous`, `part`, `move`, `remove`, `sound`, `insert`,
  /// `front`, `whole`, `abstract-to-text`, `undo`, `redo`.
  public var name: String
  /// The piece's identifier.
  public var piece: Int?
  /// Words of a piece, a value of the front matter, or a whole file.
  public var text: String?
  /// The kind that a piece becomes, by `PieceKind.name`, and a heading's level.
  public var kind: String?
  public var level: Int?
  /// Where a piece is parted: a place in its words, in UTF-16 units.
  public var offset: Int?
  /// Which of the readings is taken, counted from 0.
  public var reading: Int?
  /// Where words are chosen: the end of the place that `offset` begins, in UTF-16 units.
  public var end: Int?
  /// The key of front matter.
  public var field: String?
  /// How many places a piece moves down; negative for up.
  public var by: Int?

  public init(_ name: String, piece: Int? = nil) {
    self.name = name
    self.piece = piece
  }

  /// The place of the chosen words.
  public var choice: Range<Int>? {
    guard let offset, let end, offset < end, offset >= 0 else { return nil }
    return offset..<end
  }
}
