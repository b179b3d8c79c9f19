import Orthography

/// Reads title, authors and abstract where they stand line by line, in one language after another.
struct ReadMastheads: Pass {
  static let name = "read-mastheads"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard document.source.count > 1, let style = document.style, !style.hasParagraphLines,
      let language = document.language
    else { return }
    let mastheads = Mastheads(
      lines: document.lines, isRightToLeft: Direction(language: language) == .rightToLeft,
      fullWidth: style.fullWidth)
    document.removals += mastheads.removals
    guard !mastheads.sourceLines.isEmpty else { return }
    document.lines = mastheads.body
    document.frontLines += mastheads.sourceLines
    if let frontMatter = mastheads.frontMatter(language: language) {
      document.frontMatter = frontMatter
      document.hasMasthead = true
    }
    document.frontMatter.translations = mastheads.translations
  }
}

/// Finds the tables among the lines; where lines are whole paragraphs, the pages.
struct FindTables: Pass {
  static let name = "find-tables"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style else { return }
    document.lines =
      style.hasParagraphLines
      ? ParagraphLines.marked(document.lines)
      : Tables(lines: document.lines, fullWidth: style.fullWidth).lines
  }
}

/// Gathers lines into paragraphs.
struct GatherParagraphs: Pass {
  static let name = "gather-paragraphs"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style else { return }
    document.paragraphs = Paragraphs(style: style, isFitted: document.isPaged).gather(
      document.lines, &decisions)
    document.lines = []
  }
}
