/// A body made ready for cmark: the same lines, with what cmark would misread hidden behind
/// sentinels.
struct PreparedBody {
  var bytes: [UInt8] = []
  var pieces: [HiddenPiece] = []
  /// Lines that stand before the body's first line in `bytes`.
  var addedLines = 0
  var findings: [Finding] = []
}

/// Walks over the lines of a body once and hides notes and comments (see `Sentinel`).
struct BodyPreparation {
  let source: UnsafeBufferPointer<UInt8>
  let scanner: LineScanner
  private let file: String
  /// The number of the body's first line in the file.
  private let firstLine: Int

  var output: [UInt8] = []
  private var pieces: [HiddenPiece] = []
  private var definitions: [Int] = []
  private var findings: [Finding] = []

  private var line = 0
  var lineStart = 0
  private var fence: CodeFence?
  private var isInComment = false
  private var lastCommentEnd: Int?
  /// How far the columns of a line have been counted.
  private var counted = (from: -1, to: -1, column: 1)
  /// Where the next `-->` of a line stands, looked up from an index on; `nil` where none follows.
  private var nextCommentEnd: (line: Int, index: Int?) = (-1, nil)
  var table: TableShape?
  /// Whether a table has ended and nothing but empty lines followed it.
  var isBelowTable = false
  /// Up to where the source belongs to a formula of several lines.
  var formulaEnd = 0
  /// Whether there are stars anywhere.
  private let hasStars: Bool
  private let limits: BodyLimits
  /// How many pictures the paragraph has so far.
  private var pictures = 0
  var lineBefore = 0..<0

  private init(_ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    self.source = source
    scanner = LineScanner(source: source)
    self.file = file
    self.firstLine = firstLine
    hasStars = source.contains(0x2A)
    limits = BodyLimits(source, scanner)
    output.reserveCapacity(source.count + source.count / 8)
  }

  static func prepare(
    _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int
  ) -> PreparedBody {
    var preparation = BodyPreparation(source, file: file, firstLine: firstLine)
    preparation.run()
    return preparation.result()
  }

  /// cmark drops a definition that nothing refers to, so a first paragraph refers to all.
  private func result() -> PreparedBody {
    var body = PreparedBody(pieces: pieces, findings: findings)
    guard !definitions.isEmpty else {
      body.bytes = output
      return body
    }
    body.bytes.reserveCapacity(output.count + definitions.count * 16)
    for number in definitions {
      body.bytes += [0x5B, 0x5E]
      Sentinel.append(number, to: &body.bytes)
      body.bytes.append(0x5D)
    }
    body.bytes += [0x0A, 0x0A]
    body.addedLines = 2
    body.bytes += output
    return body
  }

  private mutating func run() {
    line = firstLine
    while lineStart < source.count {
      var end = lineStart
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      prepareLine(to: end)
      if end < source.count {
        if source[end] == 0x0D, end + 1 < source.count, source[end + 1] == 0x0A { end += 1 }
        output.append(0x0A)
        end += 1
      }
      lineStart = end
      line += 1
    }
  }

  /// Notes are hidden everywhere, for cmark alone knows what is code; what turns out to stand in
  /// code is shown as written. Comments are hidden outside fences only, since one that looks open
  /// would reach beyond its fence.
  private mutating func prepareLine(to end: Int) {
    if lineStart < formulaEnd { return }
    if fence == nil, !isInComment { leaveOutDirectionMarks(to: end) }
    if isInComment {
      guard let close = scanner.find([0x2D, 0x2D, 0x3E], from: lineStart, to: end) else {
        return hideNotes(from: lineStart, to: end)
      }
      isInComment = false
      hideNotes(from: lineStart, to: close + 3)
      return prepareInline(from: close + 3, to: end)
    }
    let (content, isDeep) = scanner.afterContainers(
      from: lineStart, to: end, takesLabel: true, limit: BodyLimits.containers)
    if content == end { pictures = 0 }
    if let open = fence {
      let isLeft = open.isLeft(
        byLineWithContentAt: content - lineStart, isBlank: content == end,
        quotations: CodeFence.quotations(in: source, lineStart..<content))
      if isLeft {
        fence = nil
      } else {
        if open.isClosed(by: source, content..<end) { fence = nil }
        return hideNotes(from: lineStart, to: end)
      }
    }
    if isDeep {
      findings.append(
        Finding(.nestedTooDeep, .warning, file: file, position: position(of: content)))
      copy(lineStart, content)
      hide(.empty, from: content, to: content)
      return prepareInline(from: content, to: end)
    }
    fence = CodeFence(scanner: scanner, lineStart: lineStart, from: content, to: end)
    if fence == nil {
      followTable(from: content, to: end)
      if takeSign(at: content, to: end) {
        lineBefore = content..<end
        return
      }
    }
    prepareInline(from: lineStart, to: end, hidesComments: fence == nil)
    lineBefore = content..<end
  }

