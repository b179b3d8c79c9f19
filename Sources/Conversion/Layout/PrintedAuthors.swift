import Manuscript

/// The lines under a title: names, affiliations, addresses, a date.
struct PrintedAuthors {
  struct Person {
    var name: String
    /// The sign behind the name, by which an affiliation is found.
    var signs: [String] = []
    var affiliations: [String] = []
    var email: String?
    var note: String?
  }

  private(set) var people: [Person] = []
  private(set) var date: PartialDate?
  private var dateText = ""
  /// What is neither.
  private(set) var loose: [Scalars] = []

  var isStarted: Bool { !people.isEmpty }

  /// Whether a block looks like a line of names.
  func isByline(_ block: PrintedBlock) -> Bool {
    let text = block.text
    if text.contains(Marker.note) { return true }
    let plain = block.plain
    if plain.string.contains(" / ") || plain.contains("|") { return true }
    let words = plain.words
    return words.count <= 9 && !plain.contains(":") && !plain.contains("(")
      && NameList(plain).names.count > 1
  }

  /// Whether a line can only be an affiliation: it begins with the sign of a name, or names an
  /// institution and is short, or is an address.
  func isAffiliation(_ line: PrintedLine) -> Bool {
    let plain = Marker.removed(from: line.text).trimmed
    if !FrontFeatures.emails(plain).isEmpty, plain.words.count < 4 { return true }
    if let (sign, _) = signed(line.text), people.contains(where: { $0.signs.contains(sign) }) {
      return true
    }
    return FrontMatterWords.namesInstitution(plain) && plain.count < 70
      && !Ending.endsSentence(plain)
      && FrontMatterWords.after(FrontMatterWords.abstract, in: plain) == nil
  }

  /// Takes a block that is a date and nothing else.
  mutating func takeDate(_ block: PrintedBlock) -> Bool {
    guard date == nil, block.lines.count == 1, let found = Self.wholeDate(block.plain.trimmed)
    else {
      return false
    }
    date = found
    dateText = block.plain.string
    return true
  }

  /// The text with one word for each of the Levant's months that have two.
  private static func withPlainMonths(_ text: Scalars) -> Scalars {
    var text = text.string
    for (name, month) in [
      ("كانون الثاني", "يناير"), ("كانون الأول", "ديسمبر"), ("تشرين الأول", "أكتوبر"),
      ("تشرين الثاني", "نوفمبر"),
    ] {
      text = text.replacing(name, with: month)
    }
    return Array(text.unicodeScalars)
  }

  /// A date and nothing else.
  private static func wholeDate(_ text: Scalars) -> PartialDate? {
    guard text.words.count <= 4, !text.contains("|"), !text.contains("·"), !text.contains(",")
    else { return nil }
    return date(text)
  }

