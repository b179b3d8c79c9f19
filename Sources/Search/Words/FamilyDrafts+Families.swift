import Orthography

extension FamilyDrafts {
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
    let article = FormRules.rules(for: kind)?.article ?? ""
    let bare = Set(
      own.map { entry in
        let base = names[entry.base]
        return article.isEmpty || !base.hasPrefix(article)
          ? base : String(base.unicodeScalars.dropFirst(article.unicodeScalars.count))
      })
    guard bare.count <= (isCertain || kind == .hebrew ? 4 : 1) else { return ([], false) }
    var keys: Set<String> = []
    for entry in own {
      let base = names[entry.base]
      for sound in NameSound.sounds(of: base) {
        keys.insert(WordFamilies.nameKey(sound, script: NameSound.script(of: base)))
      }
    }
    return (keys.sorted().map { names.insert($0) }, isCertain)
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
