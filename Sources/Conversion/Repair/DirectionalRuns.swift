/// A line whose runs of Latin and of Hebrew or Arabic stand in the order in which they are seen
/// from left to right: the last run comes first, while each run is in order inside itself.
///
/// `.)NATO( של הברית` was printed `הברית של (NATO).`: seen from the left, the line begins with its
/// full stop. What shows it is punctuation that stands where no sentence has it, at a line's start
/// or before a word.
enum DirectionalRuns {
  /// A restored stretch.
  struct Restoration {
    var text: Scalars
    /// Whether the order was changed.
    var isMoved: Bool
    /// Whether the evidence was thin.
    var isDoubtful: Bool
  }

  /// Puts the runs of a stretch in reading order, if it shows that they are not.
  ///
  /// - Parameters:
  ///   - text: a line or a segment of one, as extracted.
  ///   - hasSpaceBefore: whether a space too many stands before it: the space that ended the line
  ///     went to its start together with the run.
  ///   - turnsBrackets: whether brackets that stay where they are must be turned.
  static func restore(_ text: Scalars, hasSpaceBefore: Bool, turnsBrackets: Bool) -> Restoration {
    let words = text.words
    func inPlace(doubtful: Bool = false) -> Restoration {
      Restoration(
        text: turnsBrackets ? TurnedBrackets.mirrored(text.trimmed) : text.trimmed, isMoved: false,
        isDoubtful: doubtful)
    }
    guard words.count <= 400 else { return inPlace() }
    guard let firstRight = words.firstIndex(where: \.hasRightToLeftLetter) else {
      guard let moved = restoredLatin(words, text: text.trimmed) else { return inPlace() }
      return Restoration(text: moved, isMoved: true, isDoubtful: false)
    }
    let head = Array(words[..<firstRight])
    let weight = weigh(
      head: head, rest: Array(words[firstRight...]), hasSpaceBefore: hasSpaceBefore)
    guard weight >= 2 else { return inPlace(doubtful: weight == 1 && !head.isEmpty) }
    let runs = runs(of: words)
    let restored = runs.reversed().map { run in
      run.isRightToLeft
        ? rightToLeftRun(run.words, turnsBrackets: turnsBrackets) : leftToRightRun(run.words)
    }
    return Restoration(
      text: Array(restored.joined(separator: [" "])), isMoved: true, isDoubtful: weight == 2)
  }

  // MARK: - Evidence

  /// How much speaks for runs in turned order; 2 is enough.
  private static func weigh(head: [Scalars], rest: [Scalars], hasSpaceBefore: Bool) -> Int {
    var weight = 0
    var afterLatin = !head.isEmpty
    var isDisplacedInside = false
    for word in rest {
      if afterLatin, word.count > 1, word[0].isClausePunctuation, word[0] != ".",
        word[1].isRightToLeftLetter || word[1].isQuotationMark
      {
        isDisplacedInside = true
      }
      afterLatin = !word.hasRightToLeftLetter && (afterLatin || word.hasLeftToRightLetter)
    }
    if isDisplacedInside { weight += 3 }
    guard let first = head.first, let last = head.last else { return weight }
    let scalars = Array(head.joined(separator: [" "]))
    let hasLatin = scalars.hasLeftToRightLetter
    let isNumber = !hasLatin && scalars.contains(where: \.isDigit)
    if hasSpaceBefore { weight += 3 }
    if first.count > 1, first[0].isClausePunctuation, !first[1].isClausePunctuation { weight += 3 }
    let open = scalars.lazy.filter(\.isOpeningBracket).count
    let closed = scalars.lazy.filter(\.isClosingBracket).count
    if hasLatin, open > 0, closed == 0 { weight += 2 }
    let hasAddress = isAddress(scalars)
    if hasAddress {
      weight += 1
      if rest.last?.last == ":" { weight += 2 }
      if let word = rest.first, word[0].isQuotationMark { weight += 1 }
      if first[0] == "/" { weight += 2 }
    }
    // A clause sign after the head ends a sentence there: the head is where it should be.
    if let end = last.last, end.isClausePunctuation, !first[0].isClausePunctuation, !hasAddress {
      weight -= 4
    }
    // A number, or a mark of punctuation, alone at the start needs more than the space.
    if isNumber, head.count == 1, isListLabel(first) { weight -= 3 }
    return weight
  }

  private static func isListLabel(_ word: Scalars) -> Bool {
    guard let last = word.last, last == "." || last.isPairedBracket else { return false }
    return word.dropLast().allSatisfy(\.isDigit) && word.count > 1
  }