  /// An invisible mark before `#`, `-`, `1.` and the like would keep cmark from seeing them.
  private mutating func leaveOutDirectionMarks(to end: Int) {
    var index = lineStart
    while index + 2 < end, scanner.isDirectionMark(at: index) {
      index += source[index] == 0xD8 ? 2 : 3
    }
    guard index > lineStart, scanner.opensBlock(at: index, to: end) else { return }
    findings.append(Finding(.hiddenMark, .warning, file: file, position: position(of: lineStart)))
    lineStart = index
  }

  /// Keeps account of the table that a line begins, goes on with or ends.
  private mutating func followTable(from content: Int, to end: Int) {
    if content == end {
      isBelowTable = isBelowTable || table != nil
      table = nil
    } else if table != nil {
      table?.isInRows = true
    } else if let columns = TableShape.columns(ofRule: source, content..<end) {
      let header = TableShape.cells(source, lineBefore)
      // cmark cuts both lines into cells before it compares their numbers.
      let isWide = max(columns, header) > TableShape.columnLimit
      guard isWide || columns == header else { return }
      if isWide
        || TableShape.padding(source, after: end, columns: columns) > TableShape.paddingLimit
      {
        findings.append(
          Finding(
            .tableTooWide, .error, file: file, position: position(of: content),
            facts: ["columns": String(columns)]))
        copy(lineStart, content)
        hide(.empty, from: content, to: content)
        lineStart = content
      } else {
        table = TableShape(columns: columns)
      }
    }
  }

  // MARK: - Inside a line

  private mutating func hideNotes(from start: Int, to end: Int) {
    prepareInline(from: start, to: end, hidesComments: false)
  }

