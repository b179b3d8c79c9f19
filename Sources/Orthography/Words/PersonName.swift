/// Names of people, as far as they are told apart and put in order by them.
public enum PersonName {
  /// Titles that stand before a name and are no part of it, folded (`LetterTable`): `ד"ר` is `דר`.
  private static let honorifics: Set<String> = [
    "פרופ", "פרופסור", "דר", "דוקטור", "הרב", "רב", "מר", "גב", "גברת", "עוד", "האדריכל", "השופט",
    "السيد", "السيدة", "الدكتور", "الدكتورة", "دكتور", "دكتورة", "د", "ا", "الاستاذ", "الاستاذة",
    "استاذ", "البروفيسور", "بروفيسور", "البروفسور", "بروفسور", "الشيخ", "المحامي", "المهندس",
    "prof", "professor", "dr", "mr", "mrs", "ms", "miss", "rabbi", "sir", "phd",
  ]

  /// What may stand between given names and the family name and belongs to the latter.
  private static let particles: Set<String> = [
    "בן", "בת", "בר", "אבן", "אבו", "אל", "דה", "ابن", "بن", "ابو", "ال",
  ]

  /// The name without titles before it; the name itself where nothing else is left.
  public static func withoutHonorifics(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var scanner = WordScanner()
    scanner.scan(bytes)
    var first = 0
    while first + 1 < scanner.words.count, isHonorific(scanner, first) { first += 1 }
    guard first > 0, first < scanner.words.count else { return name }
    return String(decoding: bytes[scanner.words[first].source.lowerBound...], as: UTF8.self)
  }

  /// A single letter is a title only where a stop ends it: `د.` is one, `D` of a name is not.
  private static func isHonorific(_ scanner: WordScanner, _ index: Int) -> Bool {
    let word = scanner.words[index]
    let folded = String(decoding: scanner.folded[word.folded], as: UTF8.self)
    guard honorifics.contains(folded) else { return false }
    return folded.unicodeScalars.count > 1 || scanner.words[index + 1].joint == .apart
  }

  /// What two spellings of one name share: folded words without titles, and without what Arabic
  /// letters and hyphens vary in (hamza and its seats, ى and ي, ة and ه).
  public static func key(of name: String) -> String {
    let words = WordScanner.words(in: withoutHonorifics(name)).map { word in
      String(
        String.UnicodeScalarView(
          word.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "أ", "إ", "آ", "ٱ": "ا"
            case "ى": "ي"
            case "ة": "ه"
            case "ؤ": "و"
            case "ئ": "ي"
            case "ء": nil
            default: scalar
            }
          }))
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// By what a name is sorted: the family name before the others, folded; the article ال (al-) is
  /// passed over.
  ///
  /// - Parameters:
  ///   - family: where it is known. Else the last word is taken for it, and in Arabic, where names
  ///     go from the person's own to the family's in any number, the name as it is written.
  public static func sortKey(of name: String, family: String? = nil) -> String {
    let name = withoutHonorifics(name)
    var words = WordScanner.words(in: name)
    if let family {
      words = WordScanner.words(in: family) + words
    } else if words.count > 1, words[0].unicodeScalars.first.map(Script.init) != .arabic {
      var start = words.count - 1
      while start > 1, particles.contains(words[start - 1]) { start -= 1 }
      words = Array(words[start...] + words[..<start])
    }
    while let first = words.first {
      if words.count > 1, ["al", "el", "ال", "אל"].contains(first) {
        words.removeFirst()
      } else if first.hasPrefix("ال"), first.unicodeScalars.count > 4 {
        words[0] = String(first.unicodeScalars.dropFirst(2))
        break
      } else {
        break
      }
    }
    return words.joined(separator: " ")
  }
}
