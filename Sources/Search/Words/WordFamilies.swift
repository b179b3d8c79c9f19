import Orthography

/// The families of a publication's words: the forms of one word, each with the clitics that it
/// bears.
///
/// A family is what one word of a query finds. Its members are words of the publication, nothing
/// else: a dictionary's words never enter the index.
struct WordFamilies {
  /// Forms of one word.
  struct Family {
    /// The forms without clitics, in order.
    var bases: [String] = []
    /// The words that stand in the publication, in order, each with the numbers of its bases.
    var members: [(word: String, bases: [Int])] = []
  }

  /// The families, in an order that depends on the words alone.
  private(set) var families: [Family] = []

  /// The families that a word of a query leads to: words and bases as they are, stems after
  /// `stemMark`.
  private(set) var keys: [String: [Int]] = [:]

  /// Stands before a stem among the keys, for a stem is no word.
  static let stemMark = "~"

  /// - Parameter words: every distinct folded word with its script and the number of times that it
  ///   stands in the publication.
  init(
    words: [(word: String, kind: LetterTable.Kind, count: Int)], readings: [String: [WordReading]]
  ) {
    let words = words.sorted { $0.word < $1.word }
    let chooser = BaseChooser(words: words.map { ($0.word, $0.kind) }, readings: readings)
    var drafts = Drafts()
    for (word, kind, _) in words {
      for candidate in chooser.bases(of: word, kind: kind) {
        drafts.add(word, candidate, kind: kind, readings: readings[word] ?? [])
      }
    }
    drafts.joinStemsToLemmas()
    drafts.joinSpellings()
    drafts.joinBrokenPlurals()
    (families, keys) = drafts.finished()
  }
}

/// The families while they are being put together.
private struct Drafts {
  /// A word read in one way: it belongs to a draft by its base.
  private struct Entry {
    var word: String
    var base: String
    var kind: LetterTable.Kind
    var draft: Int
  }

  private var entries: [Entry] = []
  private var draftByName: [String: Int] = [:]
  private var names: [String] = []
  private var isVerb: [Bool] = []
  /// Union-find.
  private var parents: [Int] = []

  mutating func add(
    _ word: String, _ candidate: BaseChooser.Candidate, kind: LetterTable.Kind,
    readings: [WordReading]
  ) {
    let base = candidate.base
    let lemmas = Self.lemmas(
      of: base, readings: readings.filter { $0.prefix == candidate.prefix })
    if lemmas.isEmpty {
      let stem = FormRules.rules(for: kind)?.stem(of: base) ?? base
      let draft = draft(named: WordFamilies.stemMark + stem, isVerb: false)
      entries.append(Entry(word: word, base: base, kind: kind, draft: draft))
    }
    for lemma in lemmas {
      let draft = draft(named: lemma.lemma, isVerb: lemma.part == .verb)
      entries.append(Entry(word: word, base: base, kind: kind, draft: draft))
    }
  }

  private mutating func draft(named name: String, isVerb verb: Bool) -> Int {
    if let draft = draftByName[name] {
      isVerb[draft] = isVerb[draft] && verb
      return draft
    }
    draftByName[name] = names.count
    names.append(name)
    isVerb.append(verb)
    parents.append(names.count - 1)
    return names.count - 1
  }

  /// The dictionary words that a base is most likely a form of: a word is rather itself than a form
  /// of another, rather a noun than a verb; two where nothing tells them apart.
  private static func lemmas(of base: String, readings: [WordReading]) -> [WordReading] {
    func score(_ reading: WordReading) -> Int {
      var score = reading.lemma == base ? 3 : 0
      switch reading.part {
      case .nominal: score += 2
      case .verb: score += 1
      case .other: score += 1
      }
      return reading.isRare ? score - 4 : score
    }
    var best: [WordReading] = []
    let top = readings.map(score).max() ?? 0
    for reading in readings where score(reading) == top {
      if !best.contains(where: { $0.lemma == reading.lemma }) { best.append(reading) }
    }
    return Array(best.sorted { $0.lemma < $1.lemma }.prefix(2))
  }

