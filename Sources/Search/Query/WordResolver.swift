import Orthography

/// Finds what a word of a query means among the words of an index.
///
/// A word as it stands beats one of which an ending is taken, that beats one that is parted into
/// clitics and a rest, and a misspelling is thought of only when all that finds nothing.
struct WordResolver {
  let index: IndexReader

  /// What a word of a query stands for.
  struct Meaning {
    /// The words of the index that it finds, each once, with the nearest grade.
    var words: [Match] = []
    /// The words that it was corrected to.
    var corrections: [String] = []
  }

  /// A word of the index that answers.
  struct Match {
    var word: String
    var grade: MatchGrade
    /// Where it stands in the index.
    var family: Int
    var member: Int
    var articles: [Int]
    var weights: [Int]
  }

  func meaning(of word: SearchQuery.Word, mayCorrect: Bool = true) throws -> Meaning {
    var meaning = Meaning()
    let text = word.text
    if try add(text, as: text, upTo: .form, to: &meaning) { return meaning }
    guard let rules = FormRules.rules(for: word.kind) else { return meaning }
    if try addForms(of: text, rules: rules, kind: word.kind, to: &meaning) { return meaning }
    let splits = rules.splits(of: text).filter {
      $0.rest.unicodeScalars.count >= Self.minimumRest
    }
    for split in splits {
      _ = try add(split.rest, as: nil, upTo: .form, isBase: true, to: &meaning)
    }
    if !meaning.words.isEmpty { return meaning }
    for split in splits {
      if try addForms(of: split.rest, rules: rules, kind: word.kind, to: &meaning) {
        return meaning
      }
    }
    guard mayCorrect else { return meaning }
    for candidate in [text] + splits.map(\.rest) {
      for near in try corrections(of: candidate) {
        if try add(near, as: nil, upTo: .clitic, grade: .correction, to: &meaning) {
          meaning.corrections.append(near)
        }
      }
      if !meaning.words.isEmpty { break }
    }
    return meaning
  }

  /// A word that stands nowhere is parted only where so many letters are left: any letter and a
  /// common particle make a word (שועל is no ש and ועל, כלב rather no כ and לב).
  static let minimumRest = 3

  /// The words that begin with some letters.
  func meaning(ofPrefix prefix: String) throws -> Meaning {
    var meaning = Meaning()
    var families: Set<Int> = []
    for key in try index.keys(beginning: prefix).prefix(Self.prefixLimit) {
      families.formUnion(try index.families(of: key))
    }
    for number in families.sorted() {
      let family = try index.family(number)
      for (place, member) in family.members.enumerated() {
        let bases = member.bases.map { family.bases[$0] }
        if member.word.utf8.starts(with: prefix.utf8) {
          meaning.add(member, .exact, family: number, member: place)
        } else if bases.contains(where: { $0.utf8.starts(with: prefix.utf8) }) {
          meaning.add(member, .clitic, family: number, member: place)
        }
      }
    }
    return meaning
  }

  /// So many words with a beginning are looked at, the first by letters.
  static let prefixLimit = 256

  /// Adds what a key finds; whether there was anything.
  ///
  /// - Parameters:
  ///   - exact: the word that is the query's own.
  ///   - limit: the farthest grade that is taken.
  ///   - grade: what all that is found counts as, instead of its own grade.
  ///   - isBase: whether the key must be a word without clitics: what is left of a word that has been
  ///     parted bears no more.
  private func add(
    _ key: String, as exact: String?, upTo limit: MatchGrade, grade: MatchGrade? = nil,
    isBase: Bool = false, to meaning: inout Meaning
  ) throws -> Bool {
    var found = false
    for number in try index.families(of: key) {
      let family = try index.family(number)
      if isBase, !family.bases.contains(key) { continue }
      var bases: Set<Int> = []
      if let base = family.bases.firstIndex(of: key) { bases.insert(base) }
      for member in family.members where member.word == key { bases.formUnion(member.bases) }
      for (place, member) in family.members.enumerated() {
        let own: MatchGrade =
          member.word == exact
          ? .exact : bases.isDisjoint(with: member.bases) ? .form : .clitic
        guard own <= limit else { continue }
        meaning.add(member, grade ?? own, family: number, member: place)
        found = true
      }
    }
    return found
  }

  /// Adds the families that share a word's stem, or that have it in another spelling.
  private func addForms(
    of word: String, rules: FormRules, kind: LetterTable.Kind, to meaning: inout Meaning
  ) throws -> Bool {
    var found = false
    let stem = WordFamilies.stemMark + rules.stem(of: word)
    if try add(stem, as: nil, upTo: .form, grade: .form, to: &meaning) { found = true }
    if kind == .hebrew {
      for spelling in Spelling.variants(of: word) {
        if try add(spelling, as: nil, upTo: .form, grade: .form, to: &meaning) { found = true }
      }
    }
    return found
  }

  /// The words of the index that are a typing error away: with one error, either half of the word is
  /// whole, but where the letters on either side of the middle are exchanged.
  private func corrections(of word: String) throws -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= Spelling.minimumLength else { return [] }
    let half = letters.count / 2
    let start = String(String.UnicodeScalarView(letters[..<half]))
    let end = String(String.UnicodeScalarView(letters[half...]))
    var exchanged = letters
    exchanged.swapAt(half - 1, half)
    let across = String(String.UnicodeScalarView(exchanged))
    var candidates = try index.keys(beginning: start) + index.words(ending: end)
    if across != word, try !index.families(of: across).isEmpty { candidates.append(across) }
    var near: [String] = []
    for candidate in candidates where !near.contains(candidate) {
      let other = Array(candidate.unicodeScalars)
      if other.count >= Spelling.minimumLength - 1, Spelling.isNear(letters, other) {
        near.append(candidate)
      }
    }
    if near.isEmpty {
      near = try Spelling.homophones(of: word).filter { try !index.families(of: $0).isEmpty }
    }
    return Array(near.prefix(Self.correctionLimit))
  }

  /// So many corrections are taken.
  static let correctionLimit = 8
}

extension WordResolver.Meaning {
  /// Adds a member, or makes its grade nearer.
  fileprivate mutating func add(
    _ member: IndexReader.Member, _ grade: MatchGrade, family: Int, member place: Int
  ) {
    if let known = words.firstIndex(where: { $0.word == member.word }) {
      words[known].grade = min(words[known].grade, grade)
    } else {
      words.append(
        WordResolver.Match(
          word: member.word, grade: grade, family: family, member: place,
          articles: member.articles, weights: member.weights))
    }
  }
}
