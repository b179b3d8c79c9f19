import Orthography

extension FamilyDrafts {
  /// The families and the names that lead to them.
  mutating func finished() -> (
    families: [WordFamilies.Family], keys: [(name: Int, leads: [WordFamilies.Lead])]
  ) {
    let entriesOfRoot = Buckets(entries.map { root($0.draft) }, count: parents.count)
    var leads: [(root: Int, name: Int, isKin: Bool)] = []
    leads.reserveCapacity(entries.count * 3 + kin.count + spellings.count + nameOfDraft.count)
    for place in entries.indices { addLeads(of: entries[place], to: &leads) }
    leads += kin.map { (root($0.draft), $0.name, true) }
    leads += spellings.map { (root($0.draft), $0.name, false) }
    for draft in nameOfDraft.indices where !isStem[draft] {
      let lemma = names[nameOfDraft[draft]]
      leads.append((root(draft), names.insert(WordFamilies.lemmaKey(lemma)), false))
    }
    let leadsOfRoot = Buckets(leads.map(\.root), count: parents.count)
    var nameKeys = [(keys: [Int], isCertain: Bool)](
      repeating: ([], false), count: parents.count)
    for root in parents.indices where !entriesOfRoot[root].isEmpty {
      nameKeys[root] = self.nameKeys(of: entriesOfRoot[root])
    }

    let order = names.inOrder
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, name) in order.enumerated() { ranks[name] = rank }
    var families: [WordFamilies.Family] = []
    var keys: [(rank: Int, lead: WordFamilies.Lead)] = []
    keys.reserveCapacity(leads.count)
    for root in orderedRoots(entriesOfRoot, ranks) {
      let number = families.count
      let names = nameKeys[root]
      let isName = !names.keys.isEmpty
      for lead in leadsOfRoot[root] {
        let (_, name, isKin) = leads[lead]
        keys.append((ranks[name], .init(family: number, isKin: isKin, isName: isName)))
      }
      for name in names.keys {
        keys.append((ranks[name], .init(family: number, isKin: false, isName: names.isCertain)))
      }
      families.append(family(of: entriesOfRoot[root], ranks))
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

  /// Adds the names by which an entry's family is found.
  private mutating func addLeads(
    of entry: Entry, to leads: inout [(root: Int, name: Int, isKin: Bool)]
  ) {
    let root = root(entry.draft)
    leads.append((root, entry.word, entry.isSecond))
    if entry.base != entry.word { leads.append((root, entry.base, entry.isSecond)) }
    guard let rules = FormRules.rules(for: entry.kind) else { return }
    if entry.isSecond {
      // The stem of a second reading is the other word's, by which it was found.
      if isStem[entry.draft] { leads.append((root, nameOfDraft[entry.draft], false)) }
      return
    }
    if let stem = entry.stem { leads.append((root, stem, false)) }
    for book in [entry.word, entry.base] {
      for other in otherNames[book] ?? [] { leads.append((root, other, false)) }
    }
    if entry.kind == .hebrew, names.bytes[names.range(of: entry.base)].last == 0x27 {
      leads.append((root, names.insert(String(names[entry.base].dropLast())), true))
    }
    guard entry.kind == .arabic else { return }
    let base = names[entry.base]
    for singular in BrokenPlurals.singulars(of: base) {
      leads.append((root, stemName(rules, singular), false))
    }
    for singular in possibleSingulars(of: base) {
      leads.append((root, stemName(rules, singular), true))
    }
  }

  /// The keys of how names sound, where the entries of a family may be one.
  private mutating func nameKeys(
    of group: ArraySlice<Int>
  ) -> (keys: [Int], isCertain: Bool) {
    let own = group.filter { entries[$0].mayBeName && !entries[$0].isSecond }.map { entries[$0] }
    guard let kind = own.first?.kind else { return ([], false) }
    // A word with several forms is hardly a name.
    let isCertain = own.contains(where: \.isName)
    let article = FormRules.rules(for: kind)?.article ?? ""
    let bases = Set(own.map(\.base)).map { names[$0] }
    let bare = Set(
      bases.map { base in
        article.isEmpty || !base.utf8.starts(with: article.utf8)
          ? base : String(base.unicodeScalars.dropFirst(article.unicodeScalars.count))
      })
    guard bare.count <= (isCertain || kind == .hebrew ? 4 : 1) else { return ([], false) }
    var keys: Set<String> = []
    for base in bases {
      for sound in NameSound.keys(of: base) {
        keys.insert(WordFamilies.nameKey(sound, script: NameSound.script(of: base)))
      }
    }
    return (keys.sorted().map { names.insert($0) }, isCertain)
  }

  /// The roots of families in the order of their first word and base.
  private func orderedRoots(_ entriesOfRoot: Buckets, _ ranks: [Int]) -> [Int] {
    parents.indices.compactMap { root -> (word: Int, base: Int, count: Int, root: Int)? in
      let group = entriesOfRoot[root]
      guard !group.isEmpty else { return nil }
      var (word, base) = (Int.max, Int.max)
      for place in group {
        word = min(word, ranks[entries[place].word])
        base = min(base, ranks[entries[place].base])
      }
      return (word, base, group.count, root)
    }
    .sorted { ($0.word, $0.base, $0.count, $0.root) < ($1.word, $1.base, $1.count, $1.root) }
    .map(\.root)
  }

  private func family(of group: ArraySlice<Int>, _ ranks: [Int]) -> WordFamilies.Family {
    var family = WordFamilies.Family()
    if let only = group.first, group.count == 1 {
      family.bases = [entries[only].base]
      family.members = [
        WordFamilies.Member(word: entries[only].word, bases: [(0, entries[only].isSecond)])
      ]
      return family
    }
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

/// Places by a number that each has, all of one number after another and each number's in order.
struct Buckets {
  private var starts: [Int]
  private var places: [Int]

  /// - Parameter count: one more than the greatest number.
  init(_ numbers: [Int], count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for number in numbers { starts[number + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    places = [Int](repeating: 0, count: numbers.count)
    var next = starts
    for (place, number) in numbers.enumerated() {
      places[next[number]] = place
      next[number] += 1
    }
  }

  subscript(number: Int) -> ArraySlice<Int> { places[starts[number]..<starts[number + 1]] }
}
