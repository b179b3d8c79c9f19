import Manuscript

/// Title, authors, abstract and keywords as they stand together in one language, line by line.
///
/// Journals set them at a paper's head, and again in another language below or at the paper's end:
/// the title, each author with an affiliation and an address, the word "abstract", the abstract,
/// the word "keywords", the keywords.
struct Masthead {
  private(set) var title = ""
  private(set) var authors: [FrontMatter.Author] = []
  private(set) var abstract = ""
  private(set) var keywords: [String] = []
  /// The labels, which the front matter's keys stand for.
  private(set) var removals: [Removal] = []
  /// The indices of its lines.
  private(set) var range: Range<Int>

  private let lines: [TextLine]
  private let fullWidth: Int

  /// A title with its authors takes no more lines than this.
  private static let longestHead = 14
  private static let longestAbstract = 60

  /// Reads the masthead that begins with a line; `nil` if none does.
  ///
  /// - Parameter fullWidth: how many letters fill a line.
  init?(lines: [TextLine], from start: Int, fullWidth: Int) {
    let limit = min(lines.count, start + Self.longestHead)
    guard start < limit,
      let label = (start..<limit).first(where: { Self.abstractRest(lines[$0]) != nil }),
      label > start, !lines[start..<label].contains(where: { ListLabel.begins($0.text) })
    else { return nil }
    self.lines = lines
    self.fullWidth = fullWidth
    range = start..<label
    guard let end = readAbstract(label) else { return nil }
    range = start..<end
    readHead(start..<label)
  }

  /// The masthead in another language at a paper's end.
  static func last(in lines: [TextLine], isRightToLeft: Bool, fullWidth: Int) -> Masthead? {
    guard
      let label = lines.lastIndex(where: {
        Self.abstractRest($0) != nil && $0.text.hasRightToLeftLetter != isRightToLeft
      })
    else { return nil }
    var start = label
    while start > 0, label - start < longestHead, !lines[start].startsPage {
      let before = lines[start - 1].text
      let isOther =
        before.hasRightToLeftLetter != isRightToLeft && before.contains(where: \.isLetter)
      guard isOther, !Ending.endsSentence(before), !ListLabel.begins(before) else { break }
      start -= 1
    }
    guard let masthead = Masthead(lines: lines, from: start, fullWidth: fullWidth),
      lines[masthead.range.upperBound...].allSatisfy({
        $0.text.hasRightToLeftLetter != isRightToLeft
      })
    else { return nil }
    return masthead
  }

  private static func abstractRest(_ line: TextLine) -> Scalars? {
    FrontMatterWords.after(FrontMatterWords.abstract, in: line.text)
  }

  private static func keywordsRest(_ line: TextLine) -> Scalars? {
    FrontMatterWords.after(FrontMatterWords.keywords, in: line.text)
  }

  // MARK: - Abstract and keywords

  /// Gives the index behind the last line; `nil` where no end of the abstract is found.
  private mutating func readAbstract(_ label: Int) -> Int? {
    let limit = min(lines.count, label + Self.longestAbstract)
    let isRightToLeft = lines[label].text.hasRightToLeftLetter
    var end: Int?
    var keywordLine: Int?
    for index in (label + 1)..<max(limit, label + 1) {
      if Self.keywordsRest(lines[index]) != nil {
        (end, keywordLine) = (index, index)
        break
      }
      let isOther = lines[index].text.hasRightToLeftLetter != isRightToLeft
      let isHeading = FrontMatterWords.introduction.contains(
        FrontMatterWords.key(lines[index].text))
      if isHeading || (isOther && !isRightToLeft) || Self.abstractRest(lines[index]) != nil {
        end = index
        break
      }
    }
    if end == nil, limit == lines.count { end = limit }
    guard let end else { return nil }
    remove(lines[label], keeping: Self.abstractRest(lines[label])?.count ?? 0)
    var first = lines[label]
    first.text = Self.abstractRest(first) ?? []
    abstract = Self.paragraphs(([first] + lines[(label + 1)..<end]).filter { !$0.text.isEmpty })
    guard let keywordLine else { return end }
    return readKeywords(keywordLine)
  }

