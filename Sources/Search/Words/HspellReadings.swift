import Orthography

/// The language of `hspell -l`, a program that knows the readings of Hebrew words. Search asks it
/// and reads its answers; who runs it is not known here.
///
/// Input and output are ISO 8859-8, a word a line. For each word it knows it prints a line for each
/// way to part it, and under it the dictionary words:
/// ```
/// מילה חוקית: מקרים
///     מקרה(ע,ז,רבים)
/// צירוף חוקי: מ+קרים
///     קר(ת,ז,רבים)
/// ```
public enum HspellReadings {
  /// What to give to the program's standard input.
  ///
  /// - Parameter words: words as they are written; points are left out, gershayim are `"`.
  public static func input(words: some Sequence<String>) -> [UInt8] {
    var input: [UInt8] = []
    for word in words {
      for scalar in word.unicodeScalars {
        switch LetterTable.standard.kind(of: scalar.value) {
        case .hebrew where (0x05D0...0x05EA).contains(scalar.value):
          input.append(UInt8(scalar.value - 0x05D0 + 0xE0))
        case .doubleQuote: input.append(0x22)
        case .singleQuote: input.append(0x27)
        default: break
        }
      }
      input.append(0x0A)
    }
    return input
  }

  /// Whether the program would be asked about this very word: not where a letter of it is none of
  /// ISO 8859-8's, for what is left is another word.
  static func canAsk(_ word: String, folded wanted: String) -> Bool {
    folded(input(words: [word])[...]) == wanted
  }

  /// The readings in the program's output, by folded word.
  public static func readings(output: [UInt8]) -> [String: [WordReading]] {
    var readings: [String: [WordReading]] = [:]
    var word = ""
    var prefix = ""
    for line in output.split(separator: 0x0A) {
      if line.first == 0x09 {
        guard !word.isEmpty, let reading = reading(line, prefix: prefix, word: word) else {
          continue
        }
        if readings[word]?.contains(reading) != true {
          readings[word, default: []].append(reading)
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let parts = line[colon...].split(separator: UInt8(ascii: "+")).map(folded)
        prefix = parts.count == 2 ? parts[0] : ""
        word = parts.joined()
      } else {
        word = ""
      }
    }
    return readings
  }

  /// A line as `מקרה(ע,ז,רבים)`: the word, then its part of speech and what the form is.
  private static func reading(
    _ line: ArraySlice<UInt8>, prefix: String, word: String
  ) -> WordReading? {
    guard let open = line.firstIndex(of: UInt8(ascii: "(")),
      let close = line.lastIndex(of: UInt8(ascii: ")")), open < close
    else { return nil }
    let traits = line[(open + 1)..<close].split(separator: UInt8(ascii: ",")).map(folded)
    let lemma = folded(line[..<open])
    let isName = traits.contains(proper)
    let isVarious = lemma == various && (isName || !traits.contains(female))
    let part: WordReading.Part =
      switch traits.first {
      case "ע" where isName: .name
      case "ע", "ת": .nominal
      case "פ": traits.contains(present) ? .participle : .verb
      default: .other
      }
    let hasEnding = traits.contains { $0.utf8.starts(with: suffixed.utf8) }
    return WordReading(
      prefix: prefix,
      // Names and particles are listed under “various”: each is a word of its own.
      lemma: isVarious ? String(word.unicodeScalars.dropFirst(prefix.unicodeScalars.count)) : lemma,
      part: part, isRare: part == .verb && (hasEnding || traits.contains(imperative)))
  }

  // The program's own words, folded.
  private static let various = "שונות"
  private static let female = "נ"
  private static let suffixed = "כינוי"
  private static let proper = "פרטי"
  private static let present = "הווה"
  private static let imperative = "ציווי"

  /// The folded letters of a text of ISO 8859-8; digits and Latin letters, which the program does not
  /// print, are left out with the signs.
  private static func folded(_ text: ArraySlice<UInt8>) -> String {
    var folded: [UInt8] = []
    for byte in text where (0xE0...0xFA).contains(byte) { folded += letters[Int(byte) - 0xE0] }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The folded UTF-8 of the letters from E0 to FA.
  private static let letters: [[UInt8]] = (0xE0...0xFA).compactMap { byte in
    let value = UInt32(0x05D0 + byte - 0xE0)
    return LetterTable.standard.folding(of: value)
      ?? Unicode.Scalar(value).map { Array(String($0).utf8) }
  }
}
