/// Tells block quotations from paragraphs: print sets them narrower than the text, or in smaller
/// letters.
struct TellQuotations: Pass {
  static let name = "tell-quotations"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard let style = document.style, !style.hasParagraphLines else { return }
    let features = QuotationFeatures(passages: document.passages, style: style)
    for index in document.passages.indices where features.mayBeQuotation(index) {
      let passage = document.passages[index]
      let score = Calibration.quotation.score(features.names(index))
      decisions.decide(
        .quotation,
        at: SourceRange(passage.sourceLines.min() ?? 0, passage.sourceLines.max() ?? 0),
        words: Marker.removed(from: passage.text).string,
        [
          Scored(.kind("paragraph"), score: 0),
          Scored(.kind("quotation"), score: score.total, evidence: score.evidence),
        ])
      if score.total > 0 { document.passages[index].kind = .quotation }
    }
  }
}

/// What a paragraph shows of whether it is a quotation: yes-or-no features, by name.
struct QuotationFeatures {
  private let passages: [Passage]
  private let style: LineStyle
  /// The size of most letters, and the ends of most lines, if the source knows them.
  private let textSize: Double?
  private let left: Double?
  private let right: Double?

  init(passages: [Passage], style: LineStyle) {
    self.passages = passages
    self.style = style
    func usual(_ values: [Double]) -> Double? {
      let counts = Dictionary(grouping: values, by: { $0.rounded() }).mapValues(\.count)
      return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
    let lines = passages.flatMap(\.lines)
    textSize = usual(lines.compactMap(\.fontSize))
    left = usual(lines.compactMap { $0.box?.x })
    right = usual(lines.compactMap { $0.box.map { $0.x + $0.width } })
  }

  /// Whether a block is a paragraph of more than a line that ends as sentences do.
  func mayBeQuotation(_ index: Int) -> Bool {
    passages[index].kind == .paragraph && passages[index].lines.count > 1
      && passages[index].lines.count < 20
      && Ending.endsSentence(Marker.removed(from: passages[index].text))
  }

  func names(_ index: Int) -> [String] {
    let passage = passages[index]
    let body = passage.lines.dropLast()
    let widths = body.map { Double($0.width) / Double(max(1, style.fullWidth)) }.sorted()
    let lines = min(passage.lines.count, 5)
    var names = ["lines-\(lines)"]
    let widest = widths.last ?? 1
    let width =
      switch widest {
      case ..<0.7: "70"
      case ..<0.8: "80"
      case ..<0.87: "87"
      case ..<0.92: "92"
      case ..<0.96: "96"
      default: "100"
      }
    names += ["width-\(width)", "width-\(width)-lines-\(min(lines, 3))"]
    if let narrowest = widths.first, widest - narrowest < 0.1, body.count > 1 {
      names.append("even")
    }
    if let before = passages[..<index].last(where: { !$0.text.isEmpty }) {
      names.append(before.endsWithColon ? "after-colon" : "after-text")
      if before.kind == .heading(level: 2) { names.append("after-heading") }
    }
    if let first = passage.text.first, first.isQuotationMark { names.append("begins-with-quote") }
    if passage.text.contains(Marker.page) { names.append("spans-page") }
    names.append(passage.blanksBefore > 0 ? "blank-above" : "tight-above")
    if let size = body.first?.fontSize, let textSize, size < textSize - 0.3 {
      names.append("smaller")
    }
    if let left, let right {
      let boxes = body.compactMap(\.box)
      let isInset =
        !boxes.isEmpty && boxes.allSatisfy { $0.x > left + 6 && $0.x + $0.width < right - 6 }
      names.append(isInset ? "inset" : "not-inset")
    }
    return names
  }
}
