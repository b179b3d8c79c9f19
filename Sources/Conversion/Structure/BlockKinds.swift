/// Tells headings, list items, captions and quotations from paragraphs.
struct BlockKinds {
  private let style: LineStyle
  private let doubledNumbers: [Int: Int]
  private var pageIndex = 0
  private(set) var passages: [Passage] = []
  private(set) var removals: [Removal] = []

  /// - Parameter doubledNumbers: the numbers of items whose label has been taken away, by line.
  init(paragraphs: [[TextLine]], style: LineStyle, doubledNumbers: [Int: Int]) {
    self.style = style
    self.doubledNumbers = doubledNumbers
    for lines in paragraphs { append(lines) }
    var paragraphs = paragraphs
    partEnumerations(&paragraphs)
    trimItems()
    freeAsterisks()
    freeIntroductions()
    markLabels(of: paragraphs)
    markHeadings(of: paragraphs)
    markNumberedHeadings(of: paragraphs)
    joinItemsThatRunOn()
  }

  /// Parts a paragraph that was glued to the next of an enumeration.
  private mutating func partEnumerations(_ paragraphs: inout [[TextLine]]) {
    var index = 0
    while index < passages.count {
      if passages[index].kind == .paragraph, let seam = Enumeration.seam(in: passages[index].text) {
        var next = passages[index]
        next.text = Array(passages[index].text[seam...])
        next.pageBreaksBefore = []
        passages[index].text = Array(passages[index].text[..<seam]).trimmed
        passages.insert(next, at: index + 1)
        paragraphs.insert(paragraphs[index], at: index + 1)
      }
      index += 1
    }
  }

  private mutating func append(_ lines: [TextLine]) {
    var breaks: [Int] = []
    if let first = lines.first, first.startsPage {
      breaks.append(pageIndex)
      pageIndex += 1
    }
    var text = LineJoining.join(lines, pageIndex: &pageIndex)
    var kind = Passage.Kind.paragraph
    var doubts: [Doubt] = []
    for doubt in lines.compactMap(\.doubt) where !doubts.contains(doubt) { doubts.append(doubt) }
    if lines.first?.isTable == true {
      kind = .table
    } else if let line = lines.first?.number, let number = doubledNumbers[line] {
      kind = .item(number: number)
      removals.append(
        Removal(line: line, text: "\(number)\(number)", reason: .listNumber))
    } else if let label = ListLabel(text), !label.isDoubled {
      kind = .item(number: label.number)
      removals.append(
        Removal(
          line: lines.first?.number ?? 0, text: Array(text[..<label.length]).string,
          reason: .listNumber))
      text.removeFirst(label.length)
    } else if !style.hasParagraphLines, Captions.isOfFigure(text) {
      kind = .caption
    } else if let first = lines.first, first.isTabbed {
      kind = .quotation
    }
    passages.append(
      Passage(
        kind: kind, text: text, sourceLines: lines.flatMap(\.sourceNumbers), doubts: doubts,
        blanksBefore: lines.first?.blanksBefore ?? 0, pageBreaksBefore: breaks))
  }

  /// An item whose number is out of any sequence and that stands alone is a paragraph.
  private mutating func trimItems() {
    // Kept simple: a lone numbered item that is not 1 and has no neighbour goes back to a paragraph.
    for index in passages.indices {
      guard case .item(let number?) = passages[index].kind else { continue }
      let before = neighbour(index, step: -1)
      let after = neighbour(index, step: 1)
      let hasPartner = before == number - 1 || after == number + 1
      if hasPartner { continue }
      guard
        let removal = removals.firstIndex(where: {
          $0.line == passages[index].sourceLines.first && $0.reason == .listNumber
        })
      else { continue }
      passages[index].text = Array(removals[removal].text.unicodeScalars) + passages[index].text
      passages[index].kind = .paragraph
      removals.remove(at: removal)
    }
  }

  /// An asterisk alone in the paper is the mark of a note, not a bullet.
  private mutating func freeAsterisks() {
    let places = removals.indices.filter {
      removals[$0].reason == .listNumber && removals[$0].text.first == "*"
    }
    guard places.count == 1, let place = places.first,
      let index = passages.firstIndex(where: { $0.sourceLines.first == removals[place].line }),
      passages[index].kind == .item(number: nil)
    else { return }
    passages[index].text = Array(removals[place].text.unicodeScalars) + passages[index].text
    passages[index].kind = .paragraph
    removals.remove(at: place)
  }

