import Manuscript
import PDF

/// A printed paper taken apart: from lines with places to the parts of an article.
struct PrintedPaper {
  private(set) var front: FrontMatter
  private(set) var blocks: [PrintedBlock]
  private(set) var notes: [PrintedNotes.Note]
  private(set) var pageNumbers: [Int: Int]
  /// The lines that the front matter was made of.
  private(set) var frontLines: [PrintedLine]
  private(set) var removals: [Removal] = []
  /// The lines of the list of sources.
  private(set) var sources: ClosedRange<Int>?
  let quotations: PrintedQuotations
  let lines: LineMaker
  let joining: PrintedJoining
  /// The pages that begin before the text does.
  private(set) var firstPage = 0

  init(_ document: PDFDocument, language: String?) {
    let lines = LineMaker(document)
    self.lines = lines
    let reader = LineReader(brackets: lines.brackets, hasSpaces: lines.hasSpaces)
    let edges = PageEdgesOfLines(lines.lines, body: lines.body)
    Self.read(lines, edges: edges, reader: reader)
    let furniture = PrintedFurniture(lines)
    var measures = PrintedMeasures(lines, edges: edges)
    let contents = PrintedContents(furniture.pages)
    let notes = PrintedNotes(
      contents.pages, sheets: document.pages, measures: measures, reader: reader)
    let pages = notes.pages
    measures.measure(pages)
    quotations = PrintedQuotations(measures: measures)
    let joining = PrintedJoining(lines.lines)
    self.joining = joining
    let sources = Self.sources(pages, body: lines.body)
    self.sources = sources
    var gatherer = PrintedBlocks(
      measures: measures,
      tables: PrintedTables(
        measures: measures, sheets: document.pages, isRightToLeft: lines.isRightToLeft,
        reader: reader))
    gatherer.sources = sources?.lowerBound
    gatherer.sourcesEnd = sources.map { $0.upperBound + 1 }
    var blocks = gatherer.gather(pages)
    let headings = PrintedHeadings(
      body: lines.body,
      sources: sources.map { $0.lowerBound + 1...max($0.lowerBound + 1, $0.upperBound) })
    for index in blocks.indices where blocks[index].isText {
      blocks[index].text = joining.text(
        blocks[index].lines.map(\.text), breaks: blocks[index].breaks)
      blocks[index].isHeading = headings.isHeading(blocks[index])
    }
    let front = PrintedFront(blocks, body: lines.body, joining: joining)
    let translation = PrintedTranslation(
      front.rest, body: lines.body, isRightToLeft: lines.isRightToLeft)
    self.blocks = translation.rest
    pageNumbers = furniture.numbers
    frontLines = front.lines + translation.lines
    var authors = front.authors
    var matter = FrontMatter(
      title: Marker.removed(from: front.title).trimmed.string,
      language: language ?? Self.language(lines))
    matter.subtitle = front.subtitle?.string
    let titleSigns = PrintedNotes.marks(in: front.title).map(\.label)
    var kept: [PrintedNotes.Note] = []
    for note in notes.notes {
      let text = Marker.removed(from: joining.text(note.lines.map(\.text))).trimmed
      if Int(note.printed) == nil, !note.printed.isEmpty {
        if titleSigns.contains(note.printed) || (Thanks.are(text) && note.page == 0) {
          matter.acknowledgements = text.string
          frontLines += note.lines.map(\.line)
          continue
        }
        if authors.take(note: text, sign: note.printed) {
          frontLines += note.lines.map(\.line)
          continue
        }
      }
      kept.append(note)
    }
    self.notes = kept
    matter.acknowledgements = matter.acknowledgements ?? front.acknowledgements?.string
    matter.authors = authors.frontMatter
    matter.date = authors.date
    let abstract = front.abstract.map { Self.withoutPages($0).string }
    matter.abstract = abstract.isEmpty ? nil : abstract.joined(separator: "\n\n")
    matter.keywords = front.keywords
    if let translation = translation.translation { matter.translations = [translation] }
    matter.citation = Self.citation(
      furniture, series: front.series, of: matter, pages: document.pages.count)
    self.front = matter
    notes.relabel(self.blocks.flatMap(\.lines))
    for index in self.blocks.indices where self.blocks[index].isText {
      self.blocks[index].text = notes.relabelled(self.blocks[index], joining)
    }
    if let citation = matter.citation, !citation.editors.isEmpty,
      let line = front.lines.first(where: { $0.text.contains("/") })
    {
      let kept = ([citation.containerTitle ?? ""] + citation.editors).joined(separator: " ")
      removals = [
        Removal(
          line: line.number,
          text: Account.rest(of: line.text, without: Array(kept.unicodeScalars)).string,
          reason: .label)
      ]
    }
    removals += Self.removals(furniture, notes) + contents.removals + front.removals
    removals += translation.removals
    firstPage = self.blocks.first?.page ?? 0
  }

