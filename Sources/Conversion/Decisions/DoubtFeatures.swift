/// What speaks for a block or a note being wrong: yes-or-no features, by name.
struct DoubtFeatures {
  private let document: Document
  /// The score of the seam above each line, by the line's number; that below it likewise.
  private var above: [Int: Double] = [:]
  private var below: [Int: Double] = [:]
  /// The score of a block as a heading, by its first line.
  private var headings: [Int: Double] = [:]
  /// The lines above which, and below which, the rule of print and the weights say different things of
  /// a seam; the first lines of the blocks of which they do.
  private var disputedAbove: Set<Int> = []
  private var disputedBelow: Set<Int> = []
  private var disputedHeadings: Set<Int> = []
  private let usualLength: Double
  private let usualNote: Double
  /// How much of the paper is doubtful.
  private let share: String
  private let order: String
  private let setting: DoubtSetting
  /// The place of each block among those that hold a text.
  private var places: [Int: Int] = [:]

  init(_ document: Document, _ decisions: Decisions, _ words: WordOddness) {
    self.document = document
    let held = document.passages.indices.filter { !document.passages[$0].text.isEmpty }
    for (place, index) in held.enumerated() { places[index] = place }
    let passages = held.map { document.passages[$0] }
    setting = DoubtSetting(passages, kinds: passages.map { Self.kind($0) }, words)
    for decision in decisions.all {
      let score = decision.score(of: decision.kind == .paragraphEnd ? .joined : .kind("heading"))
      switch decision.kind {
      case .paragraphEnd:
        below[decision.range.first] = score
        above[decision.range.last] = score
        if decision.isDisputed {
          disputedBelow.insert(decision.range.first)
          disputedAbove.insert(decision.range.last)
        }
      case .blockKind:
        headings[decision.range.first] = score
        if decision.isDisputed { disputedHeadings.insert(decision.range.first) }
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
    let kind = Self.kind(passage)
    var names = [share, order, "kind-\(kind)"]
    if let place = places[index] { names += setting.names(place) }
    names += Set(passage.doubts).map { "sign-\($0.rawValue)" }
    let numbers = passage.lines.map(\.number)
    let inside = numbers.dropFirst().compactMap { above[$0] }.map(abs).min()
    names.append("seam-inside-" + step(inside))
    names.append("seam-above-" + step(numbers.first.flatMap { above[$0] }.map(abs)))
    names.append("seam-below-" + step(numbers.last.flatMap { below[$0] }.map(abs)))
    if let score = passage.sourceLines.min().flatMap({ headings[$0] }) {
      names.append("heading-" + (score > 0 ? "is-" : "not-") + step(abs(score)))
    }
    names += disputes(passage, numbers)
    let weak = numbers.dropFirst().count { above[$0].map { abs($0) < 2 } ?? false }
    if weak > 1 { names.append(weak > 3 ? "many-weak-seams" : "weak-seams") }
    if isBesideDoubt(index) { names.append("beside-doubt") }
    names += signs(passage, text)
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
    names += Set(passage.lines.flatMap(\.repairs)).map { "repair-\($0.rawValue)" }
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
    // What is common in one kind of block is odd in another.
    return names + names.filter(Self.bound.contains).map { "\(kind)-\($0)" }
  }

  private static let bound: Set<String> = [
    "after-open", "before-piece", "begins-with-bare-number", "begins-with-digit",
    "begins-with-label", "digits", "disputed-heading", "short",
  ]

  /// Where two ways to decide, the rule of print and the fitted weights, do not agree.
  private func disputes(_ passage: Passage, _ numbers: [Int]) -> [String] {
    var names: [String] = []
    if let first = numbers.first, disputedAbove.contains(first) { names.append("disputed-above") }
    if let last = numbers.last, disputedBelow.contains(last) { names.append("disputed-below") }
    let inside = numbers.dropFirst().count(where: disputedAbove.contains)
    if inside > 0 { names.append(inside > 1 ? "disputed-inside-more" : "disputed-inside") }
    if passage.sourceLines.min().map(disputedHeadings.contains) ?? false {
      names.append("disputed-heading")
    }
    return names
  }

  private func isBesideDoubt(_ index: Int) -> Bool {
    let passages = document.passages
    return [index - 1, index + 1].contains {
      passages.indices.contains($0) && passages[$0].doubts.contains(where: \.isSure)
    }
  }

  /// Signs and marks that stand where they seldom do.
  private func signs(_ passage: Passage, _ text: Scalars) -> [String] {
    var names: [String] = []
    if let last = text.last, last.isDigit, text.words.last?.allSatisfy(\.isDigit) ?? false {
      names.append("ends-with-number")
    }
    let quotes = text.indices.count { index in
      text[index] == "\""
        && !(index > 0 && index + 1 < text.count && text[index - 1].isLetter
          && text[index + 1].isLetter)
    }
    if quotes % 2 == 1 { names.append("odd-quotes") }
    if text.count(where: { $0 == "«" }) != text.count(where: { $0 == "»" }) {
      names.append("odd-guillemets")
    }
    if hasMarkInClause(passage.text) { names.append("mark-in-clause") }
    return names
  }

  /// Whether a note's mark stands behind a word that no sign follows: most stand at a clause's end.
  private func hasMarkInClause(_ text: Scalars) -> Bool {
    text.indices.contains { index in
      guard text[index] == Marker.note, index > 0, text[index - 1].isLetterOrDigit,
        let end = text[index...].firstIndex(of: Marker.end)
      else { return false }
      return end + 2 < text.count && text[end + 1].isSpacing && text[end + 2].isLetter
    }
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

  private static func kind(_ passage: Passage) -> String {
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
  /// Whether the rule that votes beside the weights votes against them.
  var isDisputed: Bool {
    for reading in [best] + others {
      guard let rule = reading.evidence.first(where: { $0.feature == "rule" }) else { continue }
      return (reading.score - rule.weight > 0) != (rule.weight > 0)
    }
    return false
  }

  /// The score of a reading beside the others: 0 where it was none of them.
  func score(of reading: Reading) -> Double {
    ([best] + others).first { $0.reading == reading }?.score ?? 0
  }
}
