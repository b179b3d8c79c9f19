import Manuscript

/// Reads a paper's front: cover, title, authors, affiliations, abstract, keywords, and the same in
/// another language. What it takes leaves the body.
struct FrontReader {
  private(set) var frontMatter: FrontMatter
  private(set) var removals: [Removal] = []
  /// What is not certain about the front matter.
  private(set) var doubts: [Doubt] = []
  /// The lines of the source that went into the front matter.
  private(set) var sourceLines: [Int] = []
  /// How many passages of the front were taken, from the first.
  private var taken = 0

  private var passages: [Passage]
  private let language: String

  /// - Parameters:
  ///   - passages: the paper's passages; those of the front are taken from their start.
  ///   - known: what a masthead has said already; nothing is taken from the passages then.
  ///   - ornaments: the lines before which an ornament stands.
  init(
    passages: inout [Passage], language: String, known: FrontMatter?, runningTitle: String?,
    runningAuthor: String?, ornaments: [Int]
  ) {
    self.passages = passages
    self.language = language
    frontMatter = known ?? FrontMatter(title: "", language: language)
    if known == nil {
      readCover()
      readEdition()
      readTitle()
      readRest(ornaments: ornaments)
    }
    if frontMatter.title.isEmpty, let runningTitle {
      frontMatter.title = runningTitle
    }
    if frontMatter.authors.isEmpty, let runningAuthor {
      frontMatter.authors = NameList(Array(runningAuthor.unicodeScalars)).names.map {
        FrontMatter.Author(name: $0.text)
      }
    }
    passages.removeFirst(taken)
    breaksBefore = self.passages[..<taken].flatMap(\.pageBreaksBefore)
  }

  /// The page breaks that stood before the passages that were taken.
  private(set) var breaksBefore: [Int] = []

  private var next: Passage? { taken < passages.count ? passages[taken] : nil }

  private func text(_ index: Int) -> Scalars { Marker.removed(from: passages[index].text) }

  private mutating func take() {
    sourceLines += passages[taken].sourceLines
    taken += 1
  }

  // MARK: - Cover

  /// A repository's cover: the paper's title stands in it, then an address, then the paper begins
  /// with its title again.
  private mutating func readCover() {
    let count = min(passages.count, 30)
    for first in 0..<min(count, 8) {
      let stated = Self.withoutLabel(text(first))
      guard stated.count > 8 else { continue }
      let key = FrontMatterWords.key(stated)
      guard
        let again = (first + 1..<max(count, first + 1)).first(where: {
          FrontMatterWords.key(text($0)) == key
        }), again - first >= 2
      else { continue }
      let cover = 0..<again
      guard cover.contains(where: { DirectionalRuns.isAddress(text($0)) }) else { continue }
      var citation = FrontMatter.Citation()
      if first > 0, text(0).count < 120, !text(0).contains(":") {
        citation.containerTitle = text(0).string
      }
      for index in cover {
        let words = text(index)
        if citation.url == nil, words.count < 200,
          let start = words.indices.first(where: { InlineText.address(words, at: $0) != nil }),
          let (address, _) = InlineText.address(words, at: start)
        {
          citation.url = address
        }
        removals.append(
          Removal(
            line: passages[index].sourceLines.first ?? 0, text: words.string, reason: .cover,
            furtherLines: Array(passages[index].sourceLines.dropFirst())))
      }
      frontMatter.citation = citation
      taken = again
      return
    }
  }

  private static func withoutLabel(_ text: Scalars) -> Scalars {
    guard let colon = text.prefix(30).firstIndex(of: ":") else { return text }
    return Array(text[(colon + 1)...]).trimmed
  }

  /// `Book title / Editors: A and B`: where the paper appeared.
  private mutating func readEdition() {
    guard next != nil else { return }
    let words = text(taken)
    guard words.count < 250, let colon = words.lastIndex(of: ":") else { return }
    let head = Array(words[..<colon]).trimmed
    guard let label = head.words.last,
      FrontMatterWords.editors.contains(FrontMatterWords.key(label))
    else { return }
    var title = Array(head.dropLast(label.count)).trimmed
    while let last = title.last, last == "/" || last == "|" || last == "," || last.isSpacing {
      title.removeLast()
    }
    guard title.count > 3 else { return }
    var citation = frontMatter.citation ?? FrontMatter.Citation()
    citation.containerTitle = title.string
    citation.editors = takeNames(Array(words[(colon + 1)...]).trimmed)
    frontMatter.citation = citation
    removals.append(
      Removal(
        line: passages[taken].sourceLines.first ?? 0, text: label.string, reason: .label))
    take()
  }

  // MARK: - Title and the rest