  /// Words that the dictionary does not know join the family of those that it knows where they share
  /// a stem with it.
  mutating func joinStemsToLemmas() {
    var lemmaOfStem: [String: [Int: Int]] = [:]
    for entry in entries where !names[entry.draft].hasPrefix(WordFamilies.stemMark) {
      guard let rules = FormRules.rules(for: entry.kind) else { continue }
      lemmaOfStem[rules.stem(of: entry.base), default: [:]][entry.draft, default: 0] += 1
    }
    for (draft, name) in names.enumerated() where name.hasPrefix(WordFamilies.stemMark) {
      let stem = String(name.dropFirst(WordFamilies.stemMark.count))
      guard let lemmas = lemmaOfStem[stem] else { continue }
      let best = lemmas.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { join(draft, best.key) }
    }
  }

  /// Full and defective spellings of one word are one family: a base that is another with a mater
  /// after its first letter or a doubled one, where the stem is long enough to tell.
  mutating func joinSpellings() {
    var draftsOfBase: [String: Set<Int>] = [:]
    for entry in entries where entry.kind == .hebrew {
      draftsOfBase[entry.base, default: []].insert(entry.draft)
    }
    guard let rules = FormRules.rules(for: .hebrew) else { return }
    for base in draftsOfBase.keys.sorted() {
      for spelling in Spelling.defective(of: base) {
        guard let others = draftsOfBase[spelling], let drafts = draftsOfBase[base],
          rules.stem(of: spelling).unicodeScalars.count >= 4
        else { continue }
        for other in others.sorted() {
          for draft in drafts.sorted() where areSpellings(draft, other) { join(draft, other) }
        }
      }
    }
  }

  /// Whether two families may be one word in two spellings: not where the dictionary has both
  /// spellings as words of their own (קשור, קישור), or one is a verb and the other is not.
  private func areSpellings(_ one: Int, _ other: Int) -> Bool {
    guard isVerb[one] == isVerb[other] else { return false }
    let names = [names[one], names[other]]
    guard !names.contains(where: { $0.hasPrefix(WordFamilies.stemMark) }) else { return true }
    return !Spelling.defective(of: names[0]).contains(names[1])
      && !Spelling.defective(of: names[1]).contains(names[0])
  }

  /// A broken plural joins its singular where the publication has both.
  mutating func joinBrokenPlurals() {
    var draftsOfBase: [String: Int] = [:]
    for entry in entries where entry.kind == .arabic { draftsOfBase[entry.base] = entry.draft }
    for base in draftsOfBase.keys.sorted() {
      guard let draft = draftsOfBase[base] else { continue }
      for singular in BrokenPlurals.singulars(of: base) {
        if let other = draftsOfBase[singular] { join(draft, other) }
      }
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let one = root(one)
    let other = root(other)
    if one != other { parents[max(one, other)] = min(one, other) }
  }

  private func root(_ draft: Int) -> Int {
    var draft = draft
    while parents[draft] != draft { draft = parents[draft] }
    return draft
  }

  /// The families and their keys.
  func finished() -> (families: [WordFamilies.Family], keys: [String: [Int]]) {
    var entriesOfRoot: [Int: [Entry]] = [:]
    for entry in entries { entriesOfRoot[root(entry.draft), default: []].append(entry) }
    let groups = entriesOfRoot.values.sorted {
      ($0.map(\.word).min() ?? "", $0.map(\.base).min() ?? "", $0.count)
        < ($1.map(\.word).min() ?? "", $1.map(\.base).min() ?? "", $1.count)
    }
    var families: [WordFamilies.Family] = []
    var keys: [String: Set<Int>] = [:]
    for group in groups {
      let number = families.count
      var family = WordFamilies.Family()
      family.bases = Set(group.map(\.base)).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: zip(family.bases, family.bases.indices))
      var basesOfWord: [String: Set<Int>] = [:]
      for entry in group {
        if let base = numbers[entry.base] { basesOfWord[entry.word, default: []].insert(base) }
        keys[entry.word, default: []].insert(number)
        keys[entry.base, default: []].insert(number)
        guard let rules = FormRules.rules(for: entry.kind) else { continue }
        keys[WordFamilies.stemMark + rules.stem(of: entry.base), default: []].insert(number)
        guard entry.kind == .arabic else { continue }
        for singular in BrokenPlurals.singulars(of: entry.base) {
          keys[WordFamilies.stemMark + rules.stem(of: singular), default: []].insert(number)
        }
      }
      family.members = basesOfWord.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
      families.append(family)
    }
    return (families, keys.mapValues { $0.sorted() })
  }
}
