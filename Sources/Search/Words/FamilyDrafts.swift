import Orthography

/// The families of words (`WordFamilies`) while they are being put together.
struct FamilyDrafts {
  /// A word read in one way: it belongs to a draft by its base. Word, base and stem are numbers of
  /// names.
  private struct Entry {
    var word: Int
    var base: Int
    /// The base's stem after the mark; `nil` for a script without rules.
    var stem: Int?
    var kind: LetterTable.Kind
    var draft: Int
  }

  /// The publication's words and bases, and the stems.
  private(set) var names: WordTable

  private var entries: [Entry] = []
  private var draftByName: [Int: Int] = [:]
  /// By draft.
  private var nameOfDraft: [Int] = []
  private var isStem: [Bool] = []
  private var isVerb: [Bool] = []
  /// Union-find.
  private var parents: [Int] = []

  /// - Parameter names: the publication's words and their bases.
  init(names: WordTable) { self.names = names }

  /// Takes a word in as one reading has it; words must come in the order of their bytes.
  mutating func add(
    _ word: Int, _ candidate: BaseChooser.Candidate, kind: LetterTable.Kind,
    readings: [WordReading]
  ) {
    let lemmas = Self.lemmas(
      of: candidate.base, readings: readings.filter { $0.prefix == candidate.prefix })
    let stem = FormRules.rules(for: kind).map { stemName($0, candidate.base) }
    var entry = Entry(word: word, base: candidate.number, stem: stem, kind: kind, draft: 0)
    if lemmas.isEmpty {
      let name = stem ?? names.insert(WordFamilies.stemMark + candidate.base)
      entry.draft = draft(named: name, isStem: true, isVerb: false)
      entries.append(entry)
    }
    for lemma in lemmas {
      let name = names.insert(lemma.lemma)
      entry.draft = draft(named: name, isStem: false, isVerb: lemma.part == .verb)
      entries.append(entry)
    }
  }

  private mutating func stemName(_ rules: FormRules, _ base: String) -> Int {
    names.insert(WordFamilies.stemMark + rules.stem(of: base))
  }

