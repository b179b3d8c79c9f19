/// Puts the texts of notes together: lines joined, lost ones named, stray ends given to the note
/// that they most likely belong to.
struct NoteTexts {
  private(set) var notes: [NoteText] = []

  /// - Parameters:
  ///   - raw: the notes as they stand at the pages' feet, their lines repaired.
  ///   - marks: the labels of the marks in the text, in order.
  init(raw: [NoteZones.RawNote], marks: [Int]) {
    var known = Set(raw.compactMap(\.label))
    var labelled: [NoteZones.RawNote] = []
    var doubts: [Int: [Doubt]] = [:]
    for (index, note) in raw.enumerated() {
      guard note.label == nil else {
        labelled.append(note)
        continue
      }
      // The end of a note that is lost: the one before the next note where that is missing, else
      // the first missing one after the note before.
      let before = raw[..<index].last { $0.label != nil }?.label
      let after = raw[(index + 1)...].first { $0.label != nil && $0.page == note.page }?.label
      var home: Int?
      if let after, after > 1, !known.contains(after - 1) { home = after - 1 }
      if home == nil, let before, !known.contains(before + 1), marks.contains(before + 1) {
        home = before + 1
      }
      if let home {
        labelled.append(NoteZones.RawNote(label: home, lines: note.lines, page: note.page))
        known.insert(home)
        doubts[home] = [.orphanNote]
      } else if !labelled.isEmpty {
        labelled[labelled.count - 1].lines += note.lines
      } else {
        labelled.append(NoteZones.RawNote(label: after ?? 1, lines: note.lines, page: note.page))
      }
    }
    var positions: [Int: Int] = [:]
    for note in labelled {
      guard let label = note.label else { continue }
      var pageIndex = 0
      let lines = note.lines.map { line in
        var line = line
        line.startsPage = false
        return line
      }
      let text = LineJoining.join(lines.filter { !$0.text.isEmpty }, pageIndex: &pageIndex)
      var found = lines.compactMap(\.doubt) + (doubts[label] ?? [])
      if TurnedBrackets.unpaired(text) > 0 { found.append(.unpairedBrackets) }
      if let position = positions[label] {
        // Two notes with one number: the text is kept with the first.
        notes[position].text += [" "] + text
        notes[position].sourceLines += lines.flatMap(\.sourceNumbers)
        notes[position].doubts.append(.repeatedNumber)
      } else {
        positions[label] = notes.count
        notes.append(
          NoteText(
            label: label, text: text, sourceLines: lines.flatMap(\.sourceNumbers),
            doubts: Self.once(found)))
      }
    }
    for label in Set(marks) where positions[label] == nil {
      notes.append(NoteText(label: label, text: [], sourceLines: [], isMissing: true))
    }
    notes.sort { $0.label < $1.label }
  }

  private static func once(_ doubts: [Doubt]) -> [Doubt] {
    doubts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
