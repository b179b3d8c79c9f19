import Orthography

/// A query taken apart. Nothing that is typed is an error: what is no syntax is words.
///
/// Words, `"phrases"`, `-without`, `prefix*`, and filters `author:` `year:` `language:` `keyword:`
/// `volume:`, also in Hebrew and Arabic (`filterNames`).
public struct SearchQuery: Sendable, Equatable {
  /// A word of the query, folded.
  public struct Word: Sendable, Equatable {
    public var text: String
    public var kind: LetterTable.Kind
    /// The word with its hamzas off their seats, if it has any.
    var hamza: String?

    init(text: String, kind: LetterTable.Kind, hamza: String? = nil) {
      self.text = text
      self.kind = kind
      self.hamza = hamza
    }
  }

  /// What must stand in an article, or must not.
  public struct Unit: Sendable, Equatable {
    public var form: Form
    public var words: [Word]
    public var isExcluded: Bool
    /// Whether numbers follow it, as they follow the name of a book.
    var isHead = false
  }

  public enum Form: Sendable {
    /// One word in all its forms.
    case word
    /// One word that begins with these letters.
    case prefix
    /// Words one after another.
    case phrase
    /// Words one after another or written as one word.
    case compound
    /// The numbers of a reference, one near the other.
    case reference
  }

  /// What an answer must be.
  public struct Filter: Sendable, Equatable {
    var facet: FacetsFile.Facet
    /// The folded words of the value; for a year its digits, or two years for all between.
    var words: [String]
    var isExcluded: Bool
  }

  public private(set) var units: [Unit] = []
  public private(set) var filters: [Filter] = []

  /// The names of filters, folded, in the three languages of the interface.
  static let filterNames: [String: FacetsFile.Facet] = [
    "author": .author, "מחבר": .author, "מחברת": .author, "מאת": .author, "مؤلف": .author,
    "مولف": .author, "كاتب": .author, "المؤلف": .author, "المولف": .author,
    "year": .year, "שנה": .year, "שנת": .year, "سنة": .year, "سنه": .year, "عام": .year,
    "language": .language, "lang": .language, "שפה": .language, "لغة": .language,
    "لغه": .language,
    "keyword": .keyword, "מפתח": .keyword, "נושא": .keyword, "موضوع": .keyword,
    "كلمة": .keyword, "كلمه": .keyword,
    "volume": .volume, "כרכ": .volume, "גיליונ": .volume, "مجلد": .volume, "عدد": .volume,
  ]

  /// So many code points of a query are read, and so many units: more is no question.
  static let longest = 1000
  static let mostUnits = 32

  /// No chapter and no verse has a higher number (Psalm 119 has 176).
  static let lastVerse = 176

  public init(_ text: String) {
    let text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
    for piece in Self.pieces(of: text) { take(piece) }
    units = Array(units.prefix(Self.mostUnits))
    findReferences()
    dropRepetitions()
  }

  // MARK: - References

  /// Joins the numbers that follow a word as chapter and verse do: בראשית א, ג; Gen 1:3; סעיף 12(א).
  private mutating func findReferences() {
    var found: [Unit] = []
    for unit in units {
      let isAfterWord = found.last.map { $0.form == .word && !Self.isNumber($0) } ?? false
      guard Self.isNumber(unit), !unit.isExcluded, isAfterWord || found.last?.form == .reference
      else {
        found.append(unit)
        continue
      }
      if isAfterWord {
        found[found.count - 1].isHead = true
        found.append(Unit(form: .reference, words: unit.words, isExcluded: false))
      } else {
        found[found.count - 1].words += unit.words
      }
    }
    units = found
  }

  /// Whether a unit is a number such as chapters and verses have, or several.
  private static func isNumber(_ unit: Unit) -> Bool {
    guard unit.form == .word || unit.form == .compound else { return false }
    return unit.words.allSatisfy { word in
      if let value = Int(word.text) { return value <= lastVerse }
      let letters = word.text.unicodeScalars.filter { $0 != "'" }
      if letters.count == 1 { return true }
      // More letters are rather a word, unless they stand with other numbers.
      return unit.form == .compound && letters.count <= 3 && word.kind == .hebrew
        && HebrewNumeral.value(of: word.text) != nil
    }
  }

  /// What stands between spaces or between quotation marks.
  private struct Piece {
    var text: String
    var isQuoted: Bool
    var isExcluded = false
    var filter: FacetsFile.Facet?
    var isPrefix = false
  }

