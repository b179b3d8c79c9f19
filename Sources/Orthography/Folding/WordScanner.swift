/// Cuts a text into words and folds them (`LetterTable`).
///
/// A word ends where a separator stands and where the script changes or digits begin: `ב1948` and
/// `ב-1948` are the same two words. Gershayim and geresh between Hebrew letters belong to the word
/// and leave no trace in it: `ארה״ב` is `ארהב`. An apostrophe between other letters is a hyphen.
///
/// A search also reads signs that make one word of what stands between them (`joinsSigns`):
/// - `1,200` and `١٬٢٠٠` are `1200`: groups of three digits after a comma, a thousands separator, an
///   apostrophe or a space that does not break;
/// - `U.S.` is `us`, `م.ت.ف` one word: single letters with stops between them, two of Latin's or
///   three of another script's;
/// - `ה׳` is `ה'`: after one or two letters a geresh tells an abbreviation from a word.
public struct WordScanner: Sendable {
  /// How a word hangs on the one before it.
  public enum Joint: UInt8, Sendable {
    /// By spaces or punctuation, or it is the first.
    case apart = 0
    /// By spaces alone.
    case space = 1
    /// By one hyphen, maqaf, dash or apostrophe without spaces.
    case hyphen = 2
    /// By nothing: the script changes.
    case glued = 3
  }

  /// A word of a text.
  public struct Word: Sendable {
    /// Where the folded word stands in the scanner's `folded` bytes.
    public var folded: Range<Int>
    /// Where the word stands in the text's UTF-8.
    public var source: Range<Int>
    public var kind: LetterTable.Kind
    public var joint: Joint
  }

  /// The folded words of the text, one after another.
  public private(set) var folded: [UInt8] = []
  /// The words in order.
  public private(set) var words: [Word] = []

  private let table: LetterTable
  private let joinsSigns: Bool

  /// - Parameter joinsSigns: whether numbers with separators, abbreviations with stops and short
  ///   words with a geresh are words of their own, as search has them.
  public init(table: LetterTable = .standard, joinsSigns: Bool = false) {
    self.table = table
    self.joinsSigns = joinsSigns
  }

  /// The folded words of a text.
  public static func words(in text: String, joinsSigns: Bool = false) -> [String] {
    var scanner = WordScanner(joinsSigns: joinsSigns)
    scanner.scan(Array(text.utf8))
    return scanner.words.map { String(decoding: scanner.folded[$0.folded], as: UTF8.self) }
  }

  /// Forgets what was scanned before and scans a text, given as its UTF-8.
  public mutating func scan(_ text: [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    folded.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var joint = Joint.apart
    /// The kind of the word that is being read, if one is.
    var open: LetterTable.Kind?
    var foldedStart = 0
    var sourceStart = 0
    var sourceEnd = 0
    /// Where the last group of digits begins, and whether one stands before it.
    var group = (start: 0, isFirst: true)
    /// Whether an apostrophe stands before the word, whose end another then marks.
    var isQuoted = false
    func word(_ kind: LetterTable.Kind) -> Word {
      Word(
        folded: foldedStart..<folded.count, source: sourceStart..<sourceEnd, kind: kind,
        joint: joint)
    }
    while index < text.count {
      let (value, length) = Self.decode(text, at: index)
      let kind = table.kind(of: value)
      let end = index + length
      switch kind {
      case .mark:
        break
      case .hebrew, .arabic, .letter, .digit:
        if open != kind {
          if let open {
            words.append(word(open))
            joint = .glued
          }
          let letters = open == nil && joinsSigns ? abbreviation(at: index, kind, in: text) : []
          open = kind
          foldedStart = folded.count
          sourceStart = index
          group = (foldedStart, true)
          if let last = letters.last {
            for letter in letters.dropLast() { append(text, letter) }
            append(text, last)
            sourceEnd = last + Self.decode(text, at: last).length
            index = sourceEnd
            continue
          }
        }
        if !table.appendFolding(of: value, to: &folded) {
          for place in index..<end { folded.append(text[place]) }
        }
        sourceEnd = end
      case .doubleQuote, .singleQuote:
        if let kindOfWord = open {
          let next = self.kind(after: end, in: text)
          if kindOfWord == .hebrew, next == .hebrew { break }
          if joinsSigns, kindOfWord == .digit, kind == .singleQuote,
            isThousands(after: end, group, in: text)
          {
            group = (folded.count, false)
            break
          }
          // A folded Hebrew letter has two bytes.
          if joinsSigns, kindOfWord == .hebrew, kind == .singleQuote, !isQuoted,
            folded.count - foldedStart <= 4
          {
            folded.append(0x27)
            sourceEnd = end
          }
          words.append(word(kindOfWord))
          open = nil
          // L'État, Qur'an: two words that are one as well.
          joint = kind == .singleQuote && kindOfWord == next ? .hyphen : .apart
        } else {
          joint = .apart
          isQuoted = kind == .singleQuote
          index = end
          continue
        }
      case .hyphen:
        if let kindOfWord = open {
          words.append(word(kindOfWord))
          open = nil
          joint = .hyphen
        } else {
          joint = .apart
        }
      case .separator:
        if let kindOfWord = open {
          if joinsSigns, kindOfWord == .digit, Self.partsThousands(value),
            isThousands(after: end, group, in: text)
          {
            group = (folded.count, false)
            break
          }
          words.append(word(kindOfWord))
          open = nil
          joint = Self.isSpace(value) ? .space : .apart
        } else if !(joint == .space && Self.isSpace(value)) {
          joint = .apart
        }
      }
      if open == nil { isQuoted = false }
      index = end
    }
    if let open { words.append(word(open)) }
  }

  /// Appends what a letter folds to.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let (value, length) = Self.decode(text, at: index)
    if !table.appendFolding(of: value, to: &folded) {
      for place in index..<index + length { folded.append(text[place]) }
    }
  }

