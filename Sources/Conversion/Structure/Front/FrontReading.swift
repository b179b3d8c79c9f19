import Manuscript

/// A paper's front matter, made of the lines whose parts are known (`FrontLabelling`).
struct FrontReading {
  private(set) var frontMatter: FrontMatter
  private(set) var removals: [Removal] = []
  /// How many lines of the paper it takes, from the first.
  let count: Int
  /// The labels of its lines, with what speaks for each.
  let labelling: FrontLabelling

  private let lines: [TextLine]
  private var dates: [(text: Scalars, line: Int)] = []
  private let isOnePage: Bool
  /// Whether a line names an author.
  private var isNamed = false
  /// Whether running text begins right below, with space between.
  private let isAboveText: Bool
  /// Institutions above the title, of which none is one author's.
  private var shared: [String] = []

  /// - Parameters:
  ///   - lines: the paper's first lines, repaired.
  ///   - heads: what the running heads say.
  init(
    lines: [TextLine], heads: [Scalars], language: String, bodySize: Double? = nil,
    isOnePage: Bool = false
  ) {
    self.isOnePage = isOnePage
    let first = Array(lines.prefix(Self.longest))
    self.lines = first
    let features = FrontFeatures(
      lines: first, heads: heads, isRightToLeft: language != "en", bodySize: bodySize)
    labelling = FrontLabelling(features)
    count = Self.end(of: labelling, first)
    isAboveText =
      features.blocks[count] != nil && (first[count].blanksBefore > 0 || first[count].startsPage)
    frontMatter = FrontMatter(title: "", language: language)
    read()
  }

  /// Where the front in the paper's own language ends: what says the same in another script follows its
  /// abstract or keywords, and a first paragraph that leads to notes is no abstract unless it says so.
  private static func end(of labelling: FrontLabelling, _ lines: [TextLine]) -> Int {
    var isBelow = false
    for (index, line) in labelling.lines.enumerated() {
      if isBelow, line.part != .email, line.features.contains("other-script") { return index }
      isBelow = isBelow || line.part == .abstract || line.part == .keywords
    }
    let abstract = labelling.lines.indices.filter { labelling.lines[$0].part == .abstract }
    // What has nothing behind it is the text.
    if let first = abstract.first, labelling.lines.count == lines.count,
      !labelling.lines.contains(where: { $0.part == .abstractLabel || $0.part == .keywords }),
      FrontMatterWords.after(FrontMatterWords.abstract, in: lines[first].text.trimmed) == nil
    {
      return first
    }
    if let first = abstract.first, abstract.contains(where: { !lines[$0].marks.isEmpty }),
      !labelling.lines.contains(where: { $0.part == .abstractLabel }),
      FrontMatterWords.after(FrontMatterWords.abstract, in: lines[first].text.trimmed) == nil,
      abstractLabel(endOf: lines[first].text) == nil
    {
      return first
    }
    return labelling.lines.count
  }

  /// A front has no more lines than this.
  private static let longest = 80

  /// Whether enough of a front was found to trust the reading: a title, and something below it.
  ///
  /// Where no pages are parted, the source may be an editor's document that begins with anything: its
  /// title must be no running text, and its authors must be there.
  var isSound: Bool {
    guard !frontMatter.title.isEmpty, count < Self.longest else { return false }
    let isText = zip(lines, labelling.lines).contains { line, label in
      label.part == .title
        && (label.features.contains("in-block") || line.repairs.contains(.turnedSegments))
    }
    let isInTwoScripts = count < labelling.lines.count
    if !shared.isEmpty, !isNamed { return false }
    if !isText, isTitleAlone { return true }
    if isOnePage, isText || isInTwoScripts || !isNamed { return false }
    return isNamed || frontMatter.abstract != nil
  }

  /// Whether the front is a title of several lines, set apart from the text.
  private var isTitleAlone: Bool {
    (2...4).contains(count) && isAboveText
      && labelling.lines.prefix(count).allSatisfy { $0.part == .title }
      && lines.prefix(count).dropFirst().allSatisfy { $0.blanksBefore == 0 }
  }