  /// Cuts a query at spaces and at the quotation marks that are not gershayim.
  private static func pieces(of text: String) -> [Piece] {
    let letters = Array(text.unicodeScalars)
    let table = LetterTable.standard
    let kinds = letters.map { table.kind(of: $0.value) }
    var pieces: [Piece] = []
    var current = Piece(text: "", isQuoted: false)
    func isQuote(_ place: Int) -> Bool {
      if letters[place] == "«" || letters[place] == "»" { return true }
      guard kinds[place] == .doubleQuote else { return false }
      return
        !(place > 0 && place + 1 < letters.count && kinds[place - 1] == .hebrew
        && kinds[place + 1] == .hebrew)
    }
    let lastQuote = letters.indices.filter(isQuote).count / 2 * 2
    var quotes = 0
    func finish() {
      if !current.text.isEmpty { pieces.append(current) }
      current = Piece(text: "", isQuoted: false)
    }
    for (place, letter) in letters.enumerated() {
      if isQuote(place) {
        quotes += 1
        if quotes > lastQuote {
          finish()
        } else if quotes % 2 == 1 {
          let (isExcluded, filter) = (current.isExcluded, current.filter)
          let lone = kindsAreHyphen(current.text)
          if !lone { finish() }
          current = Piece(
            text: "", isQuoted: true, isExcluded: lone || (current.text.isEmpty && isExcluded),
            filter: filter)
        } else {
          finish()
        }
      } else if current.isQuoted {
        current.text.unicodeScalars.append(letter)
      } else if letter.properties.isWhitespace {
        // “author: Cohen” means “author:Cohen”.
        if current.filter == nil || !current.text.isEmpty { finish() }
      } else if letter == ":" || letter == "：", current.filter == nil,
        let (name, isExcluded) = filter(current.text)
      {
        current = Piece(text: "", isQuoted: false, isExcluded: isExcluded, filter: name)
      } else {
        current.text.unicodeScalars.append(letter)
      }
    }
    finish()
    return pieces
  }

  private static func kindsAreHyphen(_ text: String) -> Bool {
    let letters = Array(text.unicodeScalars)
    return letters.count == 1 && LetterTable.standard.kind(of: letters[0].value) == .hyphen
  }

  /// The filter that a name before a colon means, and whether a hyphen stands before it.
  private static func filter(_ name: String) -> (FacetsFile.Facet, Bool)? {
    let isExcluded =
      name.unicodeScalars.first.map { LetterTable.standard.kind(of: $0.value) == .hyphen } ?? false
    let words = WordScanner.words(in: name)
    guard words.count == 1, let facet = filterNames[words[0]] else { return nil }
    return (facet, isExcluded)
  }

  private mutating func take(_ piece: Piece) {
    var piece = piece
    if !piece.isQuoted, piece.filter == nil, piece.text.unicodeScalars.count > 1,
      let first = piece.text.unicodeScalars.first,
      LetterTable.standard.kind(of: first.value) == .hyphen
    {
      piece.isExcluded = true
      piece.text.unicodeScalars.removeFirst()
    }
    if !piece.isQuoted, piece.text.hasSuffix("*") { piece.isPrefix = true }
    var scanner = WordScanner(joinsSigns: true)
    let text = Array(piece.text.utf8)
    scanner.scan(text)
    let scanned = scanner.words.map { word in
      let folded = String(decoding: scanner.folded[word.folded], as: UTF8.self)
      let written = String(decoding: text[word.source], as: UTF8.self)
      let hamza = word.kind == .arabic ? Hamza.key(written: written, folded: folded) : nil
      return (
        word: Word(text: folded, kind: word.kind, hamza: hamza == folded ? nil : hamza),
        joint: word.joint
      )
    }
    guard !scanned.isEmpty else { return }
    if let facet = piece.filter {
      filters.append(
        Filter(facet: facet, words: scanned.map(\.word.text), isExcluded: piece.isExcluded))
      return
    }
    if piece.isQuoted {
      let words = scanned.map(\.word)
      units.append(
        Unit(form: words.count == 1 ? .word : .phrase, words: words, isExcluded: piece.isExcluded))
      return
    }
    var groups: [[Word]] = []
    for (place, (word, joint)) in scanned.enumerated() {
      let hangs =
        place > 0
        && (joint == .hyphen || joint == .glued
          || (scanned[place - 1].word.kind == .digit
            && (word.kind == .digit || word.text.unicodeScalars.count == 1)))
      if hangs { groups[groups.count - 1].append(word) } else { groups.append([word]) }
    }
    for (place, words) in groups.enumerated() {
      let isPrefix = piece.isPrefix && place == groups.count - 1 && words.count == 1
      units.append(
        Unit(
          form: isPrefix ? .prefix : words.count == 1 ? .word : .compound, words: words,
          isExcluded: piece.isExcluded))
    }
  }

  /// The same word twice is wanted once.
  private mutating func dropRepetitions() {
    var distinct: [Unit] = []
    for unit in units where !distinct.contains(unit) { distinct.append(unit) }
    units = distinct
  }
}

extension SearchQuery.Filter {
  /// Whether a facet's value is one that is asked for: it has all the words; a year lies between two.
  func admits(_ value: String) -> Bool {
    if facet == .year, words.count == 2, let first = Int(words[0]), let last = Int(words[1]),
      let year = Int(value)
    {
      return (min(first, last)...max(first, last)).contains(year)
    }
    let own = WordScanner.words(in: value, joinsSigns: true)
    return words.allSatisfy { own.contains($0) }
  }
}
