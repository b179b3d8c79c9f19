/// Marks the blocks and notes that are likely to be wrong, and no others.
///
/// The signs that passes leave on a block, how close its decisions were and how much of the paper is
/// doubtful are weighed together; the weights are fitted on papers of which every block is known to
/// be right or wrong. What print hardly has (a bracket alone, a final letter inside a word) marks a
/// block by itself; any other sign does unless the block is rather sound.
struct WeighDoubts: Pass {
  static let name = "weigh-doubts"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    guard document.isPaged else { return }
    let features = DoubtFeatures(document, decisions)
    for index in document.passages.indices where document.passages[index].content == nil {
      let passage = document.passages[index]
      guard !passage.text.isEmpty else { continue }
      let score = Calibration.wrongBlock.score(features.ofBlock(index))
      decide(&decisions, .block, passage.sourceLines, passage.text, score)
      weigh(&document.passages[index].doubts, score, limit: Calibration.doubtfulBlock)
    }
    for index in document.notes.indices where !document.notes[index].isMissing {
      let note = document.notes[index]
      let score = Calibration.wrongNote.score(features.ofNote(index))
      decide(&decisions, .note, note.sourceLines, note.text, score)
      weigh(&document.notes[index].doubts, score, limit: Calibration.doubtfulNote)
    }
  }

  private func decide(
    _ decisions: inout Decisions, _ kind: Decision.Kind, _ lines: [Int], _ text: Scalars,
    _ score: Weights.Score
  ) {
    decisions.decide(
      kind, at: SourceRange(lines.min() ?? 0, lines.max() ?? 0),
      words: Marker.removed(from: text).string,
      [
        Scored(.kind("right"), score: 0),
        Scored(.kind("wrong"), score: score.total, evidence: score.evidence),
      ])
  }

  private func weigh(
    _ doubts: inout [Doubt], _ score: Weights.Score, limit: Double
  ) {
    guard score.total > limit else {
      if score.total < Calibration.soundBlock { doubts.removeAll { !$0.isSure } }
      return
    }
    guard doubts.isEmpty else { return }
    let seams = score.evidence.filter { $0.feature.hasPrefix("seam-") }.reduce(0) { $0 + $1.weight }
    let heading = score.evidence.filter { $0.feature.hasPrefix("heading-") }.reduce(0) {
      $0 + $1.weight
    }
    if max(seams, heading) < 0.3 {
      doubts = [.uncertain]
    } else {
      doubts = [seams >= heading ? .paragraphEnd : .headingOrText]
    }
  }
}

/// What speaks for a block or a note being wrong: yes-or-no features, by name.
struct DoubtFeatures {
  private let document: Document
  /// The score of the seam above each line, by the line's number; that below it likewise.
  private var above: [Int: Double] = [:]
  private var below: [Int: Double] = [:]
  /// The score of a block as a heading, by its first line.
  private var headings: [Int: Double] = [:]
  private let usualLength: Double
  private let usualNote: Double
  /// How much of the paper is doubtful.
  private let share: String
  private let order: String

  init(_ document: Document, _ decisions: Decisions) {
    self.document = document
    for decision in decisions.all {
      let score = decision.score(of: decision.kind == .paragraphEnd ? .joined : .kind("heading"))
      switch decision.kind {
      case .paragraphEnd:
        below[decision.range.first] = score
        above[decision.range.last] = score
      case .blockKind: headings[decision.range.first] = score
      default: break
      }
    }
    func median(_ lengths: [Int]) -> Double {
      lengths.isEmpty ? 0 : Double(lengths.sorted()[lengths.count / 2])
    }
    usualLength = median(
      document.passages.filter { $0.kind == .paragraph }.map(\.text.count).filter { $0 > 60 })
    usualNote = median(document.notes.filter { !$0.isMissing }.map(\.text.count))
    let doubtful = document.passages.count { !$0.doubts.isEmpty }
    share =
      switch Double(doubtful) / Double(max(1, document.passages.count)) {
      case ..<0.04: "paper-04"
      case ..<0.1: "paper-10"
      case ..<0.2: "paper-20"
      case ..<0.35: "paper-35"
      case ..<0.55: "paper-55"
      default: "paper-100"
      }
    let families = Dictionary(grouping: document.families, by: { $0 }).mapValues(\.count)
    let family = families.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .logical
    order = document.profile.order == .given ? "order-given" : "order-\(family)"
  }