  /// What is not sure of its lines.
  var doubts: [Doubt] {
    lines.prefix(count).compactMap(\.doubt).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The numbers of the source's lines that it takes.
  var sourceLines: [Int] { lines.prefix(count).flatMap(\.sourceNumbers) }

  private func lines(_ part: FrontPart) -> [TextLine] {
    zip(lines, labelling.lines.prefix(count)).compactMap { $1.part == part ? $0 : nil }
  }

  private func joined(_ part: FrontPart) -> Scalars {
    var pageIndex = 0
    return Marker.removed(from: LineJoining.join(lines(part), pageIndex: &pageIndex))
  }

  private mutating func read() {
    frontMatter.title = joined(.title).string
    let subtitle = joined(.subtitle)
    if !subtitle.isEmpty { frontMatter.subtitle = subtitle.string }
    readSeries()
    readAuthors()
    dates += lines(.date).map { ($0.text, $0.number) }
    readDate()
    let occasion = lines(.occasion).map(\.text.string)
    if !occasion.isEmpty { frontMatter.acknowledgements = occasion.joined(separator: ". ") }
    remove(lines(.abstractLabel))
    readAbstract()
    readKeywords()
  }

  // MARK: - Where and when

  private mutating func readSeries() {
    let text = joined(.series)
    guard !text.isEmpty else { return }
    var citation = FrontMatter.Citation()
    citation.containerTitle = text.string
    // The running head of the only page, which no other page shows to be one, has its number.
    let name = RunningHeads.withoutNumber(text)
    if isOnePage, name.count < text.count, !name.isEmpty,
      let page = RunningHeads.number(in: text), page > 0
    {
      citation.containerTitle = name.string
      citation.page = String(page)
    }
    if let colon = text.lastIndex(of: ":") {
      let head = Array(text[..<colon]).trimmed
      // `Edited by: …` has two words.
      for count in [2, 1] where head.words.count > count {
        let label = Array(head.words.suffix(count).joined(separator: [" "]))
        guard FrontMatterWords.editors.contains(FrontMatterWords.key(label)) else { continue }
        var title = Array(head.dropLast(label.count)).trimmed
        while let last = title.last, "/|,".unicodeScalars.contains(last) || last.isSpacing {
          title.removeLast()
        }
        let line = lines(.series).last?.number ?? 0
        citation.containerTitle = title.string
        citation.editors = names(Array(text[(colon + 1)...]).trimmed, line: line).map(\.text)
        removals.append(Removal(line: line, text: label.string, reason: .label))
        break
      }
    }
    frontMatter.citation = citation
  }

  /// The date, a month and its year perhaps on two lines.
  private mutating func readDate() {
    let whole = Array(dates.map(\.text).joined(separator: [" "]))
    // A month without its year says nothing that the front matter can hold: the account shows it.
    guard
      let date = PrintedDate.read(whole)
        ?? dates.lazy.compactMap({ PrintedDate.read($0.text) }).first
    else { return }
    frontMatter.date = date
    removals += dates.map { Removal(line: $0.line, text: $0.text.string, reason: .date) }
  }

  // MARK: - Authors

  /// The authors in order, each with the affiliations and addresses that stand below their line, or
  /// that bear their mark.
  private mutating func readAuthors() {
    let marks = Set(
      lines(.affiliation).compactMap { line in
        line.text.count == 1 ? line.text.string : Self.mark(line.text)?.label
      })
    var byMark: [String: [Int]] = [:]
    // A mark alone on its line is that of the next.
    var pending: String?
    // What stands above the first author is that author's.
    var above: (affiliations: [String], emails: [String]) = ([], [])
    var group: [Int] = []
    var hasDetails = false
    func place(_ affiliation: String) {
      if group.isEmpty { above.affiliations.append(affiliation) }
      for owner in group { frontMatter.authors[owner].affiliations.append(affiliation) }
    }
    for (line, label) in zip(lines, labelling.lines.prefix(count)) {
      switch label.part {
      case .author:
        var named: [Int] = []
        for part in line.text.split(separator: "|").map({ Array($0).trimmed }) where !part.isEmpty {
          if PrintedDate.read(part) != nil || PrintedDate.isMonth(part) {
            dates.append((part, line.number))
            continue
          }
          for name in names(withoutLabel(part, line: line.number), line: line.number, marks: marks)
          {
            named.append(frontMatter.authors.count)
            for mark in name.marks { byMark[mark, default: []].append(frontMatter.authors.count) }
            frontMatter.authors.append(FrontMatter.Author(name: name.text))
          }
        }
        guard !named.isEmpty else { break }
        group = hasDetails ? named : group + named
        hasDetails = false
        for owner in named { frontMatter.authors[owner].affiliations += above.affiliations }
        above.affiliations = []
        give(&above.emails, to: group)
      case .affiliation:
        hasDetails = true
        let text = line.text.trimmed
        if text.count == 1 {
          if byMark[text.string] != nil {
            pending = text.string
            if text[0].isLetterOrDigit {
              removals.append(Removal(line: line.number, text: text.string, reason: .label))
            }
          }
          if byMark[text.string] != nil || NoteSign.isSign(text[0]) { continue }
        }
        let mark = pending.map { (label: $0, rest: text) } ?? Self.mark(text)
        if let mark, let owners = byMark[mark.label] {
          for owner in owners {
            frontMatter.authors[owner].affiliations.append(mark.rest.string)
          }
          if pending == nil, mark.label.unicodeScalars.contains(where: \.isLetterOrDigit) {
            removals.append(Removal(line: line.number, text: mark.label, reason: .label))
          }
          pending = nil
        } else {
          place(line.text.string)
        }
      case .institution: shared.append(line.text.string)
      case .email:
        hasDetails = true
        above.emails += FrontFeatures.emails(line.text)
        give(&above.emails, to: group)
        let rest = Array(
          line.text.words.filter { FrontFeatures.emails($0).isEmpty }.joined(separator: [" "]))
        guard rest.contains(where: \.isLetterOrDigit) else { break }
        if rest.last == ":" {
          removals.append(Removal(line: line.number, text: rest.string, reason: .label))
        } else {
          place(rest.string)
        }
      default: break
      }
    }
    isNamed = !frontMatter.authors.isEmpty
    for owner in frontMatter.authors.indices where !shared.isEmpty {
      frontMatter.authors[owner].affiliations = shared + frontMatter.authors[owner].affiliations
    }
    // No line is a name alone: the line with the institution holds it.
    let nameless = above.affiliations + above.emails
    if !isNamed, let first = nameless.first {
      var author = FrontMatter.Author(name: first)
      author.affiliations = Array(nameless.dropFirst())
      frontMatter.authors = [author]
    }
  }

  /// Gives addresses to those of the authors who have none, and the surplus to the last of them.
  private mutating func give(_ emails: inout [String], to group: [Int]) {
    guard let last = group.last else { return }
    let open = group.filter { frontMatter.authors[$0].email == nil }
    for (owner, email) in zip(open, emails) { frontMatter.authors[owner].email = email }
    frontMatter.authors[last].affiliations += emails.dropFirst(open.count)
    emails = []
  }

  private mutating func names(_ text: Scalars, line: Int, marks: Set<String> = []) -> [NameList
    .Name]
  {
    let list = NameList(text, marks: marks)
    removals += list.conjunctions.map { Removal(line: line, text: $0, reason: .conjunction) }
    removals += list.markLetters.map { Removal(line: line, text: $0, reason: .label) }
    return list.names
  }

  /// `מאת: …`, `By …`: the names without the word before them.
  private mutating func withoutLabel(_ text: Scalars, line: Int) -> Scalars {
    let words = text.words
    guard words.count > 2, let first = words.first,
      FrontWords.authorLabels.contains(FrontWords.key(first))
    else { return text }
    removals.append(Removal(line: line, text: first.string, reason: .label))
    return Array(words.dropFirst().joined(separator: [" "]))
  }

  /// The sign, letter or number that leads an affiliation, or follows it where the line was turned.
  static func mark(_ text: Scalars) -> (label: String, rest: Scalars)? {
    guard text.count > 3, let first = text.first, let last = text.last else { return nil }
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      NoteSign.isSign(scalar) || scalar.isDigit || "abcdef".unicodeScalars.contains(scalar)
    }
    if isMark(first), text[1].isSpacing || NoteSign.isSign(first) {
      return (String(Character(first)), Array(text.dropFirst()).trimmed)
    }
    if isMark(last), text[text.count - 2].isSpacing || NoteSign.isSign(last) {
      return (String(Character(last)), Array(text.dropLast()).trimmed)
    }
    return nil
  }

