/// Signs and numbers that stand where print hardly has them, as named features of a text.
enum TextOddness {
  /// The features that hold for a text without markers.
  static func names(of text: Scalars) -> Set<String> {
    var found: Set<String> = []
    for index in text.indices {
      let before = index > 0 ? text[index - 1] : " "
      let after = index + 1 < text.count ? text[index + 1] : " "
      sign(text[index], before, after, isFirst: index == 0, &found)
      letter(text[index], after, &found)
    }
    let words = text.words
    for (word, next) in zip(words, words.dropFirst()) {
      if word == next, word.count > 1, word.allSatisfy(\.isLetter) { found.insert("word-twice") }
      if isNumber(word), isNumber(next) { found.insert("two-numbers") }
      if let last = word.last, last.isClausePunctuation, WordPairs.isBound(Array(word.dropLast())) {
        found.insert("bound-sign")
      }
    }
    edges(words, &found)
    let single = words.count { word in
      let letters = word.filter { !$0.isClausePunctuation && !$0.isPairedBracket }
      return letters.count == 1 && letters[0].isRightToLeftLetter && letters[0] != "و"
    }
    if single > 0 { found.insert(single > 1 ? "single-letters" : "single-letter") }
    return found
  }

  private static func sign(
    _ sign: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar, isFirst: Bool,
    _ found: inout Set<String>
  ) {
    if sign.isClausePunctuation, sign != "…" {
      if before.isSpacing, !isFirst { found.insert("space-before-sign") }
      if after.isRightToLeftLetter, sign != "." || !before.isRightToLeftLetter {
        found.insert("sign-before-letter")
      }
      if after.isClausePunctuation, sign != ".", after != "." { found.insert("two-signs") }
      if sign == ".", after == ".", before != "." { found.insert("two-stops") }
      if after.isDigit, !before.isDigit { found.insert("sign-before-digit") }
    }
    if sign.isOpeningBracket {
      if after.isSpacing || after.isClosingBracket { found.insert("space-in-brackets") }
      if before.isLetter { found.insert("bracket-at-word") }
    }
    if sign.isClosingBracket {
      if before.isSpacing { found.insert("space-in-brackets") }
      if after.isLetterOrDigit { found.insert("bracket-at-word") }
    }
    if sign == "\u{05BE}", after.isSpacing || after.isClausePunctuation {
      found.insert("maqaf-at-end")
    }
    if sign == "«" && after.isSpacing || sign == "»" && before.isSpacing && !isFirst {
      found.insert("space-in-guillemets")
    }
    if sign == "»" && after.isRightToLeftLetter || sign == "«" && before.isRightToLeftLetter {
      found.insert("turned-guillemet")
    }
  }

  private static func letter(
    _ letter: Unicode.Scalar, _ after: Unicode.Scalar, _ found: inout Set<String>
  ) {
    if letter.isRightToLeftLetter, letter.value != 0x05BE {
      if after.isDigit { found.insert("digit-at-letter") }
      if after.isLeftToRightLetter { found.insert("scripts-touch") }
    }
    guard after.isRightToLeftLetter, after.value != 0x05BE else { return }
    if letter.isDigit { found.insert("letter-at-digit") }
    if letter.isLeftToRightLetter { found.insert("scripts-touch") }
  }

  /// What a text begins and ends with.
  private static func edges(_ words: [Scalars], _ found: inout Set<String>) {
    guard let first = words.first, let last = words.last else { return }
    if WordPairs.isBound(last) { found.insert("ends-bound") }
    if last.last == ".", WordPairs.isBound(Array(last.dropLast())) {
      found.insert("ends-bound-stop")
    }
    let lastDigits = (last.last == "." ? last.dropLast() : last[...]).reversed()
      .prefix(while: \.isDigit).count
    if (1...2).contains(lastDigits) {
      let lead = last.count - lastDigits - (last.last == "." ? 1 : 0)
      if lead == 0 {
        found.insert("ends-with-small-number")
      } else if last[lead - 1].isClausePunctuation {
        found.insert("ends-with-number-at-stop")
      }
    }
    if isSmall(first) { found.insert("begins-with-bare-number") }
    if isLabel(first) { found.insert("begins-with-label") }
    if words.dropFirst().dropLast().contains(where: isSmall) { found.insert("inner-small-number") }
  }

  /// Whether a word is a number with or without signs.
  private static func isNumber(_ word: Scalars) -> Bool {
    let digits = word.filter { !$0.isClausePunctuation && !$0.isPairedBracket }
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  private static func isSmall(_ word: Scalars) -> Bool {
    (1...2).contains(word.count) && word.allSatisfy(\.isDigit)
  }

  /// Whether a word begins as the label of an item, a note or a heading does.
  private static func isLabel(_ word: Scalars) -> Bool {
    let body = word.first?.isOpeningBracket ?? false ? word.dropFirst() : word[...]
    guard let first = body.first else { return false }
    if NoteSign.isSign(first) { return true }
    let digits = body.prefix(while: \.isDigit)
    guard (1...2).contains(digits.count), let next = body.dropFirst(digits.count).first else {
      return false
    }
    return next == "." || next == ":" || next == "-" || next.isClosingBracket
  }
}
