import Manuscript

extension CheckedArticle {
  /// Notes whose marks do not rise in the order of reading, skip numbers, or have a space before
  /// them.
  mutating func checkNotes() {
    for (label, position) in article.spacedNoteMarks {
      report(
        .spaceBeforeNote, .notice, at: place(of: " [^\(label)]", at: position),
        ["label": label])
    }
    var last = 0
    var seen: Set<String> = []
    for (label, position) in article.noteMarks where seen.insert(label).inserted {
      guard let number = Int(label) else { continue }
      if last > 0, number < last {
        let place = place(of: "[^\(label)]", at: position)
        report(
          .noteOutOfOrder, .warning, at: place, ["label": label, "other": String(last)])
      } else {
        if last > 0, number > last + 1 {
          let place = place(of: "[^\(label)]", at: position)
          report(
            .noteSkipped, .warning, at: place, ["label": label, "expected": String(last + 1)])
        }
        last = number
      }
    }
  }

  /// Headings of the first level, which is the title's, and levels that are skipped.
  mutating func checkHeadings() {
    var last = 1
    for block in article.blocks {
      guard case .heading(let level, let inlines) = block.content else { continue }
      let facts = ["text": inlines.plainText, "level": String(repeating: "#", count: level)]
      if level == 1 {
        report(.headingLevelOne, .warning, at: block.position, facts)
      } else if level > last + 1 {
        let expected = String(repeating: "#", count: last + 1)
        report(
          .headingSkipsLevel, .warning, at: block.position,
          facts.merging(["expected": expected]) { first, _ in first })
      }
      if inlines.plainText.allSatisfy(\.isWhitespace) {
        report(.headingEmpty, .warning, at: block.position)
      }
      last = max(level, 1)
    }
  }

  /// Page marks that do not rise, or lie outside the pages that the front matter names.
  mutating func checkPages() {
    let (first, end) = Self.pages(article.frontMatter.citation?.page)
    // The page on which the article begins may have its mark, too.
    var last = article.pageMarks.first?.page == first.map(String.init) ? nil : first
    for (mark, position) in article.pageMarks {
      guard let mark, let number = Int(mark) else { continue }
      let isFault = last.map { number != $0 + 1 } ?? false || end.map { number > $0 } ?? false
      let place = isFault ? place(of: "<!-- page \(mark) -->", at: position) : position
      if let last, number <= last {
        report(.pageOutOfOrder, .warning, at: place, ["page": mark, "other": String(last)])
      } else {
        if let last, number > last + 1 {
          report(
            .pageSkipped, .notice, at: place, ["page": mark, "expected": String(last + 1)])
        }
        last = number
      }
      if let end, number > end {
        let pages = article.frontMatter.citation?.page ?? ""
        report(.pageOutside, .warning, at: place, ["page": mark, "pages": pages])
      }
    }
  }

  /// The printed first page and, if it is given, the last: `127-144`.
  private static func pages(_ text: String?) -> (first: Int?, end: Int?) {
    let parts = (text ?? "").split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    return (parts.first, parts.count == 2 ? parts[1] : nil)
  }

  /// Places that a converter or an editor marked as doubtful.
  mutating func checkDoubts() {
    for doubt in article.frontMatter.doubts {
      let place = place(of: doubt, at: SourcePosition(line: 1))
      report(.openDoubt, .warning, at: place, ["text": doubt])
    }
    for (doubt, position) in article.doubtsWithPlaces {
      report(
        .openDoubt, .warning, at: place(of: "<!-- check:", at: position), ["text": doubt])
    }
  }
}

extension Article {
  /// Every note mark of the body in reading order, with the place of its block.
  var noteMarks: [(label: String, position: SourcePosition)] {
    var marks: [(String, SourcePosition)] = []
    for block in blocks {
      block.walkInlines { inline, position in
        if case .noteReference(let label) = inline { marks.append((label, position)) }
      }
    }
    return marks
  }

  /// Note marks that a space stands before.
  var spacedNoteMarks: [(label: String, position: SourcePosition)] {
    var marks: [(String, SourcePosition)] = []
    for block in blocks + notes.flatMap(\.blocks) {
      var endsInSpace = false
      block.walkInlines { inline, position in
        switch inline {
        case .noteReference(let label):
          if endsInSpace { marks.append((label, position)) }
          endsInSpace = false
        case .text(let text): endsInSpace = text.utf8.last == 0x20
        default: endsInSpace = false
        }
      }
    }
    return marks
  }

  /// Every page mark in reading order, with the place of its block.
  var pageMarks: [(page: String?, position: SourcePosition)] {
    var marks: [(String?, SourcePosition)] = []
    for block in blocks {
      block.walkBlocks { inner in
        if case .pageBreak(let page) = inner.content { marks.append((page, inner.position)) }
      } inlines: { inline, position in
        if case .pageBreak(let page) = inline { marks.append((page, position)) }
      }
    }
    return marks
  }

  var doubtsWithPlaces: [(doubt: String, position: SourcePosition)] {
    var doubts: [(String, SourcePosition)] = []
    for block in blocks + notes.flatMap(\.blocks) {
      block.walkBlocks { inner in
        doubts += inner.doubts.map { ($0, inner.position) }
      } inlines: { _, _ in
      }
    }
    for note in notes { doubts += note.doubts.map { ($0, note.position) } }
    return doubts
  }
}

extension Block {
  /// Goes through the block and those inside it, and through the inlines of each with the place of
  /// the block that they stand in, in reading order.
  func walkBlocks(
    _ visit: (Block) -> Void, inlines visitInline: (Inline, SourcePosition) -> Void
  ) {
    withoutActuallyEscaping(visit) { visit in
      withoutActuallyEscaping(visitInline) { visitInline in
        var walk = PlacedWalk(block: visit, inline: visitInline)
        accept(&walk)
      }
    }
  }

  func walkInlines(_ visit: (Inline, SourcePosition) -> Void) {
    walkBlocks({ _ in }, inlines: visit)
  }
}

/// Gives each inline with the place of its block.
private struct PlacedWalk: Visitor {
  let block: (Block) -> Void
  let inline: (Inline, SourcePosition) -> Void
  private var positions: [SourcePosition] = []

  init(
    block: @escaping (Block) -> Void, inline: @escaping (Inline, SourcePosition) -> Void
  ) {
    self.block = block
    self.inline = inline
  }

  mutating func visit(_ block: Block) -> Descent {
    self.block(block)
    positions.append(block.position)
    return .inside
  }

  mutating func leave(_ block: Block) { positions.removeLast() }

  mutating func visit(_ inline: Inline) -> Descent {
    self.inline(inline, positions.last ?? .none)
    return .inside
  }
}
