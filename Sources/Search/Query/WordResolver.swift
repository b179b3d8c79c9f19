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
    /// By word its place in `words` as they were added.
    private var places: [String: Int] = [:]

    /// Adds a member, or makes its grade nearer.
    fileprivate mutating func add(
      _ member: IndexReader.Member, _ grade: MatchGrade, family: Int, member place: Int
    ) {
      if let known = places[member.word] {
        words[known].grade = min(words[known].grade, grade)
      } else {
        places[member.word] = words.count
        words.append(
          Match(
            word: member.word, grade: grade, family: family, member: place,
            articles: member.articles, weights: member.weights, pieces: member.pieces))
      }
    }
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
    /// By article the pieces of it in which the word is shown, as bits.
    var pieces: [Int]
  }

  /// What surrounds a word in a query.
  struct Context {
    /// Whether what stands nowhere may be corrected.
    var mayCorrect = true
    /// Whether it is the whole query.
    var isAlone = false
    /// Whether numbers follow it, as they follow the name of a book.
    var isHead = false
  }

  /// - Parameter context: see `Context`.
  func meaning(of word: SearchQuery.Word, _ context: Context = Context()) throws -> Meaning {
    var meaning = Meaning()
    let text = word.text
    try addWord(word, context, to: &meaning)
    if try !meaning.words.isEmpty
      || addForms(of: text, kind: word.kind, hamza: word.hamza, to: &meaning)
    {
      try addNamesOfName(text, to: &meaning)
      return meaning
    }
    guard let rules = FormRules.rules(for: word.kind) else { return meaning }
    let splits = rules.splits(of: text).filter {
      $0.rest.unicodeScalars.count >= Self.minimumRest
    }
    for split in splits {
      _ = try add(split.rest, as: nil, isBase: true, to: &meaning)
      _ = try add(WordFamilies.lemmaKey(split.rest), as: nil, to: &meaning)
    }
    if !meaning.words.isEmpty {
      for split in splits { try addNamesOfName(split.rest, to: &meaning) }
      return meaning
    }
    for split in splits {
      if try addForms(of: split.rest, kind: word.kind, to: &meaning) { return meaning }
    }
    guard context.mayCorrect else { return meaning }
    for candidate in [text] + splits.map(\.rest) {
      for near in try corrections(of: candidate) {
        if try add(near, as: nil, upTo: .clitic, grade: .correction, to: &meaning)
          || add(WordFamilies.lemmaKey(near), as: nil, grade: .correction, to: &meaning)
        {
          meaning.corrections.append(near)
        }
      }
      if !meaning.words.isEmpty { break }
    }
    if meaning.words.isEmpty || word.kind == .letter {
      for candidate in [text] + splits.map(\.rest) {
        if try addNames(like: candidate, to: &meaning) { break }
      }
    }
    return meaning
  }

  /// Adds what a word finds as it stands, and what a dictionary's word or another spelling of it
  /// leads to.
  private func addWord(
    _ word: SearchQuery.Word, _ context: Context, to meaning: inout Meaning
  ) throws {
    let text = word.text
    _ = try add(text, as: text, to: &meaning)
    _ = try add(WordFamilies.lemmaKey(text), as: nil, least: .form, to: &meaning)
    if let hamza = word.hamza { _ = try add(hamza, as: nil, least: .form, to: &meaning) }
    if context.isHead {
      _ = try add(WordFamilies.bookMark + text, as: nil, least: .form, to: &meaning)
    }
    if text.utf8.last == 0x27, meaning.words.isEmpty || !context.isAlone {
      _ = try add(String(text.dropLast()), as: nil, grade: .kin, to: &meaning)
    }
  }

  /// What a number of a reference stands for: the number in digits or in Hebrew letters.
  func meaning(ofNumber word: SearchQuery.Word) throws -> Meaning {
    var meaning = Meaning()
    let plain = word.text.utf8.last == 0x27 ? String(word.text.dropLast()) : word.text
    var texts = [word.text]
    if word.kind == .hebrew {
      texts += [plain, plain + "'"]
      if let value = HebrewNumeral.value(of: plain) { texts.append(String(value)) }
    } else if let value = Int(plain), value <= SearchQuery.lastVerse,
      let letters = HebrewNumeral.written(value)
    {
      texts += [letters, letters + "'"]
    }
    for text in texts {
      for lead in try index.leads(of: text) where !lead.isKin {
        let family = try index.family(lead.family)
        for (place, member) in family.members.enumerated() where family.may(member, be: text) {
          meaning.add(
            member, text == word.text ? .exact : .clitic, family: lead.family, member: place)
        }
      }
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
      families.formUnion(try index.leads(of: key).map(\.family))
    }
    for number in families.sorted() {
      let family = try index.family(number)
      for (place, member) in family.members.enumerated() {
        let bases = member.bases.map { family.bases[$0.place] }
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
  ///   - least: the nearest grade that is given.
  ///   - grade: what all that is found counts as, instead of its own grade.
  ///   - isBase: whether the key must be a word without clitics: what is left of a word that has been
  ///     parted bears no more.
  private func add(
    _ key: String, as exact: String?, upTo limit: MatchGrade = .kin, least: MatchGrade = .exact,
    grade: MatchGrade? = nil, isBase: Bool = false, to meaning: inout Meaning
  ) throws -> Bool {
    var found = false
    for lead in try index.leads(of: key) {
      let family = try index.family(lead.family)
      if isBase, lead.isKin || !family.bases.contains(key) { continue }
      var bases: Set<Int> = []
      if let base = family.bases.firstIndex(of: key) { bases.insert(base) }
      for member in family.members where member.word == key {
        bases.formUnion(member.bases.map(\.place))
      }
      for (place, member) in family.members.enumerated() {
        let own: MatchGrade =
          if member.word == exact {
            .exact
          } else if lead.isKin || member.bases.allSatisfy(\.isSecond) {
            .kin
          } else {
            member.bases.contains { !$0.isSecond && bases.contains($0.place) } ? .clitic : .form
          }
        guard own <= limit else { continue }
        meaning.add(member, grade ?? max(own, least), family: lead.family, member: place)
        found = true
      }
    }
    return found
  }

  /// Adds the families that share a word's stem, or that have it in another spelling.
  ///
  /// - Parameter hamza: the word with its hamzas off their seats, if it has any.
  private func addForms(
    of word: String, kind: LetterTable.Kind, hamza: String? = nil, to meaning: inout Meaning
  ) throws -> Bool {
    guard let rules = FormRules.rules(for: kind) else { return false }
    var found = try add(
      rules.stem(of: word) + WordFamilies.stemMark, as: nil, least: .form, to: &meaning)
    if kind == .hebrew {
      for spelling in Spelling.variants(of: word) {
        if try add(spelling, as: nil, least: .form, to: &meaning) { found = true }
      }
    }
    if let hamza,
      try add(rules.stem(of: hamza) + WordFamilies.stemMark, as: nil, least: .form, to: &meaning)
    {
      found = true
    }
    if kind == .arabic, let bare = Hamza.withoutLast(word),
      try add(bare, as: nil, least: .form, to: &meaning)
    {
      found = true
    }
    if kind == .arabic, !found {
      for perfect in ArabicVerbs.perfects(ofImperfect: word) {
        let stem = rules.stem(of: perfect) + WordFamilies.stemMark
        if try add(stem, as: nil, least: .kin, to: &meaning) { found = true }
      }
    }
    return found
  }

  /// Adds the names that sound as a word does, if the index has the word as a name.
  private func addNamesOfName(_ word: String, to meaning: inout Meaning) throws {
    for lead in try index.leads(of: word) where lead.isName && !lead.isKin {
      let family = try index.family(lead.family)
      var bases: Set<Int> = []
      for (place, base) in family.bases.enumerated() where base == word { bases.insert(place) }
      for member in family.members where member.word == word {
        bases.formUnion(member.bases.filter { !$0.isSecond }.map(\.place))
      }
      for base in bases.sorted() {
        _ = try addNames(like: family.bases[base], family: lead.family, to: &meaning)
      }
    }
  }

  /// Adds the names of other scripts that sound as a word does; whether there were any. A short name
  /// must be one for certain, or the word's own.
  ///
  /// - Parameter family: the word's own, where the index has it.
  private func addNames(
    like word: String, family own: Int? = nil, to meaning: inout Meaning
  ) throws -> Bool {
    let script = NameSound.script(of: word)
    let sounds = NameSound.sounds(of: word)
    var found = false
    var keys: Set<String> = []
    for sound in sounds where keys.insert(sound.key).inserted {
      let isShort = sound.key.utf8.count <= NameSound.leastLength
      let isCertain =
        try own == nil
        ? script < NameSound.hebrew
        : isShort
          && index.leads(of: WordFamilies.nameKey(sound.key, script: script)).contains {
            $0.family == own && $0.isName
          }
      for other in NameSound.scripts where other != script {
        for lead in try index.leads(of: WordFamilies.nameKey(sound.key, script: other)) {
          guard !isShort || isCertain || lead.isName else { continue }
          let family = try index.family(lead.family)
          let isLike = family.bases.map { base in
            NameSound.sounds(of: base).contains { one in
              one.key == sound.key && sounds.contains { $0.agrees(with: one) }
            }
          }
          for (place, member) in family.members.enumerated()
          where member.bases.contains(where: { !$0.isSecond && isLike[$0.place] }) {
            meaning.add(member, .name, family: lead.family, member: place)
            found = true
          }
        }
      }
    }
    return found
  }

  /// The words that are a typing error away, or else sound as the word does, and stand in the index or
  /// are a dictionary's whose forms do. With one error, either half of the word is whole, but where the
  /// letters on either side of the middle are exchanged.
  private func corrections(of word: String) throws -> [String] {
    let letters = Array(word.unicodeScalars)
    guard (Self.leastHomophone...Spelling.maximumLength).contains(letters.count) else {
      return []
    }
    let near = letters.count < Spelling.minimumLength ? [] : try misspellings(of: word, letters)
    let corrections =
      try near.isEmpty
      ? Spelling.homophones(of: word).filter {
        try index.has($0) || index.has(WordFamilies.lemmaKey($0))
      } : near
    return Array(corrections.prefix(Self.correctionLimit))
  }

  private func misspellings(of word: String, _ letters: [Unicode.Scalar]) throws -> [String] {
    let half = letters.count / 2
    let start = String(String.UnicodeScalarView(letters[..<half]))
    let end = String(String.UnicodeScalarView(letters[half...]))
    var exchanged = letters
    exchanged.swapAt(half - 1, half)
    let across = String(String.UnicodeScalarView(exchanged))
    var candidates = try index.keys(beginning: start) + index.words(ending: end)
    if across != word, try index.has(across) { candidates.append(across) }
    var near: [String] = []
    for candidate in candidates where !near.contains(candidate) && WordFamilies.isWord(candidate) {
      let other = Array(candidate.unicodeScalars)
      if other.count >= Spelling.minimumLength - 1, Spelling.isNear(letters, other) {
        near.append(candidate)
      }
    }
    return near
  }

  /// A word of fewer letters sounds like too many others.
  static let leastHomophone = 4

  /// So many corrections are taken.
  static let correctionLimit = 8
}
