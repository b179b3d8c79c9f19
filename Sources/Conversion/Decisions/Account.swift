/// The account of a conversion: what became of every letter and digit of the source.
///
/// It does not trust the conversion's own book-keeping: the letters of the source's lines are
/// counted, and those of what was made of them, and each must be found again.
public struct Account: Equatable, Sendable {
  /// How many letters and digits the source has.
  public private(set) var total = 0
  /// How many of them are not in the article, by name.
  public private(set) var removed: [Removal.Reason: Int] = [:]
  /// What found no place.
  public private(set) var unplaced: [Unplaced] = []
  /// How many letters stand in the body or the notes that the source does not have.
  public private(set) var invented = 0

  /// Words of a line that found no place.
  public struct Unplaced: Equatable, Sendable {
    public var line: Int
    public var text: String
    /// How many letters and digits of them are missing.
    public var count: Int
  }

  /// How many letters and digits found no place.
  public var unplacedCount: Int { unplaced.reduce(0) { $0 + $1.count } }

  /// How many letters and digits are in the article.
  public var kept: Int { total - unplacedCount - removed.values.reduce(0, +) }

  /// A part of the article, or something removed, with the lines that it was made of.
  struct Piece {
    var lines: [Int]
    var text: Scalars
    /// Whether a part of it may stand twice: an affiliation with each author.
    var mayRepeat = false
  }

  /// Draws up the account.
  ///
  /// - Parameters:
  ///   - source: the source's lines by their numbers, invisible characters taken out.
  ///   - pieces: everything in the article.
  ///   - removals: what is not in it.
  init(source: [(number: Int, text: Scalars)], pieces: [Piece], removals: [Removal]) {
    var position: [Int: Int] = [:]
    for (index, line) in source.enumerated() where position[line.number] == nil {
      position[line.number] = index
    }
    var groups = Groups(count: source.count)
    for (index, line) in source.enumerated() {
      if let first = position[line.number] { groups.join(first, index) }
    }
    for piece in pieces {
      guard let first = piece.lines.compactMap({ position[$0] }).first else { continue }
      for line in piece.lines { if let index = position[line] { groups.join(first, index) } }
    }
    for removal in removals {
      guard let first = position[removal.line] else { continue }
      for line in removal.furtherLines {
        if let index = position[line] { groups.join(first, index) }
      }
    }
    var available: [Int: Letters] = [:]
    var repeats: Set<Int> = []
    for piece in pieces {
      guard let first = piece.lines.compactMap({ position[$0] }).first else {
        invented += Letters(piece.text).count
        continue
      }
      let group = groups.root(first)
      available[group, default: Letters()].add(piece.text)
      if piece.mayRepeat { repeats.insert(group) }
    }
    for removal in removals {
      let text = Array(removal.text.unicodeScalars)
      removed[removal.reason, default: 0] += Letters(text).count
      guard let index = position[removal.line] else { continue }
      available[groups.root(index), default: Letters()].add(text)
    }
    for (index, line) in source.enumerated() {
      let group = groups.root(index)
      let missing = available[group, default: Letters()].take(line.text)
      total += Letters(line.text).count
      guard !missing.isEmpty else { continue }
      // Name the words that hold what is missing.
      var rest = Letters(missing)
      let words = Self.words(of: line.text, holding: &rest)
      unplaced.append(
        Unplaced(
          line: line.number, text: Array(words.joined(separator: [" "])).string,
          count: missing.count))
    }
    for (group, rest) in available where !repeats.contains(group) { invented += rest.count }
  }
}

extension Account {
  /// The words of a line that hold what is missing: those that are missing whole, then those of
  /// which a part is.
  private static func words(of line: Scalars, holding missing: inout Letters) -> [Scalars] {
    let words = line.words
    var isNamed = words.map { missing.takesWhole($0) }
    for index in words.indices where !isNamed[index] {
      isNamed[index] = missing.takesPart(words[index])
    }
    return zip(words, isNamed).filter(\.1).map(\.0)
  }
}

/// A number of each letter and digit.
private struct Letters {
  private var counts: [Unicode.Scalar: Int] = [:]
  private(set) var count = 0

  init() {}

  init(_ text: Scalars) { add(text) }

  mutating func add(_ text: Scalars) {
    for scalar in text where scalar.isLetterOrDigit {
      counts[Self.key(scalar), default: 0] += 1
      count += 1
    }
  }

  /// Takes the letters of a text out; gives those that were not there.
  mutating func take(_ text: Scalars) -> Scalars {
    var missing: Scalars = []
    for scalar in text where scalar.isLetterOrDigit {
      let key = Self.key(scalar)
      if let left = counts[key], left > 0 {
        counts[key] = left - 1
        count -= 1
      } else {
        missing.append(scalar)
      }
    }
    return missing
  }

  /// Takes out a word's letters if all of them are there; whether they were.
  mutating func takesWhole(_ word: Scalars) -> Bool {
    guard word.contains(where: \.isLetterOrDigit) else { return false }
    var copy = self
    guard copy.take(word).isEmpty else { return false }
    self = copy
    return true
  }

  /// Takes out as many of a word's letters as there are; whether there was one.
  mutating func takesPart(_ word: Scalars) -> Bool {
    let before = count
    _ = take(word)
    return count < before
  }

  /// Digits count by their value: a note's label is written in European digits.
  private static func key(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let value = scalar.digitValue else { return scalar }
    return Unicode.Scalar(UInt8(0x30 + value))
  }
}

/// Lines that were made into one text belong to one group (union-find with halved paths).
private struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    if first != second { parents[max(first, second)] = min(first, second) }
  }
}
