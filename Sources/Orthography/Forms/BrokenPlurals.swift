/// Arabic's broken plurals, by the patterns of grammar.
///
/// A pattern gives the singulars that a plural of its shape may have; which of them is a word only a
/// text tells. Words are folded: hamza on its carrier and alif are one, ta marbuta is ha.
public enum BrokenPlurals {
  /// The singulars that a folded word without clitics may be a broken plural of.
  public static func singulars(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    var singulars: [String] = []
    for pattern in patterns {
      guard let roots = match(letters, pattern.plural) else { continue }
      singulars += pattern.singulars.map { fill($0, with: roots) }
    }
    return singulars.filter { $0 != word }
  }

  /// A plural's shape and its singulars'; the digits stand for the root's consonants.
  private struct Pattern {
    var plural: [Unicode.Scalar]
    var singulars: [String]

    init(plural: String, singulars: [String]) {
      self.plural = Array(plural.unicodeScalars)
      self.singulars = singulars
    }
  }

  private static let patterns: [Pattern] = [
    Pattern(plural: "ا12ا3", singulars: ["123", "123ه"]),
    Pattern(plural: "ا123ه", singulars: ["12ا3", "12ي3"]),
    Pattern(plural: "12و3", singulars: ["123"]),
    Pattern(plural: "123اء", singulars: ["12ي3", "1ا23"]),
    Pattern(plural: "م1ا2ي3", singulars: ["م12و3", "م12ا3"]),
    Pattern(plural: "م1ا23", singulars: ["م123", "م123ه"]),
    Pattern(plural: "12اي3", singulars: ["12ي3ه", "12ا3ه"]),
    Pattern(plural: "1وا23", singulars: ["1ا23", "1ا23ه"]),
    Pattern(plural: "ت1ا2ي3", singulars: ["ت12ي3"]),
    Pattern(plural: "ا1ا2ي3", singulars: ["ا12و3", "ا12ا3"]),
  ]

  private static func match(
    _ letters: [Unicode.Scalar], _ shape: [Unicode.Scalar]
  ) -> [Unicode.Scalar]? {
    guard shape.count == letters.count else { return nil }
    var roots: [Unicode.Scalar] = []
    for (letter, sign) in zip(letters, shape) {
      if ("1"..."3").contains(sign) {
        // A weak middle consonant is common (سوق, دور, عين); a weak first or last one makes other
        // shapes.
        if sign != "2", letter == "ا" { return nil }
        roots.append(letter)
      } else if letter != sign {
        return nil
      }
    }
    return roots
  }

  private static func fill(_ pattern: String, with roots: [Unicode.Scalar]) -> String {
    var word = ""
    for sign in pattern.unicodeScalars {
      switch sign {
      case "1": word.unicodeScalars.append(roots[0])
      case "2": word.unicodeScalars.append(roots[1])
      case "3": word.unicodeScalars.append(roots[2])
      default: word.unicodeScalars.append(sign)
      }
    }
    return word
  }
}
