import Orthography

/// Lines of a text whose typesetter drew them in runs, as after many edits, and whose extractor began
/// a new piece at every wide gap.
///
/// Such a line was made so: its runs stand in reading order, inside each the glyphs lie in visual
/// order, and each piece between wide gaps was turned by itself. Read back: atoms from left to
/// right; an atom after a gap inside a run goes before what has been gathered of the run, an atom
/// after a border between runs begins a new one. Which of the two a gap is, its width tells in part;
/// the rest is judged by the words that come to stand side by side.
struct ShuffledLines {
  private let pairs: WordPairs
  private let lexicon: any Lexicon

  /// Whether a paper's lines are of this kind: gaps of three spaces and more are common in them,
  /// which stretched lines alone do not have.
  static func prevail(in lines: [Scalars]) -> Bool {
    var wide = 0
    var lineCount = 0
    for line in lines where line.hasRightToLeftLetter && !line.contains("\t") {
      let gaps = Self.gaps(of: line.trimmed)
      guard gaps.contains(where: { $0 > 1 }) else { continue }
      lineCount += 1
      if gaps.contains(where: { $0 > 2 }) { wide += 1 }
    }
    return lineCount >= 20 && wide * 2 > lineCount
  }

  init(pairs: WordPairs, lexicon: any Lexicon) {
    self.pairs = pairs
    self.lexicon = lexicon
  }

  /// The line in reading order; `nil` if it has nothing to put in order.
  func restore(_ raw: Scalars) -> Scalars? {
    let line = raw.trimmed
    let gaps = Self.gaps(of: line)
    let wide = gaps.lazy.filter { $0 > 1 }.count
    let isStretched = wide >= 4 && wide * 2 > gaps.count
    let atoms = atoms(of: line, isStretched: isStretched)
    guard atoms.count > 1, atoms.count < 60 else { return nil }
    guard isStretched else { return joined(atoms.reversed().map(\.text)) }
    return joined(best(atoms))
  }

  // MARK: - Atoms

  private struct Atom {
    var text: Scalars
    /// The number of spaces before it; 0 where a word was cut.
    var gap: Int
  }

  private static func gaps(of line: Scalars) -> [Int] {
    var gaps: [Int] = []
    var count = 0
    for scalar in line {
      if scalar.isSpacing {
        count += 1
      } else {
        if count > 0 { gaps.append(count) }
        count = 0
      }
    }
    return gaps
  }

  /// What stands between borders: in a stretched line every gap may be one, in others only a wide
  /// gap; a sign that no word begins with, and the seam of two words, are borders everywhere.
  private func atoms(of line: Scalars, isStretched: Bool) -> [Atom] {
    var atoms: [Atom] = []
    var gap = 0
    var word: Scalars = []
    func close(_ atoms: inout [Atom]) {
      guard !word.isEmpty else { return }
      for (index, part) in parts(of: word).enumerated() {
        let before = index == 0 ? gap : 0
        if index == 0, before == 1, !isStretched, let last = atoms.indices.last,
          !isSign(part) || part.count == 1 && part[0].isDash
        {
          atoms[last].text += [" "] + part
        } else {
          atoms.append(Atom(text: part, gap: before))
        }
      }
      word = []
      gap = 0
    }
    for scalar in line {
      if scalar.isSpacing {
        close(&atoms)
        gap += 1
      } else {
        word.append(scalar)
      }
    }
    close(&atoms)
    return atoms
  }

  private func isSign(_ part: Scalars) -> Bool { part.allSatisfy { !$0.isLetterOrDigit } }

  /// A word parted at signs that it cannot begin with, and at a seam of two known words.
  private func parts(of word: Scalars) -> [Scalars] {
    let lead = word.prefix { $0.isClausePunctuation }
    if !lead.isEmpty, lead.count < word.count {
      return [Array(lead)] + parts(of: Array(word[lead.count...]))
    }
    // A sign inside a word, before letters: the seam of two runs.
    if let index = word.indices.dropFirst().dropLast().first(where: {
      word[$0].isClausePunctuation && word[$0] != "." && word[$0 - 1].isRightToLeftLetter
        && word[$0 + 1].isRightToLeftLetter
    }) {
      return [Array(word[...index])] + parts(of: Array(word[(index + 1)...]))
    }
    guard let seam = seam(in: word) else { return [word] }
    return [Array(word[..<seam]), Array(word[seam...])]
  }