  private mutating func draft(named name: Int, isStem stem: Bool, isVerb verb: Bool) -> Int {
    if let draft = draftByName[name] {
      isVerb[draft] = isVerb[draft] && verb
      return draft
    }
    let draft = nameOfDraft.count
    draftByName[name] = draft
    nameOfDraft.append(name)
    isStem.append(stem)
    isVerb.append(verb)
    parents.append(draft)
    return draft
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

  // MARK: - Joining

  /// Words that the dictionary does not know join the family of those that it knows where they share
  /// a stem with it.
  mutating func joinStemsToLemmas() {
    var lemmasOfStem: [Int: [Int: Int]] = [:]
    for entry in entries where !isStem[entry.draft] {
      guard let stem = entry.stem else { continue }
      lemmasOfStem[stem, default: [:]][entry.draft, default: 0] += 1
    }
    for (draft, name) in nameOfDraft.enumerated() where isStem[draft] {
      let best = lemmasOfStem[name]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { join(draft, best.key) }
    }
  }

  /// Full and defective spellings of one word are one family: a base that is another with a mater
  /// after its first letter or a doubled one, where the stem is long enough to tell.
  mutating func joinSpellings() {
    guard let rules = FormRules.rules(for: .hebrew) else { return }
    var draftsOfBase: [Int: Set<Int>] = [:]
    for entry in entries where entry.kind == .hebrew {
      draftsOfBase[entry.base, default: []].insert(entry.draft)
    }
    for (base, drafts) in draftsOfBase {
      for spelling in Spelling.defective(of: names[base]) {
        guard let others = names.find(spelling).flatMap({ draftsOfBase[$0] }),
          rules.stem(of: spelling).unicodeScalars.count >= 4
        else { continue }
        for other in others {
          for draft in drafts where areSpellings(draft, other) { join(draft, other) }
        }
      }
    }
  }

  /// Whether two families may be one word in two spellings: not where the dictionary has both
  /// spellings as words of their own (קשור, קישור), or one is a verb and the other is not.
  private func areSpellings(_ one: Int, _ other: Int) -> Bool {
    guard isVerb[one] == isVerb[other] else { return false }
    guard !isStem[one], !isStem[other] else { return true }
    let (one, other) = (names[nameOfDraft[one]], names[nameOfDraft[other]])
    return !Spelling.defective(of: one).contains(other)
      && !Spelling.defective(of: other).contains(one)
  }

  /// A broken plural joins its singular where the publication has both.
  mutating func joinBrokenPlurals() {
    var draftOfBase: [Int: Int] = [:]
    for entry in entries where entry.kind == .arabic { draftOfBase[entry.base] = entry.draft }
    for (base, draft) in draftOfBase {
      for singular in BrokenPlurals.singulars(of: names[base]) {
        if let other = names.find(singular).flatMap({ draftOfBase[$0] }) { join(draft, other) }
      }
    }
  }

  /// The lowest draft of those that are joined is the root of all, in whatever order they are.
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

  // MARK: - Families

  /// The families and the names that lead to them.
  mutating func finished() -> (
    families: [WordFamilies.Family], keys: [(name: Int, families: [Int])]
  ) {
    var leads: [[Int]] = []
    for entry in entries { leads.append(self.leads(of: entry)) }
    let order = names.inOrder
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, name) in order.enumerated() { ranks[name] = rank }

    var families: [WordFamilies.Family] = []
    var keys: [(rank: Int, family: Int)] = []
    for group in groups(ranks) {
      for entry in group { keys += leads[entry].map { (ranks[$0], families.count) } }
      families.append(family(of: group, ranks))
    }
    keys.sort { $0 < $1 }
    var grouped: [(name: Int, families: [Int])] = []
    for (place, key) in keys.enumerated() {
      if place > 0, keys[place - 1] == key { continue }
      if place > 0, keys[place - 1].rank == key.rank {
        grouped[grouped.count - 1].families.append(key.family)
      } else {
        grouped.append((order[key.rank], [key.family]))
      }
    }
    return (families, grouped)
  }

  /// The names by which an entry's family is found.
  private mutating func leads(of entry: Entry) -> [Int] {
    var leads = [entry.word, entry.base]
    guard let stem = entry.stem, let rules = FormRules.rules(for: entry.kind) else { return leads }
    leads.append(stem)
    if entry.kind == .arabic {
      leads += BrokenPlurals.singulars(of: names[entry.base]).map { stemName(rules, $0) }
    }
    return leads
  }

  /// The numbers of entries that are one family, by their first word and base.
  private func groups(_ ranks: [Int]) -> [[Int]] {
    var entriesOfRoot: [Int: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      entriesOfRoot[root(entry.draft), default: []].append(place)
    }
    return entriesOfRoot.map { root, group in
      (
        word: group.map { ranks[entries[$0].word] }.min() ?? 0,
        base: group.map { ranks[entries[$0].base] }.min() ?? 0, root: root, entries: group
      )
    }
    .sorted {
      ($0.word, $0.base, $0.entries.count, $0.root) < ($1.word, $1.base, $1.entries.count, $1.root)
    }
    .map(\.entries)
  }

  private func family(of group: [Int], _ ranks: [Int]) -> WordFamilies.Family {
    var family = WordFamilies.Family()
    family.bases = Set(group.map { entries[$0].base }).sorted { ranks[$0] < ranks[$1] }
    let places = Dictionary(uniqueKeysWithValues: zip(family.bases, family.bases.indices))
    var basesOfWord: [Int: Set<Int>] = [:]
    for place in group {
      if let base = places[entries[place].base] {
        basesOfWord[entries[place].word, default: []].insert(base)
      }
    }
    family.members =
      basesOfWord.sorted { ranks[$0.key] < ranks[$1.key] }.map { ($0.key, $0.value.sorted()) }
    return family
  }
}
