/// Spaces at the seams of runs that only the whole passage shows to be wrong, for texts whose order
/// had to be restored: their programs guess the spaces between runs.
enum PassageSpacing {
  /// The passage without spaces inside its pairs of quotation marks, behind the Arabic `and` and in
  /// `14(ג)`, and with those that stand round a Latin `&` and before a bracket of Latin.
  static func restored(_ text: Scalars) -> Scalars {
    spaced(joined(quoted(text)))
  }

  /// Quotation marks of one shape open and close by turns: `״ הסכם 2005 ״` has no space inside. Where
  /// their number is odd one is missing, or is an abbreviation's, and nothing is certain.
  private static func quoted(_ text: Scalars) -> Scalars {
    let marks = text.indices.filter { text[$0] == "״" && !isInWord(text, $0) }
    guard !marks.isEmpty, marks.count % 2 == 0 else { return text }
    var dropped: Set<Int> = []
    for (place, mark) in marks.enumerated() {
      if place % 2 == 0, mark + 1 < text.count, text[mark + 1] == " " {
        dropped.insert(mark + 1)
      } else if place % 2 == 1, mark > 0, text[mark - 1] == " " {
        dropped.insert(mark - 1)
      }
    }
    // A space both before an opening mark and behind it, or neither, would make words touch.
    for (place, mark) in marks.enumerated() {
      let outside = place % 2 == 0 ? mark - 1 : mark + 1
      guard text.indices.contains(outside) else { continue }
      if text[outside].isLetterOrDigit, !(place % 2 == 0 && isPrefix(text, outside)) { return text }
    }
    return text.indices.filter { !dropped.contains($0) }.map { text[$0] }
  }

  /// Whether a mark is that of an abbreviation: letters touch it on both sides, and a single one the
  /// end.
  private static func isInWord(_ text: Scalars, _ index: Int) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    let after = index + 2 < text.count ? text[index + 2] : " "
    return text[index - 1].isRightToLeftLetter && text[index + 1].isRightToLeftLetter
      && !after.isRightToLeftLetter
  }

  /// Whether the letters that end at an index are a prefix of one or two, which quotations take.
  private static func isPrefix(_ text: Scalars, _ end: Int) -> Bool {
    guard text[end].isRightToLeftLetter || text[end].isDash else { return false }
    let start = text[..<end].lastIndex { !$0.isRightToLeftLetter } ?? -1
    return end - start <= 3
  }

  /// The Arabic `and` alone is a part of the word after it.
  private static func joined(_ text: Scalars) -> Scalars {
    var joined: Scalars = []
    for index in text.indices {
      if text[index] == " ", index > 0, text[index - 1] == "و",
        index == 1 || text[index - 2] == " ",
        index + 1 < text.count, text[index + 1].isDigit || text[index + 1].isRightToLeftLetter
      {
        continue
      }
      if text[index] == " ", index > 0, text[index - 1].isDigit, isSubsection(text[(index + 1)...])
      {
        continue
      }
      joined.append(text[index])
    }
    return joined
  }

  /// Whether a Hebrew letter in brackets comes next, which belongs to the section's number before it.
  private static func isSubsection(_ rest: Scalars.SubSequence) -> Bool {
    let sign = Array(rest.prefix(3))
    return sign.count == 3 && sign[0] == "(" && sign[2] == ")"
      && (0x05D0...0x05EA).contains(sign[1].value)
  }

  private static func spaced(_ text: Scalars) -> Scalars {
    var spaced: Scalars = []
    for index in text.indices {
      if index > 0, isMissing(text, index) { spaced.append(" ") }
      spaced.append(text[index])
    }
    return spaced
  }

  /// Whether a space is missing before a sign: on the one side of an `&` that has it on the other, and
  /// between a right-to-left word and a bracket that holds Latin.
  private static func isMissing(_ text: Scalars, _ index: Int) -> Bool {
    let (before, sign) = (text[index - 1], text[index])
    let next = index + 1 < text.count ? text[index + 1] : " "
    if sign == "&" { return before.isLeftToRightLetter && next == " " }
    if before == "&" {
      return index > 1 && text[index - 2] == " " && sign.isLeftToRightLetter
    }
    guard sign == "(", before.isRightToLeftLetter, next.isLeftToRightLetter else { return false }
    return text[(index + 1)...].prefix { $0 != ")" }.count > 1
  }
}