  private static func partsThousands(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x066C, 0xA0, 0x2009, 0x202F: true
    default: false
    }
  }

  /// Whether three digits and no more follow, and the group before has three, or is the first and
  /// begins with no zero.
  private func isThousands(
    after start: Int, _ group: (start: Int, isFirst: Bool), in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let length = folded.count - group.start
    guard group.isFirst ? (1...3).contains(length) && folded[group.start] != 0x30 : length == 3
    else { return false }
    var (index, digits) = (start, 0)
    while index < text.count, digits < 4 {
      let (value, length) = Self.decode(text, at: index)
      guard table.kind(of: value) == .digit else { break }
      digits += 1
      index += length
    }
    return digits == 3
  }

  /// Where the letters of an abbreviation with stops stand that begins at a place; empty where none
  /// does.
  private func abbreviation(
    at start: Int, _ kind: LetterTable.Kind, in text: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    guard kind != .digit else { return [] }
    let least = kind == .letter ? 2 : 3
    var letters: [Int] = []
    var index = start
    while index < text.count {
      let (value, length) = Self.decode(text, at: index)
      guard table.kind(of: value) == kind else { break }
      let next = index + length
      guard next < text.count, text[next] == 0x2E else {
        // The last letter may bear no stop, but no other letter follows it.
        if next == text.count || !table.kind(of: Self.decode(text, at: next).value).isWord {
          letters.append(index)
        } else {
          return []
        }
        break
      }
      letters.append(index)
      index = next + 1
    }
    return letters.count >= least ? letters : []
  }

  /// The kind of what follows quotation marks and points.
  private func kind(after start: Int, in text: UnsafeBufferPointer<UInt8>) -> LetterTable.Kind {
    var index = start
    while index < text.count {
      let (value, length) = Self.decode(text, at: index)
      let kind = table.kind(of: value)
      switch kind {
      case .mark, .doubleQuote, .singleQuote: index += length
      default: return kind
      }
    }
    return .separator
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || (0x09...0x0D).contains(value) || value == 0xA0 || value == 0x202F
      || (0x2000...0x200A).contains(value) || value == 0x3000
  }

  /// The code point at an index of valid UTF-8, and its length in bytes.
  @inline(__always)
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(text[index])
    if first < 0x80 { return (first, 1) }
    func rest(_ offset: Int) -> UInt32 {
      index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | rest(1), min(2, text.count - index)) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), min(3, text.count - index))
    }
    return (
      (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), min(4, text.count - index)
    )
  }
}
