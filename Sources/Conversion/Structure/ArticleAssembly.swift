import Manuscript

/// Makes the article from passages and notes.
struct ArticleAssembly {
  let inlineText: InlineText
  /// The language in which doubts are put into words.
  let language: String

  /// The body's blocks.
  ///
  /// - Parameter leadingBreaks: page breaks that stand before the first passage.
  func blocks(_ passages: [Passage], leadingBreaks: [Int]) -> [Block] {
    var blocks: [Block] = []
    for page in leadingBreaks { blocks.append(pageBreak(page)) }
    var isBibliography = false
    var index = 0
    while index < passages.count {
      let passage = passages[index]
      guard !passage.text.isEmpty else {
        index += 1
        continue
      }
      if var block = passage.content {
        isBibliography = false
        block.doubts += sentences(passage.doubts)
        block.position = position(passage)
        blocks.append(block)
        index += 1
        continue
      }
      switch passage.kind {
      case .heading(let level):
        blocks += passage.pageBreaksBefore.map(pageBreak)
        isBibliography = FrontMatterWords.isBibliography(Marker.removed(from: passage.text))
        blocks.append(
          Block(
            .heading(level: level, inlineText.inlines(passage.text)),
            doubts: sentences(passage.doubts),
            position: position(passage)))
      case .paragraph where !isBibliography:
        blocks += passage.pageBreaksBefore.map(pageBreak)
        blocks.append(
          Block(
            .paragraph(inlineText.inlines(passage.text)), doubts: sentences(passage.doubts),
            position: position(passage)))
      case .caption:
        blocks += passage.pageBreaksBefore.map(pageBreak)
        blocks.append(
          Block(
            .figure(Figure(caption: inlineText.inlines(passage.text))),
            doubts: sentences(passage.doubts),
            position: position(passage)))
      case .table:
        blocks += passage.pageBreaksBefore.map(pageBreak)
        blocks.append(
          Block(
            .table(table(passage.text)), doubts: sentences(passage.doubts),
            position: position(passage)))
      case .quotation:
        var end = index
        while end < passages.count, passages[end].kind == .quotation { end += 1 }
        blocks += passage.pageBreaksBefore.map(pageBreak)
        let paragraphs = passages[index..<end].map {
          Block(
            .paragraph(inlineText.inlines($0.text)), doubts: sentences($0.doubts),
            position: position($0))
        }
        blocks.append(Block(.quotation(paragraphs), position: position(passage)))
        index = end
        continue
      case .item, .paragraph:
        blocks += passage.pageBreaksBefore.map(pageBreak)
        let end = listEnd(passages, from: index, isBibliography: isBibliography)
        blocks.append(list(Array(passages[index..<end]), isBibliography: isBibliography))
        index = end
        continue
      }
      index += 1
    }
    return blocks
  }

  private func table(_ text: Scalars) -> Table {
    let rows = text.split(separator: Marker.row, omittingEmptySubsequences: false).map { row in
      row.split(separator: Marker.cell, omittingEmptySubsequences: false).map {
        inlineText.inlines(Array($0))
      }
    }
    return Table(
      alignments: rows[0].map { _ in .unset }, header: rows[0], rows: Array(rows.dropFirst()))
  }

  private func sentences(_ doubts: [Doubt]) -> [String] {
    doubts.map { $0.sentence(language: language) }
  }

  private func pageBreak(_ page: Int) -> Block {
    Block(.pageBreak(inlineText.pageNumbers[page].map(String.init)))
  }

  private func position(_ passage: Passage) -> SourcePosition {
    SourcePosition(line: passage.sourceLines.first ?? 0)
  }

  /// A list goes on while its items are of one kind and its numbers rise.
  private func listEnd(_ passages: [Passage], from start: Int, isBibliography: Bool) -> Int {
    var end = start + 1
    var last = number(passages[start])
    while end < passages.count {
      let passage = passages[end]
      switch passage.kind {
      case .item(let number):
        guard (number == nil) == (last == nil) else { return end }
        if let number, let before = last, number <= before { return end }
        last = number
      case .paragraph where isBibliography && !passage.text.isEmpty && last == nil: break
      default: return end
      }
      end += 1
    }
    return end
  }

  private func number(_ passage: Passage) -> Int? {
    if case .item(let number) = passage.kind { return number }
    return nil
  }

  private func list(_ passages: [Passage], isBibliography: Bool) -> Block {
    var items: [List.Item] = []
    for (index, passage) in passages.enumerated() {
      var inlines = inlineText.inlines(passage.text)
      // A page that begins between two items is marked at the end of the first.
      if index + 1 < passages.count {
        for page in passages[index + 1].pageBreaksBefore {
          if case .text(let last)? = inlines.last { inlines[inlines.count - 1] = .text(last + " ") }
          inlines.append(.pageBreak(inlineText.pageNumbers[page].map(String.init)))
        }
      }
      items.append(
        List.Item(
          blocks: [
            Block(
              .paragraph(inlines), doubts: sentences(passage.doubts), position: position(passage))
          ],
          position: position(passage)))
    }
    return Block(
      .list(List(start: number(passages[0]), isBibliography: isBibliography, items: items)))
  }

  /// The note definitions.
  func notes(_ texts: [NoteText]) -> [Note] {
    texts.map { note in
      Note(
        label: inlineText.noteLabel(note.label),
        blocks: note.content
          ?? (note.text.isEmpty ? [] : [Block(.paragraph(inlineText.inlines(note.text)))]),
        isMissing: note.isMissing || note.text.isEmpty, doubts: sentences(note.doubts),
        position: SourcePosition(line: note.sourceLines.first ?? 0))
    }
  }
}