  /// Keywords go on in the next line after a comma, or where the line is full.
  private mutating func readKeywords(_ first: Int) -> Int {
    var text = Self.keywordsRest(lines[first]) ?? []
    remove(lines[first], keeping: text.count)
    var end = first + 1
    while end < lines.count, end - first < 6 {
      let last = lines[end - 1].text.last
      let isOpen = text.isEmpty || last.map { ",،;؛".unicodeScalars.contains($0) } ?? false
      let isFull = Double(lines[end - 1].width) > 0.85 * Double(fullWidth)
      let goesOn = lines[end].text.contains { ",،;؛".unicodeScalars.contains($0) }
      guard isOpen || (isFull && goesOn && last != ".") else { break }
      text += (text.isEmpty ? [] : [" "]) + lines[end].text
      end += 1
    }
    keywords = FrontReading.keywords(text)
    return end
  }

  private mutating func remove(_ line: TextLine, keeping count: Int) {
    let label = Array(line.text.dropLast(count)).trimmed
    removals.append(Removal(line: line.number, text: label.string, reason: .label))
  }

  /// One paragraph, or several where few of the lines are parted by an empty one.
  private static func paragraphs(_ lines: [TextLine]) -> String {
    let blanks = lines.dropFirst().filter { $0.blanksBefore > 0 }.count
    var parts: [[TextLine]] = [[]]
    for line in lines {
      if line.blanksBefore > 0, blanks * 3 < lines.count, let last = parts.last?.last,
        Ending.endsSentence(last.text)
      {
        parts.append([])
      }
      parts[parts.count - 1].append(line)
    }
    return parts.filter { !$0.isEmpty }.map { part in
      var pageIndex = 0
      return Marker.removed(from: LineJoining.join(part, pageIndex: &pageIndex)).string
    }.joined(separator: "\n\n")
  }

  // MARK: - Title and authors

  private mutating func readHead(_ head: Range<Int>) {
    let firstAuthor = firstAuthor(head)
    var pageIndex = 0
    title =
      LineJoining.join(
        lines[head.lowerBound..<firstAuthor].map { line in
          var line = line
          line.startsPage = false
          return line
        }, pageIndex: &pageIndex
      ).string
    var named: [Int] = []
    var hasAffiliation = false
    for index in firstAuthor..<head.upperBound {
      let text = lines[index].text
      let emails = FrontFeatures.emails(text)
      if !emails.isEmpty, text.words.count <= emails.count + 2 {
        for (author, email) in zip(named.suffix(emails.count), emails) {
          authors[author].email = email
        }
        hasAffiliation = true
      } else if isAffiliation(index, in: head), !named.isEmpty {
        for author in named { authors[author].affiliations.append(text.string) }
        hasAffiliation = true
      } else {
        if hasAffiliation { named = [] }
        hasAffiliation = false
        for name in NameList(text).names.map(\.text) {
          authors.append(FrontMatter.Author(name: name))
          named.append(authors.count - 1)
        }
      }
    }
  }

  /// The first author stands right above the first affiliation or address; where there is none,
  /// the last line is the authors'. The title has at least one line.
  private func firstAuthor(_ head: Range<Int>) -> Int {
    let body = head.dropFirst()
    guard
      let affiliation = body.first(where: {
        isInstitution($0) || !FrontFeatures.emails(lines[$0].text).isEmpty
      }), affiliation - 1 > head.lowerBound
    else {
      return head.count > 1 && !body.contains(where: isInstitution)
        ? head.upperBound - 1 : min(head.lowerBound + 1, head.upperBound)
    }
    var first = affiliation - 1
    // A line that looks like a name above is a second author's, unless the title's line before it
    // was full and goes on in it.
    while first - 1 > head.lowerBound, looksLikeName(first - 1),
      Double(lines[first - 2].width) < 0.7 * Double(fullWidth)
    {
      first -= 1
    }
    return first
  }