  /// Finds the direction and the words of each line.
  static func read(_ lines: LineMaker, edges: PageEdgesOfLines, reader: LineReader) {
    let directions = LineDirections(edges: edges)
    for page in lines.lines {
      if lines.isRightToLeft {
        for line in page { takeBullet(line) }
        directions.set(page)
      }
      for (index, line) in page.enumerated() {
        reader.read(
          line, before: index > 0 ? page[index - 1] : nil,
          after: index + 1 < page.count ? page[index + 1] : nil)
      }
    }
  }

  /// A bullet at the right end of a line stands before it.
  private static func takeBullet(_ line: PrintedLine) {
    let inked = line.inked
    guard inked.count > 2, let last = inked.last, "•●▪◦‣·○■□".contains(last.text),
      !last.text.isEmpty,
      last.x0 - inked[inked.count - 2].x1 > 0.25 * line.size
    else { return }
    line.hasBullet = true
    line.clusters.removeLast()
    while line.clusters.last?.isSpace == true || line.clusters.last?.order == last.order {
      line.clusters.removeLast()
    }
  }

  /// A note's text, its lines joined.
  func text(of note: PrintedNotes.Note) -> Scalars {
    // A raised figure inside a note is a figure.
    joining.text(note.lines.map { $0.text.filter { $0 != Marker.note && $0 != Marker.end } })
      .trimmed
  }

  private static func withoutPages(_ text: Scalars) -> Scalars {
    Array(Marker.removed(from: text).words.joined(separator: [" "]))
  }

  static func language(_ lines: LineMaker) -> String {
    guard lines.isRightToLeft else { return "en" }
    return FrontWords.language(of: lines.lines.joined().flatMap(\.text))
  }

  /// The numbers of the lines of the list of sources, its heading first.
  private static func sources(_ pages: [[PrintedLine]], body: Double) -> ClosedRange<Int>? {
    let flat = pages.joined().map { $0 }
    guard
      let start = flat.lastIndex(where: { line in
        (line.isBold || line.size > body) && FrontMatterWords.isBibliography(line.text)
      }), start + 1 < flat.count
    else { return nil }
    let size = flat[start].size
    let end = flat[(start + 1)...].firstIndex {
      ($0.size > body + 0.3 && $0.size >= size - 0.3) && $0.isBold == flat[start].isBold
        && $0.text.count < 120
    }
    return flat[start].number...max(flat[start].number, flat[(end ?? flat.count) - 1].number)
  }

  private static func citation(
    _ furniture: PrintedFurniture, series: [Scalars], of front: FrontMatter, pages: Int
  ) -> FrontMatter.Citation? {
    var citation = FrontMatter.Citation()
    let title = PrintedFurniture.key(Array(front.title.unicodeScalars))
    let names = front.authors.flatMap { Array($0.name.unicodeScalars).words.suffix(1) }
    let heads = furniture.keys.filter { key, _ in
      key.count > 3 && !title.contains(key) && !key.contains(title)
        && !names.contains { key.contains($0.string) && $0.count > 2 }
        && key.split(separator: " ").contains { !title.contains($0) }
    }
    if let line = series.first(where: {
      $0.contains(where: \.isLetter) && FrontFeatures.emails($0).isEmpty
    }) {
      citation.containerTitle = line.trimmed.string
    } else if let best = heads.max(by: {
      ($0.value.count, $0.key.count, $0.key) < ($1.value.count, $1.key.count, $1.key)
    }),
      let line = furniture.heads.first(where: { PrintedFurniture.key($0.text) == best.key })
    {
      citation.containerTitle = furniture.words(of: line)
    }
    if let title = citation.containerTitle {
      (citation.containerTitle, citation.editors) = Self.withoutEditors(title)
    }
    if let first = furniture.numbers[0] {
      citation.page = pages > 1 ? "\(first)-\(first + pages - 1)" : "\(first)"
    }
    return citation == FrontMatter.Citation() ? nil : citation
  }

  /// `Title / edited by Name and Name`
  private static func withoutEditors(_ head: String) -> (title: String, editors: [String]) {
    let parts = head.split(separator: " / ", maxSplits: 1)
    guard parts.count == 2,
      let word = FrontMatterWords.editors.first(where: { parts[1].lowercased().hasPrefix($0) })
    else { return (head, []) }
    let names = parts[1].dropFirst(word.count).drop { $0 == ":" || $0 == " " }
    return (
      String(parts[0]), PrintedAuthors.names(Array(names.unicodeScalars)).map(\.string)
    )
  }

  private static func removals(_ furniture: PrintedFurniture, _ notes: PrintedNotes) -> [Removal] {
    var removals = furniture.heads.map { line in
      let isNumber = !line.text.contains(where: \.isLetter)
      return Removal(
        line: line.number, text: Marker.removed(from: line.text).string,
        reason: isNumber ? .pageNumber : .runningHead)
    }
    removals += notes.headings.map {
      Removal(line: $0.number, text: $0.text.string, reason: .label)
    }
    return removals
  }
}
