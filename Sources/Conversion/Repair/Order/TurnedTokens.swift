import Orthography

/// Lines whose words stand in the order in which they are seen, each with the signs that touch it:
/// what pypdf makes of a page whose program placed each word by itself (Typst), where the font has
/// the signs of punctuation too. Where it has not, the signs part the runs (`TurnedWords`).
///
/// pypdf puts each word of a run, with the space before it, in front of what it has of the run. So the
/// run's first word, which has no space before it, comes last and touches the second; after a number
/// or Latin the run begins with its space, or with signs that follow the number.
struct TurnedTokens {
  var lexicon: any Lexicon

  // MARK: - Evidence

  /// What lines tell of their words' order.
  struct Evidence {
    /// Signs that end a clause, between two words without a space: at a run's end, and elsewhere.
    private var (touchingLast, touchingElsewhere) = (0, 0)
    /// Lines that end with such a sign, and words before them that do.
    private var (closedLines, closedWords) = (0, 0)

    mutating func add(_ line: [Unicode.Scalar]) {
      let tokens = TurnedTokens.tokens(TurnedTokens.firstRun(line))
      guard !line.contains(where: { Kind($0) == .mark }), tokens.count > 3, let last = tokens.last
      else { return }
      if TurnedTokens.seam(in: last) != nil { touchingLast += 1 }
      touchingElsewhere += tokens.dropLast().count { TurnedTokens.seam(in: $0) != nil }
      if last.last.map(Spacing.isCloser) == true { closedLines += 1 }
      closedWords += tokens.dropLast().count { $0.count > 1 && Spacing.isCloser($0[$0.count - 1]) }
    }

    mutating func add(_ other: Self) {
      touchingLast += other.touchingLast
      touchingElsewhere += other.touchingElsewhere
      closedLines += other.closedLines
      closedWords += other.closedWords
    }

    /// Whether words are turned with their signs: the first two words touch, others do not; and no
    /// line ends with a sign, though paragraphs must.
    var isTurned: Bool {
      touchingLast > 1 && touchingElsewhere * 2 <= touchingLast && closedLines * 6 < closedWords
    }
  }

  /// The right-to-left run that a line begins with.
  private static func firstRun(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(line.prefix { !Kind($0).isLeftToRight })
  }

  private static func tokens(_ run: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    run.split { Kind($0) == .space }.map(Array.init)
  }

  /// The end of the signs between two words that touch: `השלישי:הרציף`.
  private static func seam(in token: [Unicode.Scalar]) -> Int? {
    guard
      let sign = token.indices.dropFirst().first(where: {
        Spacing.isCloser(token[$0]) && Kind(token[$0 - 1]) != .separator
      }), let next = token[sign...].firstIndex(where: { Kind($0) == .right }),
      token[sign..<next].allSatisfy({ Kind($0).isWeak }), Kind(token[sign - 1]) == .right
    else { return nil }
    return next
  }

  // MARK: - Reading

  /// The line as it is read.
  func logical(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let kinds = text.map(Kind.init)
    // A line whose vowels are signs of their own was put out as it is read.
    guard !kinds.contains(.mark) else { return text }
    var logical: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      var end = index
      if kinds[index].isLeftToRight {
        end = Kind.endOfLeftToRightRun(kinds, from: index)
        if let last = logical.last, Kind(last) == .right && last.value != 0x5BE || isCloser(last) {
          logical.append(" ")
        }
        logical += text[index..<end]
      } else {
        while end < text.count, !kinds[end].isLeftToRight { end += 1 }
        append(
          read(
            Array(text[index..<end]), follows: index > 0,
            isAlone: end == text.count && !kinds[..<index].contains(.right)),
          to: &logical)
      }
      index = end
    }
    return logical
  }

  private func isCloser(_ sign: Unicode.Scalar) -> Bool { Spacing.isCloser(sign) }

  /// Joins words with spaces, signs that end a clause or close a bracket without.
  private func append(_ words: [[Unicode.Scalar]], to logical: inout [Unicode.Scalar]) {
    for word in words {
      guard let first = word.first else { continue }
      let touches = isCloser(first) || Brackets.opening[first] != nil
      if let last = logical.last, Kind(last) != .space, !touches { logical.append(" ") }
      logical += word
    }
  }

  /// The words of a run as they are read.
  ///
  /// - Parameters:
  ///   - follows: whether a number or Latin stands before the run.
  ///   - isAlone: whether nothing else but that stands in the line.
  private func read(
    _ run: [Unicode.Scalar], follows: Bool, isAlone: Bool
  ) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var part: [[Unicode.Scalar]] = []
    let tokens = Self.tokens(run)
    for (index, token) in tokens.enumerated() {
      let isLast = index == tokens.count - 1
      let isFirstOfMany = run.first.map { Kind($0) == .space } ?? false
      // A run of another font begins inside where two words touch.
      let (later, first) =
        isLast && follows
        ? parted(token, afterNumber: isAlone || tokens.count > 1)
        : isLast && !isFirstOfMany ? ([], token) : touching(token, isLast: isLast)
      if !later.isEmpty { part.append(later) }
      part.append(first)
      if isLast || !later.isEmpty {
        words += part.reversed()
        part = []
      }
    }
    return words
  }

  /// The last token of a run behind a number: signs that follow the number come first, and stand
  /// behind the run's first word.
  private func parted(
    _ token: [Unicode.Scalar], afterNumber: Bool
  ) -> (later: [Unicode.Scalar], first: [Unicode.Scalar]) {
    let word = (token.lastIndex { !Kind($0).isWeak } ?? -1) + 1
    guard word > 0, word < token.count, afterNumber else { return touching(token, isLast: false) }
    let bracket = token[word...].firstIndex { $0.isBracket }
    let start = bracket ?? token.count - 1
    return (Array(token[..<start]), Array(token[start...]))
  }

  /// Two words that touch, the one that is read later and the first; a word that is known is one.
  private func touching(
    _ token: [Unicode.Scalar], isLast: Bool
  ) -> (later: [Unicode.Scalar], first: [Unicode.Scalar]) {
    let signs = token.prefix { Kind($0).isWeak }.count
    if isLast, signs > 0, signs < token.count {
      return (Array(token[..<signs]), Array(token[signs...]))
    }
    if isLast, let seam = Self.seam(in: token) {
      return (Array(token[..<seam]), Array(token[seam...]))
    }
    let words = TurnedWords(lexicon: lexicon, turnsWords: true)
    let letters = token.prefix { Kind($0) == .right }
    guard letters.count == token.count || isLast else { return ([], token) }
    let (later, first) = words.parted(Array(letters))
    guard !later.isEmpty,
      isLast || [later, first].allSatisfy({ $0.count > 2 && lexicon.knows($0.text) == true })
    else { return ([], token) }
    return (later, first + token[letters.count...])
  }
}