  /// A date in words, or `09.2023`.
  private static func date(_ text: Scalars) -> PartialDate? {
    let text = withPlainMonths(text)
    if let found = PrintedDate.read(text) { return found }
    let parts = text.split { !$0.isDigit }
    guard parts.count == 2, text.count == 7, parts[0].count == 2, parts[1].count == 4 else {
      return nil
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) } }
    return (1...12).contains(numbers[0]) ? PartialDate(year: numbers[1], month: numbers[0]) : nil
  }

  /// Reads a line.
  ///
  /// - Returns: what of it stands for something else: a date, words that join names.
  mutating func read(_ line: PrintedLine) -> [Removal] {
    let before = (date, people.count)
    readParts(line)
    let plain = Marker.removed(from: line.text).trimmed
    if before.0 == nil, date != nil {
      return [Removal(line: line.number, text: dateText, reason: .date)]
    }
    guard people.count > before.1 else { return [] }
    let names = people[before.1...].flatMap { Array($0.name.unicodeScalars) }
    let letters = Account.rest(of: plain, without: names)
    return letters.isEmpty
      ? [] : [Removal(line: line.number, text: letters.string, reason: .conjunction)]
  }

  private mutating func readParts(_ line: PrintedLine) {
    let plain = Marker.removed(from: line.text).trimmed
    guard !plain.isEmpty else { return }
    let emails = FrontFeatures.emails(plain)
    if !emails.isEmpty {
      for (offset, email) in emails.enumerated() {
        let open = people.indices.filter { people[$0].email == nil }
        let place = emails.count > 1 ? open.first : people.indices.last
        if let place, people.indices.contains(place), offset < 9 { people[place].email = email }
      }
      let others = plain.words.filter { word in !emails.contains { word.string.contains($0) } }
      if others.count > 2 { affiliate(others.joined(separator: [" "]).map { $0 }, line) }
      return
    }
    if date == nil, let found = Self.wholeDate(plain) {
      date = found
      dateText = plain.string
      return
    }
    let bold = line.isBold
    if isStarted, let (sign, rest) = signed(line.text) {
      let holders = people.indices.filter { people[$0].signs.contains(sign) }
      if !holders.isEmpty {
        for holder in holders { people[holder].affiliations.append(rest.string) }
        return
      }
    }
    if FrontMatterWords.namesInstitution(plain), isStarted || plain.words.count > 3,
      !plain.contains("|"), !plain.string.contains(" / ")
    {
      affiliate(plain, line)
      return
    }
    if isStarted, !bold, !line.text.contains(Marker.note),
      people.last?.affiliations.isEmpty == false || plain.words.count > 5
    {
      affiliate(plain, line)
      return
    }
    readNames(line.text)
  }

  private mutating func affiliate(_ text: Scalars, _ line: PrintedLine) {
    guard let last = people.indices.last else {
      loose.append(text)
      return
    }
    if text.count > 40, Ending.endsSentence(text) {
      people[last].note = [people[last].note, text.string].compactMap { $0 }.joined(separator: " ")
    } else {
      people[last].affiliations.append(text.string)
    }
  }

  /// A line that begins with a sign: `* University …`.
  private func signed(_ text: Scalars) -> (String, Scalars)? {
    if text.first == Marker.note, let end = text.firstIndex(of: Marker.end) {
      return (
        PrintedNoteLabel.ascii(Array(text[1..<end])),
        Marker.removed(from: Array(text[end...])).trimmed
      )
    }
    let sign = text.prefix { PrintedNoteLabel.signs.contains($0) }
    if !sign.isEmpty { return (sign.string, Array(text.dropFirst(sign.count)).trimmed) }
    if text.count > 3, text[0].value < 0x80, text[0].isLetterOrDigit,
      text[1].isSpacing || text[1] == ")"
    {
      return (text[0].string1, Array(text[2...]).trimmed)
    }
    return nil
  }

  private mutating func readNames(_ text: Scalars) {
    for part in Self.parts(text) {
      if date == nil, let found = Self.date(Marker.removed(from: part).trimmed) {
        date = found
        dateText = Marker.removed(from: part).string
        continue
      }
      for name in Self.names(part) {
        let signs = PrintedNotes.marks(in: name).map(\.label)
        let plain = Marker.removed(from: name).trimmed
        guard plain.contains(where: \.isLetter) else { continue }
        var bare = plain
        var own = signs
        while let last = bare.last, PrintedNoteLabel.signs.contains(last) {
          own.append(String(last))
          bare.removeLast()
        }
        people.append(Person(name: bare.trimmed.string, signs: own))
      }
    }
  }

  /// The parts of a line between bars and dashes with spaces round them.
  private static func parts(_ text: Scalars) -> [Scalars] {
    var parts: [Scalars] = [[]]
    for index in text.indices {
      let isSpaced =
        index > 0 && index + 1 < text.count && text[index - 1].isSpacing
        && text[index + 1].isSpacing
      if text[index] == "|" || text[index] == "•" || text[index] == "·"
        || (isSpaced && (text[index] == "/" || text[index] == "–" || text[index] == "-"))
      {
        parts.append([])
      } else {
        parts[parts.count - 1].append(text[index])
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The names of a part, with their marks.
  static func names(_ text: Scalars) -> [Scalars] {
    var names: [Scalars] = []
    for piece in text.split(whereSeparator: { ",;،؛&".unicodeScalars.contains($0) }) {
      var current: [Scalars] = []
      let words = Array(piece).words
      for (index, word) in words.enumerated() {
        let rest = words.count - index
        let isAnd = word.string.lowercased() == "and" || word == ["و"]
        if isAnd, !current.isEmpty {
          names.append(Array(current.joined(separator: [" "])))
          current = []
          continue
        }
        let isGlued =
          word.count > 3 && (word[0] == "ו" || (word[0] == "و" && !given.contains(word.string)))
          && current.count >= 2 && rest >= 2
        if isGlued {
          names.append(Array(current.joined(separator: [" "])))
          current = [Array(word.dropFirst())]
          continue
        }
        current.append(word)
      }
      if !current.isEmpty { names.append(Array(current.joined(separator: [" "]))) }
    }
    return names
  }

  /// Arabic given names whose first letter is that of the conjunction.
  private static let given: Set<String> = [
    "وليد", "وائل", "وسام", "وفاء", "وجيه", "ورد", "وردة", "وحيد", "وديع", "ولاء", "وسيم", "وداد",
    "وجدان", "واصف", "وجدي", "وفيق", "وصفي", "ولي",
  ]

  /// A note that an asterisk or another sign behind a name leads to.
  ///
  /// - Returns: whether it is taken.
  mutating func take(note: Scalars, sign: String) -> Bool {
    let holders = people.indices.filter { people[$0].signs.contains(sign) }
    guard !holders.isEmpty else { return false }
    for holder in holders {
      if FrontMatterWords.namesInstitution(note), note.count < 90 {
        people[holder].affiliations.append(note.string)
      } else {
        people[holder].note = note.string
      }
    }
    return true
  }

  var frontMatter: [FrontMatter.Author] {
    people.map { person in
      var author = FrontMatter.Author(name: person.name)
      author.affiliations = person.affiliations
      author.email = person.email
      author.note = person.note
      return author
    }
  }
}

/// Words by which a note below the text gives thanks.
enum Thanks {
  private static let words = [
    "תודה", "תודת", "מודה", "מודים", "בתמיכת", "נתמך", "מענק", "במימון", "شكر", "نشكر", "أشكر",
    "بدعم", "بتمويل", "منحة", "thank", "grateful", "support", "funded", "grant", "acknowledg",
  ]

  static func are(_ text: Scalars) -> Bool {
    let lower = text.string.lowercased()
    return words.contains { lower.contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var string1: String { String(Character(self)) }
}
