import Manuscript
import Orthography

/// Makes an article of a paper: pages of lines in, annotated Markdown's tree out.
///
/// The way of a paper: the order of its lines is restored by what its extractor did to them, the
/// lines are cleaned and repaired, notes and running heads are parted from the text, and the rest
/// becomes paragraphs, headings, lists and front matter. The same input gives the same article.
public struct Converter: Sendable {
  private let lexicon: any Lexicon

  /// - Parameter lexicon: the words of the papers' languages, as far as they are known.
  public init(lexicon: any Lexicon = EmptyLexicon()) { self.lexicon = lexicon }

  /// Converts a paper.
  ///
  /// - Parameter language: the paper's language as a BCP 47 tag; `nil` to tell it by its letters.
  public func convert(_ source: [Page], language: String? = nil) -> Conversion {
    let stretched = StretchedLetters(pages: source)
    let ordered = LineOrder(lexicon: lexicon).restore(stretched.pages)
    let pages = ordered.pages
    let lines = Self.textLines(of: pages, ordered: ordered)
    let language = language ?? Self.language(of: lines.flatMap { $0 })
    var printed = PrintedPages(pages: lines)
    var removals = stretched.removals + printed.removals
    let targets = LinkTargets(lines: printed.lines)
    printed.replace(targets.lines)
    let zones = NoteZones(lines: printed.lines)
    printed.mark(zones.recovered)
    removals += zones.removals
    let repair = LineRepair(lines: printed.lines.map(\.raw), lexicon: lexicon)
    let style = LineStyle(lines: zones.body)
    let (body, doubled) = Self.withoutDoubledNumbers(
      source.count > 1
        ? DisplacedLabels(lines: GatheredLabels(lines: zones.body).lines).lines : zones.body)
    let repaired = Self.repaired(body, by: repair, style: style)
    let raw = zones.notes.map { note in
      var note = note
      note.lines = Self.repaired(note.lines, by: repair, style: style)
      return note
    }
    let mastheads = Mastheads(
      lines: source.count > 1 && !style.hasParagraphLines ? repaired : [],
      isRightToLeft: Direction(language: language) == .rightToLeft, fullWidth: style.fullWidth)
    removals += mastheads.removals
    let text = mastheads.sourceLines.isEmpty ? repaired : mastheads.body
    let gathered = Paragraphs(style: style).gather(
      style.hasParagraphLines
        ? ParagraphLines.marked(text) : Tables(lines: text, fullWidth: style.fullWidth).lines)
    let kinds = BlockKinds(paragraphs: gathered, style: style, doubledNumbers: doubled)
    removals += kinds.removals
    var passages = kinds.passages
    let ornaments = pages.flatMap { page in
      page.lines.filter { Cleaning.isOrnament($0.text) }.map(\.number)
    }
    let front = FrontReader(
      passages: &passages, language: language,
      known: mastheads.frontMatter(language: language), runningTitle: printed.runningTitle,
      runningAuthor: printed.runningAuthor,
      ornaments: Self.linesAfter(ornaments, in: printed.lines))
    removals += front.removals
    let marks = NoteMarks(in: &passages, known: Set(raw.compactMap(\.label)))
    var notes = NoteTexts(raw: raw, marks: marks.labels).notes
    var frontMatter = front.frontMatter
    frontMatter.translations += mastheads.translations
    FrontNotes.markCaptions(&passages, notes: notes)
    var frontLines = front.sourceLines + mastheads.sourceLines
    frontLines += FrontNotes.take(&notes, marks: marks.labels, into: &frontMatter)
    frontLines += FrontNotes.takeAcknowledgements(&passages, into: &frontMatter)
    frontLines += FrontNotes.takeAcknowledgements(
      Self.repaired(zones.starred, by: repair, style: style), into: &frontMatter)
    ScrambledCitations.restore(&passages)
    Doubts(passages).note(&passages)
    frontMatter.doubts = ([.uncorrected] + front.doubts).map { $0.sentence(language: language) }
    if source.count > 1, frontMatter.citation?.containerTitle == nil,
      let journal = RunningHeads.journal(in: printed.removals, of: frontMatter)
    {
      var citation = frontMatter.citation ?? FrontMatter.Citation()
      citation.containerTitle = journal
      frontMatter.citation = citation
    }
    let numbers = printed.pageNumbers
    if let first = numbers.first, frontMatter.citation?.page == nil {
      var citation = frontMatter.citation ?? FrontMatter.Citation()
      citation.page = numbers.count > 1 ? "\(first)-\(first + numbers.count - 1)" : "\(first)"
      frontMatter.citation = citation
    }
    let assembly = ArticleAssembly(
      inlineText: InlineText(
        pageNumbers: printed.numbersByBreak, isMarkdown: Self.isMarkdown(repaired)),
      language: language)
    var pieces = [
      Account.Piece(
        lines: frontLines, text: FrontMatterText.text(of: frontMatter), mayRepeat: true)
    ]
    pieces += passages.map { Account.Piece(lines: $0.sourceLines, text: $0.text) }
    pieces += targets.pieces
    pieces += notes.map { Account.Piece(lines: $0.sourceLines, text: $0.text) }
    let account = Account(
      source: Self.sourceLines(source), pieces: pieces, removals: removals)
    var blocks = assembly.blocks(passages, leadingBreaks: front.breaksBefore)
    blocks += UnplacedText.blocks(account.unplaced, language: language)
    let article = Article(
      frontMatter: frontMatter, blocks: blocks, notes: assembly.notes(notes),
      linkLists: targets.lists(pageNumbers: numbers))
    let repairs = RepairRecord.records(
      lines: repaired + raw.flatMap(\.lines), order: ordered, source: source)
    var doubts = front.doubts.map {
      Conversion.DoubtAt(doubt: $0, line: front.sourceLines.first ?? 1)
    }
    doubts += passages.flatMap { passage in
      passage.doubts.map { Conversion.DoubtAt(doubt: $0, line: passage.sourceLines.first ?? 0) }
    }
    doubts += notes.flatMap { note in
      note.doubts.map { Conversion.DoubtAt(doubt: $0, line: note.sourceLines.first ?? 0) }
    }
    return Conversion(
      article: article, removals: removals, account: account, repairs: repairs, doubts: doubts,
      missingNotes: notes.filter(\.isMissing).map(\.label),
      orphanedNotes: notes.map(\.label).filter { !marks.labels.contains($0) })
  }

