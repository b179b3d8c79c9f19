import Orthography

/// Reads title, authors and abstract where they stand line by line, in one language after another.
struct ReadMastheads: Pass {
  static let name = "read-mastheads"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style, !style.hasParagraphLines, let language = document.language
    else { return }
    let hasFront = readFront(&document, &decisions, language: language)
    guard document.source.count > 1 else { return }
    let mastheads = Mastheads(
      lines: document.lines, isRightToLeft: Direction(language: language) == .rightToLeft,
      fullWidth: style.fullWidth, hasOwn: !hasFront)
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

  /// Labels the front's lines jointly; whether a front came of it.
  private func readFront(
    _ document: inout Document, _ decisions: inout Decisions, language: String
  ) -> Bool {
    let sizes = document.lines.compactMap(\.fontSize).sorted()
    let reading = FrontReading(
      lines: document.lines, heads: document.printed?.runningHeads ?? [], language: language,
      bodySize: sizes.isEmpty ? nil : sizes[sizes.count / 2],
      isOnePage: document.source.count == 1)
    guard reading.isSound else { return false }
    for (line, label) in zip(document.lines, reading.labelling.lines.prefix(reading.count)) {
      decisions.decide(
        .frontLine, at: SourceRange(line.number, line.number), words: line.text.string,
        label.readings)
    }
    let breaks = document.lines.prefix(reading.count).dropFirst().contains(where: \.startsPage)
    document.lines.removeFirst(reading.count)
    if breaks, !document.lines.isEmpty { document.lines[0].startsPage = true }
    document.frontLines += reading.sourceLines
    document.removals += reading.removals
    document.frontDoubts += reading.doubts
    document.frontMatter = reading.frontMatter
    document.hasMasthead = true
    return true
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
