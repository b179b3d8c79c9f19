/// Names of people, as far as they are told apart and put in order by them.
public enum PersonName {
  /// The name without titles before it; the name itself where nothing else is left.
  ///
  /// - Parameter languages: those whose titles are known.
  public static func withoutHonorifics(_ name: String, in languages: Languages = .known) -> String {
    let bytes = Array(name.utf8)
    var scanner = WordScanner()
    scanner.scan(bytes)
    var first = 0
    while first + 1 < scanner.words.count, isHonorific(scanner, first, languages) { first += 1 }
    guard first > 0, first < scanner.words.count else { return name }
    return String(decoding: bytes[scanner.words[first].source.lowerBound...], as: UTF8.self)
  }

  /// A single letter is a title only where a stop ends it: `د.` is one, `D` of a name is not.
  private static func isHonorific(
    _ scanner: WordScanner, _ index: Int, _ languages: Languages
  ) -> Bool {
    let word = scanner.words[index]
    let folded = String(decoding: scanner.folded[word.folded], as: UTF8.self)
    guard languages.honorifics.contains(folded) else { return false }
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

  /// By what a name is sorted: the family name before the others, in the order of a language's
  /// letters; the article ال (al-) is passed over.
  ///
  /// - Parameters:
  ///   - family: where it is known. Else the last word is taken for it, and in Arabic, where names
  ///     go from the person's own to the family's in any number, the name as it is written.
  ///   - language: the tag of the language whose order is asked for; folded letters in the order of
  ///     Unicode where it has none of its own.
  public static func sortKey(
    of name: String, family: String? = nil, language: String = "", in languages: Languages = .known
  ) -> String {
    let order = languages.language(language)
    var words = words(of: withoutHonorifics(name, in: languages))
    if let family {
      words = self.words(of: family) + words
    } else if words.count > 1, words[0].folded.unicodeScalars.first.map(Script.init) != .arabic {
      var start = words.count - 1
      while start > 1, languages.particles.contains(words[start - 1].folded) { start -= 1 }
      words = Array(words[start...] + words[..<start])
    }
    while let first = words.first {
      if words.count > 1, languages.articles.contains(first.folded) {
        words.removeFirst()
      } else if first.folded.hasPrefix("ال"), first.folded.unicodeScalars.count > 4 {
        words[0].folded = String(first.folded.unicodeScalars.dropFirst(2))
        words[0].written = String(first.written.unicodeScalars.dropFirst(2))
        break
      } else {
        break
      }
    }
    return words.map { order?.sortForm(of: $0.written, folded: $0.folded) ?? $0.folded }
      .joined(separator: " ")
  }

  private static func words(of text: String) -> [(written: String, folded: String)] {
    let bytes = Array(text.utf8)
    var scanner = WordScanner()
    scanner.scan(bytes)
    return scanner.words.map { word in
      (
        String(decoding: bytes[word.source], as: UTF8.self),
        String(decoding: scanner.folded[word.folded], as: UTF8.self)
      )
    }
  }
}
