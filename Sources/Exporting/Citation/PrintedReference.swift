import Manuscript

/// What an entry of a bibliography says by its parts, as far as its form shows them.
///
/// Known is the author-date form that APA, Chicago and their Hebrew and Arabic kin share: names, a
/// year, a title, and then either a book's place and publisher or an emphasised container with volume
/// and pages. Where a part cannot be told it is left out; the printed entry goes along whole.
struct PrintedReference {
  enum Form {
    case book
    case article
    case chapter
    case other
  }

  var form: Form = .other
  var text: String
  var names: [PersonName] = []
  var year: Int?
  var title: String?
  var container: String?
  var editors: [PersonName] = []
  var volume: String?
  var issue: String?
  var pages: String?
  var place: String?
  var publisher: String?
  var doi: String?
  var address: String?

  /// Names longer than this are no names.
  private static let longestHead = 220

  init(_ reference: Work.Reference) {
    self.init(FlatEntry(reference.content), text: reference.text)
  }

  init(_ flat: FlatEntry, text: String) {
    self.text = text
    var flat = flat
    address = flat.takeAddress()
    doi = address.flatMap(Self.doi)
    guard let (year, head, rest) = flat.year, head.count < Self.longestHead else { return }
    self.year = year
    names = Self.names(in: String(head))
    read(rest: rest, of: flat)
  }

  // MARK: - What follows the year

  private mutating func read(rest: Int, of flat: FlatEntry) {
    let end = flat.characters.count
    var start = rest
    while start < end, !FlatEntry.isLetter(flat.codes[start]), !flat.isNumber(at: start),
      !"\"“„״«'‘".contains(flat.characters[start])
    {
      start += 1
    }
    guard start < end else { return }
    guard let emphasis = flat.emphases.first(where: { $0.upperBound > start }) else {
      let stop = Self.sentenceEnd(flat, start) ?? end
      title = Self.clean(flat, start..<stop)
      readImprint(flat, min(stop + 1, end))
      return
    }
    if emphasis.lowerBound <= start {
      title = Self.clean(flat, emphasis)
      form = .book
      readImprint(flat, emphasis.upperBound)
      return
    }
    container = Self.clean(flat, emphasis)
    let before = String(flat.characters[start..<emphasis.lowerBound])
    let after = emphasis.upperBound
    guard let opening = Self.opening(in: before) else {
      title = Self.clean(flat, start..<emphasis.lowerBound)
      form = .article
      readPages(flat, after, isJournal: true)
      return
    }
    title = Self.clean(before[..<opening.lowerBound])
    form = .chapter
    editors = Self.editors(in: String(before[opening.upperBound...]))
    readPages(flat, after, isJournal: false)
    let bracket = flat.codes[after...].firstIndex(of: 0x29)
    readImprint(flat, bracket.map { $0 + 1 } ?? after)
  }

  /// What leads from a chapter's title to its book.
  private static let openings = [
    "In: ", "In ", "in: ", "in ", "בתוך: ", "בתוך ", "ضمن ", "في: ", "في ",
  ]

  /// Where the last of them stands, behind the end of a sentence or a comma.
  private static func opening(in text: String) -> Range<String.Index>? {
    for opening in openings {
      let place = text.ranges(of: opening).last { range in
        let before = text[..<range.lowerBound].last { !$0.isWhitespace }
        return before.map { ".,?!؟،”\"״»".contains($0) } ?? true
      }
      if let place { return place }
    }
    return nil
  }

  /// Volume, issue and pages behind a container: `, 12(2), 31–58.`, ` (pp. 55–79)`.
  private mutating func readPages(_ flat: FlatEntry, _ start: Int, isJournal: Bool) {
    var numbers: [String] = []
    var run = start..<start
    var bracketed: String?
    for index in start...flat.characters.count {
      let code = index < flat.codes.count ? flat.codes[index] : 0x20
      let isDash = code == 0x2D || code == 0x2013 || code == 0x2014
      if index < flat.codes.count, flat.isNumber(at: index) || !run.isEmpty && isDash {
        run = (run.isEmpty ? index : run.lowerBound)..<(index + 1)
        continue
      }
      if !run.isEmpty {
        let number = String(flat.characters[run])
        if code == 0x29, isJournal, bracketed == nil, numbers.count == 1 {
          bracketed = number
        } else {
          numbers.append(number)
        }
        run = index..<index
      }
      if code == 0x2E || code == 0x3A, !numbers.isEmpty { break }
    }
    let ranges = numbers.filter { $0.contains { "–-—".contains($0) } }
    pages = ranges.first?.trimming { "–-—".contains($0) }
    guard isJournal else { return }
    issue = bracketed
    volume = numbers.first { !ranges.contains($0) }
  }

