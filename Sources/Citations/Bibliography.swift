import Manuscript

/// The entries of an article's bibliographies, and which of them a citation means.
struct Bibliography {
  let entries: [BibliographyEntry]
  /// The entries that have a year, by it.
  private var byYear: [CitedYear.Moment: [Int]] = [:]
  /// By year and word (`NameMatch.keys`) the entries that a name which begins with the word may mean,
  /// in the order of the keys.
  private var byName: [NameKey] = []

  private struct NameKey: Comparable {
    var key: UInt64
    var entry: Int

    init(_ word: UInt64, _ year: CitedYear.Moment, _ entry: Int) {
      (key, self.entry) = (word ^ year.mixed, entry)
    }

    static func < (one: NameKey, other: NameKey) -> Bool {
      (one.key, one.entry) < (other.key, other.entry)
    }
  }

  /// Of the works that one author has in one year no more are told apart: letters after a year end
  /// with the alphabet.
  static let worksOfYear = 50
  /// The entries without a year.
  private var undated: [Int] = []
  /// For each year, and for none, in which lists and scripts entries have it.
  private var editions: [CitedYear.Moment?: Set<Edition>] = [:]

  /// One of the article's lists, as far as it is in one direction.
  private struct Edition: Hashable {
    var list: Int
    var isRightToLeft: Bool
  }

  init(_ blocks: [Block]) {
    let lists = blocks.compactMap { block -> List? in
      guard case .list(let list) = block.content, list.isBibliography else { return nil }
      return list
    }
    entries = lists.enumerated().flatMap { number, list in
      list.items.map { BibliographyEntry(item: $0, list: number) }
    }
    for (index, entry) in entries.enumerated() {
      let edition = Edition(list: entry.list, isRightToLeft: entry.isRightToLeft)
      if entry.years.isEmpty {
        undated.append(index)
        editions[nil, default: []].insert(edition)
      }
      for moment in Set(entry.years.map(\.moment)) {
        byYear[moment, default: []].append(index)
        byName += NameMatch.keys(ofHead: entry.head).map { NameKey($0, moment, index) }
        editions[moment, default: []].insert(edition)
      }
    }
    byName.sort()
  }

  /// The entries that have a year.
  func entries(of year: CitedYear) -> [Int] { byYear[year.moment] ?? [] }

  /// Those of them that a name may mean, by its first word.
  func entries(of year: CitedYear, name: some Collection<CitationText.Token>) -> [Int] {
    guard let first = name.first?.folded else { return [] }
    return entries(of: year, keys: NameMatch.keys(ofName: first))
  }

  private func entries(of year: CitedYear, keys: [UInt64]) -> [Int] {
    var found: [Int] = []
    for word in keys {
      var place = firstPlace(notBefore: NameKey(word, year.moment, 0))
      let key = word ^ year.moment.mixed
      var (works, last) = (0, -1)
      while place < byName.count, byName[place].key == key, works < Self.worksOfYear {
        // A letter that stands twice makes a key twice.
        if byName[place].entry != last {
          last = byName[place].entry
          found.append(last)
          works += 1
        }
        place += 1
      }
    }
    guard found.count > 1 else { return found }
    return Set(found).sorted()
  }

  private func firstPlace(notBefore key: NameKey) -> Int {
    var (low, high) = (0, byName.count)
    while low < high {
      let middle = (low + high) / 2
      if byName[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an entry may say in another script what one of another list says: journals print the
  /// list a second time in Latin letters, for catalogues abroad, and nothing cites that.
  func mayBeTranslation(_ entry: BibliographyEntry) -> Bool {
    let years: [CitedYear.Moment?] = entry.years.isEmpty ? [nil] : entry.years.map(\.moment)
    return years.contains { year in
      editions[year]?.contains {
        $0.list != entry.list && $0.isRightToLeft != entry.isRightToLeft
      } ?? false
    }
  }

  /// What a citation means.
  enum Meaning: Equatable {
    /// The index of an entry.
    case entry(Int)
    /// Several entries fit as well.
    case several([Int])
    case none

    fileprivate init(_ entries: [Int]) {
      self =
        entries.isEmpty ? .none : entries.count == 1 ? .entry(entries[0]) : .several(entries)
    }
  }

  /// At least so much of a citation's name must stand in an entry's head.
  private static let leastScore = 0.5

  /// The entry that a name and a year mean.
  func meaning(of name: some Collection<CitationText.Token>, year: CitedYear) -> Meaning {
    guard let first = name.first?.folded else { return .none }
    let (best, score) = best(among: entries(of: year, keys: [NameMatch.key(of: first)]), name, year)
    // A list may have many names that are nearly this one, and none of them is a better reading.
    if score > NameMatch.bestOfNear { return Meaning(best) }
    return Meaning(self.best(among: entries(of: year, name: name), name, year).entries)
  }

  /// Those of some entries that a name and a year mean alike, and more than the others.
  private func best(
    among candidates: [Int], _ name: some Collection<CitationText.Token>, _ year: CitedYear
  ) -> (entries: [Int], score: Double) {
    var best: [Int] = []
    var bestScore = 0.0
    for index in candidates {
      let entry = entries[index]
      let yearScore = score(of: year, in: entry)
      guard yearScore > 0 else { continue }
      let nameScore = NameMatch.score(name, head: entry.head)
      guard nameScore >= Self.leastScore else { continue }
      let total = nameScore * yearScore
      if total > bestScore {
        (best, bestScore) = ([index], total)
      } else if total == bestScore {
        best.append(index)
      }
    }
    return (best, bestScore)
  }

  /// The entry without a year (a law, an undated page) whose first words a citation repeats.
  ///
  /// Three words must agree: fewer begin many titles.
  func undated(by name: some Collection<CitationText.Token>) -> Meaning {
    guard !undated.isEmpty else { return .none }
    let words = name.map(\.folded)
    let fitting = undated.filter { index in
      let head = entries[index].head
      return zip(words, head).prefix { $0 == $1 }.count >= min(3, max(head.count, 2))
    }
    return Meaning(fitting)
  }

  /// A year that is not the entry's first may belong to its title, so it weighs less; a letter must
  /// agree where both have one.
  private func score(of year: CitedYear, in entry: BibliographyEntry) -> Double {
    var best = 0.0
    for (place, candidate) in entry.years.enumerated() where candidate.moment == year.moment {
      let letters: Double
      switch (candidate.letter, year.letter) {
      case (let a?, let b?) where a != b: continue
      case (nil, nil), (_?, _?): letters = 1
      default: letters = 0.9
      }
      best = max(best, letters * (place == 0 ? 1 : 0.95))
    }
    return best
  }
}
