import Orthography

/// Arabic vowel signs put out before the letter that carries them, or apart from it.
struct VowelSigns {
  private let lexicon: any Lexicon
  /// Whether signs stand before their letters.
  private let lead: Bool

  /// - Parameter lines: the lines of the paper.
  init(lines: [[Unicode.Scalar]], lexicon: any Lexicon) {
    self.lexicon = lexicon
    lead = Self.marksLead(lines)
  }

  /// The line with each sign behind its letter.
  func placed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: { Kind($0) == .mark }) else { return line }
    return settled(lead ? swapped(line) : attached(line))
  }

  /// Whether the signs of a text stand before their letters: at the beginning of words, where no
  /// sign can stand, and a tanwin before another letter than the alef that it goes with, rather than
  /// at the end of words and before alef.
  static func marksLead(_ lines: [[Unicode.Scalar]]) -> Bool {
    var (leading, following) = (0, 0)
    for line in lines {
      for index in line.indices where Kind(line[index]) == .mark {
        let next = index + 1 < line.count ? line[index + 1] : " "
        if index == 0 || Kind(line[index - 1]) == .space {
          if next != "ا", Kind(next) == .right { leading += 1 }
        } else if Kind(line[index - 1]) == .right {
          if Kind(next) == .space {
            following += 1
          } else if line[index].value == 0x64B {
            if next == "ا" { following += 1 } else if Kind(next) == .right { leading += 1 }
          }
        }
      }
    }
    return leading > 3 && leading > following
  }

  // MARK: - Signs apart

  /// Signs that stand apart put behind the letter before them: `دائم ًا`, `ت ُعرف`. Where no word comes
  /// of it, the sign belongs to the letter after it: `أن ُأعيد`.
  private func attached(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var words: [[Unicode.Scalar]] = []
    for word in line.split(separator: " ", omittingEmptySubsequences: false).map(Array.init) {
      let signs = Array(word.prefix { Kind($0) == .mark })
      let rest = Array(word.dropFirst(signs.count))
      if signs.isEmpty {
        words.append(word)
      } else if let first = rest.first, Kind(first) == .right {
        join(signs, rest, to: &words)
      } else {
        words.append(signs)
        if !rest.isEmpty { words.append(rest) }
      }
    }
    return Array(withLooseSigns(words).joined(separator: [" "]))
  }

  /// Adds a word that begins with signs.
  private func join(
    _ signs: [Unicode.Scalar], _ rest: [Unicode.Scalar], to words: inout [[Unicode.Scalar]]
  ) {
    guard let last = words.last, let end = last.last, Kind(end) == .right,
      Script(end) == .arabic
    else {
      words.append(signs + rest)
      return
    }
    let (front, back) = (SplitWords.letters(last), SplitWords.letters(rest))
    if front.count == 1 || back == ["ا"] || signs[0].value == 0x651
      || lexicon.knows((front + back).text) ?? true
    {
      words[words.count - 1] = last + signs + rest
    } else if (0x64B...0x64D).contains(signs[0].value) {
      words += [signs, rest]
    } else {
      words.append([rest[0]] + signs + rest.dropFirst())
    }
  }

  /// Signs alone put on the word before them. A fathatan stands before the alef that ends its word,
  /// or on a teh marbuta or hamza: where the word before ends otherwise, the word after is looked at.
  private func withLooseSigns(_ words: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
    var placed: [[Unicode.Scalar]] = []
    var loose: [Unicode.Scalar] = []
    for word in words {
      let digits = word.prefix { Kind($0) != .mark && Kind($0) != .right }
      if !word.isEmpty, word.allSatisfy({ Kind($0) == .mark }) {
        if let end = placed.last?.last, Kind(end) == .right,
          word[0].value != 0x64B || end == "ة" || end == "ء"
        {
          placed[placed.count - 1] += word
        } else {
          loose += word
        }
      } else if !loose.isEmpty, let tanwin = beforeFinalAlef(loose, word) {
        placed.append(tanwin)
        loose = []
      } else if !digits.isEmpty, digits.count < word.count,
        word[digits.count...].allSatisfy({ Kind($0) == .mark })
      {
        // On a number no sign can stand.
        placed.append(Array(digits))
        loose += word[digits.count...]
      } else {
        if !loose.isEmpty, digits.count < word.count {
          put(loose, on: &placed)
          loose = []
        }
        placed.append(word)
      }
    }
    if !loose.isEmpty { put(loose, on: &placed) }
    return placed
  }

  /// Puts signs that found no letter behind what they stood behind.
  private func put(_ signs: [Unicode.Scalar], on words: inout [[Unicode.Scalar]]) {
    if let end = words.last?.last, Kind(end) == .right {
      words[words.count - 1] += signs
    } else {
      words.append(signs)
    }
  }

  private func beforeFinalAlef(
    _ signs: [Unicode.Scalar], _ word: [Unicode.Scalar]
  ) -> [Unicode.Scalar]? {
    guard signs == ["\u{64B}"], let alef = word.lastIndex(where: { Kind($0) == .right }), alef > 1,
      word[alef] == "ا", word[...alef].allSatisfy({ Kind($0) == .right })
    else { return nil }
    return Array(word[..<alef]) + signs + word[alef...]
  }

  // MARK: - Tanwin

  /// A line whose tanwins stand at the ends of their words, where alone they can be: `أوًلا` and
  /// `أوً لا` for `أولًا`, `ثماٍن` for `ثمانٍ`.
  private func settled(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: Self.isTanwin) else { return line }
    var words: [[Unicode.Scalar]] = []
    for word in line.split(separator: " ", omittingEmptySubsequences: false).map(Array.init) {
      if let last = words.last, isCutAtTanwin(last, word) {
        words[words.count - 1] = Self.settled(last + word)
      } else {
        words.append(Self.settled(word))
      }
    }
    return Array(words.joined(separator: [" "]))
  }

  private static func isTanwin(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x64D).contains(scalar.value)
  }

  /// Whether a fathatan ends a word on a letter that cannot bear it, and the next word ends in alef.
  private func isCutAtTanwin(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    let (front, back) = (SplitWords.letters(first), SplitWords.letters(second))
    guard first.last?.value == 0x64B, let bearer = front.last, !Self.bearers.contains(bearer),
      back.count < 4, back.last == "ا"
    else { return false }
    return lexicon.knows((front + back).text) ?? true
  }

  /// The letters at a word's end on which a fathatan can stand.
  private static let bearers: Set<Unicode.Scalar> = ["ا", "ى", "ة", "ء"]

  /// A word with a tanwin from its inside put on its last letter, or before its last alef.
  private static func settled(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let sign = word.firstIndex(where: isTanwin),
      let last = word.lastIndex(where: { Kind($0) == .right }), last > sign,
      word[sign...last].allSatisfy({ Kind($0) == .right || Kind($0) == .mark })
    else { return word }
    let isFathatan = word[sign].value == 0x64B
    if isFathatan, last == sign + 1, word[last] == "ا" || word[last] == "ى" { return word }
    if isFathatan, !bearers.contains(word[last]) { return word }
    var settled = word
    settled.remove(at: sign)
    let isBefore = isFathatan && (word[last] == "ا" || word[last] == "ى")
    settled.insert(word[sign], at: isBefore ? last - 1 : last)
    return settled
  }

  // MARK: - Signs before their letters

  /// Signs put behind the letter that follows them; a sign before a space or alone goes to the
  /// letter before.
  private func swapped(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < line.count {
      guard Kind(line[index]) == .mark else {
        result.append(line[index])
        index += 1
        continue
      }
      var end = index
      while end < line.count, Kind(line[end]) == .mark { end += 1 }
      let isAfterSpace = result.last.map { Kind($0) == .space } ?? true
      if end < line.count, Kind(line[end]) == .right, !(isAfterSpace && line[end] == "ا") {
        result.append(line[end])
        result += line[index..<end]
        index = end + 1
      } else {
        if isAfterSpace, !result.isEmpty { result.removeLast() }
        result += line[index..<end]
        index = end
      }
    }
    return result
  }
}
