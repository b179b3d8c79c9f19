/// Makes blocks of paragraphs: items by their labels, captions, tables and tabbed quotations; the rest
/// are paragraphs for the time being.
struct MakeBlocks: Pass {
  static let name = "make-blocks"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style else { return }
    var pageIndex = 0
    document.passages = document.paragraphs.map { lines in
      passage(lines, style, doubled: document.doubledNumbers, &pageIndex)
    }
    document.paragraphs = []
    document.doubledNumbers = [:]
  }

  private func passage(
    _ lines: [TextLine], _ style: LineStyle, doubled: [Int: Int], _ pageIndex: inout Int
  ) -> Passage {
    var passage = Passage(
      kind: .paragraph, text: [], sourceLines: lines.flatMap(\.sourceNumbers))
    if let first = lines.first, first.startsPage {
      passage.pageBreaksBefore.append(pageIndex)
      pageIndex += 1
    }
    let text = LineJoining.join(lines, pageIndex: &pageIndex)
    passage.text = text
    for doubt in lines.compactMap(\.doubt) where !passage.doubts.contains(doubt) {
      passage.doubts.append(doubt)
    }
    passage.blanksBefore = lines.first?.blanksBefore ?? 0
    passage.lines = lines
    if lines.first?.isTable == true {
      passage.kind = .table
    } else if let line = lines.first?.number, let number = doubled[line] {
      passage.kind = .item(number: number)
      passage.printedLabel = Array("\(number)\(number)".unicodeScalars)
    } else if let label = ListLabel(text), !label.isDoubled {
      passage.kind = .item(number: label.number)
      passage.printedLabel = Array(text[..<label.length])
      passage.text.removeFirst(label.length)
    } else if !style.hasParagraphLines, Captions.isOfFigure(text) {
      passage.kind = .caption
    } else if let first = lines.first, first.isTabbed {
      passage.kind = .quotation
    }
    return passage
  }
}

extension Passage {
  /// Makes an item the paragraph that it was before its label was taken off.
  mutating func freeFromList() {
    text = printedLabel + text
    printedLabel = []
    kind = .paragraph
  }

  /// Whether the text ends with a colon and a dash, as one that introduces a list may.
  var endsWithColon: Bool {
    Marker.removed(from: text).last { !$0.isDash && !$0.isSpacing } == ":"
  }
}

extension [Passage] {
  /// Whether a block that is no item out of its sequence follows.
  func isFollowedByText(_ index: Int) -> Bool {
    guard let next = self[(index + 1)...].first(where: { !$0.text.isEmpty }) else { return false }
    switch next.kind {
    case .item(let number): return number == nil || number == 1
    case .paragraph, .heading, .quotation, .caption, .table: return true
    }
  }
}
