import Manuscript
import Orthography

/// An article whose citations lead to the works they mean.
///
/// Author-date citations in the text and in the notes lead to the entries of the bibliography;
/// without a bibliography they stay text. `Ibid.`, `שם`, `المرجع نفسه`, `op. cit.` at the head of a
/// note lead to the note that names the work. What could mean several works, or none, is reported
/// and stays text.
public struct LinkedArticle: Sendable {
  /// The article, with `Inline.crossReference` where a citation leads somewhere.
  public private(set) var article: Article

  /// The identifiers of the places that cite, in reading order, by the anchor of the entry or note.
  public private(set) var places: [String: [String]] = [:]

  /// Citations without an entry or with several, entries never cited, short references that lead
  /// nowhere.
  public private(set) var findings: [Finding] = []

  /// Finds the citations of an article whose anchors are assigned.
  ///
  /// - Parameters:
  ///   - article: as the reader gives it.
  ///   - file: the article's file, for findings.
  public init(_ article: Article, file: String) {
    self.article = article
    let bibliography = Bibliography(article.blocks)
    var linker = Linker(bibliography: bibliography, file: file)
    if linker.hasEntries { self.article.blocks = article.blocks.rewritten(by: &linker) }
    let short = ShortReferences(article: article, bibliography: bibliography, file: file)
    linker.isInNote = true
    for index in article.notes.indices {
      var blocks = article.notes[index].blocks
      if let led = short.led[index], let first = blocks.first,
        case .paragraph(let inlines) = first.content
      {
        let marking = Marking(
          range: led.range, id: linker.newID(for: led.target), target: led.target)
        var linked = first
        linked.content = .paragraph(inlines.marked([marking]))
        blocks.removeFirst()
        if linker.hasEntries { blocks = blocks.rewritten(by: &linker) }
        self.article.notes[index].blocks = [linked] + blocks
      } else if linker.hasEntries {
        self.article.notes[index].blocks = blocks.rewritten(by: &linker)
      }
    }
    linker.findings += short.findings
    linker.reportUncited()
    places = linker.places
    findings = linker.findings
  }
}

/// Makes cross-references of the citations in an article's texts.
private struct Linker: Rewriter {
  static var rewritesInlines: Bool { false }

  private let bibliography: Bibliography
  private let finder: InTextCitations
  private let file: String
  var isInNote = false
  private(set) var places: [String: [String]] = [:]
  /// The anchors of the entries that citations which lead nowhere may mean.
  private var perhapsCited: Set<String> = []
  var findings: [Finding] = []

  init(bibliography: Bibliography, file: String) {
    self.bibliography = bibliography
    self.file = file
    finder = InTextCitations(bibliography: bibliography)
  }

  var hasEntries: Bool { !bibliography.entries.isEmpty }

  /// An entry that names another work does not cite it as the text does.
  mutating func descent(into block: Block) -> Descent {
    if case .list(let list) = block.content, list.isBibliography { return .past }
    return .inside
  }

  mutating func rewrite(text: [Inline], _ role: TextRole, in block: Block) -> [Inline] {
    linked(text, at: block.position, isInNote: isInNote && role == .paragraph)
  }

  private mutating func linked(
    _ inlines: [Inline], at position: SourcePosition, isInNote: Bool
  ) -> [Inline] {
    let plain = inlines.plainText
    guard Self.mayCite(plain) else { return inlines }
    let text = CitationText(plain)
    var markings: [Marking] = []
    for citation in finder.find(in: text) {
      switch citation.meaning {
      case .entry(let index):
        let target = bibliography.entries[index].anchor
        markings.append(
          Marking(range: citation.range, id: newID(for: target), target: target))
      case .several(let entries):
        report(.citationAmbiguous, citation, text, at: position)
        perhapsCited.formUnion(entries.map { bibliography.entries[$0].anchor })
      // A note that names a work in full has its place and year in brackets.
      case .none where !isInNote && looksLikeCitation(citation, in: text):
        report(.citationWithoutEntry, citation, text, at: position)
      case .none: break
      }
    }
    return markings.isEmpty ? inlines : inlines.marked(markings)
  }

  /// Whether a text has a bracket or four digits in a row: a citation is in brackets or has a year.
  private static func mayCite(_ text: String) -> Bool {
    var digits = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): return true
      case 0x30...0x39: digits += 1
      // Arabic-Indic digits are D9 A0-A9, Eastern ones DB B0-B9.
      case 0xD9, 0xDB: break
      case 0xA0...0xA9 where previous == 0xD9: digits += 1
      case 0xB0...0xB9 where previous == 0xDB: digits += 1
      default: digits = 0
      }
      if digits == 4 { return true }
      previous = byte
    }
    return false
  }

  mutating func newID(for target: String) -> String {
    let count = (places[target]?.count ?? 0) + 1
    let id = "cite-\(target)-\(count)"
    places[target, default: []].append(id)
    return id
  }

  /// A name of one to four words, a comma or nothing, and a year: any other bracket with a year
  /// ("in the summer of 1991", "June 1967") may be no citation, and is not reported.
  private func looksLikeCitation(_ citation: InTextCitations.Citation, in text: CitationText)
    -> Bool
  {
    let words = text.tokens(in: citation.range).filter { !$0.isNumber }
    let passage = String(decoding: text.utf8[citation.range], as: UTF8.self)
    return (1...4).contains(words.count) && passage.contains { ",،".contains($0) }
      && !DateWords.contains(words.map(\.folded))
  }

  private mutating func report(
    _ kind: Finding.Kind, _ citation: InTextCitations.Citation, _ text: CitationText,
    at position: SourcePosition
  ) {
    let passage = String(decoding: text.utf8[citation.range], as: UTF8.self)
    findings.append(
      Finding(kind, .notice, file: file, position: position, facts: ["citation": passage]))
  }

  mutating func reportUncited() {
    for entry in bibliography.entries where places[entry.anchor] == nil {
      if perhapsCited.contains(entry.anchor) || bibliography.mayBeTranslation(entry) { continue }
      let start = String(entry.text.prefix(60))
      findings.append(
        Finding(
          .entryNeverCited, .notice, file: file, position: entry.position, facts: ["entry": start]))
    }
  }
}

/// The names of months: a month and a year in brackets are a date.
enum DateWords {
  private static let months = NameMatch.folded(Languages.all.flatMap(\.months))

  /// Whether a month is among the folded words, with or without a prefix letter.
  static func contains(_ words: [String]) -> Bool {
    words.contains { months.contains($0) || months.contains(String($0.dropFirst())) }
  }
}
