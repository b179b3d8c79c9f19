import Manuscript

/// The entries of an article's bibliographies, and which of them a citation means.
struct Bibliography {
  let entries: [BibliographyEntry]

  init(_ blocks: [Block]) {
    let lists = blocks.compactMap { block -> List? in
      guard case .list(let list) = block.content, list.isBibliography else { return nil }
      return list
    }
    entries = lists.enumerated().flatMap { number, list in
      list.items.map { BibliographyEntry(item: $0, list: number) }
    }
  }

  /// Whether an entry may say in another script what one of another list says: journals print the
  /// list a second time in Latin letters, for catalogues abroad, and nothing cites that.
  func mayBeTranslation(_ entry: BibliographyEntry) -> Bool {
    entries.contains { other in
      other.list != entry.list && other.isRightToLeft != entry.isRightToLeft
        && (other.years.isEmpty
          ? entry.years.isEmpty
          : other.years.contains { year in
            entry.years.contains { $0.number == year.number }
          })
    }
  }

  /// What a citation means.
  enum Meaning: Equatable {
    /// The index of an entry.
    case entry(Int)
    /// Several entries fit as well.
    case several([Int])
    case none
  }

  /// At least so much of a citation's name must stand in an entry's head.
  private static let leastScore = 0.5

  /// The entry that a name and a year mean.
  func meaning(of name: some Collection<CitationText.Token>, year: CitedYear) -> Meaning {
    var best: [Int] = []
    var bestScore = 0.0
    for (index, entry) in entries.enumerated() {
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
    return best.isEmpty ? .none : best.count == 1 ? .entry(best[0]) : .several(best)
  }

  /// The entry without a year (a law, an undated page) whose first words a citation repeats.
  ///
  /// Three words must agree: fewer begin many titles.
  func undated(by name: some Collection<CitationText.Token>) -> Meaning {
    let words = name.map(\.folded)
    let fitting = entries.indices.filter { index in
      let head = entries[index].head
      return entries[index].years.isEmpty
        && zip(words, head).prefix { $0 == $1 }.count >= min(3, max(head.count, 2))
    }
    return fitting.count == 1 ? .entry(fitting[0]) : fitting.isEmpty ? .none : .several(fitting)
  }

  /// A year that is not the entry's first may belong to its title, so it weighs less; a letter must
  /// agree where both have one.
  private func score(of year: CitedYear, in entry: BibliographyEntry) -> Double {
    var best = 0.0
    for (place, candidate) in entry.years.enumerated() where candidate.number == year.number {
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
