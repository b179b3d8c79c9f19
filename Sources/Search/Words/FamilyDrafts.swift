import Orthography

/// The families of words (`WordFamilies`) while they are being put together.
struct FamilyDrafts {
  /// A word read in one way: it belongs to a draft by its base. Word, base and stem are numbers of
  /// names.
  private struct Entry {
    var word: Int
    var base: Int
    /// The base's stem with the mark; `nil` for a script without rules.
    var stem: Int?
    var kind: LetterTable.Kind
    var draft: Int
    /// Whether the word is rather a form of another word: חוקי is an adjective first and then
    /// “laws of”.
    var isSecond = false
    /// Whether the word may be a name.
    var mayBeName = false
    /// Whether it is written as names are, or stands among the authors.
    var isName = false
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
  /// Names that lead to a draft's family although they are no form of its own.
  private var kin: [(name: Int, draft: Int)] = []
  /// Names that lead to a draft's family as another spelling of a form does.
  private var spellings: [(name: Int, draft: Int)] = []

  /// - Parameter names: the publication's words and their bases.
  init(names: WordTable) { self.names = names }

  /// A word of the publication.
  struct Word {
    var number: Int
    var kind: LetterTable.Kind
    var readings: [WordReading]
    /// Whether it is written as names are, or stands among the authors.
    var isName: Bool
    /// Whether it is written with gershayim: what it sounds like nobody knows.
    var isAcronym: Bool
    /// Whether nothing tells that it is no name: a word that a dictionary should know and does not.
    var mayBeName: Bool
  }

  /// Takes a word in as one reading has it; words must come in the order of their bytes.
  mutating func add(_ word: Word, _ candidate: BaseChooser.Candidate) {
    let (lemmas, others) = Self.lemmas(
      of: candidate.base, readings: word.readings.filter { $0.prefix == candidate.prefix })
    let rules = FormRules.rules(for: word.kind)
    let stem = rules.map { stemName($0, candidate.base) }
    var entry = Entry(
      word: word.number, base: candidate.number, stem: stem, kind: word.kind, draft: 0)
    entry.isName =
      word.isName || (!word.isAcronym && lemmas.contains { $0.part == .name })
    entry.mayBeName = entry.isName
    if lemmas.isEmpty {
      if word.mayBeName { entry.mayBeName = true }
      let name = stem ?? names.insert(candidate.base + WordFamilies.stemMark)
      entry.draft = draft(named: name, isStem: true, isVerb: false)
      entries.append(entry)
      addPossessive(of: entry, candidate.base)
    }
    // A participle is listed under its verb, and its noun nowhere: סוחרי is of סוחר.
    if (lemmas + others).contains(where: { $0.part == .participle }) {
      addPossessive(of: entry, candidate.base)
    }
    for (lemma, isSecond) in lemmas.map({ ($0, false) }) + others.map({ ($0, true) }) {
      let name = names.insert(lemma.lemma)
      entry.draft = draft(
        named: name, isStem: false, isVerb: lemma.part == .verb || lemma.part == .participle)
      entry.isSecond = isSecond
      entries.append(entry)
    }
  }

  /// A word that ends in -i may be “mine” or “those of”.
  private mutating func addPossessive(of entry: Entry, _ base: String) {
    let letters = base.unicodeScalars
    guard entry.kind == .hebrew, letters.last == "י", letters.count >= 4,
      let rules = FormRules.rules(for: .hebrew)
    else { return }
    var second = entry
    second.isSecond = true
    second.mayBeName = false
    second.isName = false
    second.draft = draft(
      named: stemName(rules, String(letters.dropLast())), isStem: true, isVerb: false)
    entries.append(second)
  }