  private mutating func readTitle() {
    guard let passage = next else { return }
    let words = text(taken)
    guard words.count < 300, words.contains(where: \.isLetter), !isSentence(words) else { return }
    switch passage.kind {
    case .heading, .paragraph: break
    case .item, .quotation, .caption, .table: return
    }
    frontMatter.title = words.string
    doubts += passage.doubts
    take()
    // A title's next line stands close to it.
    while let next, next.blanksBefore == 0, next.kind == .heading(level: 2),
      text(taken).count + frontMatter.title.unicodeScalars.count < 250,
      passages[taken - 1].blanksBefore > 0 || taken < 3,
      !DirectionalRuns.isAddress(text(taken)), !text(taken).contains("|"),
      FrontFeatures.emails(text(taken)).isEmpty,
      taken + 1 < passages.count, passages[taken + 1].blanksBefore > 0
    {
      frontMatter.title += " " + text(taken).string
      take()
    }
    // A word alone is the title's last: a name has two.
    if next != nil, words.words.count > 3 {
      let word = text(taken)
      if word.words.count == 1, word.allSatisfy(\.isLetter), !FrontMatterWords.beginsPart(word) {
        frontMatter.title += " " + word.string
        take()
      }
    }
  }

  private func isSentence(_ words: Scalars) -> Bool {
    words.count > 200 || words.last == ":" || (words.count > 60 && words.last == ".")
  }

  private mutating func readRest(ornaments: [Int]) {
    var translation: FrontMatter.Translation?
    var affiliations: [String] = []
    var emails: [String] = []
    // Which author each of them stands behind.
    var affiliationOwners: [Int] = []
    var emailOwners: [Int] = []
    var isAbstract = false
    var abstract: [String] = []
    var isDone = false

    func isOther(_ words: Scalars) -> Bool {
      let isRight = words.hasRightToLeftLetter
      return language == "en" ? isRight : !isRight && words.hasLeftToRightLetter
    }
    func closePart(_ reader: inout FrontReader) {
      var authors = translation?.authors ?? reader.frontMatter.authors
      if authors.isEmpty, !affiliations.isEmpty || !emails.isEmpty {
        // No line is a name alone: the line with the institution holds it.
        authors = [FrontMatter.Author(name: affiliations.first ?? emails.first ?? "")]
        if affiliations.isEmpty { emails.removeFirst() } else { affiliations.removeFirst() }
      }
      let owners = Set(affiliationOwners)
      let isByAuthor =
        authors.count > 1 && owners == Set(authors.indices)
        && affiliationOwners.count == affiliations.count && emailOwners.count == emails.count
      if isByAuthor {
        for (affiliation, owner) in zip(affiliations, affiliationOwners) {
          authors[owner].affiliations.append(affiliation)
        }
        for (email, owner) in zip(emails, emailOwners) where authors.indices.contains(owner) {
          authors[owner].email = authors[owner].email ?? email
        }
        (affiliations, emails) = ([], [])
      }
      for index in authors.indices where !isByAuthor {
        if !affiliations.isEmpty {
          authors[index].affiliations =
            affiliations.count == authors.count && authors.count > 1
            ? [affiliations[index]] : affiliations
        }
        if index < emails.count { authors[index].email = emails[index] }
      }
      if emails.count > authors.count, let last = authors.indices.last {
        authors[last].affiliations += emails[authors.count...]
      }
      let text = abstract.joined(separator: "\n\n")
      if translation != nil {
        translation?.authors = authors
        if !text.isEmpty { translation?.abstract = text }
      } else {
        reader.frontMatter.authors = authors
        if !text.isEmpty { reader.frontMatter.abstract = text }
      }
      (affiliations, emails, abstract, isAbstract) = ([], [], [], false)
      (affiliationOwners, emailOwners) = ([], [])
    }

    let hasParts = (taken..<min(passages.count, taken + 20)).contains { index in
      let words = text(index)
      return FrontMatterWords.after(FrontMatterWords.abstract, in: words) != nil
        || FrontMatterWords.after(FrontMatterWords.keywords, in: words) != nil
    }
    var count = 0
    while let passage = next, !isDone, count < 40 {
      count += 1
      let words = text(taken)
      if words.isEmpty {
        take()
        continue
      }
      if FrontMatterWords.introduction.contains(FrontMatterWords.key(words)) { break }
      if let rest = FrontMatterWords.after(FrontMatterWords.abstract, in: words) {
        labelRemoved(passage, words.dropLast(rest.count))
        isAbstract = true
        if !rest.isEmpty { abstract.append(rest.string) }
        take()
        continue
      }
      if let rest = FrontMatterWords.after(FrontMatterWords.keywords, in: words) {
        labelRemoved(passage, words.dropLast(rest.count))
        let list = FrontReading.keywords(rest)
        if isOther(rest) {
          translation?.keywords = list
        } else {
          frontMatter.keywords = list
        }
        take()
        isAbstract = false
        closePart(&self)
        if let finished = translation {
          frontMatter.translations.append(finished)
          translation = nil
        }
        continue
      }
      let found = FrontFeatures.emails(words)
      if !found.isEmpty, words.words.count <= found.count + 2 {
        emails += found
        let owner = (translation?.authors ?? frontMatter.authors).count - 1
        emailOwners += found.map { _ in owner }
        take()
        continue
      }
      if isOther(words), translation == nil, hasParts, words.count < 250, !isSentence(words) {
        closePart(&self)
        translation = FrontMatter.Translation(language: FrontWords.language(of: words))
        translation?.title = words.string
        take()
        continue
      }
      let isOthers = translation.map { _ in isOther(words) } ?? !isOther(words)
      if isAbstract, isOthers, case .paragraph = passage.kind {
        let text = abstract.last.map { $0.last.map { ".!?".contains($0) } ?? false } ?? true
        if text {
          abstract.append(words.string)
        } else {
          abstract[abstract.count - 1] += " " + words.string
        }
        take()
        continue
      }
      if isAbstract { break }
      if hasParts, isOthers || translation == nil, words.count < 160, !isSentence(words) {
        let isLast = frontMatter.abstract != nil && translation == nil
        if isLast { break }
        if FrontMatterWords.namesInstitution(words) {
          affiliations.append(words.string)
          affiliationOwners.append((translation?.authors ?? frontMatter.authors).count - 1)
        } else if words.contains(where: \.isLetter) {
          let authors = takeNames(words).map { FrontMatter.Author(name: $0) }
          if translation != nil {
            translation?.authors += authors
          } else {
            frontMatter.authors += authors
          }
        }
        take()
        continue
      }
      if hasParts { break }
      isDone = !readUnlabelled(passage, words, ornaments: ornaments)
    }
    closePart(&self)
    if let translation { frontMatter.translations.append(translation) }
  }

