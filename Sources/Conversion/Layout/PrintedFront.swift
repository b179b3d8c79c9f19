import Manuscript

/// The front of a printed paper: series, title, subtitle, authors with their affiliations, date,
/// abstract and keywords, told by size, weight, place and words together.
struct PrintedFront {
  private(set) var title: Scalars = []
  private(set) var subtitle: Scalars?
  private(set) var authors = PrintedAuthors()
  private(set) var abstract: [Scalars] = []
  private(set) var keywords: [String] = []
  private(set) var series: [Scalars] = []
  private(set) var acknowledgements: Scalars?
  /// The lines that the front was made of.
  private(set) var lines: [PrintedLine] = []
  /// Labels, which stand for a field, dates and conjunctions.
  private(set) var removals: [Removal] = []
  /// The blocks of the text itself.
  private(set) var rest: [PrintedBlock]

  private let body: Double
  private let joining: PrintedJoining

  /// - Parameter blocks: the paper's, without notes and running heads.
  init(_ blocks: [PrintedBlock], body: Double, joining: PrintedJoining) {
    (self.body, self.joining) = (body, joining)
    rest = blocks
    guard let first = titleIndex(blocks) else { return }
    var end = first + 1
    title = blocks[first].text
    take(blocks[first])
    while end < blocks.count, blocks[end].isText, blocks[end].page == blocks[first].page,
      abs(blocks[end].size - blocks[first].size) < 0.4, blocks[end].isBold == blocks[first].isBold,
      blocks[first].size > 1.15 * body, blocks[end].text.count < 120,
      blocks[end].lines[0].y - blocks[first].lines[0].y < 8 * blocks[first].size
    {
      title += [" "] + blocks[end].text
      take(blocks[end])
      end += 1
    }
    for block in blocks[..<first] where block.isText {
      series.append(block.plain)
      take(block)
    }
    read(blocks, from: end)
  }

  private mutating func take(_ block: PrintedBlock) { lines += block.lines }

  /// Takes a block whose first words are a label.
  private mutating func note(label block: PrintedBlock, rest: Scalars) {
    take(block)
    let letters = block.plain.trimmed
    removals.append(
      Removal(
        line: block.lines[0].number,
        text: letters.prefix(max(0, letters.count - rest.count)).string,
        reason: .label))
  }

  private func titleIndex(_ blocks: [PrintedBlock]) -> Int? {
    let top = blocks.indices.prefix(10).filter {
      blocks[$0].isText && blocks[$0].page == blocks[0].page && blocks[$0].text.count < 320
        && blocks[$0].text.count(where: \.isLetter) > 3
    }
    guard let largest = top.map({ blocks[$0].size }).max() else { return nil }
    if largest > 1.12 * body { return top.first { blocks[$0].size > largest - 0.3 } }
    // No larger type: a bold line, or a centred one, at the very top.
    return top.prefix(3).first { blocks[$0].isBold && blocks[$0].lines.count <= 3 }
  }

  // MARK: Behind the title

  private enum State {
    case byline
    case abstract
    case afterKeywords
  }

  private mutating func read(_ blocks: [PrintedBlock], from start: Int) {
    var state = State.byline
    var index = start
    while index < blocks.count, blocks[index].page <= (blocks.first?.page ?? 0) + 1 {
      var block = blocks[index]
      guard block.isText else { break }
      if state == .byline { block = withoutByline(block) }
      guard !block.lines.isEmpty else {
        index += 1
        continue
      }
      let plain = block.plain.trimmed
      if let behind = FrontMatterWords.after(FrontMatterWords.keywords, in: plain)
        ?? Self.runIn(FrontMatterWords.keywords, block) ?? FrontMatterWords.keywordsAfter(plain)
      {
        keywords = FrontReading.keywords(behind)
        note(label: block, rest: behind)
        state = .afterKeywords
        index += 1
        if behind.isEmpty, index < blocks.count {
          keywords = FrontReading.keywords(blocks[index].plain)
          take(blocks[index])
          index += 1
        }
        continue
      }
      if abstract.isEmpty,
        let behind = FrontMatterWords.after(FrontMatterWords.abstract, in: plain)
          ?? Self.runIn(FrontMatterWords.abstract, block)
      {
        note(label: block, rest: behind)
        if !behind.isEmpty { abstract.append(behind) }
        state = .abstract
        index += 1
        continue
      }
      if state == .byline, authors.takeDate(block) {
        removals.append(Removal(line: block.lines[0].number, text: plain.string, reason: .date))
        take(block)
        index += 1
        continue
      }
      if beginsText(blocks, index, state: state) { break }
      if state == .byline, isOfText(block) { return finish(blocks, index) }
      switch state {
      case .byline:
        if isSubtitle(blocks, index) {
          subtitle = plain
        } else if isLong(block), authors.isStarted || block.lines.count > 2 {
          guard hasHeading(blocks, behind: index) else { return finish(blocks, index) }
          abstract.append(plain)
          state = .abstract
        } else {
          for line in block.lines { removals += authors.read(line) }
        }
        take(block)
      case .abstract:
        if Self.beginsBold(block) { return finish(blocks, index) }
        abstract.append(block.text)
        take(block)
      case .afterKeywords:
        guard let first = plain.first, PrintedNoteLabel.signs.contains(first) else {
          return finish(blocks, index)
        }
        acknowledgements = Array(plain.dropFirst()).trimmed
        take(block)
      }
      index += 1
    }
    finish(blocks, index)
  }