  /// The lines as the account counts them.
  private static func sourceLines(_ pages: [Page]) -> [(number: Int, text: Scalars)] {
    pages.flatMap(\.lines).map { ($0.number, Array(Cleaning.clean($0.text).unicodeScalars)) }
  }

  /// The lines of each page that are not empty, cleaned, with the empty lines around them counted.
  private static func textLines(of pages: [Page], ordered: LineOrder.Result) -> [[TextLine]] {
    zip(pages, ordered.families).map { page, family in
      var lines: [TextLine] = []
      var blanks = 0
      for line in page.lines {
        // The spaces at the ends of a line that was put in order tell nothing.
        let cleaned = Array(Cleaning.clean(line.text).unicodeScalars)
        let text = family == .logical ? cleaned : cleaned.trimmed
        guard text.contains(where: { !$0.isSpacing }) else {
          blanks += 1
          if let last = lines.indices.last { lines[last].blanksAfter = blanks }
          continue
        }
        var textLine = TextLine(number: line.number, raw: text)
        textLine.blanksBefore = blanks
        textLine.family = family
        textLine.isPiece = family.partsLines
        textLine.isTail = family.partsLines && cleaned.first?.isSpacing == true
        textLine.absorbed = line.furtherNumbers
        if ordered.segmented.contains(line.number) { textLine.doubt = .lostSpaces }
        lines.append(textLine)
        blanks = 0
      }
      return lines
    }
  }

  static func language(of lines: [TextLine]) -> String {
    var scalars: Scalars = []
    var latin = 0
    var right = 0
    for line in lines {
      for scalar in line.raw {
        if scalar.isRightToLeftLetter {
          right += 1
          scalars.append(scalar)
        } else if scalar.isLeftToRightLetter {
          latin += 1
        }
      }
    }
    return right * 3 > latin ? FrontReader.languageOf(scalars) : "en"
  }