  /// Where nothing is labelled: a short line after the title names the author, and a paragraph or
  /// two before the first heading, or before an ornament, are the abstract.
  private mutating func readUnlabelled(
    _ passage: Passage, _ words: Scalars, ornaments: [Int]
  ) -> Bool {
    if frontMatter.authors.isEmpty, !frontMatter.title.isEmpty, words.count < 80,
      !Ending.endsSentence(words), words.words.count <= 8
    {
      let byline = Byline(words)
      let line = passage.sourceLines.first ?? 0
      removals += byline.conjunctions.map { Removal(line: line, text: $0, reason: .conjunction) }
      if let text = byline.dateText {
        removals.append(Removal(line: line, text: text, reason: .date))
      }
      let date = byline.date
      frontMatter.authors = byline.names.map { FrontMatter.Author(name: $0.text) }
      frontMatter.date = frontMatter.date ?? date
      take()
      return true
    }
    guard frontMatter.abstract == nil, passage.kind == .paragraph else { return false }
    var end = taken
    var length = 0
    while end < passages.count, end - taken < 3, passages[end].kind == .paragraph {
      // A second paragraph is the text's first, unless a heading begins the text.
      if end > taken, !beginsIntroduction(after: end), ornaments.isEmpty { break }
      if end > taken, let first = passages[end].sourceLines.first, ornaments.contains(first) {
        break
      }
      length += passages[end].text.count
      end += 1
    }
    guard end > taken, end < passages.count, length < 2_600 else { return false }
    let first = passages[end].sourceLines.first ?? 0
    var isHeading = false
    if case .heading = passages[end].kind { isHeading = true }
    let isFollowed = isHeading || (frontMatter.title.isEmpty == false && headingFollows(end))
    guard ornaments.contains(first) || (isFollowed && end - taken <= 2) else { return false }
    if !ornaments.contains(first), !beginsIntroduction(after: end - 1) {
      doubts.append(.abstractOrText)
    }
    frontMatter.abstract = (taken..<end).map { text($0).string }.joined(separator: "\n\n")
    for index in taken..<end { doubts += passages[index].doubts }
    while taken < end { take() }
    return false
  }

  /// Whether the first heading after a passage is the introduction's.
  private func beginsIntroduction(after index: Int) -> Bool {
    guard index + 1 < passages.count else { return false }
    return FrontMatterWords.introduction.contains(FrontMatterWords.key(text(index + 1)))
  }

  /// Whether a heading comes after no more than one paragraph.
  private func headingFollows(_ index: Int) -> Bool {
    guard index + 1 < passages.count, case .heading = passages[index + 1].kind else { return false }
    return true
  }

  /// The names of a line of the passage that is being read; its conjunctions are accounted for.
  private mutating func takeNames(_ words: Scalars) -> [String] {
    let list = NameList(words)
    let line = next?.sourceLines.first ?? 0
    removals += list.conjunctions.map { Removal(line: line, text: $0, reason: .conjunction) }
    return list.names.map(\.text)
  }

  private mutating func labelRemoved(_ passage: Passage, _ label: Scalars.SubSequence) {
    removals.append(
      Removal(
        line: passage.sourceLines.first ?? 0, text: Array(label).trimmed.string, reason: .label))
  }
}
