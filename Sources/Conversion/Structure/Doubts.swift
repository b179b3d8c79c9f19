/// Marks passages whose text shows that something is amiss, though no rule was unsure.
///
/// Each sign is one that print hardly has: a bracket without a partner, a sign of punctuation with a
/// space before it in a paper that does not write so, a final letter inside a word, a number glued
/// to a word that is no note mark, a paragraph that stops in mid-sentence.
struct Doubts {
  private let writesSpacedSigns: Bool

  /// Learns from a paper whether its author puts spaces before signs.
  init(_ passages: [Passage]) {
    var spaced = 0
    var letters = 0
    for passage in passages {
      spaced += Self.spacedSigns(passage.text)
      letters += passage.text.count
    }
    writesSpacedSigns = spaced * 1_500 > letters
  }

  func note(_ passages: inout [Passage]) {
    for index in passages.indices where passages[index].kind != .table {
      let text = Marker.removed(from: passages[index].text)
      if TurnedBrackets.unpaired(text) > 0 { passages[index].doubts.append(.unpairedBrackets) }
      if !writesSpacedSigns, Self.spacedSigns(text) > 0 {
        passages[index].doubts.append(.displacedSign)
      }
      if Self.hasDoubledStop(text) { passages[index].doubts.append(.displacedSign) }
      if let first = text.first, first.isClausePunctuation || first.isClosingBracket {
        passages[index].doubts.append(.displacedSign)
      }
      if Self.hasInnerFinal(text) { passages[index].doubts.append(.wordOrder) }
      if Self.hasGluedNumber(text) { passages[index].doubts.append(.strayNumber) }
      if passages[index].kind == .paragraph,
        stopsShort(text, before: passages[(index + 1)...].first)
      {
        passages[index].doubts.append(.paragraphEnd)
      }
      var found: [Doubt] = []
      for doubt in passages[index].doubts where !found.contains(doubt) { found.append(doubt) }
      passages[index].doubts = found
    }
  }

  private static func spacedSigns(_ text: Scalars) -> Int {
    var count = 0
    for index in text.indices.dropFirst().dropLast()
    where text[index].isClausePunctuation && text[index - 1] == " " && text[index] != "…" {
      if text[index] != "." || text[index + 1] != "." { count += 1 }
    }
    return count
  }

  /// Whether a number in brackets has a full stop on either side of the closing bracket. (After a
  /// letter it may be that of an abbreviation.)
  private static func hasDoubledStop(_ text: Scalars) -> Bool {
    text.indices.dropFirst(3).contains { index in
      text[index] == "." && text[index - 1].isClosingBracket && text[index - 2] == "."
        && text[index - 3].isDigit
    }
  }

  /// Whether one of the letters that Hebrew writes only at a word's end stands inside one.
  private static func hasInnerFinal(_ text: Scalars) -> Bool {
    for index in text.indices.dropLast() {
      switch text[index] {
      case "ם", "ן", "ץ", "ף", "ך":
        let next = text[index + 1].value
        if (0x05D0...0x05EA).contains(next) { return true }
      default: break
      }
    }
    return false
  }

  private static func hasGluedNumber(_ text: Scalars) -> Bool {
    for index in text.indices.dropLast()
    where text[index].isRightToLeftLetter && text[index + 1].isDigit {
      return true
    }
    return false
  }

  /// Whether a paragraph of some length has no end, and what follows is no list or quotation.
  private func stopsShort(_ text: Scalars, before next: Passage?) -> Bool {
    guard text.count > 60, !Ending.endsSentence(text), let last = text.last,
      !last.isClosingBracket, last != ">", !DirectionalRuns.isAddress(text.words.last ?? [])
    else { return false }
    switch next?.kind {
    case .item, .quotation: return false
    default: return true
    }
  }
}
