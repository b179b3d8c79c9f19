import Foundation
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
    let asked = input(words: [word]).dropLast()
    return folded(String(String.UnicodeScalarView(asked.map(scalar)))) == wanted
  }

  /// The readings in the program's output, by folded word.
  public static func readings(output: [UInt8]) -> [String: [WordReading]] {
    var readings: [String: [WordReading]] = [:]
    var word = ""
    var prefix = ""
    for line in output.split(separator: 0x0A) {
      let text = String(String.UnicodeScalarView(line.map(scalar)))
      if line.first == 0x09 {
        guard !word.isEmpty, let reading = reading(text.dropFirst(), prefix: prefix, word: word)
        else { continue }
        if readings[word]?.contains(reading) != true {
          readings[word, default: []].append(reading)
        }
      } else if let colon = text.range(of: ": ") {
        let parts = text[colon.upperBound...].split(separator: "+").map { folded($0) }
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
    _ line: Substring, prefix: String, word: String
  ) -> WordReading? {
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")") else {
      return nil
    }
    let traits = line[line.index(after: open)..<close].split(separator: ",").map(String.init)
    let lemma = folded(line[..<open])
    let isName = lemma == folded("שונות") && !traits.contains("נ")
    let part: WordReading.Part =
      switch traits.first {
      case "ע", "ת": .nominal
      case "פ": .verb
      default: .other
      }
    let hasEnding = traits.contains { $0.hasPrefix("כינוי") }
    return WordReading(
      prefix: prefix,
      // Names and particles are listed under “various”: each is a word of its own.
      lemma: isName ? String(word.dropFirst(prefix.count)) : lemma,
      part: part, isRare: part == .verb && (hasEnding || traits.contains("ציווי")))
  }

  private static func folded(_ text: some StringProtocol) -> String {
    WordScanner.words(in: String(text)).joined()
  }

  /// The code point of a byte of ISO 8859-8.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if (0xE0...0xFA).contains(byte), let letter = Unicode.Scalar(0x05D0 + UInt32(byte) - 0xE0) {
      return letter
    }
    return Unicode.Scalar(byte)
  }
}
