import Orthography

/// What makes one family of several.
extension FamilyDrafts {
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
    settleJoins()
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
        guard let name = names.find(spelling), let others = draftsOfBase[name] else { continue }
        for other in others {
          for draft in drafts {
            if isStem[draft] || isStem[other] {
              join(draft, other)
            } else if isVerb[draft] == isVerb[other] {
              kin.append((name, draft))
              kin.append((base, other))
            }
          }
        }
      }
    }
    joinVavs(draftsOfBase, rules)
    for (base, drafts) in draftsOfBase {
      for spelling in Spelling.defective(of: names[base]) {
        guard let name = names.find(spelling), let others = draftsOfBase[name],
          rules.stem(of: spelling).unicodeScalars.count >= 4
        else { continue }
        for other in others {
          for draft in drafts where areSpellings(draft, other) {
            join(draft, other)
          }
        }
      }
    }
    settleJoins()
  }

  /// Joins spellings with a doubled vav and with bet, of which the publication may have other forms
  /// alone; where the dictionary knows both, each leads to the other.
  private mutating func joinVavs(_ draftsOfBase: [Int: Set<Int>], _ rules: FormRules) {
    for (base, drafts) in draftsOfBase {
      for spelling in Spelling.withBet(names[base]) {
        let keys = [spelling, rules.stem(of: spelling) + WordFamilies.stemMark].compactMap {
          names.find($0)
        }
        let others = keys.reduce(into: Set<Int>()) { others, key in
          others.formUnion(draftsOfBase[key] ?? [])
          if let draft = draftByName[key] { others.insert(draft) }
        }
        for other in others {
          for draft in drafts {
            if isStem[draft] || isStem[other] {
              join(draft, other)
            } else {
              kin.append((base, other))
              kin += keys.map { ($0, draft) }
            }
          }
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
        guard let name = names.find(singular), let other = draftOfBase[name] else { continue }
        join(draft, other)
      }
      for singular in possibleSingulars(of: names[base]) {
        guard let name = names.find(singular), let other = draftOfBase[name] else { continue }
        kin.append((name, draft))
        kin.append((base, other))
      }
    }
    settleJoins()
  }

  /// An Arabic verb's form with the imperfect's ya and its form without, or with the alif of the
  /// derived stems' perfect (يشارك شارك, يستعمل استعمل), lead to one another where the publication has
  /// both.
  mutating func nearVerbs() {
    let imperfect = nameOfDraft.indices.compactMap { draft -> (Int, [Int])? in
      guard isStem[draft] else { return nil }
      let stem = String(names[nameOfDraft[draft]].dropLast(WordFamilies.stemMark.count))
      let others = ArabicVerbs.perfects(ofImperfect: stem).compactMap {
        names.find($0 + WordFamilies.stemMark).flatMap { draftByName[$0] }
      }
      return others.isEmpty ? nil : (draft, others)
    }
    var near: [Int: [Int]] = [:]
    for (draft, others) in imperfect {
      for other in others where isStem[other] {
        near[draft, default: []].append(other)
        near[other, default: []].append(draft)
        kin.append((nameOfDraft[draft], other))
        kin.append((nameOfDraft[other], draft))
      }
    }
    guard !near.isEmpty else { return }
    for entry in entries where !entry.isSecond {
      for other in near[entry.draft] ?? [] { kin.append((entry.base, other)) }
    }
  }

  /// The singulars that a base may have by common patterns, a pronoun taken from its end.
  func possibleSingulars(of base: String) -> [String] {
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
          if let other = draftOfBase[name], isStem[draft], isStem[other] {
            join(draft, other)
          }
        }
      }
    }
    settleJoins()
    for draft in nameOfDraft.indices where !isStem[draft] {
      for form in IrregularForms.others(of: names[nameOfDraft[draft]]) {
        kin.append((names.insert(form), draft))
      }
    }
  }

  /// Spellings that differ by the seats of their hamzas are one family; so are forms of them, by their
  /// stems, which lead to it too where the base stands nowhere.
  ///
  /// - Parameter written: gives a word of the publication as it is written.
  mutating func joinHamzas(written: (Int) -> String) {
    guard let rules = FormRules.rules(for: .arabic) else { return }
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
      let whole = String(String.UnicodeScalarView(letters))
      let stem = rules.stem(of: whole)
      var keys = [names.insert(whole)]
      if stem.unicodeScalars.contains("ء") {
        let name = names.insert(stem + WordFamilies.stemMark)
        spellings.append((name, entry.draft))
        if stem.unicodeScalars.count >= Self.tellingStem { keys.append(name) }
      }
      spellings.append((keys[0], entry.draft))
      for name in keys {
        if let other = draftOfKey[name] {
          join(entry.draft, other)
        } else {
          draftOfKey[name] = entry.draft
        }
      }
    }
    settleJoins()
  }

  /// Stems of so many letters are of one word.
  private static let tellingStem = 4

  private func draftOfBase(of kind: LetterTable.Kind) -> [Int: Int] {
    var draftOfBase: [Int: Int] = [:]
    for entry in entries where entry.kind == kind && !entry.isSecond {
      draftOfBase[entry.base] = entry.draft
    }
    return draftOfBase
  }

  /// Notes that two drafts may be of one word (`settleJoins`).
  private mutating func join(_ one: Int, _ other: Int) {
    if one != other { joins.append((min(one, other), max(one, other))) }
  }

  /// A family of so many drafts takes no more in: no word has so many spellings, and among the words of
  /// a large publication chains of likenesses lead from almost any short word to any other.
  private static let mostJoined = 8

  /// Joins what has been noted, in an order that depends on the words alone; the lowest draft of those
  /// that are joined is the root of all.
  private mutating func settleJoins() {
    joins.sort { $0 < $1 }
    for (lower, higher) in joins {
      let (one, other) = (root(lower), root(higher))
      guard one != other, joinedCounts[one] + joinedCounts[other] <= Self.mostJoined else {
        continue
      }
      parents[max(one, other)] = min(one, other)
      joinedCounts[min(one, other)] = joinedCounts[one] + joinedCounts[other]
    }
    joins = []
  }

  func root(_ draft: Int) -> Int {
    var draft = draft
    while parents[draft] != draft { draft = parents[draft] }
    return draft
  }
}
