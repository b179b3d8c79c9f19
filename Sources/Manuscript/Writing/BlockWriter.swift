/// Writes blocks as lines of Markdown.
struct BlockWriter {
  var inlines = InlineWriter()
  /// Whether the blocks stand in a quotation or an item, whose marks stand before each line.
  var isNested = false

  /// Blocks with an empty line between them.
  func lines(_ blocks: [Block]) -> [String] {
    var lines: [String] = []
    var alternates = false
    for (index, block) in blocks.enumerated() {
      if index > 0 { lines.append("") }
      alternates = index > 0 && Self.wouldMerge(blocks[index - 1], block) && !alternates
      lines += self.lines(block, alternates: alternates)
    }
    return lines
  }

  /// Two lists of one kind would be read as one, so the second gets other marks.
  static func wouldMerge(_ first: Block, _ second: Block) -> Bool {
    guard case .list(let first) = first.content, case .list(let second) = second.content else {
      return false
    }
    return (first.start == nil) == (second.start == nil) && !second.isBibliography
      && (first.start == nil || first.delimiter == second.delimiter)
  }

  /// A block's lines.
  ///
  /// - Parameter alternates: whether a list takes the other mark of its kind: `*` instead of `-`, `1)` instead of
  ///   `1.` or the reverse.
  func lines(_ block: Block, alternates: Bool = false) -> [String] {
    let doubts = block.doubts.map(Self.comment(ofDoubt:))
    switch block.content {
    case .heading(let level, let content):
      var writer = inlines
      writer.isInHeading = true
      let text = writer.write(content)
      let signs = String(repeating: "#", count: level)
      return [([signs] + (text.isEmpty ? [] : [text]) + doubts).joined(separator: " ")]
    case .paragraph(let content):
      return closed(inlines.write(content), doubts)
    case .figure(let figure):
      return closed(inlines.append(figure) + figure.attributes.source, doubts)
    case .quotation(let blocks):
      let inner = nested.lines(blocks)
      let quoted = inner.isEmpty ? [">"] : inner.map { $0.isEmpty ? ">" : "> " + $0 }
      return standing(quoted, doubts)
    case .list(let list):
      let sign = list.isBibliography ? ["<!-- references -->", ""] : []
      return standing(sign + self.list(list, alternates: alternates), doubts)
    case .table(let table): return standing(self.table(table), doubts)
    case .verse(let verse): return standing(verse.map(line), doubts)
    case .definitions(let definitions):
      return standing(self.definitions(definitions), doubts)
    case .box(let box):
      return standing(["::: " + box.kind] + lines(box.blocks) + [":::"], doubts)
    case .math(let tex):
      let text = isNested ? tex.replacing("\n", with: " ") : tex
      return standing(
        ("$$" + text + "$$").split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init), doubts)
    case .code(let language, let text): return standing(code(language, text), doubts)
    case .thematicBreak: return standing(["---"], doubts)
    case .pageBreak(let number): return standing([InlineWriter.pageMark(number)], doubts)
    }
  }

  /// A comment cannot hold its own end.
  static func comment(ofDoubt doubt: String) -> String {
    let words = doubt.replacing("-->", with: "→").split(whereSeparator: \.isWhitespace)
    return "<!-- check: " + words.joined(separator: " ") + " -->"
  }

  /// Text with its doubts at the end of its last line.
  private func closed(_ text: String, _ doubts: [String]) -> [String] {
    ((text.isEmpty ? [] : [text]) + doubts).joined(separator: " ").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// Lines with the block's doubts in a paragraph of their own.
  private func standing(_ lines: [String], _ doubts: [String]) -> [String] {
    doubts.isEmpty ? lines : lines + ["", doubts.joined(separator: " ")]
  }

  // MARK: - Lists

  private func list(_ list: List, alternates: Bool) -> [String] {
    var lines: [String] = []
    let isLoose = list.items.contains { item in
      item.blocks.count > 1 && !Self.canBeTight(item.blocks)
    }
    for (index, item) in list.items.enumerated() {
      if isLoose, index > 0 { lines.append("") }
      lines += self.item(item, mark: mark(list, index, alternates), isLoose: isLoose)
    }
    return lines
  }

  private func mark(_ list: List, _ index: Int, _ alternates: Bool) -> String {
    guard let start = list.start else { return alternates ? "* " : "- " }
    let other: List.Delimiter = list.delimiter == .period ? .bracket : .period
    return "\(start + index)\((alternates ? other : list.delimiter).rawValue) "
  }

  /// A paragraph and a list after it need no empty line between them.
  private static func canBeTight(_ blocks: [Block]) -> Bool {
    guard blocks.count == 2, case .paragraph(let content) = blocks[0].content, !content.isEmpty,
      case .list(let list) = blocks[1].content, !list.isBibliography, blocks[1].doubts.isEmpty
    else { return false }
    return list.start == nil || list.start == 1
  }

  private func item(_ item: List.Item, mark: String, isLoose: Bool) -> [String] {
    let margin = String(repeating: " ", count: mark.utf8.count)
    var inner: [String] = []
    if !isLoose, Self.canBeTight(item.blocks) {
      inner = item.blocks.flatMap { nested.lines($0) }
    } else {
      inner = nested.lines(item.blocks)
    }
    // A rule on a bullet's line would make the whole line a rule.
    if inner.first == "---" { inner[0] = "___" }
    guard let first = inner.first, !first.isEmpty else { return [String(mark.dropLast())] }
    return [mark + first] + inner.dropFirst().map { $0.isEmpty ? "" : margin + $0 }
  }

  private var nested: BlockWriter {
    var writer = self
    writer.isNested = true
    return writer
  }

  // MARK: - Verse and definitions

  private func line(_ line: VerseLine) -> String {
    guard !line.parts.isEmpty else { return "|" }
    var writer = inlines
    writer.isInVerse = true
    let text = line.parts.map { writer.write($0) }.joined(separator: " || ")
    return "| " + String(repeating: " ", count: line.indent) + text
  }

  private func definitions(_ definitions: [Definition]) -> [String] {
    var writer = inlines
    writer.isOneLine = true
    var lines: [String] = []
    for (index, definition) in definitions.enumerated() {
      if index > 0 { lines.append("") }
      lines.append(writer.write(definition.term))
      lines += definition.meanings.map { ": " + writer.write($0) }
    }
    return lines
  }

  // MARK: - Tables and code

  private func table(_ table: Table) -> [String] {
    var writer = inlines
    writer.isInTable = true
    let rows = ([table.header] + table.rows).map { row in
      "| " + row.map { writer.write($0) }.joined(separator: " | ") + " |"
    }
    let rule = table.alignments.map { alignment in
      switch alignment {
      case .unset: "---"
      case .start: ":--"
      case .center: ":-:"
      case .end: "--:"
      }
    }
    return [rows[0], "| " + rule.joined(separator: " | ") + " |"] + rows.dropFirst()
      + caption(of: table)
  }

  private func caption(of table: Table) -> [String] {
    let attributes = table.attributes.source
    guard !table.caption.isEmpty || !attributes.isEmpty else { return [] }
    var writer = inlines
    writer.isOneLine = true
    let text = table.caption.isEmpty ? [] : [writer.write(table.caption)]
    return [([":"] + text + (attributes.isEmpty ? [] : [attributes])).joined(separator: " ")]
  }

  private func code(_ language: String?, _ text: String) -> [String] {
    let sign: Character = language?.contains("`") == true ? "~" : "`"
    var longest = 2
    var run = 0
    for character in text {
      run = character == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: sign, count: longest + 1)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let info = InlineWriter.escaped(language ?? "", also: [])
    return [fence + info] + lines + [fence]
  }
}
