import Orthography

/// Lines whose words, or whose clauses between punctuation, stand in the order in which they are
/// seen, with sound letters: what pypdf (words) and PyMuPDF (clauses) make of a page whose program
/// placed each word by itself. The runs between numbers and Latin follow one another as they are
/// read.
///
/// Spaces are lost or doubled at the seams, so the line is spaced anew. A run's first word has no
/// space beside it and is glued to the second; a dictionary tells where one ends.
struct TurnedWords {
  var lexicon: any Lexicon
  /// Whether single words are turned; else clauses.
  var turnsWords: Bool

  /// The line as it is read.
  func logical(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let kinds = text.map(Kind.init)
    var logical: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      var end = index
      if kinds[index].isLeftToRight {
        end = Kind.endOfLeftToRightRun(kinds, from: index)
        if !logical.isEmpty, logical.last.map(Kind.init) != .space, needsSpace(logical) {
          logical.append(" ")
        }
        logical += text[index..<end]
      } else {
        while end < text.count, !kinds[end].isLeftToRight { end += 1 }
        logical += turned(
          Array(text[index..<end]), afterRun: index > 0, beforeRun: end < text.count)
      }
      index = end
    }
    return logical
  }

  /// The spaces before the first letter and behind the last of a line whose clauses are turned: each
  /// clause keeps the space before it, and the space at the line's end stands at its head.
  static func edges(_ text: [Unicode.Scalar]) -> (leading: Bool?, trailing: Bool) {
    let kinds = text.map(Kind.init)
    let isSpaced = (leading: Bool?(kinds.first == .space), trailing: kinds.last == .space)
    let run = kinds.prefix { !$0.isLeftToRight }
    guard let letter = run.lastIndex(of: .right) else { return isSpaced }
    let sign = run[..<letter].lastIndex { $0.isWeak && $0 != .space }
    let isParted = sign.map { run[..<$0].contains(.right) } ?? false
    let spaces = run.prefix { $0 == .space }.count
    let trails = run.count == text.count ? spaces > (isParted ? 1 : 0) : isSpaced.trailing
    guard let sign else { return (spaces > 1, trails) }
    // The space behind a bracket that is the line's last sign may be the one before it.
    let isClear = isParted || Spacing.isCloser(text[sign]) || kinds[sign + 1] != .space
    return (isClear ? kinds[sign + 1] == .space : nil, trails)
  }

  private func needsSpace(_ logical: [Unicode.Scalar]) -> Bool {
    guard let last = logical.last else { return false }
    return last.value != 0x5BE && !last.isBracket && Kind(last) == .right
  }

  private enum Token {
    case word([Unicode.Scalar])
    case sign(Unicode.Scalar)
  }

  private func turned(
    _ run: [Unicode.Scalar], afterRun: Bool, beforeRun: Bool
  ) -> [Unicode.Scalar] {
    var tokens = tokens(run)
    if turnsWords, case .word(let glued) = tokens.last {
      tokens.removeLast()
      // What is glued stands turned as well: the first word of the run comes last.
      let (second, first) = parted(glued)
      if !second.isEmpty { tokens.append(.word(second)) }
      tokens.append(.word(first))
    }
    var logical: [Unicode.Scalar] = []
    for token in tokens.reversed() {
      switch token {
      case .word(let word):
        if let last = logical.last, Kind(last) != .space, !opens(logical) { logical.append(" ") }
        if logical.isEmpty, afterRun { logical.append(" ") }
        logical += word
      case .sign(let sign):
        if sign.isBracket || sign.value == 0x2014 || sign.value == 0x2013 || sign == "/" {
          if let last = logical.last, Kind(last) != .space, !closes(sign, logical) {
            logical.append(" ")
          }
        }
        logical.append(sign)
      }
    }
    return logical
  }

  /// Whether the next word touches the last sign: an opening bracket or quotation mark, a maqaf.
  private func opens(_ logical: [Unicode.Scalar]) -> Bool {
    guard let last = logical.last else { return false }
    if last.value == 0x5BE { return true }
    let before = logical.dropLast().last
    let gap = before.map { Kind($0) == .space } ?? true
    return gap && (last.isBracket || Spacing.isQuote(last))
  }

  private func closes(_ sign: Unicode.Scalar, _ logical: [Unicode.Scalar]) -> Bool {
    guard sign.isBracket else { return false }
    return logical.count { $0.isBracket } % 2 == 1
  }

  private func tokens(_ run: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var word: [Unicode.Scalar] = []
    func close() {
      while word.last == " " { word.removeLast() }
      if !word.isEmpty { tokens.append(.word(word)) }
      word = []
    }
    for scalar in run {
      switch Kind(scalar) {
      case .right, .mark: word.append(scalar)
      case .space:
        if turnsWords { close() } else if !word.isEmpty { word.append(" ") }
      default:
        if Spacing.isQuote(scalar) {
          word.append(scalar)
        } else {
          close()
          tokens.append(.sign(scalar))
        }
      }
    }
    close()
    return tokens
  }

  /// Two words that were glued: the one that is read later, and the first of the run. A word that is
  /// known is one word.
  func parted(
    _ word: [Unicode.Scalar]
  ) -> (later: [Unicode.Scalar], first: [Unicode.Scalar]) {
    guard word.count > 3, lexicon.knows(word.text) != true else { return ([], word) }
    var best: (cost: Int, at: Int) = (.max, 0)
    for at in 2...(word.count - 2) {
      let (later, first) = (Array(word[..<at]), Array(word[at...]))
      // Final letters end words and nothing else.
      guard !isFinal(first[0]), !later.dropLast().contains(where: isFinal) else { continue }
      guard !isInitialForm(later[later.count - 1]) else { continue }
      var cost = 0
      if lexicon.knows(later.text) != true { cost += 2 }
      if lexicon.knows(first.text) != true { cost += 2 }
      if isFinal(later[later.count - 1]) { cost -= 1 }
      if later.count < 3 || first.count < 3 { cost += 1 }
      if cost < best.cost { best = (cost, at) }
    }
    guard best.at > 0, best.cost < 3 else { return ([], word) }
    return (Array(word[..<best.at]), Array(word[best.at...]))
  }

  private func isFinal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "ך", "ם", "ן", "ף", "ץ", "ة", "ى": true
    default: false
    }
  }

  /// A letter that has another form at the end of a word.
  private func isInitialForm(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "כ", "מ", "נ", "צ": true
    default: false
    }
  }
}
