import Foundation

/// Makes an edit of an action.
struct EditMaker {
  private let session: DeskSession
  private(set) var edit: Edit
  private(set) var nextID: Int
  /// The sheet as the splices so far leave it.
  private var sheet: Sheet

  init(session: DeskSession, nextID: Int) {
    self.session = session
    self.nextID = nextID
    sheet = session.sheet
    edit = Edit("")
  }

  mutating func make(_ action: Action) throws(DeskSession.Fault) {
    try change(action)
    publishSettled()
  }

  private mutating func change(_ action: Action) throws(DeskSession.Fault) {
    edit.name = action.name
    if action.name == "whole" { return rewrite(action.text ?? "") }
    if action.name == "front" {
      return setFront(action.field ?? "", action.text ?? "")
    }
    if action.name == "abstract-to-text" { return try takeOutAbstract() }
    guard let id = action.piece, let index = sheet.index(of: id) else { throw .noPiece }
    let piece = sheet.pieces[index]
    switch action.name {
    case "text": setWords(Self.tidied(action.text ?? ""), piece, index)
    case "take":
      let readings = Readings(session, piece, choice: action.choice).all
      guard let number = action.reading, readings.indices.contains(number) else {
        throw .noPlace
      }
      try take(readings[number].effect, piece, index)
    case "kind": try setKind(action, piece, index)
    case "join": try join(index)
    case "join-previous": try join(previousText(before: index))
    case "part": try part(piece, index, at: action.offset ?? 0)
    case "move": try move(index, by: action.by ?? 0)
    case "remove": remove(piece, index)
    case "sound": replace(index, with: piece.settled)
    case "insert":
      let fresh = Piece(
        id: newID(), gap: "\n\n", text: Self.tidied(action.text ?? ""), isSettled: true)
      splice(index + 1, [], [fresh])
      regap(around: index + 1)
    default: throw .unknown
    }
  }

  /// A conversion is a draft until its last doubt is settled.
  private mutating func publishSettled() {
    guard !["front", "whole"].contains(edit.name),
      !sheet.pieces.contains(where: { session.weight(of: $0) >= Draft.doubtful }),
      let front = FrontText(sheet.front).published
    else { return }
    edit.front = Edit.Change(before: sheet.front, after: front)
    sheet.front = front
  }

  // MARK: - Steps

  private mutating func take(
    _ effect: Readings.Effect, _ piece: Piece, _ index: Int
  ) throws(DeskSession.Fault) {
    switch effect {
    case .words(let words):
      replace(index, with: piece.with(words: words).settled)
      settleAlike(piece.words, words)
    case .kind(let kind): setKind(kind, piece, index)
    case .joinNext: try join(index)
    case .joinPrevious: try join(previousText(before: index))
    case .part(let offset): try part(piece, index, at: offset)
    case .referenceInPrevious(let label):
      replace(index, with: piece.with(words: "[^\(label)]").settled)
      try join(previousText(before: index))
    }
  }

