import Manuscript

/// Reads the paper's front from its first passages.
struct ReadFront: Pass {
  static let name = "read-front"

  func applies(to profile: SourceProfile) -> Bool { true }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    let known = document.hasMasthead || !document.frontMatter.title.isEmpty
    let translations = document.frontMatter.translations
    let front = FrontReader(
      passages: &document.passages, language: document.language ?? "en",
      known: known ? document.frontMatter : nil,
      runningTitle: document.printed?.runningTitle,
      runningAuthor: document.printed?.runningAuthor, ornaments: linesAfterOrnaments(document))
    document.removals += front.removals
    document.frontMatter = front.frontMatter
    if !known { document.frontMatter.translations += translations }
    document.frontLines += front.sourceLines
    document.frontDoubts += front.doubts
    document.leadingBreaks = front.breaksBefore
  }

  /// The lines before which an ornament stands.
  private func linesAfterOrnaments(_ document: Document) -> [Int] {
    let ornaments = document.pages.flatMap { page in
      page.lines.filter { Cleaning.isOrnament($0.text) }.map(\.number)
    }
    let lines = document.printed?.lines ?? []
    return ornaments.compactMap { ornament in lines.first { $0.number > ornament }?.number }
  }
}

/// Moves notes that are none to the text into the front matter: on the author, and thanks.
struct PlaceFrontNotes: Pass {
  static let name = "place-front-notes"

  func applies(to profile: SourceProfile) -> Bool { profile.notes != .given }

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    FrontNotes.markCaptions(&document.passages, notes: document.notes)
    document.frontLines += FrontNotes.take(
      &document.notes, marks: document.marks, into: &document.frontMatter)
    document.frontLines += FrontNotes.takeAcknowledgements(
      &document.passages, into: &document.frontMatter)
    document.frontLines += FrontNotes.takeAcknowledgements(
      document.starred, into: &document.frontMatter)
    document.starred = []
  }
}

/// Names the journal of the running heads and the pages that the paper fills.
struct NameSource: Pass {
  static let name = "name-source"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let printed = document.printed else { return }
    var citation = document.frontMatter.citation ?? FrontMatter.Citation()
    let before = citation
    if document.source.count > 1, citation.containerTitle == nil {
      citation.containerTitle = RunningHeads.journal(
        in: printed.removals, of: document.frontMatter)
    }
    let numbers = printed.pageNumbers
    if let first = numbers.first, citation.page == nil {
      citation.page = numbers.count > 1 ? "\(first)-\(first + numbers.count - 1)" : "\(first)"
    }
    if citation != before { document.frontMatter.citation = citation }
  }
}
