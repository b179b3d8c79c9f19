/// Finds the words that hyphens part at the ends of lines.
struct FindPartedWords: Pass {
  static let name = "find-parted-words"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let runs = [document.lines] + document.rawNotes.map(\.lines)
    document.parted = PartedWords(
      runs.map { $0.map(\.text) }, lexicon: knowledge.lexicon)
  }
}

/// Joins them where they are known to be one word, and marks where nobody knows.
struct JoinPartedWords: Pass {
  static let name = "join-parted-words"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let parted = document.parted, !parted.verdicts.isEmpty else { return }
    for index in document.passages.indices where document.passages[index].content == nil {
      let (text, isDoubtful) = parted.joined(document.passages[index].text)
      document.passages[index].text = text
      if isDoubtful { document.passages[index].doubts.append(.partedWord) }
    }
    for index in document.notes.indices where document.notes[index].content == nil {
      let (text, isDoubtful) = parted.joined(document.notes[index].text)
      document.notes[index].text = text
      if isDoubtful { document.notes[index].doubts.append(.partedWord) }
    }
    if let abstract = document.frontMatter.abstract {
      let (text, isDoubtful) = parted.joined(Array(abstract.unicodeScalars))
      document.frontMatter.abstract = text.string
      if isDoubtful { document.frontDoubts.append(.partedWord) }
    }
  }
}