  private mutating func stemName(_ rules: FormRules, _ base: String) -> Int {
    names.insert(rules.stem(of: base) + WordFamilies.stemMark)
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

  /// The dictionary words that a base is most likely a form of, and the others that it may be: a word
  /// is rather itself than a form of another, rather a noun than a name, rather that than a verb; two
  /// where nothing tells them apart.
  private static func lemmas(
    of base: String, readings: [WordReading]
  ) -> (first: [WordReading], others: [WordReading]) {
    func score(_ reading: WordReading) -> Int {
      var score = reading.lemma == base ? 6 : 0
      switch reading.part {
      case .nominal: score += 4
      case .name: score += 3
      case .verb, .participle, .other: score += 2
      }
      return reading.isRare ? score - 8 : score
    }
    var first: [WordReading] = []
    let top = readings.map(score).max() ?? 0
    for reading in readings where score(reading) == top {
      if !first.contains(where: { $0.lemma == reading.lemma }) { first.append(reading) }
    }
    first = Array(first.sorted { $0.lemma < $1.lemma }.prefix(2))
    var others: [WordReading] = []
    for reading in readings
    where !reading.isRare && (reading.part == .nominal || reading.part == .participle) {
      if !(first + others).contains(where: { $0.lemma == reading.lemma }) { others.append(reading) }
    }
    return (first, others)
  }

  // MARK: - Joining

  /// Words that the dictionary does not know join the family of those that it knows where they share
  /// a stem with it.
  mutating func joinStemsToLemmas() {
    var lemmasOfStem: [Int: [Int: Int]] = [:]
    for entry in entries where !isStem[entry.draft] && !entry.isSecond {
      guard let stem = entry.stem else { continue }
      lemmasOfStem[stem, default: [:]][entry.draft, default: 0] += 1
    }
    for (draft, name) in nameOfDraft.enumerated() where isStem[draft] {
      let best = lemmasOfStem[name]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { join(draft, best.key) }
    }
  }

  /// Full and defective spellings of one word are one family: a base that is another with a mater
  /// after its first letter or a doubled one, where the stem is long enough to tell; or with a mater
  /// anywhere, where the dictionary knows one of them at most; where it knows both, each leads to the
  /// other.
  mutating func joinSpellings() {
    guard let rules = FormRules.rules(for: .hebrew) else { return }
    var draftsOfBase: [Int: Set<Int>] = [:]
    for entry in entries where entry.kind == .hebrew && !entry.isSecond {
      draftsOfBase[entry.base, default: []].insert(entry.draft)
    }
    for (base, drafts) in draftsOfBase {
      for spelling in Spelling.withOneMaterLess(names[base]) {
        guard let others = names.find(spelling).flatMap({ draftsOfBase[$0] }) else { continue }
        for other in others {
          for draft in drafts {
            if isStem[draft] || isStem[other] {
              join(draft, other)
            } else if isVerb[draft] == isVerb[other], let name = names.find(spelling) {
              kin.append((name, draft))
              kin.append((base, other))
            }
          }
        }
      }
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

  /// A broken plural joins its singular where the publication has both; where the pattern is one of
  /// many words, each leads to the other.
  mutating func joinBrokenPlurals() {
    let draftOfBase = draftOfBase(of: .arabic)
    for (base, draft) in draftOfBase {
      for singular in BrokenPlurals.singulars(of: names[base]) {
        if let other = names.find(singular).flatMap({ draftOfBase[$0] }) { join(draft, other) }
      }
      for singular in possibleSingulars(of: names[base]) {
        guard let name = names.find(singular), let other = draftOfBase[name] else { continue }
        kin.append((name, draft))
        kin.append((base, other))
      }
    }
  }

  /// The singulars that a base may have by common patterns, a pronoun taken from its end.
  private func possibleSingulars(of base: String) -> [String] {
    var singulars = BrokenPlurals.possibleSingulars(of: base)
    if let bare = Self.withoutPronoun(base) {
      singulars += BrokenPlurals.singulars(of: bare) + BrokenPlurals.possibleSingulars(of: bare)
    }
    return singulars
  }

  /// An Arabic base without the pronoun at its end, before which a hamza has a seat (أصدقاؤه).
  private static func withoutPronoun(_ base: String) -> String? {
    guard let pronoun = ["هما", "هم", "ها", "هن", "كم", "نا", "ه"].first(where: base.hasSuffix)
    else { return nil }
    var letters = Array(base.unicodeScalars.dropLast(pronoun.unicodeScalars.count))
    if letters.count > 3, letters[letters.count - 2] == "ا",
      letters.last == "و" || letters.last == "ي"
    {
      letters[letters.count - 1] = "ء"
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// Forms that no rule explains join where the publication has both, and lead to one another.
  mutating func joinIrregularForms() {
    for kind in [LetterTable.Kind.hebrew, .arabic] {
      let draftOfBase = draftOfBase(of: kind)
      for (base, draft) in draftOfBase {
        for form in IrregularForms.others(of: names[base]) {
          let name = names.insert(form)
          spellings.append((name, draft))
          if let other = draftOfBase[name], isStem[draft], isStem[other] { join(draft, other) }
        }
      }
    }
    for draft in nameOfDraft.indices where !isStem[draft] {
      for form in IrregularForms.others(of: names[nameOfDraft[draft]]) {
        kin.append((names.insert(form), draft))
      }
    }
  }

  /// Spellings that differ by the seats of their hamzas are one family.
  ///
  /// - Parameter written: gives a word of the publication as it is written.
  mutating func joinHamzas(written: (Int) -> String) {
    var draftOfKey: [Int: Int] = [:]
    let draftOfBase = draftOfBase(of: .arabic)
    for entry in entries where entry.kind == .arabic && !entry.isSecond {
      if let bare = Hamza.withoutLast(names[entry.base]) {
        let name = names.insert(bare)
        spellings.append((name, entry.draft))
        if let other = draftOfBase[name] { join(entry.draft, other) }
      }
      let (word, base) = (names[entry.word], names[entry.base])
      guard let key = Hamza.key(written: written(entry.word), folded: word) else { continue }
      let clitics = word.unicodeScalars.count - base.unicodeScalars.count
      var letters = Array(key.unicodeScalars.dropFirst(clitics))
      if letters.first == "ء" { letters[0] = "ا" }
      guard letters.contains("ء") else { continue }
      let name = names.insert(String(String.UnicodeScalarView(letters)))
      spellings.append((name, entry.draft))
      if let other = draftOfKey[name] {
        join(entry.draft, other)
      } else {
        draftOfKey[name] = entry.draft
      }
    }
  }

  private func draftOfBase(of kind: LetterTable.Kind) -> [Int: Int] {
    var draftOfBase: [Int: Int] = [:]
    for entry in entries where entry.kind == kind && !entry.isSecond {
      draftOfBase[entry.base] = entry.draft
    }
    return draftOfBase
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
    families: [WordFamilies.Family], keys: [(name: Int, leads: [WordFamilies.Lead])]
  ) {
    var entriesOfRoot: [Int: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      entriesOfRoot[root(entry.draft), default: []].append(place)
    }
    var leads: [Int: [(name: Int, isKin: Bool)]] = [:]
    for (root, group) in entriesOfRoot { leads[root] = self.leads(of: group) }
    for (name, draft) in kin { leads[root(draft), default: []].append((name, true)) }
    for (name, draft) in spellings { leads[root(draft), default: []].append((name, false)) }
    for draft in nameOfDraft.indices where !isStem[draft] {
      let lemma = names[nameOfDraft[draft]]
      leads[root(draft), default: []].append((names.insert(WordFamilies.lemmaKey(lemma)), false))
    }
    var nameKeys: [Int: (keys: [Int], isCertain: Bool)] = [:]
    for (root, group) in entriesOfRoot { nameKeys[root] = self.nameKeys(of: group) }

    let order = names.inOrder
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, name) in order.enumerated() { ranks[name] = rank }
    var families: [WordFamilies.Family] = []
    var keys: [(rank: Int, lead: WordFamilies.Lead)] = []
    for (root, group) in groups(entriesOfRoot, ranks) {
      let number = families.count
      let names = nameKeys[root] ?? ([], false)
      let isName = !names.keys.isEmpty
      for (name, isKin) in leads[root] ?? [] {
        keys.append((ranks[name], .init(family: number, isKin: isKin, isName: isName)))
      }
      for name in names.keys {
        keys.append((ranks[name], .init(family: number, isKin: false, isName: names.isCertain)))
      }
      families.append(family(of: group, ranks))
    }
    keys.sort { ($0.rank, $0.lead.code) < ($1.rank, $1.lead.code) }
    var grouped: [(name: Int, leads: [WordFamilies.Lead])] = []
    for (place, key) in keys.enumerated() {
      if place > 0, keys[place - 1].rank == key.rank {
        // A form comes before kin.
        if grouped[grouped.count - 1].leads.last?.family == key.lead.family { continue }
        grouped[grouped.count - 1].leads.append(key.lead)
      } else {
        grouped.append((order[key.rank], [key.lead]))
      }
    }
    return (families, grouped)
  }

  /// The names by which the family of some entries is found.
  private mutating func leads(of group: [Int]) -> [(name: Int, isKin: Bool)] {
    var leads: [(name: Int, isKin: Bool)] = []
    for place in group {
      let entry = entries[place]
      leads.append((entry.word, entry.isSecond))
      leads.append((entry.base, entry.isSecond))
      guard let rules = FormRules.rules(for: entry.kind) else { continue }
      if entry.isSecond {
        // The stem of a second reading is the other word's, by which it was found.
        if isStem[entry.draft] { leads.append((nameOfDraft[entry.draft], false)) }
        continue
      }
      if let stem = entry.stem { leads.append((stem, false)) }
      for name in Set([entry.word, entry.base]) {
        for other in BookNames.others(of: names[name]) {
          leads.append((names.insert(WordFamilies.bookMark + other), false))
        }
      }
      if entry.kind == .hebrew, names[entry.base].utf8.last == 0x27 {
        leads.append((names.insert(String(names[entry.base].dropLast())), true))
      }
      guard entry.kind == .arabic else { continue }
      let base = names[entry.base]
      for singular in BrokenPlurals.singulars(of: base) {
        leads.append((stemName(rules, singular), false))
      }
      for singular in possibleSingulars(of: base) {
        leads.append((stemName(rules, singular), true))
      }
    }
    return leads
  }

  /// The keys of how names sound, where the entries of a family may be one.
  private mutating func nameKeys(of group: [Int]) -> (keys: [Int], isCertain: Bool) {
    let own = group.map { entries[$0] }.filter { $0.mayBeName && !$0.isSecond }
    guard let kind = own.first?.kind else { return ([], false) }
    // A word with several forms is hardly a name.
    let isCertain = own.contains(where: \.isName)
    if kind == .arabic, !isCertain, let rules = FormRules.rules(for: .arabic) {
      let bases = group.map { names[entries[$0].base] }
      let bare = Set(
        bases.map { $0.hasPrefix(rules.article) ? String($0.dropFirst(2)) : $0 })
      if bare.count > 1 { return ([], false) }
    }
    var keys: Set<String> = []
    for entry in own {
      for sound in NameSound.sounds(of: names[entry.base]) { keys.insert(sound.key) }
    }
    return (keys.sorted().map { names.insert(WordFamilies.nameMark + $0) }, isCertain)
  }

  /// The numbers of entries that are one family, by their first word and base.
  private func groups(
    _ entriesOfRoot: [Int: [Int]], _ ranks: [Int]
  ) -> [(root: Int, entries: [Int])] {
    entriesOfRoot.map { root, group in
      (
        word: group.map { ranks[entries[$0].word] }.min() ?? 0,
        base: group.map { ranks[entries[$0].base] }.min() ?? 0, root: root, entries: group
      )
    }
    .sorted {
      ($0.word, $0.base, $0.entries.count, $0.root) < ($1.word, $1.base, $1.entries.count, $1.root)
    }
    .map { ($0.root, $0.entries) }
  }

  private func family(of group: [Int], _ ranks: [Int]) -> WordFamilies.Family {
    var family = WordFamilies.Family()
    family.bases = Set(group.map { entries[$0].base }).sorted { ranks[$0] < ranks[$1] }
    let places = Dictionary(uniqueKeysWithValues: zip(family.bases, family.bases.indices))
    /// By word and base whether only a second reading has it.
    var basesOfWord: [Int: [Int: Bool]] = [:]
    for place in group {
      let entry = entries[place]
      guard let base = places[entry.base] else { continue }
      basesOfWord[entry.word, default: [:]][base, default: true] =
        (basesOfWord[entry.word]?[base] ?? true) && entry.isSecond
    }
    family.members = basesOfWord.sorted { ranks[$0.key] < ranks[$1.key] }.map { word, bases in
      WordFamilies.Member(
        word: word,
        bases: bases.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    return family
  }
}
