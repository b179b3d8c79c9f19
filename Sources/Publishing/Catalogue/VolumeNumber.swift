import Orthography

/// The number of a volume, however it is written.
enum VolumeNumber {
  /// The value of `7`, `٧`, `כרך ז`, `ט״ו`, `VII`; `nil` for what is no number.
  static func value(of volume: String) -> Int? {
    // Folding makes ASCII digits of all others and leaves geresh and gershayim out.
    let words = WordScanner.words(in: volume)
    for word in words {
      if let number = Int(word) { return number }
    }
    guard let last = words.last else { return nil }
    return HebrewNumeral.value(of: last) ?? roman(last)
  }

  /// A Roman number of 1 to 3,999 in its usual form, in small letters.
  private static func roman(_ word: String) -> Int? {
    let signs: [(String, Int)] = [
      ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
      ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
    ]
    var rest = word[...]
    var value = 0
    for (sign, worth) in signs {
      var count = 0
      while rest.hasPrefix(sign), sign.utf8.count == 1 || count == 0, count < 3 {
        value += worth
        count += 1
        rest = rest.dropFirst(sign.utf8.count)
      }
    }
    return rest.isEmpty && value > 0 ? value : nil
  }
}
