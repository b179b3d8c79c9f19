/// What words that an editor has chosen may say otherwise, by the damage that extraction does to any
/// text: lost spaces, turned ranges, signs at the wrong word, pieces that changed places.
struct ChosenWords {
  /// What is done, for the interface, and the piece's words then.
  private(set) var readings: [(name: String, words: String)] = []

  /// More words than this are read in their order.
  private static let longest = 6

  /// - Parameters:
  ///   - words: a piece's words.
  ///   - choice: the place of those that were chosen, in UTF-16 units.
  init(_ words: String, _ choice: Range<Int>) {
    let view = words.utf16
    guard choice.upperBound <= view.count, !choice.isEmpty,
      let start = view.index(view.startIndex, offsetBy: choice.lowerBound).samePosition(in: words),
      let end = view.index(view.startIndex, offsetBy: choice.upperBound).samePosition(in: words)
    else { return }
    let (before, chosen, after) = (words[..<start], String(words[start..<end]), words[end...])
    func add(_ name: String, _ text: String) {
      if text != chosen { readings.append((name, before + text + after)) }
    }
    add("spaces", Spots.spaced(chosen))
    add("range", Spots.rising(chosen))
    if let placing = SignPlacing(
      words,
      around: [
        Spot(start: choice.lowerBound, end: choice.upperBound, kind: "chosen")
      ])
    {
      for text in placing.readings(2) where text != words { readings.append(("signs", text)) }
    }
    let parts = chosen.split(separator: " ").map(String.init)
    guard (2...Self.longest).contains(parts.count) else { return }
    add("order", (parts.dropFirst() + parts.prefix(1)).joined(separator: " "))
    if parts.count > 2 {
      add("order", (parts.suffix(1) + parts.dropLast()).joined(separator: " "))
      add("order", parts.reversed().joined(separator: " "))
    }
  }
}
