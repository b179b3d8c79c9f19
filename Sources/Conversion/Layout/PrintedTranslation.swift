import Manuscript

/// A last part in another language: title, authors, abstract and keywords in English.
struct PrintedTranslation {
  private(set) var translation: FrontMatter.Translation?
  private(set) var lines: [PrintedLine] = []
  private(set) var removals: [Removal] = []
  /// The blocks before it.
  private(set) var rest: [PrintedBlock]

  init(_ blocks: [PrintedBlock], body: Double, isRightToLeft: Bool) {
    rest = blocks
    guard isRightToLeft else { return }
    var start: Int?
    for index in blocks.indices.reversed() {
      guard blocks[index].isText, !blocks[index].hasRight else { break }
      if blocks[index].isHeading, blocks[index].size > body * 1.04 { start = index }
    }
    guard let start else { return }
    let part = blocks[start...]
    func behind(_ labels: Set<String>, _ block: PrintedBlock) -> Scalars? {
      FrontMatterWords.after(labels, in: block.plain.trimmed)
    }
    guard
      part.contains(where: {
        behind(FrontMatterWords.abstract, $0) != nil || behind(FrontMatterWords.keywords, $0) != nil
      })
    else { return }
    var found = FrontMatter.Translation(language: "en")
    found.title = blocks[start].plain.trimmed.string
    var abstract: [String] = []
    var isAbstract = false
    func note(_ block: PrintedBlock, rest: Scalars) {
      let text = block.plain.trimmed
      removals.append(
        Removal(
          line: block.lines[0].number, text: text.prefix(max(0, text.count - rest.count)).string,
          reason: .label))
    }
    for block in part.dropFirst() {
      if let rest = behind(FrontMatterWords.abstract, block) {
        note(block, rest: rest)
        isAbstract = true
        if !rest.isEmpty { abstract.append(rest.string) }
      } else if let rest = behind(FrontMatterWords.keywords, block) {
        note(block, rest: rest)
        found.keywords = FrontReading.keywords(rest)
      } else if isAbstract {
        abstract.append(block.plain.trimmed.string)
      } else {
        for line in block.lines { Self.readName(line, into: &found.authors) }
      }
    }
    if !abstract.isEmpty { found.abstract = abstract.joined(separator: "\n") }
    translation = found
    lines = part.flatMap(\.lines)
    rest = Array(blocks[..<start])
  }

  private static func readName(_ line: PrintedLine, into authors: inout [FrontMatter.Author]) {
    let plain = Marker.removed(from: line.text).trimmed
    if let email = FrontFeatures.emails(plain).first, !authors.isEmpty {
      authors[authors.count - 1].email = email
      return
    }
    let isAffiliation = FrontMatterWords.namesInstitution(plain) && !plain.contains("(")
    if isAffiliation, !authors.isEmpty {
      authors[authors.count - 1].affiliations.append(plain.string)
      return
    }
    // `Name (Affiliation)`
    if plain.last == ")", let open = plain.firstIndex(of: "(") {
      var author = FrontMatter.Author(name: Array(plain[..<open]).trimmed.string)
      author.affiliations = [Array(plain[(open + 1)..<(plain.count - 1)]).string]
      authors.append(author)
      return
    }
    if line.isBold || authors.isEmpty || plain.words.count <= 4 {
      authors += NameList(plain).names.map { FrontMatter.Author(name: $0.text) }
    } else {
      authors[authors.count - 1].affiliations.append(plain.string)
    }
  }
}
