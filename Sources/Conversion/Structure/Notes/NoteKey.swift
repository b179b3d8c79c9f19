/// What leads to a note: the mark that print has for it, and where that can stand.
struct NoteKey: Equatable, Sendable {
  /// The note's label in the article.
  var label: Int
  /// The number of its mark, or the sign's (`NoteSign`).
  var printed: Int
  /// The page at whose foot the note stands, where that says on which page the mark is.
  var page: Int?
  /// Whether the note itself is there, and not only its number between two others.
  var isFound = true

  /// Whether the mark is another than the label, so that it is no part of the article.
  var isRelabelled: Bool { label != printed || NoteSign.isSign(printed) }

  /// The keys of a paper's notes in order; where they are counted through the paper, with those that
  /// may have been lost.
  static func keys(of notes: [NoteZones.RawNote], plan: NotePlan?) -> [NoteKey] {
    let found = notes.compactMap { note in
      note.label.map {
        NoteKey(
          label: $0, printed: note.printed ?? $0,
          page: plan.map { $0.place == .end } ?? true ? nil : note.page)
      }
    }
    return found
  }

  /// The signs of the notes that have one, by label.
  static func signs(_ keys: [NoteKey]) -> [Int: String] {
    keys.reduce(into: [:]) { signs, key in
      if NoteSign.isSign(key.printed) { signs[key.label] = NoteSign.text(of: key.printed) }
    }
  }

  /// The keys of a paper that counts its notes through, the lost ones and a few behind the last
  /// filled in.
  static func withLost(_ keys: [NoteKey]) -> [NoteKey] {
    guard !keys.contains(where: \.isRelabelled), let highest = keys.map(\.label).max() else {
      return keys
    }
    let labels = Set(keys.map(\.label))
    return (1...(highest + 3)).map {
      NoteKey(label: $0, printed: $0, page: nil, isFound: labels.contains($0))
    }
  }
}
