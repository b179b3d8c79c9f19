import Manuscript
import Orthography

/// A work as a note names it: `A. Field, *Shared Waters* (Lyon: Canal, 1992), pp. 12–15.`, an entry in
/// author-date form, or a page of the web.
///
/// Told are works with a title that stands out (emphasised or in quotation marks), those whose
/// imprint stands in brackets, those in author-date form, and those with an address. What says less
/// is left alone: a remark is no work, and a short reference leads to one that stands elsewhere.
struct NotedReference {
  var flat: FlatEntry
  var families: [String] = []
  var title: String?
  var year: Int?
  var address: String?

  /// The works that a paragraph of a note names, in their order.
  static func all(in inlines: [Inline]) -> [NotedReference] {
    FlatEntry(inlines).segments.compactMap { NotedReference($0) }
  }

  /// A remark that happens to hold an address is longer than this, in words.
  private static let longestPage = 30
  /// A name before a title is no longer than this, in words.
  private static let longestName = 12

  private init?(_ segment: FlatEntry) {
    flat = segment.withoutSignals
    var bare = flat
    address = bare.takeAddress()
    let dated = bare.year
    let isWork =
      readAuthorDate(bare, dated) || readTitled(bare) || readImprint(bare, dated)
      || readReport(bare, dated)
    guard isWork || address != nil else { return nil }
    if !isWork, bare.words.count > Self.longestPage { return nil }
    flat.trim(behind: title)
  }

  /// `Field, A. (1992). Shared Waters. Lyon: Canal.`
  private mutating func readAuthorDate(_ bare: FlatEntry, _ dated: FlatEntry.Dated?) -> Bool {
    guard let (year, head, _) = dated, bare.characters[head.endIndex] == "(",
      bare.firstTitle.map({ $0.lowerBound > head.endIndex }) ?? true
    else { return false }
    let printed = PrintedReference(bare, text: "")
    let names = Self.families(of: printed.names)
    guard let title = printed.title, WordScanner.words(in: title).count > 1, !names.isEmpty,
      title.first(where: \.isLetter)?.isLowercase != true, !FlatEntry.isLocator(title),
      String(head).split(separator: " ").count <= Self.longestName
    else { return false }
    (self.year, self.title, families) = (year, title, names)
    return true
  }

  /// `Report of the Comptroller 41 (1991), pp. 512–519`
  private mutating func readReport(_ bare: FlatEntry, _ dated: FlatEntry.Dated?) -> Bool {
    guard let (year, head, rest) = dated, bare.characters[head.endIndex] == "(" else {
      return false
    }
    // A range of years is what a file of an archive holds.
    guard bare.characters[rest - 1] == ")", bare.characters[rest - 2].isNumber,
      bare.characters[..<(rest - 5)].last == "("
    else { return false }
    let after = String(bare.characters[rest...]).trimming { $0.isWhitespace || ",،.".contains($0) }
    let title = String(head).trimming(\.isWhitespace)
    guard after.isEmpty || FlatEntry.isLocator(after),
      (2...Self.longestName).contains(WordScanner.words(in: title).count)
    else { return false }
    (self.year, self.title) = (year, title)
    return true
  }

  /// `A. Field, “Shared Waters”, *Journal* 3 (1992)`
  private mutating func readTitled(_ bare: FlatEntry) -> Bool {
    guard let place = bare.firstTitle else { return false }
    let title = String(bare.characters[place])
    let count = WordScanner.words(in: title).count
    let (names, start) = Self.names(before: bare.characters[..<place.lowerBound])
    let year = bare.year(behind: place.upperBound)
    let isNamed = !names.isEmpty && count > 1
    guard isNamed || count > 2 && (year != nil || address != nil) else { return false }
    (self.title, self.year, families) = (title, year, names)
    if !names.isEmpty { flat = flat.part(start..<flat.characters.count) }
    return true
  }