  static func isAddress(_ scalars: Scalars) -> Bool {
    let text = scalars.string
    return text.contains("://") || text.contains("www.")
  }

  // MARK: - Runs

  private struct Run {
    var isRightToLeft: Bool
    var words: [Scalars]
  }

  /// Parts words into runs. Numbers and signs belong to the run before them, at the start to the
  /// first: digits are set in the font of the text around them.
  private static func runs(of words: [Scalars]) -> [Run] {
    var runs: [Run] = []
    for word in words {
      let direction: Bool? =
        word.hasRightToLeftLetter ? true : word.hasLeftToRightLetter ? false : nil
      if let last = runs.last, direction == nil || direction == last.isRightToLeft {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append(Run(isRightToLeft: direction ?? false, words: [word]))
      }
    }
    return runs
  }

  /// A run of Hebrew or Arabic: the punctuation at its start ended it in print.
  private static func rightToLeftRun(_ words: [Scalars], turnsBrackets: Bool) -> Scalars {
    var text = Array(words.joined(separator: [" "]))
    if turnsBrackets { text = TurnedBrackets.mirrored(text) }
    var lead = text.prefix { $0.isClausePunctuation }.count
    if lead < text.count, text[lead].isQuotationMark, lead > 0 || hasUnpairedQuote(text) {
      lead += 1
    }
    guard lead > 0, lead < text.count else { return text }
    return Array(text[lead...]) + text[..<lead].reversed()
  }

  /// Whether the quotation mark that begins a text has no partner to end the quotation.
  private static func hasUnpairedQuote(_ text: Scalars) -> Bool {
    var opening = 0
    var closing = 0
    for (index, scalar) in text.enumerated() where scalar == "\"" || scalar == "״" {
      let before = index > 0 && text[index - 1].isLetter
      let after = index + 1 < text.count && text[index + 1].isLetterOrDigit
      if before, after { continue }
      if before || index > 0 && !text[index - 1].isSpacing { closing += 1 } else { opening += 1 }
    }
    return opening > closing
  }

  /// A run of Latin and numbers that was moved: where its brackets or its first sign show it, the
  /// pieces between brackets stand in turned order as well.
  static func leftToRightRun(_ words: [Scalars]) -> Scalars {
    let text = Array(words.joined(separator: [" "]))
    if isSound(text) { return text }
    return Array(atoms(of: text).reversed().joined())
  }

  private static func isSound(_ text: Scalars) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if first.isClausePunctuation || first == "/" { return false }
    if first.isQuotationMark, !last.isQuotationMark { return false }
    return TurnedBrackets.turned(text) <= 0 && TurnedBrackets.unpaired(text) == 0
  }

  /// TurnedBrackets, spaces and the signs at either end as atoms of their own, and the text between.
  private static func atoms(of text: Scalars) -> [Scalars] {
    guard let first = text.firstIndex(where: \.isLetterOrDigit),
      let last = text.lastIndex(where: \.isLetterOrDigit)
    else { return text.map { [$0] } }
    var atoms: [Scalars] = text[..<first].map { [$0] }
    var end = last
    while end + 1 < text.count, !text[end + 1].isSpacing, !text[end + 1].isPairedBracket,
      !text[end + 1].isQuotationMark
    {
      end += 1
    }
    var piece: Scalars = []
    for scalar in text[first...end] {
      if scalar.isPairedBracket {
        atoms += partingSpaces(piece)
        atoms.append([scalar])
        piece = []
      } else {
        piece.append(scalar)
      }
    }
    atoms += partingSpaces(piece)
    return atoms + text[(end + 1)...].map { [$0] }
  }

  private static func partingSpaces(_ piece: Scalars) -> [Scalars] {
    guard !piece.isEmpty else { return [] }
    let lead = piece.prefix { $0.isSpacing }
    let core = piece.trimmed
    guard !core.isEmpty else { return lead.map { [$0] } }
    return lead.map { [$0] } + [core] + piece[(lead.count + core.count)...].map { [$0] }
  }

  /// A line of Latin alone whose closing signs jumped to its start: `.Ibid` for `Ibid.`.
  private static func restoredLatin(_ words: [Scalars], text: Scalars) -> Scalars? {
    guard let first = text.first, text.count > 1, text.hasLeftToRightLetter || first == "." else {
      return nil
    }
    if first.isClausePunctuation, !text[1].isClausePunctuation, !text[1].isSpacing {
      if text[1].isClosingBracket {
        return leftToRightRun(words)
      }
      // Decimals (`.5`) begin so by right.
      guard !text[1].isDigit || text.hasLeftToRightLetter else { return nil }
      return Array(text.dropFirst()) + [first]
    }
    return nil
  }
}