  /// Puts words in the place of a piece's; where they have an empty line, a new paragraph begins.
  private mutating func setWords(_ words: String, _ piece: Piece, _ index: Int) {
    guard piece.kind != .quotation, piece.kind != .other else {
      return replace(index, with: piece.with(words: words).settled)
    }
    let parts = words.split(separator: #/\n[ \t]*\n\s*/#).map { Self.tidied(String($0)) }
    replace(index, with: piece.with(words: parts.first ?? "").settled)
    settleAlike(piece.words, parts.first ?? "")
    guard parts.count > 1 else { return }
    let further = parts.dropFirst().map { text in
      Piece(
        id: newID(), gap: "\n\n", text: PieceKind.paragraph.marked(text), lines: piece.lines,
        isSettled: true)
    }
    splice(index + 1, [], further)
    for place in (index + 1)...(index + further.count) { regap(around: place) }
  }

  private mutating func setKind(
    _ action: Action, _ piece: Piece, _ index: Int
  ) throws(DeskSession.Fault) {
    switch action.kind {
    case "paragraph": setKind(.paragraph, piece, index)
    case "heading": setKind(.heading(min(6, max(2, action.level ?? 2))), piece, index)
    case "quotation": setKind(.quotation, piece, index)
    case "caption": setKind(.caption(""), piece, index)
    case "item":
      setKind(.item(nextMark(before: index, isNumbered: action.level == 1)), piece, index)
    case "note": makeNote(piece, index, label: action.text)
    case "abstract":
      setFront("abstract", piece.words)
      splice(index, [piece], [])
      regap(around: index)
    case "running-head": remove(piece, index)
    default: throw .unknown
    }
  }

  private mutating func setKind(_ kind: PieceKind, _ piece: Piece, _ index: Int) {
    var changed = piece.settled
    changed.text = kind.marked(piece.words)
    replace(index, with: changed)
    regap(around: index)
  }

  /// The abstract becomes the first paragraph of the text.
  private mutating func takeOutAbstract() throws(DeskSession.Fault) {
    guard let abstract = FrontText(sheet.front).fields["abstract"] else { throw .noPlace }
    setFront("abstract", "")
    let paragraphs = abstract.split(separator: "\n").map { text in
      Piece(
        id: newID(), gap: "\n\n", text: PieceKind.paragraph.marked(String(text)), isSettled: true)
    }
    splice(0, [], paragraphs)
    for place in 0...paragraphs.count { regap(around: place) }
  }

  /// The mark of an item: that which follows the item before, or the first.
  private func nextMark(before index: Int, isNumbered: Bool) -> String {
    if index > 0, case .item(let mark) = sheet.pieces[index - 1].kind {
      if let number = Int(mark.dropLast()) { return "\(number + 1)\(mark.suffix(1))" }
      return isNumbered ? "1." : mark
    }
    return isNumbered ? "1." : "-"
  }

  /// A note's definition stands among the others by its number.
  private mutating func makeNote(_ piece: Piece, _ index: Int, label: String?) {
    let wanted = label.flatMap { $0.isEmpty ? nil : $0 } ?? String(nextNote)
    var note = piece.settled
    note.text = PieceKind.note(wanted).marked(piece.words)
    splice(index, [piece], [])
    let place =
      sheet.pieces.firstIndex { ($0.noteNumber ?? 0) > (Int(wanted) ?? Int.max) }
      ?? sheet.pieces.lastIndex { $0.noteNumber != nil }.map { $0 + 1 } ?? sheet.pieces.count
    splice(place, [], [note])
    regap(around: place)
    regap(around: index)
  }

  /// The first number that a mark in the text leads to and no note has; else the one after the last.
  private var nextNote: Int {
    let defined = Set(sheet.pieces.compactMap(\.noteNumber))
    return sheet.pieces.flatMap(\.markedNotes).filter { !defined.contains($0) }.min()
      ?? (defined.max() ?? 0) + 1
  }

  /// The place of the last piece with words before a place, over page breaks.
  private func previousText(before index: Int) throws(DeskSession.Fault) -> Int {
    guard let previous = sheet.pieces[..<index].lastIndex(where: { !$0.isPageBreak }) else {
      throw .noPlace
    }
    return previous
  }

  /// Joins a piece with the next, page breaks between them inside the line.
  private mutating func join(_ index: Int) throws(DeskSession.Fault) {
    guard let next = sheet.pieces[(index + 1)...].firstIndex(where: { !$0.isPageBreak }) else {
      throw .noPlace
    }
    let (first, last) = (sheet.pieces[index], sheet.pieces[next])
    guard first.kind != .other, last.kind != .other else { throw .noPlace }
    let breaks = sheet.pieces[(index + 1)..<next].map(\.text).joined(separator: " ")
    let head = first.words
    let hyphen = head.last.map { "-־–".contains($0) } ?? false
    var joined = first.settled
    let isMark = breaks.isEmpty && last.words.hasPrefix("[^")
    joined.text = first.kind.marked(
      head + (hyphen || isMark ? "" : " ") + (breaks.isEmpty ? "" : breaks) + last.words)
    joined.lines = Self.union(first.lines, last.lines)
    splice(index, Array(sheet.pieces[index...next]), [joined])
    regap(around: index)
  }

  private mutating func part(
    _ piece: Piece, _ index: Int, at offset: Int
  ) throws(DeskSession.Fault) {
    let words = piece.words
    guard offset > 0, offset < words.utf16.count,
      let place = words.utf16.index(words.startIndex, offsetBy: offset, limitedBy: words.endIndex)?
        .samePosition(in: words)
    else { throw .noPlace }
    let head = Self.tidied(String(words[..<place]))
    let rest = Self.tidied(String(words[place...]))
    guard !head.isEmpty, !rest.isEmpty else { throw .noPlace }
    var first = piece.settled
    first.text = piece.kind.marked(head)
    var second = first
    second.id = newID()
    second.text =
      switch piece.kind {
      case .item(let mark):
        PieceKind.item(Int(mark.dropLast()).map { "\($0 + 1)\(mark.suffix(1))" } ?? mark)
          .marked(rest)
      case .quotation: PieceKind.quotation.marked(rest)
      default: PieceKind.paragraph.marked(rest)
      }
    splice(index, [piece], [first, second])
    regap(around: index + 1)
  }

  private mutating func move(_ index: Int, by distance: Int) throws(DeskSession.Fault) {
    let target = index + distance
    guard sheet.pieces.indices.contains(target), target != index else { throw .noPlace }
    let range = min(index, target)...max(index, target)
    var moved = Array(sheet.pieces[range])
    let piece = moved.remove(at: index - range.lowerBound).settled
    moved.insert(piece, at: target - range.lowerBound)
    splice(range.lowerBound, Array(sheet.pieces[range]), moved)
    for place in range { regap(around: place) }
  }

  /// Takes a running head out, and wherever it recurs with another page number.
  private mutating func remove(_ piece: Piece, _ index: Int) {
    let key = Self.key(piece.words)
    splice(index, [piece], [])
    regap(around: index)
    guard !key.isEmpty, key.count < 120 else { return }
    var place = sheet.pieces.count - 1
    while place >= 0 {
      let other = sheet.pieces[place]
      if !other.isSettled, other.kind != .other, Self.key(other.words) == key {
        splice(place, [other], [])
        regap(around: place)
      }
      place -= 1
    }
  }

  /// Where the same words were read wrongly, the same is meant.
  private mutating func settleAlike(_ before: String, _ after: String) {
    guard let change = WordChange(before, after), change.isTelling else { return }
    for (index, piece) in sheet.pieces.enumerated() where !piece.isSettled && piece.kind != .other {
      let words = piece.words
      guard words.contains(change.was) else { continue }
      replace(index, with: piece.with(words: words.replacing(change.was, with: change.now)).settled)
    }
  }

  private mutating func setFront(_ field: String, _ value: String) {
    guard let front = FrontText(sheet.front).setting(field, to: value), front != sheet.front else {
      return
    }
    edit.front = Edit.Change(before: sheet.front, after: front)
    sheet.front = front
  }

  /// Takes up a file as a whole: pieces that are the same stay what they are.
  private mutating func rewrite(_ text: String) {
    var wanted = Sheet(text, firstID: nextID)
    nextID += wanted.pieces.count
    let difference = wanted.pieces.map(\.text).difference(from: sheet.pieces.map(\.text))
    var kept = Array(repeating: true, count: sheet.pieces.count)
    var fresh = Array(repeating: false, count: wanted.pieces.count)
    for change in difference {
      switch change {
      case .remove(let offset, _, _): kept[offset] = false
      case .insert(let offset, _, _): fresh[offset] = true
      }
    }
    var old = sheet.pieces.indices.filter { kept[$0] }[...]
    var lost = lostPieces(kept, from: 0)
    for index in wanted.pieces.indices {
      if fresh[index] {
        // What stands in the place of a piece that is gone is that piece, changed.
        if let piece = lost.popFirst().map({ sheet.pieces[$0] }) {
          wanted.pieces[index].id = piece.id
          wanted.pieces[index].lines = piece.lines
        }
        wanted.pieces[index].isSettled = wanted.pieces[index].checks.isEmpty
        continue
      }
      guard let same = old.popFirst() else { continue }
      let piece = sheet.pieces[same]
      wanted.pieces[index].id = piece.id
      wanted.pieces[index].lines = piece.lines
      wanted.pieces[index].isSettled = piece.isSettled
      lost = lostPieces(kept, from: same + 1)
    }
    if wanted.front != sheet.front {
      edit.front = Edit.Change(before: sheet.front, after: wanted.front)
    }
    trimmedSplice(to: wanted.pieces)
  }

  private func lostPieces(_ kept: [Bool], from start: Int) -> ArraySlice<Int> {
    let end = kept[start...].firstIndex(of: true) ?? kept.count
    return Array(start..<end)[...]
  }

  /// One splice that leaves alone what is the same at both ends.
  private mutating func trimmedSplice(to wanted: [Piece]) {
    let now = sheet.pieces
    var head = 0
    while head < min(now.count, wanted.count), now[head] == wanted[head] { head += 1 }
    var end = 0
    while end < min(now.count, wanted.count) - head,
      now[now.count - 1 - end] == wanted[wanted.count - 1 - end]
    {
      end += 1
    }
    splice(
      head, Array(now[head..<(now.count - end)]), Array(wanted[head..<(wanted.count - end)]))
  }

  // MARK: - Splices

  private mutating func replace(_ index: Int, with piece: Piece) {
    guard sheet.pieces[index] != piece else { return }
    splice(index, [sheet.pieces[index]], [piece])
  }

  private mutating func splice(_ at: Int, _ removed: [Piece], _ inserted: [Piece]) {
    guard removed != inserted else { return }
    edit.splices.append(Edit.Splice(at: at, removed: removed, inserted: inserted))
    sheet.pieces.replaceSubrange(at..<(at + removed.count), with: inserted)
  }

  /// Items of one list, and notes, stand line under line; all else is parted by an empty line.
  private mutating func regap(around index: Int) {
    for place in [index, index + 1] where sheet.pieces.indices.contains(place) {
      var piece = sheet.pieces[place]
      if place == 0 {
        piece.gap = sheet.front.isEmpty ? "" : "\n"
      } else {
        piece.gap = sheet.pieces[place - 1].isTight(with: piece) ? "\n" : "\n\n"
      }
      replace(place, with: piece)
    }
  }

  private mutating func newID() -> Int {
    nextID += 1
    return nextID - 1
  }

  static func tidied(_ words: String) -> String {
    words.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func union(_ one: [Int], _ other: [Int]) -> [Int] {
    Array(Set(one + other)).sorted()
  }

  /// What a running head says beside its page number.
  private static func key(_ words: String) -> String {
    String(words.filter { $0.isLetter }).lowercased()
  }
}

extension Piece {
  /// Whether it is the mark of a printed page's beginning.
  public var isPageBreak: Bool { text.hasPrefix("<!-- page") }

  /// Whether the next piece stands on the line below.
  fileprivate func isTight(with next: Piece) -> Bool {
    switch (kind, next.kind) {
    case (.note, .note): return true
    case (.item(let one), .item(let other)):
      return (Int(one.dropLast()) == nil) == (Int(other.dropLast()) == nil)
    default: return false
    }
  }
}
