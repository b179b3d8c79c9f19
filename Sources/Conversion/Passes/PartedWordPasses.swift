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
      document.passages[index].text = parted.joined(
        document.passages[index].text, &document.passages[index].doubts)
    }
    for index in document.notes.indices where document.notes[index].content == nil {
      document.notes[index].text = parted.joined(
        document.notes[index].text, &document.notes[index].doubts)
    }
    if let abstract = document.frontMatter.abstract {
      document.frontMatter.abstract =
        parted.joined(Array(abstract.unicodeScalars), &document.frontDoubts).string
    }
  }
}

extension PartedWords {
  /// The text with the words that are whole; adds a doubt where nobody knows of one.
  fileprivate func joined(_ text: Scalars, _ doubts: inout [Doubt]) -> Scalars {
    let (text, isDoubtful) = joined(text)
    if isDoubtful { doubts.append(.partedWord) }
    return text
  }
}