  private func neighbour(_ index: Int, step: Int) -> Int? {
    var position = index + step
    var distance = 0
    while passages.indices.contains(position), distance < 3 {
      if case .item(let number?) = passages[position].kind { return number }
      position += step
      distance += 1
    }
    return nil
  }

  /// Four short blocks or more in a row, none a sentence, are the labels of a drawing.
  private mutating func markLabels(of paragraphs: [[TextLine]]) {
    // What stands before the first sentence is the paper's front.
    var start =
      passages.firstIndex { $0.text.count > 40 && Ending.endsSentence($0.text) } ?? passages.count
    while start < passages.count {
      var end = start
      while end < passages.count, isLabel(end, paragraphs) { end += 1 }
      if end - start >= 4 {
        var labels: [Scalars] = []
        for index in start..<end {
          // Lines of one label have no empty line between them.
          if index > start, paragraphs[index].first?.blanksBefore == 0, let last = labels.popLast()
          {
            labels.append(last + [" "] + passages[index].text)
          } else {
            labels.append(passages[index].text)
          }
        }
        let lines = passages[start..<end].flatMap(\.sourceLines)
        let breaks = passages[start..<end].flatMap(\.pageBreaksBefore)
        labels = labels.filter { !$0.isEmpty }
        passages[start] = Passage(
          kind: .caption, text: Array(labels.joined(separator: [";", " "])), sourceLines: lines,
          doubts: [], pageBreaksBefore: breaks)
        for index in (start + 1)..<end {
          passages[index].text = []
          passages[index].sourceLines = []
          passages[index].pageBreaksBefore = []
        }
      }
      start = max(end, start + 1)
    }
  }

  private func isLabel(_ index: Int, _ paragraphs: [[TextLine]]) -> Bool {
    let passage = passages[index]
    guard passage.kind == .paragraph, let last = paragraphs[index].last,
      paragraphs[index].count <= 2
    else { return false }
    return paragraphs[index].allSatisfy { $0.width * 2 < max(60, style.fullWidth) }
      && !Ending.endsSentence(passage.text)
      && (last.blanksAfter > 0 || isLabelled(index + 1, paragraphs))
      && !style.hasParagraphLines
  }

  /// Whether the next line goes on with a label.
  private func isLabelled(_ index: Int, _ paragraphs: [[TextLine]]) -> Bool {
    guard paragraphs.indices.contains(index), let line = paragraphs[index].first,
      paragraphs[index].count == 1
    else { return false }
    return line.width * 2 < max(60, style.fullWidth) && line.blanksAfter > 0
      && !Ending.endsSentence(line.text)
  }

  /// A short block without a full stop that text follows is a heading.
  private mutating func markHeadings(of paragraphs: [[TextLine]]) {
    let widest = max(style.fullWidth, 40)
    for index in passages.indices where passages[index].kind == .paragraph {
      guard paragraphs[index].first?.beginsItem != true else { continue }
      let text = Marker.removed(from: passages[index].text)
      guard let last = text.last, !text.isEmpty, text.contains(where: \.isLetter) else { continue }
      let limit = style.hasParagraphLines ? 110 : min(widest * 2, 180)
      guard text.count <= limit, paragraphs[index].count <= 3 else { continue }
      let ending = text.last(where: { !$0.isDigit }) ?? last
      let isEnd = ending == "." || ending == "," || ending == ";" || ending == "،" || ending == "…"
      let isColon = ending == ":" || Self.endsWithColon(text)
      guard !isEnd, !(isColon && !style.hasParagraphLines) else { continue }
      if let first = text.first, first.isClausePunctuation { continue }
      guard followedByText(index), !Enumeration.begins(text), !Captions.begins(text) else {
        continue
      }
      if isColon, text.words.count > 4 || introducesItems(index) { continue }
      passages[index].kind = .heading(level: 2)
      // A heading is no clause that goes on, and holds no end of a sentence.
      if !style.hasParagraphLines, text.count > 40 || Self.isOpen(text),
        Self.isOpen(text) || Self.holdsSentenceEnd(text)
      {
        passages[index].doubts.append(.paragraphEnd)
      }
    }
  }

  /// Whether no clause ends with a text's last word.
  private static func isOpen(_ text: Scalars) -> Bool {
    WordPairs.isBound(text.words.last ?? []) || (text.last?.isDash ?? false)
  }

