import Orthography

/// The families of words (`WordFamilies`) while they are being put together.
struct FamilyDrafts {
  /// A word read in one way: it belongs to a draft by its base. Word, base and stem are numbers of
  /// names.
  struct Entry {
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
  var names: WordTable

  var entries: [Entry] = []
  var draftByName: [Int: Int] = [:]
  /// By draft.
  var nameOfDraft: [Int] = []
  var isStem: [Bool] = []
  var isVerb: [Bool] = []
  /// Union-find.
  var parents: [Int] = []
  /// By root how many drafts it joins.
  var joinedCounts: [Int] = []
  /// Drafts that may be of one word (`settleJoins`).
  var joins: [(lower: Int, higher: Int)] = []
  /// Names that lead to a draft's family although they are no form of its own.
  var kin: [(name: Int, draft: Int)] = []
  /// Names that lead to a draft's family as another spelling of a form does.
  var spellings: [(name: Int, draft: Int)] = []

  /// By the name of a book the keys by which its other names find it.
  private(set) var otherNames: [Int: [Int]] = [:]

  /// - Parameter names: the publication's words and their bases.
  init(names: WordTable) {
    self.names = names
    for book in BookNames.all {
      guard let name = names.find(book) else { continue }
      otherNames[name] = BookNames.others(of: book).map {
        self.names.insert(WordFamilies.bookMark + $0)
      }
    }
  }

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

  mutating func stemName(_ rules: FormRules, _ base: String) -> Int {
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
    joinedCounts.append(1)
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
}