  /// `A. Field, Shared Waters (Lyon: Canal, 1992)`
  private mutating func readImprint(_ bare: FlatEntry, _ dated: FlatEntry.Dated?) -> Bool {
    guard dated != nil, let open = bare.characters.firstIndex(of: "("),
      let close = bare.characters[open...].firstIndex(of: ")"),
      bare.characters[open..<close].contains(":"),
      let year = bare.year(behind: open), dated?.number == year,
      let comma = bare.characters[..<open].firstIndex(where: { ",،".contains($0) })
    else { return false }
    let names = Self.names(before: bare.characters[..<comma]).families
    let title = String(bare.characters[(comma + 1)..<open]).trimming(\.isWhitespace)
    guard !names.isEmpty, WordScanner.words(in: title).count > 1 else { return false }
    (self.title, self.year, families) = (title, year, names)
    return true
  }

  // MARK: - Names

  /// The family names of a head, parted at commas and “and”: of what follows the last small word, for
  /// a remark may lead to a name.
  ///
  /// - Returns: the names, and where the first of them stands.
  private static func names(
    before head: ArraySlice<Character>
  ) -> (families: [String], start: Int) {
    let words = head.split(separator: " ").map { String($0) }
    let start =
      words.lastIndex { word in
        let isSmall = word.first.map { $0.isLowercase && $0.isASCII } ?? false
        return word.hasSuffix(":") || FlatEntry.isSignal(word)
          || isSmall && word != "and" && !particles.contains(word)
      }.map { $0 + 1 } ?? 0
    let rest = words[start...]
    guard (1...longestName).contains(rest.count) else { return ([], head.startIndex) }
    var list = rest.joined(separator: " ")
    for joint in [", & ", " & ", ", and ", " and ", "، ", ", "] {
      list = list.replacing(joint, with: "|")
    }
    let people = list.split(separator: "|").map { part in
      PersonName(written: String(part).trimming { $0.isWhitespace || ",،.".contains($0) })
    }
    let place = head.split(separator: " ").dropFirst(start).first?.startIndex ?? head.startIndex
    return (families(of: people), place)
  }

  private static let particles: Set<String> = ["de", "van", "von", "der", "den", "al", "ben", "la"]

  /// Folded family names; the last word of a name that is not parted.
  static func families(of names: [PersonName]) -> [String] {
    names.compactMap { name in
      let words = WordScanner.words(in: name.family ?? name.whole)
        .filter { $0.count > 1 && $0.first?.isNumber == false }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }
}

extension FlatEntry {
  /// The parts between semicolons that stand outside quotation marks and brackets.
  var segments: [FlatEntry] {
    var result: [FlatEntry] = []
    var start = 0
    var depth = 0
    // Hardly a note has a semicolon, and only then does it matter what is quoted.
    let quotations = codes.contains { $0 == 0x3B || $0 == 0x061B } ? self.quotations(codes) : []
    var quoted = quotations[...]
    for (index, code) in codes.enumerated() {
      switch code {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      case 0x3B, 0x061B:
        quoted = quoted.drop { $0.upperBound <= index }
        guard depth == 0, quoted.first?.contains(index) != true else { continue }
        result.append(part(start..<index))
        start = index + 1
      default: break
      }
    }
    result.append(part(start..<characters.count))
    return result.filter { $0.codes.contains(where: Self.isLetter) }
  }

  var words: [String] { WordScanner.words(in: String(characters)) }

  /// What stands in quotation marks, without them. A straight mark opens before a letter behind no
  /// letter, and closes behind a letter before none: inside a word it is one of an acronym.
  private func quotations(_ codes: [UInt32]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: (index: Int, isGuillemet: Bool)?
    for (index, code) in codes.enumerated() {
      let isMark: Bool
      let isGuillemet: Bool
      switch code {
      case 0x22, 0x05F4, 0x201C, 0x201D, 0x201E: (isMark, isGuillemet) = (true, false)
      case 0xAB, 0xBB: (isMark, isGuillemet) = (true, true)
      default: (isMark, isGuillemet) = (false, false)
      }
      guard isMark else { continue }
      let before = index > 0 ? codes[index - 1] : 0x20
      let isBehindWord = !Self.isSpace(before) && before != 0x28 && before != 0x5B
      let isBeforeWord = index + 1 < codes.count && Self.isLetter(codes[index + 1])
      if let (start, opened) = open {
        let closes = opened ? code == 0xBB : !isGuillemet && code != 0x201E
        if closes, isBehindWord, !isBeforeWord {
          if index > start { result.append(start..<index) }
          open = nil
        }
      } else if !isBehindWord, code != 0xBB {
        open = (index + 1, isGuillemet)
      }
    }
    return result
  }