  /// The lines repaired. A line is taken for justified unless it is set apart as the last of a
  /// paragraph: it ends a sentence and has no space behind it, or does not fill the column.
  private static func repaired(
    _ lines: [TextLine], by repair: LineRepair, style: LineStyle
  ) -> [TextLine] {
    lines.indices.map { index in
      var line = lines[index]
      if line.isOrdered {
        line.text = Array(line.raw.words.joined(separator: [" "]))
        return line
      }
      let isFull = Double(line.width) >= 0.8 * Double(style.fullWidth)
      let isLast = Ending.endsSentence(line.raw.trimmed) && (!line.goesOn || line.blanksBefore > 0)
      let result = repair.repair(
        line.raw,
        LineRepair.Place(
          isJustified: (isFull || line.goesOn) && !isLast && line.trailingSpaces < 2,
          startsPage: line.startsPage, isPrintedLine: !style.hasParagraphLines,
          isListItem: isListItem(index, in: lines)))
      line.text = result.text
      line.doubt = result.doubt
      line.repairs = result.kinds
      return line
    }
  }

  /// Whether a line begins with a bullet: one that it shares with a line beside it, or that nothing
  /// can have moved there.
  private static func isListItem(_ index: Int, in lines: [TextLine]) -> Bool {
    func hasBullet(_ line: TextLine) -> Bool { ListLabel.hasBullet(line.raw.trimmed) }
    guard hasBullet(lines[index]) else { return false }
    if lines[index].leadingSpaces == 0 { return true }
    return (index > 0 && hasBullet(lines[index - 1]))
      || (index + 1 < lines.count && hasBullet(lines[index + 1]))
  }

  /// Takes the numbers that were printed twice (`11`, `22`, …) from the lines that they begin, where
  /// they make a sequence; gives them by line.
  private static func withoutDoubledNumbers(
    _ lines: [TextLine]
  ) -> (lines: [TextLine], numbers: [Int: Int]) {
    var found: [(index: Int, value: Int, length: Int)] = []
    for (index, line) in lines.enumerated() {
      let text = line.raw.trimmed
      let digits = text.prefix(while: \.isDigit)
      guard let value = DoubledNumber.value(Array(digits)), digits.count < text.count,
        text[digits.count].isSpacing
      else { continue }
      found.append((index, value, digits.count))
    }
    var lines = lines
    var numbers: [Int: Int] = [:]
    for (position, item) in found.enumerated() {
      let before = position > 0 ? found[position - 1] : nil
      let after = position + 1 < found.count ? found[position + 1] : nil
      let follows = before.map { item.value == $0.value + 1 && item.index - $0.index < 12 } ?? false
      let leads = after.map { $0.value == item.value + 1 && $0.index - item.index < 12 } ?? false
      guard follows || leads else { continue }
      let text = Self.withoutFarStop(
        Array(lines[item.index].raw.trimmed.dropFirst(item.length)).trimmed)
      var line = TextLine(number: lines[item.index].number, raw: text)
      line.blanksBefore = lines[item.index].blanksBefore
      line.blanksAfter = lines[item.index].blanksAfter
      line.startsPage = lines[item.index].startsPage
      line.beginsItem = true
      lines[item.index] = line
      numbers[line.number] = item.value
    }
    return (lines, numbers)
  }

  /// The full stop of a number that was printed twice stands at its line's start or far end: ` .`,
  /// or a second full stop.
  private static func withoutFarStop(_ text: Scalars) -> Scalars {
    guard text.count > 2, let last = text.last else { return text }
    if text[0] == ".", text[1].isSpacing { return Array(text.dropFirst()).trimmed }
    let before = text[text.count - 2]
    if last == ".", before.isSpacing || (before == "." && text[text.count - 3] != ".") {
      return Array(text.dropLast()).trimmed
    }
    return text
  }

  private static func linesAfter(_ ornaments: [Int], in lines: [TextLine]) -> [Int] {
    ornaments.compactMap { ornament in lines.first { $0.number > ornament }?.number }
  }

  private static func isMarkdown(_ lines: [TextLine]) -> Bool {
    lines.contains { line in
      let text = line.text
      return text.indices.contains { index in
        text[index] == "<" && InlineText.address(text, at: index) != nil
      }
    }
  }
}
