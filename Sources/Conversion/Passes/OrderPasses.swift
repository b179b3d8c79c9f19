/// Takes out of words what only stretches them.
struct UnstretchLetters: Pass {
  static let name = "unstretch-letters"

  func applies(to profile: SourceProfile) -> Bool { profile.order != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let stretched = StretchedLetters(pages: document.pages)
    document.pages = stretched.pages
    document.removals += stretched.removals
  }
}

/// Puts the signs of each line into the order in which they are read.
struct RestoreOrder: Pass {
  static let name = "restore-order"

  func applies(to profile: SourceProfile) -> Bool { profile.order == .absent }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let ordered = LineOrder(lexicon: knowledge.lexicon).restore(document.pages)
    document.repairs += RepairRecord.records(of: ordered, source: document.source)
    document.pages = ordered.pages
    document.families = ordered.families
    document.segmented = ordered.segmented
    document.profile.order = .inferred
  }
}

/// Restores lam-alef where a font's ligature came out the wrong way round, and letters that came out
/// twice.
struct RestoreLigatures: Pass {
  static let name = "restore-ligatures"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let lines = document.pages.flatMap(\.lines).map { [Unicode.Scalar]($0.text) }
    let ligatures = LamAlef(lines: lines, lexicon: knowledge.lexicon)
    let doubled = DoubledLetters(lines: lines, lexicon: knowledge.lexicon)
    guard ligatures.isSwapped || doubled.isNeeded else { return }
    for (place, page) in document.pages.enumerated() {
      for (index, line) in page.lines.enumerated() {
        let (single, removed) = doubled.restored([Unicode.Scalar](line.text))
        let text = ligatures.restored(single).text
        guard text != line.text else { continue }
        document.pages[place].lines[index].text = text
        document.repairs.append(
          RepairRecord(kind: "ligatures", line: line.number, before: line.text, after: text))
        guard !removed.isEmpty else { continue }
        document.removals.append(
          Removal(line: line.number, text: removed.text, reason: .doubling))
      }
    }
  }
}

/// Turns numbers in Arabic digits whose digits came out in the order in which they are seen, from
/// right to left.
struct TurnNumbers: Pass {
  static let name = "turn-numbers"

  func applies(to profile: SourceProfile) -> Bool { profile.order == .inferred }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let numbers = TurnedNumbers(
      lines: document.pages.flatMap(\.lines).map { [Unicode.Scalar]($0.text) })
    guard numbers.areTurned else { return }
    for (place, page) in document.pages.enumerated() {
      for (index, line) in page.lines.enumerated() {
        let text = numbers.restored([Unicode.Scalar](line.text)).text
        guard text != line.text else { continue }
        document.pages[place].lines[index].text = text
        document.repairs.append(
          RepairRecord(kind: "numbers", line: line.number, before: line.text, after: text))
      }
    }
  }
}
