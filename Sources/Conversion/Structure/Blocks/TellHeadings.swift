/// Tells headings from paragraphs among short blocks, by weighed features.
struct TellHeadings: Pass {
  static let name = "tell-headings"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style else { return }
    let rule = HeadingRule(style: style)
    guard document.isPaged else {
      rule.mark(&document.passages)
      return
    }
    let features = HeadingFeatures(passages: document.passages, style: style)
    for index in document.passages.indices where features.mayBeHeading(index) {
      let passage = document.passages[index]
      var score = Calibration.heading.score(features.names(index))
      score.add(
        "rule", rule.isHeading(index, document.passages) ? 1 : -1, weight: Calibration.rule)
      let isHeading = score.total > 0
      decisions.decide(
        .blockKind,
        at: SourceRange(passage.sourceLines.min() ?? 0, passage.sourceLines.max() ?? 0),
        words: Marker.removed(from: passage.text).string,
        [
          Scored(.kind("heading"), score: score.total, evidence: score.evidence),
          Scored(.kind("paragraph"), score: 0),
        ])
      if isHeading { document.passages[index].kind = .heading(level: 2) }
    }
  }
}

/// What a short block and its neighbours show of whether it is a heading: yes-or-no features, by name.
struct HeadingFeatures {
  private let passages: [Passage]
  private let style: LineStyle
  /// The size of most letters of the text, if the source knows sizes.
  private let textSize: Double?
  /// The most usual number of empty lines between blocks.
  private let usualBlanks: Int

  init(passages: [Passage], style: LineStyle) {
    self.passages = passages
    self.style = style
    var sizes: [Double: Int] = [:]
    for line in passages.lazy.flatMap(\.lines) {
      if let size = line.fontSize { sizes[size, default: 0] += line.width }
    }
    textSize = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let blanks = passages.dropFirst().map(\.blanksBefore).sorted()
    usualBlanks = blanks.isEmpty ? 0 : blanks[blanks.count / 2]
  }

  /// Whether a block is short enough and has letters.
  func mayBeHeading(_ index: Int) -> Bool {
    passages[index].headingText(in: style) != nil
  }

  func names(_ index: Int) -> [String] {
    let text = Marker.removed(from: passages[index].text)
    var names = [Self.ending(text), Self.length(text), "lines-\(passages[index].lines.count)"]
    let open = names[0] == "ends-open"
    names.append("\(open ? "open" : "closed")-before-\(kind(after: index))")
    names.append("\(open ? "open" : "closed")-after-\(kind(before: index))")
    names.append("above-\(space(before: index))")
    names.append("below-\(space(before: index + 1))")
    if style.hasParagraphLines { names.append("paragraph-lines") }
    if WordPairs.isBound(text.words.last ?? []) || text.last?.isDash == true {
      names.append("bound-word")
    }
    if Self.holdsSentenceEnd(text) { names.append("holds-sentence-end") }
    if let first = text.first {
      if first.isClausePunctuation || first.isClosingBracket { names.append("begins-with-sign") }
      if first.isDigit { names.append("begins-with-digit") }
      if first.properties.isLowercase { names.append("begins-lowercase") }
    }
    if let label = NumberedHeadings.label(text) {
      names.append(label.path.count > 1 ? "path" : "number")
    }
    if Captions.begins(text) { names.append("caption") }
    if Enumeration.begins(text) { names.append("enumeration") }
    if text.words.count == 1 { names.append("one-word") }
    if text.contains("@") || text.words.contains(where: DirectionalRuns.isAddress) {
      names.append("address")
    }
    if TurnedBrackets.unpaired(text) > 0 { names.append("unpaired-brackets") }
    if index < 4 { names.append("front") }
    if passages[index].lines.first?.startsPage == true { names.append("starts-page") }
    if FrontMatterWords.isSection(text) { names.append("section-word") }
    if let size = passages[index].lines.first?.fontSize, let textSize {
      names.append(size > textSize * 1.04 ? "larger" : size < textSize * 0.96 ? "smaller" : "same")
    }
    return names
  }

  private static func ending(_ text: Scalars) -> String {
    guard let last = text.last(where: { !$0.isDigit && !$0.isSpacing }) else { return "ends-open" }
    switch last {
    case ".", "…": return "ends-stop"
    case ",", ";", "،", "؛": return "ends-comma"
    case "?", "؟", "!": return "ends-question"
    case ":": return "ends-colon"
    default: return last.isDash ? "ends-dash" : "ends-open"
    }
  }

  private static func length(_ text: Scalars) -> String {
    switch text.count {
    case ...12: "length-12"
    case ...30: "length-30"
    case ...50: "length-50"
    case ...80: "length-80"
    case ...110: "length-110"
    default: "length-180"
    }
  }

  /// Whether a sentence ends inside a text.
  static func holdsSentenceEnd(_ text: Scalars) -> Bool {
    text.indices.dropFirst(3).dropLast(3).contains { index in
      text[index] == "." && text[index + 1].isSpacing && text[index - 1].isLetter
        && text[index - 2].isLetter
    }
  }

  private func kind(after index: Int) -> String {
    guard let next = passages[(index + 1)...].first(where: { !$0.text.isEmpty }) else {
      return "nothing"
    }
    switch next.kind {
    case .item(let number): return number == nil ? "bullet" : number == 1 ? "first-item" : "item"
    case .paragraph, .heading: return isLong(next) ? "text" : "short"
    case .quotation: return "quotation"
    case .caption: return "caption"
    case .table: return "table"
    }
  }

  private func kind(before index: Int) -> String {
    guard let last = passages[..<index].last(where: { !$0.text.isEmpty }) else { return "nothing" }
    switch last.kind {
    case .item: return "item"
    case .paragraph, .heading:
      let end = Ending.endsSentence(Marker.removed(from: last.text)) ? "ended" : "open"
      return isLong(last) ? "\(end)-text" : "\(end)-short"
    case .quotation: return "quotation"
    case .caption: return "caption"
    case .table: return "table"
    }
  }

  private func isLong(_ passage: Passage) -> Bool {
    passage.lines.count > 1 && passage.text.count > max(style.fullWidth, 40)
      || passage.text.count > 160
  }

  /// The space above a block, beside what the paper has between blocks.
  private func space(before index: Int) -> String {
    guard passages.indices.contains(index) else { return "end" }
    if passages[index].lines.first?.startsPage == true { return "page" }
    let blanks = passages[index].blanksBefore
    if blanks == 0 { return usualBlanks == 0 ? "usual" : "tight" }
    return blanks > usualBlanks ? "wide" : "usual-blank"
  }
}