  /// `Place: Publisher.`
  private mutating func readImprint(_ flat: FlatEntry, _ start: Int) {
    guard flat.codes[start...].contains(0x3A) else { return }
    let line = Self.clean(flat, start..<flat.characters.count)
    guard let colon = line.firstIndex(of: ":") else { return }
    let place = String(line[..<colon]).trimming { !$0.isLetter }
    let publisher = String(line[line.index(after: colon)...])
      .trimming { $0.isWhitespace || ".,;".contains($0) }
    guard (1...4).contains(place.split(separator: " ").count), !publisher.isEmpty,
      publisher.count < 80, !publisher.hasPrefix("//")
    else { return }
    self.place = place
    self.publisher = publisher
  }

  /// The place of the full stop or question mark that ends a title.
  private static func sentenceEnd(_ flat: FlatEntry, _ start: Int) -> Int? {
    let codes = flat.codes
    var index = start + 1
    while index < codes.count {
      let asks = codes[index] == 0x3F || codes[index] == 0x061F || codes[index] == 0x21
      // A letter alone before the stop is an initial.
      if asks || codes[index] == 0x2E,
        index + 1 >= codes.count || FlatEntry.isSpace(codes[index + 1]),
        index < 2 || FlatEntry.isLetter(codes[index - 2]) || flat.isNumber(at: index - 2)
      {
        return asks ? index + 1 : index
      }
      index += 1
    }
    return nil
  }

  private static func clean(_ flat: FlatEntry, _ range: Range<Int>) -> String {
    flat.text(of: range) { code in
      FlatEntry.isSpace(code) || code == 0x2E || code == 0x2C || code == 0x3B || code == 0x3A
    }
  }

  private static func clean(_ characters: some Collection<Character>) -> String {
    String(characters).trimming { $0.isWhitespace || ".,;:".contains($0) }
  }

  // MARK: - Names

  /// The names before the year.
  static func names(in head: String) -> [PersonName] {
    var text = head.trimming { $0.isWhitespace || "(.,;".contains($0) && $0 != "." }
    for joint in [", & ", " & ", ", and ", " and ", " وَ ", " و "] {
      text = text.replacing(joint, with: "|")
    }
    // The Hebrew “and” is a letter: it joins where an initial stands before it.
    for mark in ["׳", "'", "."] { text = text.replacing("\(mark) ו", with: "\(mark)|") }
    var names: [PersonName] = []
    for part in text.split(separator: "|") {
      var words = part.split(separator: ",").map { String($0).trimming(\.isWhitespace) }
        .filter { !$0.isEmpty }
      if words.count == 1 {
        names.append(PersonName(words[0]))
        continue
      }
      while words.count >= 2, words.count == 2 || isInitials(words[1]) {
        names.append(
          PersonName("\(words[0]), \(words[1])", family: words[0], given: words[1]))
        words.removeFirst(2)
      }
      if !words.isEmpty { names.append(PersonName(words.joined(separator: ", "))) }
    }
    return names
  }

  private static func isInitials(_ text: String) -> Bool {
    text.count <= 8 && text.contains { ".׳'".contains($0) }
  }

  /// `A. Field & B. Lund (Eds.), `
  private static func editors(in text: String) -> [PersonName] {
    let names = text.prefix { $0 != "(" }
    var list = String(names)
    for joint in [", & ", " & ", ", and ", " and ", ", "] {
      list = list.replacing(joint, with: "|")
    }
    return list.split(separator: "|")
      .map { PersonName(written: String($0).trimming { $0.isWhitespace || $0 == "," }) }
      .filter { !$0.whole.isEmpty }
  }

  static func doi(in address: String) -> String? {
    guard let start = address.range(of: "/10.") else { return nil }
    let doi = address[address.index(after: start.lowerBound)...]
    return doi.contains("/") ? String(doi) : nil
  }
}