  func ofBlock(_ index: Int) -> [String] {
    let passage = document.passages[index]
    let text = Marker.removed(from: passage.text)
    var names = [share, order, "kind-\(kind(passage))"]
    names += Set(passage.doubts).map { "sign-\($0.rawValue)" }
    let numbers = passage.lines.map(\.number)
    let inside = numbers.dropFirst().compactMap { above[$0] }.map(abs).min()
    names.append("seam-inside-" + step(inside))
    names.append("seam-above-" + step(numbers.first.flatMap { above[$0] }.map(abs)))
    names.append("seam-below-" + step(numbers.last.flatMap { below[$0] }.map(abs)))
    if let score = passage.sourceLines.min().flatMap({ headings[$0] }) {
      names.append("heading-" + (score > 0 ? "is-" : "not-") + step(abs(score)))
    }
    let length = Double(text.count)
    if passage.kind == .paragraph {
      names.append(
        length > usualLength * 2.5 ? "longest" : length > usualLength * 1.6 ? "longer" : "usual")
      if length < 60 { names.append("short") }
      names.append(Ending.endsSentence(text) ? "ended" : "open")
    }
    if let first = text.first {
      if first.properties.isLowercase { names.append("begins-lowercase") }
      if first.isDigit { names.append("begins-with-digit") }
    }
    if passage.text.contains(Marker.page) { names.append("spans-page") }
    if passage.text.contains(Marker.note) { names.append("has-mark") }
    if text.hasRightToLeftLetter, text.hasLeftToRightLetter { names.append("two-scripts") }
    if text.contains(where: \.isDigit) { names.append("digits") }
    if text.contains(where: \.isPairedBracket) { names.append("brackets") }
    if text.contains("\"") || text.contains("-") { names.append("ascii-signs") }
    if passage.lines.contains(where: { !$0.repairs.isEmpty }) { names.append("repaired") }
    let before = document.passages[..<index].last { !$0.text.isEmpty }
    if let before, before.kind == .paragraph,
      !Ending.endsSentence(Marker.removed(from: before.text)), !before.endsWithColon
    {
      names.append("after-open")
    }
    if let next = document.passages[(index + 1)...].first(where: { !$0.text.isEmpty }),
      let first = next.text.first, first.isClausePunctuation || first.properties.isLowercase
    {
      names.append("before-piece")
    }
    return names
  }

  func ofNote(_ index: Int) -> [String] {
    let note = document.notes[index]
    var names = [share, order]
    names += Set(note.doubts).map { "sign-\($0.rawValue)" }
    let length = Double(note.text.count)
    names.append(
      length > max(usualNote, 40) * 6
        ? "absurd"
        : length > max(usualNote, 40) * 3
          ? "longest"
          : length > max(usualNote, 40) * 1.8 ? "longer" : "usual")
    if length < 8 { names.append("short") }
    names.append(Ending.endsSentence(note.text) ? "ended" : "open")
    if let first = note.text.first {
      if first.properties.isLowercase { names.append("begins-lowercase") }
      if first.isDigit { names.append("begins-with-digit") }
      if first.isClausePunctuation { names.append("begins-with-sign") }
    }
    let marks = Set(document.marks)
    if !marks.contains(note.label) { names.append("no-mark") }
    let labels = Set(document.notes.filter { !$0.isMissing }.map(\.label))
    if !labels.contains(note.label + 1) {
      names.append(note.label == labels.max() ? "last" : "next-missing")
    }
    if TurnedBrackets.unpaired(note.text) > 0 { names.append("unpaired-brackets") }
    if note.text.hasRightToLeftLetter, note.text.hasLeftToRightLetter {
      names.append("two-scripts")
    }
    return names
  }

  private func kind(_ passage: Passage) -> String {
    switch passage.kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .item(let number): number == nil ? "bullet" : "numbered"
    case .quotation: "quotation"
    case .caption: "caption"
    case .table: "table"
    }
  }

  private func step(_ score: Double?) -> String {
    guard let score else { return "none" }
    switch score {
    case ..<0.5: return "0"
    case ..<1: return "1"
    case ..<2: return "2"
    case ..<3: return "3"
    default: return "far"
    }
  }
}

extension Decision {
  /// The score of a reading beside the others: 0 where it was none of them.
  func score(of reading: Reading) -> Double {
    ([best] + others).first { $0.reading == reading }?.score ?? 0
  }
}