  private mutating func finish(_ blocks: [PrintedBlock], _ index: Int) {
    rest = Array(blocks[index...])
  }

  /// `Abstract. Text …` or `Abstract Text …` whose first words are bold.
  private static func runIn(_ labels: Set<String>, _ block: PrintedBlock) -> Scalars? {
    guard let line = block.lines.first, !block.isBold else { return nil }
    let clusters = line.base == 1 ? line.clusters.reversed() : line.clusters
    let bold = clusters.prefix { $0.isBold || $0.isSpace }
    guard bold.contains(where: \.isBold) else { return nil }
    let words = block.plain.words
    for count in 1...3 where count < words.count {
      let head = Array(words[..<count].joined(separator: [" "]))
      if labels.contains(FrontMatterWords.key(head)) {
        return Array(words[count...].joined(separator: [" "]))
      }
    }
    return nil
  }

  /// A block without the lines at its head that name an affiliation or an address.
  private mutating func withoutByline(_ block: PrintedBlock) -> PrintedBlock {
    guard authors.isStarted, block.lines.count > 1 else { return block }
    let count = block.lines.prefix { authors.isAffiliation($0) }.count
    guard count > 0 else { return block }
    for line in block.lines[..<count] { removals += authors.read(line) }
    lines += block.lines[..<count]
    var rest = block
    rest.lines.removeFirst(count)
    rest.text = joining.text(rest.lines.map(\.text))
    return rest
  }

  private func isLong(_ block: PrintedBlock) -> Bool {
    block.text.count > 150 && !block.isBold && block.size < 1.15 * body
  }

  private func hasHeading(_ blocks: [PrintedBlock], behind index: Int) -> Bool {
    blocks[(index + 1)...].prefix(8).contains { $0.isHeading || Self.beginsBold($0) }
  }

  /// Whether a paragraph begins with bold words: a heading run in.
  private static func beginsBold(_ block: PrintedBlock) -> Bool {
    guard block.isText, !block.isBold, let line = block.lines.first else { return false }
    let letters = (line.base == 1 ? line.inked.reversed() : line.inked).prefix(4)
    return letters.count == 4 && letters.allSatisfy(\.isBold)
  }

  /// Whether the text begins with a block: a heading that is no name, with text behind it.
  private func beginsText(_ blocks: [PrintedBlock], _ index: Int, state: State) -> Bool {
    let block = blocks[index]
    guard block.isHeading else { return false }
    if FrontMatterWords.introduction.contains(FrontMatterWords.key(block.plain)) { return true }
    if state != .byline { return true }
    if NumberDepth.depth(block.plain.trimmed) != nil { return true }
    // Names may be set as headings are: the text begins with its first long paragraph, and before it
    // an abstract may be announced.
    let long = blocks[(index + 1)...].firstIndex { $0.text.count > 100 && !$0.isHeading }
    let text = long ?? blocks.count
    if blocks[(index + 1)..<text].contains(where: Self.announcesAbstract) { return false }
    // Headings of the text look like it.
    let style = blocks[text...].filter {
      $0.isHeading && abs($0.size - block.size) < 0.3 && $0.isBold == block.isBold
        && !FrontMatterWords.beginsPart($0.plain.trimmed)
    }
    let next = index + 1 < blocks.count ? blocks[index + 1] : nil
    let leads = next.map { $0.text.count > 100 && !$0.isHeading } ?? false
    if authors.isStarted {
      let isOfText = !style.isEmpty || block.size > 1.12 * body
      return isOfText && (leads || next?.isHeading == true)
    }
    return leads && style.count > 1 && !authors.isByline(block)
  }

  /// Whether a block under the title can be no part of a byline: an item of a list, or a sentence that
  /// names no institution and no address. Papers without authors have their text there.
  private func isOfText(_ block: PrintedBlock) -> Bool {
    guard let line = block.lines.first, !authors.isAffiliation(line),
      FrontFeatures.emails(block.plain).isEmpty,
      !FrontMatterWords.namesInstitution(block.plain)
    else { return false }
    switch PrintedItem(block.plain.trimmed)?.label {
    case .bullet: return true
    case .number: return !authors.isStarted
    // A letter with a stop may be a title or a given name.
    case .letter, nil: break
    }
    let words = block.plain.words
    let last = words.last?.filter(\.isLetter) ?? []
    return !isLong(block) && words.count > 2 && last.count > 3
      && Ending.endsSentence(block.plain.trimmed) && block.size < 1.12 * body
  }

  private static func announcesAbstract(_ block: PrintedBlock) -> Bool {
    let plain = block.plain.trimmed
    return FrontMatterWords.after(FrontMatterWords.abstract, in: plain) != nil
      || FrontMatterWords.after(FrontMatterWords.keywords, in: plain) != nil
  }

  private func isSubtitle(_ blocks: [PrintedBlock], _ index: Int) -> Bool {
    let block = blocks[index]
    guard subtitle == nil, !authors.isStarted, block.lines.count <= 3, !authors.isByline(block),
      let titleSize = lines.first?.size, block.size < titleSize - 0.3 || !block.isBold
    else { return false }
    let next = index + 1 < blocks.count ? blocks[index + 1] : nil
    guard let next, next.isText, next.text.count < 160, !next.isHeading || next.size <= block.size
    else { return false }
    if block.size > 1.08 * body, next.size < block.size - 0.3 { return true }
    let text = block.plain
    return block.size >= next.size
      && (text.contains(":") || text.contains("(") || text.words.count > 6)
      && !authors.isByline(block)
  }
}
