/// What Daf knows of a language, in one record: its script, its signs, its words of reference and of
/// names.
///
/// To add a language, add its record to `Languages.records`; to speak it on the pages, add a file of
/// strings to `Templates/strings`. Nothing else names a language.
public struct Language: Sendable, Equatable {
  /// BCP 47 tag of the language alone.
  public var tag: String
  /// The script in which it is usually written.
  public var script: Script
  /// Its own digits from 0 to 9, which `numerals: arab` asks for where they are not `0123456789`.
  public var digits = "0123456789"
  /// What parts the items of a list.
  public var comma = ", "
  public var quotation: QuotationMarks
  /// How its nouns change after numbers.
  public var plurals: PluralRule
  /// Its letters in the order of its dictionaries, small; empty where Unicode's order is theirs.
  public var alphabet = ""
  /// The names of the months as dates in the text have them, January first; some have several sets.
  public var months: [String]
  public var reference: ReferenceWords
  public var names = NameWords()
  /// Small words that tell it from other languages of its script.
  public var smallWords: [String] = []

  /// The direction in which it is written.
  public var direction: Direction { script.direction }

  /// The marks round what is quoted, and round a quotation inside one.
  public struct QuotationMarks: Sendable, Equatable {
    public var open: String
    public var close: String
    public var innerOpen: String
    public var innerClose: String

    public init(_ open: String, _ close: String, inner: (open: String, close: String)) {
      self.open = open
      self.close = close
      innerOpen = inner.open
      innerClose = inner.close
    }
  }

  /// Words and abbreviations of notes and bibliographies, as they are written.
  public struct ReferenceWords: Sendable, Equatable {
    /// Words before the number of a page.
    public var pages: [String]
    /// Words before the number of a volume.
    public var volumes: [String]
    /// Words that mean the work named just before.
    public var ibidem: [String]
    /// Words that stand for further authors.
    public var others: [String]
    /// Words in the place of a year, of what is about to appear.
    public var inPress: [String] = []
    /// Words in the place of a year that is not known.
    public var undated: [String] = []
  }

  /// Words that stand with names.
  public struct NameWords: Sendable, Equatable {
    /// Titles before a name that are no part of it.
    public var honorifics: [String] = []
    /// What may stand between given names and the family name and belongs to the latter.
    public var particles: [String] = []
    /// Articles that sorting passes over.
    public var articles: [String] = []
  }

  /// A word's letters in a form whose order by code points is that of the language's dictionaries.
  ///
  /// - Parameters:
  ///   - word: as it is written.
  ///   - folded: the word as `LetterTable` folds it, which stands where the language has no order of
  ///     its own.
  func sortForm(of word: String, folded: String) -> String {
    guard !alphabet.isEmpty else { return folded }
    let letters = Array(alphabet)
    return word.lowercased().map { letter in
      // The private use area lies behind all letters that are not of the alphabet.
      letters.firstIndex(of: letter).flatMap { Unicode.Scalar(0xE000 + UInt32($0)) }
        .map { String(Character($0)) } ?? String(letter)
    }.joined()
  }
}
