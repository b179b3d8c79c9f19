import Manuscript

/// Reads the front of a structured paper: what styles say is taken as said, and the rest is read as
/// that of any other paper, by place and words.
struct StructuredFront {
  private(set) var frontMatter: FrontMatter
  private(set) var removals: [Removal] = []
  private(set) var doubts: [Doubt] = []
  /// The numbers of the paragraphs that went into the front matter.
  private(set) var numbers: [Int] = []
  /// The labels of the notes that did.
  private(set) var notes: Set<String> = []

  /// Takes the front out of a document's blocks.
  ///
  /// - Parameter hasHeadings: whether styles name the headings, so that one of them ends the front.
  init(_ document: inout StructuredDocument, language: String, hasHeadings: Bool) {
    frontMatter = document.frontMatter ?? FrontMatter(title: "", language: language)
    frontMatter.language = language
    numbers = document.frontNumbers
    if document.frontMatter == nil {
      takeStyled(&document)
      takeRest(&document, language: language, hasHeadings: hasHeadings)
      if frontMatter.title.isEmpty, let stated = document.statedTitle { frontMatter.title = stated }
      readHeads(document)
      if let stated = document.stated { take(stated) }
    }
  }

  /// Takes what the source states for catalogues; affiliations stay with the authors of their names.
  private mutating func take(_ stated: FrontMatter) {
    frontMatter.title = stated.title
    if !stated.authors.isEmpty {
      frontMatter.authors = stated.authors.map { author in
        frontMatter.authors.first { $0.name == author.name } ?? author
      }
    }
    if frontMatter.keywords.isEmpty { frontMatter.keywords = stated.keywords }
    frontMatter.date = stated.date ?? frontMatter.date
    frontMatter.citation = stated.citation ?? frontMatter.citation
  }

  // MARK: - By style

  /// Takes what a style names, as far as the front goes: to the first heading.
  private mutating func takeStyled(_ document: inout StructuredDocument) {
    let end =
      document.blocks.firstIndex { if case .heading = $0.kind { true } else { false } }
      ?? document.blocks.count
    var left: [StructuredBlock] = []
    var abstract: [String] = []
    for block in document.blocks[..<end] {
      let text = block.text
      switch block.kind {
      case .subtitle where frontMatter.subtitle == nil: frontMatter.subtitle = text
      case .date where frontMatter.date == nil:
        guard let date = PartialDate(text) ?? Byline.date(Array(text.unicodeScalars)) else {
          fallthrough
        }
        frontMatter.date = date
        removals.append(Removal(line: block.numbers.first ?? 0, text: text, reason: .date))
      case .abstract: abstract.append(text)
      default:
        left.append(block)
        continue
      }
      take(block, document)
    }
    if !abstract.isEmpty { frontMatter.abstract = abstract.joined(separator: "\n\n") }
    document.blocks.replaceSubrange(..<end, with: left)
  }

  // MARK: - By place

  private mutating func takeRest(
    _ document: inout StructuredDocument, language: String, hasHeadings: Bool
  ) {
    // A title that a style names is the first that a reader reads, whatever stands above it.
    if let title = document.blocks.firstIndex(where: { $0.kind == .title }), title > 0 {
      document.blocks.insert(document.blocks.remove(at: title), at: 0)
    }
    let first = document.blocks.firstIndex { Self.mayBeFront($0) }
    let texts = document.blocks.indices.prefix { index in
      let block = document.blocks[index]
      // A paper without a title's style may have its title in that of a heading.
      let isHeading = hasHeadings && index != first && Self.isHeadingOfText(block)
      return !isHeading && !Self.endsFront(block)
    }
    .filter { Self.mayBeFront(document.blocks[$0]) }.prefix(60)
    var passages = texts.map { passage(document.blocks[$0]) }
    let reader = FrontReader(
      passages: &passages, language: language, known: nil, runningTitle: nil, runningAuthor: nil,
      ornaments: [])
    let count = texts.count - passages.count
    let taken = Array(texts.prefix(count))
    var read = reader.frontMatter
    read.subtitle = frontMatter.subtitle
    read.date = frontMatter.date ?? read.date
    read.abstract = frontMatter.abstract ?? read.abstract
    frontMatter = read
    removals += reader.removals.filter { $0.line > 0 }
    doubts += reader.doubts
    for index in taken { take(document.blocks[index], document) }
    let gone = Set(taken)
    document.blocks = document.blocks.indices.filter { !gone.contains($0) }.map {
      document.blocks[$0]
    }
  }

  /// Whether a heading is none of the front's own: “abstract”, “keywords”.
  private static func isHeadingOfText(_ block: StructuredBlock) -> Bool {
    guard case .heading = block.kind else { return false }
    let text = Array(block.text.unicodeScalars)
    return FrontMatterWords.after(FrontMatterWords.abstract, in: text) == nil
      && FrontMatterWords.after(FrontMatterWords.keywords, in: text) == nil
  }

  /// Whether a block is of the text, whatever stands before it.
  private static func endsFront(_ block: StructuredBlock) -> Bool {
    switch block.kind {
    case .table, .item, .code, .reference: true
    default: false
    }
  }

  /// Whether a block can be a part of the front; a picture above a title stays in the text.
  private static func mayBeFront(_ block: StructuredBlock) -> Bool {
    switch block.kind {
    case .pageBreak, .rule, .figure, .quotation: false
    default: true
    }
  }

  private func passage(_ block: StructuredBlock) -> Passage {
    let kind: Passage.Kind =
      switch block.kind {
      case .heading(let level): .heading(level: level + 1)
      case .title: .heading(level: 2)
      case .caption: .caption
      default: .paragraph
      }
    var passage = Passage(
      kind: kind, text: Array(block.text.unicodeScalars), sourceLines: block.numbers)
    passage.blanksBefore = 1
    return passage
  }

  /// Takes a block, and the note that hangs on it: on a title it holds thanks, on a name it is about
  /// the author.
  private mutating func take(_ block: StructuredBlock, _ document: StructuredDocument) {
    numbers += block.numbers
    var before = ""
    for inline in block.inlines {
      guard case .noteReference(let label) = inline else {
        before += [inline].plainText
        continue
      }
      guard let note = document.notes.first(where: { $0.label == label }) else { continue }
      let text = note.blocks.map(\.text).joined(separator: "\n\n")
      if let author = frontMatter.authors.lastIndex(where: { before.contains($0.name) }) {
        let known = frontMatter.authors[author].note.map { $0 + "\n\n" } ?? ""
        frontMatter.authors[author].note = known + text
      } else {
        let known = frontMatter.acknowledgements.map { $0 + "\n\n" } ?? ""
        frontMatter.acknowledgements = known + text
      }
      notes.insert(label)
      numbers += note.blocks.flatMap(\.numbers)
    }
  }

  // MARK: - Heads of pages

  /// The journal by the heads of pages: what they say beside the paper's title and its authors.
  private mutating func readHeads(_ document: StructuredDocument) {
    guard frontMatter.citation?.containerTitle == nil else { return }
    let heads = document.pageHeads.flatMap { head in
      // A head that stands in a file once stands on every page.
      Array(repeating: Removal(line: 0, text: head, reason: .runningHead), count: 2)
    }
    var citation = frontMatter.citation ?? FrontMatter.Citation()
    citation.containerTitle = RunningHeads.journal(in: heads, of: frontMatter)
    if let first = document.firstPage, first > 1 { citation.page = citation.page ?? String(first) }
    if citation != FrontMatter.Citation() { frontMatter.citation = citation }
  }
}