  mutating func prepareInline(
    from start: Int, to end: Int, hidesComments: Bool = true, isVerse: Bool = false
  ) {
    var copied = start
    var index = start
    /// Puts a hidden piece in the place of what stands from here to an index, and goes on behind it.
    func replace(to next: Int, by kind: HiddenPiece.Kind) {
      copy(copied, index)
      hide(kind, from: index, to: next)
      index = next
      copied = next
    }
    var bars = table.flatMap { $0.isInRows ? $0.bars(source, start..<end) : nil }
    if start == lineStart {
      let content = scanner.afterContainers(from: start, to: end)
      if let label = scanner.label(at: content, to: end), label.end + 1 < end,
        source[label.end + 1] == 0x3A
      {
        copy(copied, content)
        output += [0x5B, 0x5E]
        definitions.append(pieces.count)
        hide(.noteLabel(label.text), from: content + 2, to: label.end)
        copied = label.end
        index = label.end + 2
      }
    }
    var gaps = hasStars && fence == nil ? GluedEmphasis.allGaps(in: source, index..<end)[...] : []
    while index < end {
      if let gap = gaps.first, gap <= index {
        gaps.removeFirst()
        if gap == index {
          replace(to: index, by: .empty)
        }
      }
      switch source[index] {
      case 0x5C:
        index += index + 1 < end && source[index + 1] < 0x80 ? 2 : 1
      case 0x5B:
        if let label = scanner.label(at: index, to: end) {
          replace(to: label.end + 1, by: .noteReference(label.text))
        } else if limits.refusedDefinitions.contains(index) {
          findings.append(
            Finding(
              .referenceTooLong, .error, file: file, position: position(of: index),
              facts: ["limit": String(BodyLimits.growth)]))
          replace(to: index + 1, by: .literal)
        } else {
          index += 1
        }
      case 0x21 where index + 1 < end && source[index + 1] == 0x5B:
        pictures += 1
        if pictures > BodyLimits.pictures {
          if pictures == BodyLimits.pictures + 1 {
            findings.append(
              Finding(
                .tooManyPictures, .error, file: file, position: position(of: index),
                facts: ["limit": String(BodyLimits.pictures)]))
          }
          // The bracket too, so that it opens no link.
          replace(to: index + 2, by: .literal)
        } else {
          index += 1
        }
      case 0x3C where hidesComments && scanner.has("<!--", at: index, to: end):
        copy(copied, index)
        if let close = commentEnd(from: index + 4, to: end) {
          let comment = Comment(scanner.text(index + 4, close))
          reportIfMisspelled(comment, at: index)
          hide(.comment(comment), from: index, to: close + 3)
          index = close + 3
        } else if commentEnds(after: index) {
          isInComment = true
          copied = index
          hideNotes(from: index, to: end)
          return
        } else {
          findings.append(
            Finding(.unclosedComment, .error, file: file, position: position(of: index)))
          hide(.literal, from: index, to: index + 4)
          index += 4
        }
        copied = index
      case Sentinel.lead where Sentinel.starts(source, at: index):
        replace(to: index + 4, by: .literal)
      case 0x24 where fence == nil:
        if let formula = FormulaSigns.formula(in: source, at: index, to: end) {
          let tex = scanner.text(formula.tex.lowerBound, formula.tex.upperBound)
          replace(to: formula.end, by: .formula(tex, isDisplayed: formula.isDisplayed))
        } else {
          while index < end, source[index] == 0x24 { index += 1 }
        }
      case 0x40 where fence == nil:
        if let name = LineSigns.reference(in: source, at: index, to: end) {
          replace(
            to: name.upperBound,
            by: .numberedReference(scanner.text(name.lowerBound, name.upperBound)))
        } else {
          index += 1
        }
      case 0x7B where fence == nil:
        if let read = LineSigns.attributes(in: source, at: index, to: end) {
          replace(to: read.end, by: .attributes(read.attributes))
        } else {
          index += 1
        }
      case 0x7C where isVerse && LineSigns.isGap(in: source, at: index, to: end):
        replace(to: index + 2, by: .verseGap)
      case 0x7C where bars != nil:
        if bars?.isSurplus(at: index) == true {
          replace(to: index + 1, by: .literal)
        } else {
          index += 1
        }
      default:
        index += 1
      }
    }
    if let bars, bars.surplus > 0 {
      findings.append(
        Finding(.tableRowTooLong, .warning, file: file, position: SourcePosition(line: line)))
    }
    copy(copied, end)
  }

  mutating func hide(_ kind: HiddenPiece.Kind, from start: Int, to end: Int) {
    Sentinel.append(pieces.count, to: &output)
    pieces.append(
      HiddenPiece(kind: kind, source: scanner.text(start, end), position: position(of: start)))
  }

  private mutating func reportIfMisspelled(_ comment: Comment, at index: Int) {
    guard let (text, nearest) = comment.misspelling else { return }
    findings.append(
      Finding(
        .misspelledComment, .warning, file: file, position: position(of: index),
        facts: ["comment": text, "nearest": nearest]))
  }

  mutating func copy(_ start: Int, _ end: Int) {
    guard start < end else { return }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
  }

  // MARK: - Looking

  /// Places are asked for in rising order within a line, so each byte is counted once.
  private mutating func position(of index: Int) -> SourcePosition {
    if counted.from != lineStart || counted.to > index { counted = (lineStart, lineStart, 1) }
    for byte in source[counted.to..<index] where byte & 0xC0 != 0x80 { counted.column += 1 }
    counted.to = index
    return SourcePosition(line: line, column: counted.column)
  }

  /// The next `-->` of the line; many open comments in a line cost no more than one.
  private mutating func commentEnd(from start: Int, to end: Int) -> Int? {
    if nextCommentEnd.line == line {
      guard let index = nextCommentEnd.index else { return nil }
      if index >= start { return index }
    }
    nextCommentEnd = (line, scanner.find([0x2D, 0x2D, 0x3E], from: start, to: end))
    return nextCommentEnd.index
  }

  /// Whether a comment that starts at an index is closed on a later line. The last `-->` of the
  /// body is looked up once, so that many open comments cost no more than one.
  private mutating func commentEnds(after index: Int) -> Bool {
    let last: Int
    if let lastCommentEnd {
      last = lastCommentEnd
    } else {
      var candidate = source.count - 3
      while candidate >= 0, !scanner.has("-->", at: candidate, to: source.count) { candidate -= 1 }
      last = candidate
      lastCommentEnd = candidate
    }
    return last > index
  }
}