  /// The first emphasis or quotation, unless a colon says that it is what someone said.
  var firstTitle: Range<Int>? {
    return (emphases + quotations(codes)).sorted { $0.lowerBound < $1.lowerBound }.first { range in
      let before = codes[..<range.lowerBound].last {
        !Self.isSpace($0) && ![0x22, 0x201C, 0x201E, 0x05F4, 0xAB].contains($0)
      }
      return before != 0x3A && range.contains { Self.isLetter(codes[$0]) }
    }
  }

  /// The last year behind a place that is no page and no part of a number.
  func year(behind place: Int) -> Int? {
    var found: Int?
    var index = place
    while index < characters.count {
      guard digit(at: index) != nil else {
        index += 1
        continue
      }
      var (number, end) = (0, index)
      while end < characters.count, end - index < 6, let digit = digit(at: end) {
        number = number * 10 + digit
        end += 1
      }
      let isAlone =
        (index == 0 || !"–-./:".contains(characters[index - 1]))
        && (end == characters.count || !"–/:".contains(characters[end]))
      if end - index == 4, isAlone, (1500...2100).contains(number) { found = number }
      index = end
    }
    return found
  }

  /// Words that lead to a reference and are no part of it.
  private static let signals = Set(
    WordScanner.words(
      in: "ראו ראה השוו וראו גם למשל להרחבה להשוואה אצל מתוך בתוך انظر ينظر أيضا راجع عن في "
        + "compare see also cf in quoted from by but"))

  static func isSignal(_ word: String) -> Bool {
    WordScanner.words(in: word).contains(where: signals.contains)
  }

  /// The entry without the words at its head that lead to it.
  var withoutSignals: FlatEntry {
    var start = 0
    while let end = codes[start...].firstIndex(where: Self.isSpace),
      Self.isSignal(String(characters[start..<end]))
    {
      start = end + 1
    }
    return part(start..<characters.count)
  }

  /// Whether a text begins with a page and not with a title.
  static func isLocator(_ text: String) -> Bool {
    text.split(separator: " ").first.map { locators.contains(String($0)) } ?? false
  }

  /// Words before the number of a page or a leaf.
  private static let locators: Set<String> = [
    "p.", "pp.", "p", "pp", "עמ׳", "עמ'", "עמוד", "עמודים", "ص", "ص.", "الصفحة", "fol.", "fols.",
    "ch.", "esp.",
  ]

  /// Where the first place ends that has a title's signs; `nil` where none has.
  private func end(of title: String) -> Int? {
    let signs = FlatEntry([.text(title)]).characters
    guard let first = signs.first, signs.count <= characters.count else { return nil }
    let place = (0...(characters.count - signs.count)).first { place in
      characters[place] == first
        && characters[place..<(place + signs.count)].elementsEqual(signs)
    }
    return place.map { $0 + signs.count }
  }

  /// Takes away the page that a note adds behind a title, and signs at the end.
  mutating func trim(behind title: String?) {
    var start = characters.count
    if let title, var index = end(of: title) {
      while index < characters.count {
        guard Self.isSpace(codes[index]) else {
          index += 1
          continue
        }
        let word = String(characters[(index + 1)...].prefix { !$0.isWhitespace })
        let rest = characters[(index + 1)...].dropFirst(word.count)
        if Self.locators.contains(word), rest.first(where: { !$0.isWhitespace })?.isNumber == true {
          start = index
          break
        }
        index += 1
      }
    }
    while start > 0,
      Self.isSpace(codes[start - 1]) || [0x2C, 0x060C, 0x2E].contains(codes[start - 1])
    {
      start -= 1
    }
    emphases = emphases.filter { $0.upperBound <= start }
    remove(start..<characters.count)
  }
}
