/// Cuts a text into words and folds them (`LetterTable`).
///
/// A word ends where a separator stands and where the script changes or digits begin: `ב1948` and
/// `ב-1948` are the same two words. Gershayim and geresh between Hebrew letters belong to the word
/// and leave no trace in it: `ארה״ב` is `ארהב`. An apostrophe between other letters is a hyphen.
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

  public init(table: LetterTable = .standard) { self.table = table }

  /// The folded words of a text.
  public static func words(in text: String) -> [String] {
    var scanner = WordScanner()
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
          open = kind
          foldedStart = folded.count
          sourceStart = index
        }
        if let folding = table.folding(of: value) {
          folded += folding
        } else {
          for place in index..<end { folded.append(text[place]) }
        }
        sourceEnd = end
      case .doubleQuote, .singleQuote:
        if let kindOfWord = open {
          let next = self.kind(after: end, in: text)
          if kindOfWord == .hebrew, next == .hebrew { break }
          words.append(word(kindOfWord))
          open = nil
          // L'État, Qur'an: two words that are one as well.
          joint = kind == .singleQuote && kindOfWord == next ? .hyphen : .apart
        } else {
          joint = .apart
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
          words.append(word(kindOfWord))
          open = nil
          joint = Self.isSpace(value) ? .space : .apart
        } else if !(joint == .space && Self.isSpace(value)) {
          joint = .apart
        }
      }
      index = end
    }
    if let open { words.append(word(open)) }
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