  /// Where two words were glued: a final letter inside tells it, or the dictionary, which knows both
  /// and not the whole.
  private func seam(in word: Scalars) -> Int? {
    let letters = word.prefix { $0.isRightToLeftLetter }
    guard letters.count >= 5 else { return nil }
    let text = Array(letters)
    for index in 1..<(text.count - 1) where Self.finals.contains(text[index]) {
      return index + 1
    }
    guard lexicon.knows(text.string) == false else { return nil }
    var best: (index: Int, score: Int)?
    for index in 2...(text.count - 2) {
      let (left, right) = (Array(text[..<index]), Array(text[index...]))
      let isInPaper = (pairs.has(left), pairs.has(right))
      guard isInPaper.0 || lexicon.knows(left.string) == true,
        isInPaper.1 || lexicon.knows(right.string) == true
      else { continue }
      // Words of two letters are everywhere; the paper's own words are the better witnesses.
      var score = min(index, text.count - index, 4)
      if isInPaper.0 { score += 3 }
      if isInPaper.1 { score += 3 }
      guard score > 4 else { continue }
      if score > (best?.score ?? 0) { best = (index, score) }
    }
    return best?.index
  }

  private static let finals: Set<Unicode.Scalar> = ["ם", "ן", "ץ", "ף", "ך"]

  // MARK: - Stretched lines

  /// The reading that the gaps and the words speak for most: the borders as the gaps' widths tell
  /// them, with up to three of the uncertain ones turned.
  private func best(_ atoms: [Atom]) -> [Scalars] {
    let usual = borders(atoms)
    let uncertain = usual.indices.filter { usual[$0].isUncertain }
    var best = read(atoms, usual.map(\.beginsRun))
    var top = score(best)
    func attempt(_ flips: [Int], cost: Double) {
      var choice = usual.map(\.beginsRun)
      for flip in flips { choice[flip].toggle() }
      let reading = read(atoms, choice)
      let value = score(reading) - cost
      if value > top {
        top = value
        best = reading
      }
    }
    for (place, first) in uncertain.enumerated() {
      attempt([first], cost: 1)
      for (further, second) in uncertain.enumerated() where further > place {
        attempt([first, second], cost: 2)
      }
    }
    return best
  }

  /// For each atom, whether a new run begins with it, by the gap before it.
  private func borders(_ atoms: [Atom]) -> [(beginsRun: Bool, isUncertain: Bool)] {
    let firstOdd = atoms.indices.dropFirst().first { atoms[$0].gap == 1 || atoms[$0].gap == 3 }
    return atoms.indices.map { index in
      let gap = atoms[index].gap
      if index == 0 { return (true, false) }
      if gap == 0 || gap >= 4 { return (true, false) }
      if index == firstOdd { return (false, false) }
      if gap == 2 {
        let isSmall = isFragment(atoms[index].text) || isFragment(atoms[index - 1].text)
        return (isSmall, true)
      }
      return (true, true)
    }
  }

  private func isFragment(_ text: Scalars) -> Bool {
    text.lazy.filter(\.isLetterOrDigit).count <= 1
  }

  /// Pieces are read from left to right and the atoms of a piece from right to left.
  private func read(_ atoms: [Atom], _ beginsRun: [Bool]) -> [Scalars] {
    var pieces: [[Int]] = []
    for index in atoms.indices {
      if index > 0, beginsRun[index] {
        pieces[pieces.count - 1].append(index)
      } else {
        pieces.append([index])
      }
    }
    var runs: [[Int]] = [[]]
    for piece in pieces {
      for (place, atom) in piece.reversed().enumerated() {
        if place == 0 {
          runs[runs.count - 1].insert(atom, at: 0)
        } else {
          runs.append([atom])
        }
      }
    }
    return runs.flatMap { $0 }.map { atoms[$0].text }
  }

  private func score(_ reading: [Scalars]) -> Double {
    var score = 0.0
    for (left, right) in zip(reading, reading.dropFirst()) {
      score += pairs.likelihood(endOf: left, startOf: right)
    }
    return score
  }

  /// The atoms with a space between, but for signs that cling to the word before them.
  private func joined(_ atoms: [Scalars]) -> Scalars {
    var line: Scalars = []
    for atom in atoms {
      let clings = atom.allSatisfy(\.isClausePunctuation)
      if !line.isEmpty, !clings { line.append(" ") }
      line += atom
    }
    return line
  }
}
