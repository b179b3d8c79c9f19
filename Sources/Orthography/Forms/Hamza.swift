/// Arabic's hamza, whose seat differs from writer to writer and country to country: مسؤول and مسئول,
/// شؤون and شئون, هيئة and هيأة are one word each.
public enum Hamza {
  /// A folded word with its hamzas off their seats, wherever they stand but at its head: by it the
  /// spellings of a word meet.
  ///
  /// Folding leaves the seat and drops the hamza, so that who leaves it out finds the word; the key
  /// is made of the word as it is written. A seat before a hamza that stands free at the end counts
  /// for nothing: شيء, شئ.
  ///
  /// - Parameters:
  ///   - written: the word as it is written.
  ///   - folded: what it folds to.
  /// - Returns: `nil` where no hamza is written but at the head.
  public static func key(written: String, folded: String) -> String? {
    var letters: [Unicode.Scalar] = []
    var hasHamza = false
    for scalar in written.unicodeScalars {
      let kind = LetterTable.standard.kind(of: scalar.value)
      if scalar.value == 0x0654 || scalar.value == 0x0655, letters.count > 1 {
        letters[letters.count - 1] = "ء"
        hasHamza = true
        continue
      }
      guard kind == .arabic else { continue }
      if !letters.isEmpty, isSeated(scalar) {
        letters.append("ء")
        hasHamza = true
      } else if let folding = LetterTable.standard.folding(of: scalar.value) {
        letters += String(decoding: folding, as: UTF8.self).unicodeScalars
      } else {
        letters.append(scalar)
      }
    }
    guard hasHamza, letters.count == folded.unicodeScalars.count else { return nil }
    if letters.count > 2, letters.last == "ء", isWeak(letters[letters.count - 2]) {
      letters.remove(at: letters.count - 2)
    }
    return String(letters: letters)
  }

  /// A folded word without a hamza at its end after a long vowel, as it is often typed: شيء, شي.
  public static func withoutLast(_ folded: String) -> String? {
    let letters = Array(folded.unicodeScalars)
    guard letters.count > 2, letters.last == "ء", isWeak(letters[letters.count - 2]) else {
      return nil
    }
    return String(String.UnicodeScalarView(letters.dropLast()))
  }

  private static func isSeated(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0621, 0x0623...0x0626: true
    default: false
    }
  }

  private static func isWeak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "ا" || scalar == "و" || scalar == "ي"
  }
}
