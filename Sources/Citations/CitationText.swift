import Manuscript
import Orthography

/// A text as the citation rules read it: folded words, each with its place and what parts it from
/// the word before.
struct CitationText {
  /// A word, or a number.
  struct Token {
    /// The folded form (`LetterTable`): no case, accents or points, ASCII digits.
    var folded: String
    /// Where the word stands in the text's UTF-8.
    var range: Range<Int>
    var isNumber: Bool
    var isHebrewOrArabic: Bool
    /// Whether it hangs on the word before without anything between: `2020a`.
    var isGlued: Bool
  }

  let utf8: [UInt8]
  let tokens: [Token]

  init(_ text: String) {
    utf8 = Array(text.utf8)
    var scanner = WordScanner()
    scanner.scan(utf8)
    tokens = scanner.words.map { word in
      Token(
        folded: String(decoding: scanner.folded[word.folded], as: UTF8.self), range: word.source,
        isNumber: word.kind == .digit,
        isHebrewOrArabic: word.kind == .hebrew || word.kind == .arabic,
        isGlued: word.joint == .glued)
    }
  }

  /// What stands between a token and the one before it, or the text's start.
  func gap(before index: Int) -> Substring {
    let range = gapRange(before: index)
    // Most words are parted by a space alone.
    if range.count == 1, utf8[range.lowerBound] == 0x20 { return " " }
    return range.isEmpty ? "" : Substring(decoding: utf8[range], as: UTF8.self)
  }

  /// The tokens that begin in a range of the text's UTF-8.
  func tokens(in range: Range<Int>) -> ArraySlice<Token> {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, tokens.count)
      while low < high {
        let middle = (low + high) / 2
        if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return tokens[first(from: range.lowerBound)..<first(from: range.upperBound)]
  }

  /// The gap's place in the text's UTF-8.
  func gapRange(before index: Int) -> Range<Int> {
    let start = index > 0 ? tokens[index - 1].range.upperBound : 0
    let end = index < tokens.count ? tokens[index].range.lowerBound : utf8.count
    return start..<end
  }

  /// The year that begins at a token, with the letter that tells works of one year apart.
  ///
  /// A year has four digits, 1000 to 2199; `٢٠٢٣م` and `2023 م` are the year alone, for the letter
  /// says only whose calendar it is. Years of the Hebrew calendar stand in letters (`תש״ף`), and in
  /// the place of a year may be words for a work that is to appear or has none.
  func year(at index: Int) -> (year: CitedYear, end: Int)? {
    let token = tokens[index]
    if !token.isNumber { return hebrewYear(at: index) ?? YearWords.read(tokens, at: index) }
    guard token.folded.utf8.count == 4, let number = Int(token.folded),
      (1000..<2200).contains(number)
    else { return nil }
    // The second half of `1-1998` or `3.1998` is a part of some other number.
    if index > 0, tokens[index - 1].isNumber, let sign = gap(before: index).first,
      gap(before: index).count == 1, "./:".contains(sign)
    {
      return nil
    }
    if index + 1 < tokens.count, tokens[index + 1].isGlued,
      tokens[index + 1].folded.unicodeScalars.count == 1
    {
      let letter = tokens[index + 1].folded
      let isEra = letter == "م" || letter == "ه"
      return (CitedYear(.common(number), letter: isEra ? nil : letter), index + 2)
    }
    return (CitedYear(.common(number)), index + 1)
  }

  /// A year of the sixth thousand in letters, with gershayim before the last: `תש״ף`, `התש"ף`. Words
  /// from תר״א (1840) on are read so; smaller numbers are abbreviations and days.
  private func hebrewYear(at index: Int) -> (year: CitedYear, end: Int)? {
    let token = tokens[index]
    // The last byte of " and ״ and ”: most words have none.
    guard token.isHebrewOrArabic, token.range.count <= 16,
      utf8[token.range].contains(where: { $0 == 0x22 || $0 == 0xB4 || $0 == 0x9D })
    else { return nil }
    let letters = token.folded
    let value =
      HebrewNumeral.value(of: letters)
      ?? (letters.hasPrefix("ה") ? HebrewNumeral.value(of: String(letters.dropFirst())) : nil)
    guard let value, (601...899).contains(value) else { return nil }
    return (CitedYear(.hebrew(5000 + value)), index + 1)
  }
}

/// A year as citations give it: `2020`, `2020a`, `2020א`, `תש״ף`, `in press`.
struct CitedYear: Hashable {
  enum Moment: Hashable {
    /// Of the common era.
    case common(Int)
    /// Since the creation, by the Hebrew calendar.
    case hebrew(Int)
    case inPress
    case undated

    /// A number that tells moments apart and has its bits well mixed.
    var mixed: UInt64 {
      let number: UInt64 =
        switch self {
        case .common(let year): UInt64(truncatingIfNeeded: year)
        case .hebrew(let year): UInt64(truncatingIfNeeded: year) | 1 << 32
        case .inPress: 1 << 33
        case .undated: 1 << 34
        }
      return (number &+ 1) &* 0xBF58_476D_1CE4_E5B9
    }
  }

  var moment: Moment
  /// The folded letter after the number.
  var letter: String?

  init(_ moment: Moment, letter: String? = nil) {
    self.moment = moment
    self.letter = letter
  }
}

/// Words in the place of a year.
private enum YearWords {
  private static let inPress = Phrases(Languages.all.flatMap(\.reference.inPress))
  private static let undated = Phrases(Languages.all.flatMap(\.reference.undated))
  private static let first = inPress.firstWords.union(undated.firstWords)

  static func read(_ tokens: [CitationText.Token], at index: Int) -> (year: CitedYear, end: Int)? {
    guard first.contains(tokens[index].folded) else { return nil }
    if let end = inPress.end(at: index, in: tokens) { return (CitedYear(.inPress), end) }
    if let end = undated.end(at: index, in: tokens) { return (CitedYear(.undated), end) }
    return nil
  }
}
