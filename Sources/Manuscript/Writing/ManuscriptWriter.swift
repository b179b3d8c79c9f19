/// Writes articles as annotated Markdown in its canonical form.
public enum ManuscriptWriter {
  /// The file of an article: reading it gives the same article.
  public static func write(_ article: Article) -> String {
    let plain = file(article, Choices(article))
    let wanted = article.ignoringLayout
    if ManuscriptReader.read(plain, file: "").article.ignoringLayout == wanted { return plain }
    return file(article, carefulChoices(article))
  }

  /// How each block and note is written.
  private struct Choices {
    var blocks: [BlockWriter]
    var notes: [BlockWriter]

    init(_ article: Article) {
      let writer = BlockWriter(
        inlines: InlineWriter(emphasis: article.notation.emphasis))
      blocks = Array(repeating: writer, count: article.blocks.count)
      notes = Array(repeating: writer, count: article.notes.count)
    }
  }

  /// For each block and note the first way of writing that is read back as it is.
  private static func carefulChoices(_ article: Article) -> Choices {
    var choices = Choices(article)
    let emphasis: Character = article.notation.emphasis
    let signs: [Character] = [emphasis, emphasis == "*" ? "_" : "*"]
    var writers = InlineWriter.Escaping.allCases.flatMap { escaping in
      signs.map { BlockWriter(inlines: InlineWriter(escaping: escaping, emphasis: $0)) }
    }
    writers += signs.map {
      BlockWriter(inlines: InlineWriter(escaping: .all, emphasis: $0, separates: true))
    }
    for (index, block) in article.blocks.enumerated() {
      let wanted = [block.ignoringLayout]
      let found = writers.first { writer in
        let text = "---\n---\n\n" + writer.lines(block).joined(separator: "\n") + "\n"
        return ManuscriptReader.read(text, file: "").article.blocks.map(\.ignoringLayout) == wanted
      }
      if let writer = found ?? writers.last { choices.blocks[index] = writer }
    }
    for (index, note) in article.notes.enumerated() {
      let alone = Article(frontMatter: article.frontMatter, notes: [note]).ignoringLayout.notes
      let found = writers.first { writer in
        let text = "---\n---\n\n" + lines(note, writer).joined(separator: "\n") + "\n"
        return ManuscriptReader.read(text, file: "").article.ignoringLayout.notes == alone
      }
      if let writer = found ?? writers.last { choices.notes[index] = writer }
    }
    return choices
  }

  private static func file(_ article: Article, _ choices: Choices) -> String {
    var sections: [[String]] = []
    var alternates = false
    for (index, block) in article.blocks.enumerated() {
      alternates =
        index > 0 && BlockWriter.wouldMerge(article.blocks[index - 1], block) && !alternates
      sections.append(choices.blocks[index].lines(block, alternates: alternates))
    }
    var notes: [String] = []
    for (index, note) in article.notes.enumerated() { notes += lines(note, choices.notes[index]) }
    if !notes.isEmpty { sections.append(notes) }
    for list in article.linkLists {
      sections.append([list.page.map { "<!-- links page \($0) -->" } ?? "<!-- links -->"])
      sections.append(list.addresses.map { "- <\($0)>" })
    }
    let body = sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    return "---\n" + FrontMatterWriter.write(article.frontMatter) + "---\n"
      + (body.isEmpty ? "" : "\n" + body)
  }

  /// A note's definition; what follows its first line is indented by four spaces.
  private static func lines(_ note: Note, _ writer: BlockWriter) -> [String] {
    var first: [String] = []
    if note.isMissing { first.append("<!-- missing -->") }
    first += note.doubts.map { BlockWriter.comment(ofDoubt: $0) }
    let inner = writer.lines(note.blocks)
    var rest = inner[...]
    let beginsWithText = if case .paragraph? = note.blocks.first?.content { true } else { false }
    if !first.isEmpty, !inner.isEmpty, !beginsWithText {
      // A heading or a list has a line of its own.
      rest = ([""] + inner)[...]
    } else if let line = inner.first, first.isEmpty || !line.isEmpty {
      first.append(line)
      rest = rest.dropFirst()
    }
    return [(["[^\(note.label)]:"] + first).joined(separator: " ")]
      + rest.map { $0.isEmpty ? "" : "    " + $0 }
  }
}
