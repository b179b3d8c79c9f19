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
      if Self.hasLoneDash(text) { passages[index].doubts.append(.displacedSign) }
      if Self.hasInnerFinal(text) || Self.hasBrokenWord(text) {
        passages[index].doubts.append(.wordOrder)
      }
      if Self.hasGluedNumber(text) { passages[index].doubts.append(.strayNumber) }
      if passages[index].kind == .paragraph,
        stopsShort(text, before: passages[(index + 1)...].first)
      {
        passages[index].doubts.append(.paragraphEnd)
      }
      if text.count < 200, text.lazy.filter(\.isLetter).count < 2 {
        passages[index].doubts.append(.strayNumber)
      }
      if isHeading(passages[index]), isOutOfPlace(index, passages) {
        passages[index].doubts.append(.paragraphEnd)
      }
      var found: [Doubt] = []
      for doubt in passages[index].doubts where !found.contains(doubt) { found.append(doubt) }
      passages[index].doubts = found
    }
  }

  private func isHeading(_ passage: Passage) -> Bool {
    if case .heading = passage.kind { return !passage.text.isEmpty }
    return false
  }

  /// Whether a heading follows a paragraph that stops in mid-sentence, or stands in a row of three:
  /// a section's heading and its first part's are two.
  private func isOutOfPlace(_ index: Int, _ passages: [Passage]) -> Bool {
    if index > 0, passages[index - 1].kind == .paragraph,
      stopsShort(Marker.removed(from: passages[index - 1].text), before: passages[index])
    {
      return true
    }
    let row = max(0, index - 2)...min(passages.count - 1, index + 2)
    var length = 0
    for place in row {
      length = isHeading(passages[place]) ? length + 1 : 0
      if length > 2 { return true }
    }
    return false
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

  /// Whether a number touches a word of two letters or more, which is no prefix and no letter of a
  /// year.
  private static func hasGluedNumber(_ text: Scalars) -> Bool {
    for index in text.indices.dropFirst().dropLast(2) {
      if text[index].isRightToLeftLetter, text[index].value != 0x05BE, text[index + 1].isDigit,
        text[index - 1].isRightToLeftLetter
      {
        return true
      }
      if text[index].isDigit, text[index + 1].isRightToLeftLetter, text[index + 1].value != 0x05BE,
        text[index + 2].isRightToLeftLetter, text[index + 2].value != 0x05BE
      {
        return true
      }
    }
    return false
  }

  /// Whether a dash has a space on one side alone.
  private static func hasLoneDash(_ text: Scalars) -> Bool {
    text.indices.dropFirst().dropLast().contains { index in
      (text[index] == "—" || text[index] == "–")
        && text[index - 1].isSpacing != text[index + 1].isSpacing
        && !Marker.isMarker(text[index + 1])
    }
  }

  /// Whether a word has what no word of Hebrew or Arabic script has: a letter of another script or a
  /// sign between its letters, a vowel sign at its head, two vowels on one letter, a tanwin before
  /// another letter than alef; or is one letter that is no word.
  private static func hasBrokenWord(_ text: Scalars) -> Bool {
    for word in text.words where word.hasRightToLeftLetter {
      guard let first = word.first else { continue }
      if isVowel(first) { return true }
      if word.count == 1, first != "و", !isMark(first) { return true }
      for index in word.indices.dropFirst() {
        let (before, scalar) = (word[index - 1], word[index])
        if isVowel(before), isVowel(scalar) { return true }
        if isTanwin(before), scalar.isRightToLeftLetter, !isMark(scalar), scalar != "ا" {
          return true
        }
        guard index + 1 < word.count, before.isRightToLeftLetter,
          word[index + 1].isRightToLeftLetter
        else { continue }
        if scalar.isLeftToRightLetter || scalar == "±" { return true }
      }
    }
    return false
  }

  /// The vowel signs of Arabic; a letter has one at most, besides a shadda.
  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    (0x064B...0x0650).contains(scalar.value)
  }

  private static func isTanwin(_ scalar: Unicode.Scalar) -> Bool {
    (0x064B...0x064D).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x064B...0x0652).contains(scalar.value) || (0x0591...0x05C7).contains(scalar.value)
  }

  /// Whether a paragraph of some length has no end, and what follows is no list or quotation.
  private func stopsShort(_ text: Scalars, before next: Passage?) -> Bool {
    guard text.count > 25, !Captions.begins(text), !Ending.endsSentence(text), let last = text.last,
      !last.isClosingBracket, last != ">", !DirectionalRuns.isAddress(text.words.last ?? [])
    else { return false }
    switch next?.kind {
    case .item, .quotation: return false
    default: return true
    }
  }
}
