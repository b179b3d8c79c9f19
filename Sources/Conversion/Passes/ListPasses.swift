/// Puts the labels that an extractor set apart back at the heads of their items.
struct PlaceListLabels: Pass {
  static let name = "place-list-labels"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    document.style = LineStyle(lines: document.lines)
    placeBullets(&document.lines)
    guard document.source.count > 1 else { return }
    document.lines = DisplacedLabels(lines: GatheredLabels(lines: document.lines).lines).lines
  }
}

extension PlaceListLabels {
  /// Puts bullets that came out behind their lines before them: where several lines in a row end with
  /// one, and none begins with one.
  private func placeBullets(_ lines: inout [TextLine]) {
    guard !lines.contains(where: { ListLabel.hasBullet($0.raw.trimmed) && !$0.raw.contains("*") })
    else { return }
    let ending = lines.indices.filter { endsWithBullet(lines[$0].raw.trimmed) }
    for index in ending where ending.contains(where: { abs($0 - index) == 1 }) {
      let text = lines[index].raw.trimmed
      guard let bullet = text.last else { continue }
      lines[index] = lines[index].replacing(
        raw: [bullet, " "] + Array(text.dropLast()).trimmed)
    }
  }

  private func endsWithBullet(_ text: Scalars) -> Bool {
    text.count > 3 && ListLabel.hasBullet(Array([text[text.count - 1], " "]))
      && text[text.count - 2].isSpacing && text.last?.isDash == false && text.last != "*"
  }
}

/// Takes the numbers that were printed twice (`11`, `22`, …) from the lines that they begin, where
/// they make a sequence.
struct TakeDoubledNumbers: Pass {
  static let name = "take-doubled-numbers"

  func run(_ document: inout Document, _ decisions: inout Decisions, _ knowledge: Knowledge) {
    var found: [(index: Int, value: Int, length: Int)] = []
    for (index, line) in document.lines.enumerated() {
      let text = line.raw.trimmed
      let digits = text.prefix(while: \.isDigit)
      guard let value = DoubledNumber.value(Array(digits)), digits.count < text.count,
        text[digits.count].isSpacing
      else { continue }
      found.append((index, value, digits.count))
    }
    for (position, item) in found.enumerated() {
      let before = position > 0 ? found[position - 1] : nil
      let after = position + 1 < found.count ? found[position + 1] : nil
      let follows = before.map { item.value == $0.value + 1 && item.index - $0.index < 12 } ?? false
      let leads = after.map { $0.value == item.value + 1 && $0.index - item.index < 12 } ?? false
      guard follows || leads else { continue }
      let source = document.lines[item.index]
      var line = TextLine(
        number: source.number,
        raw: withoutFarStop(Array(source.raw.trimmed.dropFirst(item.length)).trimmed))
      line.blanksBefore = source.blanksBefore
      line.blanksAfter = source.blanksAfter
      line.startsPage = source.startsPage
      line.beginsItem = true
      document.lines[item.index] = line
      document.doubledNumbers[line.number] = item.value
    }
  }

  /// The full stop of a number that was printed twice stands at its line's start or far end: ` .`,
  /// or a second full stop.
  private func withoutFarStop(_ text: Scalars) -> Scalars {
    guard text.count > 2, let last = text.last else { return text }
    if text[0] == ".", text[1].isSpacing { return Array(text.dropFirst()).trimmed }
    let before = text[text.count - 2]
    if last == ".", before.isSpacing || (before == "." && text[text.count - 3] != ".") {
      return Array(text.dropLast()).trimmed
    }
    return text
  }
}