  // MARK: - Abstract and keywords

  private mutating func remove(_ lines: [TextLine]) {
    removals += lines.map { Removal(line: $0.number, text: $0.text.string, reason: .label) }
  }

  private mutating func readAbstract() {
    var found = lines(.abstract)
    guard !found.isEmpty else { return }
    if let rest = FrontMatterWords.after(FrontMatterWords.abstract, in: found[0].text),
      !rest.isEmpty
    {
      let label = Array(found[0].text.dropLast(rest.count)).trimmed
      removals.append(Removal(line: found[0].number, text: label.string, reason: .label))
      found[0].text = rest
    }
    for index in found.indices.prefix(3) {
      guard let label = Self.abstractLabel(endOf: found[index].text) else { continue }
      removals.append(
        Removal(
          line: found[index].number, text: Array(found[index].text[label]).string, reason: .label))
      found[index].text = Array(found[index].text[..<label.lowerBound]).trimmed
    }
    // Where few of its lines are parted by an empty one, each such gap begins a paragraph.
    let gaps = found.dropFirst().count { $0.blanksBefore > 0 }
    var paragraphs: [[TextLine]] = [[]]
    for line in found {
      if line.blanksBefore > 0, gaps * 3 < found.count, let last = paragraphs.last?.last,
        Ending.endsSentence(last.text)
      {
        paragraphs.append([])
      }
      paragraphs[paragraphs.count - 1].append(line)
    }
    frontMatter.abstract = paragraphs.filter { !$0.isEmpty }.map { lines in
      var pageIndex = 0
      return Marker.removed(from: LineJoining.join(lines, pageIndex: &pageIndex)).string
    }.joined(separator: "\n\n")
  }

  private mutating func readKeywords() {
    var text: Scalars = []
    for line in lines(.keywords) {
      var rest = line.text
      if let label = Self.keywordsLabel(rest) {
        removals.append(
          Removal(line: line.number, text: Array(rest[label]).trimmed.string, reason: .label))
        rest.removeSubrange(label)
      }
      rest = rest.trimmed
      // A list that goes on in the next line was broken at a space.
      if !rest.isEmpty { text += (text.isEmpty ? [] : [" "]) + rest }
    }
    frontMatter.keywords = Self.keywords(text)
  }

  static func keywords(_ text: Scalars) -> [String] {
    let parts = text.split { $0 == "," || $0 == ";" || $0 == "،" || $0 == "؛" || $0 == "·" }
    return parts.map { part in
      var word = Array(part).trimmed
      if word.last == "." { word.removeLast() }
      return word.trimmed.string
    }.filter { !$0.isEmpty }
  }
}