  private static func holdsSentenceEnd(_ text: Scalars) -> Bool {
    text.indices.dropFirst(3).dropLast(3).contains { index in
      text[index] == "." && text[index + 1].isSpacing && text[index - 1].isRightToLeftLetter
        && text[index - 2].isRightToLeftLetter
    }
  }

  /// Short blocks whose numbers make a chain through the paper are its headings.
  private mutating func markNumberedHeadings(of paragraphs: [[TextLine]]) {
    guard !style.hasParagraphLines else { return }
    var labels: [Int: Int] = [:]
    for (place, removal) in removals.enumerated() where removal.reason == .listNumber {
      labels[removal.line] = place
    }
    func labelPlace(_ passage: Passage) -> Int? {
      guard case .item(.some) = passage.kind else { return nil }
      return passage.sourceLines.first.flatMap { labels[$0] }
    }
    var candidates: [NumberedHeadings.Candidate] = []
    for index in passages.indices where paragraphs[index].count <= 2 {
      var text = Marker.removed(from: passages[index].text)
      if let place = labelPlace(passages[index]) {
        text = Array(removals[place].text.unicodeScalars) + text
      }
      guard text.count <= 110, !Ending.endsSentence(text), followedByText(index),
        let label = NumberedHeadings.label(text)
      else { continue }
      candidates.append(
        NumberedHeadings.Candidate(passage: index, path: label.path, length: label.length))
    }
    // How much running text stands before each passage.
    var before = [0]
    for passage in passages {
      let isText = passage.kind == .paragraph && passage.text.count > 80
      before.append((before.last ?? 0) + (isText ? 1 : 0))
    }
    let chain = NumberedHeadings(candidates) { before[$1] > before[$0 + 1] }
    for heading in chain.headings {
      let index = heading.passage
      if let place = labelPlace(passages[index]) {
        passages[index].text =
          Array(removals[place].text.unicodeScalars) + passages[index].text
        removals[place].text = ""
      }
      let label = Array(heading.path.map(String.init).joined(separator: ".").unicodeScalars)
      if heading.path.count > 1 {
        passages[index].text = label + [" "] + passages[index].text[heading.length...]
      }
      passages[index].kind = .heading(level: min(heading.path.count + 1, 6))
    }
    removals.removeAll { $0.reason == .listNumber && $0.text.isEmpty }
  }

  /// Whether a text ends with a colon and a dash, as one that introduces a list may.
  private static func endsWithColon(_ text: Scalars) -> Bool {
    text.last { !$0.isDash && !$0.isSpacing } == ":"
  }

  /// An item that ends with a colon and is followed by items introduces them: it is a paragraph that
  /// was taken for an item.
  private mutating func freeIntroductions() {
    for index in passages.indices.dropLast() {
      guard case .item(nil) = passages[index].kind, case .item = passages[index + 1].kind,
        Self.endsWithColon(Marker.removed(from: passages[index].text))
      else { continue }
      passages[index].kind = .paragraph
    }
  }

  private func introducesItems(_ index: Int) -> Bool {
    guard index + 1 < passages.count, case .item = passages[index + 1].kind else { return false }
    return true
  }

  private func followedByText(_ index: Int) -> Bool {
    guard let next = passages[(index + 1)...].first(where: { !$0.text.isEmpty }) else {
      return false
    }
    switch next.kind {
    case .item(let number): return number == nil || number == 1
    case .paragraph, .heading, .quotation, .caption, .table: return true
    }
  }

  /// The last item of a list that is far longer than the others and runs on over a page is the
  /// paragraph after the list.
  private mutating func joinItemsThatRunOn() {
    var start = 0
    while start < passages.count {
      guard case .item = passages[start].kind else {
        start += 1
        continue
      }
      var end = start
      while end < passages.count, case .item = passages[end].kind { end += 1 }
      if end - start >= 4 {
        let lengths = passages[start..<(end - 1)].map(\.text.count).sorted()
        let median = lengths[lengths.count / 2]
        let last = end - 1
        let spansPage = passages[last].text.contains(Marker.page)
        if passages[last].text.count > median * 3 / 2, spansPage,
          case .item(nil) = passages[last].kind
        {
          passages[last].kind = .paragraph
          passages[last].doubts.append(.itemOrParagraph)
        }
      }
      start = end
    }
  }
}