  private func isInstitution(_ index: Int) -> Bool {
    FrontMatterWords.namesInstitution(lines[index].text)
  }

  private func isAffiliation(_ index: Int, in head: Range<Int>) -> Bool {
    if isInstitution(index) { return true }
    // `Research fellow, …` above an address, or anything with a comma right below a name.
    let text = lines[index].text
    return text.contains { $0 == "," || $0 == "،" } && text.words.count > 3
      && !text.words.contains { ["and", "&"].contains($0.string.lowercased()) }
  }

  private func looksLikeName(_ index: Int) -> Bool {
    let text = lines[index].text
    let words = text.words
    guard (2...4).contains(words.count), !text.contains(where: { $0.isDigit || $0 == ":" }) else {
      return false
    }
    return words.allSatisfy { word in
      guard let first = word.first, first.isLeftToRightLetter else { return true }
      return first.properties.isUppercase || word.contains("-")
    }
  }
}

/// The mastheads of a paper whose lines are as printed: that of its own language at its head, and
/// those in others below or at its end.
struct Mastheads {
  private(set) var own: Masthead?
  private(set) var others: [Masthead] = []
  /// The lines that are left.
  private(set) var body: [TextLine]

  /// - Parameter hasOwn: whether the lines begin with the masthead of the paper's own language; else
  ///   it has been read, and they follow it.
  init(lines: [TextLine], isRightToLeft: Bool, fullWidth: Int, hasOwn: Bool = true) {
    body = lines
    var start = 0
    if !hasOwn {
      if let first = lines.first, first.text.hasRightToLeftLetter != isRightToLeft,
        let second = Masthead(lines: lines, from: 0, fullWidth: fullWidth)
      {
        others.append(second)
        start = second.range.upperBound
      }
    } else if let masthead = Masthead(lines: lines, from: 0, fullWidth: fullWidth) {
      own = masthead
      start = masthead.range.upperBound
      if start < lines.count, lines[start].text.hasRightToLeftLetter != isRightToLeft,
        let second = Masthead(lines: lines, from: start, fullWidth: fullWidth)
      {
        others.append(second)
        start = second.range.upperBound
      }
    }
    body.removeFirst(start)
    if let last = Masthead.last(in: body, isRightToLeft: isRightToLeft, fullWidth: fullWidth) {
      others.append(last)
      body.removeSubrange(last.range)
    }
    sourceLines = Set(lines.flatMap(\.sourceNumbers))
      .subtracting(body.flatMap(\.sourceNumbers)).sorted()
  }

  /// The numbers of the source's lines that they take.
  private(set) var sourceLines: [Int] = []

  /// What they say of the article.
  func frontMatter(language: String) -> FrontMatter? {
    guard let own else { return nil }
    var frontMatter = FrontMatter(title: own.title, language: language)
    frontMatter.authors = own.authors
    frontMatter.abstract = own.abstract.isEmpty ? nil : own.abstract
    frontMatter.keywords = own.keywords
    return frontMatter
  }

  /// What they say in other languages.
  var translations: [FrontMatter.Translation] {
    others.map { masthead in
      var translation = FrontMatter.Translation(
        language: FrontWords.language(
          of:
            Array((masthead.title + masthead.abstract).unicodeScalars)))
      translation.title = masthead.title.isEmpty ? nil : masthead.title
      translation.authors = masthead.authors
      translation.abstract = masthead.abstract.isEmpty ? nil : masthead.abstract
      translation.keywords = masthead.keywords
      return translation
    }
  }

  var removals: [Removal] {
    (own.map { [$0] } ?? []).flatMap(\.removals) + others.flatMap(\.removals)
  }
}
